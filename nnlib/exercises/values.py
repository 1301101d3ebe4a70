"""Exercises whose answer is a row of numbers with names, worked out one after the other.

Each number builds on those before it, so a slip spoils all that follows. The check therefore looks
for the first number that is off, and talks about that one only.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from nnlib.exercises.exercise import Exercise
from nnlib.exercises.reading import WrongKind, is_blank, read_number
from nnlib.exercises.words import count, describe, number, quote


@dataclass(frozen=True)
class Filled:
    """Hold the numbers by name, None where nothing stands yet, and ``off``: the first to look at."""

    numbers: dict
    off: str | None

    @property
    def given(self):
        """The number that is off; None when it is still missing, or when all are right."""
        return self.numbers.get(self.off)


@dataclass(kw_only=True, repr=False, eq=False)
class ValuesExercise(Exercise):
    """Ask for the numbers ``expected``, a dict in the order in which they are worked out.

    ``variable`` is where the learner puts them, as a dict with the same names or as a list in the
    same order. A number is right when it is off by ``tolerance`` at most. A misconception's
    ``when`` and ``hint`` get the Filled.
    """

    variable: str
    expected: dict
    tolerance: float = 0.005
    first_move = "Put your first number in place of its `...` and run the cell again."

    def _read(self, answer):
        numbers = {name: _number(name, given) for name, given in self._by_name(answer).items()}
        return Filled(numbers, next((name for name in numbers if not self._close(numbers, name)), None))

    def _close(self, numbers, name):
        given = numbers[name]
        return given is not None and math.isclose(
            given, self.expected[name], rel_tol=0, abs_tol=self.tolerance + 1e-9
        )

    def _by_name(self, answer):
        """Return what was handed in by name, in the order of ``expected``. Raises WrongKind."""
        names = list(self.expected)
        if isinstance(answer, np.ndarray) and answer.ndim == 1:
            answer = answer.tolist()
        if isinstance(answer, (list, tuple)) and len(answer) == len(names):
            return dict(zip(names, answer))
        if not isinstance(answer, Mapping):
            raise WrongKind(
                f"This is {describe(answer)}; {count(len(names), 'number')} by name are asked for."
                f" Hand in the dict of the cell above: `check({self.variable})`."
            )
        _require_names(list(answer), names)
        return {name: answer[name] for name in names}

    def _is_untouched(self, filled):
        return all(number is None for number in filled.numbers.values())

    def _is_right(self, filled):
        return filled.off is None

    def _diagnose(self, filled):
        if filled.given is None:
            return self._not_yet("unfinished", self._so_far(filled))
        return super()._diagnose(filled)

    def _otherwise(self, filled):
        return (
            f"{self._so_far(filled)} You have {number(filled.given)} there, and something else comes out."
            " Write down what it is made of, and put a number in for each; `hint()` says more.",
        )

    def _so_far(self, filled):
        right = list(filled.numbers).index(filled.off)
        before = f"The first {count(right, 'number')} agree. " if right > 1 else ""
        before = "The first number agrees. " if right == 1 else before
        return f"{before}Next, look at `{filled.off}`."


def _require_names(given, names):
    missing = [name for name in names if name not in given]
    if missing:
        raise WrongKind(f"There is no `{missing[0]}` in it. Needed are {', '.join(names)}.")
    strange = [name for name in given if name not in names]
    if strange:
        raise WrongKind(f"“{quote(strange[0])}” is not one of the names: {', '.join(names)}.")


def _number(name, given):
    """Return ``given`` as a float, or None when it is blank. Raises WrongKind that says where."""
    if is_blank(given):
        return None
    try:
        return read_number(given)
    except WrongKind as wrong:
        raise WrongKind(f"At `{name}`: {wrong}") from None
