"""A hidden layer at work: it carries the plane through itself, so that one straight line is enough.

On the left are the two inputs, on the right the two outputs of the hidden layer. Every point on
the left has its place on the right. There the output neuron draws a straight line; carried back,
the same line is curved. Without the bends the layer can only turn, stretch and push.
"""

import numpy as np
from traitlets import TraitError, validate

from nnlib import Network, activations, data
from nnlib.collapse import collapse
from nnlib.drawing.layer_words import bend_text, weighted_sum_text
from nnlib.drawing.two_planes import HiddenPlane, InputPlane
from nnlib.drawing.wording import number_text
from nnlib.live import Explorable
from nnlib.live.chosen_points import OWN, REACH, ChosenPoints, points_to_start_with
from nnlib.live.controls import action, choice, number
from nnlib.live.hold import hold_line, hold_pair

ARROW_SCALE = 1 / 3  # a weight arrow is drawn shorter, to fit
POINTS = {
    "moons": data.moons(n=30, noise=0.08, radius=1.2),
    "XOR": data.gate("XOR"),
    "circles": data.circles(n=30, radius=1.7),
}
BENDS = ("tanh", "sigmoid", "ReLU", "leaky ReLU")  # no step: it tears the paper, which is drawn as one
NAMES = ("x1_h1", "x1_h2", "x2_h1", "x2_h2", "b_h1", "b_h2", "h1_y", "h2_y", "b_y")
START = (1.5, 0.5, -0.6, 1.4, 0.2, -0.3, 3, 2, -1.6)  # the parameters of a network, in its own order


