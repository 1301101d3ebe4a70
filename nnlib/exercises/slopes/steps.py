"""One step of gradient descent: a number, its slope, a rate, and the number after the step.

Each mistake is written down as a function. When yours gives the same numbers as one of them on
every call, its hint is for you.
"""

import numpy as np

from nnlib.exercises.code import CodeExercise
from nnlib.exercises.exercise import Misconception
from nnlib.landscapes import BOWL

PLAIN = (
    (3.0, 2.0, 0.5),
    (3.0, -2.0, 0.5),
    (3.0, 0.0, 0.5),  # a level place
    (0.0, -1.5, 0.25),
    (-2.0, 4.0, 2.0),
)
ROWS = (
    (np.array([1.0, -2.0, 0.5]), np.array([2.0, -4.0, 0.0]), 0.5),
    (np.array([[1.0, 2.0], [3.0, 4.0]]), np.array([[1.0, 0.0], [-1.0, 8.0]]), 0.125),
)


def steps(rng):
    """Return calls with single numbers, then with arrays; all numbers are eighths."""
    alone = [tuple(map(float, _eighths(rng, 3))) for _ in range(20)]
    shapes = [(size,) for size in range(1, 8)] + [(rows, 3) for rows in range(1, 5)]
    arrays = [(_eighths(rng, shape), _eighths(rng, shape), _rate(rng)) for shape in shapes]
    return [*PLAIN, *((w, slope, abs(rate)) for w, slope, rate in alone), *ROWS, *arrays]


def _eighths(rng, shape):
    return rng.integers(-24, 25, size=shape) / 8


def _rate(rng):
    return float(rng.integers(1, 17) / 8)


def _slope_of_the_apples(w):
    """Do what `slope_at` of the notebook does."""
    kilos, cost = BOWL.points.inputs[:, 0], BOWL.points.targets[:, 0]
    return np.mean(2 * (w * kilos - cost) * kilos)


gradient_step = CodeExercise(
    name="gradient_step",
    title="One step downhill",
    task="Write `gradient_step(w, slope, rate)`: the weight after one step of gradient descent."
    " `w` and `slope` are numbers, or arrays of one shape with a slope for each weight.",
    signature="gradient_step(w, slope, rate)",
    returns="the new weight, in the shape of w,",
    oracle=lambda w, slope, rate: w - rate * slope,
    cases=steps,
    hints=(
        "Where the slope is positive, the loss climbs to the right. So which way is down?",
        "The step is the rate times the slope. Take it away from the weight: where the slope is"
        " negative, taking away moves to the right by itself.",
    ),
    solution_code="""
def gradient_step(w, slope, rate):
    return w - rate * slope
""",
    explanation=(
        "Minus, because the slope points uphill. At slope 0 nothing is taken away and the weight"
        " stays. numpy does the same for every number of an array at once, so these lines move one"
        " weight or a million."
    ),
    praise="Minus the rate times the slope. This line moves every network in this course.",
    right=(
        lambda w, slope, rate: w - rate * slope,
        lambda w, slope, rate: np.add(w, np.multiply(-rate, slope)),
        lambda w, slope, rate: np.asarray(w) - np.asarray(slope) * rate,
    ),
    misconceptions=(
        Misconception(
            name="uphill",
            hint="It climbs: with a positive slope the weight grows, and so does the loss. The slope"
            " points uphill; you want the other way.",
            examples=(lambda w, slope, rate: w + rate * slope,),
        ),
        Misconception(
            name="rate left out",
            hint="The weight moves by the slope itself. A slope says how steep it is, not how far to"
            " go: what is the rate for?",
            examples=(
                lambda w, slope, rate: w - slope,
                lambda w, slope, rate: w + slope,
            ),
        ),
        Misconception(
            name="the slope of the apples",
            hint="This measures the slope of the apples’ loss, with `slope_at`. A step should work on any"
            " loss: the slope is handed in, so use `slope`.",
            examples=(
                lambda w, slope, rate: w - rate * _slope_of_the_apples(w),
                lambda w, slope, rate: w - rate * np.vectorize(_slope_of_the_apples)(w),
                lambda w, slope, rate: w + rate * _slope_of_the_apples(w),
            ),
        ),
        Misconception(
            name="brackets",
            hint="Only the product, rate times slope, is taken away from the weight. In Python the product"
            " comes first by itself; a bracket around the difference changes that.",
            examples=(
                lambda w, slope, rate: (w - rate) * slope,
                lambda w, slope, rate: (w - slope) * rate,
            ),
        ),
        Misconception(
            name="slope left out",
            hint="The weight moves by the rate, whatever the slope. Where the slope is 0 nothing"
            " should move, and on a steep place more than on a gentle one.",
            examples=(
                lambda w, slope, rate: w - rate,
                lambda w, slope, rate: w - rate * np.sign(slope),
                lambda w, slope, rate: w - rate * np.where(np.asarray(slope) >= 0, 1, -1),
            ),
        ),
        Misconception(
            name="always to the left",
            hint="It loses the sign of the slope. With a negative slope the way down is to the"
            " right, and the weight should grow.",
            examples=(
                lambda w, slope, rate: w - rate * np.abs(slope),
                lambda w, slope, rate: w - abs(rate * slope),
            ),
        ),
        Misconception(
            name="the step alone",
            hint="This is the step. Where does it start from? Return the new weight.",
            examples=(
                lambda w, slope, rate: -rate * slope,
                lambda w, slope, rate: rate * slope,
            ),
        ),
        Misconception(
            name="the weight multiplied",
            hint="The weight itself is multiplied in, so a weight of 0 could never move. Take rate"
            " times slope away from it.",
            examples=(
                lambda w, slope, rate: w * (1 - rate * slope),
                lambda w, slope, rate: w - rate * slope * w,
            ),
        ),
        Misconception(
            name="divided by the rate",
            hint="A larger rate should give a larger step. Here it gives a smaller one.",
            examples=(lambda w, slope, rate: w - slope / rate,),
        ),
        Misconception(
            name="only where it climbs",
            hint="It moves only where the slope is positive. With a negative slope the way down is"
            " to the right.",
            examples=(lambda w, slope, rate: w - rate * np.maximum(slope, 0),),
        ),
        Misconception(
            name="one number at a time",
            hint="It is right for one number. For an array, `if` cannot decide: some slopes may be"
            " 0 or negative and others not. The formula needs no `if` at all.",
            examples=(
                lambda w, slope, rate: w - rate * slope if slope > 0 else w + rate * -slope,
            ),
        ),
        Misconception(
            name="arrays added up",
            hint="It is right for one number. In an array each weight has a slope of its own; here"
            " they were added up.",
            examples=(lambda w, slope, rate: w - rate * np.sum(slope),),
        ),
    ),
)
