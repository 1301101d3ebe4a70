"""Exercises whose answer is a function that returns slopes, in the shapes of what they are slopes for.

A table, a row, a row and a number: they are laid end to end, and compared as a row of nine.
"""

from dataclasses import dataclass, replace

import numpy as np

from nnlib.exercises.code import CodeExercise
from nnlib.exercises.reading import as_numbers
from nnlib.exercises.reply import call
from nnlib.exercises.words import count

NAMES = ("W1", "b1", "W2", "b2")
PARTS = (4, 2, 2, 1)  # how many slopes there are for each of them


def in_a_row(value):
    """Return slopes for W1, b1, W2 and b2 as `(9,)`; None when they are not so many of each."""
    if not isinstance(value, (list, tuple)) or len(value) != len(PARTS):
        return as_numbers(value)
    parts = [as_numbers(part) for part in value]
    if any(part is None or part.size != size for part, size in zip(parts, PARTS, strict=True)):
        return None
    return np.concatenate([part.ravel() for part in parts])


def has_nine(reply):
    """Tell whether nine numbers came back; anything else is another mistake."""
    return reply.numbers is not None and reply.numbers.shape == (sum(PARTS),)


@dataclass(kw_only=True, repr=False, eq=False)
class SlopesExercise(CodeExercise):
    """Ask for a function that returns four sets of slopes, or nine slopes in a row."""

    def _read(self, answer):
        return [_in_a_row(reply) for reply in super()._read(answer)]

    def _expected(self, case):
        return _in_a_row(super()._expected(case))

    def _shows(self, misconception, replies):
        if misconception.when:
            return misconception.when(replies)
        return all(map(has_nine, replies)) and any(
            all(reply.agrees_with(_in_a_row(call(function, reply.case))) for reply in replies)
            for function in misconception.examples
        )

    def _otherwise(self, replies):
        """Name a part with too few or too many slopes; else show the first call that goes wrong."""
        wrong = _wrong_part(replies[0].value)
        return (wrong,) if wrong else super()._otherwise(replies)


def _wrong_part(value):
    if not isinstance(value, (list, tuple)) or len(value) != len(PARTS):
        return None
    for name, part, due in zip(NAMES, map(as_numbers, value), PARTS, strict=True):
        if part is not None and part.size != due:
            return (
                f"For {name} came {count(part.size, 'number')}, where {due} should come. The four answers have"
                " the shapes of W1, b1, W2 and b2."
            )
    return None


def _in_a_row(reply):
    return replace(reply, numbers=in_a_row(reply.value))
