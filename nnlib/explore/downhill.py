"""One weight, its loss curve, and a walk down it: each step is the rate times the slope."""

from dataclasses import replace

import numpy as np

from nnlib import Network, landscapes
from nnlib.drawing.fit import Fit
from nnlib.drawing.tangent import Tangent
from nnlib.drawing.theme import INK, MUTED
from nnlib.drawing.walk import Pointer, Walk, within_reach
from nnlib.drawing.wording import factor_text, number_text
from nnlib.live.controls import choice, number
from nnlib.live.descent import OWN, Descent, check_points

LANDSCAPES = {
    "bowl": landscapes.BOWL, "plateau": landscapes.PLATEAU, "two valleys": landscapes.TWO_VALLEYS,
}  # fmt: skip
LOW, HIGH = -4, 6  # the weights that the picture shows
WEIGHTS = np.linspace(LOW, HIGH, 241)
SHOWN = slice(24, -24)  # near its ends the curve may leave the picture
LEVEL = 5e-4  # a slope below this reads as 0


class Downhill(Descent):
    """Walk down the loss of one weight: that of `network` on `points`, or of a ready landscape.

    `points` is a Data with one feature and one target, `network` a Network([1, 1]), whose bias stays
    where it is. The loss is the squared error. To enter another landscape, in the picture, gives the
    network the activation, bias and start of that landscape.
    """

    width, height = 720, 360
    breaks = (262,)
    title = "Downhill, with one weight"

    landscape = choice("bowl", [*LANDSCAPES, OWN], label="landscape")
    weight = number(3, LOW, HIGH, step=0.05, label="weight, w")
    rate = number(0.1, 0.001, 10, scale="log", step=0.001, label="learning rate")

    of_model = ("weight",)

    def __init__(self, network=None, points=None, **state):
        _check(network, points)
        self.model = Network([1, 1], output="linear") if network is None else network
        if network is None:
            self.model.parameters = [landscapes.BOWL.start, 0]
        self.own = None if points is None else self._landscape_of(points)
        if points is not None:
            state.setdefault("landscape", OWN)
        super().__init__(landscapes.HoldBias(self.rate, self.model.is_weight), **state)

    def _landscape_of(self, points):
        weight, bias = map(float, self.model.parameters)
        return landscapes.Landscape(points, self.model.layers[0].activation.name, bias, weight)

    @property
    def _chosen(self):
        return self.own if self.landscape == OWN else LANDSCAPES[self.landscape]

    @property
    def _ground(self):
        """The landscape of the neuron as it is: a cell may have moved its bias, which moves the curve."""
        activation, bias = self.model.layers[0].activation.name, float(self.model.parameters[1])
        return replace(self._chosen, output=activation, bias=bias)

    @property
    def points(self):
        """The points as a Data: `inputs (examples, 1)`, `targets (examples, 1)`."""
        return self._chosen.points

    @property
    def loss(self):
        """The loss at the present weight."""
        return self.gradients().loss

    @property
    def slope(self):
        """The slope of the loss at the present weight, from backpropagation."""
        return self.gradients().layers[0].weights.item()

    def state(self):
        """Return the controls, the activation, the loss and its slope here, and the points as text."""
        return super().state() | {"activation": self.model.layers[0].activation.name, "slope": self.slope}

    def pull_numbers(self):
        self.weight = float(self.model.parameters[0])

    def push_numbers(self):
        self.model.parameters[0] = self.weight

    # The picture.

    def build(self, figure):
        self._fit = Fit(figure.add_axes([0.078, 0.155, 0.265, 0.7]))
        self._axes = axes = figure.add_axes([0.46, 0.155, 0.52, 0.7])
        axes.set(xlim=(LOW, HIGH), xlabel="weight, w", ylabel="loss")
        axes.grid(True)
        (self._curve,) = axes.plot([], [], color=INK, linewidth=2, zorder=2, animated=True)
        self._tangent = Tangent(axes)
        self._walk = Walk(axes)
        self._arrow = Pointer(axes)
        (self._drop,) = axes.plot([], [], color=INK, linewidth=1, linestyle=":", zorder=5, animated=True)
        left = self._fit.axes
        left.text(0, 1.05, "the points", transform=left.transAxes, fontsize=14)
        caption = "w − rate · slope" if self._takes_steps else ""
        axes.text(0, 1.115, caption, transform=axes.transAxes, fontsize=12, color=MUTED)
        self._formula = axes.text(0, 1.04, "", transform=axes.transAxes, fontsize=14, animated=True)
        self.add_handle(
            "here", "the place on the loss curve: moves the weight", axes, self._place, self._move,
            lambda: f"weight {number_text(self.weight)}, loss {number_text(self.loss)}",
            moves=("weight",), step_by=self._nudge,
        )  # fmt: skip
        self.observe(self._change_landscape, "landscape")
        self._enter()

    def _change_landscape(self, change):
        self._enter()
        self.begin_walk()
        self.model.report()

    def _enter(self):
        """Make the model the neuron of this landscape, at its start, and choose the limits."""
        ground = self._chosen
        self.model.layers[0].activation = ground.output
        self.model.parameters[:] = ground.start, ground.bias
        top = ground.losses(WEIGHTS)[SHOWN].max() or 1
        self._axes.set_ylim(-0.04 * top, 1.06 * top)
        points = ground.points
        self._fit.frame(points.inputs, points.targets, self.model.predict(points.inputs))
        self.redraw()

    @property
    def _takes_steps(self):
        """Whether this lab offers steps; one that only shows the curve keeps quiet about them."""
        return self.offers("rate")

    def draw(self):
        gradients = self.gradients()
        height, slope = gradients.loss, gradients.layers[0].weights.item()
        predictions = self.model.predict(self.points.inputs)[:, 0]
        self._fit.show(self.model.predict(self._fit.grid)[:, 0], predictions)
        ground = self._ground
        self._curve.set_data(WEIGHTS, ground.losses(WEIGHTS))
        self._tangent.show(self.weight, height, slope)
        walked = self.walked[:, 0]
        goal = float(self.next_place(gradients)[0]) if self._takes_steps else None
        lands = None if goal is None else (goal, float(ground.losses([goal])[0]))
        self._walk.show(np.transpose([walked, ground.losses(walked)]), here=(self.weight, height), goal=lands)
        if goal is not None:
            self._draw_step(height, slope, lands)

    def _draw_step(self, height, slope, lands):
        """Draw the step along, the drop to the curve, and the sum that leads there."""
        goal = lands[0]
        self._arrow.show((self.weight, height), (goal, height))
        self._drop.set_data(*within_reach(self._axes, [(goal, height), lands]).T)
        rate = number_text(self.rate, 3)
        self._formula.set_text(f"{_text(self.weight)} − {rate} · {factor_text(slope, 3)} = {_text(goal)}")

    def describe(self):
        place = f"{self.after_steps}weight {_text(self.weight)}"
        place = place[0].upper() + place[1:]
        if self.flown_apart:
            return f"{place}: it has flown apart. Press Reset, and take a smaller rate."
        gradients = self.gradients()
        slope = gradients.layers[0].weights.item()
        return f"{place}: the loss is {_text(gradients.loss)}. {self._way(gradients, slope)}"

    def _way(self, gradients, slope):
        """Say which way the loss falls, and where the next step leads."""
        if abs(slope) < LEVEL:
            return "The slope is about 0: it is level here."
        text = f"The slope is {_text(slope)}: it falls to the {'right' if slope < 0 else 'left'}."
        if not self._takes_steps:
            return text
        goal = float(self.next_place(gradients)[0])
        text = f"{text} The next step leads to {_text(goal)}"
        if not LOW <= goal <= HIGH:
            return f"{text}, outside this picture."
        return f"{text}, where the loss is {_text(self._ground.losses([goal])[0])}."

    # What hands do in the picture.

    def _place(self):
        low, top = self._axes.get_ylim()
        return np.clip(self.weight, LOW, HIGH), np.clip(self.loss, low, top)

    def _move(self, x, y):
        self.weight = self.control("weight").clamp(x)

    def _nudge(self, right, up):
        self.weight = self.control("weight").clamp(self.weight + (right + up) * self.control("weight").step)


def _text(value):
    return number_text(value, 3)


def _check(network, points):
    """Refuse what this picture cannot show, with what to try instead."""
    hint = "Try Downhill(points=Data([[1], [2]], [[1], [3]]))."
    if network is not None and (not isinstance(network, Network) or network.sizes != (1, 1)):
        raise TypeError(f"This picture takes a Network([1, 1]), with one weight and a bias. {hint}")
    if network is not None and points is None:
        raise TypeError(f"A loss needs points as well as a network. {hint}")
    if points is not None:
        check_points(points, hint)
