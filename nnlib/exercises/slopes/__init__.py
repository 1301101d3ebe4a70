"""The exercises of notebook 07: one step downhill, how large it may be, and where it ends.

First you write the step, then you look for the largest rate that holds together, then you tell
valleys from plateaus. Reading these files before you have tried gives the answers away.
"""

from nnlib.exercises.slopes.places import minima
from nnlib.exercises.slopes.predictions import (
    best_price,
    confident,
    large_rate,
    loss_and_accuracy,
    middle_rate,
    small_rate,
    valley_arrow,
    way_down,
    what_it_did,
)
from nnlib.exercises.slopes.questions import quiz
from nnlib.exercises.slopes.rates import largest_rate
from nnlib.exercises.slopes.steps import gradient_step

__all__ = [
    "best_price", "confident", "gradient_step", "large_rate", "largest_rate", "loss_and_accuracy",
    "middle_rate", "minima", "quiz", "small_rate", "valley_arrow", "way_down", "what_it_did",
]  # fmt: skip
