"""What one step of training is made of: the examples, the loss, and the slope of every weight.

All of it is read off the network's own `forward` and `backward`; nothing here moves the network.
"""

from dataclasses import replace

import numpy as np
from traitlets import TraitError, validate

from nnlib import Data, Network, data
from nnlib.drawing.unit_names import numbers_by_name
from nnlib.gradcheck import nudge
from nnlib.live.controls import choice, number, toggle
from nnlib.live.network_lab import NetworkLab, state_name

ONE, MEAN = "one example", "mean of a batch"
LOSSES = ("squared error", "binary cross-entropy")
BENDS = ("tanh", "sigmoid", "ReLU", "leaky ReLU", "softplus", "linear", "step")
MOST_EXAMPLES = 50


class OneStep(NetworkLab):
    """Show what one step of training `network` needs, on one example or on the mean of `examples`.

    `examples` is a Data with 2 features and 1 target, at most 50 rows; XOR, unless you choose.
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

    def __init__(self, network=None, examples=None, **state):
        self.examples = data.gate("XOR") if examples is None else _checked_examples(examples)
        super().__init__(Network([2, 2, 1], seed=3) if network is None else network, **state)

    def _check_network(self):
        super()._check_network()
        bends = hidden_bends(self.model)
        if len(set(bends)) > 1 or not set(bends) <= set(BENDS):
            raise ValueError(
                f"This picture has one bend for all hidden units; this network has {', '.join(bends)}. "
                f"Try one of {', '.join(BENDS)} for all, such as hidden='tanh'."
            )

    def prepare(self):
        self.controls["example"] = replace(self.controls["example"], high=float(len(self.examples)))
        numbered = self.model.astype(float)
        numbered.parameters = np.arange(numbered.parameters.size)
        self.places_of_parameters = {
            name: round(place) for name, place in numbers_by_name(self.names, numbered.layers).items()
        }

    @property
    def batch(self):
        """The inputs `(examples, 2)` and targets `(examples, 1)` of this step."""
        if self.step == ONE:
            return np.array([[self.x1, self.x2]]), np.array([[self.target]])
        return self.examples.inputs, self.examples.targets

    @property
    def row(self):
        """The row of the batch that is shown."""
        return 0 if self.step == ONE else min(round(self.example), len(self.examples)) - 1

    @property
    def before(self):
        """The network as it is before the update."""
        return self.model

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
        """Return the controls, the weights, the loss, and every slope: `slope_w_x1_h1`."""
        slopes = {f"slope_{state_name(name)}": slope for name, slope in self.slopes.items()}
        return super().state() | slopes | {"loss_now": self.model.loss(*self.batch, self.loss)}

    def disabled(self):
        bend = () if hidden_bends(self.model) else ("activation",)
        return bend + (("example",) if self.step == ONE else ("x1", "x2", "target"))

    @validate("example")
    def _check_example(self, proposal):
        return min(max(proposal["value"], 1.0), float(len(self.examples)))

    @validate("loss")
    def _check_loss(self, proposal):
        try:
            self.model.suitable(proposal["value"]).check_targets(self.examples.targets)
        except ValueError as error:
            raise TraitError(str(error)) from None
        return proposal["value"]


def hidden_bends(network):
    """Name the activation of each hidden layer."""
    return [layer.activation.name for layer in network.layers[:-1]]


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
