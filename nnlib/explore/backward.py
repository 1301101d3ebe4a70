"""One training step in slow motion: forward, loss, blame, every slope, and the update."""

import numpy as np

from nnlib.drawing import blame_formulas, formulas
from nnlib.drawing.blame_formulas import OneExample
from nnlib.drawing.formula_lines import FormulaLines
from nnlib.drawing.network_diagram import NetworkDiagram
from nnlib.drawing.plane import unit_field
from nnlib.drawing.slope_curve import SlopeCurve
from nnlib.drawing.stages import BACKWARD
from nnlib.drawing.theme import MUTED
from nnlib.drawing.unit_names import numbers_by_name, to_read
from nnlib.drawing.wording import number_text
from nnlib.gradcheck import loss_of_parameters
from nnlib.live.diagram import operable
from nnlib.live.slow_step import SlowStep

DIAGRAM, WORDS, LEFT, SIDE = 330, 150, 452, 176  # pixels
CAPTION, ROW = 24, 84  # pixels: above the diagram; that a unit with its words needs at least
LINES, LONGEST = 7, 54  # of a formula; characters of a line that a narrow page shows
CELLS, REACH = 20, 1.75  # of what a unit answers in the plane of inputs
LOOK = 3.0  # the largest slope looks like a weight of this size
NOT_YET = "Not known yet. Press Step to go on."


