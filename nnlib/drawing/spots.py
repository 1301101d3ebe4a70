"""Where a short text may stand so that it lies on nothing else."""

import numpy as np


def free_spot(spots, taken, enough):
    """Return the number of the first of `spots` that is free, or of the one with most room.

    `spots` are `(spots, places, 2)`, the places that a text covers at each. It is free where each of
    them is at least `enough` from all that is `taken`, `(things, 2)`; `enough` is one distance, or
    one for each thing.
    """
    distances = np.linalg.norm(spots[:, :, None] - taken, axis=3)  # (spots, places, things)
    room = (distances - enough).min(axis=(1, 2), initial=0)
    return int(room.argmax())
