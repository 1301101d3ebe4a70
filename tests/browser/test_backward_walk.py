"""By keyboard alone through notebook 08: predict, go backward, nudge, meet a kink, update, find bugs.

Only keys act here. What else asks the page only looks: where the focus is, what is to be read.
"""

import re

import pytest

STAGES = (  # of one step through the network of part 3, with what the sentence says there
    "the example is handed in", "h₁ is computed", "h₂ is computed", "y is computed", "the loss is taken",
    "y gets its blame", "the bend of y scales it",
    "weight h₁ → y is 0.132", "weight h₂ → y is −0.036", "bias of y is 0.145",
    "h₁ gets its blame", "the bend of h₁ scales it", "h₂ gets its blame", "the bend of h₂ scales it",
    "weight x₁ → h₁ is 0.039", "weight x₂ → h₁ is 0.02", "bias of h₁ is 0.039",
    "weight x₁ → h₂ is −0.273", "weight x₂ → h₂ is −0.137", "bias of h₂ is −0.273",
    "every weight moves against its slope",
)  # fmt: skip
THREE = """slopes = {"w_h1_y": -0.2, "w_x1_h1": 0.33, "b_h2": 0.309}
exercises.three_slopes.check(slopes)"""
BACKWARD = """def backward(x, t, W1, b1, W2, b2):
    h = np.tanh(x @ W1 + b1)
    y = sigmoid(h @ W2 + b2)
    blame_y = 2 * (y - t) * y * (1 - y)
    blame_h = blame_y * W2 * (1 - h**2)
    return [np.outer(x, blame_h), blame_h, h * blame_y, blame_y]

exercises.backward.check(backward)"""
BUGS = """found = {"A": "sum, not mean", "B": "no bend factor", "C": "plus for minus"}
exercises.found_bugs.check(found)"""
NUDGED = re.compile(r"measured slope (\S+), backprop says (\S+)")


def test_by_keyboard_alone(walk):
    walker = walk("08_backpropagation")
    predict(walker)
    go_through_every_stage(walker)
    go_back_in_time(walker)
    ask_where_a_slope_comes_from(walker)
    compare(walker)
    three_slopes_by_hand(walker)
    nudge_every_weight(walker)
    meet_the_kink(walker)
    write_it(walker)
    update(walker)
    look_at_a_batch(walker)
    choose_everything(walker)
    find_the_bugs(walker)
    answer_the_quiz(walker)


def predict(walker):
    """Record the first prediction."""
    walker.go_to("ask-most")
    walker.tab_to("radio")
    walker.press("ArrowDown")
    walker.tab_to("Record my prediction")
    walker.press("Enter")
    walker.see("You predict: “from x₁ to h₂”.", within=".nnlib-form .said")
    walker.show("01-predicted")


def go_through_every_stage(walker):
    """Press Step until the weights have moved."""
    walker.go_to("first-lab")
    walker.see(STAGES[0])
    walker.tab_to("Step")
    for number, words in enumerate(STAGES[1:], start=1):
        walker.press("Space")
        walker.see(f"Stage {number + 1} of {len(STAGES)}")
        walker.see(words)
        walker.show(f"02-stage-{number + 1:02}")
    walker.see("Loss 0.833 → 0.692")


def go_back_in_time(walker):
    """Scrub back over the update, and to the loss."""
    walker.press("Tab")  # Step has nothing left to do and has given the focus away
    walker.tab_to("range")  # the player's time
    walker.press("ArrowLeft")
    walker.see("Stage 20 of 21")
    walker.see_in_picture("loss = 0.833")
    walker.press(*["ArrowLeft"] * 15)
    walker.see("Stage 5 of 21: the loss is taken")
    walker.show("03-back-at-the-loss")
    walker.press(*["ArrowRight"] * 14)
    walker.see("Stage 19 of 21")


def ask_where_a_slope_comes_from(walker):
    """Rove in the diagram, and read the product behind a slope."""
    walker.go_to("first-lab")
    walker.tab_to("x2-h2")  # what the player has come to
    walker.press("ArrowRight")
    assert walker.is_at("h2")
    walker.see_in_picture("blame of h₂’s sum = −0.291 · 0.94 = −0.273")
    walker.press("ArrowRight")
    assert walker.is_at("h2-y")
    walker.see_in_picture("slope = blame of y’s sum · h₂ = 0.145 · (−0.245) = −0.036")
    walker.show("04-where-it-comes-from")


def compare(walker):
    """Have the prediction compared with the slopes."""
    walker.run("gradients")
    walker.run("compare-most")
    walker.see_output("As you predicted")
    walker.show("05-compared")


def three_slopes_by_hand(walker):
    """Hand in three slopes."""
    walker.go_to("exercise-three")
    walker.write(THREE)
    walker.see_output("Correct: Three slopes by hand")
    walker.show("06-three-slopes")


