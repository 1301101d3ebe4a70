"""A small network learning to tell two classes of points apart, step by step."""

import numpy as np
from traitlets import TraitError, validate

from nnlib import Adam, Network, accuracy, data, train
from nnlib.drawing.curves import LossAxes
from nnlib.drawing.plane import Examples, Plane
from nnlib.drawing.wording import number_text
from nnlib.live import Explorable, Player
from nnlib.live.controls import choice, number

MAKERS = {"circles": data.circles, "moons": data.moons, "spiral": data.spiral, "checkerboard": data.checkerboard}
OWN = "my own"


class Training(Explorable):
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
        self.model = Network([2, 8, 8, 1], seed=seed) if network is None else network
        if not isinstance(self.model, Network) or self.model.layers[-1].activation.name != "sigmoid":
            raise TypeError(
                "This picture trains a Network whose output is a sigmoid, a probability of class 1. "
                "Try Network([2, 8, 8, 1])."
            )
        if (self.model.sizes[0], self.model.sizes[-1]) != (2, 1):
            raise ValueError(
                f"This picture needs a network with 2 inputs and 1 output; this one has the sizes "
                f"{list(self.model.sizes)}. Try Network([2, 8, 8, 1])."
            )
        self._own = points
        if points is not None:
            state.setdefault("points", OWN)
        self._optimizer = Adam(rate=state.get("rate", 0.01))
        self._start = self.model.parameters.copy()
        super().__init__(**state)
        self.player = Player(
            self._run, self._show, self._remember, resume=self._resume, seed=seed, hold=self.one_update,
            on_change=self.played_on, on_error=self.show_error,
        )  # fmt: skip
        self.observe(self._change_points, "points")
        self.observe(self._change_rate, "rate")
        self.player.reset()

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

    def _change_rate(self, change):
        self._optimizer.rate = self.rate

    def pull(self):
        if self.player is not None:
            self.player.changed_by_others()

    # One run, from the same start or a new one.

    def _run(self, seed):
        if seed == self.player.first_seed:
            self.model.parameters[:] = self._start
        else:
            self.model.reset(seed)
        return self._resume()

    def _resume(self):
        """Train from where the network stands now."""
        return train(self.model, self.data, self._optimizer, batch=20, seed=self.player.seed)

    def watch_step(self, step):
        """Take in a Step, whether the player made it or a loop in a cell."""
        if step.number == 0:
            self._loss.clear()
        self._last = step
        self._loss.add(step)

    def _remember(self, step):
        return step, self.model.parameters.copy()

    def _show(self, moment):
        self._last, parameters = moment
        if (parameters != self.model.parameters).any():
            self.model.parameters[:] = parameters
            self.model.report()

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
        text = (
            f"Step {self._last.number}, epoch {number_text(self._last.epoch, 1)}: loss of a batch "
            f"{number_text(self._last.loss)}, {right} % of the points right."
        )
        return text if self._last.stopped is None else f"{text} {self._last.stopped}"
