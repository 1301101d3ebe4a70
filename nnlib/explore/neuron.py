"""A neuron with two inputs: multiply, add, step, and the line this draws through the plane."""

import numpy as np
from traitlets import Float

from nnlib import Perceptron
from nnlib.drawing.comparing import compare_lines
from nnlib.drawing.lamp import Lamp
from nnlib.drawing.plane import Arrow, DividingLine, Examples, Plane, foot_of_line, grid_lines
from nnlib.drawing.sum_bar import SumBar
from nnlib.drawing.sum_words import ADDED, MULTIPLIED, STEPPED, sum_in_words
from nnlib.drawing.theme import INK
from nnlib.drawing.truth_table import TruthTable
from nnlib.drawing.wording import number_text, sign_true_text
from nnlib.live import Explorable
from nnlib.live.controls import action, choice, kept, number, toggle
from nnlib.live.sketch import Sketch

ROWS = np.array([(0, 0), (0, 1), (1, 0), (1, 1)], dtype=float)
GATES = {"AND": "0001", "OR": "0111", "NAND": "1110", "XOR": "0110"}
OWN = "my own"
REACH = 1.75  # half the side of the plane
ARROW_SCALE = 0.5  # the weight arrow is drawn at half its length, to fit

TICK = 0.1  # of a stage of the animation


