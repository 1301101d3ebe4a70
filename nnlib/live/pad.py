"""A pad to draw on: mouse, finger, or the arrow keys and Space move one pen.

The page sends where the pen went. What was drawn is kept by the explorable, as a text short enough
for a share string: two letters for every point, on a grid of half dots.
"""

from collections.abc import Callable
from dataclasses import dataclass
from string import ascii_letters, digits

from matplotlib.axes import Axes
from traitlets import Unicode

from nnlib.live.controls import Numbers

ALPHABET = ascii_letters + digits + "-_"  # 64 letters, for places 0, ½, 1 … 31½
BEGINS = "~"  # stands before every stroke; like the letters, it survives in a share string
MOST = 1500  # points of a drawing, so that its share string stays short enough to be pasted
FAR = 4  # dots that an arrow key moves the pen while Shift is held
ARROWS = {"ArrowLeft": (-1, 0), "ArrowRight": (1, 0), "ArrowUp": (0, -1), "ArrowDown": (0, 1)}


@dataclass(frozen=True)
class Strokes(Numbers):
    """Strokes of a pen, kept as text."""

    def parse(self, value, in_range=True):
        """Return the text in its plain form. Raises ValueError when it is no drawing."""
        if not isinstance(value, str) or (value and not _is_drawing(value)):
            raise ValueError(
                f"{self.label}: “{str(value)[:40]}” is not a drawing. Copy the whole share string of one."
            )
        return strokes_text(strokes_in(value))


def kept_strokes(default="", *, label):
    """Declare a drawing that is part of the state."""
    return Unicode(default).tag(control=Strokes(label))


def strokes_text(strokes):
    """Write strokes, lists of points (x, y), as the text in which a trait keeps them."""
    return "".join(BEGINS + "".join(_without_repeats(map(_letters, points))) for points in strokes)


def strokes_in(text):
    """Read the strokes that such a text holds."""
    return [
        [(_place(part[i]), _place(part[i + 1])) for i in range(0, len(part), 2)]
        for part in text.split(BEGINS)[1:]
    ]


class Pad:
    """A square of `axes`, in dots from its upper left corner, with a pen over it.

    `read()` returns the strokes that are there, and `write(strokes)` is told the new ones.
    """

    def __init__(self, label: str, axes: Axes, read: Callable, write: Callable):
        self.label, self.axes = label, axes
        self._read, self._write = read, write
        self.down = False
        self.pen = tuple(sum(limits) / 2 for limits in (axes.get_xlim(), axes.get_ylim()))

    def trace(self, points):
        """Draw along points of the picture, in CSS pixels from its lower left corner.

        None begins a new stroke, as a pen does that was lifted in between.
        """
        self.down = False
        strokes = self._read()
        for point in points:
            if point is None or not strokes:
                strokes.append([])
            if point is not None:
                self.pen = self._inside(self.axes.transData.inverted().transform(point))
                strokes[-1].append(self.pen)
        self._keep(strokes)

    def press(self, key, far=False):
        """Do what a key asks for: move the pen, lower or raise it, take the last stroke back."""
        if key in ARROWS:
            self._move(*(step * (FAR if far else 1) for step in ARROWS[key]))
        elif key == " ":
            self.down = not self.down
            if self.down:
                self._keep([*self._read(), [self.pen]])
        elif key == "Backspace":
            self.undo()

    def undo(self):
        """Take the last stroke back."""
        self.down = False
        self._write(self._read()[:-1])

    def clear(self):
        """Take everything back."""
        self.down = False
        self._write([])

    def for_page(self, height):
        """Say where the pad stands, in CSS pixels from the upper left corner of the figure."""
        box = self.axes.bbox
        return {"label": self.label, "box": [round(v, 1) for v in (box.x0, height - box.y1, box.width, box.height)]}

    def where(self):
        """Say where the pen is, as parts of the pad's width and height, and whether it is down."""
        x, y = (
            (place - low) / (high - low)
            for place, (low, high) in zip(self.pen, (self.axes.get_xlim(), self.axes.get_ylim()[::-1]))
        )
        state = "down, drawing" if self.down else "up"
        return [round(x, 4), round(y, 4), self.down, f"pen {state}, column {self.pen[0]:.0f}, row {self.pen[1]:.0f}"]

    def _move(self, right, down):
        self.pen = self._inside((self.pen[0] + right, self.pen[1] + down))
        if self.down:
            strokes = self._read() or [[]]
            strokes[-1].append(self.pen)
            self._keep(strokes)

    def _inside(self, place):
        """Bring a place onto the pad."""
        limits = (sorted(self.axes.get_xlim()), sorted(self.axes.get_ylim()))
        return tuple(min(max(float(value), low), high) for value, (low, high) in zip(place, limits))

    def _keep(self, strokes):
        strokes = [points for points in strokes if points]
        if sum(map(len, strokes)) > MOST:
            self.down = False
            raise ValueError("The pad is full. Take a stroke back, or clear it, and draw with fewer turns.")
        self._write(strokes)


def _is_drawing(text):
    strokes = text.split(BEGINS)
    return (
        strokes[0] == ""
        and all(part and len(part) % 2 == 0 and set(part) <= set(ALPHABET) for part in strokes[1:])
        and len(text) <= 2 * MOST + len(strokes)
    )


def _letters(point):
    return "".join(ALPHABET[min(max(round(2 * value), 0), len(ALPHABET) - 1)] for value in point)


def _place(letter):
    return ALPHABET.index(letter) / 2


def _without_repeats(parts):
    """Drop what only repeats the part before it: a pen that rests."""
    last = None
    for part in parts:
        if part != last:
            yield part
        last = part
