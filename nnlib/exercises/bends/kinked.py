"""Two bends with a kink to write, each with its slope: ReLU and leaky ReLU."""

import numpy as np

from nnlib import activations
from nnlib.exercises.bends.curve import BendExercise, measured, one_at_a_time, with_slope
from nnlib.exercises.exercise import Misconception
from nnlib.exercises.pairs import FIRST, SECOND, mistake_in

RELU, RELU_SLOPE = activations.relu, measured(activations.relu)
LEAKY, LEAKY_SLOPE = activations.leaky_relu, measured(activations.leaky_relu)


def _takes_a_number_for_an_axis(replies):
    return "as an integer" in str(replies[0].error)


relu = BendExercise(
    name="relu",
    title="The ReLU",
    task="Write `relu(z)`: as the output a, z where it is positive, and 0 for the rest; as the slope, how"
    " steep ReLU is there. For a number or an array of any shape. (At exactly 0 it has no slope; take what"
    " you like.)",
    signature="relu(z)",
    oracle=with_slope(RELU),
    hints=(
        "Try it on −2, on 2, and on both in one array. And the slope: go from z = 2 to z = 2.1; by how"
        " much does ReLU grow, compared with z? And from −2 to −1.9?",
        "`np.maximum(a, b)` takes the larger of two numbers, entry by entry. The slope is 1 on one side"
        " and 0 on the other; `np.where` chooses.",
    ),
    solution_code="""
import numpy as np

def relu(z):
    a = np.maximum(0, z)
    slope = np.where(z > 0, 1, 0)
    return a, slope
""",
    explanation=(
        "The larger of z and 0 is z where z is positive, and 0 elsewhere. On the right ReLU grows as fast"
        " as z: slope 1. On the left it does not grow: slope 0. At 0 the two sides disagree, and an"
        " agreement is needed; here as in the common libraries it is 0."
    ),
    praise="Two straight halves and one kink, and that kink is all it takes.",
    right=(
        lambda z: (np.maximum(0, z), np.where(z > 0, 1, 0)),
        lambda z: (np.where(z > 0, z, 0), z > 0),
        lambda z: (z * (z > 0), np.heaviside(z, 0.5)),
        lambda z: [(z + np.abs(z)) / 2, np.where(z >= 0, 1.0, 0.0)],
    ),
    misconceptions=(
        Misconception(
            name="np.max",
            hint="`np.max` looks for the largest entry of one array. To compare two things entry by entry,"
            " numpy has `np.maximum`.",
            examples=(lambda z: (np.max(0, z), z > 0),),
            when=_takes_a_number_for_an_axis,
        ),
        mistake_in(
            FIRST, "np.max along an axis",
            "`np.max(z, 0)` looks for the largest entry of one array, along its axis 0. To compare two"
            " things entry by entry, numpy has `np.maximum`.",
            lambda z: np.max(z, 0), beside=RELU_SLOPE,
        ),
        mistake_in(
            FIRST, "on or off", "The output is 0 or 1, as that of the step. A ReLU hands on how large z is.",
            lambda z: np.where(z > 0, 1, 0), beside=RELU_SLOPE,
        ),
        mistake_in(
            FIRST, "no bend", "Negative numbers come through unchanged. A ReLU gives 0 for them.",
            lambda z: 1.0 * z, beside=RELU_SLOPE,
        ),
        mistake_in(
            FIRST, "turned up", "Negative numbers come out positive. They should come out as 0.",
            np.abs, beside=RELU_SLOPE,
        ),
        mistake_in(
            FIRST, "the other half",
            "The output keeps the negative half. The larger of z and 0 is wanted, not the smaller.",
            lambda z: np.minimum(0, z), beside=RELU_SLOPE,
        ),
        one_at_a_time(lambda z: (max(0, z), 1 if z > 0 else 0), lambda z: (z, 1) if z > 0 else (0, 0)),
        mistake_in(
            SECOND, "the function itself",
            "The slope is ReLU itself here. It asks how fast ReLU grows: at z = 30 no faster than at z = 2.",
            lambda z: np.maximum(0, z), beside=RELU,
        ),
        mistake_in(
            SECOND, "falling", "This slope says that ReLU falls on the left. It is level there.",
            np.sign, beside=RELU,
        ),
        mistake_in(
            SECOND, "straight everywhere",
            "This slope is right for a line without a kink. Left of 0 ReLU is level.",
            lambda z: 1 + 0 * z, beside=RELU,
        ),
        mistake_in(
            SECOND, "the step’s slope",
            "This slope says that ReLU is level everywhere. Right of 0 it climbs as fast as z.",
            lambda z: 0 * z, beside=RELU,
        ),
    ),
)  # fmt: skip


