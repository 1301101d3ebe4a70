"""Exercises whose answer is a pair: a function that ends with `return this, that`.

Each half is judged by itself, so you can write one first, and you are told when it is right.
"""

from dataclasses import dataclass, replace

import numpy as np

from nnlib.exercises.code import ROUNDED, CodeExercise
from nnlib.exercises.exercise import Misconception
from nnlib.exercises.reading import WrongKind, as_numbers, is_blank
from nnlib.exercises.reply import call, show_call
from nnlib.exercises.words import describe

FIRST, SECOND = 0, 1


@dataclass(frozen=True, kw_only=True)
class MistakeInHalf(Misconception):
    """Hold a mistake in one half of a pair, in the first or in the second ``place``."""

    place: int


@dataclass(kw_only=True, repr=False, eq=False)
class PairExercise(CodeExercise):
    """Ask for a function that returns two things, named and described by ``halves``.

    ``halves`` are two pairs: ("W", "a table of shape (inputs, outputs)").
    """

    halves: tuple
    returns: str = "a pair"
    first_move = "Write your lines in place of each `...` and run the cell again."

    def _read(self, answer):
        replies = super()._read(answer)
        if not self._is_untouched(replies):
            self._require_pairs(replies)
            self._require_order(replies)
        return replies

    def _require_pairs(self, replies):
        for reply in replies:
            if reply.error is None and not _is_pair(reply.value):
                names = ", ".join(name for name, _ in self.halves)
                raise WrongKind(
                    f"This gave {_what_came(reply.value)}; two things are due."
                    f" End the function with `return {names}`."
                )

    def _require_order(self, replies):
        """Say so if both halves are right and have changed places; each would look wrong by itself."""
        if all(half(r, FIRST).agrees_with(self._due(r, SECOND)) for r in replies) and all(
            half(r, SECOND).agrees_with(self._due(r, FIRST)) for r in replies
        ):
            names = ", ".join(name for name, _ in self.halves)
            raise WrongKind(f"Both are right, and stand the other way round. End the function with `return {names}`.")

    def _is_untouched(self, replies):
        return super()._is_untouched(replies) or any(_is_pair(r.value) and is_blank(r.value) for r in replies)

    def _is_right(self, replies):
        return self._has_right(FIRST, replies) and self._has_right(SECOND, replies)

    def _shows(self, misconception, replies):
        """Tell whether the answer shows this mistake; a half that is right wherever no call failed has none."""
        in_half = isinstance(misconception, MistakeInHalf)
        if in_half and self._has_right(misconception.place, _without_failed(replies)):
            return False
        return super()._shows(misconception, replies)

    def _has_right(self, place, replies):
        return all(half(reply, place).agrees_with(self._due(reply, place)) for reply in replies)

    def _due(self, reply, place):
        return half(self._expected(reply.case), place)

    def _otherwise(self, replies):
        """Show the first call of the first half that goes wrong, and say which half is right."""
        place = FIRST if not self._has_right(FIRST, replies) else SECOND
        name, returns = self.halves[place]
        right = f"`{self.halves[FIRST][0]}` is right. " if place is SECOND else ""
        wrong = next(r for r in replies if not half(r, place).agrees_with(self._due(r, place)))
        if half(wrong, place).is_placeholder:
            return (f"{right}`{name}` is still to be written.",)
        about = right if wrong.error else f"{right}Now `{name}`. " if right else f"First `{name}`. "
        if all(half(r, place).is_rounded_from(self._due(r, place)) for r in replies):
            return (about + ROUNDED,)
        return about + half(wrong, place).compare(self._due(wrong, place), returns), show_call(self.name, wrong.case)


def half(reply, place):
    """Return the Reply that holds one half of a pair; a call that failed stays as it is."""
    if reply.error is not None:
        return reply
    value = reply.value[place]
    return replace(reply, value=value, numbers=as_numbers(value))


def mistake_in(place, name, hint, *functions, beside):
    """Return the Misconception that gives one half like one of ``functions``, whatever the other half is.

    ``beside`` gives the other half rightly, for the examples. Calls that failed say nothing: the
    fault may be in the other half.
    """

    def shows(replies):
        given = [half(reply, place) for reply in _without_failed(replies)]
        return any(all(reply.agrees_with(call(function, reply.case)) for reply in given) for function in functions)

    examples = tuple(_pair(place, function, beside) for function in functions)
    return MistakeInHalf(name=name, hint=hint, examples=examples, when=shows, place=place)


def _without_failed(replies):
    return [reply for reply in replies if reply.error is None]


def _pair(place, function, beside):
    parts = (function, beside) if place is FIRST else (beside, function)
    return lambda *case: tuple(part(*case) for part in parts)


def _what_came(value):
    if isinstance(value, np.ndarray) and value.ndim == 0:
        value = value.item()  # to numpy a single number is an array too
    return "nothing back" if value is None else describe(value)


def _is_pair(value):
    return isinstance(value, (tuple, list)) and len(value) == 2
