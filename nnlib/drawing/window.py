"""A view of a plane that can step back: its window grows when what it should show does not fit.

It grows by doubling, so that it stands still most of the time.
"""

import numpy as np

from nnlib.drawing.plane import field_colours

SMALLEST = 1.25  # a little more than the outputs of tanh and sigmoid need
LARGEST = 160.0  # beyond this the view stays, and points leave it


class Window:
    """Axes for two outputs of a layer, square, with an answer at every place."""

    def __init__(self, axes, cells=40):
        self.axes = axes
        middles = (np.arange(cells) + 0.5) / cells
        self._cells, self._unit = cells, np.stack(np.meshgrid(middles, middles), axis=-1).reshape(-1, 2)
        self.low, self.high = -SMALLEST, SMALLEST
        axes.set(xlim=(self.low, self.high), ylim=(self.low, self.high))
        axes.locator_params(nbins=6)
        self._field = axes.imshow(  # it fills the axes, wherever the window is
            np.zeros((cells, cells, 4), np.uint8), extent=(0, 1, 0, 1), transform=axes.transAxes,
            origin="lower", interpolation="none", aspect="auto", zorder=0.5, animated=True,
        )  # fmt: skip

    @property
    def grid(self):
        """The places whose values the field shows, `(cells², 2)`."""
        return self.low + (self.high - self.low) * self._unit

    def fit(self, places):
        """Choose the window so that it holds `places`, `(points, 2)`."""
        self.low, self.high = window_for(places)
        if self.axes.get_xlim() != (self.low, self.high):
            self.axes.set(xlim=(self.low, self.high), ylim=(self.low, self.high))

    def show_field(self, values):
        """Colour the plane by `values` at `self.grid`; 0 is the boundary."""
        self._field.set_data(field_colours(values.reshape(self._cells, self._cells)))


def window_for(places):
    """Return the low and high end of a square window for `places`; without negative ones, mostly positive."""
    farthest = max(float(np.abs(places).max(initial=0)) * 1.05, SMALLEST)
    high = min(SMALLEST * 2 ** np.ceil(np.log2(farthest / SMALLEST)), LARGEST)
    return (-high if places.min(initial=0) < -0.2 * high else -0.25 * high), high
