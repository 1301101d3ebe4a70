"""The network diagram in a real JupyterLab: one tab stop, and every weight under the hand."""

import pytest

from tests.browser.test_explorables import wait_for_sentence

FORWARD = """from nnlib import Network, explore
network = Network([2, 3, 1], seed=1)
lab = explore.Forward(network)
lab"""
SAID = "print(lab.selected, network.layers[0].weights[0, 1], network.layers[1].weights[1, 0])"


def part(lab, name):
    return lab.page.locator(f".nnlib .part[data-name='{name}']")


def focused(lab):
    """Return the name of the part that has the focus."""
    return lab.page.evaluate("document.querySelector('.nnlib').shadowRoot.activeElement?.dataset.name")


@pytest.fixture
def forward(lab):
    lab.open_cells(FORWARD)
    lab.run_all()
    wait_for_sentence(lab, "the loss is")
    yield lab
    assert lab.errors == []
    assert lab.foreign == []


def test_keys_rove_and_change_and_type(forward):
    part(forward, "x1").focus()
    forward.page.keyboard.press("ArrowRight")
    assert focused(forward) == "x1-h1"
    for _ in range(3):
        forward.page.keyboard.press("ArrowDown")  # x₂ to h₁, its bias, x₁ to h₂
    assert focused(forward) == "x1-h2"
    for key in "+++-":
        forward.page.keyboard.press(key)
    wait_for_sentence(forward, "weight from x₁ to h₂: 1.2.")
    assert forward.run_code(SAID).startswith("x1-h2 1.2 ")
    part(forward, "x1-h2").focus()
    forward.page.keyboard.press("Enter")
    forward.page.keyboard.type("-2,5")
    forward.page.keyboard.press("Enter")
    assert focused(forward) == "x1-h2"
    assert forward.run_code(SAID).startswith("x1-h2 -2.5 ")
    assert len(forward.sources()) == 3  # no key reached JupyterLab


def test_the_whole_diagram_is_one_tab_stop(forward):
    part(forward, "x1").focus()
    wait_for_sentence(forward, "An input computes nothing")
    forward.page.keyboard.press("Tab")
    assert focused(forward) == "input"  # the handle in the plane
    forward.page.keyboard.press("Shift+Tab")
    assert focused(forward) == "x1"
    assert forward.page.locator(".nnlib .part[tabindex='0']").count() == 1
    assert part(forward, "h2-y").get_attribute("aria-label") == "weight from h₂ to y"
    assert part(forward, "h2-y").get_attribute("aria-valuetext") == "−0.222"
    assert part(forward, "h2-y").get_attribute("aria-valuemin") == "-10"
    assert part(forward, "h2").get_attribute("aria-valuemin") is None


def test_escape_leaves_the_number_as_it_was(forward):
    part(forward, "x1-h2").focus()
    before = forward.run_code(SAID)
    part(forward, "x1-h2").focus()
    forward.page.keyboard.press("Enter")
    forward.page.keyboard.type("9")
    forward.page.keyboard.press("Escape")
    assert focused(forward) == "x1-h2"
    forward.page.keyboard.press("Escape")  # and once more: back to the cell, where keys are JupyterLab's again
    assert focused(forward) is None
    forward.page.keyboard.press("b")
    assert len(forward.sources()) == 3
    assert forward.run_code(SAID) == before


@pytest.mark.parametrize("width", [1280, 800])
def test_a_mouse_finds_the_loss_below_the_output(open_lab, width):
    lab = open_lab(width=width)
    lab.open_cells(FORWARD)
    lab.run_all()
    wait_for_sentence(lab, "the loss is")
    words = lab.page.locator(".nnlib .picture svg:not([aria-hidden]) text").filter(has_text="loss = ").first
    words.wait_for()
    lab.page.wait_for_timeout(300)  # until no frame replaces them
    box = words.bounding_box()
    lab.page.mouse.click(box["x"] + 5, box["y"] + box["height"] / 2)
    wait_for_sentence(lab, "−ln(")
    assert focused(lab) == "loss"
    assert lab.errors == []


@pytest.mark.parametrize("width, theme", [(1280, "light"), (800, "dark")])
def test_a_mouse_drags_a_weight(open_lab, width, theme):
    lab = open_lab(width=width)
    lab.open_cells(FORWARD)
    lab.set_theme(theme)
    lab.run_all()
    wait_for_sentence(lab, "the loss is")
    lab.drag(part(lab, "h2-y"), 0, -40)
    lab.screenshot(f"forward-{width}-{theme}")
    assert lab.run_code(SAID).split()[0] == "h2-y"
    assert float(lab.run_code(SAID).split()[2]) == pytest.approx(0.8, abs=0.21)
    assert lab.errors == []
