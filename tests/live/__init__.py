"""Live pictures without a browser: messages go in, frames come out."""
