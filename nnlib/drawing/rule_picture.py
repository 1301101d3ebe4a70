"""The picture of one step of the perceptron rule: the plane, the sums as on paper, and the mistakes.

Left, the plane with the line before (dashed) and after, and what was added to the arrow of the
weights. Right, above, the same step as numbers; below, the mistakes of all passes so far.
"""

import numpy as np

from nnlib.drawing.ledger import Ledger
from nnlib.drawing.mistake_curve import MistakeCurve
from nnlib.drawing.plane import Arrow, DividingLine, Examples, Plane, grid_lines
from nnlib.drawing.point_numbers import PointNumbers
from nnlib.drawing.theme import BLUE, INK, MUTED
from nnlib.drawing.vectors import AddedVector, ArrowBefore

ARROW_SCALE = 0.5  # weights are drawn at half their length, to fit


class RulePicture:
    """Fill `figure`; the plane goes from `-reach` to `reach`, and `numbered` points get their number."""

    def __init__(self, figure, reach, numbered):
        axes = figure.add_axes([0.07, 0.13, 0.44, 0.775])
        self.plane = Plane(axes, -reach, reach)
        grid_lines(axes)
        self._line_before = DividingLine(axes, color=MUTED, linewidth=1.5, linestyle="--", zorder=2.9)
        self._line = DividingLine(axes)
        self._arrow_before, self._arrow, self._added = ArrowBefore(axes), Arrow(axes), AddedVector(axes)
        self._examples = Examples(axes)
        (self._under,) = axes.plot(
            [], [], linestyle="none", marker="o", markersize=8, color=BLUE, markeredgewidth=0, zorder=4.2, animated=True
        )
        marks = {"linestyle": "none", "markerfacecolor": "none", "zorder": 4.5, "animated": True}
        (self._looked_at,) = axes.plot(
            [], [], marker="o", markersize=25, markeredgecolor=INK, markeredgewidth=2, **marks
        )
        (self._chosen,) = axes.plot(
            [], [], marker="s", markersize=27, markeredgecolor=MUTED, markeredgewidth=1.2, **marks
        )
        self._numbers = PointNumbers(axes, reach, numbered)
        self._heading = _heading(axes)
        self._ledger = Ledger(figure.add_axes([0.565, 0.615, 0.415, 0.29]), ("w₁", "w₂", "b", "sum z"))
        self._heading_of_step = _heading(self._ledger.axes)
        self.curve = MistakeCurve(figure.add_axes([0.605, 0.13, 0.37, 0.37]))

    def show_points(self, places, classes, wrong, chosen):
        """Show points `(examples, 2)` with `classes` and `wrong`, both `(examples,)` of bool.

        `chosen` is the number of the one that buttons act on, or None. A disc under a ring is seen in
        the ring's middle.
        """
        self._examples.show(places, classes, wrong)
        self._chosen.set_data(*([], []) if chosen is None else places[[chosen]].T)
        at_one_place = (places[:, None] == places).all(axis=2)  # (examples, examples)
        self._under.set_data(*places[classes & at_one_place[:, ~classes].any(axis=1)].T)
        self._numbers.show(places, at_one_place, chosen)
        self._heading.set_text(f"{wrong.sum()} of {len(places)} points wrong")

    def show(self, moment):
        """Show a Moment: what was looked at, what moved, and how many mistakes there were so far."""
        self._show_lines(moment.before, moment.after)
        self._heading_of_step.set_text(moment.heading())
        self.curve.draw(moment.number)
        step = moment.step
        self._looked_at.set_data(*([], []) if step is None else np.transpose([step.x]))
        if step is not None and step.mistake:
            self._added.show(ARROW_SCALE * moment.before[:2], ARROW_SCALE * moment.after[:2], step.x, step.target)
        else:
            self._added.hide()
        if step is None:
            self._ledger.show_start(moment.after)
        else:
            rows = (np.append(moment.before, moment.sums[0]), np.append(moment.after, moment.sums[1]))
            self._ledger.show(*rows, moved=step.mistake)

    def _show_lines(self, before, after):
        moved = (before != after).any()
        self._line.show(*after)
        self._line_before.show(*(before if moved else (0, 0, 0)))
        self._arrow.show(*ARROW_SCALE * after[:2])
        self._arrow_before.show(*(ARROW_SCALE * before[:2] if moved else (0, 0)))


def _heading(axes):
    """Make a line of text that stands a little above the axes."""
    return axes.text(0, 1 + 9 / axes.bbox.height, "", transform=axes.transAxes, fontsize=14, animated=True)
