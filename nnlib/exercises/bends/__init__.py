"""The exercises of notebook 05: bends, their slopes, and what is left of a network without them.

First you fold two layers into one, then you bring a silent unit back, then you write four activations
and their slopes. Reading these files before you have tried gives the answers away.
"""

from nnlib.exercises.bends.fold import collapse_layers
from nnlib.exercises.bends.kinked import leaky_relu, relu
from nnlib.exercises.bends.predictions import kinks, slope_at_ten, step_trained, without_bends
from nnlib.exercises.bends.questions import quiz
from nnlib.exercises.bends.silent import revive
from nnlib.exercises.bends.smooth import sigmoid, tanh

__all__ = [
    "collapse_layers", "kinks", "leaky_relu", "quiz", "relu", "revive", "sigmoid", "slope_at_ten",
    "step_trained", "tanh", "without_bends",
]  # fmt: skip
