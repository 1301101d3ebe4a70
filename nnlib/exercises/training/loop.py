"""Finish the training loop: shuffle, take a batch, find the slopes, take a step, to the last batch.

The check runs your loop with three seeds and looks at what it did to the network, not at how it is
written.
"""

from dataclasses import dataclass

import numpy as np

from nnlib.exercises.exercise import Exercise, Misconception
from nnlib.exercises.reading import WrongKind
from nnlib.exercises.training import slips
from nnlib.exercises.training.runs import BATCH, EPOCHS, EXAMPLES, RATE, SEEDS, run
from nnlib.exercises.words import describe, quote

SIGNATURE = "my_train(network, data, rate, batch, epochs, rng)"
SIZES = [min(BATCH, EXAMPLES - start) for start in range(0, EXAMPLES, BATCH)] * EPOCHS


def _each(condition):
    """Make a recogniser: true when the condition holds for every run."""
    return lambda runs: all(run.error is None and run.updates and condition(run) for run in runs)


def _whole(epoch):
    return len(epoch) == EXAMPLES and len(np.unique(epoch)) == EXAMPLES


def _same(orders):
    return all(np.array_equal(orders[0], order) for order in orders)


def _is_ordered(run):
    """Tell whether every epoch goes through all examples once, each time in another order."""
    return all(map(_whole, run.epochs)) and not _same(run.epochs)


@dataclass(kw_only=True, repr=False, eq=False)
class LoopExercise(Exercise):
    """Ask for a function that trains the network it is given; its reading is one Run for each seed."""

    variable: str
    first_move = "Write your lines in place of `...` and run the cell again."

    def _read(self, answer):
        if not callable(answer) or isinstance(answer, type):
            raise WrongKind(
                f"This is {describe(answer)}. Hand in the function itself, without calling it:"
                f" `check({self.variable})`."
            )
        return [run(answer, seed) for seed in SEEDS]

    def _is_untouched(self, runs):
        return any(run.is_blank for run in runs)

    def _is_right(self, runs):
        return all(self._is_complete(run) for run in runs) and not _same([run.epochs[0] for run in runs])

    def _is_complete(self, run):
        return (
            run.error is None and run.went(RATE) and run.sizes == SIZES and _is_ordered(run)
            and run.losses[1] < run.losses[0]
        )  # fmt: skip

    def _otherwise(self, runs):
        failed = next((run.error for run in runs if run.error is not None), None)
        if failed is not None:
            return (
                f"It stopped with {type(failed).__name__}: {quote(failed)}. Begin with `def {SIGNATURE}:`,"
                " and try it on a network of your own to see the line.",
            )
        return (
            f"With {EXAMPLES} examples and batches of {BATCH}, your updates were made from"
            f" {_listed(runs[0].sizes)} examples; {_listed(SIZES)} are due, and each should subtract rate ×"
            " the slopes of its batch.",
        )


def _listed(sizes):
    shown = ", ".join(map(str, sizes[:5]))
    return f"{shown} …" if len(sizes) > 5 else shown or "no"


