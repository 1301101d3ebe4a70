"""A prediction drawn by hand into a picture, before the picture shows the truth.

What you draw stays purple and dashed. Once you record it, it stands as it is: the truth appears
under it, and a sentence says how the two differ. `Sketch anew` begins again.

An explorable makes a `Sketch` in its `build`, calls its `draw` from its own `draw`, hides the truth
while `sketch.open`, and compares once it is recorded (nnlib/drawing/comparing.py has the sentences):

    self.sketch = Sketch(self, axes, kind="curve", at=np.linspace(0, 500, 25))  # in build
    self.sketch.draw()                                                          # in draw
    if self.sketch.recorded:                                                    # in describe
        text += compare_curves(*self.sketch.outline(), steps, losses, what="the validation loss")

Mouse or finger draw freehand; the handles along the sketch do the same by keys. All of it is part
of the explorable's state and share string, as numbers: `sketched=0.9,0.7,0.5…`.
"""

from dataclasses import dataclass

import numpy as np
import traitlets

from nnlib.drawing.theme import PAPER, PURPLE
from nnlib.live.controls import Numbers, action, kept, numbers_in, numbers_text
from nnlib.live.sketch_shapes import SketchedCurve, SketchedLine

NEAR = 10  # pixels beside the axes in which a stroke may begin
SHAPES = {"curve": SketchedCurve, "line": SketchedLine}


@dataclass(frozen=True)
class SketchNumbers(Numbers):
    """The numbers of a sketch: none yet, those of its shape, or these and what it was about."""

    counts: tuple = (0,)

    def parse(self, value, in_range=True):
        """Return the text in its plain form. Raises ValueError when it is no sketch of this kind."""
        text = super().parse(value)
        found = len(numbers_in(text))
        if found not in self.counts:
            raise ValueError(f"{self.label}: {found} numbers came; here it has {max(self.counts)}. Sketch anew.")
        return text


class SketchText(traitlets.Unicode):
    """A text that holds the numbers of a sketch, wherever it comes from."""

    def validate(self, owner, value):
        return self.metadata["control"].parse(value)


