"""Two layers without a bend, folded into one: first the weights, then the bias.

All numbers are quarters, so products and sums come out without rounding, in whatever order.
"""

import numpy as np

from nnlib.exercises.code import CodeExercise
from nnlib.exercises.exercise import Misconception

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


collapse_weights = CodeExercise(
    name="collapse_weights",
    title="Two tables of weights in one",
    task="Two linear layers: the first hands on x @ W1 + b1, the second multiplies that by W2 and adds b2."
    " Write `collapse_weights(W1, W2)`: the weights of the one layer that does the same.",
    signature="collapse_weights(W1, W2)",
    returns="a table of shape (inputs, outputs)",
    oracle=lambda W1, W2: W1 @ W2,
    cases=lambda rng: [(W1, W2) for W1, _, W2, _ in _layers(rng)],
    hints=(
        "Leave the biases out for a moment. x goes through W1 and then through W2. Where can the brackets"
        " stand?",
        "(x @ W1) @ W2 is x @ (W1 @ W2): what stands in the second bracket has no x in it.",
    ),
    solution_code="""
def collapse_weights(W1, W2):
    return W1 @ W2
""",
    explanation=(
        "In a product of tables the brackets may move, so the two tables can be multiplied before any x is"
        " there. The shapes say the same: (inputs, hidden) times (hidden, outputs) is (inputs, outputs)."
    ),
    praise="One table, however many there were.",
    right=(
        lambda W1, W2: W1 @ W2,
        np.dot,
        lambda W1, W2: np.einsum("ih,ho->io", W1, W2),
        lambda W1, W2: (W2.T @ W1.T).T,
    ),
    misconceptions=(
        Misconception(
            name="other order",
            hint="W2 comes first here. x meets W1 first, and x stands on the left: so W1 is the left one.",
            examples=(lambda W1, W2: W2 @ W1,),
        ),
        Misconception(
            name="entry by entry",
            hint="`*` multiplies entry by entry. A layer adds up products, which is the sign `@`.",
            examples=(lambda W1, W2: W1 * W2,),
        ),
        Misconception(
            name="added",
            hint="The tables are added here. The second layer multiplies what the first one made of x.",
            examples=(lambda W1, W2: W1 + W2,),
        ),
        Misconception(
            name="rows and columns swapped",
            hint="The numbers are right and stand on their side. Rows belong to inputs, columns to outputs.",
            examples=(lambda W1, W2: (W1 @ W2).T, lambda W1, W2: W2.T @ W1.T),
        ),
        Misconception(
            name="one layer dropped",
            hint="This keeps one of the two tables and drops the other. Both layers change x.",
            examples=(lambda W1, W2: W2, lambda W1, W2: W1),
        ),
    ),
)


collapse_bias = CodeExercise(
    name="collapse_bias",
    title="And one bias",
    task="Write `collapse_bias(b1, W2, b2)`: the bias of that one layer.",
    signature="collapse_bias(b1, W2, b2)",
    returns="one number for each output",
    oracle=lambda b1, W2, b2: b1 @ W2 + b2,
    cases=lambda rng: [(b1, W2, b2) for _, b1, W2, b2 in _layers(rng)],
    hints=(
        "Take x = 0. The first layer hands on b1 then. What does the second layer make of that?",
        "The second layer multiplies by W2 whatever it gets, b1 included, and adds b2.",
    ),
    solution_code="""
def collapse_bias(b1, W2, b2):
    return b1 @ W2 + b2
""",
    explanation=(
        "(x @ W1 + b1) @ W2 + b2, multiplied out, is x @ (W1 @ W2) + (b1 @ W2 + b2). What has no x in it is"
        " the bias."
    ),
    praise="The first bias goes through the second layer like everything else.",
    right=(
        lambda b1, W2, b2: b1 @ W2 + b2,
        lambda b1, W2, b2: b2 + W2.T @ b1,
    ),
    misconceptions=(
        Misconception(
            name="first bias forgotten",
            hint="The first layer has a bias too. It goes into the second layer with everything else.",
            examples=(lambda b1, W2, b2: b2, lambda b1, W2, b2: 1.0 * b2),
        ),
        Misconception(
            name="second bias forgotten",
            hint="b1 has gone through the second layer well. That layer adds a bias of its own.",
            examples=(lambda b1, W2, b2: b1 @ W2,),
        ),
        Misconception(
            name="biases added",
            hint="The biases are just added. b1 is added before the second layer, so W2 multiplies it.",
            examples=(lambda b1, W2, b2: b1 + b2, lambda b1, W2, b2: b1.sum() + b2),
        ),
        Misconception(
            name="other order",
            hint="W2 stands on the left here. b1 is what comes in, and what comes in stands on the left.",
            examples=(lambda b1, W2, b2: W2 @ b1 + b2,),
        ),
        Misconception(
            name="second bias multiplied too",
            hint="b2 is multiplied as well. It is added at the very end, when W2 has done its work.",
            examples=(lambda b1, W2, b2: b1 @ W2 + b2.sum(), lambda b1, W2, b2: (b1.sum() + b2.sum()) * W2[0]),
        ),
    ),
)
