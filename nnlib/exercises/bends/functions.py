"""Four activations to write: sigmoid, tanh, ReLU and leaky ReLU."""

import math

import numpy as np

from nnlib import activations
from nnlib.exercises.bends.curve import CurveExercise, one_at_a_time, too_large
from nnlib.exercises.exercise import Misconception

TWO_CASES = (
    "Far out numpy warns: your formula takes `np.exp` of a large positive number, too large to store."
    " Which of exp(z) and exp(−z) is small at z = 1000, and which at z = −1000? (`np.where` works out"
    " both of its sides, so a bad one still warns.)"
)


def _stable_sigmoid(z):
    small = np.exp(-np.abs(z))
    return np.where(z >= 0, 1, small) / (1 + small)


sigmoid = CurveExercise(
    name="sigmoid",
    title="The sigmoid",
    task="Write `sigmoid(z)`: 1 / (1 + exp(−z)), for a number or an array of any shape, right and"
    " without a warning at z = 1000 and z = −1000 too.",
    signature="sigmoid(z)",
    oracle=activations.sigmoid,
    hints=(
        "`np.exp` takes numbers and arrays. First write the formula as it stands, and see what the"
        " check says far out.",
        "exp(−|z|) is never large. For z ≥ 0 the sigmoid is 1 / (1 + exp(−z)); for z < 0 it is the"
        " same as exp(z) / (1 + exp(z)). In both, only exp(−|z|) occurs.",
    ),
    solution_code="""
import numpy as np

def sigmoid(z):
    small = np.exp(-np.abs(z))
    return np.where(z >= 0, 1, small) / (1 + small)
""",
    explanation=(
        "Multiply top and bottom of 1 / (1 + exp(−z)) by exp(z), and you get exp(z) / (1 + exp(z)): the"
        " same number in another form. For negative z this form is the safe one. `small` is the"
        " exponential of a number that is never positive, so it lies between 0 and 1."
    ),
    praise="Right near 0, and quiet far out: a real library does it in just this way.",
    right=(
        _stable_sigmoid,
        activations.sigmoid,
        lambda z: 0.5 * (1 + np.tanh(0.5 * z)),
        lambda z: 1 / (1 + np.exp(-np.clip(z, -700, 700))),
    ),
    misconceptions=(
        Misconception(
            name="sign of z",
            hint="It falls where it should climb. Look at the sign in the exponent.",
            examples=(lambda z: 1 / (1 + np.exp(z)),),
        ),
        Misconception(
            name="one missing",
            hint="At z = 0 this gives 1; half is right. Something is added below the line of the fraction.",
            examples=(lambda z: 1 / np.exp(-z), lambda z: np.exp(z)),
        ),
        Misconception(
            name="on or off",
            hint="This gives 0 and 1 only, which is the step. A sigmoid says how strongly: 0.73 at z = 1.",
            examples=(lambda z: np.where(z >= 0, 1, 0), lambda z: np.where(z > 0, 1.0, 0.0)),
        ),
        Misconception(
            name="tanh",
            hint="This goes from −1 to 1: it is tanh. The sigmoid goes from 0 to 1.",
            examples=(np.tanh,),
        ),
        one_at_a_time(
            lambda z: 1 / (1 + math.exp(-z)),
            lambda z: 1 / (1 + np.exp(-z)) if z >= 0 else np.exp(z) / (1 + np.exp(z)),
        ),
        too_large(
            activations.sigmoid, TWO_CASES,
            lambda z: 1 / (1 + np.exp(-z)),
            lambda z: np.exp(z) / (1 + np.exp(z)),
            lambda z: np.where(z >= 0, 1 / (1 + np.exp(-z)), np.exp(z) / (1 + np.exp(z))),
        ),
    ),
)  # fmt: skip


tanh = CurveExercise(
    name="tanh",
    title="The tanh",
    task="Write `tanh(z)`: (exp(z) − exp(−z)) / (exp(z) + exp(−z)), quiet at z = 1000 and z = −1000 too."
    " Your `sigmoid` may help, and so may numpy.",
    signature="tanh(z)",
    oracle=activations.tanh,
    hints=(
        "The sigmoid goes from 0 to 1, tanh from −1 to 1. What has to be done to the first to get the"
        " second?",
        "tanh(z) is 2 · sigmoid(2z) − 1. numpy also has it ready made.",
    ),
    solution_code="""
import numpy as np

def tanh(z):
    small = np.exp(-2 * np.abs(z))
    return np.sign(z) * (1 - small) / (1 + small)
""",
    explanation=(
        "Top and bottom divided by the larger of the two exponentials leave only exp(−2|z|), which is"
        " never large; the sign of z is put back at the end. `np.tanh` does this for you."
    ),
    praise="From −1 to 1, with its sign kept.",
    right=(
        np.tanh,
        lambda z: 2 * _stable_sigmoid(2 * z) - 1,
        lambda z: np.sign(z) * (1 - np.exp(-2 * np.abs(z))) / (1 + np.exp(-2 * np.abs(z))),
    ),
    misconceptions=(
        Misconception(
            name="sigmoid",
            hint="This is the sigmoid, from 0 to 1. tanh goes from −1 to 1 and is 0 at z = 0.",
            examples=(_stable_sigmoid,),
        ),
        Misconception(
            name="too flat",
            hint="It goes from −1 to 1, but too gently: at z = 1 tanh is 0.76. Inside the sigmoid z counts"
            " twice.",
            examples=(lambda z: 2 * _stable_sigmoid(z) - 1, lambda z: np.tanh(z / 2)),
        ),
        Misconception(
            name="half the fraction",
            hint="At z = 0 this is no 0. Above the line the two exponentials are subtracted, below it added.",
            examples=(lambda z: (np.exp(z) + np.exp(-z)) / 2, lambda z: np.cosh(z)),
        ),
        one_at_a_time(math.tanh),
        too_large(
            activations.tanh,
            "Far out numpy warns: exp of 1000 is too large to store. Divide top and bottom by the larger"
            " of the two exponentials, or use one of the forms in the task’s last sentence.",
            lambda z: (np.exp(z) - np.exp(-z)) / (np.exp(z) + np.exp(-z)),
            lambda z: (np.exp(2 * z) - 1) / (np.exp(2 * z) + 1),
        ),
    ),
)


