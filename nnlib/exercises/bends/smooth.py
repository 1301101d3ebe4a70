"""Two bends without a kink to write, each with its slope: the sigmoid and tanh."""

import math

import numpy as np

from nnlib import activations
from nnlib.exercises.bends.curve import BendExercise, measured, one_at_a_time, too_large, with_slope
from nnlib.exercises.pairs import FIRST, SECOND, mistake_in

SIGMOID, SIGMOID_SLOPE = activations.sigmoid, measured(activations.sigmoid)
TANH_SLOPE = measured(activations.tanh)


def _in_two_cases(z):
    small = np.exp(-np.abs(z))
    return np.where(z >= 0, 1, small) / (1 + small)


def _with_sigmoid_slope(output):
    """Add to a formula for the output the slope a · (1 − a)."""

    def pair(z):
        a = output(z)
        return a, a * (1 - a)

    return pair


def _with_tanh_slope(output):
    """Add to a formula for the output the slope 1 − a²."""

    def pair(z):
        a = output(z)
        return a, 1 - a * a

    return pair


sigmoid = BendExercise(
    name="sigmoid",
    title="The sigmoid",
    task="Write `sigmoid(z)`: the output a = 1 / (1 + exp(−z)) and the slope a · (1 − a), for a number or"
    " an array of any shape, right and without a warning at z = 1000 and z = −1000 too.",
    signature="sigmoid(z)",
    oracle=with_slope(SIGMOID),
    hints=(
        "`np.exp` takes numbers and arrays. First write the formula as it stands, and see what the"
        " check says far out.",
        "exp(−|z|) is never large. For z ≥ 0 the sigmoid is 1 / (1 + exp(−z)); for z < 0 it is the"
        " same as exp(z) / (1 + exp(z)). In both, only exp(−|z|) occurs: put it into a variable, and"
        " choose with `np.where`. The slope takes nothing but a.",
    ),
    solution_code="""
import numpy as np

def sigmoid(z):
    small = np.exp(-np.abs(z))
    a = np.where(z >= 0, 1, small) / (1 + small)
    slope = a * (1 - a)
    return a, slope
""",
    explanation=(
        "Multiply top and bottom of 1 / (1 + exp(−z)) by exp(z), and you get exp(z) / (1 + exp(z)): the"
        " same number in another form. For negative z this form is the safe one. `small` is the"
        " exponential of a number that is never positive, so it lies between 0 and 1. The slope needs"
        " only the output: at a = 0.5 it is 0.25, the most there is; near a = 0 and a = 1 one of its two"
        " factors is nearly 0."
    ),
    praise="Right near 0, and quiet far out. The slope is at most a quarter, and next to nothing far out.",
    right=(
        _with_sigmoid_slope(_in_two_cases),
        _with_sigmoid_slope(lambda z: 0.5 * (1 + np.tanh(0.5 * z))),
        _with_sigmoid_slope(lambda z: 1 / (1 + np.exp(-np.clip(z, -700, 700)))),
        lambda z: [SIGMOID(z), (SIGMOID(z + 1e-5) - SIGMOID(z - 1e-5)) / 2e-5],
    ),
    misconceptions=(
        mistake_in(
            FIRST, "sign of z", "The output falls where it should climb. Look at the sign in the exponent.",
            lambda z: 1 / (1 + np.exp(z)), beside=SIGMOID_SLOPE,
        ),
        mistake_in(
            FIRST, "brackets",
            "Brackets are missing below the line of the fraction: without them Python divides before it adds.",
            lambda z: 1 / 1 + np.exp(-z), beside=SIGMOID_SLOPE,
        ),
        mistake_in(
            FIRST, "one missing",
            "At z = 0 this gives 1; half is right. Something is added below the line of the fraction.",
            lambda z: 1 / np.exp(-z), lambda z: np.exp(z), beside=SIGMOID_SLOPE,
        ),
        mistake_in(
            FIRST, "on or off",
            "The output is 0 or 1 only, which is the step. A sigmoid says how strongly: 0.73 at z = 1.",
            lambda z: np.where(z >= 0, 1, 0), beside=SIGMOID_SLOPE,
        ),
        mistake_in(
            FIRST, "tanh", "The output goes from −1 to 1: it is tanh. The sigmoid goes from 0 to 1.",
            np.tanh, beside=SIGMOID_SLOPE,
        ),
        one_at_a_time(
            _with_sigmoid_slope(lambda z: 1 / (1 + math.exp(-z))),
            _with_sigmoid_slope(lambda z: 1 / (1 + np.exp(-z)) if z >= 0 else np.exp(z) / (1 + np.exp(z))),
        ),
        too_large(
            SIGMOID,
            "Far out numpy warns: an `np.exp` of a large positive number is too large to store. Which of"
            " exp(z) and exp(−z) is small at z = 1000, and which at z = −1000? (`np.where` works out both"
            " of its sides, so a bad one still warns.)",
            _with_sigmoid_slope(lambda z: 1 / (1 + np.exp(-z))),
            _with_sigmoid_slope(lambda z: np.where(z >= 0, 1 / (1 + np.exp(-z)), np.exp(z) / (1 + np.exp(z)))),
            lambda z: (SIGMOID(z), np.exp(-z) / (1 + np.exp(-z)) ** 2),
        ),
        mistake_in(
            SECOND, "z taken for the output",
            "The slope is worked out from z itself. The formula is meant for the output a.",
            lambda z: z * (1 - z), beside=SIGMOID,
        ),
        mistake_in(
            SECOND, "one factor only",
            "One of the two factors of the slope is missing: a times (1 − a). At z = 0 it is 0.25.",
            SIGMOID, lambda z: 1 - SIGMOID(z), beside=SIGMOID,
        ),
        mistake_in(
            SECOND, "brackets of the slope",
            "The slope comes out as 0 everywhere: without brackets, `a * 1 - a` is a − a. Write `a * (1 - a)`.",
            lambda z: 0 * z, beside=SIGMOID,
        ),
        mistake_in(
            SECOND, "the rule of tanh", "1 − a² is the slope of tanh. For the sigmoid it is a times (1 − a).",
            lambda z: 1 - SIGMOID(z) ** 2, beside=SIGMOID,
        ),
    ),
)  # fmt: skip


