"""The calls on which the functions of notebook 03 are tried: plain ones first, then random ones.

All numbers are quarters. They add up without rounding in any order, so a sum that should be exactly
0 is exactly 0, however you add.
"""

import numpy as np

PLAIN_EXAMPLES = (
    (np.array([1.0, 2.0]), np.array([3.0, -1.0]), 0.5),
    (np.array([1.0, 2.0]), np.array([-2.0, 5.0]), 0.5),  # other weights, another sum of them
    (np.array([1.0, 2.0]), np.array([3.0, -1.0]), -1.0),  # another bias
    (np.array([0.0, 0.0]), np.array([1.0, 1.0]), -1.5),
    (np.array([2.0]), np.array([-3.0]), 1.0),
)
TABLE = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
PLAIN_BATCHES = (
    (TABLE, np.array([1.0, 1.0]), -1.5),
    (TABLE, np.array([1.0, 1.0]), -1.0),  # sums of exactly 0
    (TABLE, np.array([2.0, -1.0]), -1.0),  # other weights
    (TABLE, np.array([-2.0, -0.5]), -1.0),  # weights that silence
    (TABLE, np.array([2.0, -1.0]), 0.5),  # another bias
)


def examples(rng):
    """Return calls with one example: x and w of shape (features,), b a float."""
    sizes = [features for features in range(1, 7) for _ in range(5)]
    drawn = [(_quarters(rng, n), _quarters(rng, n), float(_quarters(rng))) for n in sizes]
    return [*PLAIN_EXAMPLES, *drawn]


def batches(rng):
    """Return calls with a batch: x (examples, features), w (features,), b a float."""
    shapes = [(examples, features) for examples in range(1, 8) for features in range(1, 7)]
    drawn = [(_quarters(rng, *s), _quarters(rng, s[1]), float(_quarters(rng))) for s in shapes]
    return [*PLAIN_BATCHES, *drawn]


def sums(rng):
    """Return calls with z alone: single numbers, 0 among them, then arrays (examples,)."""
    alone = [2.0, -2.0, 0.0, 0.5, -0.5, 1000.0, -1000.0, 1e-9, -1e-9]
    arrays = [np.array([-1.0, 0.0, 1.0]), *(_quarters(rng, size) for size in range(2, 12))]
    return [(z,) for z in alone + arrays]


def _quarters(rng, *shape):
    """Return random numbers from −3 to 3 in steps of ¼."""
    return rng.integers(-12, 13, size=shape) / 4
