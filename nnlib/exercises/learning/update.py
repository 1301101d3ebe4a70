"""Write the rule: what one example does to the weights and the bias.

Each mistake is written down as a function. When yours gives the same numbers as one of them on
every call, its hint is for you.
"""

from dataclasses import dataclass, replace

import numpy as np

from nnlib.exercises.code import CodeExercise
from nnlib.exercises.exercise import Misconception
from nnlib.exercises.reading import as_numbers

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


def _in_a_row(value):
    """Return weights and bias, `w, b`, as one row of numbers; None when it is not such a pair."""
    if isinstance(value, (tuple, list)) and len(value) == 2:
        weights, bias = map(as_numbers, value)
        if weights is not None and bias is not None and (weights.ndim, bias.ndim) == (1, 0):
            return np.append(weights, bias)
    return value if isinstance(value, np.ndarray) else None


def _moving_by(move, bias_move=None):
    """Make an update that adds move(x, target, w, b, rate) to w, and as much for an input of 1 to b."""

    def updated(x, target, w, b, rate):
        change = move(x, target, w, b, rate)
        own = change if bias_move is None else bias_move(x, target, w, b, rate)
        return np.append(w + change * x, b + own)

    return updated


def _answer(x, w, b):
    return int(x @ w + b >= 0)


def _rule(x, target, w, b, rate):
    return rate * (target - _answer(x, w, b))


def _rule_of_moved_weights(x, target, w, b, rate):
    return _rule(x, target, w + _rule(x, target, w, b, rate) * x, b, rate)


def _in_a_loop(x, target, w, b, rate):
    z = b
    for i in range(len(x)):
        z += w[i] * x[i]
    if z >= 0 and target == 0:
        return [w[i] - rate * x[i] for i in range(len(x))], b - rate
    if z < 0 and target == 1:
        return [w[i] + rate * x[i] for i in range(len(x))], b + rate
    return w, b


@dataclass(kw_only=True, repr=False, eq=False)
class _PairExercise(CodeExercise):
    """Ask for a function that returns two things, weights and bias; they are compared as one row."""

    def _read(self, answer):
        return [replace(reply, numbers=_in_a_row(reply.value)) for reply in super()._read(answer)]


update = _PairExercise(
    name="update",
    title="One update",
    task="Write `update(x, target, w, b, rate)`: what the rule makes of the weights `w` and the bias"
    " `b` when the example `x` has its turn. `x` and `w` are arrays of one length, `target` is 1 or"
    " 0. Return both: `return w, b`.",
    signature="update(x, target, w, b, rate)",
    returns="the pair `w, b` (after a right answer the old ones)",
    oracle=_moving_by(_rule),
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
        _moving_by(_rule),
    ),
    misconceptions=(
        Misconception(
            name="nothing moves",
            hint="Weights and bias come back as they went in. After a mistake they should move.",
            examples=(_moving_by(lambda *case: 0),),
        ),
        Misconception(
            name="every example moves it",
            hint="It moves even where the answer was right. Compare the answer with the target first:"
            " only mistakes change anything.",
            examples=(
                _moving_by(lambda x, target, w, b, rate: rate * (2 * target - 1)),
                _moving_by(lambda *case: _rule(*case) or -case[-1]),  # an else for two cases
                _moving_by(lambda *case: _rule(*case) or case[-1]),
            ),
        ),
        Misconception(
            name="the other way",
            hint="It moves after mistakes only, but the other way: the sum of that example gets"
            " further from where it should be. When should the example be added, and when taken away?",
            examples=(_moving_by(lambda *case: -_rule(*case)),),
        ),
        Misconception(
            name="always added",
            hint="After every mistake the example is added. That is right when it should have fired."
            " And when it should have been silent?",
            examples=(_moving_by(lambda *case: abs(_rule(*case))),),
        ),
        Misconception(
            name="always taken away",
            hint="After every mistake the example is taken away. That is right when it should have"
            " been silent. And when it should have fired?",
            examples=(_moving_by(lambda *case: -abs(_rule(*case))),),
        ),
        Misconception(
            name="false alarms overlooked",
            hint="It learns from silence where it should have fired. There is a second kind of mistake:"
            " it fires and should be silent.",
            examples=(_moving_by(lambda *case: max(0, _rule(*case))),),
        ),
        Misconception(
            name="missed alarms overlooked",
            hint="It learns from firing where it should be silent. There is a second kind of mistake:"
            " it is silent and should fire.",
            examples=(_moving_by(lambda *case: min(0, _rule(*case))),),
        ),
        Misconception(
            name="target alone",
            hint="What is added depends on the target alone: examples that should fire are added again"
            " and again, right or not. The answer has to come in.",
            examples=(_moving_by(lambda x, target, w, b, rate: rate * target),),
        ),
        Misconception(
            name="bias left behind",
            hint="The weights move well. The bias stays where it was; it is a weight too, with an input"
            " that is always 1.",
            examples=(_moving_by(_rule, lambda *case: 0),),
        ),
        Misconception(
            name="answer taken twice",
            hint="The bias goes by the answer of weights that have moved already. Work out the answer"
            " once, before anything moves, and keep it.",
            examples=(_moving_by(_rule, _rule_of_moved_weights),),
        ),
        Misconception(
            name="bias without rate",
            hint="The weights move well. The bias moves by 1 whatever the rate is: multiply by the rate"
            " there too.",
            examples=(_moving_by(_rule, lambda x, target, w, b, rate: target - _answer(x, w, b)),),
        ),
        Misconception(
            name="rate left out",
            hint="It moves the right way, but by the whole example. How far it goes is said by `rate`.",
            examples=(_moving_by(lambda x, target, w, b, rate: target - _answer(x, w, b)),),
        ),
        Misconception(
            name="silent at 0",
            hint="Look at examples whose sum is exactly 0: there the neuron fires.",
            examples=(
                _moving_by(lambda x, target, w, b, rate: rate * (target - int(x @ w + b > 0))),
            ),
        ),
        Misconception(
            name="bias not in the sum",
            hint="The answer is worked out without the bias. Whether it fires is decided by"
            " `x @ w + b`.",
            examples=(
                _moving_by(lambda x, target, w, b, rate: rate * (target - int(x @ w >= 0))),
            ),
        ),
        Misconception(
            name="sum for answer",
            hint="Here the target is compared with the sum itself. Compare it with the answer, which is"
            " 0 or 1: take the step first.",
            examples=(_moving_by(lambda x, target, w, b, rate: rate * (target - (x @ w + b))),),
        ),
        Misconception(
            name="the change alone",
            hint="This returns what is to be added. Add it to `w` and `b`, and return those.",
            examples=(lambda *case: np.append(_rule(*case) * case[0], _rule(*case)),),
        ),
    ),
)
