"""The pictures in `assets/` are what their code draws."""
