"""A landscape seen from above: the paler, the lower; lines join places of equal height."""

import numpy as np

from nnlib.drawing.plane import field_colours
from nnlib.drawing.theme import MUTED, PAPER

STRONGEST = 4  # as in plane.field_colours, where this is nearly full


class Contours:
    """Axes for two numbers, each from `low` to `high`, with the height at every place as a blue."""

    def __init__(self, axes, low, high, cells=60):
        self.axes, self._cells = axes, cells
        axes.set(xlim=(low, high), ylim=(low, high))
        axes.grid(True)
        middles = low + (np.arange(cells) + 0.5) * (high - low) / cells
        self.grid = np.meshgrid(middles, middles)  # two tables, (cells, cells): across and up
        self._field = axes.imshow(
            np.zeros((cells, cells, 4), np.uint8), extent=(low, high, low, high), origin="lower",
            interpolation="none", aspect="auto", zorder=0.5, animated=True,
        )  # fmt: skip
        (self._lines,) = axes.plot([], [], color=MUTED, linewidth=0.8, zorder=1.2, animated=True)
        (self._lowest,) = axes.plot(
            [], [], marker="P", markersize=11, color=MUTED, markeredgecolor=PAPER, zorder=3, animated=True
        )

    def show(self, heights, lines, lowest):
        """Draw `heights (cells, cells)` at the grid, closed `lines (lines, corners, 2)`, the lowest place."""
        climb = np.log1p(100 * (heights - heights.min()) / np.ptp(heights)) / np.log(101)
        self._field.set_data(field_colours(STRONGEST * climb))
        gap = np.full((len(lines), 1, 2), np.nan)
        self._lines.set_data(*np.concatenate([lines, gap], axis=1).reshape(-1, 2).T)
        self._lowest.set_data(*np.reshape(lowest, (2, 1)))
