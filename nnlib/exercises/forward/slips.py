"""The network of exercise 1, its right numbers, and the numbers to which a slip leads.

All of them are read off the Trace of a real network, or made of it by leaving out or exchanging one
thing. So when a number is off, it can be said which thing it was.
"""

import numpy as np

from nnlib.activations import sigmoid, tanh
from nnlib.network import Network

INPUT = np.array([-1.0, 0.5])
NAMES = ("h1", "z_h2", "h2", "z_y", "y")  # in the order in which they are worked out
BEFORE = {"h1": "z_h1", "h2": "z_h2", "y": "z_y"}  # the sum that an output is made of
NEAR = 0.015  # a slip is recognised from this close: the numbers before it may be a little rounded


def given_network():
    """Return the network whose numbers are asked for, a new one at each call."""
    network = Network([2, 2, 1])
    hidden, output = network.layers
    hidden.weights, hidden.bias = [[-1.5, 1], [-0.5, -2]], [-0.5, 1]
    output.weights, output.bias = [[-1], [-2]], [0.5]
    return network


HIDDEN, OUTPUT = given_network().layers
TRACE = given_network().forward(INPUT)
Z_H, H = TRACE.sums[0][0], TRACE.outputs[0][0]
Z_Y, Y = TRACE.sums[1][0, 0], TRACE.output[0, 0]
RIGHT = {name: float(value) for name, value in zip(NAMES, (H[0], Z_H[1], H[1], Z_Y, Y))}


def into_h2(weights=HIDDEN.weights[:, 1], bias=HIDDEN.bias[1]):
    """Return the sum of h2, with other weights or another bias if wanted."""
    return INPUT @ weights + bias


def into_y(values=H, weights=OUTPUT.weights[:, 0], bias=OUTPUT.bias[0]):
    """Return the sum of y, with other values coming in, other weights or another bias if wanted."""
    return values @ weights + bias


BIAS_FORGOTTEN = {"z_h2": into_h2(bias=0), "z_y": into_y(bias=0)}
BIAS_TAKEN_AWAY = {"z_h2": into_h2(bias=-HIDDEN.bias[1]), "z_y": into_y(bias=-OUTPUT.bias[0])}
BIAS_OF_H1 = {"z_h2": into_h2(bias=HIDDEN.bias[0])}
BEND_FORGOTTEN = {"h1": Z_H[0], "h2": Z_H[1], "z_y": into_y(Z_H), "y": Z_Y}
OTHER_BEND = {"h1": sigmoid(Z_H[0]), "h2": sigmoid(Z_H[1]), "y": tanh(Z_Y)}
TRANSPOSED = {"z_h2": into_h2(HIDDEN.weights[1]), "z_y": into_y(H[::-1])}
WEIGHTS_OF_H1 = {"z_h2": into_h2(HIDDEN.weights[:, 0])}
SIGN_LOST = {
    "z_h2": into_h2(np.abs(HIDDEN.weights[:, 1])),
    "z_y": into_y(weights=np.abs(OUTPUT.weights[:, 0])),
}
VALUE_SIGN_LOST = {"h2": -H[1], "z_y": into_y(np.abs(H))}
EXPONENT_TURNED = {"y": 1 - Y}
LAYER_SKIPPED = {"z_y": into_y(INPUT)}
ROUNDED = {  # to one decimal, or to two where that is not enough
    "h1": [H[0].round(1)],
    "h2": [H[1].round(1)],
    "z_y": [into_y(H.round(1)), into_y(H.round(2))],
    "y": [Y.round(1), sigmoid(into_y(H.round(1)))],
}


def slipped(slip):
    """Make a test whether the number that is off is the one to which ``slip`` leads."""
    return lambda filled: filled.off in slip and abs(filled.given - slip[filled.off]) < NEAR


def rounded_early(filled):
    """Tell whether the number that is off is nearly right, or made of rounded ones."""
    near = abs(filled.given - RIGHT[filled.off]) < 2 * NEAR
    return near or any(abs(filled.given - one) < 1e-6 for one in ROUNDED.get(filled.off, ()))


def answers(slip):
    """Return an answer for each number of ``slip``: right before it, off there, blank after it."""
    return tuple(up_to(name, value) for name, value in slip.items())


def up_to(name, value):
    """Return an answer that is right before ``name``, has ``value`` there, and is blank after it."""
    place = NAMES.index(name)
    blank = dict.fromkeys(NAMES[place:], ...)
    return {one: RIGHT[one] for one in NAMES[:place]} | blank | {name: float(value)}
