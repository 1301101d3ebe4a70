"""The calls on which `backward` is tried: plain ones first, then twenty networks drawn at random.

Each call is (x, t, W1, b1, W2, b2): one example and its target, then weights and biases of the hidden
layer, then of the output.
"""

from itertools import combinations

import numpy as np

from nnlib.exercises.backward.slopes_exercise import has_nine
from nnlib.gradcheck import central_differences, loss_of_parameters
from nnlib.network import Network

EXAMPLE = (np.array([1.0, 0.5]), 0.0)  # the notebook's
HIDDEN = (np.array([[1.0, -1.0], [2.0, 0.5]]), np.array([-0.5, 0.5]))
OUTPUT = (np.array([1.5, -2.0]), 0.5)

PLAIN = (
    (*EXAMPLE, *HIDDEN, *OUTPUT),
    (np.array([-1.0, 2.0]), EXAMPLE[1], *HIDDEN, *OUTPUT),  # from here on, one thing is changed at a time
    (EXAMPLE[0], 1.0, *HIDDEN, *OUTPUT),
    (*EXAMPLE, HIDDEN[0] + 1, HIDDEN[1], *OUTPUT),
    (*EXAMPLE, HIDDEN[0], HIDDEN[1] + 1, *OUTPUT),
    (*EXAMPLE, *HIDDEN, OUTPUT[0] + 1, OUTPUT[1]),
    (*EXAMPLE, *HIDDEN, OUTPUT[0], OUTPUT[1] + 1),
)
RANDOM = 20  # networks


def networks(rng):
    """Return the calls: the plain ones, then random numbers, each with a target of 0 or 1."""
    return [*PLAIN, *(_call(rng) for _ in range(RANDOM))]


def _call(rng):
    x, W1, b1, W2 = (rng.uniform(-1.5, 1.5, shape) for shape in (2, (2, 2), 2, 2))
    return x, float(rng.integers(2)), W1, b1, W2, float(rng.uniform(-1, 1))


def measured(x, t, W1, b1, W2, b2):
    """Return the nine slopes by central differences, `(9,)`; backpropagation has no part in it."""
    network = Network([2, 2, 1])
    network.parameters = parameters(W1, b1, W2, b2)
    return central_differences(
        loss_of_parameters(network, x, [[t]], "squared error"), network.parameters
    )


def parameters(W1, b1, W2, b2):
    """Return the nine numbers in a row, `(9,)`: weights row by row, then biases, layer by layer."""
    return np.concatenate([W1.ravel(), b1, W2, [b2]])


def ignores_an_argument(replies):
    """Tell whether changing one argument alone never changed the answer, though it has a part in it."""
    return all(map(has_nine, replies)) and any(_never_changes(replies, place) for place in range(6))


def _never_changes(replies, place):
    pairs = [
        (one, other)
        for one, other in combinations(replies[: len(PLAIN)], 2)
        if _differ_only_at(place, one.case, other.case)
    ]
    return all(one.agrees_with(other) for one, other in pairs)


def _differ_only_at(place, case, other):
    equal = [np.array_equal(mine, yours) for mine, yours in zip(case, other, strict=True)]
    return equal == [number != place for number in range(len(case))]
