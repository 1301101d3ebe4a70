"""The loss as a curve of one weight, and the slope that backpropagation gives as its tangent.

The axis counts from the weight as it is now, so it stands still whichever weight is looked at.
"""

import numpy as np

from nnlib.drawing.theme import GRID, INK, MUTED

REACH = 2.0  # how far the weight is moved, each way
POINTS = 41
TOPS = (0.25, 0.5, 1, 2, 4, 8, 16, 32)  # of the axis of losses: it changes seldom


class SlopeCurve:
    """Axes for the loss while one weight moves by `moves`, from −2 to 2."""

    moves = np.linspace(-REACH, REACH, POINTS)

    def __init__(self, axes):
        self.axes = axes
        axes.set(xlim=(-REACH, REACH), ylim=(0, 1), xlabel="change of weight or bias", ylabel="loss")
        axes.axvline(0, color=GRID, linewidth=1.5, zorder=0.8)
        (self._curve,) = axes.plot([], [], color=INK, animated=True, zorder=3)
        (self._tangent,) = axes.plot([], [], color=MUTED, linestyle="--", animated=True, zorder=2)
        (self._here,) = axes.plot([], [], "o", color=INK, markersize=9, animated=True, zorder=4)
        self._title = axes.text(0, 1.04, "", transform=axes.transAxes, animated=True)

    def show(self, title, losses, slope):
        """Draw `losses` at `moves`, and the tangent in the middle if its `slope` is known."""
        self._title.set_text(title)
        self._curve.set_data(self.moves, losses)
        here = losses[POINTS // 2]
        self._here.set_data([0], [here])
        self._tangent.set_visible(slope is not None)
        if slope is not None:
            self._tangent.set_data(self.moves, here + slope * self.moves)
        highest = np.max(losses[np.isfinite(losses)], initial=0)
        self.axes.set_ylim(0, next((top for top in TOPS if highest <= 0.98 * top), TOPS[-1]))
        self._visible(True)

    def hide(self, title):
        """Show no curve, and say why."""
        self._title.set_text(title)
        self._visible(False)

    def _visible(self, visible):
        self._curve.set_visible(visible)
        self._here.set_visible(visible)
        if not visible:
            self._tangent.set_visible(False)
