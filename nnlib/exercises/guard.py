"""Checking means running code that nobody has read yet. This module keeps that harmless.

Time is limited, printing is kept to a short excerpt, warnings are silent, and the random numbers
that the rest of your notebook will draw are put back as they were.
"""

import io
import random
import warnings
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass

import numpy as np

from nnlib.exercises.deadline import call_within

LONGEST = 300  # characters of printed text that are kept


class Excerpt(io.TextIOBase):
    """Keep the beginning of what is printed and forget the rest, however much comes."""

    def __init__(self):
        self.text = ""

    def write(self, text):
        """Take ``text`` like a file; return the number of characters, as files do."""
        self.text += text[: max(LONGEST - len(self.text), 0)]
        return len(text)


@dataclass(frozen=True)
class Watched:
    """Hold what a call did: ``value`` or ``error``, what it printed, and if it drew numbers."""

    value: object
    error: BaseException | None
    printed: str
    drew_random: bool


def watch(function, seconds):
    """Call ``function()`` for at most ``seconds`` and return a Watched.

    Every exception is caught, with one exception: KeyboardInterrupt is the learner's Stop button
    and goes through.
    """
    value = error = None
    with _quiet() as excerpt, _RandomNumbersKept() as random_numbers:
        try:
            value = call_within(seconds, function)
        except KeyboardInterrupt:
            raise
        except BaseException as caught:
            error = caught
    return Watched(value, error, excerpt.text, random_numbers.moved)


@contextmanager
def _quiet():
    excerpt = Excerpt()
    with redirect_stdout(excerpt), redirect_stderr(excerpt), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with np.errstate(all="ignore"):
            yield excerpt


class _RandomNumbersKept:
    """Put both shared random generators back afterwards; ``moved`` tells whether they were used."""

    def __enter__(self):
        self._generator = np.random.get_bit_generator()
        self._states, self.moved = _random_states(), False
        return self

    def __exit__(self, *error):
        self.moved = _random_states() != self._states
        random.setstate(self._states[0])
        np.random.set_bit_generator(self._generator)
        np.random.set_state(self._states[1])


def _random_states():
    return random.getstate(), _without_arrays(np.random.get_state(legacy=False))


def _without_arrays(state):
    """Turn the arrays in a generator's state into lists: two states can then be compared."""
    if isinstance(state, dict):
        return {name: _without_arrays(part) for name, part in state.items()}
    return state.tolist() if isinstance(state, np.ndarray) else state
