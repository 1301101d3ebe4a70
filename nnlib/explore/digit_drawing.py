"""A digit of your own: draw it, and see what the network makes of it, stroke by stroke."""

from dataclasses import replace

import numpy as np
from matplotlib.lines import Line2D
from traitlets import observe, validate

from nnlib import Adam, Data, Network, data, handwriting, train
from nnlib.drawing.chances import Chances
from nnlib.drawing.theme import GRID, INK, MUTED
from nnlib.drawing.tiles import Lens, scans
from nnlib.handwriting import BLOCK, PEN, SIDE
from nnlib.live import Explorable
from nnlib.live.controls import action, choice, number, toggle
from nnlib.live.pad import Pad, kept_strokes, strokes_in, strokes_text

MINE, HELD_OUT = "my drawing", "a digit held out"
PAD = 300  # CSS pixels along each side
SMALL = 124  # of the two steps between pad and network
FAR = 3  # pixels that a picture can be shifted
DIRECTIONS = {"shift_right": ("right", "left"), "shift_down": ("down", "up")}


class DigitDrawing(Explorable):
    """Draw a digit for `network`, a Network from 64 inputs to 10 digits; `examples` are digits to load.

    Without a network a small one is trained first, always the same; without examples they are
    those held out by `data.digits()`.
    """

    width, height = 720, 376
    breaks = (332,)
    title = "Draw a digit"

    uncentred = toggle(False, label="uncentred", help="Count the ink just where and as large as it was drawn.")
    shown = choice(MINE, [MINE, HELD_OUT], label="shown")
    example = number(2, 1, 350, step=1, label="number of the digit held out")
    shift_right = number(0, -FAR, FAR, step=1, label="shift to the right", unit="pixels")
    shift_down = number(0, -FAR, FAR, step=1, label="shift down", unit="pixels")
    drawing = kept_strokes(label="drawing")

    def __init__(self, network=None, examples=None, **state):
        self.model = _small_network() if network is None else network
        if not isinstance(self.model, Network) or self.model.layers[-1].activation.name != "softmax":
            raise TypeError(
                "This pad shows its drawings to a Network with ten probabilities as its output, a softmax. "
                "Try DigitDrawing(network) with a Network([64, 16, 10]) trained on data.digits()."
            )
        if (self.model.sizes[0], self.model.sizes[-1]) != (64, 10):
            raise ValueError(
                f"This pad needs a network from 64 inputs to 10 digits; this one has the sizes "
                f"{list(self.model.sizes)}. Try Network([64, 16, 10])."
            )
        self._examples = data.digits()[1] if examples is None else examples
        shape = isinstance(self._examples, Data) and (self._examples.inputs.shape[1], self._examples.targets.shape[1])
        if shape != (64, 10):
            raise TypeError("The examples are Data with 64 features and 10 targets, one-hot. Try data.digits()[1].")
        self._bitmap = handwriting.draw([])
        super().__init__(**state)

    @observe("drawing")
    def _draw_dots(self, change):
        self._bitmap = handwriting.draw(self.my_strokes)

    @validate("drawing")
    def _check_drawing(self, proposal):
        return self.control("drawing").parse(proposal["value"])

    # What the network gets, and what it answers.

    @property
    def my_strokes(self):
        """The drawing: a list of strokes, each a list of points (x, y) in dots."""
        return strokes_in(self.drawing)

    @my_strokes.setter
    def my_strokes(self, strokes):
        handwriting.draw(strokes)  # which answers with a sentence when this is no drawing
        self._take(strokes)

    def _take(self, strokes):
        with self.one_update():
            self.drawing, self.shown = strokes_text(strokes), MINE
        self.refresh()

    @property
    def inputs(self):
        """The 64 numbers that the network gets, from 0 to 1."""
        if self.shown == MINE:
            inputs = handwriting.count_ink(self._in_frame) / BLOCK**2
        else:
            inputs = self._examples.inputs[self._row].reshape(8, 8)
        return handwriting.shifted(inputs, round(self.shift_down), round(self.shift_right)).ravel()

    @property
    def _in_frame(self):
        return self._bitmap if self.uncentred else handwriting.fit(self._bitmap)

    @property
    def probabilities(self):
        """What the network answers: the probability of each digit, `(10,)`."""
        return self.model.predict(self.inputs)[0]

    @property
    def _row(self):
        return min(max(round(self.example) - 1, 0), len(self._examples) - 1)

    @property
    def _blank(self):
        return self.shown == MINE and not self.drawing

    # The hands.

    @action("Undo", help="Take the last stroke back")
    def undo(self):
        """Take the last stroke back."""
        self.pad.undo()

    @action("Clear", help="Take the whole drawing back")
    def clear(self):
        """Take the whole drawing back."""
        self.pad.clear()

    def disabled(self):
        return ("example",) if self.shown == MINE else ("uncentred",)

    # The picture.

    def build(self, figure):
        self.controls["example"] = replace(self.controls["example"], high=float(len(self._examples)))
        pad = self._axes(figure, 16, 40, PAD)
        pad.set(xlim=(0, SIDE), ylim=(SIDE, 0), xticks=[], yticks=[], title=f"The pad: {SIDE} × {SIDE} dots")
        for place in range(BLOCK, SIDE, BLOCK):  # the blocks that are counted
            pad.axhline(place, color=GRID, linewidth=0.8, zorder=0.5)
            pad.axvline(place, color=GRID, linewidth=0.8, zorder=0.5)
        for spine in pad.spines.values():
            spine.set_visible(True)
        dot = PAD / SIDE
        self._ink = pad.add_line(
            Line2D(
                [], [], color=INK, linewidth=PEN * dot, solid_capstyle="round", solid_joinstyle="round",
                animated=True,
            )
        )  # fmt: skip
        self._hint = pad.text(SIDE / 2, SIDE / 2, "", ha="center", va="center", color=MUTED, animated=True)
        self._fitted = Lens(self._axes(figure, 358, 40, SMALL), side=SIDE)
        self._counted = Lens(self._axes(figure, 358, 216, SMALL))
        self._first_step = self._say_step(figure, 30, "", animated=True)
        self._say_step(figure, 206, "2. count the ink in each block")
        self._chances = Chances(figure.add_axes([558 / 720, 36 / 376, 112 / 720, 300 / 376]), list("0123456789"))
        figure.text(540 / 720, 1 - 30 / 376, "3. ask the network", fontsize=13)
        self.pad = Pad("drawing pad", pad, lambda: self.my_strokes, self._take)

    def _axes(self, figure, left, top, side):
        return figure.add_axes(
            [left / self.width, 1 - (top + side) / self.height, side / self.width, side / self.height]
        )

    def _say_step(self, figure, top, text, **style):
        return figure.text(346 / self.width, 1 - top / self.height, text, fontsize=12, **style)

    def draw(self):
        strokes = self.my_strokes
        # One line through all strokes, with a gap after each; a spot is a line to itself.
        points = [point for stroke in strokes for point in (stroke[0], *stroke, (np.nan, np.nan))]
        self._ink.set_data(*np.reshape(points, (-1, 2)).T)
        self._ink.set_alpha(1 if self.shown == MINE else 0.2)
        self._hint.set_text(self._hint_in_words())
        self._first_step.set_text(f"1. {self._step_in_words()}")
        mine = self.shown == MINE and not self._blank
        self._fitted.show(scans(self._in_frame, SIDE)[0] if mine else None)
        self._counted.show(None if self._blank else scans(self.inputs)[0])
        self._chances.show(None if self._blank else self.probabilities)

    def _hint_in_words(self):
        if self.shown == HELD_OUT:
            digit = self._examples.labels[self._row]
            return f"Digit {self._row + 1} held out is shown, a real {digit}.\nDraw, to have your own again."
        return "Draw a digit here, 0 … 9" if self._blank else ""

    def _step_in_words(self):
        if self.shown == HELD_OUT:
            return "comes prepared"
        return "left as it was drawn" if self.uncentred else "crop, stretch, set upright"

    def describe(self):
        if self._blank:
            return "The pad is empty: draw a digit, and ten probabilities follow each stroke."
        probabilities = self.probabilities
        first, second = np.argsort(probabilities)[::-1][:2]
        if _undecided(probabilities):
            return f"{self._what()} The network finds all ten digits equally likely."
        return (
            f"{self._what()} The network reads {'an' if first == 8 else 'a'} {first}, with probability "
            f"{probabilities[first]:.2f}; next comes {second} with {probabilities[second]:.2f}."
        )

    def _what(self):
        if self.shown == MINE:
            strokes = len(self.my_strokes)
            way = "counted where it was drawn" if self.uncentred else "fitted into the frame"
            text = f"Your drawing, {strokes} stroke{'s' if strokes > 1 else ''}, {way}"
        else:
            text = f"Digit {self._row + 1} of those held out, which is {self._examples.labels[self._row]}"
        return f"{text}{self._shift_in_words()}."

    def _shift_in_words(self):
        shifts = [
            f"{abs(by)} pixel{'s' if abs(by) > 1 else ''} {words[by < 0]}"
            for name, words in DIRECTIONS.items()
            if (by := round(getattr(self, name)))
        ]
        return f", shifted {' and '.join(shifts)}" if shifts else ""

    def state(self):
        """Return the values of all controls, and the digit that the network reads (−1 for none)."""
        digit = -1 if self._blank or _undecided(found := self.probabilities) else int(found.argmax())
        return super().state() | {"digit": digit}


def _undecided(probabilities):
    """Say whether all digits are equally likely, as for a network whose weights are all 0."""
    return np.ptp(probabilities) == 0


def _small_network():
    network = Network([64, 16, 10], seed=0)
    for _ in train(network, data.digits()[0], Adam(0.01), epochs=8, seed=0):
        pass
    return network
