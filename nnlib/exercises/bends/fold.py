"""Two layers without a bend, folded into one: its weights and its bias.

All numbers are quarters, so products and sums come out without rounding, in whatever order.
"""

import numpy as np

from nnlib.exercises.pairs import FIRST, SECOND, PairExercise, mistake_in

SIZES = ((2, 2, 1), (2, 2, 2), (3, 3, 3), (1, 4, 2), (3, 2, 4), (4, 3, 1), (2, 5, 2))  # inputs, hidden, outputs
PLAIN = (
    np.array([[1.0, 2.0], [0.0, -1.0]]), np.array([1.0, -2.0]),
    np.array([[2.0, 1.0], [1.0, 3.0]]), np.array([0.5, 0.0]),
)  # fmt: skip


def _layers(rng):
    """Yield (W1, b1, W2, b2): an easy one to read, then some of every size."""
    yield PLAIN
    for inputs, hidden, outputs in SIZES * 3:
        shapes = ((inputs, hidden), (hidden,), (hidden, outputs), (outputs,))
        yield tuple(rng.integers(-8, 9, size=shape) / 4 for shape in shapes)


def _weights(W1, b1, W2, b2):
    return W1 @ W2


def _bias(W1, b1, W2, b2):
    return b1 @ W2 + b2


collapse_layers = PairExercise(
    name="collapse_layers",
    title="Two layers in one",
    task="Two linear layers: the first hands on x @ W1 + b1, the second multiplies that by W2 and adds b2."
    " Write `collapse_layers(W1, b1, W2, b2)`: the weights W and the bias b of the one layer that does the"
    " same.",
    signature="collapse_layers(W1, b1, W2, b2)",
    halves=(("W", "a table of shape (inputs, outputs)"), ("b", "one number for each output")),
    oracle=lambda *layers: (_weights(*layers), _bias(*layers)),
    cases=lambda rng: list(_layers(rng)),
    hints=(
        "First W: leave the biases out. x goes through W1 and then through W2. Where can the brackets"
        " stand? Then b: take x = 0. The first layer hands on b1; what does the second make of that?",
        "(x @ W1) @ W2 is x @ (W1 @ W2): what stands in the second bracket has no x in it, and that is W."
        " For b, the second layer multiplies b1 by W2 like everything that it gets, and adds b2.",
    ),
    solution_code="""
def collapse_layers(W1, b1, W2, b2):
    W = W1 @ W2
    b = b1 @ W2 + b2
    return W, b
""",
    explanation=(
        "(x @ W1 + b1) @ W2 + b2, multiplied out, is x @ (W1 @ W2) + (b1 @ W2 + b2). What x is multiplied"
        " by is the table of weights, and what has no x in it is the bias. The shapes say the same:"
        " (inputs, hidden) times (hidden, outputs) is (inputs, outputs)."
    ),
    praise="One table and one bias, however many layers there were.",
    right=(
        lambda W1, b1, W2, b2: (W1 @ W2, b1 @ W2 + b2),
        lambda W1, b1, W2, b2: [np.einsum("ih,ho->io", W1, W2), b2 + W2.T @ b1],
        lambda W1, b1, W2, b2: ((W2.T @ W1.T).T, np.dot(b1, W2) + b2),
    ),
    misconceptions=(
        mistake_in(
            FIRST, "other order",
            "In W, W2 comes first here. x meets W1 first, and x stands on the left: so W1 is the left one.",
            lambda W1, b1, W2, b2: W2 @ W1, beside=_bias,
        ),
        mistake_in(
            FIRST, "entry by entry", "`*` multiplies entry by entry. A layer adds up products, which is the sign `@`.",
            lambda W1, b1, W2, b2: W1 * W2, beside=_bias,
        ),
        mistake_in(
            FIRST, "added", "The tables are added here. The second layer multiplies what the first one made of x.",
            lambda W1, b1, W2, b2: W1 + W2, beside=_bias,
        ),
        mistake_in(
            FIRST, "rows and columns swapped",
            "The numbers of W are right and stand on their side. Rows belong to inputs, columns to outputs.",
            lambda W1, b1, W2, b2: (W1 @ W2).T, beside=_bias,
        ),
        mistake_in(
            FIRST, "one layer dropped", "W is one of the two tables, and the other is dropped. Both layers change x.",
            lambda W1, b1, W2, b2: W2, lambda W1, b1, W2, b2: W1, beside=_bias,
        ),
        mistake_in(
            SECOND, "first bias forgotten",
            "The first layer has a bias too. It goes into the second layer with everything else.",
            lambda W1, b1, W2, b2: b2, beside=_weights,
        ),
        mistake_in(
            SECOND, "second bias forgotten",
            "b1 has gone through the second layer well. That layer adds a bias of its own.",
            lambda W1, b1, W2, b2: b1 @ W2, beside=_weights,
        ),
        mistake_in(
            SECOND, "biases added",
            "The biases are just added. b1 is added before the second layer, so W2 multiplies it.",
            lambda W1, b1, W2, b2: b1 + b2, lambda W1, b1, W2, b2: b1.sum() + b2, beside=_weights,
        ),
        mistake_in(
            SECOND, "bias in the other order",
            "In b, W2 stands on the left. b1 is what comes in, and what comes in stands on the left.",
            lambda W1, b1, W2, b2: W2 @ b1 + b2, beside=_weights,
        ),
        mistake_in(
            SECOND, "second bias multiplied too",
            "b2 is multiplied as well. It is added at the very end, when W2 has done its work.",
            lambda W1, b1, W2, b2: (b1 + b2) @ W2, beside=_weights,
        ),
        mistake_in(
            SECOND, "bias entry by entry",
            "In b, `*` multiplies entry by entry. b1 goes through the second layer as x would: with `@`.",
            lambda W1, b1, W2, b2: b1 * W2 + b2, beside=_weights,
        ),
    ),
)  # fmt: skip
