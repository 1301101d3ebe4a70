"""How an exercise speaks about numbers and values: in few digits and plain words."""

import inspect
import re

import numpy as np

LONGEST = 120  # characters quoted from a learner's text


def number(value):
    """Write ``value`` with two or three digits and a true minus sign: 0.333, −2, 1250.5."""
    value = float(value) + 0.0  # turns −0.0 into 0.0
    if 1 <= abs(value) < 1e6:
        return f"{value:.2f}".rstrip("0").rstrip(".").replace("-", "−")
    return f"{value:.3g}".replace("-", "−")


def quote(text):
    """Shorten ``text`` to one line and leave out memory addresses, which differ on every run."""
    line = " ".join(re.sub(r" at 0x[0-9A-Fa-f]+", "", str(text)).split())
    return line if len(line) <= LONGEST else line[: LONGEST - 1] + "…"


def describe(value):
    """Say in a few words what came: "the number 2", "text", "a list with 3 values"."""
    if value is None or isinstance(value, (bool, np.bool_)):
        return str(value)
    if isinstance(value, (int, float, np.integer, np.floating)):
        return f"the number {number(value)}"
    if isinstance(value, str):
        return "text (in quotes)"
    if isinstance(value, np.ndarray):
        return "an array of text" if value.dtype.kind == "U" else f"an array of shape {value.shape}"
    if isinstance(value, (list, tuple, set, frozenset, dict)):
        return f"a {quote(type(value).__name__)} with {count(len(value), 'value')}"
    return _describe_other(value)


def count(amount, noun):
    """Write "1 value", "3 values"."""
    return f"{amount} {noun}" if amount == 1 else f"{amount} {noun}s"


def _describe_other(value):
    if isinstance(value, type):
        return "a class"
    if inspect.isgenerator(value):
        return "a generator (made by `yield`)"
    if callable(value):
        return "a function"
    return f"a value of type {quote(type(value).__name__)}"
