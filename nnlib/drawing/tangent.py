"""A short straight piece that touches a curve and goes the same way: its steepness is the slope there."""

import numpy as np

from nnlib.drawing.theme import VERMILION, signed_colour
from nnlib.drawing.walk import size_in_pixels, within_reach

REACH = 80  # pixels, to each side


class Tangent:
    """A piece of the tangent: blue where the curve climbs to the right, dashed vermilion where it falls."""

    def __init__(self, axes):
        self._axes, self._pixels = axes, size_in_pixels(axes)
        (self._line,) = axes.plot([], [], linewidth=3, zorder=3, animated=True)

    def show(self, place, height, slope):
        """Lay it through `(place, height)`; the piece looks equally long however steep it is."""
        across, up = self._pixels / np.ptp([self._axes.get_xlim(), self._axes.get_ylim()], axis=1)
        reach = REACH / np.hypot(across, slope * up)
        ends = [(place + side * reach, height + side * reach * slope) for side in (-1, 1)]
        self._line.set_data(*within_reach(self._axes, ends).T)
        colour = signed_colour(slope)
        self._line.set(color=colour, linestyle="--" if colour == VERMILION else "-")
