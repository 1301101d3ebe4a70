"""What every prediction can do: be recorded before the run, and be compared after it.

It may be changed until then. Afterwards it stays as it is, or it would not be a prediction.
"""

from dataclasses import dataclass, field

from nnlib.exercises import progress
from nnlib.exercises.card import Card, marked
from nnlib.exercises.field import Field
from nnlib.exercises.reading import WrongKind

BUTTON = "Record my prediction"
NONE_YET = "No prediction was recorded. To have one compared, record it above and run this again."
SEEN = "You have seen what came out, so this prediction stays as it is."


@dataclass(kw_only=True, eq=False, repr=False)
class Prediction:
    """Hold a question about what will happen. Its answer is recorded, and compared later."""

    name: str
    question: str
    _compared: object = field(default=None, init=False)  # the prediction that was compared last

    kind = "prediction"
    heading = ""

    def __repr__(self):
        return f"{self.question}\n{self._to_choose()}"

    def _repr_html_(self):
        return f"<p>{marked(self.question)}</p><p>{marked(self._to_choose())}</p>"

    @property
    def recorded(self):
        """What was predicted, now or in an earlier session; None if nothing was."""
        answer = progress.recall(self).get("answer")
        try:
            return None if answer is None else self._read(answer)
        except WrongKind:  # of an earlier edition of this question
            return None

    def record(self, value):
        """Take down a prediction and return a Card that says so.

        Raises ValueError for what cannot be an answer, and after the comparison.
        """
        trouble = self.take(self.name, value)
        return Card("Recorded", "\n\n".join(filter(None, (self._said(self.recorded), trouble))))

    def compare(self, truth):
        """Return a Card: what was predicted, what came out, and how the two differ."""
        truth = self._read_truth(truth)
        predicted = self._compared = self.recorded
        if predicted is None:
            return Card("What came out", f"{self._shown(truth)}\n\n{NONE_YET}")
        return self._comparison(predicted, truth)

    def fields(self):
        """Return the question as a form shows it."""
        predicted = self.recorded
        return [
            Field(
                name=self.name,
                text=self.question,
                button=BUTTON,
                answer=predicted,
                reply="" if predicted is None else self._reply(predicted),
                outcome="" if predicted is None else "recorded",
                locked=self._is_locked(predicted),
                **self._kind_of_field(),
            )
        ]

    def take(self, name, value):
        """Take a prediction from a form; return what went wrong with keeping it, mostly "".

        Raises WrongKind for what cannot be an answer, and after the comparison.
        """
        if self._is_locked(self.recorded):
            raise WrongKind(SEEN)
        return progress.record(self, "recorded", self._read(value))

    def _is_locked(self, predicted):
        return predicted is not None and predicted == self._compared

    def _reply(self, predicted):
        if self._is_locked(predicted):
            return f"You predicted: {self._shown(predicted)}. {SEEN}"
        return f"{self._said(predicted)} Read on and see; until then you may change it."

    def _said(self, predicted):
        return f"You predict: {self._shown(predicted)}."

    # What a kind of prediction defines.

    def _to_choose(self):
        """Say what there is to choose from, as text."""
        raise NotImplementedError

    def _kind_of_field(self):
        """Return what only this kind says in its Field."""
        raise NotImplementedError

    def _read(self, value):
        """Return the prediction in ``value``. Raises WrongKind."""
        raise NotImplementedError

    def _read_truth(self, truth):
        """Return what came out, ready to be compared. Raises WrongKind."""
        raise NotImplementedError

    def _shown(self, value):
        """Write a prediction, or what came out, as text."""
        raise NotImplementedError

    def _comparison(self, predicted, truth):
        """Return the Card that lays one over the other."""
        raise NotImplementedError
