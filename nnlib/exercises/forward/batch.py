"""Forward propagation as you would write it: two layers, and as many examples as come.

The answers are compared with those of a real network that is given the same weights.
"""

import numpy as np

from nnlib.activations import sigmoid, tanh
from nnlib.exercises.code import CodeExercise
from nnlib.exercises.exercise import Misconception
from nnlib.exercises.forward import cases
from nnlib.network import Network


def _answers(X, W1, b1, W2, b2):
    """Return what a network of these numbers puts out, `(examples, outputs)`."""
    network = Network([*W1.shape, W2.shape[1]], hidden="tanh", output="sigmoid")
    network.layers[0].weights, network.layers[0].bias = W1, b1
    network.layers[1].weights, network.layers[1].bias = W2, b2
    return network.predict(X)


def _made_of(bend=tanh, last=sigmoid):
    """Return a forward with other bends than asked for."""
    return lambda X, W1, b1, W2, b2: last(bend(X @ W1 + b1) @ W2 + b2)


def _as_it_is(z):
    return z


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
    oracle=_answers,
    cases=cases.batches,
    hints=(
        "Two layers do the same thing, one after the other: products and sums with `@`, the bias,"
        " the bend. What goes into the second layer?",
        "The hidden layer is `H = tanh(X @ W1 + b1)`, shape (examples, hidden units). The last layer"
        " does the same to H, with its own numbers and with sigmoid.",
    ),
    solution_code="""
from nnlib.activations import sigmoid, tanh

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
        _made_of(),
        _one_by_one,
        lambda X, W1, b1, W2, b2: 1 / (1 + np.exp(-(np.tanh(X.dot(W1) + b1).dot(W2) + b2))),
        lambda X, W1, b1, W2, b2: [sigmoid(tanh(row @ W1 + b1) @ W2 + b2) for row in X],
    ),
    misconceptions=(
        Misconception(
            name="hidden bias forgotten",
            hint="Compare the two layers: in the hidden one a term of the sum is missing. Where does"
            " `b1` come in?",
            examples=(lambda X, W1, b1, W2, b2: sigmoid(tanh(X @ W1) @ W2 + b2),),
        ),
        Misconception(
            name="output bias forgotten",
            hint="The hidden layer is right. In the last one a term of the sum is missing. Where does"
            " `b2` come in?",
            examples=(lambda X, W1, b1, W2, b2: sigmoid(tanh(X @ W1 + b1) @ W2),),
        ),
        Misconception(
            name="no bias at all",
            hint="Products and bends are in place, but neither layer adds its bias.",
            examples=(lambda X, W1, b1, W2, b2: sigmoid(tanh(X @ W1) @ W2),),
        ),
        Misconception(
            name="hidden bend forgotten",
            hint="The hidden layer hands on its bare sums. Without the bend between them, two layers"
            " are worth no more than one.",
            examples=(_made_of(bend=_as_it_is),),
        ),
        Misconception(
            name="output bend forgotten",
            hint="These are the sums of the last layer, and they may be any number. One step is left:"
            " its bend.",
            examples=(_made_of(last=_as_it_is),),
        ),
        Misconception(
            name="no bend at all",
            hint="Both layers hand on bare sums. Each has a bend: tanh in the hidden layer, sigmoid"
            " in the last.",
            examples=(_made_of(bend=_as_it_is, last=_as_it_is),),
        ),
        Misconception(
            name="the other bend",
            hint="Each layer has a bend, but not its own: tanh belongs to the hidden layer, sigmoid"
            " to the last.",
            examples=(
                _made_of(bend=sigmoid, last=tanh),
                _made_of(bend=sigmoid),
                _made_of(last=tanh),
            ),
        ),
        Misconception(
            name="the bend before the bias",
            hint="The bias joins the sum before the bend, not after it: a unit bends the whole sum.",
            examples=(
                lambda X, W1, b1, W2, b2: sigmoid(tanh(X @ W1) @ W2) + b2,
                lambda X, W1, b1, W2, b2: sigmoid((tanh(X @ W1) + b1) @ W2 + b2),
                lambda X, W1, b1, W2, b2: sigmoid((tanh(X @ W1) + b1) @ W2) + b2,
            ),
        ),
        Misconception(
            name="transposed weights",
            hint="The weights are transposed. In `W1` the row is where a weight comes from and the"
            " column where it leads, so `X @ W1` fits as it stands: (examples, features) @ (features,"
            " hidden units).",
            examples=(
                lambda X, W1, b1, W2, b2: sigmoid(tanh(X @ W1.T + b1) @ W2 + b2),
                lambda X, W1, b1, W2, b2: sigmoid(tanh(X @ W1.T + b1) @ W2.T + b2),
                lambda X, W1, b1, W2, b2: sigmoid(tanh(W1 @ X.T + b1).T @ W2 + b2),
            ),
        ),
        Misconception(
            name="order of the product",
            hint="In `W1 @ X` the rows of weights meet the columns of X. The examples come first:"
            " `X @ W1`.",
            examples=(
                lambda X, W1, b1, W2, b2: sigmoid(W2 @ tanh(W1 @ X + b1) + b2),
                lambda X, W1, b1, W2, b2: sigmoid(tanh(W1 @ X + b1) @ W2 + b2),
            ),
        ),
        Misconception(
            name="entry by entry",
            hint="`*` multiplies entry by entry and adds nothing up. Every row of X has to meet every"
            " column of the weights: that is `@`.",
            examples=(
                lambda X, W1, b1, W2, b2: sigmoid(tanh(X * W1 + b1) * W2 + b2),
                lambda X, W1, b1, W2, b2: sigmoid(tanh(X * W1 + b1) @ W2 + b2),
                lambda X, W1, b1, W2, b2: sigmoid(tanh(X @ W1 + b1) * W2 + b2),
            ),
        ),
        Misconception(
            name="first row only",
            hint="Only the first example got through. Every row of X is an example of its own.",
            examples=(
                lambda X, W1, b1, W2, b2: sigmoid(tanh(X[0] @ W1 + b1) @ W2 + b2),
                lambda X, W1, b1, W2, b2: sigmoid(tanh(X[:1] @ W1 + b1) @ W2 + b2),
            ),
        ),
        Misconception(
            name="one answer for the whole batch",
            hint="The examples were added up or averaged on the way. They only travel together: each"
            " row gets an answer of its own.",
            examples=(
                lambda X, W1, b1, W2, b2: sigmoid(tanh(X @ W1 + b1) @ W2 + b2).mean(axis=0),
                lambda X, W1, b1, W2, b2: sigmoid(tanh(X @ W1 + b1) @ W2 + b2).sum(axis=0),
                lambda X, W1, b1, W2, b2: sigmoid(tanh(X.sum(axis=0) @ W1 + b1) @ W2 + b2),
                lambda X, W1, b1, W2, b2: sigmoid(tanh(X.mean(axis=0) @ W1 + b1) @ W2 + b2),
            ),
        ),
        Misconception(
            name="hidden layer only",
            hint="This stops at the hidden layer. There is one more layer after it.",
            examples=(
                lambda X, W1, b1, W2, b2: tanh(X @ W1 + b1),
                lambda X, W1, b1, W2, b2: X @ W1 + b1,
                lambda X, W1, b1, W2, b2: sigmoid(X @ W1 + b1),
            ),
        ),
        Misconception(
            name="decided already",
            hint="This gives 0 or 1. The network hands on the output itself, anything between 0 and"
            " 1; deciding comes later, if at all.",
            examples=(lambda X, W1, b1, W2, b2: sigmoid(tanh(X @ W1 + b1) @ W2 + b2) >= 0.5,),
        ),
        Misconception(
            name="flattened",
            hint="The numbers are right, but they stand in one flat list. Keep a row for each example"
            " and a column for each output, also where there is one column only.",
            examples=(
                lambda X, W1, b1, W2, b2: sigmoid(tanh(X @ W1 + b1) @ W2 + b2).ravel(),
                lambda X, W1, b1, W2, b2: sigmoid(tanh(X @ W1 + b1) @ W2 + b2).squeeze(),
            ),
        ),
        Misconception(
            name="another network's numbers",
            when=cases.ignores_an_argument,
            hint="The answers stay the same when other weights or another bias come in. Use the ones"
            " handed in, not those of a network in the notebook.",
            examples=(
                lambda X, W1, b1, W2, b2: _answers(X, *cases.HIDDEN, *cases.LAST),
                lambda X, W1, b1, W2, b2: sigmoid(tanh(X @ cases.HIDDEN[0] + b1) @ W2 + b2),
            ),
        ),
    ),
)