relu = CurveExercise(
    name="relu",
    title="The ReLU",
    task="Write `relu(z)`: hand on what is positive, and 0 for the rest; for a number or an array of any"
    " shape.",
    signature="relu(z)",
    oracle=activations.relu,
    hints=(
        "Try it on −2, on 2, and on both in one array.",
        "`np.maximum(a, b)` takes the larger of two numbers, entry by entry.",
    ),
    solution_code="""
import numpy as np

def relu(z):
    return np.maximum(0, z)
""",
    explanation="The larger of z and 0 is z where z is positive, and 0 elsewhere.",
    praise="Two straight halves and one kink. That kink is all it takes.",
    right=(
        lambda z: np.maximum(0, z),
        lambda z: np.where(z > 0, z, 0),
        lambda z: z * (z > 0),
        lambda z: (z + np.abs(z)) / 2,
    ),
    misconceptions=(
        Misconception(
            name="on or off",
            hint="This gives 0 or 1, as the step does. A ReLU hands on how large z is.",
            examples=(lambda z: np.where(z > 0, 1, 0), lambda z: np.heaviside(z, 1.0)),
        ),
        Misconception(
            name="no bend",
            hint="Negative numbers come through unchanged. A ReLU gives 0 for them.",
            examples=(lambda z: z, lambda z: 1.0 * z),
        ),
        Misconception(
            name="turned up",
            hint="Negative numbers come out positive. They should come out as 0.",
            examples=(np.abs, lambda z: np.maximum(z, -z)),
        ),
        Misconception(
            name="the other half",
            hint="This keeps the negative half. The larger of z and 0 is wanted, not the smaller.",
            examples=(lambda z: np.minimum(0, z),),
        ),
        one_at_a_time(lambda z: max(0, z), lambda z: z if z > 0 else 0),
    ),
)


leaky_relu = CurveExercise(
    name="leaky_relu",
    title="The leaky ReLU",
    task="Write `leaky_relu(z)`: z where z is positive, and a hundredth of z elsewhere.",
    signature="leaky_relu(z)",
    oracle=activations.leaky_relu,
    hints=(
        "`np.where(condition, this, that)` decides for every number of an array.",
        "The condition is `z > 0`; this is z, that is 0.01 · z.",
    ),
    solution_code="""
import numpy as np

def leaky_relu(z):
    return np.where(z > 0, z, 0.01 * z)
""",
    explanation=(
        "For a negative z a hundredth of it is a small negative number. That little is enough: the slope"
        " there is 0.01 and not 0, so the unit can be moved back."
    ),
    praise="A ReLU that never falls quite silent.",
    right=(
        lambda z: np.where(z > 0, z, 0.01 * z),
        lambda z: np.maximum(z, z / 100),
        lambda z: np.maximum(0, z) + 0.01 * np.minimum(0, z),
    ),
    misconceptions=(
        Misconception(
            name="no leak",
            hint="This is the plain ReLU: at z = −2 it gives 0. A leak of −0.02 should be left.",
            examples=(lambda z: np.maximum(0, z),),
        ),
        Misconception(
            name="leak upward",
            hint="At z = −2 this gives +0.02. A hundredth of −2 is negative.",
            examples=(lambda z: np.where(z > 0, z, -0.01 * z), lambda z: np.maximum(z, -0.01 * z)),
        ),
        Misconception(
            name="the same leak for all",
            hint="Every negative z gives the same number here. The leak is a hundredth of z, so it grows with z.",
            examples=(lambda z: np.where(z > 0, z, -0.01), lambda z: np.where(z > 0, z, 0.01)),
        ),
        Misconception(
            name="another leak",
            hint="A tenth comes through here. A hundredth is asked for: 0.01 times z.",
            examples=(lambda z: np.where(z > 0, z, 0.1 * z),),
        ),
        one_at_a_time(lambda z: z if z > 0 else 0.01 * z, lambda z: max(z, 0.01 * z)),
    ),
)
