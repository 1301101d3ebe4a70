"""The slopes of the four activations. Each answer is compared with a slope that was measured.

Measuring means: a little to the right, a little to the left, and the difference divided by the
distance. ReLU and its relatives are asked nowhere near their kink, where they have no slope.
"""

import math

import numpy as np

from nnlib import activations
from nnlib.exercises.bends.curve import CurveExercise, one_at_a_time, too_large
from nnlib.exercises.exercise import Misconception

NEAR = 6e-6  # to each side, as in nnlib.gradcheck


def measured(activation):
    """Return the slope of ``activation`` as a function of z, measured by central differences."""
    return lambda z: (activation(z + NEAR) - activation(z - NEAR)) / (2 * NEAR)


def _sigmoid(z):
    return activations.sigmoid(z)


SIGMOID, TANH, RELU, LEAKY = map(
    measured, (activations.sigmoid, activations.tanh, activations.relu, activations.leaky_relu)
)

sigmoid_slope = CurveExercise(
    name="sigmoid_slope",
    title="The slope of the sigmoid",
    task="Write `sigmoid_slope(z)`. With a = sigmoid(z), the slope at z is a · (1 − a).",
    signature="sigmoid_slope(z)",
    oracle=SIGMOID,
    hints=(
        "Work out a = sigmoid(z) first. What is the slope at z = 0, where a is a half?",
        "Two lines: `a = sigmoid(z)`, then the product of a and 1 − a.",
    ),
    solution_code="""
import numpy as np

def sigmoid(z):
    small = np.exp(-np.abs(z))
    return np.where(z >= 0, 1, small) / (1 + small)

def sigmoid_slope(z):
    a = sigmoid(z)
    return a * (1 - a)
""",
    explanation=(
        "The formula needs the output only, which the forward pass has worked out already. At a = 0.5 it"
        " gives 0.25, the most there is; near a = 0 and a = 1 one of the two factors is nearly 0."
    ),
    praise="At most a quarter, and next to nothing far out.",
    right=(
        lambda z: _sigmoid(z) * (1 - _sigmoid(z)),
        lambda z: _sigmoid(z) - _sigmoid(z) ** 2,
        lambda z: (_sigmoid(z + 1e-5) - _sigmoid(z - 1e-5)) / 2e-5,
    ),
    misconceptions=(
        Misconception(
            name="z taken for the output",
            hint="The formula is used on z itself. It is meant for the output a = sigmoid(z).",
            examples=(lambda z: z * (1 - z),),
        ),
        Misconception(
            name="one factor only",
            hint="One of the two factors is missing: a times (1 − a). At z = 0 the slope is 0.25.",
            examples=(_sigmoid, lambda z: 1 - _sigmoid(z)),
        ),
        Misconception(
            name="the rule of tanh",
            hint="1 − a² is the rule for tanh. For the sigmoid it is a times (1 − a).",
            examples=(lambda z: 1 - _sigmoid(z) ** 2,),
        ),
        one_at_a_time(lambda z: math.exp(-abs(z)) / (1 + math.exp(-abs(z))) ** 2),
        too_large(
            SIGMOID,
            "The numbers are right near 0, but far out numpy warns of an exponential too large to store."
            " Build the slope from a sigmoid that is quiet there.",
            lambda z: np.exp(-z) / (1 + np.exp(-z)) ** 2,
        ),
    ),
)

tanh_slope = CurveExercise(
    name="tanh_slope",
    title="The slope of tanh",
    task="Write `tanh_slope(z)`. With a = tanh(z), the slope at z is 1 − a².",
    signature="tanh_slope(z)",
    oracle=TANH,
    hints=(
        "Work out a = tanh(z) first. At z = 0 it is 0; what is the slope there?",
        "`np.tanh(z)` gives a; a squared is `a ** 2` or `a * a`.",
    ),
    solution_code="""
import numpy as np

def tanh_slope(z):
    a = np.tanh(z)
    return 1 - a * a
""",
    explanation="At z = 0 the slope is 1, four times that of the sigmoid; far out a² is nearly 1 and the slope"
    " nearly 0.",
    praise="Steep in the middle, flat far out.",
    right=(
        lambda z: 1 - np.tanh(z) ** 2,
        lambda z: (1 - np.tanh(z)) * (1 + np.tanh(z)),
    ),
    misconceptions=(
        Misconception(
            name="z taken for the output",
            hint="The formula is used on z itself. It is meant for the output a = tanh(z).",
            examples=(lambda z: 1 - z**2,),
        ),
        Misconception(
            name="not squared",
            hint="At z = −2 this is nearly 2, and no slope of tanh is larger than 1. Is the output squared?",
            examples=(lambda z: 1 - np.tanh(z),),
        ),
        Misconception(
            name="the rule of the sigmoid",
            hint="a times (1 − a) is the rule for the sigmoid. For tanh it is 1 − a².",
            examples=(lambda z: np.tanh(z) * (1 - np.tanh(z)),),
        ),
        too_large(
            TANH,
            "The numbers are right near 0, but far out numpy warns: cosh of 1000 is too large to store."
            " tanh itself is quiet there.",
            lambda z: 1 / np.cosh(z) ** 2,
        ),
    ),
)

