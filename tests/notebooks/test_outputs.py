"""Run each notebook afresh and compare every output with the one that is stored."""

import os
import subprocess
import sys

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook

from notebooks.store import METADATA, store


def _compare(path, home):
    """Compare the notebook at `path` in a process of its own; return what pytest says."""
    command = [sys.executable, "-m", "pytest", "--nbval", "--nbval-cell-timeout=120",
               "-p", "no:cacheprovider", "-q", "--rootdir", str(path.parent), str(path)]
    environment = os.environ | {"IPYTHONDIR": str(home / "ipython"), "NO_COLOR": "1", "PYTEST_ADDOPTS": ""}
    return subprocess.run(command, cwd=path.parent, env=environment, text=True,
                          stdin=subprocess.DEVNULL, capture_output=True, timeout=600)


def test_the_notebook_is_reproduced(path, tmp_path):
    result = _compare(path, tmp_path)
    assert result.returncode == 0, result.stdout[-5000:] + result.stderr[-2000:]


@pytest.fixture(scope="module")
def stored(tmp_path_factory):
    """A small notebook with a widget and a picture, run and stored."""
    path = tmp_path_factory.mktemp("notebooks") / "small.ipynb"
    cells = ["answer = 6 * 7\nprint(answer)",
             "from ipywidgets import IntSlider\nIntSlider(3)",
             "display({'image/png': 'iVBORw0KGgo=', 'text/plain': 'A grey square.'}, raw=True)"]
    nbformat.write(new_notebook(cells=[new_code_cell(source) for source in cells]), path)
    store(path)
    return path


def test_a_stored_notebook_reads_without_python(stored):
    notebook = nbformat.read(stored, as_version=4)
    printed, slider, picture = [cell.outputs[0] for cell in notebook.cells]
    assert printed.text == "42\n"
    assert list(slider.data) == ["text/plain"]
    assert sorted(picture.data) == ["image/png", "text/plain"]
    assert [cell.execution_count for cell in notebook.cells] == [1, 2, 3]
    assert notebook.metadata == METADATA


def test_storing_again_changes_nothing(stored):
    before = stored.read_text()
    store(stored)
    assert stored.read_text() == before


def test_a_cell_that_fails_leaves_the_file_alone(tmp_path):
    path = tmp_path / "failing.ipynb"
    nbformat.write(new_notebook(cells=[new_code_cell("print(1)"), new_code_cell("1 / 0")]), path)
    before = path.read_text()
    with pytest.raises(Exception, match="ZeroDivisionError"):
        store(path)
    assert path.read_text() == before


def test_a_stored_notebook_is_reproduced(stored, tmp_path):
    result = _compare(stored, tmp_path)
    assert result.returncode == 0, result.stdout


def test_a_changed_output_is_found_out(stored, tmp_path):
    path = tmp_path / "changed.ipynb"
    path.write_text(stored.read_text().replace('"42\\n"', '"43\\n"'))
    result = _compare(path, tmp_path)
    assert result.returncode == 1
    assert "43" in result.stdout
