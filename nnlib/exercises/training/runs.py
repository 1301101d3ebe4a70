"""Watch a learner's training loop: which examples it used for each update, and how far it went.

The network handed to the loop is a real one that also takes notes. However the loop is written,
batch by batch or example by example, it has to ask for slopes, and then to move the parameters.
"""

from dataclasses import dataclass
from functools import cached_property
from types import GeneratorType

import numpy as np

from nnlib import data
from nnlib.network import Network

RATE, BATCH, EPOCHS, EXAMPLES = 0.4, 16, 4, 50  # the last batch of each epoch has 2 examples
SEEDS = (0, 1, 2)
SIZES = [min(BATCH, EXAMPLES - start) for start in range(0, EXAMPLES, BATCH)] * EPOCHS
CLOSE = 1e-6


class NotingNetwork(Network):
    """A Network that notes every request for slopes: examples, targets, parameters, answer."""

    def __init__(self, *arguments, **options):
        self._notes = []
        super().__init__(*arguments, **options)

    def backward(self, trace, targets, loss=None):
        """Return the Gradients, and note what they were asked for."""
        before = self.parameters.copy()
        gradients = super().backward(trace, targets, loss)
        # Copies, for the loop may shuffle the data that these are windows into.
        examples = trace.inputs.copy(), self.fit_targets(targets, len(trace)).copy()
        self._notes.append((*examples, before, gradients.parameters.copy()))
        return gradients


@dataclass(frozen=True)
class Update:
    """Hold one ``change`` of the parameters: the ``rows`` it was made from, their mean ``slopes``.

    A row is −1 where an example met another one's target.
    """

    rows: np.ndarray
    slopes: np.ndarray
    change: np.ndarray

    @property
    def length(self):
        """How many times the slopes were subtracted; nan when it was something else than the slopes."""
        times = -(self.change @ self.slopes) / max(self.slopes @ self.slopes, 1e-300)
        return times if np.allclose(self.change, -times * self.slopes, atol=CLOSE) else np.nan


@dataclass(frozen=True)
class Run:
    """Hold what a loop did with one seed: its ``updates``, and the ``losses`` before and after.

    ``asked`` says how many times slopes were asked for, ``moved`` whether the parameters changed at
    all, ``drew`` whether random numbers were drawn from ``rng``, ``value`` and ``error`` how the
    call ended.
    """

    updates: tuple
    losses: tuple
    asked: int
    moved: bool
    drew: bool
    value: object = None
    error: BaseException | None = None

    @property
    def is_blank(self):
        """Whether nothing was done yet, or a part still has to be written."""
        unwritten = isinstance(self.error, TypeError) and "ellipsis" in str(self.error)
        nothing = self.error is None and not self.moved and not self.asked and not self.yields
        return nothing or unwritten or self.value is ... or isinstance(self.error, NotImplementedError)

    @property
    def yields(self):
        """Whether the call gave back a generator, of which nothing has run."""
        return isinstance(self.value, GeneratorType)

    @cached_property
    def sizes(self):
        """How many examples each update was made from."""
        return [len(update.rows) for update in self.updates]

    @cached_property
    def lengths(self):
        """How many times each update subtracted the mean slopes: the rate, if all is well."""
        return np.array([update.length for update in self.updates])

    @cached_property
    def epochs(self):
        """All rows in the order in which they were used, cut after every 50."""
        rows = np.concatenate([np.empty(0, int), *(update.rows for update in self.updates)])
        return [rows[i : i + EXAMPLES] for i in range(0, len(rows), EXAMPLES)]

    @property
    def is_whole(self):
        """Whether every epoch goes through all examples once."""
        return all(len(epoch) == len(np.unique(epoch)) == EXAMPLES for epoch in self.epochs)

    @property
    def is_ordered(self):
        """Whether every epoch goes through all examples once, each time in another order."""
        return self.is_whole and not same(self.epochs)

    def went(self, lengths):
        """Tell whether every update subtracted the mean slopes so many times."""
        return np.allclose(self.lengths, lengths, rtol=1e-4)


def same(orders):
    """Tell whether all of these orders are one and the same."""
    return all(np.array_equal(orders[0], order) for order in orders)


def run(loop, seed):
    """Let ``loop`` train a network of its own with random numbers from ``seed``; return the Run."""
    examples = data.moons(n=EXAMPLES, noise=0.1, seed=seed, radius=1.0)
    handed_in = examples.rows(slice(None))  # a copy: a loop may shuffle what it is given
    rng = np.random.default_rng(seed)
    network = NotingNetwork([2, 6, 1], seed=seed)
    start, before = network.parameters.copy(), network.loss(examples.inputs, examples.targets)
    value = error = None
    try:
        value = loop(network, handed_in, RATE, BATCH, EPOCHS, rng)
    except (Exception, SystemExit) as caught:
        error = caught
    after = network.loss(examples.inputs, examples.targets)
    moved = not np.array_equal(network.parameters, start)
    asked, drew = len(network._notes), rng.random() != np.random.default_rng(seed).random()
    return Run(tuple(_updates(network, examples)), (before, after), asked, moved, drew, value, error)


def _updates(network, examples):
    """Yield an Update for every change of the parameters."""
    asked = []
    ends = [*(before for _, _, before, _ in network._notes[1:]), network.parameters]
    for (inputs, targets, before, slopes), after in zip(network._notes, ends):
        asked.append((_rows(inputs, targets, examples), slopes))
        if not np.array_equal(before, after):
            yield _update(asked, after - before)
            asked = []


def _update(asked, change):
    """Make an Update from the slopes asked for since the last one, or the latest that explain it.

    Whoever only wanted to see a loss has asked for slopes, too, and did not use them.
    """
    for first in reversed(range(len(asked))):
        rows = np.concatenate([rows for rows, _ in asked[first:]])
        update = Update(rows, sum(len(rows) * slopes for rows, slopes in asked[first:]) / len(rows), change)
        if np.isfinite(update.length):
            break
    return update


def _rows(inputs, targets, examples):
    """Find the examples in the data, −1 where an input or its target is another."""
    places = {each.tobytes(): row for row, each in enumerate(examples.inputs)}
    rows = np.array([places.get(each.tobytes(), -1) for each in inputs])
    return np.where((examples.targets[rows] == targets).all(axis=1), rows, -1)
