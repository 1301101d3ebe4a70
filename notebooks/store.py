"""Run notebooks from top to bottom and store them with their outputs.

    uv run python notebooks/store.py                # all of them
    uv run python notebooks/store.py 03_perceptron  # some

What is stored is what somebody sees who only reads: still pictures and their text twins. The live
picture itself needs a running Python, so its view is left out, and so is whatever differs from
machine to machine.
"""

import os
import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient

FOLDER = Path(__file__).resolve().parent
METADATA = {
    "kernelspec": {"name": "python3", "display_name": "Python 3 (ipykernel)", "language": "python"},
    "language_info": {"name": "python", "file_extension": ".py", "mimetype": "text/x-python"},
}
KEPT = ("text/plain", "text/html", "text/markdown", "text/latex", "image/png")


def main(names):
    """Run and store the named notebooks, or all when no name is given."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    os.environ["NNLIB_PROGRESS"] = ""  # what is stored is what somebody sees who has not begun
    for path in _paths(names):
        print(path.name, flush=True)
        store(path)


def store(path):
    """Run the notebook at `path` and write it back; a cell that fails leaves the file as it was."""
    notebook = nbformat.read(path, as_version=4)
    run(notebook, path.parent)
    nbformat.write(stored_form(notebook), path)


def run(notebook, folder):
    """Run every cell of `notebook` with `folder` as the current folder."""
    NotebookClient(notebook, timeout=120, kernel_name="python3", store_widget_state=False, coalesce_streams=True,
                   record_timing=False, resources={"metadata": {"path": str(folder)}}).execute()


def stored_form(notebook):
    """Return `notebook` without live views and without what differs between machines."""
    notebook.metadata = nbformat.from_dict(METADATA)
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            if "data" in output:
                output["data"] = {kind: output["data"][kind] for kind in KEPT
                                  if kind in output["data"]}
                output["metadata"] = {}
    return notebook


def _paths(names):
    if not names:
        return sorted(FOLDER.glob("*.ipynb"))
    return [FOLDER / f"{Path(name).stem}.ipynb" for name in names]


if __name__ == "__main__":
    main(sys.argv[1:])
