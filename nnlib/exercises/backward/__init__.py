"""The exercises of notebook 08: which weight is to blame for the loss, and by how much.

First you work out three slopes by hand, then you write backpropagation, then you find out by
experiments what is the matter with three others. Reading these files before you have tried gives the
answers away.
"""

from nnlib.exercises.backward.by_hand import three_slopes
from nnlib.exercises.backward.find_bugs import found_bugs
from nnlib.exercises.backward.given import given_network
from nnlib.exercises.backward.nine_slopes import backward
from nnlib.exercises.backward.planted import bugs
from nnlib.exercises.backward.predictions import (
    most_to_blame,
    new_weight,
    saturated,
    sign_of_slope,
    start_of_0,
)
from nnlib.exercises.backward.questions import quiz

__all__ = [
    "backward", "bugs", "found_bugs", "given_network", "most_to_blame", "new_weight", "quiz", "saturated",
    "sign_of_slope", "start_of_0", "three_slopes",
]  # fmt: skip
