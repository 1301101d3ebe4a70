"""Training loops as people write them: some that are right, and one for each way to go astray."""

import numpy as np

from nnlib.exercises.training.runs import BATCH
from nnlib.optimizers import SGD
from nnlib.training import train


def _slopes(network, data, rows):
    return network.backward(network.forward(data.inputs[rows]), data.targets[rows]).parameters


def _loop(order=None, rows=None, step=None):
    """Make a loop that differs from the right one in one place."""
    order = order or (lambda data, rng, epoch: rng.permutation(len(data)))
    rows = rows or (lambda order, start, batch: order[start : start + batch])
    step = step or (lambda network, data, rows, rate: rate * _slopes(network, data, rows))

    def loop(network, data, rate, batch, epochs, rng):
        for epoch in range(epochs):
            drawn = order(data, rng, epoch)
            for start in range(0, len(data), batch):
                chosen = rows(drawn, start, batch)
                if len(chosen):
                    network.parameters = network.parameters - step(network, data, chosen, rate)

    return loop


def right(network, data, rate, batch, epochs, rng):
    for _ in range(epochs):
        order = rng.permutation(len(data))
        for start in range(0, len(data), batch):
            network.parameters -= rate * _slopes(network, data, order[start : start + batch])


def example_by_example(network, data, rate, batch, epochs, rng):
    for _ in range(epochs):
        order = list(range(len(data)))
        rng.shuffle(order)
        while order:
            rows, order = order[:batch], order[batch:]
            total = sum(_slopes(network, data, [row]) for row in rows)
            network.parameters = network.parameters - rate * total / len(rows)


def by_train(network, data, rate, batch, epochs, rng):
    seed = int(rng.integers(1000))
    for _ in train(network, data, SGD(rate), batch=batch, epochs=epochs, seed=seed):
        pass


uphill = _loop(step=lambda network, data, rows, rate: -rate * _slopes(network, data, rows))
without_rate = _loop(step=lambda network, data, rows, rate: _slopes(network, data, rows))
summed = _loop(step=lambda network, data, rows, rate: rate * len(rows) * _slopes(network, data, rows))
summed_one_by_one = _loop(
    step=lambda network, data, rows, rate: rate * sum(_slopes(network, data, [row]) for row in rows)
)
divided_twice = _loop(step=lambda network, data, rows, rate: rate * _slopes(network, data, rows) / len(rows))
divided_by_batch = _loop(step=lambda network, data, rows, rate: rate * _slopes(network, data, rows) / BATCH)
times_batch = _loop(step=lambda network, data, rows, rate: rate * _slopes(network, data, rows) * BATCH)
shuffled_to_none = _loop(order=lambda data, rng, epoch: rng.shuffle(np.arange(len(data))))
data_permuted = _loop(order=lambda data, rng, epoch: rng.permutation(data))
one_too_short = _loop(rows=lambda order, start, batch: order[start : start + batch - 1])
inputs_permuted = _loop(order=lambda data, rng, epoch: rng.permutation(data.inputs))
without_end = _loop(rows=lambda order, start, batch: order[start:])
not_cut = _loop(rows=lambda order, start, batch: order[...])
in_order = _loop(order=lambda data, rng, epoch: np.arange(len(data)))
own_generator = _loop(order=lambda data, rng, epoch: np.random.default_rng(epoch).permutation(len(data)))
unseeded_generator = _loop(order=lambda data, rng, epoch: np.random.default_rng().permutation(len(data)))
with_repeats = _loop(order=lambda data, rng, epoch: rng.integers(len(data), size=len(data)))
full_batches_only = _loop(
    rows=lambda order, start, batch: order[start : start + batch] if start + batch <= len(order) else []
)
first_batch_only = _loop(rows=lambda order, start, batch: np.arange(batch))


def _apart(network, data, rows, rate):
    trace = network.forward(data.inputs[rows])
    return rate * network.backward(trace, data.targets[: len(rows)]).parameters


targets_apart = _loop(step=_apart)


def shuffled_apart(network, data, rate, batch, epochs, rng):
    for _ in range(epochs):
        inputs, targets = rng.permutation(data.inputs), rng.permutation(data.targets)
        for start in range(0, len(data), batch):
            trace = network.forward(inputs[start : start + batch])
            network.parameters -= rate * network.backward(trace, targets[start : start + batch]).parameters


def whole_epochs(network, data, rate, batch, epochs, rng):
    for _ in range(epochs):
        network.parameters -= rate * _slopes(network, data, rng.permutation(len(data)))


def singly(network, data, rate, batch, epochs, rng):
    for _ in range(epochs):
        for row in rng.permutation(len(data)):
            network.parameters -= rate * _slopes(network, data, [row])


def counted_batches(network, data, rate, batch, epochs, rng):
    for _ in range(epochs):
        order = rng.permutation(len(data))
        for number in range(len(data) // batch):
            rows = order[number * batch : (number + 1) * batch]
            network.parameters -= rate * _slopes(network, data, rows)


def added_up(network, data, rate, batch, epochs, rng):
    for _ in range(epochs):
        order, total = rng.permutation(len(data)), 0
        for start in range(0, len(data), batch):
            total = total + _slopes(network, data, order[start : start + batch])
        network.parameters -= rate * total


def outdented(network, data, rate, batch, epochs, rng):
    for _ in range(epochs):
        order = rng.permutation(len(data))
        for start in range(0, len(data), batch):
            slopes = _slopes(network, data, order[start : start + batch])
        network.parameters -= rate * slopes


def yielding(network, data, rate, batch, epochs, rng):
    right(network, data, rate, batch, epochs, rng)
    yield network


def train_not_run(network, data, rate, batch, epochs, rng):
    return train(network, data, SGD(rate), batch=batch, epochs=epochs, seed=0)


def seed_of_train(network, data, rate, batch, epochs, rng):
    for _ in train(network, data, SGD(rate), batch=batch, epochs=epochs):
        pass


def one_epoch(network, data, rate, batch, epochs, rng):
    right(network, data, rate, batch, 1, rng)


def shuffled_once(network, data, rate, batch, epochs, rng):
    order = rng.permutation(len(data))
    for _ in range(epochs):
        for start in range(0, len(data), batch):
            network.parameters -= rate * _slopes(network, data, order[start : start + batch])


def not_kept(network, data, rate, batch, epochs, rng):
    for _ in range(epochs):
        order = rng.permutation(len(data))
        for start in range(0, len(data), batch):
            network.parameters - rate * _slopes(network, data, order[start : start + batch])  # noqa: B018


def _order_of(length):
    """Make a loop whose order has another length than the data."""

    def loop(network, data, rate, batch, epochs, rng):
        for _ in range(epochs):
            order = rng.permutation(length(batch, epochs))
            for start in range(0, len(data), batch):
                network.parameters -= rate * _slopes(network, data, order[start : start + batch])

    return loop


order_of_a_batch = _order_of(lambda batch, epochs: batch)
order_of_epochs = _order_of(lambda batch, epochs: epochs)


def ends_at_batch(network, data, rate, batch, epochs, rng):
    for _ in range(epochs):
        order = rng.permutation(len(data))
        for start in range(0, len(data), batch):
            network.parameters -= rate * _slopes(network, data, order[start:batch])
