"""nnlib: neural networks in plain numpy, small enough to read.

Start with `activations` and `losses`, then `network` and `training`: a page each, and together
they are everything a network does. The pictures (`nnlib.live`, `nnlib.explore`) and the
exercises are built on top and are imported only when a notebook asks for them.
"""

import os

# The matrices of this course are small: sharing one product between several threads takes longer
# than the product, 10 to 20 times longer on a busy machine. numpy reads this when it is imported.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from nnlib import activations, data, gradcheck, losses
from nnlib.data import Data
from nnlib.network import Network
from nnlib.optimizers import SGD, Adam, Momentum
from nnlib.perceptron import Perceptron, learn
from nnlib.training import accuracy, train

__version__ = "0.1.0"

__all__ = [
    "Adam",
    "Data",
    "Momentum",
    "Network",
    "Perceptron",
    "SGD",
    "accuracy",
    "activations",
    "data",
    "gradcheck",
    "learn",
    "losses",
    "train",
]
