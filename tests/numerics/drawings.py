"""Ten digits as a hand might draw them in the pad of 32 × 32: polylines, x to the right, y down.

They were written down before the code that prepares them was first run, in different sizes and at
different places, and have not been touched since: what fails to read them is the code's concern.
"""

import numpy as np

DRAWINGS = {
    0: [[(16, 4), (11, 6), (8, 11), (8, 17), (9, 23), (13, 28), (17, 28), (22, 25), (24, 19), (24, 12),
         (21, 6), (16, 4)]],
    1: [[(5, 8), (8, 5), (8, 17)]],
    2: [[(15, 9), (17, 5), (21, 4), (25, 6), (25, 10), (22, 15), (18, 19), (14, 24), (27, 24)]],
    3: [[(4, 6), (8, 3), (13, 4), (15, 8), (12, 13), (8, 15)],
        [(8, 15), (13, 16), (16, 21), (14, 26), (9, 29), (4, 27)]],
    4: [[(14, 6), (9, 18), (22, 18)], [(19, 10), (18, 28)]],
    5: [[(21, 5), (11, 5), (10, 14), (15, 12), (20, 14), (22, 19), (20, 25), (14, 28), (9, 26)]],
    6: [[(24, 14), (20, 17), (18, 22), (18, 27), (21, 30), (25, 29), (26, 25), (23, 23), (19, 25)]],
    7: [[(8, 7), (23, 7), (17, 16), (13, 27)], [(12, 17), (21, 16)]],
    8: [[(17, 15), (12, 11), (12, 7), (16, 4), (21, 6), (21, 10), (17, 15), (12, 19), (11, 25), (16, 29),
         (21, 27), (22, 21), (17, 15)]],
    9: [[(21, 9), (17, 6), (13, 8), (12, 13), (15, 16), (20, 14), (22, 9), (21, 18), (18, 26), (13, 27)]],
}  # fmt: skip


def hands(seed, each=20):
    """Return pairs (digit, strokes): every drawing as `each` other hands might have drawn it."""
    rng = np.random.default_rng(seed)
    return [(digit, as_another_hand(strokes, rng)) for digit, strokes in DRAWINGS.items() for _ in range(each)]


def as_another_hand(strokes, rng):
    """Draw the same digit smaller, elsewhere, a little slanted, with a hand that shakes."""
    points = np.concatenate([np.array(points, float) for points in strokes])
    middle, size, slant = points.mean(axis=0), rng.uniform(0.6, 1, 2), rng.normal(0, 0.12)
    moved = [(np.array(points) - middle) * size for points in strokes]
    moved = [p + np.column_stack([-slant * p[:, 1], 0 * p[:, 1]]) + rng.normal(0, 0.7, p.shape) for p in moved]
    every = np.concatenate(moved)
    ends = np.sort([1.5 - every.min(axis=0), 30.5 - every.max(axis=0)], axis=0)
    place = rng.uniform(*ends)
    return [list(map(tuple, points + place)) for points in moved]
