"""A line is sketched by mouse, by finger and by keys, recorded, and compared with the truth."""

import pytest

from tests.browser.test_explorables import handle, picture, sentence, wait_for_sentence

SKETCH = """from nnlib import Perceptron, explore
lab = explore.Neuron(Perceptron([1, 2], -1.5), sketch=True)
lab"""


def open_sketch(lab):
    lab.open_cells(SKETCH)
    lab.run_all()
    wait_for_sentence(lab, "Sketch the line")
    lab.page.locator(".nnlib .picture").scroll_into_view_if_needed()
    return lab


def on_page(lab, *points):
    """Turn places in the plane of inputs into pixels of the page."""
    box = lab.page.locator(".nnlib .frame").first.bounding_box()
    bounds = [0.075, 0.13, 0.44, 0.792]  # of the plane, in parts of the figure
    parts = [((x + 1.75) / 3.5, (y + 1.75) / 3.5) for x, y in points]
    return [
        (box["x"] + box["width"] * (bounds[0] + bounds[2] * across),
         box["y"] + box["height"] * (1 - bounds[1] - bounds[3] * up))
        for across, up in parts
    ]  # fmt: skip


def sketched(lab):
    """Return x, y of both ends, as Python has them."""
    return [float(number) for number in lab.run_code("print(lab.sketched)").split(",")]


def press(lab, name):
    lab.page.get_by_role("button", name=name).click()


def test_a_line_is_drawn_with_the_mouse_recorded_and_compared(lab):
    open_sketch(lab)
    lab.screenshot("sketch-open")
    start, end = on_page(lab, (-1.2, 1.35), (1.5, 0))
    lab.page.mouse.move(*start)
    lab.page.mouse.down()
    lab.page.mouse.move(*end, steps=15)
    lab.page.mouse.move(end[0] + 900, end[1] + 10, steps=3)  # far beyond the picture, and back
    lab.page.mouse.move(*end, steps=3)
    lab.page.mouse.up()
    lab.page.mouse.move(*start, steps=5)  # without the button nothing is drawn
    lab.page.wait_for_timeout(300)
    assert sketched(lab) == pytest.approx([-1.2, 1.35, 1.5, 0], abs=0.05)
    lab.screenshot("sketch-drawn")
    press(lab, "Record my prediction")
    wait_for_sentence(lab, "4 of the 4 cases lie on the side you expected")
    lab.screenshot("sketch-recorded")
    recorded, seen = lab.run_code("lab.sketched"), picture(lab)
    lab.page.mouse.move(*start)
    lab.page.mouse.down()
    lab.page.mouse.move(start[0], start[1] + 90, steps=5)
    lab.page.mouse.up()
    assert lab.run_code("lab.sketched") == recorded
    assert picture(lab) == seen
    press(lab, "Sketch anew")
    wait_for_sentence(lab, "Sketch the line")
    assert lab.errors == []


def test_a_line_is_drawn_with_keys_alone(lab):
    open_sketch(lab)
    end = handle(lab, "sketch_2")
    end.focus()
    for _ in range(6):
        lab.page.keyboard.press("Shift+ArrowUp")
    lab.page.keyboard.press("ArrowLeft")
    lab.page.wait_for_timeout(300)
    x, y = end.get_attribute("aria-valuetext").replace("−", "-").removeprefix("x ").split(", y ")
    assert float(x) < 1.17
    assert float(y) > 1
    record = lab.page.get_by_role("button", name="Record my prediction")
    record.focus()
    lab.page.keyboard.press("Enter")
    wait_for_sentence(lab, "Your line crosses")
    assert record.get_attribute("aria-disabled") == "true"
    assert record.evaluate("button => button.getRootNode().activeElement === button")
    assert end.is_hidden()
    shared = lab.run_code("print(lab.share())")
    lab.run_code(f"again = explore.Neuron(sketch=True)\nagain.restore({shared!r})\nagain")
    wait_for_sentence(lab, "Your line crosses", 1)
    assert sentence(lab, 1) == sentence(lab, 0)
    assert lab.errors == []


def test_a_finger_draws_while_a_sketch_is_open_and_scrolls_afterwards(lab):
    open_sketch(lab)
    area = lab.page.locator(".nnlib .picture")
    touch = lab.page.context.new_cdp_session(lab.page)
    (x0, y0), (x1, y1) = on_page(lab, (-1.2, 1.35), (1.2, -1.2))

    def finger(kind, *places):
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x, "y": y} for x, y in places]})

    assert area.evaluate("area => getComputedStyle(area).touchAction") == "none"
    finger("touchStart", (x0, y0))
    for part in range(1, 6):
        finger("touchMove", (x0 + (x1 - x0) * part / 5, y0 + (y1 - y0) * part / 5))
    finger("touchEnd")
    lab.page.wait_for_timeout(300)
    assert sketched(lab) == pytest.approx([-1.2, 1.35, 1.2, -1.2], abs=0.05)
    press(lab, "Record my prediction")
    wait_for_sentence(lab, "Your line crosses")
    assert area.evaluate("area => getComputedStyle(area).touchAction") == "auto"
    assert lab.errors == []