class Sketch:
    """A prediction in `axes` of `explorable`: a "curve", or a straight "line" through the plane.

    `at` are the x of a curve's points, in data coordinates; they span the axes unless you say where.
    `about()` returns the numbers that the prediction is about (the weights, say): they are kept with
    it, and `outdated` says whether they have changed since. Raises ValueError for an unknown kind.
    """

    def __init__(self, explorable, axes, kind="curve", *, about=tuple, **shape):
        if kind not in SHAPES:
            raise ValueError(f"A sketch of the kind {kind!r} is not known. Try one of {', '.join(SHAPES)}.")
        self.axes, self.shape = axes, SHAPES[kind](axes, **shape)
        self._explorable, self._about = explorable, about
        self._pen = None  # where a stroke has come to, while the button is down
        self._add_state()
        self._add_artists()
        self._listen()

    def _add_state(self):
        count = self.shape.count
        control = SketchNumbers("your sketch", counts=(0, count, count + len(self._about())))
        self._explorable.add_control("sketched", SketchText("").tag(control=control))
        self._explorable.add_control("sketch_is", kept("open", ["open", "recorded"], label="your sketch is"))
        self._explorable.add_action("record_sketch", self.record, rests=lambda: self.recorded)
        self._explorable.add_action("sketch_anew", self.begin_anew, rests=lambda: not self._explorable.sketched)

    def _add_artists(self):
        style = {"color": PURPLE, "zorder": 8, "animated": True}
        (self._line,) = self.axes.plot([], [], linestyle="--", linewidth=2.5, **style)
        (self._grips,) = self.axes.plot(
            [], [], linestyle="none", marker="o", markersize=9, markeredgecolor=PAPER, clip_on=False, **style
        )
        for index, label in enumerate(self.shape.labels):
            self._add_handle(index, label)

    def _add_handle(self, index, label):
        def at():
            return self.shape.grips(self._numbers)[index] if self.open else None

        def says():
            return self.shape.says(self._numbers, index)

        def move(x, y):
            self._change(self.shape.move_grip(self._numbers, index, *self._inside(x, y)))

        def step_by(right, up):
            (left, end), (low, high) = self.axes.get_xlim(), self.axes.get_ylim()
            x, y = at()
            move(x + right * (end - left) / 40, y + up * (high - low) / 40)

        self._explorable.add_handle(
            f"sketch_{index + 1}", label, self.axes, at, move, says, moves=("sketched",), step_by=step_by
        )

    def _listen(self):
        canvas = self.axes.figure.canvas
        canvas.mpl_connect("button_press_event", self._lower_pen)
        canvas.mpl_connect("motion_notify_event", self._draw_to)
        canvas.mpl_connect("button_release_event", self._lift_pen)

    # What has been sketched.

    @property
    def recorded(self):
        """Whether it stands as a prediction now; a share string may call one so that is none."""
        return self._explorable.sketch_is == "recorded" and self._is_whole()

    def _is_whole(self):
        """Say whether all numbers are there, those it is about too, and make what was asked for."""
        whole = len(numbers_in(self._explorable.sketched)) == self.shape.count + len(self._about())
        return whole and not self.shape.trouble(self._numbers)

    @property
    def open(self):
        """Whether it can still be drawn."""
        return not self.recorded

    @property
    def outdated(self):
        """Whether what it was about has changed since it was recorded."""
        return self.recorded and not np.allclose(self.about, self._about())

    @property
    def about(self):
        """The numbers that it was about when it was recorded."""
        return tuple(numbers_in(self._explorable.sketched)[self.shape.count :])

    def outline(self):
        """Return xs and ys of what was sketched, in data coordinates; of a line, its two ends."""
        return self.shape.outline(self._numbers)

    @property
    def _numbers(self):
        """The numbers of the shape; those of a shape not yet touched, if nothing was drawn."""
        return numbers_in(self._explorable.sketched)[: self.shape.count] or self.shape.untouched()

    # What hands do.

    @action("Record my prediction", help="Then the truth appears, and the sketch stays as it is")
    def record(self):
        """Let the sketch stand as a prediction. Raises ValueError while there is none."""
        if self.recorded:
            return
        trouble = self.shape.trouble(self._numbers) if self._explorable.sketched else self.shape.invitation
        if trouble:
            raise ValueError(trouble)
        with self._explorable.one_update():
            self._explorable.sketched = numbers_text([*self._numbers, *self._about()])
            self._explorable.sketch_is = "recorded"
        self._explorable.refresh()

    @action("Sketch anew", help="Take the sketch away, and hide the truth again")
    def begin_anew(self):
        """Forget the sketch and begin another."""
        with self._explorable.one_update():
            self._explorable.sketch_is, self._explorable.sketched = "open", ""
        self._explorable.refresh()

    def _change(self, numbers):
        if self.open:
            self._explorable.sketched = numbers_text(float(f"{number:.3g}") for number in numbers)

    def _lower_pen(self, event):
        if self.open and self.axes.bbox.padded(NEAR).contains(event.x, event.y):
            self._pen = self._place_of(event)
            started = self._numbers if self._explorable.sketched else self.shape.begun_at(*self._pen)
            self._change(self.shape.stroke(started, self._pen, self._pen, begins=True))

    def _draw_to(self, event):
        if self._pen is not None:
            place = self._place_of(event)
            self._change(self.shape.stroke(self._numbers, self._pen, place))
            self._pen = place

    def _lift_pen(self, event):
        self._draw_to(event)
        self._pen = None

    def _place_of(self, event):
        """Say where the pen is; beyond the edge it draws along the edge."""
        if event.inaxes is self.axes:
            return event.xdata, event.ydata
        return self._inside(*self.axes.transData.inverted().transform((event.x, event.y)))

    def _inside(self, x, y):
        return tuple(map(float, np.clip((x, y), *zip(self.axes.get_xlim(), self.axes.get_ylim(), strict=True))))

    # The picture.

    def draw(self):
        """Move the sketch to its present state; call it from the explorable's `draw`."""
        self._explorable.strokes = self.open
        self._line.set_data(*self.shape.drawn(self._numbers))
        self._line.set_visible(bool(self._explorable.sketched))
        self._grips.set_data(*np.transpose(self.shape.grips(self._numbers)))
        self._grips.set_visible(self.open)