relu_slope = CurveExercise(
    name="relu_slope",
    title="The slope of ReLU",
    task="Write `relu_slope(z)`: how steep is ReLU where z is positive, and where it is negative? (At"
    " exactly 0 it has no slope; take what you like.)",
    signature="relu_slope(z)",
    oracle=RELU,
    hints=(
        "Go from z = 2 to z = 2.1. By how much does ReLU grow, compared with z? And from −2 to −1.9?",
        "The slope is 1 on one side and 0 on the other; `np.where` chooses.",
    ),
    solution_code="""
import numpy as np

def relu_slope(z):
    return np.where(z > 0, 1, 0)
""",
    explanation=(
        "On the right ReLU is z itself, which grows as fast as z: slope 1. On the left it is always 0 and"
        " does not grow: slope 0. At 0 the two sides disagree, and an agreement is needed; here as in the"
        " common libraries it is 0."
    ),
    praise="Either 1 or 0: nothing fades, and half of it is silent.",
    right=(
        lambda z: np.where(z > 0, 1, 0),
        lambda z: z > 0,
        lambda z: np.heaviside(z, 0.5),
        lambda z: np.where(z >= 0, 1.0, 0.0),
    ),
    misconceptions=(
        Misconception(
            name="the function itself",
            hint="This is ReLU itself. The slope asks how fast it grows: at z = 30 no faster than at z = 2.",
            examples=(lambda z: np.maximum(0, z),),
        ),
        Misconception(
            name="falling",
            hint="This says that ReLU falls on the left. It is level there.",
            examples=(np.sign, lambda z: np.where(z > 0, 1, -1)),
        ),
        Misconception(
            name="straight everywhere",
            hint="This is right for a line without a kink. Left of 0 ReLU is level.",
            examples=(lambda z: np.ones_like(z), lambda z: 1 + 0 * z),
        ),
        Misconception(
            name="the step’s slope",
            hint="This says that ReLU is level everywhere. Right of 0 it climbs as fast as z.",
            examples=(lambda z: 0 * z, lambda z: np.zeros_like(z)),
        ),
        one_at_a_time(lambda z: 1 if z > 0 else 0),
    ),
)

leaky_relu_slope = CurveExercise(
    name="leaky_relu_slope",
    title="The slope of leaky ReLU",
    task="Write `leaky_relu_slope(z)`, for the leak of a hundredth.",
    signature="leaky_relu_slope(z)",
    oracle=LEAKY,
    hints=(
        "Go from z = −2 to z = −1. By how much does leaky ReLU grow?",
        "1 where z is positive. Elsewhere the output is 0.01 · z: what stands before z is the slope.",
    ),
    solution_code="""
import numpy as np

def leaky_relu_slope(z):
    return np.where(z > 0, 1, 0.01)
""",
    explanation="A line 0.01 · z grows by 0.01 whenever z grows by 1, wherever you are on it.",
    praise="Never 0: a silent unit keeps a way back.",
    right=(
        lambda z: np.where(z > 0, 1, 0.01),
        lambda z: 0.01 + 0.99 * (z > 0),
    ),
    misconceptions=(
        Misconception(
            name="no leak",
            hint="This is the slope of the plain ReLU. Left of 0 the leaky one still climbs a little.",
            examples=(lambda z: np.where(z > 0, 1, 0),),
        ),
        Misconception(
            name="leak times z",
            hint="0.01 · z is the output on the left. Its slope is the same number everywhere there.",
            examples=(lambda z: np.where(z > 0, 1, 0.01 * z),),
        ),
        Misconception(
            name="falling",
            hint="This says that it falls on the left. From −2 to −1 the output goes from −0.02 up to −0.01.",
            examples=(lambda z: np.where(z > 0, 1, -0.01),),
        ),
        Misconception(
            name="the function itself",
            hint="This is leaky ReLU itself. Its slope has only two values.",
            examples=(lambda z: np.where(z > 0, z, 0.01 * z),),
        ),
        one_at_a_time(lambda z: 1 if z > 0 else 0.01),
    ),
)
