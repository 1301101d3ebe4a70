"""The network of exercise 2, from nine numbers to what it answers on the four points of XOR.

It is a real network with tanh units and a sigmoid at the end, so the check and the picture never
disagree. A point counts as class 1 from an output of 0.5 on, which is where the sum of y is 0 or
more.
"""

import numpy as np

from nnlib.data import gate, labels
from nnlib.network import Network

NAMES = (  # in the order of the network's parameters
    "w_x1_h1", "w_x1_h2", "w_x2_h1", "w_x2_h2", "b_h1", "b_h2", "w_h1_y", "w_h2_y", "b_y",
)  # fmt: skip
XOR = gate("XOR")
WANTED = XOR.labels
ROWS = ("(0, 0)", "(0, 1)", "(1, 0)", "(1, 1)")
KIND = repr(Network([2, 2, 1]))


def two_alike():
    """Return the network to begin with, a new one at each call: two hidden units that do the same."""
    return network_of(dict(zip(NAMES, [1, 1, 1, 1, -0.5, -0.5, 1, 1, 0])))


def network_of(state):
    """Return the network that the state of a lab describes."""
    network = Network([2, 2, 1])
    network.parameters = [state[name] for name in NAMES]
    return network


def sums(state):
    """Return the sum of y on the four rows, `(4,)`."""
    return network_of(state).forward(XOR.inputs).sums[-1][:, 0]


def answers(state):
    """Return the class the network gives to each of the four rows, 0 or 1, `(4,)`."""
    return labels(network_of(state).predict(XOR.inputs))


def does_xor(state):
    """Tell whether all four rows are right, with sums that are ordinary numbers."""
    right = np.array_equal(answers(state), WANTED) and np.isfinite(sums(state)).all()
    return state["network"] == KIND and right


def gap(state):
    """Return the least sum where XOR wants 1, and the largest where it wants 0."""
    found = sums(state)
    return found[WANTED == 1].min(), found[WANTED == 0].max()


def turned(state):
    """Return the state with the opposite sum of y on every row."""
    return state | {name: -state[name] for name in ("w_h1_y", "w_h2_y", "b_y")}


def state_of(*numbers):
    """Return the state of a lab that shows these nine numbers."""
    return dict(zip(NAMES, map(float, numbers))) | {"network": KIND}
