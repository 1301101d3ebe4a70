"""The perceptron rule in a real JupyterLab: points under the hand, mistakes at the press of a button."""

import pytest

from tests.browser.test_explorables import handle, picture, typed, wait_for_sentence

MISTAKES = """from nnlib import Perceptron, explore
neuron = Perceptron([0, 0], 0)
lab = explore.Mistakes(neuron)
lab"""


@pytest.fixture
def mistakes(lab):
    """A page with the lab on it, run."""
    lab.open_cells(MISTAKES)
    lab.run_all()
    wait_for_sentence(lab, "Before the first example")
    yield lab
    assert lab.errors == []
    assert lab.foreign == []


def press(lab, name):
    lab.page.get_by_role("button", name=name, exact=True).click()


def test_buttons_lead_from_mistake_to_mistake_and_to_rest(mistakes):
    before = picture(mistakes)
    press(mistakes, "Next mistake")
    wait_for_sentence(mistakes, "Pass 1, point 1 at (0, 0)")
    press(mistakes, "Next mistake")
    wait_for_sentence(mistakes, "The point is added: weights 1 and 1, bias 0")
    assert picture(mistakes) != before
    mistakes.screenshot("mistakes-second")
    for _ in range(7):
        press(mistakes, "Whole pass")
    wait_for_sentence(mistakes, "settled in pass 6")
    assert mistakes.run_code("neuron") == "Perceptron(weights=[2, 1], bias=-3)"
    mistakes.page.get_by_label("Time").focus()
    mistakes.page.keyboard.press("Home")
    wait_for_sentence(mistakes, "Before the first example")
    press(mistakes, "Reset")
    typed(mistakes, "rate").fill("0,1")
    mistakes.page.keyboard.press("Enter")
    press(mistakes, "Step")
    wait_for_sentence(mistakes, "bias −0.1")


def test_points_are_dragged_moved_by_keys_clicked_and_relabelled(mistakes):
    press(mistakes, "Whole pass")
    wait_for_sentence(mistakes, "Pass 1, point 4")
    mistakes.drag(handle(mistakes, "point4"), right=68, down=0)
    wait_for_sentence(mistakes, "Before the first example: the weights are 1 and 1")
    x1 = float(mistakes.run_code("print(lab.data.inputs[3, 0])"))
    assert x1 == pytest.approx(2, abs=0.26) and x1 % 0.25 == 0
    handle(mistakes, "point1").focus()
    mistakes.page.keyboard.press("ArrowDown")
    mistakes.page.keyboard.press("Shift+ArrowLeft")
    mistakes.page.wait_for_timeout(500)
    assert mistakes.run_code("lab.data.inputs[0].tolist()") == "[-1.25, -0.25]"
    box = mistakes.page.locator(".nnlib .picture svg").first.bounding_box()
    mistakes.page.mouse.click(box["x"] + 0.15 * box["width"], box["y"] + 0.25 * box["height"])
    wait_for_sentence(mistakes, "of 5 points")
    press(mistakes, "Other class")
    mistakes.page.wait_for_timeout(500)
    assert mistakes.run_code("lab.points, lab.data.labels.tolist()") == "('my own', [0, 0, 0, 1, 0])"
    press(mistakes, "Delete")
    wait_for_sentence(mistakes, "of 4 points")
    mistakes.screenshot("mistakes-own-points")


def test_it_plays_by_itself_while_cells_run(mistakes):
    mistakes.page.get_by_text("XOR", exact=True).click()
    wait_for_sentence(mistakes, "2 of 4 points")
    mistakes.page.get_by_label("Speed").select_option("4")
    press(mistakes, "Play")
    wait_for_sentence(mistakes, "Pass 3")
    assert int(mistakes.run_code("print(lab.step.number)")) >= 9
    press(mistakes, "Pause")
    assert mistakes.run_code("lab.player.playing") == "False"


def test_it_is_seen_in_both_themes_and_widths(open_lab):
    lab = open_lab(height=1000)
    lab.open_cells(MISTAKES.replace("lab = explore.Mistakes(neuron)", 'lab = explore.Mistakes(neuron, "blobs")'))
    lab.run_all()
    wait_for_sentence(lab, "Before the first example")
    for _ in range(4):
        press(lab, "Next mistake")
    wait_for_sentence(lab, "Pass 2")
    for theme, width in [("light", 1280), ("dark", 1280), ("dark", 800)]:
        lab.set_theme(theme)
        lab.set_width(width)
        lab.cell(0).scroll_into_view_if_needed()
        lab.screenshot(f"mistakes-{theme}-{width}")
        assert lab.page.locator(".nnlib .frame").count() == (1 if width == 1280 else 2)
    assert lab.errors == []
