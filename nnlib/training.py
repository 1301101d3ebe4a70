"""Training: look at a few examples, find the slopes, take a step; again and again.

`train` is a generator: each turn of your loop takes one step and hands you what happened, so a
plain loop, a live picture and a test all see the same run. Stop looping and it stops.
"""

import math
from dataclasses import dataclass

import numpy as np

from nnlib import checked
from nnlib.data import Data, labels
from nnlib.model import Model, quietly
from nnlib.network import Network
from nnlib.optimizers import Optimizer, penalty_slope


@dataclass(frozen=True, eq=False)
class Step:
    """Tell what happened in one training step.

    `number` counts the updates made; 0 is the state before training. `epoch` is how often the
    training set has been gone through, e.g. 1.5. `loss` is that of this step's batch just before
    its update (at step 0: of the whole training set), without penalties. `validation_loss` is
    measured at step 0 and at the end of each epoch, and repeated in between; None without
    validation data. `rows` are the batch's places in the training set. `stopped` is None, or a
    sentence: training broke off, and the update of this step was not made.
    """

    number: int
    epoch: float
    loss: float
    validation_loss: float | None = None
    rows: np.ndarray | None = None
    stopped: str | None = None

    def __repr__(self):
        validation = "" if self.validation_loss is None else f", validation_loss={self.validation_loss:.4g}"
        stopped = "" if self.stopped is None else f", stopped={self.stopped!r}"
        return (
            f"Step(number={self.number}, epoch={self.epoch:.4g}, loss={self.loss:.4g}{validation}{stopped})"
        )


def train(
    network,
    data,
    optimizer,
    loss=None,
    batch=32,
    steps=None,
    epochs=None,
    seed=0,
    validation=None,
    l1=0.0,
    l2=0.0,
):
    """Train `network` on `data`; a generator that yields step 0 and then one Step per update.

    Each epoch goes through the training set once, in a new random order (by `seed`), `batch`
    examples at a time; the last batch of an epoch may be shorter. It ends after `steps` updates or
    `epochs` epochs, whichever comes first, and without both never. `loss` is by default the one
    that suits the output activation. `l1` and `l2` add a penalty on large weights to each slope
    (see `optimizers.penalty_slope`). The optimizer starts afresh. Same network, same seed: same run.

    When a loss or an update is no longer a finite number, training stops with a Step that says so,
    and the network keeps its last finite parameters. Bad arguments raise an error at once.
    """
    if not isinstance(network, Network):
        raise TypeError(
            f"train got {checked.shown(network)}, but it trains a Network; for a Perceptron, try learn."
        )
    if not isinstance(optimizer, Optimizer):
        raise TypeError(
            f"optimizer got {checked.shown(optimizer)}, but it takes one such as Adam(rate=0.01)."
        )
    checked.number(optimizer.rate, "the optimizer's rate", lowest=0)
    loss = network.suitable(loss)
    examples = _fitting(data, network, loss, "data")
    batches = _batches(
        examples=len(examples[0]),
        size=checked.whole(batch, "batch", lowest=1),
        steps=_limit(steps, "steps"),
        epochs=_limit(epochs, "epochs"),
        rng=checked.generator(seed),
    )
    held_out = None if validation is None else _fitting(validation, network, loss, "validation")
    penalties = checked.number(l1, "l1", lowest=0), checked.number(l2, "l2", lowest=0)
    return _train(network, optimizer, loss, examples, batches, held_out, penalties)


def accuracy(model, data):
    """Return the part of the examples, 0 … 1, whose class the Network or Perceptron gets right."""
    if not isinstance(model, Model):
        raise TypeError(
            f"accuracy got {checked.shown(model)}, but it takes a Network or Perceptron first. "
            "Try accuracy(network, data)."
        )
    data = _as_data(data, "data")
    return float(np.mean(labels(model.predict(data.inputs)) == data.labels))


def _train(network, optimizer, loss, examples, batches, held_out, penalties):
    optimizer.reset()
    inputs, targets = examples
    start = network.loss(inputs, targets, loss)
    validation_loss = held_out and network.loss(*held_out, loss)
    stopped = None if math.isfinite(start) else _reason(network, optimizer, 0)
    step = Step(0, 0.0, start, validation_loss, stopped=stopped)
    network.report(step)
    yield step
    looked_at = 0
    while step.stopped is None and (rows := next(batches, None)) is not None:
        number = step.number + 1
        batch_loss, done = _update(network, optimizer, loss, inputs[rows], targets[rows], penalties)
        stopped = None if done else _reason(network, optimizer, number)
        looked_at += len(rows)
        if held_out and looked_at % len(inputs) == 0:
            validation_loss = network.loss(*held_out, loss)
        step = Step(number, looked_at / len(inputs), batch_loss, validation_loss, rows, stopped)
        network.report(step)
        yield step


def _batches(examples, size, steps, epochs, rng):
    """Yield the rows of one batch after the other, in a new order each epoch."""
    number = epoch = 0
    while epoch < epochs:
        epoch += 1
        order = rng.permutation(examples)
        for start in range(0, examples, size):
            if number == steps:
                return
            number += 1
            yield order[start : start + size]


@quietly()
def _update(network, optimizer, loss, inputs, targets, penalties):
    """Make one update; return the batch's loss before it, and whether it could be made."""
    gradients = network.backward(network.forward(inputs), targets, loss)
    gradient = gradients.parameters
    if any(penalties):
        gradient = gradient + penalty_slope(network.parameters, network.is_weight, *penalties)
    new = optimizer.update(network.parameters, gradient)
    possible = math.isfinite(gradients.loss) and bool(np.isfinite(new).all())
    if possible:
        # All at once: an interrupt leaves the old parameters or the new, never some of each.
        network.parameters[:] = new
    return gradients.loss, possible


def _reason(network, optimizer, number):
    """Say why training cannot go on at this step, and what to try."""
    start = f"Training stopped at step {number}: "
    if not np.isfinite(network.parameters).all():
        return start + (
            "a weight or bias is not a finite number. Set it to one, or start again with "
            "network.reset(seed=0)."
        )
    if number == 0:
        return start + "the loss is infinite before any update. Try inputs, targets and weights nearer to 0."
    if not math.isfinite(optimizer.rate):
        return start + f"the rate is {optimizer.rate}. Give it a number, such as 0.01."
    return start + (
        f"the numbers have grown beyond all bounds, because steps at rate {optimizer.rate:g} overshoot. "
        f"Start again with a smaller rate, such as {optimizer.rate / 10:g}."
    )


def _fitting(data, network, loss, name):
    """Return inputs and targets as copies that fit the network and the loss."""
    data = _as_data(data, name)
    features, outputs = data.inputs.shape[1], data.targets.shape[1]
    if (features, outputs) != (network.sizes[0], network.sizes[-1]):
        raise ValueError(
            f"{name} has {features} features and {outputs} outputs, but the network has sizes "
            f"{list(network.sizes)}. Try Network([{features}, 8, {outputs}])."
        )
    loss.check_targets(data.targets)
    dtype = network.parameters.dtype
    return np.array(data.inputs, dtype), np.array(data.targets, dtype)


def _as_data(data, name):
    if isinstance(data, (tuple, list)) and len(data) == 2:
        data = Data(*data)
    if not isinstance(data, Data):
        raise TypeError(f"{name} got {checked.shown(data)}, but it takes Data; try Data(inputs, targets).")
    return data


def _limit(count, name):
    return math.inf if count is None else checked.whole(count, name, lowest=0)
