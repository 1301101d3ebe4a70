"""How wrong the network is, as one number, and the slope of that number.

The loss of one example is a sum over its outputs; the loss of a batch is the mean over its
examples. Outputs and targets are arrays of the same shape, `(examples, outputs)`; classes are
targets with a single 1 in each row ("one-hot").
"""

from dataclasses import dataclass

import numpy as np

from nnlib import checked


@dataclass(frozen=True)  # so that two of a kind are equal, and a pickled one equals the original
class Loss:
    """Hold what all losses share; a new one needs a name, `each` and `each_slope`.

    Where the last activation is the loss's `partner`, its exponentials and the loss's logarithms
    cancel: `each_from_sums` and the slope outputs - targets then need neither, and stay finite
    however wrong the network is.
    """

    name = "?"
    partner = None  # the name of an output activation
    probabilities = False  # do targets have to lie between 0 and 1?

    def __call__(self, outputs, targets):
        """Return the mean loss of the examples; also takes one output and one target as two numbers.

        Raises ValueError when the shapes differ or a target does not suit this loss.
        """
        return mean(self.each(*self._checked(outputs, targets)))

    def slope(self, outputs, targets):
        """Return the slope of the mean loss for each output, in the shape of the outputs."""
        rows, targets = self._checked(outputs, targets)
        return (self.each_slope(rows, targets) / len(rows)).reshape(np.shape(outputs))

    def check_targets(self, targets):
        """Raise ValueError when this loss makes no sense with these targets."""
        if self.probabilities and not ((targets >= 0) & (targets <= 1)).all():
            raise ValueError(
                f"{self.name} got targets from {targets.min():g} to {targets.max():g}, but it takes 0 for no "
                "and 1 for yes. Try (targets > 0) * 1.0, or the loss 'squared error'."
            )

    def _checked(self, outputs, targets):
        outputs = checked.numbers(outputs, "outputs", allow="buifc")
        targets = checked.numbers(targets, "targets")
        if outputs.shape != targets.shape or outputs.ndim not in (0, 2) or outputs.size == 0:
            raise ValueError(
                f"{self.name} got outputs of shape {outputs.shape} and targets of shape {targets.shape}, but "
                "takes two tables of the same shape, (examples, outputs). For a single output, try "
                "outputs[:, None] and targets[:, None]."
            )
        targets = np.atleast_2d(targets)
        self.check_targets(targets)
        return np.atleast_2d(outputs), targets

    def __repr__(self):
        return self.name


class SquaredError(Loss):
    """Square each output's distance from its target: (a - t)², without a half in front."""

    name = "squared error"

    def each(self, outputs, targets):
        return ((outputs - targets) ** 2).sum(axis=1)

    def each_slope(self, outputs, targets):
        return 2 * (outputs - targets)


class BinaryCrossEntropy(Loss):
    """Measure the surprise at a yes or no: -log a when it was yes, -log(1 - a) when it was no."""

    name = "binary cross-entropy"
    partner = "sigmoid"
    probabilities = True

    def each(self, outputs, targets):
        return (surprise(outputs, targets) + surprise(1 - outputs, 1 - targets)).sum(axis=1)

    def each_slope(self, outputs, targets):
        return surprise_slope(outputs, targets) - surprise_slope(1 - outputs, 1 - targets)

    def each_from_sums(self, sums, targets):
        # -log(1 - sigmoid(z)) = log(1 + exp(z)), written so that no exponent is positive
        surprise_at_no = np.maximum(sums, 0) + np.log1p(np.exp(np.minimum(sums, -sums)))
        return (surprise_at_no - targets * sums).sum(axis=1)


class CrossEntropy(Loss):
    """Measure the surprise at the right class: -log of the probability it was given."""

    name = "cross-entropy"
    partner = "softmax"
    probabilities = True

    def each(self, outputs, targets):
        return surprise(outputs, targets).sum(axis=1)

    def each_slope(self, outputs, targets):
        return surprise_slope(outputs, targets)

    def each_from_sums(self, sums, targets):
        # log softmax(z) = z - log of the sum of exp(z), after taking the largest z away from all
        sums = sums - sums.max(axis=1, keepdims=True)
        return np.log(np.exp(sums).sum(axis=1)) - (targets * sums).sum(axis=1)

    def check_targets(self, targets):
        super().check_targets(targets)
        if targets.shape[1] < 2 or not np.allclose(targets.sum(axis=1), 1):
            raise ValueError(
                f"cross-entropy got targets of shape {targets.shape}, first row {targets[0]}; it takes "
                "two or more classes, each row with one 1 and zeros. For a single yes or no, try "
                "'binary cross-entropy'."
            )


def surprise(outputs, targets):
    """Return -t log a, and 0 wherever t is 0, whatever a is there."""
    with np.errstate(divide="ignore"):  # a sure yes that was a no is infinitely surprising
        return -targets * np.log(np.where(targets > 0, outputs, 1))


def surprise_slope(outputs, targets):
    """Return the slope of the surprise, -t / a."""
    with np.errstate(divide="ignore"):
        return -targets / np.where(targets > 0, outputs, 1)


def mean(each):
    """Return the mean of the examples' losses as a plain Python number."""
    return (each.sum() / len(each)).item()


squared_error = SquaredError()
binary_cross_entropy = BinaryCrossEntropy()
cross_entropy = CrossEntropy()

ALL = (squared_error, binary_cross_entropy, cross_entropy)


def find(loss):
    """Return the loss called `loss`, e.g. "squared error"; a Loss is returned as it is.

    Raises ValueError or TypeError that lists the names there are.
    """
    if isinstance(loss, Loss):
        return loss
    return checked.choice(loss, {each.name: each for each in ALL}, "loss")


def suited_to(activation):
    """Return the usual loss for a network whose last activation is `activation`."""
    partners = [loss for loss in ALL if loss.partner == activation.name]
    return partners[0] if partners else squared_error
