"""By keyboard alone through notebook 06: predict, step, rove, type weights, check, answer the quiz.

Only keys act here. What else asks the page only looks: where the focus is, what is to be read.
"""

import re

from tests.browser.walker import ACTIVE

SOLVED = """values = {"h1": 0.635, "z_h2": -1, "h2": -0.762, "z_y": 1.388, "y": 0.8}
exercises.node_values.check(values)"""


def test_by_keyboard_alone(walk):
    walker = walk("06_forward")
    predict(walker)
    step(walker)
    rove(walker)
    change_weight_and_input(walker)
    fill_in_five_numbers(walker)
    solve_xor(walker)
    answer_the_quiz(walker)


def predict(walker):
    """Record the first prediction, and have it compared."""
    walker.go_to("ask-output")
    walker.tab_to("radio")
    walker.press("ArrowDown", "ArrowDown")
    walker.tab_to("Record my prediction")
    walker.press("Enter")
    walker.see("You predict: “near 1 (above 0.7)”.", within=".nnlib-form .said")
    walker.show("1-predicted")
    walker.run("compare-output")
    walker.see_output("As you predicted")
    walker.show("2-compared")


def step(walker):
    """Let the network compute unit by unit."""
    walker.go_to("first-lab")
    walker.see("0 of 3 units computed")
    walker.tab_to("Step")
    for unit in (1, 2, 3):
        walker.press("Space")
        walker.see(f"{unit} of 3 units computed")
        walker.show(f"3-step-{unit}")
    walker.press("Space")
    walker.see("gives the output y = 0.913; for the target 1 the loss is 0.091")


def rove(walker):
    """Go through the diagram, one tab stop with the arrow keys in it, and read every formula."""
    walker.go_to("first-lab")
    walker.tab_to("loss")  # where the player has come to
    walker.press(*["ArrowLeft"] * 5)
    assert walker.is_at("x1")
    walker.see_in_picture("An input computes nothing")
    for key, name, formula in (
        ("ArrowRight", "x1-h1", "weight from x₁ to h₁: 1"),
        ("ArrowRight", "h1", "tanh(1.5) = 0.905"),
        ("ArrowDown", "h2", "tanh(−0.25) = −0.245"),
        ("ArrowRight", "h2-y", "weight from h₂ to y: −2"),
        ("ArrowRight", "y", "sigmoid(2.348) = 0.913"),
        ("ArrowRight", "loss", "−ln(0.913) = 0.091"),
    ):
        walker.press(key)
        assert walker.is_at(name)
        walker.see_in_picture(formula)
    walker.show("4-roved")
    before = walker.page.evaluate(ACTIVE)
    walker.press("d", "d", "a", "b")  # in a cell these would delete and insert
    assert walker.page.evaluate(ACTIVE) == before


def change_weight_and_input(walker):
    """Type a weight, nudge a bias, type an input; Python has the same numbers."""
    walker.go_to("all-controls")
    walker.tab_to("h1")
    walker.press("ArrowLeft")
    walker.set_weight("3")
    walker.see_in_picture("weight from x₁ to h₁: 3")
    assert walker.is_at("x1-h1"), "the focus comes back to the line"
    walker.press("ArrowDown", "ArrowDown", "+", "+")
    assert walker.is_at("b-h1")
    walker.see_in_picture("bias of h₁: −0.3")
    walker.tab_to("input x₁, type a number", key="Shift+Tab")
    walker.press("Control+a")
    walker.type("-0.5")
    walker.press("Enter")
    walker.see("Input (−0.5, 0.5)")
    walker.show("5-weight-and-input")
    in_picture = output(walker.cell.locator(".nnlib .sentence"))
    walker.run("loss-numbers")
    assert output(walker.cell.locator(".jp-OutputArea-output")) == in_picture < 0.5
    walker.go_to("first-lab")  # one network, two pictures; Tab leads to where one has been
    walker.tab_to("loss")
    walker.press(*["ArrowLeft"] * 4)
    assert walker.is_at("x1-h1")
    walker.see_in_picture("weight from x₁ to h₁: 3")


def output(place):
    """Read the output y, to three decimals, from the text at `place`."""
    return round(float(re.search(r"y = ([\d.]*\d)", place.inner_text()).group(1)), 3)


def fill_in_five_numbers(walker):
    """Write an answer into a cell, and have it checked."""
    walker.go_to("exercise-node-values")
    walker.write(SOLVED)
    walker.see_output("Correct: Five numbers by hand")
    walker.show("6-five-numbers")


def solve_xor(walker):
    """Set three of the nine numbers, then check."""
    walker.go_to("xor-lab")
    walker.see("XOR: 3 of 4 points right")
    walker.tab_to("h1")
    walker.press("ArrowLeft", *["ArrowDown"] * 5)
    assert walker.is_at("b-h2")
    walker.set_weight("-1.5")
    walker.press("ArrowRight", "ArrowRight")
    assert walker.is_at("h2-y")
    walker.set_weight("−1")
    walker.see("XOR: 2 of 4 points right")
    walker.press("ArrowDown")
    assert walker.is_at("b-y")
    walker.set_weight("-0,7")
    walker.see("XOR: 4 of 4 points right")
    walker.show("7-xor")
    walker.run("exercise-xor")
    walker.see_output("Correct: XOR with nine numbers")
    walker.show("8-xor-checked")


def answer_the_quiz(walker):
    """Answer the first question, once with a misconception and once right."""
    walker.go_to("quiz")
    walker.tab_to("radio")
    walker.press("Space")
    walker.press("Enter")
    walker.see("The two inputs compute nothing", within=".nnlib-form .said")
    walker.press("ArrowDown", "Enter")
    walker.see("Correct. Three hidden units and the output.", within=".nnlib-form .said")
    walker.show("9-quiz")
