"""Hands on the points of a plane: drag them, click to add one, and press buttons to change the chosen one.

The editor knows no model and no run. It asks for the points as they are, and hands over the points
as they should be.
"""

from nnlib.drawing.wording import number_text
from nnlib.live import points as changed

HANDS = 12  # points with a handle each, and as many as hands can add


class PointEditor:
    """Make the points that `explorable.data` returns editable on `axes`, from `-reach` to `reach`.

    `take(points, chosen)` gets the new Data and the number of the chosen point. The page offers all
    this when it offers the control `name`.
    """

    def __init__(self, explorable, axes, reach, name, take):
        self._explorable, self._axes, self._reach, self._take = explorable, axes, reach, take
        self._name = name
        for which in range(HANDS):
            self._add_handle(which)
        axes.figure.canvas.mpl_connect("button_press_event", self._click)

    @property
    def _points(self):
        return self._explorable.data

    def _add_handle(self, which):
        self._explorable.add_handle(
            f"point{which + 1}", f"point {which + 1}: drag it", self._axes, lambda: self._place(which),
            lambda x, y: self._take(changed.moved(self._points, which, x, y, self._reach), which),
            lambda: self._says(which), moves=(self._name,), step=changed.STEP,
        )  # fmt: skip

    def _place(self, which):
        return self._points.inputs[which] if which < len(self._points) else None

    def _says(self, which):
        x, y = map(number_text, self._place(which))
        return f"({x}, {y}), class {self._points.labels[which]}"

    def words(self, chosen):
        """Say which point the buttons change."""
        return f"In the square: point {chosen + 1} at {self._says(chosen)}."

    def _click(self, event):
        """Add a point where the plane was clicked: class 1, or with Shift class 0."""
        if event.inaxes is self._axes and self._explorable.offers(self._name):
            self.add(event.xdata, event.ydata, 0 if event.key == "shift" else 1)

    def add(self, x, y, label):
        """Add a point and choose it. Raises ValueError when there are too many."""
        count = len(self._points)
        if count >= HANDS:
            raise ValueError(f"There are {count} points, and {HANDS} are as many as hands can add. Delete one first.")
        self._take(changed.added(self._points, x, y, label, self._reach), count)

    def add_somewhere(self):
        """Add a point of class 1 where there is most room."""
        self.add(*changed.free_place(self._points, self._reach), 1)

    def relabel(self, which):
        """Give a point the other class."""
        self._take(changed.relabelled(self._points, which), which)

    def delete(self, which):
        """Take a point away; one always stays."""
        if len(self._points) > 1:
            self._take(changed.without(self._points, which), max(0, min(which, len(self._points) - 2)))
