"""Two numbers to move, the weight and the bias of a neuron: the loss as a map, and a walk down it."""

import numpy as np

from nnlib import SGD, Network, landscapes
from nnlib.drawing.contours import Contours
from nnlib.drawing.fit import Fit
from nnlib.drawing.theme import INK, MUTED
from nnlib.drawing.walk import Pointer, Walk, within_reach
from nnlib.drawing.wording import factor_text, number_text
from nnlib.live.controls import choice, number, toggle
from nnlib.live.descent import OWN, Descent, check_points

LANDSCAPES = {"long valley": landscapes.RIDES, "round bowl": landscapes.centred(landscapes.RIDES)}
START = -2.0, 3.0  # a weight and a bias
REACH = 4  # the map goes from −REACH to REACH both ways
HEIGHTS = 20 / 4.0 ** np.arange(4)  # of the contour lines, above the lowest place
ARROW = 75  # pixels
LEVEL = 5e-4  # slopes below this read as 0
NEAR = 0.05  # so far from the lowest place, the dot covers the cross


class Valley(Descent):
    """Walk down the loss of a weight and a bias: those of `network` on `points`, or of ready points.

    `points` is a Data with one feature and one target and at least two different inputs, `network` a
    Network([1, 1], output="linear"). The loss is the squared error.
    """

    width, height = 660, 400
    breaks = (412,)
    title = "Downhill, with two numbers"

    landscape = choice("long valley", [*LANDSCAPES, OWN], label="landscape")
    weight = number(START[0], -REACH, REACH, step=0.05, label="weight, w")
    bias = number(START[1], -REACH, REACH, step=0.05, label="bias, b")
    rate = number(0.1, 0.001, 10, scale="log", step=0.001, label="learning rate")
    way = toggle(False, label="way to the lowest place", help="Draw it, and measure its angle to the arrow")

    of_model = ("weight", "bias")

    def __init__(self, network=None, points=None, **state):
        _check(network, points)
        self.own = points
        if network is None:
            self.model = Network([1, 1], output="linear")
            self.model.parameters = START
        else:
            self.model = network
        if points is not None:
            state.setdefault("landscape", OWN)
        super().__init__(SGD(self.rate), **state)

    @property
    def points(self):
        """The points as a Data: `inputs (examples, 1)`, `targets (examples, 1)`."""
        return self.own if self.landscape == OWN else LANDSCAPES[self.landscape]

    @property
    def lowest(self):
        """The weight and the bias with the least loss."""
        return landscapes.lowest_place(self.points)

    @property
    def angle(self):
        """The angle between the arrow downhill and the way to the lowest place, in degrees.

        None where there is no arrow or no way.
        """
        downhill = -self.gradients().parameters
        way = self.lowest - self.model.parameters
        sizes = np.hypot(*downhill) * np.hypot(*way)
        if not sizes > 0:
            return None
        return float(np.degrees(np.arccos(np.clip(downhill @ way / sizes, -1, 1))))

    def pull_numbers(self):
        self.weight, self.bias = map(float, self.model.parameters)

    def push_numbers(self):
        self.model.parameters[:] = self.weight, self.bias

    # The picture.

    def build(self, figure):
        self._map = Contours(figure.add_axes([0.085, 0.125, 0.5212, 0.86]), -REACH, REACH)
        axes = self._map.axes
        axes.set(xlabel="weight, w", ylabel="bias, b")
        (self._level,) = axes.plot([], [], color=INK, linewidth=1.4, zorder=2, animated=True)
        (self._way,) = axes.plot([], [], color=INK, linewidth=1.5, linestyle=":", zorder=3, animated=True)
        self._walk = Walk(axes)
        self._arrow = Pointer(axes)
        self._fit = Fit(figure.add_axes([0.72, 0.48, 0.265, 0.505]))
        self._build_formulas(figure.add_axes([0.64, 0.02, 0.36, 0.32]))
        self.add_handle(
            "here", "where the walk begins: weight across, bias up", axes, self._place, self._move,
            lambda: f"weight {number_text(self.weight)}, bias {number_text(self.bias)}",
            moves=("weight", "bias"),
        )  # fmt: skip
        self.observe(self._change_landscape, "landscape")
        self._enter()

    def _build_formulas(self, axes):
        axes.set_axis_off()
        axes.text(0, 0.9, "number − rate · its slope", color=MUTED, fontsize=12, va="center")
        self._formulas = [axes.text(0, at, "", fontsize=13, va="center", animated=True) for at in (0.66, 0.42)]
        self._height = axes.text(0, 0.12, "", fontsize=13, va="center", animated=True)

    def _change_landscape(self, change):
        self._enter()
        self.begin_walk()

    def _enter(self):
        """Draw the map of these points."""
        heights = landscapes.losses_at(self.points, *self._map.grid)
        lines = landscapes.ellipse(self.points, HEIGHTS)
        self._map.show(heights, within_reach(self._map.axes, lines), self.lowest)
        inputs, (weight, bias) = self.points.inputs, START
        self._fit.frame(inputs, self.points.targets, weight * inputs + bias)
        self.redraw()

    def draw(self):
        here = self.model.parameters
        gradients = self.gradients()
        goal = self.next_place(gradients)
        predictions = self.model.predict(self.points.inputs)[:, 0]
        self._fit.show(self.model.predict(self._fit.grid)[:, 0], predictions)
        self._draw_level(gradients.loss)
        self._walk.show(self.walked, here, goal)
        if np.abs(gradients.parameters).max() > LEVEL:
            self._arrow.show(here, here - gradients.parameters, length=ARROW)
        else:
            self._arrow.hide()
        self._way.set_data(*within_reach(self._map.axes, [here, self.lowest]).T)
        self._way.set_visible(self.way and not self.flown_apart)
        self._draw_formulas(gradients, goal)

    def _draw_level(self, loss):
        """Draw the line of all places that are as high as the present one."""
        least = landscapes.losses_at(self.points, *self.lowest[:, None])[0]
        line = landscapes.ellipse(self.points, np.array([loss - least]))[0]
        self._level.set_data(*within_reach(self._map.axes, line).T)

    def _draw_formulas(self, gradients, goal):
        rate = number_text(self.rate, 3)
        numbers = zip("wb", self.model.parameters, gradients.parameters, goal)
        for text, (letter, value, slope, then) in zip(self._formulas, numbers):
            text.set_text(
                f"{letter}: {_short(value)} − {rate} · {factor_text(slope, _digits(slope))} = {_short(then)}"
            )
        then = landscapes.losses_at(self.points, *goal[:, None])[0]
        self._height.set_text(f"loss: {number_text(gradients.loss)}, then {number_text(then)}")

    def describe(self):
        place = f"{self.after_steps}weight {number_text(self.weight)}, bias {number_text(self.bias)}"
        place = place[0].upper() + place[1:]
        if self.flown_apart:
            return f"{place}: it has flown apart. Press Reset, and take a smaller rate."
        gradients = self.gradients()
        return f"{place}: the loss is {number_text(gradients.loss, 3)}. {self._slopes(gradients)}"

    def _slopes(self, gradients):
        """Say the two slopes, where the next step leads, and how far the arrow is off the way."""
        if np.abs(gradients.parameters).max() < LEVEL:
            there = np.hypot(*(self.lowest - self.model.parameters)) < NEAR
            return f"Both slopes are about 0: {'this is the lowest place' if there else 'it is level here'}."
        of_weight, of_bias = gradients.parameters
        text = f"Slope of the weight {number_text(of_weight)}, of the bias {number_text(of_bias)}."
        if not _in_picture(self.next_place(gradients)):
            text += " The next step leads outside this picture."
        if not _in_picture(self.lowest):
            text += " The lowest place lies outside this picture."
        if self.way:
            text += f" The arrow and the way to the lowest place are {number_text(self.angle, 0)}° apart."
        return text

    # What hands do in the picture.

    def _place(self):
        return np.clip([self.weight, self.bias], -REACH, REACH)

    def _move(self, x, y):
        with self.one_update():
            self.weight, self.bias = self.control("weight").clamp(x), self.control("bias").clamp(y)


def _short(value):
    return number_text(value, _digits(value))


def _digits(value):
    """Return how many decimals fit: a walk that flies apart has large numbers."""
    return 2 if abs(value) < 100 else 0


def _in_picture(place):
    return (np.abs(place) <= REACH).all()


def _check(network, points):
    """Refuse what this picture cannot show, with what to try instead."""
    hint = "Try Valley(points=Data([[1], [2]], [[1], [3]]))."
    if network is not None and (
        not isinstance(network, Network)
        or network.sizes != (1, 1)
        or network.layers[0].activation.name != "linear"
    ):
        raise TypeError(f'This picture takes a Network([1, 1], output="linear"). {hint}')
    if points is not None:
        check_points(points, hint)
        landscapes.lowest_place(points)  # which refuses points that have none