class Warp(ChosenPoints, Explorable):
    """Show what the two hidden units of `network`, a Network([2, 2, 1]), do to the plane.

    `points` is the name of a set, or a Data of your own: 2 features, and 1 or 0 for a class.
    """

    width, height = 720, 460
    breaks = (354,)
    title = "A hidden layer warps the plane"

    x1_h1 = number(START[0], -6, 6, label="weight x₁ → h₁")
    x2_h1 = number(START[2], -6, 6, label="weight x₂ → h₁")
    b_h1 = number(START[4], -6, 6, label="bias of h₁")
    x1_h2 = number(START[1], -6, 6, label="weight x₁ → h₂")
    x2_h2 = number(START[3], -6, 6, label="weight x₂ → h₂")
    b_h2 = number(START[5], -6, 6, label="bias of h₂")
    h1_y = number(START[6], -10, 10, label="weight h₁ → y")
    h2_y = number(START[7], -10, 10, label="weight h₂ → y")
    b_y = number(START[8], -10, 10, label="bias of y")
    bend = choice("tanh", BENDS, label="bend")
    bend1 = number(1, 0, 1, step=0.05, label="bend of h₁, share", help="0: none (linear), 1: all of it")
    bend2 = number(1, 0, 1, step=0.05, label="bend of h₂, share", help="0: none (linear), 1: all of it")
    points = choice("moons", [*POINTS, OWN], label="points")

    sets = POINTS
    of_model = (*NAMES, "bend", "bend1", "bend2")

    def __init__(self, network=None, points=None, **state):
        self.model = _starting_network() if network is None else network
        _require_two_two_one(self.model)
        super().__init__(**points_to_start_with(points), **state)

    # The network and the controls are the same numbers.

    def pull(self):
        for name, value in zip(NAMES, self.model.parameters.tolist(), strict=True):
            setattr(self, name, value)
        self._pull_bend(self.model.layers[0].activation)

    def _pull_bend(self, activation):
        if activation == activations.linear:
            self.bend1 = self.bend2 = 0.0
        elif isinstance(activation, activations.Partly) and activation.bend.name in BENDS:
            self.bend, (self.bend1, self.bend2) = activation.bend.name, activation.shares
        elif activation.name in BENDS:
            self.bend, self.bend1, self.bend2 = activation.name, 1.0, 1.0

    def push(self):
        self.model.parameters[:] = [getattr(self, name) for name in NAMES]
        self.model.layers[0].activation = self._activation

    @property
    def _activation(self):
        """The activation of the hidden layer as the controls have it."""
        shares = (self.bend1, self.bend2)
        whole = activations.find(self.bend)
        return whole if shares == (1, 1) else activations.partly(whole, shares)

    def seen_of_model(self):
        bend = self.model.layers[0].activation  # no parameter, but a cell may set it
        return super().seen_of_model() + f"{bend.name}{getattr(bend, 'shares', '')}".encode()

    @validate("bend1", "bend2")
    def _check_share(self, proposal):
        if not 0 <= proposal["value"] <= 1:
            raise TraitError(f"A share of a bend is {proposal['value']:g}. Try one from 0 to 1.")
        return proposal["value"]

    # The bends are taken away and brought back.

    @action("Remove the bends", help="Make both hidden units linear")
    def remove_bends(self):
        """Make both hidden units linear."""
        with self.one_update():
            self.bend1 = self.bend2 = 0.0

    @action("Bring the bends back")
    def bring_back(self):
        """Let both hidden units bend again."""
        with self.one_update():
            self.bend1 = self.bend2 = 1.0

    def state(self):
        """Return the controls, how many points there are, and how many of them are right."""
        return super().state() | {"right": int(self._right.sum()), "points_in_all": len(self.data)}

    @property
    def _right(self):
        return (self._sums(self.data.inputs) >= 0) == self._classes

    @property
    def _classes(self):
        return self.data.labels == 1

    # The picture.

    def build(self, figure):
        left = figure.add_axes([0.065, 0.29, 0.415, 0.65])
        right = figure.add_axes([0.575, 0.29, 0.415, 0.65])
        left.set_title("The inputs")
        right.set_title("The same, seen by the output neuron")
        self._inputs = InputPlane(left, REACH, ARROW_SCALE)
        self._hidden = HiddenPlane(right, (-REACH, REACH))
        self._lines = [
            figure.text(x, 0.165 - 0.046 * row, "", fontsize=13, animated=True)
            for x in (0.02, 0.53) for row in range(4)
        ]  # fmt: skip
        hold_pair(self, "diamond", "diamond: a place among the inputs", left, ("x1", "x2"))
        for unit in (1, 2):
            w1, w2, bias = f"x1_h{unit}", f"x2_h{unit}", f"b_h{unit}"
            hold_pair(self, f"arrow{unit}", f"tip of the weight arrow of h{unit}", left, (w1, w2), ARROW_SCALE)
            fold = f"fold of h{unit}, where its sum is 0: moves with its bias"
            hold_line(self, f"fold{unit}", fold, left, (w1, w2, bias))
        line = "line of the output neuron: moves with its bias"
        hold_line(self, "line", line, right, ("h1_y", "h2_y", "b_y"))

    def draw(self):
        hidden, output = self.model.layers
        _require_known(hidden.activation)
        diamond = [[self.x1, self.x2]]
        self._inputs.show_decision(self._sums(self._inputs.field_grid), self._sums(self._inputs.border_grid))
        self._inputs.show_units(hidden.weights, hidden.bias, self.data.inputs)
        self._inputs.show_points(self.data.inputs, self._classes, ~self._right, diamond)
        places = (self._inputs.mesh.places, self.data.inputs, diamond)
        carried = [self.model.forward(each).outputs[0] for each in places]
        self._hidden.show(carried[0], carried[1], self._classes, carried[2])
        self._hidden.show_decision(output.weights[:, 0], output.bias[0])
        for line, text in zip(self._lines, self._formulas(carried[2][0]), strict=True):
            line.set_text(text)

    def _sums(self, inputs):
        return self.model.forward(inputs).sums[-1][:, 0]

    def _formulas(self, diamond):
        """Return the whole network as formulas with its own numbers: four lines left, four right."""
        linear = self.model.layers[0].activation == activations.linear
        return (
            f"z₁ = {weighted_sum_text((self.x1_h1, self.x2_h1), self.b_h1, 'x')}",
            f"z₂ = {weighted_sum_text((self.x1_h2, self.x2_h2), self.b_h2, 'x')}",
            f"diamond: x₁ {number_text(self.x1)}, x₂ {number_text(self.x2)}",
            f"goes to h₁ {number_text(diamond[0])}, h₂ {number_text(diamond[1])}",
            f"h₁ = {bend_text(self.bend, self.bend1, 'z₁')}",
            f"h₂ = {bend_text(self.bend, self.bend2, 'z₂')}",
            f"y = sigmoid({weighted_sum_text((self.h1_y, self.h2_y), self.b_y, 'h')})",
            f"  = sigmoid({self._one_line()})" if linear else "",
        )

    def _one_line(self):
        """Return what all layers together come to when nothing bends, as the sum of one neuron."""
        layer = collapse(self.model).layers[0]
        return weighted_sum_text(layer.weights[:, 0], layer.bias[0], "x")

    def _agreeing(self):
        """Count the points on which that one neuron answers what the whole network answers."""
        one, both = (network.predict(self.data.inputs) for network in (collapse(self.model), self.model))
        return int(np.isclose(one, both).sum())

    def describe(self):
        points = f"{self._right.sum()} of {len(self.data)} points right."
        if self.model.layers[0].activation == activations.linear:
            return (
                f"Nothing bends: the two layers are one neuron with the sum {self._one_line()}, which answers the "
                f"same on {self._agreeing()} of {len(self.data)} points. {points}"
            )
        at = self.model.forward([self.x1, self.x2]).outputs[0][0]
        return (
            f"h₁ = {bend_text(self.bend, self.bend1, 'z₁')}, h₂ = {bend_text(self.bend, self.bend2, 'z₂')}. "
            f"The diamond at ({number_text(self.x1)}, {number_text(self.x2)}) is carried to "
            f"({number_text(at[0])}, {number_text(at[1])}). {points}"
        )


def _starting_network():
    network = Network([2, 2, 1])
    network.parameters = START
    return network


def _require_two_two_one(network):
    if not isinstance(network, Network):
        raise TypeError(
            f"This picture shows a Network, and {type(network).__name__} came. Try Warp(Network([2, 2, 1]))."
        )
    if network.sizes != (2, 2, 1) or network.layers[-1].activation != activations.sigmoid:
        raise ValueError(
            f"This picture has 2 inputs, 2 hidden units and a sigmoid output; this network has the sizes "
            f"{list(network.sizes)} and ends in {network.layers[-1].activation}. Try Warp(Network([2, 2, 1]))."
        )


def _require_known(activation):
    bend = activation.bend if isinstance(activation, activations.Partly) else activation
    if bend.name not in (*BENDS, "linear"):
        raise ValueError(
            f"The hidden layer bends by {bend}, which this picture does not know. Try network.layers[0]"
            f".activation = one of {', '.join(map(repr, (*BENDS, 'linear')))}."
        )
