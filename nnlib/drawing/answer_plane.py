"""The plane of two inputs around one of them: what a network answers everywhere, and right here."""

import numpy as np

from nnlib.drawing.plane import Examples, Plane, grid_lines
from nnlib.drawing.theme import INK


class AnswerPlane:
    """Draw into `axes` an answer at every place, examples of two classes, and a diamond: the input."""

    def __init__(self, axes, reach):
        grid_lines(axes)
        self._plane = Plane(axes, -reach, reach)
        self.grid, self.cells = self._plane.grid, self._plane.cells
        self._examples = Examples(axes, size=11)
        (self._input,) = axes.plot(
            [], [], marker="D", markersize=15, markeredgewidth=2, markerfacecolor="none", markeredgecolor=INK,
            zorder=7, animated=True,
        )  # fmt: skip

    def show_answers(self, values):
        """Colour the plane by `values` at `self.grid`, 0 is the boundary; None while there is no answer."""
        self._plane.show_field(np.zeros(len(self.grid)) if values is None else values)

    def show_examples(self, examples, predicted):
        """Show a Data of four points or so, each with a cross if its class was `predicted` wrong.

        Without a Data no points are shown, without predictions no crosses.
        """
        places, classes = (np.empty((0, 2)), np.empty(0)) if examples is None else (examples.inputs, examples.labels)
        wrong = np.zeros(len(classes), bool) if predicted is None else predicted != classes
        self._examples.show(places, classes == 1, wrong)

    def show_input(self, x1, x2):
        """Bring the diamond to the input that is looked at."""
        self._input.set_data([x1], [x2])
