"""One training step in slow motion: forward, loss, blame, every slope, and the update."""

import numpy as np
from traitlets import Int, TraitError, validate

from nnlib import SGD, Data, Network, data
from nnlib.drawing import blame_formulas, formulas
from nnlib.drawing.blame_formulas import OneExample
from nnlib.drawing.network_diagram import NetworkDiagram
from nnlib.drawing.plane import unit_field
from nnlib.drawing.slope_curve import SlopeCurve
from nnlib.drawing.stages import BACKWARD, stages_of_step
from nnlib.drawing.theme import MUTED
from nnlib.drawing.unit_names import numbers_by_name, to_read
from nnlib.drawing.wording import number_text
from nnlib.gradcheck import loss_of_parameters, nudge
from nnlib.live import Player
from nnlib.live.controls import action, choice, number, toggle
from nnlib.live.diagram import operable
from nnlib.live.network_lab import NetworkLab, state_name

ONE, MEAN = "one example", "mean of a batch"
LOSSES = ("squared error", "binary cross-entropy")
BENDS = ("tanh", "sigmoid", "ReLU", "leaky ReLU", "softplus", "linear", "step")
MOST_EXAMPLES = 50
DIAGRAM, WORDS, LEFT, SIDE = 330, 128, 452, 176  # pixels
LINES = 6  # of a formula
CELLS, REACH = 20, 1.75  # of what a unit answers in the plane of inputs
LOOK = 3.0  # the largest slope looks like a weight of this size
NOT_YET = "Not known yet. Press Step to go on."


