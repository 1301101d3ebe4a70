"""A small heatmap: what one unit hands on everywhere in the plane of inputs, as coloured cells.

matplotlib's own image does much that this does not need (norms, colour maps, resampling); a diagram
has a dozen heatmaps, and all of them change when one weight is dragged.
"""

import numpy as np
from matplotlib.artist import Artist
from matplotlib.transforms import Affine2D


class Heatmap(Artist):
    """Cells of colour in the square of `axes` around `centre`, `side` wide, in data coordinates."""

    def __init__(self, axes, centre, side):
        super().__init__()
        self.axes = axes
        self.set_figure(axes.figure)
        self.set_animated(True)
        self.set_zorder(4)
        self._corners = np.array([centre, centre]) + [[-side / 2], [side / 2]]
        self.show(np.zeros((1, 1, 4), np.uint8))

    def show(self, colours):
        """Take colours `(rows, columns, 4)`, bytes, the lowest row first."""
        self._colours = colours

    def draw(self, renderer):
        """Write the cells as one image."""
        if not self.get_visible():
            return
        (left, bottom), (right, top) = self.axes.transData.transform(self._corners)
        context = renderer.new_gc()
        if renderer.option_scale_image():
            scale = Affine2D().scale(right - left, top - bottom)
            renderer.draw_image(context, left, bottom, self._colours, scale)
        else:  # a renderer of dots: one cell is many dots
            rows = np.arange(round(top - bottom)) * len(self._colours) // round(top - bottom)
            columns = np.arange(round(right - left)) * self._colours.shape[1] // round(right - left)
            dots = np.ascontiguousarray(self._colours[rows[:, None], columns])
            renderer.draw_image(context, round(left), round(bottom), dots)
        context.restore()


def every_second(values):
    """Thin `values (places, units)` on a square of places to every second one, each way."""
    cells = round(len(values) ** 0.5)
    thinned = values.reshape(cells, cells, -1)[::2, ::2]
    return thinned.reshape(-1, thinned.shape[-1])
