"""The calls on which `forward` is tried: plain ones first, then networks of all sizes.

Each call is (X, W1, b1, W2, b2): examples as rows, then weights and bias of the hidden layer, then
of the last.
"""

from itertools import combinations

import numpy as np

ROWS = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
HIDDEN = (np.array([[1.0, -2.0], [0.5, 1.5]]), np.array([-0.5, 1.0]))
LAST = (np.array([[2.0], [-1.0]]), np.array([0.5]))

PLAIN = (
    (ROWS, *HIDDEN, *LAST),
    (ROWS[2:3], *HIDDEN, *LAST),  # a single example
    (ROWS, HIDDEN[0] + 1, HIDDEN[1], *LAST),  # from here on, one thing is changed at a time
    (ROWS, HIDDEN[0], HIDDEN[1] + 1, *LAST),
    (ROWS, *HIDDEN, LAST[0] + 1, LAST[1]),
    (ROWS, *HIDDEN, LAST[0], LAST[1] + 1),
)


def batches(rng):
    """Return the calls: batches of 1 to 64 examples, layers of 1 to 5 units."""
    sizes = [(1, 2, 1), (3, 2, 1), (1, 4, 2), (5, 1, 3), (3, 3, 3), (2, 5, 1)]
    drawn = [_call(rng, n, *units) for n in (1, 2, 3, 64) for units in sizes]
    return [*PLAIN, *drawn]


def _call(rng, examples, features, hidden, outputs):
    shapes = ((examples, features), (features, hidden), hidden, (hidden, outputs), outputs)
    return tuple(rng.uniform(-2, 2, shape) for shape in shapes)


def ignores_an_argument(replies):
    """Tell whether changing one argument alone, weights or a bias, never changed the answer."""
    return any(_never_changes(replies[: len(PLAIN)], place) for place in range(1, 5))


def _never_changes(replies, place):
    pairs = [
        (one, other)
        for one, other in combinations(replies, 2)
        if _differ_only_at(place, one.case, other.case)
    ]
    return all(_has_rows(one) and one.agrees_with(other) for one, other in pairs)


def _differ_only_at(place, case, other):
    equal = [np.array_equal(mine, yours) for mine, yours in zip(case, other, strict=True)]
    return equal == [number != place for number in range(len(case))]


def _has_rows(reply):
    """Tell whether numbers came back, a row for each example; anything else is another mistake."""
    return reply.numbers is not None and reply.numbers.shape == (len(reply.case[0]), 1)