class Backward(NetworkLab):
    """Follow one step of training through `network`, on one example or on the mean of `examples`.

    `examples` is a Data with 2 features and 1 target, at most 50 rows; XOR, unless you choose.
    """

    width = 700
    height = DIAGRAM + WORDS
    breaks = (LEFT,)
    title = "Which weight is to blame?"

    x1 = number(1, -1.5, 1.5, label="input x₁")
    x2 = number(0.5, -1.5, 1.5, label="input x₂")
    target = number(1, 0, 1, label="target t")
    step = choice(ONE, (ONE, MEAN), label="learn from", help="The mean takes all examples of the batch at once.")
    example = number(1, 1, MOST_EXAMPLES, step=1, label="example shown")
    activation = choice("tanh", BENDS, label="bend of the hidden units")
    loss = choice("squared error", LOSSES, label="loss")
    rate = number(0.5, 0.01, 10, step=0.01, scale="log", label="learning rate", help="Only the update uses it.")
    nudge = toggle(
        False, label="nudge the chosen weight", help="Move it a hair each way, and measure what the loss does."
    )

    of_model = ("parameters", "activation")
    stage = Int()

    def __init__(self, network=None, examples=None, **state):
        self.examples = data.gate("XOR") if examples is None else _checked_examples(examples)
        self._updated = False  # whether the network has its new weights: only at the last stage
        self._moving = False  # whether a change of the network is this lab's own update
        super().__init__(Network([2, 2, 1], seed=3) if network is None else network, **state)
        self._first = self._before
        self.player = Player(
            self._all_stages, self._go_to, pause_between=1.0, new_start=False, short=True, hold=self.one_update,
            on_change=self.played_on, on_error=self.show_error,
        )  # fmt: skip
        self.observe(self._move_again, [name for name in self.controls if name != "parameters"])

    # What the step is made of.

    @property
    def kind(self):
        """What happens at the present stage: input, value, loss, blame, bend, slope or update."""
        return self.stages[self.stage][0]

    def known(self, kind):
        """Name what this has happened to already."""
        return {name for each, name in self.stages[: self.stage + 1] if each == kind}

    @property
    def batch(self):
        """The inputs `(examples, 2)` and targets `(examples, 1)` of this step."""
        if self.step == ONE:
            return np.array([[self.x1, self.x2]]), np.array([[self.target]])
        return self.examples.inputs, self.examples.targets

    @property
    def row(self):
        """The row of the batch that is shown."""
        return 0 if self.step == ONE else min(round(self.example), len(self.examples.inputs)) - 1

    @property
    def before(self):
        """The network as it is until the update; only the last stage moves the network itself."""
        if not self._updated:
            return self.model
        twin = self.model.astype(float)
        twin.parameters = self._before
        return twin

    @property
    def gradients(self):
        """What `backward` returns for this batch and the weights before the update."""
        inputs, targets = self.batch
        network = self.before
        return network.backward(network.forward(inputs), targets, self.loss)

    @property
    def slopes(self):
        """The slope of the loss for every weight and bias, by name."""
        return numbers_by_name(self.names, self.gradients.layers)

    def measured(self, name):
        """Nudge the weight or bias `name`, and return the measured slope as a gradcheck.Nudge."""
        return nudge(self.before, self._places_of_parameters[name], *self.batch, self.loss)

    def state(self):
        """Return the controls, the weights, the stage, and every slope: `slope_w_x1_h1`."""
        slopes = {f"slope_{state_name(name)}": slope for name, slope in self.slopes.items()}
        loss = self.model.loss(*self.batch, self.loss)
        return super().state() | slopes | {"stage": self.stage, "loss_now": loss}

    # The network and the picture are the same numbers.

    def pull(self):
        super().pull()
        hidden = [layer.activation.name for layer in self.model.layers[:-1]]
        if hidden and hidden[0] in BENDS:
            self.activation = hidden[0]
        if not self._moving:
            self._before, self._updated = self.model.parameters.copy(), False
            self.stage = min(self.stage, len(self.stages) - 2)

    def push(self):
        super().push()
        self._before = self.model.parameters.copy()
        for layer in self.model.layers[:-1]:
            layer.activation = self.activation

    def seen_of_model(self):
        bends = "".join(layer.activation.name for layer in self.model.layers)
        return super().seen_of_model() + bends.encode()

    @validate("loss")
    def _check_loss(self, proposal):
        try:
            self.model.suitable(proposal["value"])
        except ValueError as error:
            raise TraitError(str(error)) from None
        return proposal["value"]

    def disabled(self):
        return ("example",) if self.step == ONE else ("x1", "x2", "target")

    # Going through the stages.

    def _all_stages(self, seed):
        yield from range(len(self.stages))

    def _go_to(self, stage):
        """Come to a stage, and look at what happens there."""
        self.stage = stage
        self.selected = self.stages[stage][1]
        self._move_again()

    def _move_again(self, change=None):
        """Let the network have the weights of this stage: the new ones at the update, else the old."""
        self._updated, wanted = False, self._before
        if self.kind == "update":
            self.model.parameters = self._before
            wanted = SGD(self.rate).update(self._before, self.gradients.parameters)
            self._updated = True
        if self.kind == "update" or (wanted != self.model.parameters).any():
            self._moving = True
            try:
                self.model.parameters = wanted
                self.model.report()
            finally:
                self._moving = False

    @action("Go on from the new weights", help="The next step of training begins where this one leads")
    def take(self):
        """Make the updated weights the ones from which the next step begins."""
        self._go_to(len(self.stages) - 1)
        self._before = self.model.parameters.copy()
        self.player.reset()

    @action("First weights", help="Back to the weights that this lab began with")
    def restart(self):
        """Go back to the weights from before the first step."""
        self._before = self._first.copy()
        self.player.reset()

    # The picture.

    def build(self, figure):
        self.stages = stages_of_step(self.names)
        self._before = self.model.parameters.copy()
        self.selected = self.stages[0][1]
        diagram = figure.add_axes([0.0, WORDS / self.height, LEFT / self.width, (DIAGRAM - 24) / self.height])
        self._diagram = NetworkDiagram(diagram, self.names, CELLS, lines=2)
        curve = figure.add_axes(
            [(LEFT + 62) / self.width, 1 - (SIDE + 34) / self.height, SIDE / self.width, SIDE / self.height]
        )
        self._curve = SlopeCurve(curve)
        words = figure.add_axes([0.012, 0.0, 0.98, WORDS / self.height])
        words.set(xlim=(0, 1), ylim=(LINES, 0))
        words.set_axis_off()
        self._lines = [words.text(0, line + 0.5, "", va="center", fontsize=15, animated=True) for line in range(LINES)]
        self._caption = figure.text(0.012, 1 - 4 / self.height, "", va="top", color=MUTED, fontsize=12, animated=True)
        self._loss_text = figure.text((LEFT + 16) / self.width, (WORDS + 16) / self.height, "", va="bottom", animated=True)
        middles = REACH * ((2 * np.arange(CELLS) + 1) / CELLS - 1)
        self._grid = np.stack(np.meshgrid(middles, middles), axis=-1).reshape(-1, 2)
        self.parts = operable(self, self._diagram, self._says, self.select)
        twin = self.model.astype(float)
        twin.parameters = np.arange(twin.parameters.size)
        self._places_of_parameters = {
            name: round(place) for name, place in numbers_by_name(self.names, twin.layers).items()
        }

    def draw(self):
        inputs, targets = self.batch
        network = self.before
        trace = network.forward(inputs)
        one = OneExample(network, trace, network.backward(trace, targets, self.loss), self.row)
        slopes = numbers_by_name(self.names, one.gradients.layers)
        self._draw_lines(slopes)
        self._draw_units(one)
        self._draw_curve(network, inputs, targets, slopes)
        lines = self._formula(one, slopes, float(targets[self.row, 0]))
        for text, line in zip(self._lines, [*lines, *[""] * LINES]):
            text.set_text(line)
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
            return f"{text}\nsum’s blame {number_text(one.sum_blame(*place))}"
        if self.kind != "update" and name in self.known("blame"):
            return f"{text}\nblame {number_text(one.output_blame(*place))}"
        return text

    def _draw_curve(self, network, inputs, targets, slopes):
        name = self.selected
        if name not in slopes:
            self._curve.hide("choose a weight")
            return
        function = loss_of_parameters(network, inputs, targets, self.loss)
        along = np.eye(network.parameters.size)[self._places_of_parameters[name]]
        losses = np.array([function(network.parameters + move * along) for move in self._curve.moves])
        known = name in self.known("slope") or self.nudge
        self._curve.show(self._read(name), losses, slopes[name] if known else None)

    def _read(self, name):
        start, end = name.split("-")
        return f"bias of {to_read(end)}" if start == "b" else f"weight {to_read(start)} → {to_read(end)}"

    def _loss_in_words(self, before):
        if self.kind == "update":
            return f"loss {number_text(before, 3)} → {number_text(self.model.loss(*self.batch, self.loss), 3)}"
        return f"loss = {number_text(before, 3)}" if self.known("loss") else "loss: not yet"

    # Every number can be asked where it comes from.

    def _formula(self, one, slopes, target):
        name, row = self.selected, self.row
        if name in self.names[0]:
            return formulas.input_formula(name, one.trace, self.names[0].index(name), row)
        if name in self.units:
            return self._unit_formula(one, name, target)
        if name == "loss":
            return formulas.loss_formula(one.network, one.trace, target, self.loss, row)
        return self._weight_formula(one, name, slopes[name])

    def _unit_formula(self, one, name, target):
        if name not in self.known("value"):
            return [NOT_YET]
        if name not in self.known("blame"):
            return formulas.unit_formula(self.names, one.network, one.trace, name, self.row)
        lines = blame_formulas.blame_formula(self.names, one, name, one.network.suitable(self.loss), target)
        if name in self.known("bend"):
            lines += blame_formulas.bend_formula(self.names, one, name)
        return lines

    def _weight_formula(self, one, name, slope):
        lines = formulas.weight_formula(self.names, one.network, one.trace, name, self.row)
        if name in self.known("slope"):
            lines += blame_formulas.slope_formula(self.names, one, name)
        if self.nudge:
            lines.append(self._nudge_in_words(name, slope))
        if self.kind == "update":
            weight = float(self._before[self._places_of_parameters[name]])
            lines.append(blame_formulas.update_formula(weight, self.rate, slope))
        return lines

    def _nudge_in_words(self, name, slope):
        found = self.measured(name)
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
        what = {
            "input": "the example is handed in", "value": f"{to_read(name)} is computed", "loss": "the loss is taken",
            "blame": f"{to_read(name)} gets its blame", "bend": f"the bend of {to_read(name)} scales it",
            "slope": "a slope is found", "update": "every weight moves against its slope",
        }[kind]  # fmt: skip
        if kind == "slope":
            what = f"the slope of the {self._read(name)} is {number_text(self.slopes[name], 3)}"
        return f"Stage {self.stage + 1} of {len(self.stages)}: {what}. {self._loss_in_words(self.gradients.loss).capitalize()}."


def _checked_examples(examples):
    if not isinstance(examples, Data) or examples.inputs.shape[1] != 2 or examples.targets.shape[1] != 1:
        raise ValueError(
            "The examples of this picture are a Data with 2 features and 1 target. Try Data([[0, 1], [1, 1]], [1, 0])."
        )
    if not 1 <= len(examples.inputs) <= MOST_EXAMPLES:
        raise ValueError(
            f"This picture takes 1 to {MOST_EXAMPLES} examples, and {len(examples.inputs)} came. Try fewer."
        )
    return examples
