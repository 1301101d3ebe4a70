"""Three training steps that look alike. Each works, runs to the end, and has one bug planted in it.

A step takes a Network, examples and targets, and returns the slopes it found and the parameters it
would move to; the network itself stays as it is. Please do not read on before you have found the
bugs by experiments: what follows gives them away.
"""

from types import MappingProxyType
from typing import NamedTuple

import numpy as np


class Step(NamedTuple):
    """Hold what a training step found: the flat slopes, and the flat parameters after its update."""

    slopes: np.ndarray
    parameters: np.ndarray


def sums_up(network, inputs, targets, rate=0.1):
    """Take a Step that adds the examples' slopes up, and never divides by how many there are."""
    trace = network.forward(inputs)
    blame = blame_of_last_sums(network, trace, targets)
    slopes = walk_back(network, trace, blame, through_bend)
    return Step(slopes, network.parameters - rate * slopes)


def skips_bends(network, inputs, targets, rate=0.1):
    """Take a Step that hands the blame of a hidden unit’s output to its sum as it is."""
    trace = network.forward(inputs)
    blame = blame_of_last_sums(network, trace, targets) / len(trace)
    slopes = walk_back(network, trace, blame, lambda activation, z, a, blame: blame)
    return Step(slopes, network.parameters - rate * slopes)


def goes_uphill(network, inputs, targets, rate=0.1):
    """Take a Step that adds rate × slope where it should subtract it."""
    trace = network.forward(inputs)
    blame = blame_of_last_sums(network, trace, targets) / len(trace)
    slopes = walk_back(network, trace, blame, through_bend)
    return Step(slopes, network.parameters + rate * slopes)


def blame_of_last_sums(network, trace, targets):
    """Return the slope of each example's own loss for its last sums, `(examples, outputs)`.

    The loss is the one that suits the network. With a sigmoid or softmax at the end the product of
    its slope and the bend factor comes to output - target, see nnlib.losses.
    """
    loss, last = network.suitable(), network.layers[-1].activation
    targets = network.fit_targets(targets, len(trace))
    if loss.partner:
        return trace.output - targets
    return last.backward(trace.sums[-1], trace.output, loss.each_slope(trace.output, targets))


def walk_back(network, trace, blame, through):
    """Return the flat slopes, given the blame of the last sums.

    `through(activation, z, a, blame)` carries the blame of outputs a back to their sums z.
    """
    slopes = []
    for i, layer in reversed(list(enumerate(network.layers))):
        slopes = [(trace.into(i).T @ blame).ravel(), blame.sum(axis=0), *slopes]
        if i > 0:
            before = network.layers[i - 1].activation
            blame = through(before, trace.sums[i - 1], trace.outputs[i - 1], blame @ layer.weights.T)
    return np.concatenate(slopes)


def through_bend(activation, z, a, blame):
    """Multiply the blame by the bend factor."""
    return activation.backward(z, a, blame)


bugs = MappingProxyType({"A": sums_up, "B": skips_bends, "C": goes_uphill})
