"""What nnlib looks at before it lets a value in.

numpy is generous: it reads the text '1.5' as a number, turns None into "not a number" and stretches
shapes until they fit. While you learn, that hides mistakes, so each function here takes a value and
either returns it, ready to use, or says what came, what was expected and what to try.
"""

import difflib
import math
import numbers as abstract
import operator
import reprlib
from types import MappingProxyType

import numpy as np

KINDS = MappingProxyType(  # what numpy's letters for kinds of data mean
    {"c": "complex numbers", "O": "objects", "S": "bytes", "U": "text", "M": "dates", "m": "times"}
)


def shown(value):
    """Return a short text for `value`, fit for the middle of an error message."""
    if isinstance(value, np.ndarray):
        return f"an array of shape {value.shape}"
    if isinstance(value, type):
        return f"the class {value.__name__}"
    if callable(value) and hasattr(value, "__name__"):
        return f"the function {value.__name__}"
    try:
        return reprlib.repr(value)
    except ValueError:  # Python writes out no whole number of more than 4300 digits
        return f"a very long {type(value).__name__}"


def numbers(values, name, allow="buif"):
    """Return `values` as an array of numbers, without copying when it already is one.

    `allow` lists the numpy kinds let through: truth values, whole numbers and floats unless told
    otherwise. Raises TypeError for anything else, ValueError for lists of unequal length.
    """
    try:
        array = np.asarray(values)
    except ValueError:
        raise ValueError(
            f"{name} has rows of different length. Give every row the same number of values."
        ) from None
    if array.dtype.kind not in allow:
        kind = KINDS.get(array.dtype.kind, array.dtype.name)
        raise TypeError(
            f"{name} got {shown(values)} ({kind}), but takes numbers. Try a list or an array of floats."
        )
    return array


def finite(values, name):
    """Return `values` as a float array in which every number is finite.

    Raises ValueError that names the first place holding NaN or infinity.
    """
    array = np.array(numbers(values, name), dtype=float)
    if not np.isfinite(array).all():
        place = tuple(int(i) for i in np.argwhere(~np.isfinite(array))[0])
        raise ValueError(
            f"{name} has {array[place]} at position {place}; every value must be a finite number. "
            "Look for an empty cell or a division by zero where it was made."
        )
    return array


def number(value, name, lowest=-math.inf, highest=math.inf):
    """Return `value` as a finite float between `lowest` and `highest`, both included."""
    if isinstance(value, np.ndarray) and value.ndim == 0:
        value = value[()]
    if isinstance(value, (bool, np.bool_)) or not isinstance(value, abstract.Real):
        raise TypeError(
            f"{name} got {shown(value)}, but it takes one number, such as {_example(lowest, highest)}."
        )
    try:
        as_float = float(value)
    except OverflowError:  # a whole number beyond the largest float, 1.8e308
        as_float = math.inf
    if not (math.isfinite(as_float) and lowest <= as_float <= highest):
        raise ValueError(
            f"{name} got {shown(value)}, but it takes a finite number{_range(lowest, highest)}; "
            f"try {_example(lowest, highest)}."
        )
    return as_float


def whole(value, name, lowest, highest=math.inf):
    """Return `value` as an int between `lowest` and `highest`, both included."""
    try:
        if isinstance(value, (bool, np.bool_)):
            raise TypeError
        value = operator.index(value)
    except TypeError:
        raise TypeError(
            f"{name} got {shown(value)}, but it takes a whole number; try {max(lowest, 1)}."
        ) from None
    if not lowest <= value <= highest:
        raise ValueError(
            f"{name} got {shown(value)}, but it takes a whole number{_range(lowest, highest)}; "
            f"try {max(lowest, 1)}."
        )
    return value


def generator(seed):
    """Return numpy's random generator for `seed`, a whole number: same seed, same numbers."""
    return np.random.default_rng(whole(seed, "seed", lowest=0))


def choice(name, known, what):
    """Return what `known`, a dict, holds under `name`; capitals, '-' and '_' do not matter.

    Raises ValueError that lists the names there are, TypeError when `name` is not text.
    """
    names = ", ".join(f"'{each}'" for each in known)
    if not isinstance(name, str):
        raise TypeError(f"{what} got {shown(name)}, but it takes one of these names: {names}.")
    by_key = {_key(each): each for each in known}
    if _key(name) in by_key:
        return known[by_key[_key(name)]]
    close = difflib.get_close_matches(_key(name), by_key, n=1)
    hint = f"Did you mean '{by_key[close[0]]}'?" if close else "Try one of those."
    raise ValueError(f"{what} got {shown(name)}, but it takes one of these names: {names}. {hint}")


def _key(name):
    return name.lower().replace("-", " ").replace("_", " ").strip()


def _range(lowest, highest):
    if math.isinf(lowest) and math.isinf(highest):
        return ""
    if math.isinf(highest):
        return f" that is {lowest} or more"
    return f" from {lowest} to {highest}"


def _example(lowest, highest):
    return 0.1 if lowest <= 0.1 <= highest else lowest
