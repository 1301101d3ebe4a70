"""One step of training, taken apart into stages that can be gone through forward and back.

The network itself moves at the last stage only, the update, and comes back when somebody goes back.
Everything before is read off the network's own `forward` and `backward`.
"""

import numpy as np
from traitlets import Int, TraitError, validate

from nnlib import SGD, Data, Network, data
from nnlib.drawing.stages import stages_of_step
from nnlib.drawing.unit_names import numbers_by_name
from nnlib.gradcheck import nudge
from nnlib.live.controls import action, choice, number, toggle
from nnlib.live.network_lab import NetworkLab, state_name
from nnlib.live.player import Player

ONE, MEAN = "one example", "mean of a batch"
LOSSES = ("squared error", "binary cross-entropy")
BENDS = ("tanh", "sigmoid", "ReLU", "leaky ReLU", "softplus", "linear", "step")
MOST_EXAMPLES = 50


class SlowStep(NetworkLab):
    """Go through one step of training of `network`, on one example or on the mean of `examples`.

    `examples` is a Data with 2 features and 1 target, at most 50 rows; XOR, unless you choose. A
    subclass draws it.
    """

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
    stages = ()  # all stages of the step: what happens, and to which unit or weight

    def __init__(self, network=None, examples=None, **state):
        self.examples = data.gate("XOR") if examples is None else _checked_examples(examples)
        self._updated = False  # whether the network has its new weights: only at the last stage
        self._moving = False  # whether a change of the network is this lab's own update
        network = Network([2, 2, 1], seed=3) if network is None else network
        super().__init__(network, **state)
        self._first = self._before
        self.player = Player(
            self._all_stages, self._go_to, pause_between=1.0, new_start=False, short=True, hold=self.one_update,
            on_change=self.played_on, on_error=self.show_error,
        )  # fmt: skip
        if "stage" in state:
            self.player.seek(state["stage"])
        self.observe(self._move_again, [name for name in self.controls if name != "parameters"])

    def prepare(self):
        self.stages = stages_of_step(self.names)
        self._before = self.model.parameters.copy()
        numbered = self.model.astype(float)
        numbered.parameters = np.arange(numbered.parameters.size)
        self.places_of_parameters = {
            name: round(place) for name, place in numbers_by_name(self.names, numbered.layers).items()
        }

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
        return nudge(self.before, self.places_of_parameters[name], *self.batch, self.loss)

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
            if self.player is not None:
                self.player.position = self.stage

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
