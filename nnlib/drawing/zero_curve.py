"""The curve on which something is 0, wherever it bends: the border of a decision, drawn as a line.

The plane is cut into small triangles. Where the three corners of one do not have the same sign, the
curve runs through it, and it crosses exactly two of the three sides.
"""

import numpy as np

from nnlib.drawing.theme import INK


def zero_segments(places, values):
    """Return the straight pieces of the curve, `(pieces, 2, 2)`: two ends, each an (x, y).

    `places` is `(rows, columns, 2)`, a grid of points; `values` `(rows, columns)` stand there, and
    between two of them they are taken to change evenly. This is marching squares (Lorensen & Cline
    1987, in the plane), on triangles, where no case is in doubt.
    """
    corners, heights = _triangles(places), _triangles(values)
    above = heights >= 0
    crossed = above.any(axis=1) & ~above.all(axis=1)
    corners, heights, above = corners[crossed], heights[crossed], above[crossed]
    alone = np.where(above.sum(axis=1) == 1, above.argmax(axis=1), above.argmin(axis=1))
    rows = np.arange(len(alone))
    return np.stack([_crossing(corners, heights, rows, alone, (alone + k) % 3) for k in (1, 2)], axis=1)


def _triangles(grid):
    """Cut each cell of the grid along a diagonal: `(triangles, 3, …)`, the values at their corners."""
    a, b, c, d = grid[:-1, :-1], grid[:-1, 1:], grid[1:, :-1], grid[1:, 1:]
    lower, upper = np.stack([a, b, d], axis=2), np.stack([a, c, d], axis=2)
    return np.concatenate([half.reshape(-1, *half.shape[2:]) for half in (lower, upper)])


def _crossing(corners, heights, rows, one, other):
    """Return where the value is 0 on the side between two corners, `(triangles, 2)`."""
    start, end = heights[rows, one], heights[rows, other]
    along = (start / (start - end))[:, None]
    return corners[rows, one] + along * (corners[rows, other] - corners[rows, one])


class ZeroCurve:
    """A line where `values` are 0 on a square from `low` to `high` both ways, `cells` a side."""

    def __init__(self, axes, low, high, cells=40, **style):
        ticks = np.linspace(low, high, cells + 1)
        self._places = np.stack(np.meshgrid(ticks, ticks), axis=-1)
        self.grid = self._places.reshape(-1, 2)
        style = {"color": INK, "linewidth": 2, "zorder": 3} | style
        (self._line,) = axes.plot([], [], animated=True, **style)

    def show(self, values):
        """Lay the curve; `values` `(points,)` belong to `self.grid`."""
        values = np.round(values, 9)  # so that a rounding error is 0, not a sign
        draw_strokes(self._line, zero_segments(self._places, values.reshape(self._places.shape[:2])))


def draw_strokes(line, strokes):
    """Make one line draw all `strokes`, `(strokes, points, 2)`, and lift the pen in between."""
    lifted = np.full((len(strokes), 1, 2), np.nan)
    line.set_data(*np.concatenate([strokes, lifted], axis=1).reshape(-1, 2).T)
