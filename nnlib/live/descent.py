"""An explorable in which a neuron walks down its loss, one step of gradient descent at a time.

The walk is the ordinary `train`, with all points in every batch, so each slope is that of the whole
landscape. What is kept here is where it has been, so that the path can be drawn and gone back along.
"""

import numpy as np
from traitlets import TraitError, validate

from nnlib import Data, train
from nnlib.live.controls import action, numbers_text
from nnlib.live.explorable import Explorable

LOSS = "squared error"
OWN = "my own"  # the landscape of the points that were handed in
FAR = 1000.0  # a weight or bias beyond this, with more loss than at the start, has flown apart
STILL = 1e-9  # a step shorter than this moves nothing any more
MOST = 5000  # places kept; of a longer walk, the last


class Track:
    """The parameters after each step of a walk, the first at step 0."""

    def __init__(self):
        self.begin()

    def begin(self):
        """Forget the walk."""
        self._places, self._first = [], 0

    def add(self, parameters):
        """Take in the place that the next step led to."""
        self._places.append(parameters.copy())
        if len(self._places) > 2 * MOST:
            del self._places[:MOST]
            self._first += MOST

    @property
    def steps(self):
        """How many steps the walk has."""
        return self._first + len(self._places) - 1

    def cut(self, step):
        """Forget what came after `step`."""
        del self._places[max(step - self._first + 1, 1) :]

    def up_to(self, step):
        """Return the kept places from the start to `step`, `(places, parameters)`."""
        return np.array(self._places[: max(step - self._first + 1, 0)])

    def ends_at(self, parameters):
        """Tell whether the walk has come to exactly this place."""
        return bool(self._places) and np.array_equal(self._places[-1], parameters)


class Descent(Explorable):
    """Walk down the loss of `self.model` on `self.points`, with the steps of an optimizer.

    A subclass has the traits `rate` and `landscape`, names in `of_model` the traits that hold the
    model's numbers, and copies them in `pull_numbers` and `push_numbers`.
    """

    points = None  # Data
    own = None  # what the landscape OWN stands for, if points were handed in

    def __init__(self, optimizer, **state):
        self._optimizer = optimizer
        self._track = Track()
        self._step = 0  # of the walk, the one that is shown
        super().__init__(**state)
        self._optimizer.rate = self.rate
        self.observe(self._change_rate, "rate")
        self.player = self.new_player(
            self._run, self._show, self._remember, resume=self._resume, pause_between=0.2, new_start=False
        )
        self.player.reset()

    @validate("landscape")
    def _check_landscape(self, proposal):
        if proposal["value"] == OWN and self.own is None:
            raise TraitError(
                "There are no points of your own yet. "
                f"Try {type(self).__name__}(points=Data(inputs, targets))."
            )
        return proposal["value"]

    def pull_numbers(self):
        """Copy the model's numbers into the traits."""
        raise NotImplementedError

    def push_numbers(self):
        """Copy the traits into the model's numbers."""
        raise NotImplementedError

    @action("10 steps", help="Take ten steps at once")
    def ten_steps(self):
        """Take ten steps at once."""
        self.player.pause()
        self.player.advance(10)

    def state(self):
        """Return the controls, the loss here, and the points as text."""
        return super().state() | {
            "loss": self.gradients().loss,
            "inputs": numbers_text(self.points.inputs[:, 0]),
            "targets": numbers_text(self.points.targets[:, 0]),
        }  # fmt: skip

    # What a subclass draws.

    @property
    def walked(self):
        """The places of the walk so far, `(places, parameters)`; of a very long one, the last."""
        places = self._track.up_to(self._step)
        return places if len(places) else self.model.parameters[None]

    @property
    def after_steps(self):
        """How far the walk has come, to begin a sentence with: "After 2 steps, ", or nothing yet."""
        if self._step == 0:
            return ""
        return f"After {self._step} {'step' if self._step == 1 else 'steps'}, "

    @property
    def flown_apart(self):
        """Whether the walk has gone far out, and up: numbers that mean nothing any more."""
        near = (np.abs(self.model.parameters) <= FAR).all()
        return not near and not self.gradients().loss <= self._start_loss

    def gradients(self):
        """Return the loss here and its slopes, as the model finds them: Gradients."""
        return self.model.backward(self.model.forward(self.points.inputs), self.points.targets, LOSS)

    def next_place(self, gradients):
        """Return the parameters to which the next step would lead."""
        return self._optimizer.update(self.model.parameters, gradients.parameters)

    # The numbers change by hand, by code, or by a step.

    def pull(self):
        self.pull_numbers()
        self._notice()

    def push(self):
        self.push_numbers()
        self._notice()

    def _notice(self):
        """Begin a new walk here, unless it was the walk that led here."""
        if self.player is not None and self.player.busy:
            return
        if not self._arrived:
            self._begin()
            self._track.add(self.model.parameters)
        self._step = self._track.steps
        if self.player is not None:
            self.player.changed_by_others(lambda moment: np.array_equal(moment[1], self.model.parameters))

    @property
    def _arrived(self):
        return self._track.ends_at(self.model.parameters)

    def begin_walk(self):
        """Forget the walk and begin one here: it led through another landscape."""
        self._track.begin()
        self._notice()
        if self.player is not None:
            self.player.changed_by_others()  # although the numbers stand where they stood

    def _begin(self):
        self._track.begin()
        self._start, self._start_loss = self.model.parameters.copy(), self.gradients().loss

    def watch_step(self, step):
        """Take in a Step, whether the player made it or a loop in a cell."""
        if step.number == 0 and self.player is not None and self.player.busy and self._arrived:
            return  # the walk goes on from where it has come to
        if step.number == 0:
            self._begin()
        self._track.add(self.model.parameters)
        self._step = self._track.steps

    def _change_rate(self, change):
        """Take the next steps at this rate; what came after, at another, has not happened."""
        self._optimizer.rate = self.rate
        self._track.cut(self._step)
        self.player.branch_off()

    # The walk as a run of the player.

    def _run(self, seed):
        self.model.parameters[:] = self._start
        yield from self._resume()

    def _resume(self):
        """Walk on from where the model stands now, until nothing moves or all flies apart."""
        before = None
        for step in train(self.model, self.points, self._optimizer, LOSS, batch=len(self.points)):
            yield step
            now = self.model.parameters.copy()
            arrived = before is not None and np.abs(now - before).max() < STILL
            if arrived or self.flown_apart:
                return
            before = now

    def _remember(self, step):
        return self._track.steps, self.model.parameters.copy()

    def _show(self, moment):
        self._step, parameters = moment
        if (parameters != self.model.parameters).any():
            self.model.parameters[:] = parameters
            self.model.report()


def check_points(points, hint):
    """Refuse points that have not exactly one feature and one target, with what to try instead."""
    if not isinstance(points, Data):
        raise TypeError(f"The points are {type(points).__name__}; this picture takes Data. {hint}")
    if (points.inputs.shape[1], points.targets.shape[1]) != (1, 1):
        raise ValueError(
            f"These points have {points.inputs.shape[1]} features and {points.targets.shape[1]} targets; "
            f"this picture takes one of each. {hint}"
        )
