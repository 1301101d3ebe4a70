"""Forward propagation as you would write it: two layers, and as many examples as come.

The answers are compared with those of a real network that is given the same weights.
"""

import numpy as np

from nnlib.activations import sigmoid, tanh
from nnlib.exercises.code import CodeExercise
from nnlib.exercises.forward import cases
from nnlib.exercises.forward.batch_slips import MISCONCEPTIONS, answers, made_of


def _one_by_one(X, W1, b1, W2, b2):
    """Take one row after the other; numpy has no part in it but the bends."""
    rows = []
    for row in X:
        hidden = [tanh(sum(row * W1[:, j]) + b1[j]) for j in range(len(b1))]
        rows.append([sigmoid(sum(hidden * W2[:, k]) + b2[k]) for k in range(len(b2))])
    return rows


forward = CodeExercise(
    name="forward",
    title="A whole batch forward",
    task="Write `forward(X, W1, b1, W2, b2)`: `X` holds one example in each row, `W1` and `b1` belong"
    " to the hidden layer, whose bend is tanh, `W2` and `b2` to the last, whose bend is sigmoid."
    " Return one row of outputs for each example.",
    signature="forward(X, W1, b1, W2, b2)",
    returns="one row of outputs for each example, shape (examples, outputs),",
    oracle=answers,
    cases=cases.batches,
    hints=(
        "Two layers do the same thing, one after the other: products and sums with `@`, the bias,"
        " the bend. What goes into the second layer?",
        "The hidden layer is `H = tanh(X @ W1 + b1)`, shape (examples, hidden units). The last layer"
        " does the same to H, with its own numbers and with sigmoid.",
    ),
    solution_code="""
from nnlib.activations import relu, sigmoid, softmax, tanh

def forward(X, W1, b1, W2, b2):
    H = tanh(X @ W1 + b1)
    return sigmoid(H @ W2 + b2)
""",
    explanation=(
        "`X @ W1` has shape (examples, hidden units): every row of X has met every column of W1. The"
        " bias, shape (hidden units,), joins every row by itself. Then the bend, entry by entry. The"
        " last layer does the same with what the hidden layer handed on. One example or a thousand:"
        " the same two lines, and no loop."
    ),
    praise="Two lines, any number of examples: the heart of every feed-forward network.",
    right=(
        made_of(),
        _one_by_one,
        lambda X, W1, b1, W2, b2: 1 / (1 + np.exp(-(np.tanh(X.dot(W1) + b1).dot(W2) + b2))),
        lambda X, W1, b1, W2, b2: [sigmoid(tanh(row @ W1 + b1) @ W2 + b2) for row in X],
    ),
    misconceptions=MISCONCEPTIONS,
)
