"""The file in which your progress is kept: small, readable, and hard to lose.

It is never half written: the new one is complete before it takes the old one's place. Whatever
cannot be written waits in memory, and a file that cannot be read is put aside, not deleted.
"""

import json
import os
import threading

from nnlib.exercises.lock import locked

VERSION = 1
BEST = ("not yet", "recorded", "correct")  # from the least to the most
BROKEN = (ValueError, RecursionError)  # what reading a broken file raises


class Book:
    """Keep an entry for each thing that was answered: ``{notebook: {name: entry}}``.

    An entry holds ``best`` (one of BEST), the number of ``tries`` and the last ``answer``. ``path``
    is the file; without one everything stays in memory.
    """

    def __init__(self, path=None):
        self._path = path
        self._unwritten = {}
        self._adding = threading.Lock()
        self._put_aside = ""
        self._unsaved = ""
        self._told = ""

    @property
    def trouble(self):
        """Say what went wrong with the file and what became of the entries; empty if nothing."""
        return " ".join(filter(None, (self._put_aside, self._unsaved)))

    def news(self):
        """Return the trouble that has not been told yet; each is told once."""
        told, self._told = self._told, self.trouble
        return "" if self.trouble == told else self.trouble

    def add(self, notebook, name, best, answer=None):
        """Take note of one more try, and write it down together with what others have written."""
        entry = {"best": best, "tries": 1, "answer": answer}
        with self._adding:
            self._unwritten = merged(self._unwritten, {notebook: {name: entry}})
            if self._path is not None:
                self._write()

    def pages(self):
        """Return all entries, those of other notebooks too."""
        try:
            return merged(self._seen(), self._unwritten)
        except OSError as error:
            self._keep_in_memory(error)
            return self._unwritten

    def clear(self):
        """Begin anew; return where the old file was put, None if there was none. Raises OSError."""
        kept = None
        with self._adding:
            if self._path is not None and self._path.exists():
                with locked(self._path):
                    kept = self._move_away("backup")
            self._unwritten, self._unsaved, self._put_aside = {}, "", ""
        return kept

    def _write(self):
        try:
            with locked(self._path):
                _replace(self._path, merged(self._read_or_put_aside(), self._unwritten))
            self._unwritten, self._unsaved = {}, ""
        except OSError as error:
            self._keep_in_memory(error)

    def _keep_in_memory(self, error):
        self._unsaved = (
            f"{self._path.name} cannot be used ({error.strerror or type(error).__name__}), so your"
            " progress is kept in memory until the kernel stops. It is written with your next"
            " answer once that is possible: can files be written in this folder?"
        )

    def _seen(self):
        """Return what the file holds. A broken one is looked at again while nobody else writes."""
        try:
            return self._read()
        except BROKEN:
            with locked(self._path):
                return self._read_or_put_aside()

    def _read(self):
        """Return what the file holds. Raises OSError, and one of BROKEN."""
        try:
            return _checked(json.loads(self._path.read_text(encoding="utf-8"))) if self._path else {}
        except FileNotFoundError:
            return {}

    def _read_or_put_aside(self):
        """Return what the file holds, nothing of a broken one; call it with the file locked."""
        try:
            return self._read()
        except BROKEN:
            name = self._move_away("broken").name
            self._put_aside = (
                f"{self._path.name} could not be read. It was kept as {name},"
                " and a new one has been begun."
            )
            return {}

    def _move_away(self, why):
        target = _free_name(self._path, why)
        os.replace(self._path, target)
        return target


def merged(pages, more):
    """Return the entries of both: tries added up, the best of both, the answer of ``more``."""
    result = {notebook: dict(entries) for notebook, entries in pages.items()}
    for notebook, entries in more.items():
        mine = result.setdefault(notebook, {})
        for name, entry in entries.items():
            mine[name] = _both(mine[name], entry) if name in mine else entry
    return result


def _both(old, new):
    answer = old["answer"] if new["answer"] is None else new["answer"]
    best = max(old["best"], new["best"], key=BEST.index)
    return {"best": best, "tries": old["tries"] + new["tries"], "answer": answer}


def _replace(path, pages):
    """Write the file under another name first, so that it is there as a whole or not at all."""
    new = path.with_name(f"{path.name}.new-{os.getpid()}")
    data = {"version": VERSION, "notebooks": pages}
    try:
        new.write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")
        os.replace(new, path)
    finally:
        new.unlink(missing_ok=True)


def _free_name(path, why):
    """Return progress.broken.json, or with a number if there is one already."""
    numbers = iter(range(2, 1_000_000))
    target = path.with_name(f"{path.stem}.{why}{path.suffix}")
    while target.exists():
        target = path.with_name(f"{path.stem}.{why}-{next(numbers)}{path.suffix}")
    return target


def _checked(data):
    """Return the pages in ``data``. Raises ValueError unless it is what ``_replace`` writes."""
    if not isinstance(data, dict) or data.get("version") != VERSION:
        raise ValueError("This file was written by something else, or by a newer nnlib.")
    pages = data.get("notebooks")
    if not _is_dict_of(pages, lambda entries: _is_dict_of(entries, _is_entry)):
        raise ValueError("This file does not hold entries by notebook and name.")
    return pages


def _is_dict_of(value, is_right):
    return isinstance(value, dict) and all(map(is_right, value.values()))


def _is_entry(entry):
    return (
        isinstance(entry, dict)
        and entry.keys() == {"best", "tries", "answer"}
        and entry["best"] in BEST
        and type(entry["tries"]) is int
        and isinstance(entry["answer"], str | int | float | None)
    )
