"""A walk through a landscape: where it has been, and an arrow that says which way it goes on."""

import numpy as np
from matplotlib.patches import Polygon
from matplotlib.transforms import Affine2D

from nnlib.drawing.theme import INK, MUTED, PAPER

FARTHEST = 20  # widths of the axes; what lies farther out is drawn there
KEPT = 400  # places of a walk that are drawn; of a longer one, the last
APART = 3  # pixels; of places that are closer together, one dot is drawn


def within_reach(axes, places):
    """Bring `places (n, 2)` so near that a browser can draw them; none enters the axes by this."""
    low, high = np.transpose([axes.get_xlim(), axes.get_ylim()])
    reach = FARTHEST * (high - low)
    return np.clip(np.nan_to_num(places, nan=0, posinf=1e300, neginf=-1e300), low - reach, high + reach)


class Walk:
    """The places a run has been to, the place where it is, and a ring where the next step leads."""

    def __init__(self, axes):
        self._axes, self._pixels = axes, size_in_pixels(axes)
        (self._dots,) = axes.plot(
            [], [], color=MUTED, linewidth=1, marker="o", markersize=4.5, markeredgewidth=0, zorder=4,
            animated=True,
        )  # fmt: skip
        (self._next,) = axes.plot(
            [], [], marker="o", markersize=9, markerfacecolor=PAPER, markeredgecolor=INK,
            markeredgewidth=2, zorder=6.5, animated=True,
        )  # fmt: skip
        (self._here,) = axes.plot(
            [], [], marker="o", markersize=12, color=INK, markeredgecolor=PAPER, zorder=7, animated=True
        )

    def show(self, places, here, goal=None):
        """Draw `places (n, 2)`, the first to the last, the place `here`, and `goal` if there is one."""
        places = within_reach(self._axes, np.reshape(places, (-1, 2))[-KEPT:])
        spans = np.ptp([self._axes.get_xlim(), self._axes.get_ylim()], axis=1)
        cells = np.round(places / spans * self._pixels / APART)
        moved = np.append(True, (np.diff(cells, axis=0) != 0).any(axis=1))
        self._dots.set_data(*places[moved].T)
        self._here.set_data(*within_reach(self._axes, [here]).T)
        if goal is not None:
            self._next.set_data(*within_reach(self._axes, [goal]).T)


class Pointer:
    """An arrow between two places, or of a fixed length towards one; its width is in pixels."""

    def __init__(self, axes, colour=INK, width=3):
        self._axes, self._width = axes, width
        self._size = size_in_pixels(axes)
        self._patch = axes.add_patch(
            Polygon(
                np.zeros((7, 2)), facecolor=colour, edgecolor=PAPER, linewidth=1, zorder=6, animated=True,
                transform=Affine2D().scale(*(1 / self._size)) + axes.transAxes,
            )
        )  # fmt: skip

    def show(self, start, end, length=None):
        """Point from `start` to `end`, or from `start` towards `end` for `length` pixels."""
        start, end = self.pixels(start), self.pixels(end)
        distance = np.hypot(*(end - start))
        self._patch.set_visible(bool(distance > 1))
        if distance > 1:
            self._patch.set_xy(self._outline(start, (end - start) / distance, length or distance))

    def hide(self):
        """Show no arrow: there is nowhere to go."""
        self._patch.set_visible(False)

    def pixels(self, place):
        """Return where `place` is, in pixels from the lower left corner of the axes."""
        low, high = np.transpose([self._axes.get_xlim(), self._axes.get_ylim()])
        return (within_reach(self._axes, place) - low) / (high - low) * self._size

    def _outline(self, start, along, length):
        half, head = self._width / 2, min(4 * self._width, length)
        side = np.array([(0, half), (length - head, half), (length - head, 2 * self._width), (length, 0)])
        outline = np.vstack([side, side[-2::-1] * (1, -1)])
        across = np.array([-along[1], along[0]])
        return start + outline[:, :1] * along + outline[:, 1:] * across


def size_in_pixels(axes):
    """Return width and height of the axes in CSS pixels, of which a point of the figure is one."""
    return 72 * axes.get_position().size * axes.figure.get_size_inches()
