"""Exercises that you solve with your hands: bring a lab into a state, then hand in the lab.

Anything with a ``state()`` that returns plain values by name will do, and so will such values in
a dict. How they got there, by slider, by dragging or by code, makes no difference.
"""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from nnlib.exercises.exercise import Exercise
from nnlib.exercises.reading import WrongKind, as_numbers
from nnlib.exercises.words import describe


@dataclass(kw_only=True, repr=False, eq=False)
class StateExercise(Exercise):
    """Ask for a state in which ``goal`` (a function of the state) is true.

    ``start`` holds the state in which the exercise begins, by name. It also says which names are
    read, and whether each is a number, a switch (True or False) or text. A state that agrees with
    ``start`` in every one of ``moved`` was not attempted.
    """

    start: dict
    moved: tuple
    goal: Callable
    variable: str = "lab"
    first_move = "Nothing has moved so far. Change the lab above, then run this cell again."

    def _read(self, answer):
        state = _state_of(answer)
        missing = [name for name in self.start if name not in state]
        if missing:
            needed = ", ".join(self.start)
            raise WrongKind(
                f"This has no `{missing[0]}`, and this exercise reads {needed}."
                " Hand in the lab above this exercise: `check(lab)`."
            )
        return {name: _plain(name, state[name], kind) for name, kind in self.start.items()}

    def _is_untouched(self, reading):
        return all(reading[name] == self.start[name] for name in self.moved)

    def _is_right(self, reading):
        return bool(self.goal(reading))


def _state_of(answer):
    if isinstance(answer, Mapping):
        return answer
    if isinstance(answer, type) or not callable(getattr(answer, "state", None)):
        raise WrongKind(
            f"This is {describe(answer)}; a lab is asked for."
            " Hand in the variable that holds it: `check(lab)`."
        )
    state = answer.state()
    if not isinstance(state, Mapping):
        raise WrongKind(f"The lab's `state()` gave {describe(state)}; it should give a dict.")
    return state


def _plain(name, value, kind):
    """Return ``value`` as a float, a bool or a str, like ``kind``. Raises WrongKind."""
    if isinstance(kind, bool):
        return _switch(name, value)
    if isinstance(kind, str):
        return _text(name, value)
    numbers = as_numbers(value)
    if numbers is None or numbers.shape != () or not math.isfinite(numbers):
        came = float(numbers) if numbers is not None and numbers.shape == () else describe(value)
        raise WrongKind(f"`{name}` is {came}; set it to an ordinary number, such as 1.5.")
    return float(numbers)


def _switch(name, value):
    if not isinstance(value, (bool, np.bool_)):
        raise WrongKind(f"`{name}` is {describe(value)}; set it to True or False.")
    return bool(value)


def _text(name, value):
    if not isinstance(value, str):
        raise WrongKind(f"`{name}` is {describe(value)}; text is asked for, as a lab keeps it.")
    return value
