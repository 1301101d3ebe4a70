"""One connection of a network diagram: its colour and dashes say the sign, its width the size.

It is an artist of its own, as plain as an artist can be: a diagram has dozens of them, and all move
while a network trains.
"""

import numpy as np
from matplotlib.artist import Artist
from matplotlib.path import Path

from nnlib.drawing.theme import BLUE, MUTED, VERMILION

THIN, THICK = 1.2, 8.0  # pixels, of a weight near 0 and of the largest
LARGE = 2.0  # a weight of this size is three quarters of the way to the thickest
DASHES = (7.0, 4.0)  # pixels drawn, pixels left out
FAINT = 0.05  # below this a weight is neither blue nor vermilion


class Strand(Artist):
    """A straight line between two points of `axes`, to be shown with a weight."""

    def __init__(self, axes, start, end):
        super().__init__()
        self.axes = axes
        self.set_figure(axes.figure)
        self.set_animated(True)
        self.set_zorder(2)
        self._path = Path(np.array([start, end], dtype=float))
        self.show(0.0)

    def show(self, weight, strength=1.0):
        """Take the look of `weight`; `strength`, 0 … 1, makes it fainter."""
        size = abs(weight)
        self._width = round(THIN + (THICK - THIN) * float(np.tanh(size / LARGE)), 1)
        self._colour = MUTED if size < FAINT else VERMILION if weight < 0 else BLUE
        self._dashed = bool(weight < 0 and size >= FAINT)
        self._strength = strength

    def draw(self, renderer):
        """Write one line."""
        context = renderer.new_gc()
        context.set_foreground(self._colour)
        context.set_linewidth(self._width)
        context.set_alpha(self._strength)
        if self._dashed:
            context.set_dashes(0, DASHES)
        renderer.draw_path(context, self._path, self.axes.transData)
        context.restore()
