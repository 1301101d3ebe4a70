"""What can be sketched: a curve over fixed places, or a straight line through a plane.

A shape knows what its numbers mean, and how a stroke or a handle changes them. It holds no state:
numbers go in, numbers come out.
"""

import numpy as np

from nnlib.drawing.comparing import place_text
from nnlib.drawing.wording import number_text

GRIPS = 7  # of a curve
POINTS = 25  # of a curve: three between two grips
SHORTEST = 0.05  # of the width of the axes: a shorter line points nowhere in particular


class SketchedCurve:
    """A curve: the heights above `at`, places in data coordinates that rise."""

    invitation = (
        "There is no sketch yet. Draw a curve with the mouse or a finger, or move a handle with the "
        "arrow keys."
    )

    def __init__(self, axes, at=None):
        self._axes = axes
        self.at = np.linspace(*axes.get_xlim(), POINTS) if at is None else np.asarray(at, dtype=float)
        if self.at.ndim != 1 or len(self.at) < 2 or not (np.diff(self.at) > 0).all():
            raise ValueError("A sketched curve needs at least 2 places that rise. Try at=np.linspace(0, 100, 25).")
        self.count = len(self.at)
        self._held = np.unique(np.linspace(0, self.count - 1, GRIPS).round().astype(int))
        self.labels = [
            f"your sketch at {place_text(x, self.at)}: up and down move it" for x in self.at[self._held]
        ]

    def untouched(self):
        """Return a level curve in the middle."""
        return [float(np.mean(self._axes.get_ylim()))] * self.count

    def begun_at(self, x, y):
        """Return a level curve at the height of the first stroke."""
        return [y] * self.count

    def grips(self, heights):
        """Return the places `(grips, 2)` of the handles."""
        return np.column_stack([self.at, heights])[self._held]

    def says(self, heights, index):
        """Put the height at a handle into words."""
        return number_text(heights[self._held[index]])

    def move_grip(self, heights, index, x, y):
        """Raise or lower the curve at a handle; between it and its neighbours, in proportion."""
        peak = np.zeros(len(self._held))
        peak[index] = y - heights[self._held[index]]
        return np.add(heights, np.interp(self.at, self.at[self._held], peak))

    def stroke(self, heights, start, end, begins=False):
        """Lay the curve along a stroke from `start` to `end`, both (x, y)."""
        (x0, y0), (x1, y1) = sorted([start, end])
        under = (self.at >= x0) & (self.at <= x1)
        under[np.abs(self.at - end[0]).argmin()] = True
        return np.where(under, np.interp(self.at, [x0, x1], [y0, y1]) if x1 > x0 else end[1], heights)

    def trouble(self, heights):
        """Say what is missing: of a curve that was drawn, nothing."""

    def outline(self, heights):
        """Return xs and ys."""
        return self.at, np.asarray(heights)

    drawn = outline


class SketchedLine:
    """A straight line through two points: the numbers are x, y of the one and x, y of the other."""

    invitation = (
        "There is no sketch yet. Draw a line with the mouse or a finger, or move one of its two handles "
        "with the arrow keys."
    )
    count = 4
    labels = ("one end of your line: x across, y up", "other end of your line: x across, y up")

    def __init__(self, axes):
        self._axes = axes

    @property
    def _width(self):
        return float(np.ptp(self._axes.get_xlim()))

    def untouched(self):
        """Return a level line low in the axes, where its handles are in nobody's way."""
        (left, right), (low, high) = self._axes.get_xlim(), self._axes.get_ylim()
        y = low + (high - low) / 6
        return [left + (right - left) / 6, y, right - (right - left) / 6, y]

    def begun_at(self, x, y):
        """Return a line that begins and ends at the first place of a stroke."""
        return [x, y, x, y]

    def grips(self, ends):
        """Return the places `(2, 2)` of the handles."""
        return np.reshape(ends, (2, 2))

    def says(self, ends, index):
        """Put the place of a handle into words."""
        x, y = self.grips(ends)[index]
        return f"x {number_text(x)}, y {number_text(y)}"

    def move_grip(self, ends, index, x, y):
        """Move one end."""
        moved = self.grips(ends).copy()
        moved[index] = x, y
        return moved.ravel()

    def stroke(self, ends, start, end, begins=False):
        """Begin the line where a stroke begins, and end it where the stroke has come to."""
        return [*(start if begins else ends[:2]), *end]

    def trouble(self, ends):
        """Say when the two ends are too close to tell a direction."""
        if self._length(ends) < SHORTEST * self._width:
            return "Your line is too short to tell where it leads. Draw it longer, or move one of its ends away."
        return None

    def outline(self, ends):
        """Return xs and ys of the two ends."""
        return tuple(self.grips(ends).T)

    def drawn(self, ends):
        """Return xs and ys of the line through both ends, on to the edges and beyond."""
        (start, end), length = self.grips(ends), self._length(ends)
        if length == 0:
            return self.outline(ends)
        along = (end - start) / length * 3 * self._width
        return tuple(np.transpose([start - along, end + along]))

    def _length(self, ends):
        start, end = self.grips(ends)
        return float(np.hypot(*(end - start)))
