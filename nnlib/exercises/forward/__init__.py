"""The exercises of notebook 06: what a network computes for one input, and for many at once.

First you work out the numbers of a small network, then you set nine of them so that it does what no
single unit can, then you write it. Reading these files before you have tried gives the answers away.
"""

from nnlib.exercises.forward.batch import forward
from nnlib.exercises.forward.nine_numbers import xor
from nnlib.exercises.forward.node_values import node_values
from nnlib.exercises.forward.predictions import (
    doubled_hidden,
    guess_output,
    guess_sum,
    raised_bias,
    swapped_units,
)
from nnlib.exercises.forward.questions import quiz
from nnlib.exercises.forward.slips import given_network
from nnlib.exercises.forward.xor_network import two_alike

__all__ = [
    "doubled_hidden", "forward", "given_network", "guess_output", "guess_sum", "node_values", "quiz",
    "raised_bias", "swapped_units", "two_alike", "xor",
]  # fmt: skip
