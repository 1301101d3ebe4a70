"""What can go wrong in a batch forward: functions that make one mistake each, and what to say to it.

A learner's function that gives the same answers as one of these makes the same mistake.
"""

from nnlib.activations import relu, sigmoid, softmax, tanh
from nnlib.exercises.exercise import Misconception
from nnlib.exercises.forward import cases
from nnlib.network import Network


def answers(X, W1, b1, W2, b2):
    """Return what a network of these numbers puts out, `(examples, outputs)`."""
    network = Network([*W1.shape, W2.shape[1]], hidden="tanh", output="sigmoid")
    network.layers[0].weights, network.layers[0].bias = W1, b1
    network.layers[1].weights, network.layers[1].bias = W2, b2
    return network.predict(X)


def made_of(bend=tanh, last=sigmoid):
    """Return a forward with other bends than asked for."""
    return lambda X, W1, b1, W2, b2: last(bend(X @ W1 + b1) @ W2 + b2)


def as_it_is(z):
    return z


def _ends_like_a_network(X, W1, b1, W2, b2):
    """Take the last bend that a Network takes unless told otherwise: a softmax for several outputs."""
    return made_of(last=sigmoid if len(b2) == 1 else softmax)(X, W1, b1, W2, b2)


MISCONCEPTIONS = (
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
        examples=(made_of(bend=as_it_is),),
    ),
    Misconception(
        name="output bend forgotten",
        hint="These are the sums of the last layer, and they may be any number. One step is left:"
        " its bend.",
        examples=(made_of(last=as_it_is),),
    ),
    Misconception(
        name="no bend at all",
        hint="Both layers hand on bare sums. Each has a bend: tanh in the hidden layer, sigmoid"
        " in the last.",
        examples=(made_of(bend=as_it_is, last=as_it_is),),
    ),
    Misconception(
        name="the other bend",
        hint="Each layer has a bend, but not its own: tanh belongs to the hidden layer, sigmoid"
        " to the last.",
        examples=(
            made_of(bend=sigmoid, last=tanh),
            made_of(bend=sigmoid),
            made_of(last=tanh),
            made_of(bend=relu),
        ),
    ),
    Misconception(
        name="a softmax at the end",
        hint="With one output this comes out right, or is 1 throughout; with several, each row adds up to 1."
        " That is a softmax. Here every output has a sigmoid of its own.",
        examples=(made_of(last=softmax), _ends_like_a_network),
    ),
    Misconception(
        name="bias taken away",
        hint="The bias is added, with the sign it has. It is no threshold that is taken away.",
        examples=(
            lambda X, W1, b1, W2, b2: sigmoid(tanh(X @ W1 - b1) @ W2 - b2),
            lambda X, W1, b1, W2, b2: sigmoid(tanh(X @ W1 - b1) @ W2 + b2),
            lambda X, W1, b1, W2, b2: sigmoid(tanh(X @ W1 + b1) @ W2 - b2),
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
        name="hidden layer skipped",
        hint="The inputs go straight into the last layer here. It takes what the hidden layer hands on: H, not X.",
        examples=(
            lambda X, W1, b1, W2, b2: sigmoid(X @ W2 + b2),
            lambda X, W1, b1, W2, b2: sigmoid(tanh(X) @ W2 + b2),
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
            lambda X, W1, b1, W2, b2: answers(X, *cases.HIDDEN, *cases.LAST),
            lambda X, W1, b1, W2, b2: sigmoid(tanh(X @ cases.HIDDEN[0] + b1) @ W2 + b2),
        ),
    ),
)
