"""The notebooks as a reader gets them: well formed, and reproduced cell by cell."""
