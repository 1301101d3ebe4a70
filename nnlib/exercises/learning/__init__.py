"""The exercises of notebook 04: one update by hand and in code, and data on which it never stops.

First you predict, then you calculate one update, then you write it. Reading these files before you
have tried gives the answers away; afterwards, see how a mistake is recognised.
"""

from nnlib.exercises.learning.by_hand import by_hand
from nnlib.exercises.learning.endless import endless
from nnlib.exercises.learning.point_sets import sets
from nnlib.exercises.learning.predictions import half_rate, mends, passes, reversed_order, stops
from nnlib.exercises.learning.questions import quiz
from nnlib.exercises.learning.update import update

__all__ = [
    "by_hand", "endless", "half_rate", "mends", "passes", "quiz", "reversed_order", "sets", "stops", "update",
]  # fmt: skip
