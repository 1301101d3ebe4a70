"""Settings for every test: one thread for the arithmetic, no progress kept, quick tests first."""

import os
from pathlib import Path

# Before numpy is imported: several threads are far slower on a machine that does other work.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
# Whoever runs the tests keeps the progress they have made themselves, and what it holds changes
# no test. A test of the file names one of its own.
os.environ["NNLIB_PROGRESS"] = ""

LAST = ("notebooks", "browser")  # These start kernels and a browser, so a plain fault shows first.
FOLDER = Path(__file__).parent


def pytest_collection_modifyitems(items):
    """Run the kinds that take longest at the end."""
    items.sort(key=_place_in_the_queue)


def _place_in_the_queue(item):
    path = Path(item.path)
    kind = path.relative_to(FOLDER).parts[0] if path.is_relative_to(FOLDER) else "notebooks"
    return LAST.index(kind) if kind in LAST else -1
