"""Reading an answer: what did you hand in, and can it be what the exercise asks for?

A value of the wrong kind is the most common first mistake, so each of these says what came, what
was expected and what to try.
"""

import numpy as np

from nnlib.exercises.words import describe, quote

LETTERS = "abcdefghijklmnop"


class WrongKind(ValueError):
    """Tell, in a sentence for the learner, that an answer is not the kind of thing asked for."""


def is_blank(answer):
    """Tell whether ``answer`` is still the placeholder: `...`, None, or a collection of `...`."""
    if isinstance(answer, (list, tuple, set)):
        return len(answer) > 0 and all(item is ... for item in answer)
    return answer is None or answer is ...


def as_numbers(value):
    """Return ``value`` as a float array, or None when it is not made of real numbers.

    True and False count as 1 and 0, as everywhere in Python.
    """
    try:
        array = np.asarray(value)
    except ValueError:  # a ragged list
        return None
    return array.astype(float) if array.dtype.kind in "biuf" else None


def read_number(answer):
    """Return ``answer`` as a float. Raises WrongKind for anything but one finite number."""
    if isinstance(answer, str):
        raise WrongKind("This is text. A number is written without quotes, such as `1.5`.")
    if isinstance(answer, tuple):
        raise WrongKind(f"This is {describe(answer)}. A decimal point is a dot: `1.5`, not `1,5`.")
    numbers = None if isinstance(answer, (bool, np.bool_)) else as_numbers(answer)
    if numbers is None or numbers.shape != ():
        raise WrongKind(f"This is {describe(answer)}; one number is asked for, such as `1.5`.")
    if not np.isfinite(numbers):
        raise WrongKind(f"This is {float(numbers)}; a finite number is asked for, such as `1.5`.")
    return float(numbers)


def read_names(allowed):
    """Make a reader that returns a set of names out of ``allowed``.

    The reader takes a list, tuple, set or numpy array of text. Capital letters and spaces make no
    difference. It raises WrongKind for anything else.
    """
    known = {_plain(name): name for name in allowed}
    example = f"`[{', '.join(repr(name) for name in allowed[:2])}]`"

    def read(answer):
        if isinstance(answer, np.ndarray) and answer.ndim:
            answer = answer.tolist()
        if not isinstance(answer, (list, tuple, set, frozenset)):
            raise WrongKind(f"This is {describe(answer)}; a list is asked for, such as {example}.")
        return frozenset(_known_name(name) for name in answer)

    def _known_name(name):
        if name is ...:
            raise WrongKind("The three dots still stand in the list. Take them out.")
        if not isinstance(name, str):
            raise WrongKind(f"The list holds {describe(name)}; it needs names, such as {example}.")
        if _plain(name) not in known:
            raise WrongKind(f"“{quote(name)}” is not one of the names: {', '.join(allowed)}.")
        return known[_plain(name)]

    return read


def read_option(options, answer):
    """Return the one of ``options`` (texts) that is meant: by its text, or by its letter.

    Raises WrongKind for anything else.
    """
    if isinstance(answer, str):
        if answer in options:
            return str(answer)
        by_letter = dict(zip(LETTERS, options, strict=False))
        if answer.strip().lower() in by_letter:
            return by_letter[answer.strip().lower()]
    last = LETTERS[len(options) - 1]
    raise WrongKind(f"This is {describe(answer)}; choose one of the letters `\"a\"` to `\"{last}\"`.")


def list_options(options):
    """Write options as text, one in a line, each with its letter."""
    return "\n".join(f"{letter}) {text}" for letter, text in zip(LETTERS, options, strict=False))


def _plain(name):
    return "".join(name.split()).upper()
