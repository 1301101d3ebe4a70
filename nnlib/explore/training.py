"""A small network learning to tell two classes of points apart, step by step."""

import numpy as np
from traitlets import TraitError, validate

from nnlib import Network, accuracy, data, train
from nnlib.drawing.curves import LossAxes
from nnlib.drawing.plane import Examples, Plane
from nnlib.drawing.wording import number_text
from nnlib.live.controls import choice, number
from nnlib.live.training_lab import TrainingLab

MAKERS = {"circles": data.circles, "moons": data.moons, "spiral": data.spiral, "checkerboard": data.checkerboard}
OWN = "my own"


class Training(TrainingLab):
    """Train `network` on a choice of points, or on `points` of your own, a Data with 2 features."""

    width, height = 720, 360
    breaks = (360,)
    title = "A network learns"

    points = choice(
        "spiral", [*MAKERS, OWN], label="points",
        help="Where the two classes lie; another choice begins the run anew",
    )  # fmt: skip
    rate = number(
        0.01, 0.0001, 1, scale="log", step=0.0001, label="learning rate",
        help="How far a step moves the weights; you can change it in the middle of a run",
    )  # fmt: skip

    def __init__(self, network=None, points=None, seed=0, **state):
        network = Network([2, 8, 8, 1], seed=seed) if network is None else network
        if not isinstance(network, Network) or network.layers[-1].activation.name != "sigmoid":
            raise TypeError(
                "This picture trains a Network whose output is a sigmoid, a probability of class 1. "
                "Try Network([2, 8, 8, 1])."
            )
        if (network.sizes[0], network.sizes[-1]) != (2, 1):
            raise ValueError(
                f"This picture needs a network with 2 inputs and 1 output; this one has the sizes "
                f"{list(network.sizes)}. Try Network([2, 8, 8, 1])."
            )
        self._own = None if isinstance(points, str) else points
        if points is not None:
            state["points"] = points if isinstance(points, str) else OWN
        super().__init__(network, seed, **state)
        self.observe(self._change_points, "points")

    @property
    def data(self):
        """The points as a Data: `inputs (examples, 2)`, `targets (examples, 1)`."""
        if self.points != OWN:
            return MAKERS[self.points](n=200, seed=0)
        return self._own

    @validate("points")
    def _check_points(self, proposal):
        if proposal["value"] == OWN and self._own is None:
            raise TraitError("There are no points of your own yet. Try Training(points=Data(inputs, targets)).")
        return proposal["value"]

    def _change_points(self, change):
        self._show_points()
        self.player.reset()

    def train_on(self):
        return train(self.model, self.data, self._optimizer, batch=20, seed=self.player.seed)

    def watch_step(self, step):
        """Take in a Step, whether the player made it or a loop in a cell."""
        super().watch_step(step)
        if step.number == 0:
            self._loss.clear()
        self._loss.add(step)

    # The picture.

    def build(self, figure):
        axes = figure.add_axes([0.07, 0.13, 0.42, 0.84])
        self._plane = Plane(axes, -6, 6, cells=48)
        self._examples = Examples(axes, size=7, moving=False)
        self._loss = LossAxes(figure.add_axes([0.59, 0.13, 0.37, 0.84]), steps=500)
        self._show_points()

    def _show_points(self):
        places = self.data.inputs
        classes = self.data.targets[:, 0] == 1
        self._examples.show(places, classes, wrong=np.zeros(len(places), bool))
        self.redraw()

    def draw(self):
        self._plane.show_field(self.model.forward(self._plane.grid).sums[-1][:, 0])
        self._loss.draw()

    def describe(self):
        right = number_text(100 * accuracy(self.model, self.data), 0)
        if not self.trained:
            return f"The weights have been changed since the last step: {right} % of the points right."
        text = (
            f"Step {self._last.number}, epoch {number_text(self._last.epoch, 1)}: loss of a batch "
            f"{number_text(self._last.loss)}, {right} % of the points right."
        )
        return text if self._last.stopped is None else f"{text} {self._last.stopped}"
