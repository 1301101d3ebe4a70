"""Fixtures: one browser and one Jupyter server for all tests here, a new page for each test."""

import os

import pytest
from playwright.sync_api import sync_playwright

from tests.browser.chromium import MISSING, find_browser, launch
from tests.browser.lab import Lab
from tests.browser.server import JupyterServer
from tests.browser.walker import Walker

# Scope "package", not "session": Playwright keeps an event loop in this thread while it is open,
# and tests elsewhere start their own.


@pytest.fixture(scope="package")
def browser():
    """One browser; its absence is a failure on CI and a skipped test elsewhere."""
    path = find_browser()
    if path is None:
        (pytest.fail if os.environ.get("CI") else pytest.skip)(MISSING)
    with sync_playwright() as playwright:
        browser = launch(playwright, path)
        yield browser
        browser.close()


@pytest.fixture(scope="package")
def server(browser):
    """One JupyterLab server over a copy of the notebooks."""
    with JupyterServer("jupyterlab") as server:
        yield server


@pytest.fixture(scope="package")
def notebook_server(browser):
    """The same for Notebook 7."""
    with JupyterServer("notebook") as server:
        yield server


@pytest.fixture
def open_lab(request, browser, server):
    """Give a function that opens a page: `open_lab(width=800, scale=2, server=...)`."""
    pages = []

    def open_page(server=server, **options):
        pages.append(Lab(browser, server, **options))
        return pages[-1]

    yield open_page
    for lab in pages:
        if getattr(request.node, "failed", False):
            lab.screenshot(f"failed-{request.node.name}")
        lab.__exit__()


@pytest.fixture
def lab(open_lab):
    """A page as a laptop shows it, 1280 pixels wide."""
    return open_lab()


@pytest.fixture
def walk(open_lab):
    """Give a function that lets somebody with a keyboard open a notebook and run all its cells."""
    walkers = []

    def begin(notebook):
        lab = open_lab(height=1000)
        lab.open(f"notebooks/{notebook}.ipynb")
        walkers.append(Walker(lab, f"walk-{notebook[:2]}"))
        walkers[-1].run_all()
        return walkers[-1]

    yield begin
    for walker in walkers:
        assert walker.lab.errors == []
        assert walker.lab.foreign == []


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    report = yield
    if report.failed:
        item.failed = True  # The page takes a screenshot before it closes.
        for lab in getattr(item, "funcargs", {}).values():
            if isinstance(lab, Lab):
                report.sections.append(("Console errors of the page", "\n".join(lab.errors)))
    return report
