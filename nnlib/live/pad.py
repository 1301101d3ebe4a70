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
        self._lowered = False  # whether keys have put the pen down
        self._stroke = None  # the last stroke as this pen left it
        self.pen = tuple(sum(limits) / 2 for limits in (axes.get_xlim(), axes.get_ylim()))

    def trace(self, points):
        """Draw along points of the picture, in CSS pixels from its lower left corner.

        None begins a new stroke, as a pen does that was lifted in between. What goes on with a stroke
        that was taken away meanwhile is passed over. Raises ValueError when the pad is full.
        """
        self._lowered = False
        strokes, to_dots = self._read(), self.axes.transData.inverted()
        draws = self._goes_on(strokes)
        for point in points:
            if point is None:
                strokes.append([])
                draws = True
            elif draws:
                self.pen = self._inside(to_dots.transform(point))
                strokes[-1].append(self.pen)
        if draws:
            self._keep(strokes)

    @property
    def down(self):
        """Whether the keys draw: the pen was lowered, and nobody has changed the drawing since."""
        return self._lowered and self._goes_on(self._read())

    def press(self, key, far=False):
        """Do what a key asks for: move the pen, lower or raise it, take the last stroke back."""
        if str(key) in ARROWS:
            self._move(*(step * (FAR if far else 1) for step in ARROWS[key]))
        elif key == " ":
            self._lowered = not self.down
            if self._lowered:
                self._keep([*self._read(), [self.pen]])
        elif key == "Backspace":
            self.undo()

    def undo(self):
        """Take the last stroke back."""
        self._lowered, self._stroke = False, None
        self._write(self._read()[:-1])

    def clear(self):
        """Take everything back."""
        self._lowered, self._stroke = False, None
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
        down = self.down
        state = "down, drawing" if down else "up"
        return [round(x, 4), round(y, 4), down, f"pen {state}, column {self.pen[0]:.0f}, row {self.pen[1]:.0f}"]

    def _move(self, right, down):
        draws = self.down
        self.pen = self._inside((self.pen[0] + right, self.pen[1] + down))
        if draws:
            strokes = self._read()
            strokes[-1].append(self.pen)
            self._keep(strokes)

    def _inside(self, place):
        """Bring a place onto the pad."""
        limits = (sorted(self.axes.get_xlim()), sorted(self.axes.get_ylim()))
        return tuple(min(max(float(value), low), high) for value, (low, high) in zip(place, limits))

    def _goes_on(self, strokes):
        """Say whether the last of `strokes` is still the one that this pen has begun."""
        return self._stroke is not None and strokes[-1:] == [self._stroke]

    def _keep(self, strokes):
        """Write the strokes, or as much of them as the pad holds."""
        strokes = strokes_in(strokes_text([points for points in strokes if points]))
        kept = list(_first_points(strokes, MOST))
        self._stroke = kept[-1] if kept else None
        self._write(kept)
        if kept != strokes:
            self._lowered = False
            raise ValueError("The pad is full. Take a stroke back, or clear it, and draw with fewer turns.")


def _first_points(strokes, room):
    """Return the strokes as far as there is room for their points."""
    for points in strokes:
        if room > 0:
            yield points[:room]
        room -= len(points)


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
