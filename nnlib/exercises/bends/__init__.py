"""The exercises of notebook 05: bends, their slopes, and what is left of a network without them.

First you write four activations and their slopes, then you fold two layers into one, then you bring a
silent unit back. Reading these files before you have tried gives the answers away.
"""

from nnlib.exercises.bends.fold import collapse_bias, collapse_weights
from nnlib.exercises.bends.functions import leaky_relu, relu, sigmoid, tanh
from nnlib.exercises.bends.predictions import kinks, slope_at_ten, step_trained, without_bends
from nnlib.exercises.bends.questions import quiz
from nnlib.exercises.bends.silent import revive
from nnlib.exercises.bends.slopes import leaky_relu_slope, relu_slope, sigmoid_slope, tanh_slope

__all__ = [
    "collapse_bias", "collapse_weights", "kinks", "leaky_relu", "leaky_relu_slope", "quiz", "relu",
    "relu_slope", "revive", "sigmoid", "sigmoid_slope", "slope_at_ten", "step_trained", "tanh",
    "tanh_slope", "without_bends",
]  # fmt: skip
