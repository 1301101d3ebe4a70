"""The rule of the perceptron as arrows: the weights before, what was added to them, the weights now.

What is added is the example itself, times the rate: blue when the unit should have fired, dashed
vermilion when it should have been silent and the example is taken away.
"""

import numpy as np

from nnlib.drawing.plane import Arrow
from nnlib.drawing.theme import BLUE, MUTED, VERMILION


class AddedVector:
    """An arrow that begins at the tip of another one, with a dotted line to the example it is made of."""

    def __init__(self, axes):
        lines = {"zorder": 5.5, "animated": True}
        (self._shaft,) = axes.plot([], [], linewidth=3, **lines)
        (self._head,) = axes.plot([], [], marker=(3, 0, 0), markersize=11, linestyle="none", **lines)
        (self._example,) = axes.plot([], [], color=MUTED, linewidth=1.2, linestyle=":", **lines)

    def show(self, start, end, example, fires):
        """Draw it from `start` to `end`, each (x₁, x₂); `fires` says whether it was added or taken away."""
        colour = BLUE if fires else VERMILION
        self._example.set_data(*np.transpose([(0, 0), example]))
        self._shaft.set_data(*np.transpose([start, end]))
        self._shaft.set_color(colour)
        self._shaft.set_linestyle("-" if fires else (0, (2, 1)))
        moved = np.subtract(end, start)
        degrees = np.degrees(np.arctan2(moved[1], moved[0])) - 90  # the marker points up by itself
        self._head.set_data([end[0]], [end[1]])
        self._head.set_marker((3, 0, round(float(degrees), 1)))
        self._head.set_color(colour)
        self._head.set_visible(bool(np.hypot(*moved) > 1e-9))
        self._set_visible(True)

    def hide(self):
        """Show nothing: nothing was added."""
        self._set_visible(False)

    def _set_visible(self, visible):
        for line in (self._shaft, self._example):
            line.set_visible(visible)
        if not visible:
            self._head.set_visible(False)


class ArrowBefore(Arrow):
    """The arrow of the weights as they were, paler than the arrow they are now."""

    def __init__(self, axes):
        super().__init__(axes)
        self._patch.set(facecolor="none", edgecolor=MUTED, linewidth=1.2, zorder=5.2)
