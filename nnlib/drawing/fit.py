"""One input and one target: the points, what a neuron predicts, and how far it is off."""

import numpy as np

from nnlib.drawing.theme import INK, MUTED

ROOM = 0.25  # of the points' spread, left free around them


class Fit:
    """Points, the curve of the predictions, and the gap between each point and the curve."""

    def __init__(self, axes, curve_points=60):
        self.axes = axes
        axes.grid(True)
        axes.set(xlabel="input x", ylabel="target and prediction")
        axes.locator_params(nbins=5)
        (self._gaps,) = axes.plot([], [], color=MUTED, linewidth=1.5, linestyle=":", animated=True)
        (self._curve,) = axes.plot([], [], color=INK, linewidth=2, zorder=3, animated=True)
        (self._points,) = axes.plot(
            [], [], linestyle="none", marker="o", markersize=8, color=INK, zorder=4, animated=True
        )
        self._curve_points = curve_points

    def frame(self, inputs, targets, predictions):
        """Choose limits that hold the origin, the points and these predictions, `(examples, 1)` each."""
        self.axes.set(xlim=_limits(inputs), ylim=_limits(np.concatenate([targets, predictions])))
        self.grid = np.linspace(*self.axes.get_xlim(), self._curve_points)[:, None]
        self._inputs, self._targets = inputs[:, 0], targets[:, 0]
        self._points.set_data(self._inputs, self._targets)

    def show(self, curve, predictions):
        """Draw the predictions at `self.grid` and the gaps to those at the points."""
        nothing = np.full(len(self._inputs), np.nan)
        reach = 50 * np.abs(self.axes.get_ylim()).max()  # farther out nothing can be seen
        self._curve.set_data(self.grid[:, 0], np.clip(curve, -reach, reach))
        self._gaps.set_data(
            np.stack([self._inputs, self._inputs, nothing], axis=1).ravel(),
            np.stack([self._targets, np.clip(predictions, -reach, reach), nothing], axis=1).ravel(),
        )


def _limits(values):
    low, high = min(values.min(), 0), max(values.max(), 0)
    room = ROOM * ((high - low) or 1)
    return low - room, high + room
