"""The part of the examples a network gets right, while it trains: training solid, validation dashed."""

from nnlib.drawing.curves import Curve
from nnlib.drawing.theme import MUTED, house_style


class AccuracyAxes:
    """Axes for the accuracy of a run; a validation curve of another run may stand beside, thin."""

    def __init__(self, axes, steps=500, low=0.5):
        self.axes, self._first_steps = axes, steps
        axes.set(xlabel="steps", ylabel="accuracy", ylim=(low, 1.005))
        axes.grid(True)
        self._other = Curve(axes, "validation, the other split", linestyle="--", color=MUTED, linewidth=1)
        self._training = Curve(axes, "training")
        self._validation = Curve(axes, "validation", linestyle="--")
        with house_style():
            axes.legend(loc="lower right")
        self.clear()

    @property
    def run(self):
        """The validation curve of this run, a list of (steps, accuracy)."""
        return list(self._validation.points)

    def clear(self, other=()):
        """Begin a new run, with the curve `other` beside it."""
        self._training.clear()
        self._validation.clear()
        self._other.points = list(other)
        self.axes.set_xlim(0, self._first_steps)

    def add(self, steps, training, validation):
        """Append what was measured after so many steps."""
        self._training.add(steps, training)
        self._validation.add(steps, validation)
        while steps > self.axes.get_xlim()[1]:
            self.axes.set_xlim(0, 2 * self.axes.get_xlim()[1])

    def draw(self):
        """Hand the curves to matplotlib."""
        for curve in (self._other, self._training, self._validation):
            curve.draw()
