"""One example whose answer is 1, and a neuron that may be sure of 0: how loud do two losses shout?"""

import numpy as np

from nnlib import Network
from nnlib.drawing.theme import INK, MUTED, PAPER
from nnlib.drawing.wording import number_text
from nnlib.live import Explorable
from nnlib.live.controls import number

REACH = 8  # of the sum z, to both sides
TARGET = 1.0
LOSSES = {"binary cross-entropy": (INK, "-"), "squared error": (MUTED, "-.")}
SHORT = {"binary cross-entropy": "cross-entropy", "squared error": "squared error"}
MARKS = {"binary cross-entropy": "●", "squared error": "○"}
TEXTS = 0.9, 0.13  # heights of the first number in the left and the right axes


class ConfidentMistake(Explorable):
    """Compare squared error and cross-entropy, and their slopes, over the sum z of a sigmoid neuron."""

    width, height = 720, 350
    breaks = (365,)
    title = "A confident mistake"

    z = number(0, -REACH, REACH, label="sum, z")

    @property
    def output(self):
        """What the neuron answers at z: the probability it gives to a yes."""
        return self._neuron.predict([[self.z]]).item()

    def loss_and_slope(self, loss, z=None):
        """Return the loss at each of `z` (or here) and its slope for z, two rows of numbers.

        `loss` is its name. The slope is that of backpropagation.
        """
        z = np.array([self.z]) if z is None else z
        # The input is the sum itself: the weight is 1 and the bias 0. One example at a time, since
        # the loss of a batch is a mean.
        traces = [self._neuron.forward([[each]]) for each in z]
        gradients = [self._neuron.backward(trace, [[TARGET]], loss) for trace in traces]
        return np.array([(each.loss, each.layers[0].sums.item()) for each in gradients]).T

    def state(self):
        """Return z, the output, and both losses with their slopes."""
        here = {"output": self.output}
        for name in LOSSES:
            loss, slope = self.loss_and_slope(name)[:, 0].tolist()
            here |= {f"{SHORT[name]}, loss": loss, f"{SHORT[name]}, slope": slope}
        return super().state() | here

    # The picture.

    def build(self, figure):
        self._neuron = Network([1, 1], output="sigmoid")
        self._neuron.parameters = [1, 0]
        left = self._add_axes(figure, [0.075, 0.16, 0.4, 0.69], "loss", (-0.2, 8.4))
        right = self._add_axes(figure, [0.585, 0.16, 0.4, 0.69], "slope of the loss for z", (-1.08, 0.08))
        left.text(0, 1.1, "target 1", transform=left.transAxes, fontsize=14)
        self._answer = left.text(0.25, 1.1, "", transform=left.transAxes, fontsize=14, animated=True)
        z = np.linspace(-REACH, REACH, 161)
        self._here, self._texts = {}, {}
        for place, name in enumerate(LOSSES):
            for column, (axes, heights) in enumerate(zip((left, right), self.loss_and_slope(name, z))):
                self._add_curve(axes, name, z, heights)
                self._texts[name, column] = axes.text(
                    0.42, TEXTS[column] - 0.08 * place, "", transform=axes.transAxes, fontsize=12,
                    color=LOSSES[name][0], animated=True,
                )  # fmt: skip
                self._here[name, column] = self._add_point(axes, name)
        self.add_handle(
            "z", "the sum z: drag left for a confident mistake", left, self._place, self._move,
            lambda: f"z {number_text(self.z)}, output {number_text(self.output, 3)}",
            moves=("z",), step_by=self._nudge,
        )  # fmt: skip

    def _add_axes(self, figure, place, label, limits):
        axes = figure.add_axes(place)
        axes.set(xlim=(-REACH, REACH), ylim=limits, xlabel="sum, z", ylabel=label)
        axes.grid(True)
        return axes

    def _add_curve(self, axes, name, z, heights):
        colour, dashes = LOSSES[name]
        axes.plot(z, heights, color=colour, linestyle=dashes, linewidth=2, zorder=2)

    def _add_point(self, axes, name):
        face = INK if name == "binary cross-entropy" else PAPER
        return axes.plot(
            [], [], marker="o", markersize=11, markerfacecolor=face, markeredgecolor=LOSSES[name][0],
            markeredgewidth=2, zorder=4, animated=True,
        )[0]  # fmt: skip

    def draw(self):
        self._answer.set_text(f"output {number_text(self.output, 4)}")
        for name in LOSSES:
            for column, value in enumerate(self.loss_and_slope(name)[:, 0]):
                self._here[name, column].set_data([self.z], [value])
                self._texts[name, column].set_text(f"{MARKS[name]} {SHORT[name]} {number_text(value, 3)}")

    def describe(self):
        cross, squared = (self.loss_and_slope(name)[:, 0] for name in LOSSES)
        return (
            f"At z = {number_text(self.z)} the output is {number_text(self.output, 4)}, and the target is 1. "
            f"Squared error: loss {number_text(squared[0], 3)}, slope {number_text(squared[1], 3)}. "
            f"Cross-entropy: loss {number_text(cross[0], 3)}, slope {number_text(cross[1], 3)}."
        )

    # What hands do in the picture.

    def _place(self):
        loss = self.loss_and_slope("binary cross-entropy")[0, 0]
        return np.clip(self.z, -REACH, REACH), min(loss, REACH)

    def _move(self, x, y):
        self.z = self.control("z").clamp(x)

    def _nudge(self, right, up):
        """Move z by one step; up is where the loss climbs, to the left."""
        self.z = self.control("z").clamp(self.z + (right - up) * self.control("z").step)
