"""A file of progress of a test's own."""

import pytest


@pytest.fixture
def progress_file(tmp_path, monkeypatch):
    """Keep progress in a new folder during the test and return the path of the file."""
    path = tmp_path / "progress.json"
    monkeypatch.setenv("NNLIB_PROGRESS", str(path))
    return path
