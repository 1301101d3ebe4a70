"""Every notebook as a learner meets it: open, run all, drag, press keys, and look."""

import pytest

from tests.browser.server import PROJECT

NOTEBOOKS = sorted(path.name for path in (PROJECT / "notebooks").glob("*.ipynb"))
# What every lab of the notebook says in Python at this moment.
SAID = "print(*{repr(lab) for lab in get_ipython().nnlib_cells._explorables}, sep='\\n')"


def labs(lab):
    return lab.page.locator(".nnlib")


def sentence(host):
    return host.locator(".sentence").inner_text()


def settle(lab):
    lab.page.wait_for_timeout(400)


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_a_notebook_is_alive(open_lab, name):
    lab = open_lab(height=1000)
    lab.open(f"notebooks/{name}")
    lab.run_all()
    settle(lab)
    assert "Traceback" not in lab.page.locator(".jp-Notebook").inner_text()
    assert lab.page.locator(".jp-RenderedText[data-mime-type='application/vnd.jupyter.stderr']").count() == 0
    count = labs(lab).count()
    assert count > 0
    for number in range(count):
        host = labs(lab).nth(number)
        host.scroll_into_view_if_needed()
        settle(lab)
        use(lab, host)
        lab.screenshot(f"{name.removesuffix('.ipynb')}-lab-{number}")
        said = sentence(host)
        assert host.locator("svg").first.get_attribute("aria-label") == said
        assert said in lab.run_code(SAID).splitlines()
    assert lab.errors == []
    assert lab.foreign == []


def use(lab, host):
    """Move the first slider by keys and by mouse, and the first handle by both."""
    slider = host.locator(".number input[type=range]").first
    if slider.count():
        before = host.locator(".typed").first.input_value()
        slider.focus()
        lab.page.keyboard.press("ArrowLeft")
        settle(lab)
        assert host.locator(".typed").first.input_value() != before
        lab.drag(slider, right=15, down=0)
        settle(lab)
    handle = host.locator(".handle:visible").first
    if handle.count():
        before = sentence(host)
        handle.focus()
        lab.page.keyboard.press("ArrowLeft")
        settle(lab)
        if sentence(host) == before:  # it moves up and down only
            lab.page.keyboard.press("ArrowUp")
            settle(lab)
        assert sentence(host) != before
        before = sentence(host)
        lab.drag(handle, right=-25, down=18)
        settle(lab)
        assert sentence(host) != before