leaky_relu = BendExercise(
    name="leaky_relu",
    title="The leaky ReLU",
    task="Write `leaky_relu(z)`: as the output a, z where it is positive, and a hundredth of z elsewhere;"
    " and the slope.",
    signature="leaky_relu(z)",
    oracle=with_slope(LEAKY),
    hints=(
        "`np.where(condition, this, that)` decides for every number of an array. And the slope: go from"
        " z = −2 to z = −1; by how much does leaky ReLU grow?",
        "The condition is `z > 0`; this is z, that is 0.01 · z. What stands before z is the slope: 1, or"
        " 0.01.",
    ),
    solution_code="""
import numpy as np

def leaky_relu(z):
    a = np.where(z > 0, z, 0.01 * z)
    slope = np.where(z > 0, 1, 0.01)
    return a, slope
""",
    explanation=(
        "For a negative z a hundredth of it is a small negative number. A line 0.01 · z grows by 0.01"
        " whenever z grows by 1. That little is enough: the slope is never 0, so the unit can be moved back."
    ),
    praise="A ReLU that never falls quite silent: it keeps a way back.",
    right=(
        lambda z: (np.where(z > 0, z, 0.01 * z), np.where(z > 0, 1, 0.01)),
        lambda z: (np.maximum(z, z / 100), 0.01 + 0.99 * (z > 0)),
    ),
    misconceptions=(
        mistake_in(
            FIRST, "no leak", "The output is the plain ReLU: at z = −2 it gives 0. A leak of −0.02 should be left.",
            lambda z: np.maximum(0, z), beside=LEAKY_SLOPE,
        ),
        mistake_in(
            FIRST, "leak upward", "At z = −2 this gives +0.02. A hundredth of −2 is negative.",
            lambda z: np.where(z > 0, z, -0.01 * z), beside=LEAKY_SLOPE,
        ),
        mistake_in(
            FIRST, "the same leak for all",
            "Every negative z gives the same output here. The leak is a hundredth of z, so it grows with z.",
            lambda z: np.where(z > 0, z, -0.01), lambda z: np.where(z > 0, z, 0.01),
            lambda z: np.maximum(0.01, z), beside=LEAKY_SLOPE,
        ),
        mistake_in(
            FIRST, "another leak", "A tenth comes through here. A hundredth is asked for: 0.01 times z.",
            lambda z: np.where(z > 0, z, 0.1 * z), beside=LEAKY_SLOPE,
        ),
        mistake_in(
            FIRST, "leak on both sides",
            "The leak is added on the right too: at z = 2 this gives 2.02. Right of 0 the output is just z.",
            lambda z: np.maximum(0, z) + 0.01 * z, beside=LEAKY_SLOPE,
        ),
        one_at_a_time(
            lambda z: (z, 1) if z > 0 else (0.01 * z, 0.01),
            lambda z: (max(z, 0.01 * z), 1 if z > 0 else 0.01),
        ),
        mistake_in(
            SECOND, "no leak in the slope",
            "This is the slope of the plain ReLU. Left of 0 the leaky one still climbs a little.",
            lambda z: np.where(z > 0, 1, 0), beside=LEAKY,
        ),
        mistake_in(
            SECOND, "leak times z",
            "0.01 · z is the output on the left. Its slope is the same number everywhere there.",
            lambda z: np.where(z > 0, 1, 0.01 * z), beside=LEAKY,
        ),
        mistake_in(
            SECOND, "falling",
            "This slope says that it falls on the left. From −2 to −1 the output goes from −0.02 up to −0.01.",
            lambda z: np.where(z > 0, 1, -0.01), beside=LEAKY,
        ),
        mistake_in(
            SECOND, "the function itself", "The slope is leaky ReLU itself here. It has only two values.",
            lambda z: np.where(z > 0, z, 0.01 * z), beside=LEAKY,
        ),
    ),
)  # fmt: skip
