"""What hands do between the obvious: second thoughts, refusals, a finger that scrolls."""

import pytest

from tests.browser.test_explorables import wait_for_sentence


@pytest.fixture
def show(open_lab):
    """Give a function that shows an explorable, written as code, and returns the page."""
    labs = []

    def show(code, **options):
        labs.append(open_lab(**options))
        labs[-1].open_cells(f"from nnlib import Network, explore\nlab = {code}\nlab")
        labs[-1].run_all()
        labs[-1].page.locator(".nnlib .sentence").wait_for()
        return labs[-1]

    yield show
    for lab in labs:
        assert lab.errors == []


def typed(lab, name):
    """Return the number box of a control."""
    return lab.page.locator(f".nnlib [data-name={name}] .typed")


def problem(lab):
    return lab.page.locator(".nnlib .problem")


def test_a_refused_number_of_a_diagram_is_answered_for_good(show):
    lab = show("explore.Forward(Network([2, 3, 1], seed=1))")
    lab.page.locator(".nnlib .part[data-name='x1-h2']").focus()
    lab.page.keyboard.press("Enter")
    lab.page.keyboard.type("12")
    lab.page.keyboard.press("Enter")
    problem(lab).filter(has_text="outside its range").wait_for()
    lab.page.wait_for_timeout(500)
    assert problem(lab).is_visible()


def test_arrow_keys_count_from_what_was_typed_and_escape_gives_it_up(show):
    lab = show("explore.Neuron()")
    box = typed(lab, "w1")
    box.fill("2")
    box.press("ArrowUp")
    wait_for_sentence(lab, "z = 2.1 ·")
    box.fill("−1.3")
    box.press("Escape")
    assert box.input_value() == "2.1" and box.evaluate("box => box.matches(':focus')")
    assert lab.run_code("print(lab.w1)") == "2.1"


def test_the_same_refusal_twice_shows_what_holds_both_times(show):
    lab = show("explore.Training()")
    box = typed(lab, "rate")
    for _ in range(2):
        box.fill("99")
        box.press("Enter")
        problem(lab).filter(has_text="outside its range").wait_for()
        lab.page.wait_for_function("box => box.value === '0.01'", arg=box.element_handle())
    own = lab.page.locator(".nnlib input[value='my own']")
    for _ in range(2):
        own.click()
        problem(lab).filter(has_text="no points of your own").wait_for()
        lab.page.wait_for_function("own => !own.checked", arg=own.element_handle())


def test_a_handle_that_leaves_the_picture_keeps_the_focus_until_it_comes_back(show):
    lab = show("explore.Pieces()")
    kink = lab.page.locator(".nnlib .handle[data-name=kink1]")
    kink.focus()
    for key in ["ArrowLeft"] * 30 + ["ArrowRight"] * 8:
        lab.page.keyboard.press(key)
        lab.page.wait_for_timeout(40)
    assert kink.evaluate("knob => knob.matches(':focus')")
    place = kink.bounding_box()["x"]
    lab.page.keyboard.press("ArrowRight")
    lab.page.wait_for_timeout(300)
    assert kink.bounding_box()["x"] > place


def test_a_finger_that_scrolls_adds_no_point_and_one_that_taps_does(show):
    lab = show("explore.Mistakes()", width=800)
    area = lab.page.locator(".nnlib .frame").first
    area.scroll_into_view_if_needed()
    frame = area.bounding_box()
    x, y = frame["x"] + 0.75 * frame["width"], frame["y"] + 0.75 * frame["height"]
    touch = lab.page.context.new_cdp_session(lab.page)

    def finger(kind, *places):
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x, "y": y} for x, y in places]})
        lab.page.wait_for_timeout(50)

    finger("touchStart", (x, y))
    for part in range(1, 7):
        finger("touchMove", (x, y - 15 * part))
    finger("touchEnd")
    assert lab.run_code("print(lab.points, len(lab.data))") == "AND 4"
    area.scroll_into_view_if_needed()
    frame = area.bounding_box()
    x, y = frame["x"] + 0.75 * frame["width"], frame["y"] + 0.75 * frame["height"]
    finger("touchStart", (x, y))
    finger("touchEnd")
    lab.page.wait_for_timeout(300)
    assert lab.run_code("print(lab.points, len(lab.data))") == "my own 5"
