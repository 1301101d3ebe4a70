"""The map of notebook 07 in a real JupyterLab: its start is dragged, moved by keys, and walked from."""

import pytest

VALLEY = """from nnlib import explore
lab = explore.Valley(way=True)
lab"""


def wait_for_sentence(lab, text):
    lab.page.wait_for_function(
        """text => document.querySelector('.nnlib')?.shadowRoot.querySelector('.sentence')
            ?.textContent.includes(text)""",
        arg=text,
    )


@pytest.fixture
def valley(lab):
    """A page with the map on it, run."""
    lab.open_cells(VALLEY)
    lab.run_all()
    wait_for_sentence(lab, "63° apart")
    yield lab
    assert lab.errors == []
    assert lab.foreign == []


def test_the_start_follows_mouse_and_keys_and_the_walk_begins_there(valley):
    here = valley.page.locator(".nnlib .handle[data-name=here]")
    here.focus()
    valley.page.keyboard.press("ArrowRight")
    wait_for_sentence(valley, "Weight −1.9, bias 3")
    valley.drag(here, right=86, down=86)
    valley.page.get_by_role("button", name="Step", exact=True).click()
    wait_for_sentence(valley, "After 1 step")
    start = valley.run_code("print(*lab.walked[0].round(2))")
    weight, bias = map(float, start.split())
    assert weight > -1.5
    assert bias < 2.5
    valley.page.get_by_role("button", name="10 steps").click()
    wait_for_sentence(valley, "After 11 steps")
    valley.screenshot("valley-1280")
    valley.page.get_by_role("button", name="Reset", exact=True).click()
    valley.page.wait_for_function(
        """() => !document.querySelector('.nnlib').shadowRoot.querySelector('.sentence')
            .textContent.startsWith('After')"""
    )
    assert valley.run_code("print(lab.weight, lab.bias)") == start


def test_a_walk_that_flies_apart_says_so_in_both_themes_and_on_a_narrow_page(open_lab):
    narrow = open_lab(width=800)
    narrow.open_cells(VALLEY.replace("way=True", "rate=0.19"))
    narrow.set_theme("dark")
    narrow.run_all()
    wait_for_sentence(narrow, "Weight −2")
    for _ in range(2):
        narrow.page.get_by_role("button", name="10 steps").click()
    wait_for_sentence(narrow, "outside this picture")
    narrow.cell(0)
    narrow.screenshot("valley-800-dark")
    for _ in range(6):
        narrow.page.get_by_role("button", name="10 steps").click()
    wait_for_sentence(narrow, "flown apart")
    assert narrow.page.locator(".nnlib .problem").is_hidden()
    assert narrow.errors == []
