"""What hands do between the obvious: second thoughts, refusals, a finger that scrolls."""

LABS = {
    "forward": "explore.Forward(Network([2, 3, 1], seed=1))",
    "neuron": "explore.Neuron()",
    "training": "explore.Training()",
    "pieces": "explore.Pieces()",
    "mistakes": "explore.Mistakes()",
}


def test_second_thoughts(open_lab):
    """One page for all of them: to open it takes longer than to use it."""
    lab = open_lab(width=800)
    lab.open_cells("from nnlib import Network, explore", *(f"{name} = {code}\n{name}" for name, code in LABS.items()))
    lab.run_all()
    a_refused_number_of_a_diagram_is_answered_for_good(lab, host(lab, "forward"))
    arrow_keys_count_from_what_was_typed_and_escape_gives_it_up(lab, host(lab, "neuron"))
    the_same_refusal_twice_shows_what_holds_both_times(lab, host(lab, "training"))
    a_handle_that_leaves_the_picture_keeps_the_focus_until_it_comes_back(lab, host(lab, "pieces"))
    a_finger_that_scrolls_adds_no_point_and_one_that_taps_does(lab)
    assert lab.errors == []


def host(lab, name):
    """Return the lab of this name, scrolled into view."""
    shown = lab.cell(1 + [*LABS].index(name)).locator(".nnlib")
    shown.locator(".sentence").wait_for()
    return shown


def says(shown, part, words):
    """Wait until the sentence or the problem of a lab has these words."""
    shown.locator(f".{part}").filter(has_text=words).wait_for()


def a_refused_number_of_a_diagram_is_answered_for_good(lab, shown):
    shown.locator(".part[data-name='x1-h2']").focus()
    lab.page.keyboard.press("Enter")
    lab.page.keyboard.type("12")
    lab.page.keyboard.press("Enter")
    says(shown, "problem", "outside its range")
    lab.page.wait_for_timeout(500)
    assert shown.locator(".problem").is_visible()


def arrow_keys_count_from_what_was_typed_and_escape_gives_it_up(lab, shown):
    box = shown.locator("[data-name=w1] .typed")
    box.fill("2")
    box.press("ArrowUp")
    says(shown, "sentence", "z = 2.1 ·")
    box.fill("−1.3")
    box.press("Escape")
    assert box.input_value() == "2.1" and box.evaluate("box => box.matches(':focus')")
    assert lab.run_code("print(neuron.w1)") == "2.1"


def the_same_refusal_twice_shows_what_holds_both_times(lab, shown):
    box = shown.locator("[data-name=rate] .typed")
    own = shown.locator("input[value='my own']")
    for _ in range(2):
        box.fill("99")
        box.press("Enter")
        says(shown, "problem", "outside its range")
        lab.page.wait_for_function("box => box.value === '0.01'", arg=box.element_handle())
    for _ in range(2):
        own.click()
        says(shown, "problem", "no points of your own")
        lab.page.wait_for_function("own => !own.checked", arg=own.element_handle())


def a_handle_that_leaves_the_picture_keeps_the_focus_until_it_comes_back(lab, shown):
    kink = shown.locator(".handle[data-name=kink1]")
    kink.focus()
    for key in ["ArrowLeft"] * 30 + ["ArrowRight"] * 8:
        lab.page.keyboard.press(key)
        lab.page.wait_for_timeout(40)
    assert kink.evaluate("knob => knob.matches(':focus')")
    place = kink.bounding_box()["x"]
    lab.page.keyboard.press("ArrowRight")
    lab.page.wait_for_timeout(300)
    assert kink.bounding_box()["x"] > place


def a_finger_that_scrolls_adds_no_point_and_one_that_taps_does(lab):
    scroll = [(0, -15 * part) for part in range(7)]
    touch_the_plane(lab, scroll)
    assert lab.run_code("print(mistakes.points, len(mistakes.data))") == "AND 4"
    touch_the_plane(lab, scroll[:1])
    lab.page.wait_for_timeout(300)
    assert lab.run_code("print(mistakes.points, len(mistakes.data))") == "my own 5"


def touch_the_plane(lab, way):
    """Put a finger on an empty place of the plane of Mistakes, and go this way with it, in pixels."""
    frame = host(lab, "mistakes").locator(".frame").first
    frame.scroll_into_view_if_needed()
    box = frame.bounding_box()
    x, y = box["x"] + 0.75 * box["width"], box["y"] + 0.75 * box["height"]
    touch = lab.page.context.new_cdp_session(lab.page)
    for number, (right, down) in enumerate(way):
        kind = "touchMove" if number else "touchStart"
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x + right, "y": y + down}]})
        lab.page.wait_for_timeout(50)
    touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    lab.page.wait_for_timeout(100)
