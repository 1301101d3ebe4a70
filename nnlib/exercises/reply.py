"""One call of a learner's function, and what came of it.

Every call gets its own copies of the arguments, so a function that writes into them spoils
nothing, and it can be told so.
"""

from copy import deepcopy
from dataclasses import dataclass

import numpy as np

from nnlib.exercises.reading import as_numbers
from nnlib.exercises.words import describe, quote

CLOSE = 1e-6  # relative; learners may add in another order or in float32
DECIMALS = range(2, 9)  # with fewer, a number says too little to be called right


@dataclass(frozen=True)
class Reply:
    """Hold the arguments of a call (``case``) and the ``value`` or ``error`` that came back.

    ``numbers`` is the value as a float array, None when it is something else. ``changed`` tells
    whether the call wrote into its arguments.
    """

    case: tuple
    value: object = None
    numbers: np.ndarray | None = None
    error: Exception | SystemExit | None = None
    changed: bool = False

    @property
    def is_placeholder(self):
        """Tell whether a part that the learner should write is still missing."""
        unwritten = isinstance(self.error, TypeError) and "ellipsis" in str(self.error)
        return self.value is ... or unwritten or isinstance(self.error, NotImplementedError)

    def agrees_with(self, other):
        """Tell whether both calls failed, or both gave the same numbers in the same shape."""
        if self.error is not None or other.error is not None:
            return self.error is not None and other.error is not None
        if self.numbers is None or other.numbers is None:
            return self.numbers is other.numbers and type(self.value) is type(other.value)
        return self.numbers.shape == other.numbers.shape and np.allclose(
            self.numbers, other.numbers, rtol=CLOSE, atol=1e-9, equal_nan=True
        )

    def is_rounded_from(self, other):
        """Tell whether these are the numbers of the other reply, with all or with fewer decimals."""
        if self.agrees_with(other):
            return True
        if self.numbers is None or other.numbers is None or self.numbers.shape != other.numbers.shape:
            return False
        return any(_is_rounded(self.numbers, other.numbers, decimals) for decimals in DECIMALS)

    def compare(self, expected, returns):
        """Say how this reply differs from the ``expected`` one; ``returns`` says what is due."""
        if self.error is not None:
            return f"This call stopped with {_name(self.error)}. {_advice(self.error)}"
        if self.value is None:
            return (
                f"This call gave nothing back; {returns} is due. End the function with `return`:"
                " `print` shows a number on the screen, `return` hands it on."
            )
        if self.numbers is None:
            return f"This call gave {describe(self.value)}; {returns} is due."
        if self.numbers.shape != expected.numbers.shape:
            return f"This call gave {_shape(self.numbers)}; {returns} is due."
        return (
            f"This call gives {_listed(self.numbers)} and should give {_listed(expected.numbers)}."
            " Work it out on paper, then compare it with your code line by line."
        )


def call(function, case):
    """Call ``function`` with copies of the arguments in ``case`` and return a Reply.

    Arguments are arrays, numbers, text, or lists of these.
    """
    arguments = _copies(case)
    try:
        value = function(*arguments)
        numbers = as_numbers(value)
    except (Exception, SystemExit) as error:
        return Reply(case, error=error)
    changed = not all(_is_same(one, other) for one, other in zip(arguments, case, strict=True))
    return Reply(case, value, numbers, changed=changed)


def show_call(name, case):
    """Write a call as Python code that can be pasted into a cell."""
    return f"{name}({', '.join(_as_code(argument) for argument in case)})"


def _copies(case):
    return [deepcopy(argument) for argument in case]


def _is_same(one, other):
    """Tell whether an argument is still what it was, NaN included."""
    if isinstance(one, np.ndarray):
        return np.array_equal(one, other, equal_nan=one.dtype.kind == "f")
    return one is other or one == other


def _as_code(argument):
    return f"np.array({argument.tolist()})" if isinstance(argument, np.ndarray) else repr(argument)


def _name(error):
    text = quote(error)
    return f"{type(error).__name__}: {text}" if text else type(error).__name__


def _is_rounded(numbers, exact, decimals):
    """Tell whether ``numbers`` have so many decimals, and are off by half of the last one at most."""
    has_no_more = np.allclose(numbers, np.round(numbers, decimals), rtol=1e-12, atol=1e-12)
    return has_no_more and np.allclose(numbers, exact, rtol=0, atol=0.501 * 10.0**-decimals)


def _advice(error):
    if isinstance(error, RecursionError):
        return "The function calls itself and never stops doing so."
    if isinstance(error, NameError):
        return "Is the name spelled as where it was made, and was that cell run?"
    return "Paste the call into a cell of its own to see the line."


def _shape(numbers):
    return f"an array of shape {numbers.shape}" if numbers.shape else "one number"


def _listed(numbers):
    """Write numbers as Python would, in six digits: 1.5 or [1, 0, 1]."""
    if numbers.ndim == 0:
        return f"{float(numbers) + 0.0:.6g}"
    return "[" + ", ".join(_listed(part) for part in numbers) + "]"
