"""The files of the project, as the tests of its form read them."""

from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
NOT_OURS = {".git", ".venv", ".pytest_cache", ".hypothesis", ".ipynb_checkpoints", ".ruff_cache",
            "__pycache__", "screenshots", "dist", "build", "node_modules", "uv.lock"}
TEXT = {".py", ".js", ".css", ".md", ".toml", ".yml", ".yaml", ".ipynb", ".svg", ".txt", ".json",
        ".html", ".cfg", ""}


def text_files():
    """Return the path of every text file of the project."""
    return sorted(path for path in PROJECT.rglob("*") if path.is_file() and path.suffix in TEXT
                  and not NOT_OURS & set(path.relative_to(PROJECT).parts))


def modules():
    """Return {dotted name: path} of every module of `nnlib`."""
    return {_dotted(path): path for path in sorted((PROJECT / "nnlib").rglob("*.py"))}


def _dotted(path):
    parts = path.relative_to(PROJECT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
