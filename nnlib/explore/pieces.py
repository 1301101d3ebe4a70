"""Three bent lines, added up: how a few ReLU units draw a curve that no single line can."""

from collections import Counter

import numpy as np
from traitlets import TraitError, validate

from nnlib import Data, Network, activations
from nnlib.drawing.error_bar import ErrorBar
from nnlib.drawing.pieces import Piece, Sum, kink_of
from nnlib.drawing.wording import number_text
from nnlib.live import Explorable
from nnlib.live.controls import choice, kept_numbers, number, numbers_in, numbers_text
from nnlib.live.hold import hold_kink, hold_lift

PLACES = np.arange(-3.0, 4.0)  # where the targets stand
TARGETS = {
    "valley": np.abs(PLACES),
    "ramp": np.clip(PLACES + 1, 0, 2),
    "tent": 2 * np.maximum(1 - np.abs(PLACES), 0),
    "parabola": PLACES**2 / 3,
    "wave": 1.5 * np.sin(np.pi * PLACES / 3),
}
OWN = "my own"
REACH, LOW, HIGH = 3.3, -2.0, 3.5  # of the picture
UNITS = (1, 2, 3)
KINKED = (activations.relu, activations.leaky_relu)
START = (1, 1, 1, 1, -1, 0, 0.5, 0.5, 0, 0)  # in the order of the network's parameters
NAMES = tuple(f"{letter}{unit}" for letter in "wbv" for unit in UNITS) + ("c",)


