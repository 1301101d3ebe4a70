"""Without bends, many layers are one: this module writes that one down.

A linear layer multiplies by its weights and adds its bias. The next one does the same to the
result, and multiplying twice is multiplying once, by other numbers. So a network whose hidden
layers do not bend can be folded into a single layer that gives the same answers.
"""

import numpy as np

from nnlib import activations, checked
from nnlib.network import Network


def collapse(network):
    """Return a Network of one layer that computes the same as `network`.

    Raises ValueError when a hidden layer bends: then there is no such network.
    """
    if not isinstance(network, Network):
        raise TypeError(f"collapse got {checked.shown(network)}, but it takes a Network; try Network([2, 2, 1]).")
    *hidden, last = network.layers
    bent = [layer.activation for layer in hidden if layer.activation != activations.linear]
    if bent:
        raise ValueError(
            f"A hidden layer bends ({bent[0]}), so no single layer does the same. "
            "Try it after network.layers[0].activation = 'linear'."
        )
    one = Network([network.sizes[0], network.sizes[-1]], output=last.activation)
    one.parameters = np.concatenate([part.ravel() for part in _multiplied_out(network.layers)])
    return one


def _multiplied_out(layers):
    """Return the weights and the bias that all `layers` together come to.

    (x W + b) V + c is x (W V) + (b V + c).
    """
    weights, bias = layers[0].weights, layers[0].bias
    for layer in layers[1:]:
        weights, bias = weights @ layer.weights, bias @ layer.weights + layer.bias
    return weights, bias
