"""Write the rule: what one example does to the weights and the bias.

Each mistake is written down as a function in update_slips.py. When your weights, or your bias, are
the same as those of one of them on every call, its hint is for you.
"""

import numpy as np

from nnlib.exercises.learning.update_slips import SLIPS, bias, weights
from nnlib.exercises.pairs import PairExercise

# Quarters add up without rounding in any order, so a sum that should be exactly 0 is exactly 0.
PLAIN = (
    (np.array([1.0, 1.0]), 1, np.array([0.0, 0.0]), -1.0, 1.0),  # silent, should fire
    (np.array([1.0, 1.0]), 0, np.array([1.0, 1.0]), -1.0, 1.0),  # fires, should be silent
    (np.array([1.0, 0.0]), 0, np.array([1.0, 1.0]), -1.5, 1.0),  # right
    (np.array([1.0, 1.0]), 1, np.array([1.0, 1.0]), -2.0, 1.0),  # right: a sum of 0 fires
    (np.array([0.0, 0.0]), 0, np.array([0.0, 0.0]), 0.0, 1.0),  # a sum of 0 fires, and should not
    (np.array([2.0, -1.0]), 0, np.array([1.0, 0.5]), 0.0, 0.5),  # another rate
    (np.array([3.0]), 1, np.array([-1.0]), 1.0, 0.25),  # one input
)


def _cases(rng):
    """Return calls (x, target, w, b, rate): plain ones, then random ones with 1 to 6 inputs."""
    drawn = [
        (_quarters(rng, n), int(rng.integers(2)), _quarters(rng, n), float(_quarters(rng)), rate)
        for n in range(1, 7)
        for rate in (0.25, 0.5, 1.0, 2.0)
        for _ in range(3)
    ]
    return [*PLAIN, *drawn]


def _quarters(rng, *shape):
    """Return random numbers from −3 to 3 in steps of ¼."""
    return rng.integers(-12, 13, size=shape) / 4


def _in_a_loop(x, target, w, b, rate):
    z = b
    for i in range(len(x)):
        z += w[i] * x[i]
    if z >= 0 and target == 0:
        return [w[i] - rate * x[i] for i in range(len(x))], b - rate
    if z < 0 and target == 1:
        return [w[i] + rate * x[i] for i in range(len(x))], b + rate
    return w, b


update = PairExercise(
    name="update",
    title="One update",
    task="Write `update(x, target, w, b, rate)`: what the rule makes of the weights `w` and the bias"
    " `b` when the example `x` has its turn. `x` and `w` are arrays of one length, `target` is 1 or"
    " 0. Return both: `return w, b`.",
    signature="update(x, target, w, b, rate)",
    halves=(("w", "an array as long as `x`"), ("b", "one number")),
    oracle=lambda *case: (weights(*case), bias(*case)),
    cases=_cases,
    hints=(
        "First the answer: 1 if `x @ w + b` is 0 or more, else 0. Then compare it with the target."
        " There are three cases: right, silent but should fire, fires but should be silent.",
        "`target - answer` is 0, 1 or −1 in these three cases, just the sign that is needed. Add"
        " `rate * (target - answer) * x` to the weights, and the same without `x` to the bias.",
    ),
    solution_code="""
import numpy as np

def update(x, target, w, b, rate):
    answer = 1 if x @ w + b >= 0 else 0
    error = target - answer
    return w + rate * error * x, b + rate * error
""",
    explanation=(
        "The error is 0 after a right answer, so nothing moves; 1 when it should have fired, so the"
        " example is added; −1 when it should have been silent, so it is taken away. The bias is a"
        " weight whose input is always 1, so it moves by rate × error. `w + …` makes a new array;"
        " whoever called still has the old one."
    ),
    praise="Only mistakes move it, and they move it the right way. This is the whole rule.",
    right=(
        lambda x, target, w, b, rate: (
            w + rate * (target - (x @ w + b >= 0)) * x,
            b + rate * (target - (x @ w + b >= 0)),
        ),
        _in_a_loop,
    ),
    misconceptions=SLIPS,
)