def nudge_every_weight(walker):
    """With an input of one's own, compare measured and computed slope on each of nine lines."""
    walker.go_to("nudge-lab")
    walker.type_into("input x₁", "-0.7")
    walker.see_in_picture("nudged: measured slope")
    walker.go_to_top_of_lab()
    walker.tab_to("x1-h2")
    walker.press("ArrowLeft", "ArrowRight")
    assert walker.is_at("x1-h1")
    agreed = []
    for _ in range(6):
        agreed.append(walker.focus()["name"])
        assert_agreement(walker)
        walker.press("ArrowDown")
    walker.press("ArrowRight", "ArrowRight", "ArrowUp")
    for _ in range(3):
        agreed.append(walker.focus()["name"])
        assert_agreement(walker)
        walker.press("ArrowDown")
    assert set(agreed) == {
        "x1-h1", "x2-h1", "b-h1", "x1-h2", "x2-h2", "b-h2", "h1-y", "h2-y", "b-y",
    }  # fmt: skip
    walker.show("07-nudged")


def assert_agreement(walker):
    """Read both slopes off the picture, to five decimals at least."""
    walker.page.wait_for_timeout(250)
    measured, computed = NUDGED.search(walker.formula()).groups()
    assert float(measured.replace("−", "-")) == pytest.approx(float(computed.replace("−", "-")), abs=2e-6)


def meet_the_kink(walker):
    """See where the two disagree, then leave that place."""
    walker.go_to("kink-lab")
    walker.see_in_picture("here the loss has a kink, its slope jumps by 0.287; backprop says 0")
    walker.show("08-kink")
    walker.type_into("input x₁", "0.3")
    walker.see_in_picture("nudged: measured slope")
    walker.show("09-off-the-kink")


def write_it(walker):
    """Write backpropagation."""
    walker.go_to("exercise-backward")
    walker.write(BACKWARD)
    walker.see_output("Correct: Backpropagation, nine slopes")
    walker.show("10-written")


def update(walker):
    """Take the update, choose a rate, go on from the new weights, and come back."""
    walker.go_to("update-lab")
    walker.see("Stage 20 of 21")
    walker.tab_to("Step")
    walker.press("Space")
    walker.see("Stage 21 of 21: every weight moves against its slope. Loss 0.833 → 0.692")
    walker.type_into("learning rate", "10")
    walker.see("Loss 0.833 → 0.006")
    walker.show("11-updated-with-rate-10")
    walker.go_to_top_of_lab()
    walker.tab_to("Go on from the new weights")
    walker.press("Enter")
    walker.see("Stage 1 of 21")
    walker.show("12-gone-on")
    walker.tab_to("First weights")
    walker.press("Enter")
    walker.run("unchanged")
    walker.see_output("all nine as before: True")


def look_at_a_batch(walker):
    """Choose another example of the batch, then learn from it alone."""
    walker.go_to("batch-lab")
    walker.see_in_picture("mean of the 4 examples")
    walker.type_into("example shown", "2")
    walker.see_in_picture("· 0 = 0")  # x₁ is 0 there
    walker.show("13-batch")


def choose_everything(walker):
    """Choose bend, loss and target, and type a weight, in a network with two hidden layers."""
    walker.go_to("own-lab")
    walker.type_into("target t", "1")
    walker.choose(group=2, key="ArrowDown")  # the bend: after tanh comes the sigmoid
    walker.choose(group=3, key="ArrowDown")  # the loss: after the squared error, cross-entropy
    walker.go_to_top_of_lab()
    walker.tab_to("h2")
    walker.press("ArrowUp")
    assert walker.is_at("h1")
    walker.see_in_picture("bend factor of sigmoid")
    walker.show("14-own-choices")
    walker.press("ArrowDown", "ArrowRight")
    assert walker.is_at("h2-k1")
    walker.set_weight("0")
    walker.see_in_picture("weight from h₂ to k₁: 0")
    walker.show("15-own-weight")


def find_the_bugs(walker):
    """Look at a suspect, then hand in what was found."""
    walker.run("bugs-slopes")
    walker.see_output("[1. 1. 1. 1. 1. 1. 1. 1. 1.]")
    walker.go_to("exercise-bugs")
    walker.write(BUGS)
    walker.see_output("Correct: Three planted bugs")
    walker.show("16-bugs")


def answer_the_quiz(walker):
    """Answer the first question, once with a misconception and once right."""
    walker.go_to("quiz")
    walker.tab_to("radio")
    walker.press("Space", "Enter")
    walker.see("Nothing has moved.", within=".nnlib-form .said")
    walker.press("ArrowDown", "Enter")
    walker.see("Correct. Backpropagation finds slopes.", within=".nnlib-form .said")
    walker.show("17-quiz")
