"""A network computing: one input goes through it, unit by unit, and every number can be asked."""

from dataclasses import replace

import numpy as np
from traitlets import Int

from nnlib import Network
from nnlib.drawing import formulas
from nnlib.drawing.network_diagram import NetworkDiagram
from nnlib.drawing.plane import Examples, Plane, grid_lines, unit_field
from nnlib.drawing.theme import INK, MUTED
from nnlib.drawing.unit_names import to_read
from nnlib.drawing.wording import number_text
from nnlib.live import Player
from nnlib.live.controls import choice, number, toggle
from nnlib.live.diagram import operable
from nnlib.live.network_lab import NetworkLab, every_second
from nnlib.live.parts import Part

ROWS = np.array([(0, 0), (0, 1), (1, 0), (1, 1)], dtype=float)
GATES = {"XOR": "0110", "AND": "0001", "OR": "0111", "NAND": "1110"}
REACH = 1.75  # half the side of the plane
DIAGRAM, WORDS = 290, 124  # pixels: height of the diagram; of the formula under it
LEFT, SIDE = 452, 196  # pixels: width of the diagram; side of the plane
ROW = 50  # pixels that a unit of a wide layer needs at least
LINES = 6  # of a formula
WAITING = ["Not computed yet. Press Step to go on."]


