"""Exercises whose answer is a value: a number, or a set of names.

The value is read kindly (capital letters, a list or a set) and compared with the one right answer.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass

from nnlib.exercises.exercise import Exercise


@dataclass(kw_only=True, repr=False, eq=False)
class ValueExercise(Exercise):
    """Ask for the value ``expected``.

    ``variable`` is where the learner puts it. ``read`` turns what the learner wrote into a float
    or a frozenset, or raises WrongKind.
    """

    variable: str
    expected: float | frozenset
    read: Callable

    def _read(self, answer):
        return self.read(answer)

    def _is_right(self, reading):
        if isinstance(self.expected, frozenset):
            return reading == self.expected
        return math.isclose(reading, self.expected, abs_tol=1e-9)
