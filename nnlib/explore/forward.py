"""A network computing: one input goes through it, unit by unit, and every number can be asked."""

from traitlets import Int, TraitError, validate

from nnlib import Network, data
from nnlib.drawing import formula_lines, formulas
from nnlib.drawing.answer_plane import AnswerPlane
from nnlib.drawing.heatmap import every_second
from nnlib.drawing.network_diagram import NetworkDiagram
from nnlib.drawing.plane import unit_field
from nnlib.drawing.theme import INK, MUTED
from nnlib.drawing.unit_names import to_read
from nnlib.drawing.wording import number_text
from nnlib.live.controls import choice, number, toggle
from nnlib.live.diagram import operable
from nnlib.live.network_lab import NetworkLab
from nnlib.live.parts import Part

GATES = ("XOR", "AND", "OR", "NAND")
REACH = 1.75  # half the side of the plane
DIAGRAM, LEFT, SIDE = 290, 452, 196  # pixels: height and width of the diagram; side of the plane
ROW = 62  # pixels that a unit of a wide layer needs at least
LONGEST = 54  # characters in a line of a formula: on a narrow page it has the diagram's width
NOT_YET = "not computed yet"


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
        super().__init__(Network([2, 2, 1], seed=3) if network is None else network, **state)
        if "stage" in state and "selected" not in state:
            self.selected = self._reached(self.stage)
        self.player = self.new_player(
            self._stages, self._show_stage, pause_between=0.9, new_start=False, short=True
        )
        self.player.position = self.stage  # all is computed, until somebody goes back
        self.observe(self._follow, "stage")

    def prepare(self):
        widest = max(map(len, self.names))
        self._lines_at_most = 6 if widest <= formulas.TERMS else 8
        self._below = formula_lines.HEIGHT * self._lines_at_most  # pixels
        self.height = max(DIAGRAM, ROW * widest) + self._below
        self.stage, self.selected = len(self.units) + 1, self.units[0]

    @validate("stage")
    def _check_stage(self, proposal):
        last = len(self.units) + 1
        if not 0 <= proposal["value"] <= last:
            raise TraitError(f"The stages of this network go from 0 to {last}, and {proposal['value']} came.")
        return proposal["value"]

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
        gate, answers = self._gate
        return int((answers == gate.labels).sum()) if gate else 0

    @property
    def _gate(self):
        """The points in the plane, as a Data, and the class the network gives to each; or two None."""
        if self.points == "none":
            return None, None
        gate = data.gate(self.points)
        return gate, data.labels(self.model.predict(gate.inputs))

    # The picture.

    def build(self, figure):
        def place(left, bottom, width, height):  # pixels
            return [left / self.width, bottom / self.height, width / self.width, height / self.height]

        top = self.height - self._below
        self._diagram = NetworkDiagram(figure.add_axes(place(0, self._below + 4, LEFT, top - 8)), self.names)
        left, bottom = LEFT + 46, self.height - SIDE - 16
        axes = figure.add_axes(place(left, bottom, SIDE, SIDE))
        self._plane = AnswerPlane(axes, REACH)
        self._answer = figure.text(*place(left, bottom - 46, 0, 0)[:2], "", va="top", animated=True)
        below_y = self._diagram.below("y", line=1)[1]
        self._loss_text = self._diagram.axes.text(LEFT - 6, below_y, "", ha="right", va="top", animated=True)
        words = figure.add_axes(place(8, 0, self.width - 16, self._below))
        self._lines = formula_lines.FormulaLines(words, self._lines_at_most)
        self.add_handle(
            "input", "the input: x₁ across, x₂ up", axes, lambda: (self.x1, self.x2), self._move_input,
            lambda: f"x₁ {number_text(self.x1)}, x₂ {number_text(self.x2)}", moves=("x1", "x2"),
        )  # fmt: skip
        self.parts = operable(self, self._diagram, self._says, self.select)
        self._add_loss(self.parts.every, below_y - 8)

    def _add_loss(self, every, middle):
        """Make the loss one more part, to the right of the output and below it."""
        ends = self._diagram.axes.transData.transform([(LEFT - 100, middle), (LEFT - 6, middle)])
        every["loss"] = Part("loss", "the loss", tuple(map(tuple, ends)), 20, {"ArrowLeft": "y", "ArrowUp": "y"})
        every["y"].beside.update({"ArrowRight": "loss", "ArrowDown": "loss"})

    @property
    def _known(self):
        """The inputs, and the units that are computed by now; the loss too, if it is."""
        return {*self.names[0], *[*self.units, "loss"][: self.stage]}

    def _says(self):
        said = self.said_of(self.trace) | {"loss": number_text(self.loss, 3)}
        return said | {name: NOT_YET for name in {*self.units, "loss"} - self._known}

    def _move_input(self, x, y):
        self.x1, self.x2 = self.control("x1").clamp(x), self.control("x2").clamp(y)

    def draw(self):
        trace, weights, known = self.trace, self.weights, self._known
        everywhere = self.model.forward(self._plane.grid)
        near = self._diagram.around(self.selected)
        self._diagram.show_weights(weights, near)
        self._diagram.show_numbers(weights, set(weights) if self.numbers else near)
        fields = [*map(self._field, self.model.layers, everywhere.outputs)]
        self._diagram.show_fields([*map(every_second, fields)], known)
        self._diagram.show_words(self._words(self.outputs_by_name(trace), known), known)
        self._diagram.show_selected(self.selected)
        self._draw_plane(fields[-1] if "y" in known else None)
        self._show_results(trace, known)
        self._lines.show(self._formula(trace))

    def _draw_plane(self, answers):
        gate, predicted = self._gate
        self._plane.show_answers(answers)
        self._plane.show_examples(gate, None if answers is None else predicted)
        self._plane.show_input(self.x1, self.x2)

    def _field(self, layer, outputs):
        """Return values to colour by; the output is undecided where the class changes, at 0.5."""
        return 6 * (outputs - 0.5) if layer is self.model.layers[-1] else unit_field(layer.activation, outputs)

    def _words(self, values, known):
        digits = {"y": 3}  # as in the line below the plane
        words = {n: f"{to_read(n)} = {number_text(values[n], digits.get(n, 2))}" for n in self.units if n in known}
        words |= {name: number_text(values[name]) for name in self.names[0]}
        return {name: to_read(name) for name in self.units} | words

    def _show_results(self, trace, known):
        output, loss = number_text(trace.output[0, 0], 3), number_text(self.loss, 3)
        self._answer.set_text(f"output y = {output}" if "y" in known else "output y: not yet")
        self._loss_text.set_text(f"loss = {loss}" if "loss" in known else "loss: not yet")
        self._loss_text.set_color(INK if "loss" in known else MUTED)
        self._loss_text.set_fontweight("bold" if self.selected == "loss" else "normal")

    def _formula(self, trace):
        """Return the formula of what is selected, with the numbers of this input in it."""
        name = self.selected
        if name in self.names[0]:
            return formulas.input_formula(name, trace, self.names[0].index(name))
        if name in (*self.units, "loss") and name not in self._known:
            return [f"{NOT_YET.capitalize()}. Press Step to go on."]
        if name == "loss":
            return formulas.loss_formula(self.model, trace, float(self.target))
        if name in self.units:
            return formulas.unit_formula(self.names, self.model, trace, name, longest=LONGEST)
        return self._weight_formula(trace, name)

    def _weight_formula(self, trace, name):
        start, _ = name.split("-")
        lines = formulas.weight_formula(self.names, self.model, trace, name)
        if start in self._known or start == "b":
            return lines
        return [lines[0], f"It waits for {to_read(start)}, which is {NOT_YET}."]

    def describe(self):
        known, trace = self._known, self.trace
        where = f"Input ({number_text(self.x1)}, {number_text(self.x2)})"
        text = f"{where}: {len(known & set(self.units))} of {len(self.units)} units computed."
        if "loss" in known:
            text = (
                f"{where} gives the output y = {number_text(trace.output[0, 0], 3)}; for the target "
                f"{self.target} the loss is {number_text(self.loss, 3)}."
            )
        if "y" in known and self.points != "none":
            text += f" {self.points}: {self.rows_right} of 4 points right."
        return f"{text} {formulas.in_one_line(self._formula(trace))}"

    # Unit by unit, as an animation.

    def _stages(self, seed):
        yield from range(len(self.units) + 2)

    def _reached(self, stage):
        """Name what has just been computed at a stage."""
        return [self.names[0][0], *self.units, "loss"][stage]

    def _show_stage(self, stage):
        """Come to a stage, and look at what has just been computed."""
        self.stage, self.selected = stage, self._reached(stage)

    def _follow(self, change):
        """Let the player go on from a stage that was set in a cell."""
        self.player.position = self.stage