class Pieces(Explorable):
    """Show what each hidden unit of `network`, a Network([1, 3, 1]), adds, and their sum.

    Each unit turns x into v · ReLU(w · x + b); the output adds the three, and c.
    """

    width, height = 720, 470
    breaks = (250,)
    title = "Lines with a kink, added up"

    w1 = number(START[0], -2, 2, label="unit 1: weight, w₁")
    b1 = number(START[3], -6, 6, label="unit 1: bias, b₁")
    v1 = number(START[6], -4, 4, label="unit 1: output weight, v₁")
    w2 = number(START[1], -2, 2, label="unit 2: weight, w₂")
    b2 = number(START[4], -6, 6, label="unit 2: bias, b₂")
    v2 = number(START[7], -4, 4, label="unit 2: output weight, v₂")
    w3 = number(START[2], -2, 2, label="unit 3: weight, w₃")
    b3 = number(START[5], -6, 6, label="unit 3: bias, b₃")
    v3 = number(START[8], -4, 4, label="unit 3: output weight, v₃")
    c = number(START[9], -4, 4, label="output bias, c")
    own = kept_numbers(numbers_text(np.zeros(len(PLACES))), label="my own targets")
    target = choice("tent", [*TARGETS, OWN], label="target")

    of_model = NAMES

    def __init__(self, network=None, **state):
        self.model = _starting_network() if network is None else network
        _require_one_three_one(self.model)
        super().__init__(**state)

    # The network and the controls are the same numbers.

    def pull(self):
        for name, value in zip(NAMES, self.model.parameters.tolist(), strict=True):
            setattr(self, name, value)

    def push(self):
        self.model.parameters[:] = [getattr(self, name) for name in NAMES]

    def seen_of_model(self):
        return super().seen_of_model() + self.model.layers[0].activation.name.encode()

    # The targets, and how far the sum is from them.

    @property
    def targets(self):
        """The heights the sum should reach at x = −3 … 3, `(7,)`."""
        return np.array(numbers_in(self.own)) if self.target == OWN else TARGETS[self.target]

    @property
    def data(self):
        """The targets as a Data, to train on: 7 examples with 1 feature."""
        return Data(PLACES[:, None], self.targets)

    @property
    def error(self):
        """The mean squared error of the network on the targets."""
        return float(self.model.loss(PLACES[:, None], self.targets, "squared error"))

    def is_silent(self, unit):
        """Whether a unit has slope 0 on every example, so that training cannot move it."""
        sums = self.model.forward(PLACES[:, None]).sums[0][:, unit - 1]
        return not self.model.layers[0].activation.slope(sums).any()

    @validate("own")
    def _check_own(self, proposal):
        if len(numbers_in(proposal["value"])) != len(PLACES):
            raise TraitError(f"There are {len(PLACES)} targets, one for each x from −3 to 3. Try 0,0,0,1,0,0,0.")
        return proposal["value"]

    def state(self):
        """Return the controls, the error, and whether each unit is silent on all examples."""
        return super().state() | {"error": self.error} | {f"silent{unit}": self.is_silent(unit) for unit in UNITS}

    # The picture.

    def build(self, figure):
        panels = [figure.add_axes([0.055, 0.69 - 0.295 * row, 0.25, 0.23]) for row in range(3)]
        self._pieces = [
            Piece(axes, f"unit {unit}", REACH, HIGH) for unit, axes in zip(UNITS, panels, strict=True)
        ]
        for axes in panels[:2]:
            axes.set_xticklabels([])
        main = figure.add_axes([0.4, 0.31, 0.57, 0.61])
        main.set_title("Their sum, and the targets")
        self._sum = Sum(main, REACH, LOW, HIGH)
        self._bar = ErrorBar(figure.add_axes([0.4, 0.1, 0.57, 0.06]), "mean squared error", largest=3)
        self._curve = np.linspace(-REACH, REACH, 111)
        for place in range(len(PLACES)):
            self._add_target_handle(main, place)
        for unit in UNITS:
            w, b, v = (f"{letter}{unit}" for letter in "wbv")
            kink = f"kink of unit {unit}: moves with its bias"
            lift = f"piece of unit {unit}: its output weight lifts it"
            hold_kink(self, f"kink{unit}", kink, main, (w, b), self._height)
            hold_lift(self, f"lift{unit}", lift, panels[unit - 1], (w, b, v))

    def draw(self):
        _require_kinked(self.model.layers[0].activation)
        trace = self.model.forward(self._curve[:, None])
        for unit, piece in zip(UNITS, self._pieces, strict=True):
            weight = getattr(self, f"v{unit}")
            note = "silent on all targets" if self.is_silent(unit) else ""
            piece.show(self._curve, weight * trace.outputs[0][:, unit - 1], weight, note)
        self._sum.show(self._curve, trace.output[:, 0], self._kinks())
        self._sum.show_targets(PLACES, self.targets, self.model.predict(PLACES[:, None])[:, 0])
        self._bar.show(self.error)

    def kink(self, unit):
        """Return where a unit's sum is 0, or None if it is nowhere (w = 0)."""
        return kink_of(getattr(self, f"w{unit}"), getattr(self, f"b{unit}"))

    def _kinks(self):
        """Return the places of the kinks that can be seen in the sum, from left to right.

        At its kink a unit changes the slope of the sum by v · |w|; two at one place may cancel.
        """
        changes = Counter()
        for unit in UNITS:
            x = self.kink(unit)
            if x is not None and abs(x) <= REACH:
                changes[round(x, 9)] += getattr(self, f"v{unit}") * abs(getattr(self, f"w{unit}"))
        return [(x, self._height(x)) for x, change in sorted(changes.items()) if abs(change) > 1e-9]

    def _height(self, x):
        return float(self.model.predict([[x]])[0, 0])

    def describe(self):
        kinks = ", ".join(number_text(x) for x, _ in self._kinks())
        silent = [f"Unit {unit} is silent on all targets." for unit in UNITS if self.is_silent(unit)]
        return " ".join(
            [
                f"The sum has kinks at x = {kinks}." if kinks else "The sum has no kink here.",
                f"Mean squared error to the target ({self.target}): {number_text(self.error, 3)}.",
                *silent,
            ]
        )

    def _add_target_handle(self, axes, place):
        def move(x, y):
            heights = self.targets.copy()
            heights[place] = round(float(np.clip(y, LOW, HIGH)), 1)
            if (heights == self.targets).all():
                return
            with self.one_update():
                self.own, self.target = numbers_text(heights), OWN

        self.add_handle(
            f"target{place + 1}", f"target at x = {number_text(PLACES[place])}", axes,
            lambda: (PLACES[place], np.clip(self.targets[place], LOW, HIGH)), move,
            lambda: f"height {number_text(self.targets[place])}", moves=("own",),
            step_by=lambda right, up: up and move(None, self.targets[place] + 0.1 * up),
        )  # fmt: skip


def _starting_network():
    network = Network([1, 3, 1], hidden="ReLU", output="linear")
    network.parameters = START
    return network


def _require_one_three_one(network):
    hint = 'Try Pieces(Network([1, 3, 1], hidden="ReLU", output="linear")).'
    if not isinstance(network, Network):
        raise TypeError(f"This picture shows a Network, and {type(network).__name__} came. {hint}")
    if network.sizes != (1, 3, 1) or network.layers[-1].activation != activations.linear:
        raise ValueError(
            f"This picture has 1 input, 3 hidden units and a linear output; this network has the sizes "
            f"{list(network.sizes)} and ends in {network.layers[-1].activation}. {hint}"
        )
    _require_kinked(network.layers[0].activation, hint)


def _require_kinked(activation, hint="Try network.layers[0].activation = 'ReLU' or 'leaky ReLU'."):
    if activation not in KINKED:
        raise ValueError(f"This picture shows units with a kink, and {activation} has none at 0. {hint}")
