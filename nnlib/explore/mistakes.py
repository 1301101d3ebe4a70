"""The perceptron rule, mistake by mistake: an example is looked at, and if need be the line moves."""

import numpy as np
from traitlets import Int, validate

from nnlib import Perceptron, data, learn
from nnlib.drawing.rule_picture import RulePicture
from nnlib.drawing.rule_words import Moment
from nnlib.live import Explorable
from nnlib.live.controls import action, choice, kept_numbers, number, numbers_in, numbers_text, toggle
from nnlib.live.point_editor import HANDS, PointEditor
from nnlib.live.points import checked, points_in, points_text

SETS = {name: lambda name=name: data.gate(name) for name in ("AND", "OR", "NAND", "XOR")}
SETS["blobs"] = lambda: _in_hundredths(data.blobs(12, noise=0.4, seed=39, radius=1.5))
OWN = "my own"
REACH = 2.5  # half the side of the plane
MOST = 60  # points


class Mistakes(Explorable):
    """Teach `neuron`, a Perceptron, a set of `points`: "AND", "blobs", … or a Data of your own."""

    width, height = 720, 410
    breaks = (385,)
    title = "Learning from mistakes"

    own = kept_numbers(points_text(data.gate("AND")), label="my own points")
    start = kept_numbers("0,0,0", label="weights and bias at the start")
    points = choice("AND", [*SETS, OWN], label="points")
    rate = number(1, 0, 2, step=0.125, label="rate", help="Moving it, or the next box, begins again")
    shuffle = toggle(False, label="shuffle in each pass")
    chosen = Int(0)  # the point that buttons change
    _held = None, None  # the points by name or as text, and as a Data
    _moment = None  # what is shown: a Moment
    _seed = 0  # from which the start was drawn; 0, the player's first, leaves the start as it is

    def __init__(self, neuron=None, points=None, **state):
        self.model = Perceptron() if neuron is None else neuron
        if not isinstance(self.model, Perceptron):
            raise TypeError(f"This picture teaches a Perceptron, and {type(neuron).__name__} came. Try Mistakes().")
        if len(self.model.weights) != 2:
            raise ValueError(
                f"This picture is a plane, so its perceptron has 2 inputs; this one has {len(self.model.weights)}. "
                "Try Mistakes(Perceptron([0, 0], 0))."
            )
        if isinstance(points, data.Data):
            state = {"own": points_text(checked(points, REACH, MOST)), "points": OWN} | state
        elif points is not None:
            state["points"] = points
        super().__init__(**state)
        self.player = self.new_player(
            self._run, self._show, lambda step: self._moment, resume=self._resume, pause_between=0.4
        )
        self.observe(self._begin_again, ["points", "rate", "shuffle", "start"])
        self.observe(self._points_moved, "own")
        self.player.reset()

    # What is learned, and from where.

    @property
    def data(self):
        """The points as a Data: `inputs (examples, 2)`, `targets (examples, 1)`."""
        wanted = self.own if self.points == OWN else self.points
        if self._held[0] != wanted:  # a frame asks many times
            self._held = wanted, points_in(wanted, REACH, MOST) if self.points == OWN else SETS[wanted]()
        return self._held[1]

    @validate("own")
    def _check_own(self, proposal):
        points_in(proposal["value"], REACH, MOST)
        return proposal["value"]

    @validate("start")
    def _check_start(self, proposal):
        if len(numbers_in(proposal["value"])) != 3:
            raise ValueError("A start is two weights and a bias. Try 0,0,0.")
        return proposal["value"]

    def _begin_again(self, change):
        self.chosen = min(self.chosen, len(self.data) - 1)
        if not self.link.copying and not self.player.busy:
            self.player.reset()

    def _points_moved(self, change=None):
        """Go on with other points from where the line is now."""
        self.chosen = min(self.chosen, len(self.data) - 1)
        if self.points == OWN:
            self._begin_here()
            self.player.changed_by_others()

    def _begin_here(self):
        """Forget the run so far: the parameters as they are now come before learning."""
        now = self.model.parameters.copy()
        self._moment = Moment(None, now, now)
        self._rule.curve.clear(len(self.data))
        self._rule.curve.add(0, 0, 0, self.wrong)

    def pull(self):
        if self._moment is None or (self.model.parameters != self._moment.after).any():  # not by a step
            self._begin_here()
            if np.isfinite(self.model.parameters).all():
                self.start = numbers_text(self.model.parameters)
        if self.player is not None:
            self.player.changed_by_others(lambda moment: np.array_equal(moment.after, self.model.parameters))

    def restore(self, text):
        """Take over a state written by `share`, and stand where its run begins."""
        with self.one_update():
            super().restore(text)
            self.player.reset()

    # One run, from the same start or a new one.

    def _run(self, seed):
        if seed != self._seed:
            self._seed = seed
            self.start = numbers_text(np.random.default_rng(seed).integers(-6, 7, size=3) / 2)
        self.model.parameters[:] = numbers_in(self.start)
        return self._resume()

    def _resume(self):
        """Learn from where the line is now."""
        points, seed = self.data, self.player.seed if self.shuffle else None
        return learn(self.model, points.inputs, points.labels, rate=self.rate, seed=seed)

    def watch_step(self, step):
        """Take in a PerceptronStep, whether the player made it or a loop in a cell."""
        if step.example is None:
            self._begin_here()
        elif self._is_ours(step):
            self._moment = self._moment.then(step, self.model.parameters.copy())
            self._rule.curve.add(step.number, step.pass_number, step.mistakes, self.wrong)

    def _is_ours(self, step):
        """Tell whether a step is one of a run through these very points."""
        points, place = self.data, step.number - (step.pass_number - 1) * len(self.data)
        return (
            step.example < len(points)
            and np.array_equal(points.inputs[step.example], step.x)
            and points.labels[step.example] == step.target
            and (place == len(points) and not self.wrong if step.settled else 1 <= place <= len(points))
        )

    def _show(self, moment):
        self._moment = moment
        if (moment.after != self.model.parameters).any():
            self.model.parameters[:] = moment.after
            self.model.report()

    # What the learner may ask for.

    @property
    def step(self):
        """The PerceptronStep shown now; None before learning."""
        return self._moment.step

    @property
    def wrong(self):
        """How many points the line gets wrong as it is now."""
        points = self.data
        return int((self.model.predict(points.inputs) != points.labels).sum())

    @action("Next mistake", help="Look at examples until one is answered wrongly")
    def next_mistake(self):
        """Go on to the next mistake, or to the end."""
        self._advance_until(lambda step: step.mistake)

    @action("Whole pass", help="Go on to the end of this pass through all examples")
    def whole_pass(self):
        """Go on to the end of the pass."""
        self._advance_until(lambda step: step.number % len(self.data) == 0)

    def _advance_until(self, done):
        self.player.pause()
        with self.one_update():
            self.player.advance()
            while not self.player.at_end and not done(self.step):
                self.player.advance()

    # What hands do to the points.

    @action("Add a point", help="Or click into the plane; with Shift, the new point should be silent")
    def add_point(self):
        """Put a point of class 1 where there is most room."""
        self._editor.add_somewhere()

    @action("Choose the next", help="The next two buttons act on the point in the square")
    def choose(self):
        """Put the square around the next point."""
        self.chosen = (self.chosen + 1) % len(self.data)

    @action("Other class")
    def flip(self):
        """Give the chosen point the other class."""
        self._editor.relabel(self.chosen)

    @action("Delete")
    def delete(self):
        """Take the chosen point away; one point stays."""
        self._editor.delete(self.chosen)

    def _edit(self, points, chosen):
        """Make these points your own; the line stays where it is."""
        with self.one_update(), self.link.one_way():
            self.own, self.points = points_text(points), OWN
            self.chosen = chosen
            self._points_moved()

    # The picture.

    def build(self, figure):
        self._rule = RulePicture(figure, REACH, numbered=HANDS)
        self._editor = PointEditor(self, self._rule.plane.axes, REACH, "own", self._edit)

    def draw(self):
        points = self.data
        wrong = self.model.predict(points.inputs) != points.labels
        self._rule.plane.show_field(self.model.weighted_sum(self._rule.plane.grid))
        self._rule.show_points(points.inputs, points.labels == 1, wrong, self.chosen if self.offers("flip") else None)
        self._rule.show(self._moment)

    def describe(self):
        number, points = self.wrong, len(self.data)
        text = f"{self._moment.words()} {number} of {points} points {'is' if number == 1 else 'are'} wrong."
        if self._moment.settled:
            text += f" A whole pass without a mistake: it has settled in pass {self.step.pass_number}."
        return f"{text} {self._editor.words(self.chosen)}" if self.offers("flip") else text

    def state(self):
        """Return the controls, and how far learning has come."""
        w1, w2, bias = map(float, self.model.parameters)
        return super().state() | {
            "w1": w1, "w2": w2, "bias": bias, "wrong": self.wrong, "examples": len(self.data),
            "passes": self.step.pass_number if self.step else 0, "settled": self._moment.settled,
        }  # fmt: skip


def _in_hundredths(points):
    """Round points, so that the numbers on the screen are exactly those calculated with."""
    return data.Data(points.inputs.round(2), points.targets)
