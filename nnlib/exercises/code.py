"""Exercises whose answer is a function: it is called many times and judged by what it returns.

How you write it makes no difference, a loop or one line of numpy. A wrong function is compared
with functions that make a known mistake: when they agree on every call, that mistake is yours.
"""

import dis
import inspect
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from nnlib.exercises.exercise import Exercise
from nnlib.exercises.reading import WrongKind
from nnlib.exercises.reply import call, show_call
from nnlib.exercises.words import count

SEED = 0
ROUNDED = "This is right but rounded. Return all the digits: leave `round` out."


@dataclass(kw_only=True, repr=False, eq=False)
class CodeExercise(Exercise):
    """Ask for a function that does the same as ``oracle``.

    ``signature`` is how it is written, "weighted_sum(x, w, b)". ``cases`` takes a random generator
    and returns the calls to try, each a tuple of arguments, the easiest to read first. The examples
    of each misconception are functions too, and its ``when`` takes the Replies. ``returns`` says
    what comes back: "one number".
    """

    signature: str
    returns: str
    oracle: Callable
    cases: Callable
    first_move = "Write your lines in place of `...` and run the cell again."

    @property
    def variable(self):
        """Name the function that the learner writes."""
        return self.name

    def _read(self, answer):
        """Return one Reply for each case."""
        _require_function(answer, self.signature)
        cases = self._seeded_cases()
        _require_arguments(answer, self.signature, cases[0])
        if _has_empty_body(answer):
            return []
        replies = [call(answer, case) for case in cases]
        _require_steady(replies[0], call(answer, cases[0]))
        _require_unchanged(replies)
        return replies

    def _seeded_cases(self):
        return self.cases(np.random.default_rng(SEED))

    def _is_untouched(self, replies):
        return not replies or any(reply.is_placeholder for reply in replies)

    def _is_right(self, replies):
        return all(reply.agrees_with(self._expected(reply.case)) for reply in replies)

    def _shows(self, misconception, replies):
        if misconception.when:
            return misconception.when(replies)
        return any(
            all(reply.agrees_with(call(function, reply.case)) for reply in replies)
            for function in misconception.examples
        )

    def _otherwise(self, replies):
        """Say that it is rounded, or show the first call that goes wrong, ready to be pasted."""
        if all(reply.is_rounded_from(self._expected(reply.case)) for reply in replies):
            return (ROUNDED,)
        wrong = next(r for r in replies if not r.agrees_with(self._expected(r.case)))
        text = wrong.compare(self._expected(wrong.case), self.returns)
        return text, show_call(self.name, wrong.case)

    def _expected(self, case):
        return call(self.oracle, case)


def _require_function(answer, signature):
    if isinstance(answer, type):
        raise WrongKind(f"This is a class; a function is asked for. Begin with `def {signature}:`.")
    if not callable(answer):
        name = signature.partition("(")[0]
        raise WrongKind(
            "This is not a function. Hand in the function itself, without calling it:"
            f" `check({name})`, not `check({signature})`."
        )


def _require_arguments(answer, signature, case):
    """Raise WrongKind unless ``answer`` can be called with as many arguments as ``case`` has."""
    try:
        parameters = inspect.signature(answer)
    except ValueError:  # some functions of compiled code do not tell
        return
    try:
        parameters.bind(*case)
    except TypeError:
        taken = ", ".join(parameters.parameters) or "nothing"
        raise WrongKind(
            f"Your function takes {taken}; it is called with {count(len(case), 'value')}."
            f" Begin with `def {signature}:`."
        ) from None


def _require_steady(first, second):
    if not first.agrees_with(second):
        raise WrongKind(
            "The same call, made twice, gave two different answers. The answer may depend only on"
            " what stands in the brackets: no random numbers, nothing kept from the last call."
        )


def _require_unchanged(replies):
    if any(reply.changed for reply in replies):
        raise WrongKind(
            "It changes the arrays it is given, so whoever called it loses their numbers."
            " Make a new array instead: `new = …` rather than `w += …` or `w -= …`."
        )


def _has_empty_body(function):
    """Tell whether a function does nothing, as ``...`` or ``pass`` or a docstring alone do."""
    return hasattr(function, "__code__") and _steps(function) == _steps(_empty)


def _empty(): ...


def _steps(function):
    """List what the function does; a line that does nothing is kept by Python as a NOP."""
    return [
        (step.opname, step.argval)
        for step in dis.get_instructions(function)
        if step.opname != "NOP"
    ]
