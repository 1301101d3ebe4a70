"""A curve, and where it is flat: the same drawing serves an activation and its slope."""

import numpy as np
from matplotlib.patches import Rectangle

from nnlib.drawing.theme import GRID, INK, MUTED, PAPER

JUMP = 0.3  # between two neighbouring points, a larger step is a jump and not drawn as a line
PLACES = 601  # an even number of steps, so that 0 is met
MOST_ZONES = 2


class BendCurve:
    """Axes for a curve over the sum z, from `-reach` to `reach`, with a point that runs along it."""

    def __init__(self, axes, reach):
        self.axes = axes
        self.places = np.linspace(-reach, reach, PLACES)
        axes.set(xlim=(-reach, reach))
        axes.grid(True)
        axes.axhline(0, color=MUTED, linewidth=0.8, zorder=1)
        self._zones = [self._zone() for _ in range(MOST_ZONES)]
        (self._curve,) = axes.plot([], [], color=INK, linewidth=2.5, zorder=3, animated=True)
        (self._tangent,) = axes.plot([], [], color=MUTED, linewidth=2, linestyle="--", zorder=3.5, animated=True)
        (self._drop,) = axes.plot([], [], color=MUTED, linewidth=1, linestyle=":", zorder=2, animated=True)
        (self._point,) = axes.plot(
            [], [], marker="o", markersize=9, color=INK, markeredgecolor=PAPER, zorder=5, animated=True
        )

    def _zone(self):
        """Add a shaded strip of full height; hatched, so that it is not told by its grey alone."""
        return self.axes.add_patch(
            Rectangle(
                (0, 0), 0, 1, transform=self.axes.get_xaxis_transform(), facecolor=GRID, edgecolor=PAPER,
                hatch="//", linewidth=0, alpha=0.7, zorder=0.5, animated=True,
            )  # fmt: skip
        )

    def show_curve(self, heights):
        """Draw the curve, `heights` at `self.places`; where it jumps the pen is lifted."""
        jumps = np.flatnonzero(np.abs(np.diff(heights)) > JUMP) + 1
        self._curve.set_data(np.insert(self.places, jumps, np.nan), np.insert(heights, jumps, np.nan))

    def show_zones(self, flat):
        """Shade where `flat`, True or False at each of `self.places`."""
        zones = stretches(self.places, flat)
        for number, patch in enumerate(self._zones):
            start, end = zones[number] if number < len(zones) else (0, 0)
            patch.set_visible(number < len(zones))
            patch.set_x(start)
            patch.set_width(end - start)

    def show_point(self, z, height, slope=None):
        """Put the point at z; with a `slope`, lay the tangent through it too."""
        self._point.set_data([z], [height])
        self._drop.set_data([z, z], self.axes.get_ylim())
        self._tangent.set_visible(slope is not None)
        if slope is not None:
            run = 1.6 / np.hypot(1, slope)
            self._tangent.set_data([z - run, z + run], [height - run * slope, height + run * slope])


def stretches(places, marked):
    """Return the (start, end) of each stretch of neighbouring `places` that are `marked`."""
    edges = np.flatnonzero(np.diff(np.concatenate([[False], marked, [False]]).astype(int)))
    return [(places[start], places[end - 1]) for start, end in edges.reshape(-1, 2)]
