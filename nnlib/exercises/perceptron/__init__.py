"""What notebook 03 asks: multiply, add, step, and what one neuron cannot do.

First you set a neuron by hand, then you write one, then you find its limits. Reading these files
before you have tried gives the answers away; afterwards, see how a mistake is recognised.
"""

from nnlib.exercises.perceptron.by_hand import nand
from nnlib.exercises.perceptron.decisions import predict, step
from nnlib.exercises.perceptron.limits import without_bias, xor
from nnlib.exercises.perceptron.predictions import guess_double, guess_or, guess_rule, guess_xor
from nnlib.exercises.perceptron.questions import quiz
from nnlib.exercises.perceptron.sums import weighted_sum, weighted_sums

__all__ = [
    "guess_double", "guess_or", "guess_rule", "guess_xor", "nand", "predict", "quiz", "step",
    "weighted_sum", "weighted_sums", "without_bias", "xor",
]  # fmt: skip
