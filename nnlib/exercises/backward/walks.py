"""Ways to walk back through a small network: the right one, and those that lose something.

Each takes one example and nine numbers, (x, t, W1, b1, W2, b2), and returns slopes for the numbers. The
tests at the end recognise a mistake by what came back, whatever rate was in it.
"""

from itertools import permutations

import numpy as np

from nnlib.activations import sigmoid
from nnlib.exercises.backward.cases import parameters
from nnlib.exercises.backward.slopes_exercise import agree, has_nine, in_a_row
from nnlib.exercises.reading import as_numbers


def made_of(
    sign=1, two=2, bend_y=lambda y: y * (1 - y), bend_h=lambda h: 1 - h**2, back=lambda W2: W2,
    outer=np.outer, bias=lambda blame, b: blame,
):  # fmt: skip
    """Return a backward with some of its factors exchanged; none, unless you choose."""

    def backward(x, t, W1, b1, W2, b2):
        h = np.tanh(x @ W1 + b1)
        y = sigmoid(h @ W2 + b2)
        blame_y = sign * two * (y - t) * bend_y(y)
        blame_h = blame_y * back(W2) * bend_h(h)
        return [outer(x, blame_h), bias(blame_h, b1), h * blame_y, bias(blame_y, b2)]

    return backward


right = made_of()


def number_by_number(x, t, W1, b1, W2, b2):
    """Work out one slope after the other; no table is multiplied by another."""
    h1 = np.tanh(x[0] * W1[0, 0] + x[1] * W1[1, 0] + b1[0])
    h2 = np.tanh(x[0] * W1[0, 1] + x[1] * W1[1, 1] + b1[1])
    y = sigmoid(h1 * W2[0] + h2 * W2[1] + b2)
    blame_y = 2 * (y - t) * y * (1 - y)
    blame_1, blame_2 = blame_y * W2[0] * (1 - h1**2), blame_y * W2[1] * (1 - h2**2)
    table = [[x[0] * blame_1, x[0] * blame_2], [x[1] * blame_1, x[1] * blame_2]]
    return table, [blame_1, blame_2], [h1 * blame_y, h2 * blame_y], blame_y


def new_weights(rate):
    """Return a backward that hands back new weights and biases."""
    return lambda x, t, *numbers: [
        number - rate * slope for number, slope in zip(numbers, right(x, t, *numbers), strict=True)
    ]


def steps(rate):
    """Return a backward that hands back rate × slope, what gradient descent subtracts."""
    return lambda *case: [rate * slope for slope in right(*case)]


def moved_early(rate):
    """Return a backward that moves W2 first, and carries the blame back along the new W2."""

    def backward(x, t, W1, b1, W2, b2):
        moved = W2 - rate * right(x, t, W1, b1, W2, b2)[2]
        return made_of(back=lambda W2: moved)(x, t, W1, b1, W2, b2)

    return backward


def value_at_the_end(x, t, W1, b1, W2, b2):
    """Multiply every blame by the value at the end of the line."""
    h = np.tanh(x @ W1 + b1)
    y = sigmoid(h @ W2 + b2)
    _, blame_h, _, blame_y = right(x, t, W1, b1, W2, b2)
    return [np.outer(h, blame_h), blame_h, y * blame_y * np.ones(2), blame_y]


def value_on_the_way(x, t, W1, b1, W2, b2):
    """Carry the blame back by the values of the hidden units, where their weights belong."""
    h = np.tanh(x @ W1 + b1)
    return made_of(back=lambda W2: h)(x, t, W1, b1, W2, b2)


def slope_carried_on(x, t, W1, b1, W2, b2):
    """Carry the slopes of W2 back, with h in them, where only the blame of y's sum belongs."""
    h = np.tanh(x @ W1 + b1)
    return made_of(back=lambda W2: h * W2)(x, t, W1, b1, W2, b2)


def values_made_of(of_x=lambda x, W1: x, of_h=lambda h, W2: h):
    """Return a backward that multiplies by something else than the values at the start."""

    def backward(x, t, W1, b1, W2, b2):
        h = np.tanh(x @ W1 + b1)
        _, blame_h, _, blame_y = right(x, t, W1, b1, W2, b2)
        into_h = of_x(x[:, None], W1) * np.ones((2, 2)) * blame_h
        return [into_h, blame_h, of_h(h, W2) * np.ones(2) * blame_y, blame_y]

    return backward


def begun_anew(blame=lambda y, t: 1.0):
    """Return a backward in which only this goes back along W2, not all of the blame of y's sum."""

    def backward(x, t, W1, b1, W2, b2):
        h = np.tanh(x @ W1 + b1)
        y = sigmoid(h @ W2 + b2)
        _, _, of_W2, of_b2 = right(x, t, W1, b1, W2, b2)
        blame_h = blame(y, t) * W2 * (1 - h**2)
        return [np.outer(x, blame_h), blame_h, of_W2, of_b2]

    return backward


def bends_of_sums(x, t, W1, b1, W2, b2):
    """Put the sums into the bend factors, where the outputs belong."""
    z_h = x @ W1 + b1
    z_y = np.tanh(z_h) @ W2 + b2
    factors = made_of(bend_y=lambda y: z_y * (1 - z_y), bend_h=lambda h: 1 - z_h**2)
    return factors(x, t, W1, b1, W2, b2)


def are_new_weights(replies):
    """Tell whether new weights and biases came back, moved by one and the same rate."""
    return _go(replies, lambda x, t, *numbers: parameters(*numbers), lambda *case: -_nine(right, case))


def are_steps(replies):
    """Tell whether every slope was multiplied by one and the same rate."""
    return _go(replies, lambda *case: np.zeros(9), lambda *case: _nine(right, case))


def are_moved_early(replies):
    """Tell whether the blame went back along weights that had moved already, by whatever rate."""
    return _go(
        replies,
        lambda *case: _nine(right, case),
        lambda *case: _nine(moved_early(1), case) - _nine(right, case),
    )


def are_in_another_order(replies):
    """Tell whether the right four parts came back, but not in the order W1, b1, W2, b2."""
    return any(
        all(_are_parts(reply, [right(*reply.case)[place] for place in order]) for reply in replies)
        for order in permutations(range(4)) if order != (0, 1, 2, 3)
    )  # fmt: skip


def _are_parts(reply, due):
    if not isinstance(reply.value, (list, tuple)) or len(reply.value) != len(due):
        return False
    return all(agree(part, numbers) for part, numbers in zip(reply.value, due, strict=True))


def lack_biases(replies):
    """Tell whether slopes came back for both tables of weights, but not for all biases."""
    return all(_sizes(reply) in ([4, 2], [4, 2, 2]) for reply in replies)


def lack_the_table(replies):
    """Tell whether two slopes came back for W1, and as many as are due for the others."""
    return all(_sizes(reply) == [2, 2, 2, 1] for reply in replies)


def _sizes(reply):
    parts = reply.value if isinstance(reply.value, (list, tuple)) else []
    return [None if numbers is None else numbers.size for numbers in map(as_numbers, parts)]


def _go(replies, start, direction):
    """Tell whether every answer is start + rate × direction, for one and the same rate, uphill or down."""
    if not all(map(has_nine, replies)):
        return False
    starts, directions = (
        np.concatenate([function(*reply.case) for reply in replies]) for function in (start, direction)
    )
    gone = np.concatenate([reply.numbers for reply in replies]) - starts
    rate = gone @ directions / (directions @ directions)
    return bool(abs(rate) > 1e-6 and np.allclose(gone, rate * directions, rtol=1e-6, atol=1e-9))


def _nine(function, case):
    return in_a_row(function(*case))
