"""A digit drawn with the mouse, with the keys and with a finger; one network on two labs."""

import pytest

from tests.browser.test_explorables import wait_for_sentence
from tests.numerics.drawings import DRAWINGS

TRAINED = """from nnlib import Adam, Network, data, explore, train
network = Network([64, 16, 10])
for step in train(network, data.digits()[0], Adam(0.01), epochs=20, seed=0): pass
lab = explore.DigitDrawing(network)
lab"""
STROKES = """() => {
    const root = document.querySelector('.nnlib').shadowRoot;
    return {focused: root.activeElement?.className, pen: root.querySelector('.pad [aria-live]').textContent,
            trail: root.querySelector('.pad polyline').getAttribute('points')};
}"""


@pytest.fixture
def drawing(lab):
    """A page with the pad on it, run."""
    lab.open_cells(TRAINED)
    lab.run_all()
    wait_for_sentence(lab, "The pad is empty")
    yield lab
    assert lab.errors == []
    assert lab.foreign == []


def pad(lab):
    return lab.page.locator(".nnlib .pad").first


def draw(lab, strokes, steps=4):
    """Draw with the mouse, as a hand does: through all points between."""
    pad(lab).scroll_into_view_if_needed()
    box = pad(lab).bounding_box()
    for points in strokes:
        places = [(box["x"] + x / 32 * box["width"], box["y"] + y / 32 * box["height"]) for x, y in points]
        lab.page.mouse.move(*places[0])
        lab.page.mouse.down()
        for place in places[1:]:
            lab.page.mouse.move(*place, steps=steps)
        lab.page.mouse.up()


def test_a_seven_with_the_mouse_and_a_one_with_the_keys(drawing):
    draw(drawing, DRAWINGS[7][:1])
    wait_for_sentence(drawing, "1 stroke")
    draw(drawing, DRAWINGS[7][1:])
    wait_for_sentence(drawing, "2 strokes, fitted into the frame. The network reads a 7")
    drawn = drawing.run_code("lab.my_strokes[0][0], lab.my_strokes[0][-1], len(lab.my_strokes[0]) > 8")
    assert drawn == "((8.0, 7.0), (13.0, 27.0), True)"  # no place between was left out
    drawing.page.wait_for_function(f"() => ({STROKES})().trail === ''")
    assert drawing.page.evaluate(STROKES)["pen"] == "", "a screen reader is not told every move of a mouse"
    drawing.screenshot("digit-by-mouse")

    cells = drawing.sources()
    pad(drawing).focus()
    keys = drawing.page.keyboard
    for key in ["Backspace", "Backspace"]:
        keys.press(key)
    wait_for_sentence(drawing, "The pad is empty")
    for key in ["d", "d", "a", "b", *["ArrowLeft"] * 2, " ", *["ArrowUp", "ArrowRight"] * 4]:
        keys.press(key)
    for _ in range(4):
        keys.press("Shift+ArrowDown")
    keys.press(" ")
    drawing.page.wait_for_function(f"() => ({STROKES})().pen === 'pen up, column 23, row 28'")
    assert drawing.page.evaluate(STROKES)["focused"] == "pad"
    assert drawing.sources() == cells
    drawing.screenshot("digit-by-keys")
    assert drawing.run_code("len(lab.my_strokes[0]), lab.state()['digit']") == "(13, 1)"


HEAR = """heard, trace = [], lab.pad.trace
lab.pad.trace = lambda points: (heard.extend(points), trace(points))"""


def test_a_hand_that_trembles_sends_little(drawing):
    drawing.run_code(HEAR)
    pad(drawing).scroll_into_view_if_needed()
    box = pad(drawing).bounding_box()
    mouse = drawing.page.mouse
    mouse.move(box["x"] + 100, box["y"] + 40)
    mouse.down()
    for turn in range(200):
        mouse.move(box["x"] + 100 + turn % 2, box["y"] + 40)
    mouse.move(box["x"] + 100, box["y"] + 200, steps=8)
    mouse.up()
    wait_for_sentence(drawing, "1 stroke")
    drawing.page.wait_for_function(f"() => ({STROKES})().trail === ''")
    assert 5 < int(drawing.run_code("len(heard)")) < 15


def test_uncentred_undo_and_clear(drawing):
    draw(drawing, DRAWINGS[4])
    wait_for_sentence(drawing, "2 strokes, fitted into the frame. The network reads a 4")
    drawing.page.locator(".nnlib [data-name=uncentred] input").check()
    wait_for_sentence(drawing, "counted where it was drawn")
    drawing.page.get_by_role("button", name="Undo").click()
    wait_for_sentence(drawing, "1 stroke,")
    drawing.page.get_by_role("button", name="Clear").click()
    wait_for_sentence(drawing, "The pad is empty")


def test_a_finger_draws_and_does_not_scroll_and_a_narrow_page_stacks(open_lab):
    narrow = open_lab(width=560)
    narrow.open_cells(TRAINED)
    narrow.run_all()
    wait_for_sentence(narrow, "The pad is empty")
    assert pad(narrow).evaluate("pad => getComputedStyle(pad).touchAction") == "none"
    draw(narrow, DRAWINGS[0])
    wait_for_sentence(narrow, "The network reads a 0")
    narrow.screenshot("digit-narrow")
    assert narrow.errors == []


def test_units_and_mistakes_are_chosen_by_mouse_and_keys_while_it_trains(lab):
    lab.open_cells("from nnlib import explore\nlab = explore.DigitTraining()\nlab")
    lab.run_all()
    wait_for_sentence(lab, "Step 0")
    lab.page.get_by_role("button", name="Play").click()
    wait_for_sentence(lab, "epoch 25")
    unit = lab.page.locator(".nnlib .part[data-name='unit 7']")
    assert unit.evaluate("unit => getComputedStyle(unit).touchAction") == "auto", "a finger may scroll here"
    unit.click()
    lab.page.keyboard.press("ArrowRight")
    lab.page.locator(".nnlib .tip", has_text="unit 8: towards").wait_for()
    assert lab.run_code("lab.looked_at") == "'8,1'"
    lab.page.locator(".nnlib .part[data-name='mistake 2']").click()
    assert lab.run_code("lab.looked_at") == "'8,2'"
    lab.screenshot("digit-training")
    lab.set_theme("dark")
    lab.screenshot("digit-training-dark")
    assert lab.errors == [] and lab.foreign == []
