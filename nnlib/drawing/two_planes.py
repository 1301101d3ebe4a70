"""The plane of inputs and, beside it, the plane to which a hidden layer of two units carries it.

Both show the same things: squared paper, the points, the border of the decision, one chosen place.
"""

import numpy as np

from nnlib.drawing.mesh import Mesh
from nnlib.drawing.plane import Arrow, DividingLine, Examples, Plane, grid_lines, pulled_in
from nnlib.drawing.spots import free_spot
from nnlib.drawing.theme import INK, MUTED
from nnlib.drawing.window import LARGEST, Window
from nnlib.drawing.zero_curve import ZeroCurve

NAME_ROOM = 0.2  # from the tip of an arrow to its name, and from there to the nearest point
AROUND = np.radians([0, 45, -45, 90, -90, 135, -135])  # where else a name may stand, the first that is free


class InputPlane:
    """The inputs, from `-reach` to `reach`, with an arrow and a fold for each of two hidden units.

    The fold of a unit is the line on which its sum is 0; its weights are an arrow across it.
    """

    def __init__(self, axes, reach, arrow_scale):
        self._plane = Plane(axes, -reach, reach, cells=32)
        axes.grid(False)
        self.mesh = Mesh(axes, -reach, reach)
        self.mesh.show(self.mesh.places)
        self._border = ZeroCurve(axes, -reach, reach, cells=32)
        self._folds = [
            DividingLine(axes, color=MUTED, linewidth=1.5, linestyle=(0, (6, 3)), zorder=2) for _ in range(2)
        ]
        self._arrows = [Arrow(axes, width=0.028, zorder=3.5) for _ in range(2)]
        self._names = [
            axes.text(0, 0, name, ha="center", va="center", fontsize=13, zorder=8, animated=True)
            for name in ("h₁", "h₂")
        ]
        self._examples = Examples(axes, size=8)
        self._diamond = _diamond(axes)
        self._scale, self._reach = arrow_scale, reach
        self.field_grid, self.border_grid = self._plane.grid, self._border.grid

    def show_decision(self, field, border):
        """Show the answer everywhere; `field` at `field_grid`, `border` at `border_grid`."""
        self._plane.show_field(field)
        self._border.show(border)

    def show_units(self, weights, bias, points):
        """Draw arrow and fold of each unit, and its name where none of the `points` is.

        `weights` are `(2, units)`, `bias` `(units,)` and `points` `(points, 2)`.
        """
        for unit, (arrow, fold, name) in enumerate(zip(self._arrows, self._folds, self._names, strict=True)):
            tip = self.tip(weights[:, unit])
            arrow.show(*tip)
            fold.show(*weights[:, unit], bias[unit])
            spot = _spot_of_name(tip, points, self._reach - NAME_ROOM / 2)
            name.set_position(spot)
            points = np.vstack([points, spot])

    def tip(self, weights):
        """Return where the tip of a weight arrow is drawn."""
        return pulled_in(self._scale * np.asarray(weights), -self._reach, self._reach)

    def show_points(self, places, classes, wrong, diamond):
        """Place the points and the diamond."""
        self._examples.show(places, classes, wrong)
        self._diamond.set_data(*np.reshape(diamond, (2, 1)))


class HiddenPlane:
    """The outputs of the two hidden units: what the output neuron sees."""

    def __init__(self, axes, mesh):
        axes.set(xlim=(-LARGEST, LARGEST), ylim=(-LARGEST, LARGEST))
        self._line = DividingLine(axes)  # long enough for the largest window
        self.window = Window(axes, cells=24)
        axes.set(xlabel="output of h₁", ylabel="output of h₂")
        grid_lines(axes)
        self._mesh = Mesh(axes, mesh[0], mesh[1])
        self._examples = Examples(axes, size=8)
        self._diamond = _diamond(axes)

    def show(self, mesh, places, classes, diamond):
        """Place squared paper, points and diamond where the layer has carried them."""
        self.window.fit(np.vstack([places, np.reshape(diamond, (1, 2))]))
        self._mesh.show(mesh)
        self._examples.show(places, classes, wrong=np.zeros(len(places), bool))
        self._diamond.set_data(*np.reshape(diamond, (2, 1)))

    def show_decision(self, weights, bias):
        """Draw the straight border of the output neuron, and colour both sides."""
        self._line.show(*weights, bias)
        self.window.show_field(self.window.grid @ weights + bias)


def _spot_of_name(tip, points, reach):
    """Return a place for a name near the `tip` of an arrow: beyond it, or turned aside from `points`."""
    turns = np.angle(complex(*tip)) + AROUND
    spots = np.clip(tip + NAME_ROOM * np.stack([np.cos(turns), np.sin(turns)], axis=1), -reach, reach)
    return spots[free_spot(spots[:, None], points, NAME_ROOM)]


def _diamond(axes):
    """Return the mark of the chosen place: hollow and wide, so that a point under it is seen."""
    (mark,) = axes.plot(
        [], [], marker="D", markersize=15, markeredgewidth=2, markerfacecolor="none",
        markeredgecolor=INK, zorder=7, animated=True,
    )  # fmt: skip
    return mark
