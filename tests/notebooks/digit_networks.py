"""The networks of notebook 09, trained by its recipe, and its digits moved by a pixel.

The recipe: Network([64, 16, 10]) with tanh and softmax, Adam with rate 0.01, batches of 32, 25 epochs,
l2 = 0.0001, one start seed for weights and order.
"""

import numpy as np

from nnlib import Adam, Data, Network, data, train
from nnlib.handwriting import shifted

SEEDS = range(4)
RIGHT, LEFT, UP, DOWN = (0, 1), (0, -1), (-1, 0), (1, 0)


def trained(split, seed=0, sizes=(64, 16, 10), start=None):
    """Train a network by the recipe of the notebook."""
    network = Network(list(sizes), seed=seed)
    if start is not None:
        for layer in network.layers:
            layer.weights[:] = start
    return trained_on(data.digits(split)[0], network, seed)


def trained_on(training, network=None, seed=0, epochs=25):
    """Train a network, by default the notebook's, on these digits."""
    network = network or Network([64, 16, 10], seed=seed)
    for _ in train(network, training, Adam(0.01), batch=32, epochs=epochs, seed=seed, l2=0.0001):
        pass
    return network


def joined(parts):
    """Make one Data of several."""
    return Data(np.vstack([part.inputs for part in parts]), np.vstack([part.targets for part in parts]))


def moved(digits, down, right):
    """Move every picture by whole pixels."""
    pictures = [shifted(inputs.reshape(8, 8), down, right).ravel() for inputs in digits.inputs]
    return Data(pictures, digits.targets)
