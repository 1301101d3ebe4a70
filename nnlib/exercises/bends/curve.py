"""Exercises whose answer is a curve: a function of the sum z, for one number or an array of any shape.

Far out, at z = 1000 and z = −1000, it must not only be right but quiet too: a formula that runs into
a number too large to be stored makes numpy warn.
"""

from dataclasses import dataclass

import numpy as np

from nnlib.exercises.code import CodeExercise
from nnlib.exercises.exercise import Misconception
from nnlib.exercises.reply import call

FAR = 1000.0
SHAPES = ((3,), (7,), (2, 3), (4, 1), (2, 1, 2))


def sums(rng):
    """Return calls with z: single numbers first, then arrays of several shapes, then far out."""
    alone = [2.0, -2.0, 0.5, -0.5, 30.0, -30.0]
    arrays = [rng.integers(1, 20, shape) * rng.choice([-0.25, 0.25], shape) for shape in SHAPES]
    far = [FAR, -FAR, np.array([[-FAR, 2.0, FAR], [0.5, -FAR, -2.0]])]
    return [(z,) for z in [*alone, np.array([-1.0, 0.25, 3.0]), *arrays, *far]]


@dataclass(kw_only=True, repr=False, eq=False)
class CurveExercise(CodeExercise):
    """Ask for a function of z that is right, and makes numpy warn of nothing, far out too."""

    cases: object = sums
    returns: str = "one number for each in z, in the same shape,"

    def _read(self, answer):
        """Return one Reply for each case, and one more of a call in which a warning is an error."""
        replies = super()._read(answer)
        with np.errstate(over="raise", divide="raise", invalid="raise"):
            return [*replies, call(answer, (np.array([-FAR, FAR]),))] if replies else []

    def _shows(self, misconception, replies):
        return super()._shows(misconception, replies if misconception.when else replies[:-1])


def too_large(oracle, hint, *examples):
    """Return the Misconception of a formula that is right near 0 and overflows far out."""

    def warns(replies):
        near = [reply for reply in replies[:-1] if np.abs(reply.case[0]).max() < FAR]
        right = all(reply.agrees_with(call(oracle, reply.case)) for reply in near)
        return right and isinstance(replies[-1].error, FloatingPointError)

    return Misconception(name="too large to store", hint=hint, examples=examples, when=warns)


def one_at_a_time(*examples):
    """Return the Misconception of a function that takes a number and fails on an array."""
    return Misconception(
        name="one number at a time",
        hint="It is made for one number. `z` may be a whole array, for which `if`, `max` and the"
        " functions of `math` cannot decide. numpy’s own (`np.where`, `np.maximum`, `np.exp`) take each"
        " number in turn.",
        examples=examples,
    )
