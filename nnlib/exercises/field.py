"""What a form asks for, said in plain values, so that any page can draw it.

A thing that can be asked has a ``heading``, ``fields()`` that lists these, and
``take(name, value)`` for what was handed in: it returns a sentence (mostly empty) or raises
ValueError with one.
"""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Field:
    """Describe one thing to choose, to type or to press, and what has been answered to it.

    ``kind`` is "choice", "number" or "table". ``answer`` is what was handed in last, ``reply`` what
    was said to it and ``outcome`` one of "", "correct", "not yet", "recorded". A ``locked`` field
    takes no more answers. ``confirm`` is asked before the button acts.
    """

    name: str
    kind: str
    text: str
    button: str = ""
    options: tuple = ()
    low: float = 0.0
    high: float = 0.0
    unit: str = ""
    rows: tuple = ()
    confirm: str = ""
    answer: str | float | None = None
    reply: str = ""
    outcome: str = ""
    locked: bool = False
