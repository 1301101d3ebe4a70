"""What the labs that show a whole network have in common: the network, its names, its numbers.

The weights are kept as one text, so that they are part of a lab's state and of its share string
whatever the size of the network.
"""

from traitlets import TraitError, Unicode, validate

from nnlib import Network
from nnlib.drawing.unit_names import numbers_by_name, unit_names
from nnlib.drawing.wording import number_text, sign_true_text
from nnlib.live.controls import kept_numbers, numbers_in, numbers_text
from nnlib.live.explorable import Explorable

MOST_LAYERS, MOST_UNITS = 4, 8  # the input counted as a layer


class NetworkLab(Explorable):
    """Show `network`, a Network with 2 inputs, 1 output and at most two hidden layers.

    `names` are the names of its units, layer by layer; `units` those that compute.
    """

    parameters = kept_numbers(label="weights and biases")
    selected = Unicode()  # the unit or weight that is looked at

    of_model = ("parameters",)

    def __init__(self, network, **state):
        self.model = network
        self._check_network()
        self.names = unit_names(network.sizes)
        self.units = [name for layer in self.names[1:] for name in layer]
        self.prepare()
        super().__init__(**state)

    def prepare(self):
        """Work out, before the picture is built, what else depends on the network's shape."""

    def _check_network(self):
        if not isinstance(self.model, Network):
            raise TypeError(
                f"This picture shows a Network, and {type(self.model).__name__} came. Try Network([2, 2, 1])."
            )
        sizes = self.model.sizes
        if (sizes[0], sizes[-1]) != (2, 1) or len(sizes) > MOST_LAYERS or max(sizes) > MOST_UNITS:
            raise ValueError(
                f"This picture shows 2 inputs, 1 output and at most {MOST_LAYERS - 2} hidden layers of at most "
                f"{MOST_UNITS} units; this network has the sizes {list(sizes)}. Try Network([2, 3, 1])."
            )
        if self.model.layers[-1].activation.name == "softmax":
            raise ValueError("The softmax of a single output is always 1. Try output='sigmoid'.")

    @property
    def network(self):
        """The network itself: what you change in it moves the picture."""
        return self.model

    def pull(self):
        self.parameters = numbers_text(self.model.parameters)

    def push(self):
        self.model.parameters[:] = numbers_in(self.parameters)

    @validate("parameters")
    def _check_parameters(self, proposal):
        found, wanted = len(numbers_in(proposal["value"])), self.model.parameters.size
        if found != wanted:
            raise TraitError(f"This network has {wanted} weights and biases, and {found} came.")
        return proposal["value"]

    @validate("selected")
    def _check_selected(self, proposal):
        known = [*(name for names in self.names for name in names), *self.weights, "loss"]
        if proposal["value"] not in ("", *known):
            raise TraitError(f"There is no {proposal['value']} to look at. There are: {', '.join(known)}.")
        return proposal["value"]

    @property
    def weights(self):
        """Every weight and bias by name: `x1-h1`, `b-h1`, …"""
        return numbers_by_name(self.names, self.model.layers)

    def state(self):
        """Return the controls, what is selected, which network it is, and every weight: `w_x1_h1`."""
        weights = {state_name(name): weight for name, weight in self.weights.items()}
        return super().state() | weights | {"selected": self.selected, "network": repr(self.model)}

    def select(self, name):
        """Look at an input, a unit or a weight."""
        self.selected = name

    def outputs_by_name(self, trace, row=0):
        """Return the value of every input and unit in one row of a Trace."""
        columns = (trace.inputs[row], *(outputs[row] for outputs in trace.outputs))
        return {name: float(value) for names, values in zip(self.names, columns) for name, value in zip(names, values)}

    def said_of(self, trace, row=0):
        """Say every input, unit and weight in words, by name."""
        said = {name: number_text(weight, 3) for name, weight in self.weights.items()}
        said |= {name: number_text(value) for name, value in zip(self.names[0], trace.inputs[row])}
        for names, sums, outputs in zip(self.names[1:], trace.sums, trace.outputs):
            for name, total, output in zip(names, sums[row], outputs[row]):
                said[name] = f"sum {sign_true_text(total)}, output {number_text(output, 3)}"
        return said


def state_name(name):
    """Write the name of a weight as it stands in a state: `w_x1_h1`, `b_h1`."""
    return name.replace("-", "_") if name.startswith("b-") else f"w_{name.replace('-', '_')}"
