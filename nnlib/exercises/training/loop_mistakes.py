"""How training loops go wrong, and the hint for each: what the check of `my_train` looks for."""

import numpy as np

from nnlib.exercises.exercise import Misconception
from nnlib.exercises.training import slips
from nnlib.exercises.training.runs import BATCH, EPOCHS, EXAMPLES, RATE, SIZES, same


def _each(condition):
    """Make a recogniser: true when the condition holds for every run."""
    return lambda runs: all(run.error is None and run.updates and condition(run) for run in runs)


def _stopped(error, words):
    """Make a recogniser: true when every run stopped with this kind of error, and these words in it."""
    return lambda runs: all(type(run.error).__name__ == error and words in str(run.error) for run in runs)


def _went_any(run, *lengths):
    return any(run.went(each) for each in lengths)


def _holds_the_first_few(run):
    """Tell whether the first update was made from the first few rows, in whatever order."""
    rows = np.sort(run.updates[0].rows) if run.updates else []
    return 1 < len(rows) < EXAMPLES and np.array_equal(rows, np.arange(len(rows)))


MISCONCEPTIONS = (
    Misconception(
        name="a generator that nobody runs",
        when=lambda runs: all(run.yields for run in runs),
        hint="Nothing has run: what comes back is a generator, which works only while somebody loops over it, as"
        " over `train`. Here the function does the work itself: leave `yield` out.",
        examples=(slips.yielding, slips.train_not_run),
    ),
    Misconception(
        name="nothing subtracted",
        when=lambda runs: all(run.error is None and run.asked and not run.moved for run in runs),
        hint="The slopes are found, but `network.parameters` stays as it was. Take `rate` × the slopes away"
        " from it, with `-=`.",
        examples=(slips.not_kept,),
    ),
    Misconception(
        name="shuffle gives nothing back",
        when=_stopped("TypeError", "'NoneType' object is not subscriptable"),
        hint="There is nothing to slice: the order is None. `rng.shuffle` shuffles what it is given and gives"
        " nothing back; `rng.permutation` gives the order.",
        examples=(slips.shuffled_to_none,),
    ),
    Misconception(
        name="data shuffled, not row numbers",
        when=lambda runs: _stopped("AxisError", "")(runs) or _stopped("IndexError", "arrays used as indices")(runs),
        hint="The data itself cannot be shuffled here. Shuffle the numbers of its rows; there are `len(data)`.",
        examples=(slips.data_permuted, slips.inputs_permuted),
    ),
    Misconception(
        name="order too short",
        when=lambda runs: _stopped("ValueError", "no example")(runs) and all(map(_holds_the_first_few, runs))
        and any(np.diff(run.updates[0].rows).min() < 0 for run in runs),
        hint="The order is too short: it needs all row numbers, `rng.permutation(len(data))`.",
        examples=(slips.order_of_a_batch, slips.order_of_epochs),
    ),
    Misconception(
        name="slice ends at batch",
        when=_stopped("ValueError", "no example"),
        hint="A batch came out empty. A slice goes from its first place to its second, and the second is a"
        " place, too, not a length: it has to lie `batch` behind `start`.",
        examples=(slips.ends_at_batch,),
    ),
    Misconception(
        name="slice one too short",
        when=_each(lambda run: max(run.sizes) == BATCH - 1),
        hint="Each batch is one example short. A slice leaves its end out by itself, as `range` does.",
        examples=(slips.one_too_short,),
    ),
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
        when=_each(lambda run: set(run.sizes) != {1} and _went_any(run, RATE * np.array(run.sizes), RATE * BATCH)),
        hint="The slopes of the examples are added up, so a step is as many times too long as the batch has examples."
        " Take their mean; `backward` has done so already.",
        examples=(slips.summed, slips.summed_one_by_one, slips.times_batch),
    ),
    Misconception(
        name="divided twice",
        when=_each(lambda run: set(run.sizes) != {1} and _went_any(run, RATE / np.array(run.sizes), RATE / BATCH)),
        hint="The slopes are divided by the size of the batch. But `backward` gives the mean over the batch"
        " already; it need not be divided again.",
        examples=(slips.divided_twice, slips.divided_by_batch),
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
        " batches, and take a step after each, inside the inner loop.",
        examples=(slips.whole_epochs, slips.added_up),
    ),
    Misconception(
        name="step behind the inner loop",
        when=_each(lambda run: run.sizes == [EXAMPLES % BATCH] * EPOCHS),
        hint="Only the last batch of each epoch makes a step: the line that moves `network.parameters` stands"
        " behind the inner loop. Indent it, so that it belongs to every batch.",
        examples=(slips.outdented,),
    ),
    Misconception(
        name="slice without an end",
        when=_each(lambda run: len(run.sizes) == len(SIZES) and max(run.sizes) == EXAMPLES),
        hint="The first batch of an epoch holds all examples already. Cut `batch` of them out of the order: a"
        " slice has a first place and an end.",
        examples=(slips.without_end, slips.not_cut),
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
        when=_each(lambda run: run.sizes == SIZES and not run.is_whole),
        hint="Some examples come twice in one epoch and others not at all. Shuffle all of them once, then"
        " go through that order.",
        examples=(slips.with_repeats,),
    ),
    Misconception(
        name="never shuffled",
        when=_each(lambda run: same([np.arange(EXAMPLES), *run.epochs])),
        hint="Every epoch goes through the examples in the order in which they are stored. Draw a new"
        " order from `rng`.",
        examples=(slips.in_order,),
    ),
    Misconception(
        name="shuffled once",
        when=_each(lambda run: run.sizes == SIZES and same(run.epochs)),
        hint="The order is drawn once and used in all epochs. Draw a new one inside the outer loop.",
        examples=(slips.shuffled_once,),
    ),
    Misconception(
        name="random numbers of its own",
        when=_each(lambda run: run.sizes == SIZES and not run.drew),
        hint="Whoever hands in `rng` wants the same run again for the same seed, but the order comes from elsewhere."
        " Draw it from the `rng` handed in, not from `np.random` or a generator made inside.",
        examples=(slips.own_generator, slips.unseeded_generator, slips.seed_of_train),
    ),
)
