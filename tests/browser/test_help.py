"""The help of a control is seen while it is looked at, and always there for a screen reader."""

from tests.browser.test_explorables import NEURON, slider, wait_for_sentence


def test_help_comes_with_the_mouse_or_the_focus_and_goes_with_escape(lab):
    lab.open_cells(NEURON)
    lab.run_all()
    wait_for_sentence(lab, "neuron answers 0")
    row = lab.page.locator(".nnlib .control[data-name=bias]")
    help_of_bias, place_below = row.locator("small"), lab.page.locator(".nnlib .control[data-name=use_bias]")
    before = place_below.bounding_box()
    assert not help_of_bias.is_visible()
    described = slider(lab, "bias").get_attribute("aria-describedby")
    assert described == help_of_bias.get_attribute("id")
    row.hover()
    help_of_bias.wait_for(state="visible")
    lab.screenshot("help-hover")
    lab.page.mouse.move(5, 5)
    help_of_bias.wait_for(state="hidden")
    slider(lab, "x2").focus()
    lab.page.keyboard.press("Tab")  # to the box of w1
    lab.page.keyboard.press("Tab")
    for _ in range(6):
        if help_of_bias.is_visible():
            break
        lab.page.keyboard.press("Tab")
    assert help_of_bias.is_visible()
    assert place_below.bounding_box() == before  # nothing moves out of the way
    lab.screenshot("help-focus")
    lab.page.keyboard.press("Escape")
    assert not help_of_bias.is_visible()
    assert slider(lab, "bias").get_attribute("aria-describedby") == described
    assert lab.errors == []