tanh = BendExercise(
    name="tanh",
    title="The tanh",
    task="Write `tanh(z)`: the output a = (exp(z) − exp(−z)) / (exp(z) + exp(−z)) and the slope 1 − a²,"
    " quiet at z = 1000 and z = −1000 too. Your `sigmoid` may help (`sigmoid(z)[0]` is its output), and so may"
    " numpy.",
    signature="tanh(z)",
    oracle=with_slope(activations.tanh),
    hints=(
        "The sigmoid goes from 0 to 1, tanh from −1 to 1. What has to be done to the first to get the"
        " second?",
        "The output is 2 · sigmoid(2z) − 1, in Python `2 * sigmoid(2 * z)[0] - 1`. numpy also has it ready"
        " made, `np.tanh`. For the slope, a squared is `a ** 2` or `a * a`.",
    ),
    solution_code="""
import numpy as np

def tanh(z):
    small = np.exp(-2 * np.abs(z))
    a = np.sign(z) * (1 - small) / (1 + small)
    slope = 1 - a * a
    return a, slope
""",
    explanation=(
        "Top and bottom divided by the larger of the two exponentials leave only exp(−2|z|), which is"
        " never large; the sign of z is put back at the end. `np.tanh` does this for you. At z = 0 the"
        " slope is 1, four times that of the sigmoid; far out a² is nearly 1 and the slope nearly 0."
    ),
    praise="From −1 to 1, with its sign kept; steep in the middle, flat far out.",
    right=(
        _with_tanh_slope(np.tanh),
        _with_tanh_slope(lambda z: 2 * _in_two_cases(2 * z) - 1),
        lambda z: (np.tanh(z), (1 - np.tanh(z)) * (1 + np.tanh(z))),
    ),
    misconceptions=(
        mistake_in(
            FIRST, "sigmoid", "The output is the sigmoid, from 0 to 1. tanh goes from −1 to 1 and is 0 at z = 0.",
            _in_two_cases, beside=TANH_SLOPE,
        ),
        mistake_in(
            FIRST, "too flat",
            "The output goes from −1 to 1, but too gently: at z = 1 tanh is 0.76. Inside the sigmoid z"
            " counts twice.",
            lambda z: 2 * _in_two_cases(z) - 1, lambda z: np.tanh(z / 2), beside=TANH_SLOPE,
        ),
        mistake_in(
            FIRST, "one too high",
            "The output goes from 0 to 2, and at z = 0 it is 1. Something is still to be subtracted.",
            lambda z: 2 * _in_two_cases(2 * z), beside=TANH_SLOPE,
        ),
        mistake_in(
            FIRST, "falling", "The output falls where it should climb. Which exponential stands first, above the line?",
            lambda z: -np.tanh(z), beside=TANH_SLOPE,
        ),
        mistake_in(
            FIRST, "half the fraction",
            "At z = 0 the output should be 0. Above the line the two exponentials are subtracted, below it"
            " added.",
            np.cosh, lambda z: 2 * np.cosh(z), beside=TANH_SLOPE,
        ),
        one_at_a_time(_with_tanh_slope(math.tanh)),
        too_large(
            activations.tanh,
            "Far out numpy warns: the exponential of 1000, and `np.cosh` with it, is too large to store."
            " Divide top and bottom by the larger of the two exponentials, or use one of the forms in the"
            " task’s last sentence.",
            _with_tanh_slope(lambda z: (np.exp(z) - np.exp(-z)) / (np.exp(z) + np.exp(-z))),
            _with_tanh_slope(lambda z: (np.exp(2 * z) - 1) / (np.exp(2 * z) + 1)),
            lambda z: (np.tanh(z), 1 / np.cosh(z) ** 2),
        ),
        mistake_in(
            SECOND, "z taken for the output",
            "The slope is worked out from z itself. The formula is meant for the output a.",
            lambda z: 1 - z**2, beside=np.tanh,
        ),
        mistake_in(
            SECOND, "not squared",
            "At z = −2 the slope is nearly 2 here, and no slope of tanh is larger than 1. Is the output squared?",
            lambda z: 1 - np.tanh(z), beside=np.tanh,
        ),
        mistake_in(
            SECOND, "squared too late", "All of 1 − a is squared here. Only a is: 1 − a².",
            lambda z: (1 - np.tanh(z)) ** 2, beside=np.tanh,
        ),
        mistake_in(
            SECOND, "the rule of the sigmoid",
            "a times (1 − a) is the slope of the sigmoid. For tanh it is 1 − a².",
            lambda z: np.tanh(z) * (1 - np.tanh(z)), beside=np.tanh,
        ),
    ),
)  # fmt: skip
