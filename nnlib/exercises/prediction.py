"""Say what will happen before you let it happen: a guess that is written down teaches more.

It is recorded before the run and laid over the truth after it. Being wrong is the useful case: it
shows where your picture of the thing and the thing itself differ.
"""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from nnlib.exercises.card import Card, marked
from nnlib.exercises.comparison import Comparison
from nnlib.exercises.reading import WrongKind, as_numbers, list_options, read_number, read_option
from nnlib.exercises.recording import Prediction
from nnlib.exercises.words import describe, number, quote


@dataclass(kw_only=True, eq=False, repr=False)
class ChoicePrediction(Prediction):
    """Ask which of several ``options`` will happen.

    ``afterwards`` holds, for each option, what to say to those who predicted it. ``which`` takes
    what came out, as the notebook calculates it, and returns the option that it is; without it the
    option itself is handed to ``compare``.
    """

    options: tuple
    afterwards: Mapping = field(default_factory=dict)
    which: Callable = str

    def _to_choose(self):
        return list_options(self.options)

    def _repr_html_(self):
        options = "".join(f"<li>{marked(text)}</li>" for text in self.options)
        return f'<p>{marked(self.question)}</p><ol type="a">{options}</ol>'

    def _kind_of_field(self):
        return {"kind": "choice", "options": self.options}

    def _read(self, value):
        return read_option(self.options, value)

    def _read_truth(self, truth):
        return self.which(truth)

    def _shown(self, value):
        return f"“{value.rstrip('.')}”"

    def _comparison(self, predicted, truth):
        agree = "As you predicted" if predicted == truth else "Other than you predicted"
        said = f"You predicted {self._shown(predicted)}; what came out is {self._shown(truth)}."
        if predicted == truth:
            said = f"You predicted {self._shown(predicted)}, and so it came out."
        after = self.afterwards.get(predicted, "")
        return Card(agree, "\n\n".join(filter(None, (said, after))))


@dataclass(kw_only=True, eq=False, repr=False)
class NumberPrediction(Prediction):
    """Ask for a number from ``low`` to ``high``; one within ``close`` of the truth counts as near.

    ``unit`` is a noun in the plural ("rows"), or nothing. ``afterwards`` may hold what to say to a
    prediction that was "near", "too low" or "too high".
    """

    low: float
    high: float
    close: float
    unit: str = ""
    afterwards: Mapping = field(default_factory=dict)

    def _to_choose(self):
        return f"A number from {number(self.low)} to {self._shown(self.high)}."

    def _kind_of_field(self):
        return {"kind": "number", "low": self.low, "high": self.high, "unit": self.unit}

    def _read(self, value):
        predicted = read_number(_typed(value) if isinstance(value, str) else value)
        if not self.low <= predicted <= self.high:
            bounds = f"{number(self.low)} to {number(self.high)}"
            raise WrongKind(f"{number(predicted)} is out of range; choose a number from {bounds}.")
        return predicted

    def _read_truth(self, truth):
        value = as_numbers(truth)
        if value is None or value.shape != ():
            raise WrongKind(f"This is {describe(truth)}; compare with the one number that came out.")
        return float(value)

    def _shown(self, value):
        written = number(value)
        unit = self.unit.removesuffix("s") if written == "1" else self.unit
        return f"{written} {unit}".strip()

    def _comparison(self, predicted, truth):
        side = self._side(predicted, truth)
        said = f"You predicted {self._shown(predicted)}; it came out as {self._shown(truth)}."
        after = self.afterwards.get(side, QUESTIONS.get(side, ""))
        parts = (said, self._difference(side, abs(predicted - truth)), after)
        return Comparison(
            HEADINGS[side], "\n\n".join(filter(None, parts)),
            predicted=predicted, truth=truth, low=self.low, high=self.high, shown=self._shown,
        )  # fmt: skip

    def _side(self, predicted, truth):
        if not math.isfinite(truth):
            return "no number"
        if abs(predicted - truth) <= self.close:
            return "near"
        return "too high" if predicted > truth else "too low"

    def _difference(self, side, distance):
        if side == "no number":
            return "That is no number any more: something has grown beyond all bounds."
        if distance == 0:
            return "Exactly so."
        if side == "near":
            return f"You were off by {self._shown(distance)} only."
        return f"Your prediction was {self._shown(distance)} {side}."


HEADINGS = {
    "near": "Near what you predicted",
    "too high": "Lower than you predicted",
    "too low": "Higher than you predicted",
    "no number": "Not a number",
}
QUESTIONS = dict.fromkeys(["too high", "too low"], "Which step of your thinking led there?")


def _typed(text):
    """Read a number as people type it, with a comma or a true minus sign. Raises WrongKind."""
    try:
        return float(text.strip().replace("−", "-").replace(",", "."))
    except ValueError:
        raise WrongKind(f"“{quote(text)}” is not a number; type one such as 0.5.") from None
