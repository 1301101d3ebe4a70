"""The three things a check can answer: correct, not yet, not attempted.

"Not yet" comes with the next thing to look at. It also carries the name of the mistake behind it,
which a teacher or a test can read from ``result.misconception``.
"""

from dataclasses import dataclass
from enum import Enum

from nnlib.exercises.card import Card


class Outcome(Enum):
    """Name what became of an answer."""

    CORRECT = "Correct"
    NOT_YET = "Not yet"
    NOT_ATTEMPTED = "Not attempted"


LINES = {Outcome.CORRECT: "solid", Outcome.NOT_YET: "dashed", Outcome.NOT_ATTEMPTED: "dotted"}


@dataclass(frozen=True, repr=False)
class Result(Card):
    """Say what became of an answer. ``heading``, ``text`` and ``code`` are what the learner sees.

    ``exercise`` is the name of the exercise, ``misconception`` the name of the mistake (empty when
    there is none).
    """

    exercise: str = ""
    outcome: Outcome = Outcome.NOT_ATTEMPTED
    misconception: str = ""

    @property
    def correct(self):
        """Tell whether the answer was right."""
        return self.outcome is Outcome.CORRECT

    @property
    def border(self):
        """Return the CSS line style of this outcome."""
        return LINES[self.outcome]
