"""One moment of the perceptron rule, in numbers and in words: the sum, the decision, the move."""

from dataclasses import dataclass

import numpy as np

from nnlib.drawing.wording import factor_text, number_text, sign_true_text, signed_text
from nnlib.perceptron import Perceptron, PerceptronStep

DIGITS = 3
SHOULD = {1: "fire", 0: "be silent"}


@dataclass(frozen=True, eq=False)
class Moment:
    """Hold one step, None before the first example, and w₁, w₂, b `before` it and `after` it."""

    step: PerceptronStep | None
    before: np.ndarray
    after: np.ndarray

    @property
    def number(self):
        """How many examples have been looked at."""
        return self.step.number if self.step else 0

    @property
    def settled(self):
        """Whether a whole pass has gone by without a mistake."""
        return self.step is not None and self.step.settled

    @property
    def sums(self):
        """The weighted sum of the example before and after, as a perceptron itself calculates it."""
        perceptrons = [Perceptron(each[:2], each[2]) for each in (self.before, self.after)]
        return [float(perceptron.weighted_sum(self.step.x)) for perceptron in perceptrons]

    def then(self, step, now):
        """Return the moment of `step`, which follows this one and has led to the parameters `now`."""
        added = np.append(step.added, step.added_bias)
        untouched = (self.after + added == now).all()  # or has a cell moved them in between?
        return Moment(step, self.after if untouched else now - added, now)

    def heading(self):
        """Say in a few words what happened, to stand above the numbers."""
        if self.step is None:
            return "before the first example"
        done = "right"
        if self.step.mistake:
            done = "add it" if self.step.target else "take it away"
        return f"point {self.step.example + 1}, should {SHOULD[self.step.target]}: {done}"

    def words(self):
        """Say in one or two sentences what happened, with all the numbers."""
        if self.step is None:
            return f"Before the first example: {_numbers('the weights are {} and {}, the bias is {}', self.after)}."
        begun = f"{self._example()}: {self._decision()}"
        if not self.step.mistake:
            return f"{begun}. Right, so nothing moves."
        done, rate = "added" if self.step.target else "taken away", abs(self.step.added_bias)
        part = "The point" if rate == 1 else f"The point, times {number_text(rate, DIGITS)},"
        return (
            f"{begun}: a mistake. {part} is {done}: {_numbers('weights {} and {}, bias {}', self.after)}, "
            f"and the sum here is now {sign_true_text(self.sums[1], DIGITS)}."
        )

    def _example(self):
        step = self.step
        return (
            f"Pass {step.pass_number}, point {step.example + 1} at {_numbers('({}, {})', step.x)}, "
            f"which should {SHOULD[step.target]}"
        )

    def _decision(self):
        w1, w2, bias = self.before
        x1, x2 = self.step.x
        products = (
            f"{number_text(w1, DIGITS)} · {factor_text(x1, DIGITS)} {signed_text(w2, DIGITS)} · {factor_text(x2, DIGITS)} "
            f"{signed_text(bias, DIGITS)}"
        )
        return f"z = {products} = {sign_true_text(self.sums[0], DIGITS)}, so the answer is {self.step.prediction}"


def _numbers(text, values):
    return text.format(*(number_text(value, DIGITS) for value in values))
