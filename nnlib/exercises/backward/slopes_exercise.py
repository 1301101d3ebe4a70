"""Exercises whose answer is a function that returns slopes, in the shapes of what they are slopes for.

A table, a row, a row and a number: they are laid end to end, and compared as a row of nine.
"""

from dataclasses import dataclass, replace

import numpy as np

from nnlib.exercises.code import CodeExercise
from nnlib.exercises.reading import as_numbers
from nnlib.exercises.reply import CLOSE, call
from nnlib.exercises.words import count

NAMES = ("W1", "b1", "W2", "b2")
PARTS = (4, 2, 2, 1)  # how many slopes there are for each of them


def in_a_row(value):
    """Return slopes for W1, b1, W2 and b2 as `(9,)`; None when they are not so many of each."""
    if not _is_four(value):
        return as_numbers(value)
    parts = [as_numbers(part) for part in value]
    if any(part is None or part.size != size for part, size in zip(parts, PARTS, strict=True)):
        return None
    return np.concatenate([part.ravel() for part in parts])


def agree(part, due):
    """Tell whether ``part`` holds the numbers ``due``, in whatever shape."""
    numbers, due = as_numbers(part), np.asarray(due)
    return numbers is not None and numbers.size == due.size and np.allclose(numbers.ravel(), due.ravel(), CLOSE, 1e-9)


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
        """Name a part with too few or too many slopes, or none; else show the first call that goes wrong."""
        wrong = _wrong_part(replies[0].value) or self._missing_part(replies)
        return (wrong,) if wrong else super()._otherwise(replies)

    def _missing_part(self, replies):
        """Say which parts are still missing, and whether the others agree."""
        if not _is_four(replies[0].value) or not any(map(_is_blank, replies[0].value)):
            return None
        missing, right, off = [], [], []
        for place, (name, part) in enumerate(zip(NAMES, replies[0].value, strict=True)):
            kind = missing if _is_blank(part) else right if self._agrees_at(place, replies) else off
            kind.append(name)
        said = f"For {_listed(missing)} nothing stands there yet."
        said += f" What you have for {_listed(right)} agrees." if right else ""
        return said + (f" What you have for {_listed(off)} does not agree yet." if off else "")

    def _agrees_at(self, place, replies):
        start = sum(PARTS[:place])
        return all(
            _is_four(reply.value)
            and agree(reply.value[place], self._expected(reply.case).numbers[start : start + PARTS[place]])
            for reply in replies
        )


def _is_four(value):
    return isinstance(value, (list, tuple)) and len(value) == len(PARTS)


def _is_blank(part):
    return part is None or part is ...


def _listed(names):
    """Write "W1", "W1 and b1", "W1, b1 and W2"."""
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last


def _wrong_part(value):
    if not _is_four(value):
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