class Forward(NetworkLab):
    """Watch `network`, a Network with 2 inputs and 1 output, compute its answer to one input."""

    width = 700
    breaks = (LEFT,)
    title = "A network computes"

    x1 = number(1, -1.5, 1.5, label="input x₁")
    x2 = number(0, -1.5, 1.5, label="input x₂")
    target = choice("1", ("0", "1"), label="target of this input", help="What the answer should be; the loss compares the two.")
    points = choice("XOR", (*GATES, "none"), label="points in the plane")
    numbers = toggle(False, label="show all weights", help="Otherwise point at a line, or go there with the arrow keys.")

    stage = Int()  # how many units are computed; one more, and the loss is too

    def __init__(self, network=None, **state):
        network = Network([2, 2, 1], seed=3) if network is None else network
        sizes = getattr(network, "sizes", (1,))
        self.height = max(DIAGRAM, ROW * max(sizes)) + WORDS
        super().__init__(network, **state)
        self.player = Player(
            self._stages, self._show_stage, pause_between=0.9, new_start=False, short=True, hold=self.one_update,
            on_change=self.played_on, on_error=self.show_error,
        )  # fmt: skip
        self.player.position = self.stage  # all is computed, until somebody goes back

    def disabled(self):
        return () if self._diagram.can_show_numbers else ("numbers",)

    def state(self):
        """Return the controls, every weight by the units it joins, and how many points are right."""
        return super().state() | {"rows_right": self.rows_right}

    @property
    def trace(self):
        """The Trace of the present input, as the network's own `forward` returns it."""
        return self.model.forward([[self.x1, self.x2]])

    @property
    def loss(self):
        """The loss of the present input against its target."""
        return self.model.loss(self.trace, [[float(self.target)]])

    @property
    def rows_right(self):
        """How many of the four points the network answers right: output at least 0.5 where 1 is wanted."""
        return int((self._answers == self._targets).sum()) if self.points != "none" else 0

    @property
    def _answers(self):
        return self.model.predict(ROWS)[:, 0] >= 0.5

    @property
    def _targets(self):
        return np.array([digit == "1" for digit in GATES.get(self.points, "0000")])

    # The picture.

    def build(self, figure):
        self.stage, self.selected = len(self.units) + 1, self.units[0]
        top = 1 - WORDS / self.height
        self._diagram = NetworkDiagram(
            figure.add_axes([0.0, 1 - top + 0.01, LEFT / self.width, top - 0.02]), self.names
        )
        plane = figure.add_axes(
            [(LEFT + 46) / self.width, 1 - (SIDE + 16) / self.height, SIDE / self.width, SIDE / self.height]
        )
        grid_lines(plane)
        self._plane = Plane(plane, -REACH, REACH)
        self._examples = Examples(plane, size=11)
        (self._input,) = plane.plot(
            [], [], marker="D", markersize=15, markeredgewidth=2, markerfacecolor="none", markeredgecolor=INK,
            zorder=7, animated=True,
        )  # fmt: skip
        words = figure.add_axes([0.012, 0.0, 0.98, 1 - top])
        words.set(xlim=(0, 1), ylim=(LINES, 0))
        words.set_axis_off()
        self._lines = [words.text(0, line + 0.5, "", va="center", fontsize=15, animated=True) for line in range(LINES)]
        left = (LEFT + 46) / self.width
        self._answer = figure.text(left, (WORDS + 20) / self.height, "", va="bottom", animated=True)
        self._loss_text = figure.text(left, (WORDS - 2) / self.height, "", va="bottom", animated=True)
        self._build_hands(plane)

    def _build_hands(self, plane):
        self.add_handle(
            "input", "the input: x₁ across, x₂ up", plane, lambda: (self.x1, self.x2), self._move_input,
            lambda: f"x₁ {number_text(self.x1)}, x₂ {number_text(self.x2)}", moves=("x1", "x2"),
        )  # fmt: skip
        self.parts = operable(self, self._diagram, self._says, self.select)
        every = self.parts.every
        every["loss"] = Part("loss", "the loss", ((LEFT + 100, WORDS + 8),), 30, {"ArrowLeft": "y"})
        every["y"] = replace(every["y"], beside=every["y"].beside | {"ArrowRight": "loss"})

    def _says(self):
        return self.said_of(self.trace) | {"loss": number_text(self.loss, 3)}

    def _move_input(self, x, y):
        self.x1, self.x2 = self.control("x1").clamp(x), self.control("x2").clamp(y)

    def draw(self):
        trace, weights = self.trace, self.weights
        everywhere = self.model.forward(self._plane.grid)
        known = set(self.units[: self.stage])
        near = self._diagram.around(self.selected)
        self._diagram.show_weights(weights, near)
        self._diagram.show_numbers(weights, set(weights) if self.numbers else near)
        self._diagram.show_fields(self._fields(everywhere), known)
        self._diagram.show_words(self._words(self.outputs_by_name(trace), known), known)
        self._diagram.show_selected(self.selected)
        answers = unit_field(self.model.layers[-1].activation, everywhere.output[:, 0])
        self._plane.show_field(answers if "y" in known else np.zeros_like(answers))
        self._show_points("y" in known)
        self._show_formula(trace, known)

    def _fields(self, everywhere):
        """Return what every unit puts out in the plane."""
        return [
            every_second(unit_field(layer.activation, outputs), self._plane.cells)
            for layer, outputs in zip(self.model.layers, everywhere.outputs)
        ]

    def _words(self, values, known):
        words = {name: f"{to_read(name)} = {number_text(values[name])}" for name in known}
        words |= {name: number_text(values[name]) for name in self.names[0]}
        return {name: to_read(name) for name in self.units} | words

    def _show_points(self, answered):
        shown = ROWS if self.points != "none" else ROWS[:0]
        targets = self._targets[: len(shown)]
        self._examples.show(shown, targets, wrong=answered & (self._answers[: len(shown)] != targets))
        self._input.set_data([self.x1], [self.x2])

    def _show_formula(self, trace, known):
        for text, line in zip(self._lines, [*self._formula(trace, known), *[""] * LINES]):
            text.set_text(line)
        output, loss = number_text(trace.output[0, 0], 3), number_text(self.loss, 3)
        self._answer.set_text(f"output y = {output}" if "y" in known else "output y: not yet")
        self._loss_text.set_text(f"loss = {loss}" if self._loss_known else "loss: not yet")
        self._loss_text.set_color(INK if self._loss_known else MUTED)

    @property
    def _loss_known(self):
        return self.stage > len(self.units)

    def _formula(self, trace, known):
        """Return the formula of what is selected, with the numbers of this input in it."""
        name = self.selected
        if name in self.names[0]:
            return formulas.input_formula(name, trace, self.names[0].index(name))
        if name in self.units:
            return formulas.unit_formula(self.names, self.model, trace, name) if name in known else WAITING
        if name == "loss":
            return formulas.loss_formula(self.model, trace, float(self.target)) if self._loss_known else WAITING
        return formulas.weight_formula(self.names, self.model, trace, name)

    def describe(self):
        where = f"Input ({number_text(self.x1)}, {number_text(self.x2)})"
        if self._loss_known:
            text = (
                f"{where} gives the output y = {number_text(self.trace.output[0, 0], 3)}; for the target "
                f"{self.target} the loss is {number_text(self.loss, 3)}."
            )
        else:
            text = f"{where}: {self.stage} of {len(self.units)} units computed."
        return text if self.points == "none" else f"{text} {self.points}: {self.rows_right} of 4 points right."

    # Unit by unit, as an animation.

    def _stages(self, seed):
        yield from range(len(self.units) + 2)

    def _show_stage(self, stage):
        """Come to a stage, and look at what has just been computed."""
        self.stage = stage
        self.selected = [self.names[0][0], *self.units, "loss"][stage]
