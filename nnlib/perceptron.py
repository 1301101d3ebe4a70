"""The perceptron: one unit that multiplies, adds and steps, and the rule by which it learns.

The perceptron rule looks at one example at a time. Right answer: nothing changes. Wrong answer: add
the example to the weights if the unit should have fired, take it away if it should not. `learn` does
this one example per step, so you can watch the line move. Rosenblatt described perceptrons that learn
in 1958; to change them after mistakes only he called error correction (Principles of Neurodynamics,
1962).
"""

from dataclasses import dataclass

import numpy as np

from nnlib import checked
from nnlib.model import Model, Window, quietly


class Perceptron(Model):
    """A single unit that fires, 1, when weights · x + bias is 0 or more.

    `weights` is `(features,)`, `bias` one number; `parameters` is all of them, bias last.
    """

    weights = Window()

    def __init__(self, weights=(0, 0), bias=0):
        weights = checked.numbers(weights, "weights")
        if weights.ndim != 1 or weights.size == 0:
            raise ValueError(
                f"weights have shape {weights.shape}, but a perceptron takes one weight for each feature, in "
                "a plain list. Try Perceptron(weights=[0, 0], bias=0)."
            )
        super().__init__(np.zeros(weights.size + 1))
        self.weights = weights
        self.bias = bias

    @property
    def bias(self):
        """The number added to every weighted sum, a float."""
        return float(self._bias[0])

    @bias.setter
    def bias(self, bias):
        bias = checked.numbers(bias, "bias")
        if bias.size != 1:
            raise ValueError(
                f"bias got {bias.size} numbers, but a perceptron has one bias. Try perceptron.bias = 0."
            )
        self._bias[:] = bias.ravel()

    def weighted_sum(self, x):
        """Return weights · x + bias: a number for one example `(features,)`, else `(examples,)`.

        Raises ValueError when x has another number of features.
        """
        x = checked.numbers(x, "x")
        if x.ndim not in (1, 2) or x.shape[-1] != self.weights.size:
            raise ValueError(
                f"x has shape {x.shape}, but this perceptron has {self.weights.size} weights: try one "
                f"example, ({self.weights.size},), or several, (examples, {self.weights.size})."
            )
        with quietly():
            return x @ self.weights + self._bias[0]

    def predict(self, x):
        """Return 1 where the weighted sum is 0 or more, else 0: an int, or ints `(examples,)`."""
        fires = self.weighted_sum(x) >= 0
        return int(fires) if fires.ndim == 0 else fires.astype(int)

    def _open_windows(self):
        self._weights = self._parameters[:-1]
        self._bias = self._parameters[-1:]

    def __repr__(self):
        weights = ", ".join(f"{weight:.4g}" for weight in self.weights)
        return f"Perceptron(weights=[{weights}], bias={self.bias:.4g})"


@dataclass(frozen=True, eq=False)
class PerceptronStep:
    """Tell what happened at one example.

    `number` counts the examples looked at and `pass_number` the passes through all of them, from
    1; both are 0 in the state before learning, where `example` is None. `added` is what the rule
    added to the weights, `(features,)`, and `added_bias` to the bias: zeros after a right answer.
    `mistakes` counts those of this pass so far. `settled` is True at the end of a pass without
    any: learning is over.
    """

    number: int
    pass_number: int
    example: int | None
    x: np.ndarray | None
    target: int | None
    prediction: int | None
    mistake: bool
    added: np.ndarray
    added_bias: float
    mistakes: int
    settled: bool

    def __repr__(self):
        if self.example is None:
            return "PerceptronStep(0: before learning)"
        verdict = "mistake" if self.mistake else "right"
        end = ", settled" if self.settled else ""
        return (
            f"PerceptronStep({self.number}: pass {self.pass_number}, example {self.example}, "
            f"target {self.target}, prediction {self.prediction}, {verdict}{end})"
        )


def learn(perceptron, inputs, targets, rate=1.0, passes=None, seed=None):
    """Teach `perceptron` by the perceptron rule; a generator with one PerceptronStep per example.

    The first step is the state before learning. Learning ends after a pass without a mistake or
    after `passes`; without `passes`, data that no line can split go on for ever. Examples come in
    the order given, or in a new random order each pass when there is a `seed`. `inputs` is
    `(examples, features)`, `targets` 0 or 1 for each. Bad values raise an error at once.
    """
    if not isinstance(perceptron, Perceptron):
        raise TypeError(
            f"learn got {checked.shown(perceptron)}, but this rule is for a Perceptron; for a Network, "
            "try train."
        )
    inputs = checked.finite(inputs, "inputs")
    if inputs.ndim != 2 or len(inputs) == 0:
        raise ValueError(
            f"inputs have shape {inputs.shape}, but learn takes a table, (examples, features), with at least "
            "one example. Try a list of lists."
        )
    perceptron.weighted_sum(inputs)  # complains when the number of features is not the perceptron's
    targets = _checked_targets(targets, len(inputs))
    rate = checked.number(rate, "rate", lowest=0)
    passes = None if passes is None else checked.whole(passes, "passes", lowest=0)
    rng = None if seed is None else checked.generator(seed)
    return _learn(perceptron, inputs, targets, rate, passes, rng)


def _learn(perceptron, inputs, targets, rate, passes, rng):
    nothing = np.zeros(inputs.shape[1])
    step = PerceptronStep(0, 0, None, None, None, None, False, nothing, 0.0, 0, False)
    perceptron.report(step)
    yield step
    while not step.settled and step.pass_number != passes:
        order = np.arange(len(inputs)) if rng is None else rng.permutation(len(inputs))
        for place, example in enumerate(order):
            step = _look_at(
                perceptron, inputs[example], targets[example], rate, step, int(example), place, len(order)
            )
            perceptron.report(step)
            yield step


@quietly()
def _look_at(perceptron, x, target, rate, last, example, place, examples):
    """Update by one example and return the step that tells about it."""
    prediction, added = _update(perceptron, x, target, rate)
    mistake = prediction != target
    first = place == 0
    mistakes = mistake + (0 if first else last.mistakes)
    settled = place == examples - 1 and mistakes == 0
    return PerceptronStep(
        last.number + 1, last.pass_number + first, example, x, target, prediction,
        mistake, added[:-1], float(added[-1]), mistakes, settled,
    )  # fmt: skip


def _update(perceptron, x, target, rate):
    """Apply the rule to one example; return the prediction before, and what was added, bias last."""
    prediction = perceptron.predict(x)
    error = target - prediction  # 1: should have fired, -1: should not, 0: right
    added = rate * error * np.append(x, 1.0)
    perceptron.parameters += added
    return prediction, added


def _checked_targets(targets, examples):
    targets = checked.numbers(targets, "targets")
    if targets.size != examples or targets.ndim > 2:
        raise ValueError(
            f"targets have shape {targets.shape}, but there are {examples} examples: give one target for "
            f"each, shape ({examples},) or ({examples}, 1)."
        )
    targets = targets.ravel()
    if not ((targets == 0) | (targets == 1)).all():
        raise ValueError(
            f"targets got values from {targets.min():g} to {targets.max():g}, but the rule takes 1 for fire "
            "and 0 for stay silent. Try (targets > 0) * 1."
        )
    return [int(target) for target in targets]
