"""Write the rule: what one example does to the weights and the bias.

Each mistake is written down as a function. When your weights, or your bias, are the same as those of
one of them on every call, its hint is for you.
"""

import numpy as np

from nnlib.exercises.bends.pairs import FIRST, SECOND, PairExercise, mistake_in

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


def _answer(x, w, b):
    return int(x @ w + b >= 0)


def _rule(x, target, w, b, rate):
    """Return what is added for an input of 1: rate, −rate or 0."""
    return rate * (target - _answer(x, w, b))


def _weights(x, target, w, b, rate):
    return w + _rule(x, target, w, b, rate) * x


def _bias(x, target, w, b, rate):
    return b + _rule(x, target, w, b, rate)


def _weights_by(move):
    """Make the first half of an update that adds move(x, target, w, b, rate) times x to w."""
    return lambda *case: case[2] + move(*case) * case[0]


def _bias_by(move):
    """Make the second half of an update that adds move(x, target, w, b, rate) to b."""
    return lambda *case: case[3] + move(*case)


def _until_right(x, target, w, b, rate):
    while _answer(x, w, b) != target:
        w, b = _weights(x, target, w, b, rate), _bias(x, target, w, b, rate)
    return w


def _in_a_loop(x, target, w, b, rate):
    z = b
    for i in range(len(x)):
        z += w[i] * x[i]
    if z >= 0 and target == 0:
        return [w[i] - rate * x[i] for i in range(len(x))], b - rate
    if z < 0 and target == 1:
        return [w[i] + rate * x[i] for i in range(len(x))], b + rate
    return w, b


def _in_weights(name, hint, *functions):
    return mistake_in(FIRST, name, hint, *functions, beside=_bias)


def _in_bias(name, hint, *functions):
    return mistake_in(SECOND, name, hint, *functions, beside=_weights)


update = PairExercise(
    name="update",
    title="One update",
    task="Write `update(x, target, w, b, rate)`: what the rule makes of the weights `w` and the bias"
    " `b` when the example `x` has its turn. `x` and `w` are arrays of one length, `target` is 1 or"
    " 0. Return both: `return w, b`.",
    signature="update(x, target, w, b, rate)",
    halves=(("w", "an array as long as `x`"), ("b", "one number")),
    oracle=lambda *case: (_weights(*case), _bias(*case)),
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
    misconceptions=(
        _in_weights(
            "nothing moves",
            "The weights come back as they went in. After a mistake they should move, each by rate ×"
            " its own input.",
            _weights_by(lambda *case: 0),
        ),
        _in_weights(
            "every example moves it",
            "It moves even where the answer was right. Compare the answer with the target first: only"
            " mistakes change anything.",
            _weights_by(lambda x, target, w, b, rate: rate * (2 * target - 1)),
            _weights_by(lambda *case: _rule(*case) or -case[-1]),  # an else for two cases
            _weights_by(lambda *case: _rule(*case) or case[-1]),
        ),
        _in_weights(
            "the other way",
            "It moves after mistakes only, but the other way: the sum of that example gets further from"
            " where it should be. When should the example be added, and when taken away?",
            _weights_by(lambda *case: -_rule(*case)),
        ),
        _in_weights(
            "always added",
            "After every mistake the example is added. That is right when it should have fired. And"
            " when it should have been silent?",
            _weights_by(lambda *case: abs(_rule(*case))),
        ),
        _in_weights(
            "always taken away",
            "After every mistake the example is taken away. That is right when it should have been"
            " silent. And when it should have fired?",
            _weights_by(lambda *case: -abs(_rule(*case))),
        ),
        _in_weights(
            "false alarms overlooked",
            "It learns from silence where it should have fired. There is a second kind of mistake: it"
            " fires and should be silent.",
            _weights_by(lambda *case: max(0, _rule(*case))),
        ),
        _in_weights(
            "missed alarms overlooked",
            "It learns from firing where it should be silent. There is a second kind of mistake: it is"
            " silent and should fire.",
            _weights_by(lambda *case: min(0, _rule(*case))),
        ),
        _in_weights(
            "target alone",
            "What is added depends on the target alone: examples that should fire are added again and"
            " again, right or not. The answer has to come in.",
            _weights_by(lambda x, target, w, b, rate: rate * target),
        ),
        _in_weights(
            "answer alone",
            "What happens depends on the answer alone: examples that fire are taken away, even those"
            " that should fire. Compare the answer with the target.",
            _weights_by(lambda x, target, w, b, rate: -rate * _answer(x, w, b)),
            _weights_by(lambda x, target, w, b, rate: rate * (1 - 2 * _answer(x, w, b))),
        ),
        _in_weights(
            "until it is right",
            "It repeats the update until the answer is right. The rule makes it once, right or not by"
            " then, and goes on to the next example.",
            _until_right,
        ),
        _in_weights(
            "input left out",
            "Every weight moves by the same. Each should move by rate × its own input: the example is"
            " added, and that is `x`.",
            lambda *case: case[2] + _rule(*case),
        ),
        _in_weights(
            "rate left out",
            "It moves the right way, but by the whole example. How far it goes is said by `rate`.",
            _weights_by(lambda x, target, w, b, rate: target - _answer(x, w, b)),
        ),
        _in_weights(
            "silent at 0",
            "Look at examples whose sum is exactly 0: there the neuron fires.",
            _weights_by(lambda x, target, w, b, rate: rate * (target - int(x @ w + b > 0))),
        ),
        _in_weights(
            "bias not in the sum",
            "The answer is worked out without the bias. Whether it fires is decided by `x @ w + b`.",
            _weights_by(lambda x, target, w, b, rate: rate * (target - int(x @ w >= 0))),
        ),
        _in_weights(
            "sum for answer",
            "Here the target is compared with the sum itself. Compare it with the answer, which is 0 or"
            " 1: take the step first.",
            _weights_by(lambda x, target, w, b, rate: rate * (target - (x @ w + b))),
        ),
        _in_weights(
            "the change alone",
            "This returns what is to be added. Add it to `w` and `b`, and return those.",
            lambda *case: _rule(*case) * case[0],
        ),
        _in_bias(
            "bias left behind",
            "The bias stays where it was. It is a weight too, with an input that is always 1.",
            _bias_by(lambda *case: 0),
        ),
        _in_bias(
            "bias the other way",
            "The bias moves the other way. It goes as the weights do: up when the neuron should have"
            " fired, down when it should have been silent.",
            _bias_by(lambda *case: -_rule(*case)),
        ),
        _in_bias(
            "answer taken twice",
            "The bias goes by the answer of weights that have moved already. Work out the answer once,"
            " before anything moves, and keep it.",
            lambda x, target, w, b, rate: _bias(x, target, _weights(x, target, w, b, rate), b, rate),
        ),
        _in_bias(
            "bias without rate",
            "The bias moves by 1 whatever the rate is: multiply by the rate there too.",
            _bias_by(lambda x, target, w, b, rate: target - _answer(x, w, b)),
        ),
    ),
)
