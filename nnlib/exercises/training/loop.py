"""Finish the training loop: shuffle, take a batch, find the slopes, take a step, to the last batch.

The check runs your loop with three seeds and looks at what it did to the network, not at how it is
written.
"""

from dataclasses import dataclass

from nnlib.exercises.exercise import Exercise
from nnlib.exercises.reading import WrongKind
from nnlib.exercises.training import slips
from nnlib.exercises.training.loop_mistakes import MISCONCEPTIONS
from nnlib.exercises.training.runs import BATCH, EXAMPLES, RATE, SEEDS, SIZES, run
from nnlib.exercises.words import describe, quote

SIGNATURE = "my_train(network, data, rate, batch, epochs, rng)"


@dataclass(kw_only=True, repr=False, eq=False)
class LoopExercise(Exercise):
    """Ask for a function that trains the network it is given; its reading is one Run for each seed."""

    variable: str
    first_move = "Write your lines in place of `...` and run the cell again."
    about_random = "The order comes from `np.random`, which all cells share. Draw it from the `rng` handed in."

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
        return all(self._is_complete(run) for run in runs)

    def _is_complete(self, run):
        return (
            run.error is None and run.went(RATE) and run.sizes == SIZES and run.is_ordered
            and run.drew and run.losses[1] < run.losses[0]
        )  # fmt: skip

    def _otherwise(self, runs):
        failed = next((run.error for run in runs if run.error is not None), None)
        if failed is not None:
            return (
                f"It stopped with {type(failed).__name__}: {quote(failed).rstrip('.')}. Try it on a network of"
                f" your own to see the line; the first line is `def {SIGNATURE}:`.",
            )
        if runs[0].sizes == SIZES:
            return (
                "The batches are as they should be; what is done with their slopes is not. Each step should"
                " take `rate` × the slopes away from `network.parameters`, no more and no less.",
            )
        return (
            f"With {EXAMPLES} examples and batches of {BATCH}, your updates were made from"
            f" {_listed(runs[0].sizes)} examples; {_listed(SIZES)} are due.",
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
    misconceptions=MISCONCEPTIONS,
)