my_train = LoopExercise(
    name="my_train",
    variable="my_train",
    title="Finish the loop",
    task=f"Write `{SIGNATURE}`. In every epoch go through all examples once, in a new order drawn from"
    " `rng`, `batch` of them at a time (the last batch may be shorter). For each batch, subtract `rate` ×"
    " the mean slopes from `network.parameters`.",
    hints=(
        "Three things are needed: an order, the rows of one batch, and the step. `rng.permutation(n)` gives"
        " the numbers 0 to n − 1 in a random order.",
        "The rows are `order[start : start + batch]`; a slice that reaches beyond the end is cut there by"
        " itself. `network.backward(network.forward(x), t).parameters` holds the mean slopes of a batch.",
    ),
    solution_code="""
def my_train(network, data, rate, batch, epochs, rng):
    for epoch in range(epochs):
        order = rng.permutation(len(data))
        for start in range(0, len(data), batch):
            rows = order[start : start + batch]
            trace = network.forward(data.inputs[rows])
            slopes = network.backward(trace, data.targets[rows]).parameters
            network.parameters -= rate * slopes
""",
    explanation=(
        "A new order for each epoch, so that no example always comes after the same one. `range` with a"
        " step of `batch` says where the batches start, and the last slice takes what is left. `backward`"
        " gives the slopes of the mean loss, so nothing is divided again."
    ),
    praise="Shuffled, complete to the last short batch, and downhill: this is `train`, without its checks.",
    seconds=6.0,
    right=(slips.right, slips.example_by_example, slips.by_train),
    misconceptions=(
        Misconception(
            name="uphill",
            when=_each(lambda run: run.went(-RATE)),
            hint="The loss climbs: the slopes point uphill, and here they are added. Take them away.",
            examples=(slips.uphill,),
        ),
        Misconception(
            name="targets of other examples",
            when=_each(lambda run: any((update.rows == -1).any() for update in run.updates)),
            hint="Some examples meet the targets of others. Take inputs and targets by the same `rows`.",
            examples=(slips.targets_apart, slips.shuffled_apart),
        ),
        Misconception(
            name="slopes summed",
            when=_each(lambda run: set(run.sizes) != {1} and run.went(RATE * np.array(run.sizes))),
            hint="The steps are longer the larger the batch is: the slopes of its examples are added up."
            " Take their mean; `backward` has done so already.",
            examples=(slips.summed, slips.summed_one_by_one),
        ),
        Misconception(
            name="divided twice",
            when=_each(lambda run: set(run.sizes) != {1} and run.went(RATE / np.array(run.sizes))),
            hint="The steps are shorter the larger the batch is. `backward` gives the mean over the batch"
            " already; it need not be divided again.",
            examples=(slips.divided_twice,),
        ),
        Misconception(
            name="rate left out",
            when=_each(lambda run: run.went(1.0)),
            hint="The whole slopes are subtracted. How far a step goes is said by `rate`.",
            examples=(slips.without_rate,),
        ),
        Misconception(
            name="epoch = step",
            when=_each(lambda run: run.sizes == [EXAMPLES] * EPOCHS),
            hint="There is one step for each epoch, made from all examples at once. Cut the order into"
            " batches, and take a step after each.",
            examples=(slips.whole_epochs,),
        ),
        Misconception(
            name="one example a step",
            when=_each(lambda run: set(run.sizes) == {1}),
            hint="Every example makes a step of its own. Take `batch` of them together for one step.",
            examples=(slips.singly,),
        ),
        Misconception(
            name="last short batch left out",
            when=_each(lambda run: run.sizes == [BATCH] * (EXAMPLES // BATCH) * EPOCHS),
            hint=f"With {EXAMPLES} examples and batches of {BATCH}, two are left over in each epoch, and no step"
            " is made from them. The last batch may be short.",
            examples=(slips.full_batches_only, slips.counted_batches),
        ),
        Misconception(
            name="one epoch only",
            when=_each(lambda run: run.sizes == SIZES[: len(SIZES) // EPOCHS]),
            hint="It goes through the examples once. Repeat it `epochs` times.",
            examples=(slips.one_epoch,),
        ),
        Misconception(
            name="first batch only",
            when=_each(lambda run: set(run.sizes) == {BATCH} and len(np.unique(run.epochs[0])) == BATCH),
            hint="The same few examples come again and again. Let the batch begin at `start`.",
            examples=(slips.first_batch_only,),
        ),
        Misconception(
            name="drawn with repeats",
            when=_each(lambda run: run.sizes == SIZES and not all(map(_whole, run.epochs))),
            hint="Some examples come twice in one epoch and others not at all. Shuffle all of them once, then"
            " go through that order.",
            examples=(slips.with_repeats,),
        ),
        Misconception(
            name="never shuffled",
            when=_each(lambda run: _same([np.arange(EXAMPLES), *run.epochs])),
            hint="Every epoch goes through the examples in the order in which they are stored. Draw a new"
            " order from `rng`.",
            examples=(slips.in_order,),
        ),
        Misconception(
            name="shuffled once",
            when=_each(lambda run: run.sizes == SIZES and _same(run.epochs)),
            hint="The order is drawn once and used in all epochs. Draw a new one inside the outer loop.",
            examples=(slips.shuffled_once,),
        ),
        Misconception(
            name="random numbers of its own",
            when=lambda runs: all(run.sizes == SIZES for run in runs) and _same([run.epochs[0] for run in runs]),
            hint="The order is the same for each of three seeds. Draw it from the `rng` handed in, not from a"
            " generator made inside.",
            examples=(slips.own_generator,),
        ),
    ),
)
