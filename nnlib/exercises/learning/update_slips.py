"""How an update goes wrong, and the hint for each way.

Every mistake is a function that gives the new weights, or the new bias, as that mistake makes them.
"""

from nnlib.exercises.exercise import Misconception
from nnlib.exercises.pairs import FIRST, SECOND, mistake_in


def _answer(x, w, b):
    return int(x @ w + b >= 0)


def _rule(x, target, w, b, rate):
    """Return what is added for an input of 1: rate, −rate or 0."""
    return rate * (target - _answer(x, w, b))


def weights(x, target, w, b, rate):
    """Return the first half of an update, rightly."""
    return w + _rule(x, target, w, b, rate) * x


def bias(x, target, w, b, rate):
    """Return the second half of an update, rightly."""
    return b + _rule(x, target, w, b, rate)


def _weights_by(move):
    """Make the first half of an update that adds move(x, target, w, b, rate) times x to w."""
    return lambda *case: case[2] + move(*case) * case[0]


def _bias_by(move):
    """Make the second half of an update that adds move(x, target, w, b, rate) to b."""
    return lambda *case: case[3] + move(*case)


def _until_right(x, target, w, b, rate):
    while _answer(x, w, b) != target:
        w, b = weights(x, target, w, b, rate), bias(x, target, w, b, rate)
    return w


def _by_single_products(x, target, w, b, rate):
    error = target - (1 if w * x + b >= 0 else 0)
    return w + rate * error * x, b + rate * error


def _decides_about_several_numbers(replies):
    return any(isinstance(reply.error, ValueError) and "ambiguous" in str(reply.error) for reply in replies)


def _in_weights(name, hint, *functions):
    return mistake_in(FIRST, name, hint, *functions, beside=bias)


def _in_bias(name, hint, *functions):
    return mistake_in(SECOND, name, hint, *functions, beside=weights)


SLIPS = (
    Misconception(
        name="products not added up",
        when=_decides_about_several_numbers,
        hint="`w * x` gives one product for each input, and `if` cannot decide about several numbers."
        " `x @ w` multiplies and adds them up.",
        examples=(_by_single_products,),
    ),
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
        lambda x, target, w, b, rate: bias(x, target, weights(x, target, w, b, rate), b, rate),
    ),
    _in_bias(
        "bias without rate",
        "The bias moves by 1 whatever the rate is: multiply by the rate there too.",
        _bias_by(lambda x, target, w, b, rate: target - _answer(x, w, b)),
    ),
)