class Backward(SlowStep):
    """Follow one step of training through `network`, on one example or on the mean of `examples`.

    `examples` is a Data with 2 features and 1 target, at most 50 rows; XOR, unless you choose.
    """

    width = 700
    breaks = (LEFT,)
    title = "Which weight is to blame?"

    # The picture.

    def prepare(self):
        super().prepare()
        self._below_caption = max(DIAGRAM - CAPTION, ROW * max(map(len, self.names)))
        self.height = CAPTION + self._below_caption + WORDS

    def build(self, figure):
        self.selected = self.stages[0][1]
        diagram = figure.add_axes(
            [0.0, WORDS / self.height, LEFT / self.width, self._below_caption / self.height]
        )
        self._diagram = NetworkDiagram(diagram, self.names, CELLS, lines=2)
        curve = figure.add_axes(
            [(LEFT + 62) / self.width, 1 - (SIDE + 34) / self.height, SIDE / self.width, SIDE / self.height]
        )
        self._curve = SlopeCurve(curve)
        self._lines = FormulaLines(figure.add_axes([0.012, 0.0, 0.98, WORDS / self.height]), LINES)
        self._caption = figure.text(0.012, 1 - 4 / self.height, "", va="top", color=MUTED, fontsize=12, animated=True)
        self._loss_text = figure.text((LEFT + 16) / self.width, (WORDS + 16) / self.height, "", va="bottom", animated=True)
        middles = REACH * ((2 * np.arange(CELLS) + 1) / CELLS - 1)
        self._grid = np.stack(np.meshgrid(middles, middles), axis=-1).reshape(-1, 2)
        self.parts = operable(self, self._diagram, self._says, self.select)

    @property
    def _one(self):
        """The example shown, with what forward and backward found for it."""
        inputs, targets = self.batch
        network = self.before
        trace = network.forward(inputs)
        return OneExample(network, trace, network.backward(trace, targets, self.loss), self.row)

    def draw(self):
        one = self._one
        slopes = numbers_by_name(self.names, one.gradients.layers)
        self._draw_lines(slopes)
        self._draw_units(one)
        self._draw_curve(one.network, slopes)
        self._lines.show(self._formula(one, slopes))
        self._loss_text.set_text(self._loss_in_words(one.gradients.loss))

    @property
    def _shows_slopes(self):
        return self.kind in BACKWARD

    def _draw_lines(self, slopes):
        """Let the connections look like their weights, or on the way back like their slopes."""
        near = self._diagram.around(self.selected)
        if not self._shows_slopes:
            self._caption.set_text("lines: weights")
            self._diagram.show_weights(self.weights, near)
            self._diagram.show_numbers(self.weights, near)
            return
        known = self.known("slope")
        largest = max(map(abs, slopes.values())) or 1.0
        self._caption.set_text("lines: slopes found so far")
        self._diagram.show_weights(
            {name: LOOK * slope / largest if name in known else 0.0 for name, slope in slopes.items()}, near
        )
        self._diagram.show_numbers(slopes, near & known, digits=3)

    def _draw_units(self, one):
        known = self.known("value")
        everywhere = self.model.forward(self._grid)
        fields = [
            unit_field(layer.activation, outputs) for layer, outputs in zip(self.model.layers, everywhere.outputs)
        ]
        self._diagram.show_fields(fields, known)
        values = self.outputs_by_name(one.trace if not self._updated else self.model.forward(self.batch[0]), self.row)
        words = {name: number_text(values[name]) for name in self.names[0]}
        words |= {name: self._words_of(one, name, values[name], name in known) for name in self.units}
        self._diagram.show_words(words, known)
        self._diagram.show_selected(self.selected)

    def _words_of(self, one, name, value, known):
        """Write what is known of a unit: its value, its blame, or that of its sum."""
        read, place = to_read(name), formulas.place_of(self.names, name)
        text = f"{read} = {number_text(value)}" if known else read
        if self.kind != "update" and name in self.known("bend"):
            return f"{text}\nz’s blame {number_text(one.sum_blame(*place))}"
        if self.kind != "update" and name in self.known("blame"):
            return f"{text}\nblame {blame_formulas.blame_text(one.output_blame(*place))}"
        return text

    def _draw_curve(self, network, slopes):
        name = self.selected
        if name not in slopes:
            self._curve.hide("choose a weight")
            return
        function = loss_of_parameters(network, *self.batch, self.loss)
        along = np.eye(network.parameters.size)[self.places_of_parameters[name]]
        losses = np.array([function(network.parameters + move * along) for move in self._curve.moves])
        known = name in self.known("slope") or self.nudge
        self._curve.show(self._read(name), losses, slopes[name] if known else None)

    def _read(self, name):
        start, end = name.split("-")
        return f"bias of {to_read(end)}" if start == "b" else f"weight {to_read(start)} → {to_read(end)}"

    def _loss_in_words(self, before):
        loss = "loss" if len(self.batch[0]) == 1 else "mean loss"
        if self.kind == "update":
            return f"{loss} {number_text(before, 3)} → {number_text(self.model.loss(*self.batch, self.loss), 3)}"
        return f"{loss} = {number_text(before, 3)}" if self.known("loss") else f"{loss}: not yet"

    # Every number can be asked where it comes from.

    def _formula(self, one, slopes):
        """Return the formula of what is selected, with the numbers of this example in it."""
        name, row = self.selected, self.row
        target = float(self.batch[1][row, 0])
        if name in self.names[0]:
            return formulas.input_formula(name, one.trace, self.names[0].index(name), row)
        if name == "loss":
            return self._loss_formula(target)
        if name in self.units and self.kind == "update":
            return formulas.unit_formula(self.names, self.model, self.model.forward(self.batch[0]), name, row, LONGEST)
        if name in self.units:
            return self._unit_formula(one, name, target)
        return self._weight_formula(one, name, slopes[name])

    def _loss_formula(self, target):
        """Lead to the loss that the network has now: after the update, with its new weights."""
        if not self.known("loss"):
            return [NOT_YET]
        inputs, targets = self.batch
        lines = formulas.loss_formula(self.model, self.model.forward(inputs), target, self.loss, self.row)
        if len(inputs) > 1:
            mean = number_text(self.model.loss(inputs, targets, self.loss), 3)
            lines.append(f"mean loss of the {len(inputs)} examples = {mean}")
        return lines

    def _unit_formula(self, one, name, target):
        if name not in self.known("value"):
            return [NOT_YET]
        if name not in self.known("blame"):
            return formulas.unit_formula(self.names, one.network, one.trace, name, self.row, LONGEST)
        loss = one.network.suitable(self.loss)
        lines = blame_formulas.blame_formula(self.names, one, name, loss, target)
        if name in self.known("bend"):
            lines += blame_formulas.bend_formula(self.names, one, name, loss, target)
        return lines

    def _weight_formula(self, one, name, slope):
        lines = formulas.weight_formula(self.names, one.network, one.trace, name, self.row)
        if name in self.known("slope"):
            lines += blame_formulas.slope_formula(self.names, one, name)
        if self.nudge:
            lines.append(self._nudge_in_words(name, slope))
        if self.kind == "update":
            weight = float(self._before[self.places_of_parameters[name]])
            lines.append(blame_formulas.update_formula(weight, self.rate, slope))
        return lines

    def _nudge_in_words(self, name, slope):
        found = self.measured(name)
        if found.at_kink and "step" in {layer.activation.name for layer in self.model.layers}:
            return f"nudged: here the loss jumps, and has no slope; backprop says {number_text(slope, 5)}"
        if found.at_kink:
            return (
                f"nudged: here the loss has a kink, its slope jumps by {number_text(found.kink, 3)}; "
                f"backprop says {number_text(slope, 5)}"
            )
        return f"nudged: measured slope {number_text(found.slope, 6)}, backprop says {number_text(slope, 6)}"

    def _says(self):
        said = self.said_of(self.model.forward(self.batch[0]), self.row)
        slopes = self.slopes
        return said | {name: f"{said[name]}, slope {number_text(slopes[name], 3)}" for name in self.known("slope")}

    def describe(self):
        kind, name = self.stages[self.stage]
        one = self._one
        slopes = numbers_by_name(self.names, one.gradients.layers)
        what = {
            "input": "the example is handed in", "value": f"{to_read(name)} is computed", "loss": "the loss is taken",
            "blame": f"{to_read(name)} gets its blame", "bend": f"the bend of {to_read(name)} scales it",
            "slope": "a slope is found", "update": "every weight moves against its slope",
        }[kind]  # fmt: skip
        if kind == "slope":
            what = f"the slope of the {self._read(name)} is {number_text(slopes[name], 3)}"
        stage = f"Stage {self.stage + 1} of {len(self.stages)}: {what}."
        loss = f"{self._loss_in_words(one.gradients.loss).capitalize()}."
        return f"{stage} {loss} {formulas.in_one_line(self._formula(one, slopes))}"
