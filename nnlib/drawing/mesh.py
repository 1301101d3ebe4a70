"""A net of lines over the plane, and where a layer carries it.

Squared paper shows what a function of two numbers does: draw the squares, move every point of every
line to where the function sends it, and look at what has become of the squares.
"""

import numpy as np

from nnlib.drawing.theme import MUTED
from nnlib.drawing.zero_curve import draw_strokes


class Mesh:
    """The lines of squared paper from `low` to `high`, `step` apart, each made of many points."""

    def __init__(self, axes, low, high, step=0.5, points=33):
        ticks = np.linspace(low, high, round((high - low) / step) + 1)
        along = np.linspace(low, high, points)
        upright = np.stack(np.broadcast_arrays(ticks[:, None], along[None, :]), axis=-1)
        self._shape = (2, len(ticks), points, 2)
        self.places = np.stack([upright, upright[..., ::-1]]).reshape(-1, 2)
        style = {"color": MUTED, "linewidth": 0.8, "alpha": 0.7, "zorder": 1, "animated": True}
        # Dotted one way and solid the other, so that it is seen which lines have become which.
        self._lines = [axes.plot([], [], linestyle=style_of, **style)[0] for style_of in ("-", (0, (1.2, 2)))]

    def show(self, places):
        """Draw the net with its points, those of `self.places`, moved to `places` `(points, 2)`."""
        for line, strokes in zip(self._lines, places.reshape(self._shape), strict=True):
            draw_strokes(line, strokes)
