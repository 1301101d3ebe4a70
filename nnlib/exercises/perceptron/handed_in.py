"""Does a function use the weights and the bias it is handed?

In a notebook a neuron is always at hand, and its own weights slip easily into a function that
should take any. Then the function gives the same answer whatever weights come in.
"""

from itertools import combinations

import numpy as np

WEIGHTS, BIAS = 1, 2  # places in the call f(x, w, b)


def keeps_its_answer(replies):
    """Tell whether changing only the weights, or only the bias, never changed the answer."""
    return any(_never_changes(replies, place) for place in (WEIGHTS, BIAS))


def _never_changes(replies, place):
    """Compare all calls that differ at ``place`` alone."""
    pairs = [
        (one, other)
        for one, other in combinations(replies, 2)
        if _differ_only_at(place, one.case, other.case)
    ]
    return bool(pairs) and all(_has_answer(one) and one.agrees_with(other) for one, other in pairs)


def _differ_only_at(place, case, other):
    differing = [
        number
        for number, (mine, yours) in enumerate(zip(case, other, strict=True))
        if not np.array_equal(mine, yours)
    ]
    return differing == [place]


def _has_answer(reply):
    """Tell whether numbers came back, one for each example; anything else is another mistake."""
    examples = reply.case[0].shape[:-1]
    return reply.numbers is not None and reply.numbers.shape == examples
