"""Exercises whose answer is a bend: its output and its slope for a sum z, one number or a whole array.

Far out, at z = 1000 and z = −1000, both must not only be right but quiet too: a formula that runs into
a number too large to be stored makes numpy warn. The slope is compared with one that was measured: a
little to the right, a little to the left, and the difference divided by the distance. ReLU and its
relatives are asked nowhere near their kink, where they have no slope.
"""

from dataclasses import dataclass

import numpy as np

from nnlib.exercises.exercise import Misconception
from nnlib.exercises.pairs import FIRST, PairExercise, half
from nnlib.exercises.reply import call

FAR = 1000.0
NEAR = 6e-6  # to each side, as in nnlib.gradcheck
SHAPES = ((3,), (7,), (2, 3), (4, 1), (2, 1, 2))


def sums(rng):
    """Return calls with z: single numbers first, then arrays of several shapes, then far out."""
    alone = [2.0, -2.0, 0.5, -0.5, 30.0, -30.0]
    arrays = [rng.integers(1, 20, shape) * rng.choice([-0.25, 0.25], shape) for shape in SHAPES]
    far = [FAR, -FAR, np.array([[-FAR, 2.0, FAR], [0.5, -FAR, -2.0]])]
    return [(z,) for z in [*alone, np.array([-1.0, 0.25, 3.0]), *arrays, *far]]


def measured(activation):
    """Return the slope of ``activation`` as a function of z, measured by central differences."""
    return lambda z: (activation(z + NEAR) - activation(z - NEAR)) / (2 * NEAR)


def with_slope(activation):
    """Return the function of z that gives the pair asked for: output and measured slope."""
    slope = measured(activation)
    return lambda z: (activation(z), slope(z))


@dataclass(kw_only=True, repr=False, eq=False)
class BendExercise(PairExercise):
    """Ask for output and slope at z, right, and without any warning of numpy's, far out too."""

    cases: object = sums
    halves: tuple = (("a", "one number for each in z"), ("slope", "one number for each in z"))

    def _read(self, answer):
        """Return one Reply for each case, and one more of a call in which a warning is an error."""
        replies = super()._read(answer)
        with np.errstate(over="raise", divide="raise", invalid="raise"):
            return [*replies, call(answer, (np.array([-FAR, FAR]),))] if replies else []


def too_large(activation, hint, *examples):
    """Return the Misconception of an output that is right near 0 while a formula overflows far out."""

    def warns(replies):
        near = [reply for reply in replies[:-1] if np.abs(reply.case[0]).max() < FAR]
        right = all(half(reply, FIRST).agrees_with(call(activation, reply.case)) for reply in near)
        return right and isinstance(replies[-1].error, FloatingPointError)

    return Misconception(name="too large to store", hint=hint, examples=examples, when=warns)


def one_at_a_time(*examples):
    """Return the Misconception of a function that takes a number and fails on an array."""

    def fails(replies):
        near = [reply for reply in replies if np.abs(reply.case[0]).max() < FAR]
        return all((np.ndim(reply.case[0]) > 0) is isinstance(reply.error, (TypeError, ValueError)) for reply in near)

    return Misconception(
        name="one number at a time",
        hint="It is made for one number. `z` may be a whole array, for which `if`, `max` and the"
        " functions of `math` cannot decide. numpy’s own (`np.where`, `np.maximum`, `np.exp`) take each"
        " number in turn.",
        examples=examples,
        when=fails,
    )
