"""Which notebooks there are."""

from pathlib import Path

NOTEBOOKS = sorted((Path(__file__).parents[2] / "notebooks").glob("*.ipynb"))


def pytest_generate_tests(metafunc):
    """Run a test that asks for `path` once for each notebook of the course."""
    if "path" in metafunc.fixturenames:
        metafunc.parametrize("path", NOTEBOOKS, ids=[path.stem for path in NOTEBOOKS])
