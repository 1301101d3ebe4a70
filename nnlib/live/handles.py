"""Points of a picture that a hand can take hold of and move, with the mouse or the arrow keys."""

from collections.abc import Callable
from dataclasses import dataclass

from matplotlib.axes import Axes


@dataclass(frozen=True)
class Handle:
    """A draggable point.

    `at()` returns its place in the data coordinates of `axes`, or None while there is nothing to
    hold; `move(x, y)` is told where the hand wants it; `says()` puts its value into words; `moves`
    names the traits that it moves.
    """

    name: str
    label: str
    axes: Axes
    at: Callable
    move: Callable
    says: Callable
    moves: tuple
    step: float = 0.1  # how far an arrow key moves it, in data coordinates
    step_by: Callable | None = None  # instead: what (right, up) arrow keys do

    def drag(self, x, y):
        """Move to a point of the picture, in CSS pixels from its lower left corner."""
        self.move(*map(float, self.axes.transData.inverted().transform((x, y))))

    def nudge(self, dx, dy):
        """Move by whole steps, as the arrow keys do."""
        place = self.at()
        if self.step_by is not None:
            self.step_by(dx, dy)  # also where it has left the picture, so that it can come back
        elif place is not None:
            self.move(place[0] + dx * self.step, place[1] + dy * self.step)

    def for_page(self):
        """Say where it is, in CSS pixels from the upper left corner, and what it says."""
        place = self.at()
        if place is None:
            return None
        x, y = self.axes.transData.transform(place)
        height = self.axes.figure.bbox.height
        return [round(float(x), 1), round(float(height - y), 1), self.says()]
