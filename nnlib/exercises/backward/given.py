"""The network of exercise 1, its three slopes, and the numbers to which a slip leads.

The slopes are those that the network's own `backward` returns. A slip is made of the same factors,
with one of them left out or exchanged. So when a slope is off, it can be said which factor it was.
"""

import numpy as np

from nnlib.network import Network

INPUT, TARGET = np.array([1.5, -1.0]), 1.0
LOSS = "squared error"
NAMES = ("w_h1_y", "w_x1_h1", "b_h2")  # in the order in which they are worked out
NEAR = 0.006  # a slip is recognised from this close: its factors may be a little rounded


def given_network():
    """Return the network whose slopes are asked for, a new one at each call."""
    network = Network([2, 2, 1])
    hidden, output = network.layers
    hidden.weights, hidden.bias = [[1, 1], [1, 0.5]], [0.5, -1.5]
    output.weights, output.bias = [[-2], [-1.5]], [-0.5]
    return network


NETWORK = given_network()
TRACE = NETWORK.forward(INPUT)
GRADIENTS = NETWORK.backward(TRACE, [[TARGET]], LOSS)

X1, X2 = INPUT
(H1, H2), Y = TRACE.outputs[0][0], TRACE.output[0, 0]
WEIGHT_1, WEIGHT_2 = NETWORK.layers[1].weights[:, 0]  # from h1 and h2 to y
OUTPUT_BLAME = GRADIENTS.layers[1].outputs[0, 0]  # 2 (y - t)
BEND_Y, BEND_1, BEND_2 = Y * (1 - Y), 1 - H1**2, 1 - H2**2
SUM_BLAME = GRADIENTS.layers[1].sums[0, 0]  # of y
BLAME_1, BLAME_2 = GRADIENTS.layers[0].sums[0]  # of the sums of h1 and h2

RIGHT = {
    "w_h1_y": float(GRADIENTS.layers[1].weights[0, 0]),
    "w_x1_h1": float(GRADIENTS.layers[0].weights[0, 0]),
    "b_h2": float(GRADIENTS.layers[0].bias[1]),
}

TWO_FORGOTTEN = {"w_h1_y": RIGHT["w_h1_y"] / 2}
SIGN_TURNED = {name: -slope for name, slope in RIGHT.items()}
BLAME_OF_CROSS_ENTROPY = {"w_h1_y": OUTPUT_BLAME / 2 * H1}
BEND_OF_Y_FORGOTTEN = {"w_h1_y": OUTPUT_BLAME * H1}
BEND_OF_H_FORGOTTEN = {"w_x1_h1": SUM_BLAME * WEIGHT_1 * X1, "b_h2": SUM_BLAME * WEIGHT_2}
BEND_OF_ANOTHER = {  # at b_h2 nobody takes it who took the right one at w_x1_h1
    "w_h1_y": OUTPUT_BLAME * (1 - Y**2) * H1,
    "w_x1_h1": SUM_BLAME * WEIGHT_1 * H1 * (1 - H1) * X1,
}
SQUARE_NEGATIVE = {"b_h2": SUM_BLAME * WEIGHT_2 * (1 + H2**2)}  # 1 − −0.46², as some calculators take it
SLOPE_CARRIED_ON = {"w_x1_h1": RIGHT["w_h1_y"] * WEIGHT_1 * BEND_1 * X1}
VALUE_AT_THE_END = {"w_h1_y": SUM_BLAME * Y, "w_x1_h1": BLAME_1 * H1, "b_h2": BLAME_2 * H2}
VALUE_FORGOTTEN = {"w_h1_y": SUM_BLAME, "w_x1_h1": BLAME_1}
WEIGHT_FORGOTTEN = {"w_x1_h1": SUM_BLAME * BEND_1 * X1, "b_h2": SUM_BLAME * BEND_2}
WAY_BACK_FORGOTTEN = {"w_x1_h1": SUM_BLAME * X1, "b_h2": SUM_BLAME}
SUM_BLAME_ONLY = {"w_x1_h1": SUM_BLAME}
WEIGHT_AS_VALUE = {"w_h1_y": SUM_BLAME * WEIGHT_1}
OTHER_UNIT = {"w_h1_y": SUM_BLAME * H2, "w_x1_h1": BLAME_2 * X1, "b_h2": BLAME_1}
OTHER_BEND_FACTOR = {
    "w_x1_h1": SUM_BLAME * WEIGHT_1 * BEND_2 * X1, "b_h2": SUM_BLAME * WEIGHT_2 * BEND_1
}  # fmt: skip
OTHER_WEIGHT = {"b_h2": SUM_BLAME * WEIGHT_1 * BEND_2}
OTHER_INPUT = {"w_x1_h1": BLAME_1 * X2, "b_h2": BLAME_2 * X1}
OUTPUT_BLAME_ONLY = {"w_h1_y": OUTPUT_BLAME}
GAP_ONLY = {"w_h1_y": Y - TARGET}


def slipped(*slips, near=NEAR):
    """Make a test whether the slope that is off is one to which any of ``slips`` leads."""
    return lambda filled: any(
        filled.off in slip and abs(filled.given - slip[filled.off]) < near for slip in slips
    )


def answers(*slips):
    """Return an answer for each slope of ``slips``: right before it, off there, blank after it."""
    return tuple(up_to(name, value) for slip in slips for name, value in slip.items())


def up_to(name, value):
    """Return an answer that is right before ``name``, has ``value`` there, and is blank after it."""
    place = NAMES.index(name)
    blank = dict.fromkeys(NAMES[place:], ...)
    return {one: RIGHT[one] for one in NAMES[:place]} | blank | {name: float(value)}
