"""What will happen? Guesses for notebook 07, each recorded before the run that answers it."""

import numpy as np

from nnlib.exercises.prediction import ChoicePrediction, NumberPrediction

CREEPS = "It creeps: most of the way is still to go."
ARRIVES = "It arrives: it stands at the lowest place."
BOUNCES = "It bounces from side to side, always equally far."
FLIES = "It flies apart: each step lands farther away."
WALKS = (CREEPS, ARRIVES, BOUNCES, FLIES)


def what_it_did(weights, lowest):
    """Return the option that tells what a walk has done, from its weights in turn.

    `lowest` is the weight with the least loss; nearer than a hundredth of the way counts as arrived.
    A walk that has left the finite numbers has flown apart.
    """
    distances = np.subtract(weights, lowest)
    first, last = np.abs(distances[[0, -1]])
    if last <= max(0.01 * first, 1e-9):
        return ARRIVES
    if not last <= 1.01 * first:
        return FLIES
    crossed = distances[-1] * distances[-2] < 0
    return BOUNCES if crossed and last > 0.99 * first else CREEPS


best_price = NumberPrediction(
    name="best_price",
    question="Half a kilo of apples cost 0.50, a kilo cost 1.50 at one stall and 0.50 at another."
    " Which price per kilo makes the mean of the squared gaps smallest?",
    low=-4,
    high=6,
    close=0.1,
)

small_rate = ChoicePrediction(
    name="small_rate",
    question="Rate 0.01, from weight 3: what has the walk done after ten steps?",
    options=WALKS,
    afterwards={
        ARRIVES: "Each step is a hundredth of the slope. Ten of them make a tenth of the slope at most.",
    },
)

middle_rate = ChoicePrediction(
    name="middle_rate",
    question="Rate 0.5, from weight 3: what has the walk done after ten steps?",
    options=WALKS,
    afterwards={
        CREEPS: "Each step takes three quarters of what is left, so after ten steps hardly a millionth of it is left.",
        FLIES: "Half the slope is less than twice the distance here, so each step ends nearer.",
    },
)

large_rate = ChoicePrediction(
    name="large_rate",
    question="Rate 2, from weight 3: what has the walk done after ten steps?",
    options=WALKS,
    afterwards={
        ARRIVES: "A larger step is not a better one: this step jumps over the lowest place, and"
        " lands where it is steeper still.",
        BOUNCES: "Nearly: it does go from side to side. But the other side is steeper each time.",
    },
)

STRAIGHT = "Straight at the lowest place, the cross."
ACROSS = "Straight across the lines of equal loss, so past the cross."
ALONG = "Along the line of equal loss."

def way_down(steepest, cross, level):
    """Return the option that tells where the loss falls fastest; all three are directions in degrees.

    `steepest` is that direction, `cross` leads to the lowest place, `level` along the line of equal
    loss. The nearest of what the options name is meant.
    """
    ways = {STRAIGHT: [cross], ACROSS: [level - 90, level + 90], ALONG: [level, level + 180]}
    return min(ways, key=lambda option: min(_turn(steepest - way) for way in ways[option]))


def _turn(degrees):
    """Return how far to turn, from 0 to 180 degrees, to either side."""
    return abs((degrees + 180) % 360 - 180)


valley_arrow = ChoicePrediction(
    name="valley_arrow",
    question="In a long, narrow valley you stand high up on its side. Where does the direction in"
    " which the loss falls fastest point?",
    options=(STRAIGHT, ACROSS, ALONG),
    afterwards={
        STRAIGHT: "The slope knows only the ground under your feet. Where the valley ends it cannot see.",
        ALONG: "Along that line the loss stays the same. The steepest way is at right angles to it.",
    },
)

SQUARED = "The squared error: it was a large mistake."
CROSS = "The cross-entropy."
BOTH = "Both are equally steep: both losses are large."

confident = ChoicePrediction(
    name="confident",
    question="The target is 1 and the neuron answers 0.0025: sure, and mistaken. Which loss is"
    " steeper there, so that a step moves z farther?",
    options=(SQUARED, CROSS, BOTH),
    afterwards={
        SQUARED: "The mistake is large, but the sigmoid is flat out there, and the slope of the"
        " squared error has that flatness in it as a factor.",
        BOTH: "Height is not slope: on a plateau you can stand high and find no way down.",
    },
)

RISES = "The accuracy rises."
STAYS = "The accuracy stays the same."
FALLS = "The accuracy falls."

loss_and_accuracy = ChoicePrediction(
    name="loss_and_accuracy",
    question="Six examples are easy; two lie far out and carry the opposite label. The neuron starts"
    " with the six right and the two not, and trains until its loss is less than half of what it was."
    " What does the accuracy do meanwhile?",
    options=(RISES, STAYS, FALLS),
    afterwards={
        RISES: "It often does, and that is why it is easy to take one for the other.",
        STAYS: "It can do that too: the loss looks at how sure each answer is, the accuracy only at"
        " its side.",
    },
)
