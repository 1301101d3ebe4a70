"""What you have solved, answered and predicted so far, kept from one day to the next.

It stands in one small file, ``progress.json``, in the folder of the notebooks, and never inside a
notebook. The environment variable NNLIB_PROGRESS may name another file; empty, it means that
nothing is kept beyond this session.
"""

import os
from functools import cache
from pathlib import Path

from nnlib.exercises import shelf
from nnlib.exercises.book import Book
from nnlib.exercises.summary import Summary


def record(thing, best, answer=None):
    """Take note that ``thing`` was tried, and how well: "correct", "not yet" or "recorded".

    Return what has gone wrong with the file, as a sentence, if it was not said before; mostly "".
    """
    place = shelf.place_of(thing)
    book = _book_of(place)
    book.add(*(place or ("", thing.name)), best, answer)
    return book.news()


def recall(thing):
    """Return the entry of ``thing``, a dict with best, tries and answer; empty if there is none."""
    place = shelf.place_of(thing)
    notebook, name = place or ("", thing.name)
    return _book_of(place).pages().get(notebook, {}).get(name, {})


def reset():
    """Forget everything, and say where the old file is kept."""
    book = _book(_file())
    try:
        kept = book.clear()
    except OSError as error:
        return f"Nothing was reset: the file could not be moved ({error.strerror})."
    where = f" The old file is kept as {kept.name}." if kept else ""
    return f"Your progress begins anew.{where}"


def summary():
    """Return a table of all notebooks: what is solved, answered and predicted."""
    return Summary(_all, reset)


def _all():
    """Return all pages, and what has gone wrong; None for the pages where nothing is kept."""
    path = _file()
    return (None, "") if path is None else (_book(path).pages(), _book(path).trouble)


def _book_of(place):
    """Return the book for a thing at ``place``; what is in no notebook goes into no file."""
    return _book(_file() if place else None)


@cache
def _book(path):
    return Book(path)


def _file():
    named = os.environ.get("NNLIB_PROGRESS")
    if named is None:
        return _beside_the_notebook()
    return Path(named).absolute() if named else None


@cache
def _beside_the_notebook():
    """Return the file in the folder in which the kernel began, wherever a cell goes later."""
    return Path("progress.json").absolute()