class Neuron(Explorable):
    """Two inputs, two weights, a bias and a step, beside the four rows of a truth table.

    With `sketch=True` the dividing line, the field and the answers wait until you have sketched the
    line that you expect, and recorded it.
    """

    width, height = 720, 400
    breaks = (385,)
    title = "A neuron decides"

    x1 = number(1, -1.5, 1.5, label="input x₁", help="Across in the plane, where the diamond stands")
    x2 = number(0, -1.5, 1.5, label="input x₂", help="Up in the plane, where the diamond stands")
    w1 = number(1, -3, 3, label="weight of x₁, w₁", help="x₁ is multiplied by it")
    w2 = number(1, -3, 3, label="weight of x₂, w₂", help="x₂ is multiplied by it")
    bias = number(-1.5, -3, 3, label="bias, b", help="Added to the two products, whatever the inputs are")
    use_bias = toggle(True, label="use the bias", help="Without it, only the two products are added")
    target = choice(
        "AND", [*GATES, OWN], label="target", help="What the four rows should answer; ✓ and ✗ go by it"
    )
    own = kept("0100", [f"{rows:04b}" for rows in range(16)], label="my own targets")

    of_model = ("w1", "w2", "bias", "use_bias")
    stage = Float(STEPPED)  # how far the animation has come: 0 inputs, 1 products, 2 sum, 3 step

    def __init__(self, neuron=None, sketch=False, **state):
        self._sketches = bool(sketch)
        self.model = Perceptron([1, 1], -1.5) if neuron is None else neuron
        if not isinstance(self.model, Perceptron):
            raise TypeError(
                f"This picture shows a Perceptron, and {type(neuron).__name__} came. "
                "Try Neuron(Perceptron([1, 1], -1.5))."
            )
        if len(self.model.weights) != 2:
            raise ValueError(
                f"This picture is a plane, so it shows a neuron with 2 inputs; this one has "
                f"{len(self.model.weights)}. Try Neuron(Perceptron([1, 1], -1.5))."
            )
        super().__init__(**state)
        self.player = self.new_player(
            self._stages, self._show_stage, pause_between=0.07, new_start=False, steps_at_once=round(1 / TICK)
        )

    # The neuron and the controls are the same numbers.

    def pull(self):
        self.w1, self.w2 = map(float, self.model.weights)
        if self.model.bias != self._bias_in_use:
            self.bias, self.use_bias = self.model.bias, True

    def push(self):
        self.model.parameters[:] = self.w1, self.w2, self._bias_in_use

    def disabled(self):
        return () if self.use_bias else ("bias",)

    @property
    def _bias_in_use(self):
        return self.bias if self.use_bias else 0.0

    @property
    def targets(self):
        """The wanted answers of the four rows 00, 01, 10, 11, as whole numbers."""
        return [int(digit) for digit in GATES.get(self.target, self.own)]

    @action("Flip this row’s target", help="Make a target of your own: the row nearest to the input")
    def flip_target(self):
        """Turn over the target of the row nearest to the input."""
        digits = self.targets
        row = int(np.argmin(((ROWS - (self.x1, self.x2)) ** 2).sum(axis=1)))
        digits[row] = 1 - digits[row]
        self.own, self.target = "".join(map(str, digits)), OWN

    # The picture.

    def build(self, figure):
        plane = figure.add_axes([0.075, 0.13, 0.44, 0.792])
        grid_lines(plane)
        self._plane = Plane(plane, -REACH, REACH)
        self._line = DividingLine(plane)
        self._arrow = Arrow(plane)
        self._examples = Examples(plane)
        (self._input,) = plane.plot(  # hollow and wide, so that a point under it can be seen
            [], [], marker="D", markersize=17, markeredgewidth=2, markerfacecolor="none",
            markeredgecolor=INK, zorder=7, animated=True,
        )  # fmt: skip
        plane.set_title("The plane of inputs")
        bars = figure.add_axes([0.635, 0.615, 0.345, 0.307])
        self._bars = SumBar(bars, ["w₁ · x₁", "w₂ · x₂", "bias b"], reach=6)
        bars.set_title("Multiply, add")
        self._lamp = Lamp(figure.add_axes([0.635, 0.43, 0.345, 0.1]))
        self._table = TruthTable(figure.add_axes([0.58, 0.02, 0.4, 0.385]), ROWS)

        self.add_handle(
            "input", "the input: x₁ across, x₂ up", plane, self._input_place, self._move_input,
            lambda: f"x₁ {number_text(self.x1)}, x₂ {number_text(self.x2)}", moves=("x1", "x2"),
        )  # fmt: skip
        self.add_handle(
            "weights", "tip of the weight arrow: w₁ across, w₂ up", plane, self._arrow_place,
            self._move_arrow, lambda: f"w₁ {number_text(self.w1)}, w₂ {number_text(self.w2)}",
            moves=("w1", "w2"), step=0.1 * ARROW_SCALE,
        )  # fmt: skip
        self.add_handle(
            "bias", "the dividing line: moves with the bias", plane, self._line_place,
            self._move_line, lambda: f"bias {number_text(self.bias)}", moves=("bias",), step_by=self._step_line,
        )  # fmt: skip
        figure.canvas.mpl_connect("button_press_event", self._pick_row)
        self.sketch = None
        if self._sketches:
            self.sketch = Sketch(self, plane, "line", about=lambda: self.model.parameters)

    def draw(self):
        here = np.array([self.x1, self.x2])
        sums = self.model.weighted_sum(ROWS)
        answers, targets = sums >= 0, np.array(self.targets) == 1
        shown = self.truth_shown
        self._plane.show_field(shown * self.model.weighted_sum(self._plane.grid))
        self._line.show(*shown * self.model.parameters)
        self._arrow.show(ARROW_SCALE * self.w1, ARROW_SCALE * self.w2)
        self._examples.show(ROWS, targets, wrong=shown & (answers != targets))
        self._input.set_data([self.x1], [self.x2])
        matches = np.flatnonzero((ROWS == here).all(axis=1))
        self._table.show(sums, answers, targets, here=matches[0] if matches.size else None, hidden=not shown)
        if self.sketch is not None:
            self.sketch.draw()
        self._draw_stage(np.append(self.model.weights * here, self._bias_in_use))

    def _draw_stage(self, terms):
        grown = min(self.stage / MULTIPLIED, 1)
        together = min(max(self.stage - MULTIPLIED, 0), 1)
        self._bars.show(terms, grown, together, sum_shown=self.stage >= ADDED)
        if self.stage < STEPPED:
            self._lamp.show(None, "step: waits for the sum")
        else:
            sign = "≥ 0" if self.answer else "< 0"
            self._lamp.show(bool(self.answer), f"step: {sign_true_text(self.total)} {sign}, so {self.answer}")

    @property
    def total(self):
        """The weighted sum z of the present input, as the neuron itself calculates it."""
        return float(self.model.weighted_sum([self.x1, self.x2]))

    @property
    def answer(self):
        """What the neuron answers to the present input: 1 or 0."""
        return int(self.total >= 0)

    @property
    def truth_shown(self):
        """Whether line, field and answers are to be seen: always, unless a sketch is still open."""
        return self.sketch is None or self.sketch.recorded

    def describe(self):
        if not self.truth_shown:
            return f"{self._sum_in_words()} Sketch the line on which you expect z to be 0, then record it."
        right = int((self.model.predict(ROWS) == self.targets).sum())
        name = "Your own targets" if self.target == OWN else self.target
        text = f"{self._sum_in_words()} {name}: {right} of 4 rows right."
        return text if self.sketch is None else f"{text} {self._sketch_in_words()}"

    def _sketch_in_words(self):
        if self.sketch.outdated:
            w1, w2, bias = map(number_text, self.sketch.about)
            return f"Your line was for w₁ = {w1}, w₂ = {w2} and b = {bias}: sketch anew for other weights."
        return compare_lines(*self.sketch.outline(), self.model.parameters, ROWS, self.model.predict(ROWS))

    def _sum_in_words(self):
        return sum_in_words(
            (self.x1, self.x2), (self.w1, self.w2), self._bias_in_use, self.total, self.stage
        )

    # What hands do in the picture.

    def _input_place(self):
        return np.clip([self.x1, self.x2], -REACH, REACH)

    def _move_input(self, x, y):
        self.x1, self.x2 = self.control("x1").clamp(x), self.control("x2").clamp(y)

    def _arrow_place(self):
        return np.clip(ARROW_SCALE * np.array([self.w1, self.w2]), -REACH, REACH)

    def _move_arrow(self, x, y):
        self.w1 = self.control("w1").clamp(x / ARROW_SCALE)
        self.w2 = self.control("w2").clamp(y / ARROW_SCALE)

    def _line_place(self):
        foot = foot_of_line(self.w1, self.w2, self._bias_in_use)
        to_be_held = self.truth_shown and self.use_bias and foot is not None
        return foot if to_be_held and (np.abs(foot) <= REACH).all() else None

    def _move_line(self, x, y):
        self.bias = self.control("bias").clamp(-(self.w1 * x + self.w2 * y))

    def _step_line(self, right, up):
        """Move the line by one step of the bias, towards where the arrow key points."""
        along = np.sign(round(self.w1 * right + self.w2 * up, 9))
        self.bias = self.control("bias").clamp(self.bias - along * self.control("bias").step)

    def _pick_row(self, event):
        """Make a clicked row of the table the input."""
        if event.inaxes is self._table.axes and -0.5 < event.ydata < len(ROWS) - 0.5:
            self.x1, self.x2 = map(float, ROWS[round(event.ydata)])

    # The three steps as an animation.

    def _stages(self, seed):
        yield from np.round(np.arange(0, STEPPED + TICK / 2, TICK), 3)

    def _show_stage(self, stage):
        self.stage = float(stage)

