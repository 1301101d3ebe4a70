"""What to predict in notebook 06 before anything is run or moved.

Three of the questions are about a change to a network. What came out is then not written here: it is
read off two Traces of the same inputs, before and after the change.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from nnlib.exercises.prediction import ChoicePrediction, NumberPrediction


@dataclass(kw_only=True, eq=False, repr=False)
class ChangePrediction(ChoicePrediction):
    """Ask what a change will do; ``observe(before, after)`` says which option two Traces show."""

    observe: Callable

    def compare_runs(self, before, after):
        """Return the Card of `compare`, with what is seen in two Traces of the same inputs."""
        return self.compare(self.observe(before, after))


def _blue(trace):
    """Return for each example whether the output is at least 0.5, `(examples,)`."""
    return trace.output[:, 0] >= 0.5


guess_output = ChoicePrediction(
    name="guess_output",
    question="The input is x₁ = 1, x₂ = 0.5. Without a calculator: where will the output y lie?",
    options=("near 0 (below 0.3)", "in the middle", "near 1 (above 0.7)"),
    afterwards={
        "near 0 (below 0.3)": "Did the −2 decide? It meets an output of h₂ that is negative itself,"
        " and minus times minus pushes up.",
        "in the middle": "A careful guess. Here both hidden units push the same way in the end: h₁"
        " through a positive weight, h₂ by minus times minus.",
        "near 1 (above 0.7)": "Could you say which way h₂ pushes, and why? It is negative here, and"
        " its weight is negative too.",
    },
)

guess_sum = NumberPrediction(
    name="guess_sum",
    question="Now the input is x₁ = −1, x₂ = 0.5. Which number is the sum z of h₂, before the bend?",
    low=-5,
    high=5,
    close=0.01,
    afterwards={
        "near": "Products, sum, bias: a hidden unit does it like any other.",
        "too low": "Two usual slips: −1 times −1 is +1, not −1, and the bias 0.5 is added too."
        " (0.94 is the output: one step too far. −0.5 is the sum of h₁: another column.)",
        "too high": "Look at the column of h₂: its weights are −1 and 0.5, its bias is 0.5.",
    },
)

GROWS = "the blue part grows; h₁ and h₂ stay as they are"
GROWS_WITH_HIDDEN = "the blue part grows; h₁ and h₂ turn bluer too"
STAYS = "the boundary stays where it is; everything turns bluer"
SHRINKS = "the blue part shrinks"


def _seen_of_the_bias(before, after):
    grown = _blue(after).sum() - _blue(before).sum()
    if grown == 0:
        return STAYS
    if grown < 0:
        return SHRINKS
    return GROWS if np.array_equal(before.outputs[0], after.outputs[0]) else GROWS_WITH_HIDDEN


raised_bias = ChangePrediction(
    name="raised_bias",
    observe=_seen_of_the_bias,
    question="The bias of y is raised from 0.5 to 2.5. What happens in the picture?",
    options=(STAYS, GROWS_WITH_HIDDEN, GROWS, SHRINKS),
    afterwards={
        GROWS: "The boundary is where the sum of y is 0. Adding 2 to every sum moves that place,"
        " and nothing flows back to the left.",
        GROWS_WITH_HIDDEN: "The picture is computed from left to right. h₁ and h₂ come before y, so"
        " nothing that happens at y can reach them.",
        STAYS: "Every place does turn bluer. But the boundary is where the sum of y is 0, and where"
        " it was a little below 0 it is above 0 now.",
        SHRINKS: "A larger bias makes the sum larger everywhere, so more places reach 0.",
    },
)

SAME = "nothing but stronger shades: every boundary stays, as with one perceptron"
LINES_STAY = "the lines of h₁ and h₂ stay, but the boundary of y moves"
LINES_MOVE = "the lines of h₁ and h₂ move twice as far out"
OUTPUT_DOUBLES = "y is twice as large everywhere"


def _seen_of_doubling(before, after):
    if (np.sign(before.outputs[0]) != np.sign(after.outputs[0])).any():
        return LINES_MOVE
    if np.allclose(after.output, 2 * before.output):
        return OUTPUT_DOUBLES
    return SAME if np.array_equal(_blue(before), _blue(after)) else LINES_STAY


doubled_hidden = ChangePrediction(
    name="doubled_hidden",
    observe=_seen_of_doubling,
    question="All weights and biases of the hidden layer are doubled. What happens?",
    options=(SAME, LINES_MOVE, OUTPUT_DOUBLES, LINES_STAY),
    afterwards={
        LINES_STAY: "A hidden unit keeps its line, where its sum is 0. But away from it its output"
        " comes nearer to −1 or 1, and y adds up these outputs.",
        SAME: "True for the lines of h₁ and h₂. But y adds up what they hand on after the bend, and"
        " tanh does not double along: 0.46 becomes 0.76, while 0.96 becomes 0.999.",
        LINES_MOVE: "The line is where the sum is 0, and twice 0 is 0.",
        OUTPUT_DOUBLES: "The bends come in between. tanh keeps h₁ and h₂ between −1 and 1, and the"
        " sigmoid keeps y between 0 and 1, however large the weights are.",
    },
)

EQUAL = "they are the same"
OTHER = "they are quite different"
OPPOSITE = "they are the opposite: what was near 1 is near 0"


def _seen_of_swapping(before, after):
    if np.allclose(before.output, after.output):
        return EQUAL
    return OPPOSITE if np.allclose(before.output, 1 - after.output) else OTHER


swapped_units = ChangePrediction(
    name="swapped_units",
    observe=_seen_of_swapping,
    question="h₁ and h₂ change places, each with all its weights and its bias. How do the outputs y"
    " for 1000 inputs compare with those before?",
    options=(OTHER, EQUAL, OPPOSITE),
    afterwards={
        EQUAL: "y adds up the same two products, in another order. The number of a unit is a place"
        " in a table, and no more.",
        OTHER: "Each unit took its weights along, those coming in and the one going out. So y adds"
        " up the same two products, in another order.",
        OPPOSITE: "No sign has changed, only the order in which the two products are added.",
    },
)
