"""Questions with options to choose from; every option, right or not, comes with its reason.

An option that is not right is what somebody believes who holds a certain misconception, so its
reason says what speaks against it. Choose as often as you like.
"""

from dataclasses import dataclass, replace
from functools import cached_property
from html import escape

from nnlib.exercises import progress
from nnlib.exercises.card import Card, marked
from nnlib.exercises.exercise import UNREADABLE
from nnlib.exercises.field import Field
from nnlib.exercises.guard import watch
from nnlib.exercises.outcome import Outcome, Result
from nnlib.exercises.reading import WrongKind, is_blank, list_options, read_option
from nnlib.exercises.words import describe

BUTTON = "Check my answer"
SECONDS = 1.0  # for reading one choice


@dataclass(frozen=True)
class Option:
    """Hold one answer to choose, and why it is right or not; a wrong one names its misconception."""

    text: str
    reason: str = ""
    misconception: str = ""
    right: bool = False


@dataclass(frozen=True, eq=False, repr=False)
class Question:
    """Ask for one of several ``options``, of which exactly one is right."""

    name: str
    text: str
    options: tuple

    kind = "question"
    heading = ""

    def __repr__(self):
        return f"{self.text}\n{list_options(self._texts)}"

    def _repr_html_(self):
        options = "".join(f"<li>{marked(text)}</li>" for text in self._texts)
        return f'<p>{marked(self.text)}</p><ol type="a">{options}</ol>'

    def check(self, choice=...):
        """Return a Result with the reason of the option chosen, by its letter or its text.

        Never raises, whatever it is given, and keeps nothing.
        """
        return self._judge(choice)[1]

    def answer(self, choice=...):
        """Check the ``choice`` and take note of it in your progress."""
        option, result = self._judge(choice)
        trouble = option and self._note(option)
        return replace(result, text=f"{result.text}\n\n{trouble}") if trouble else result

    def fields(self):
        """Return the question as a form shows it, with the reason of what was chosen last."""
        chosen = progress.recall(self).get("answer")
        if chosen not in self._texts:  # nothing yet, or an option of an earlier edition
            chosen = None
        outcome, reply = "", ""
        if chosen:
            result = self._about(self._option(chosen))
            outcome = result.outcome.value.lower()
            reply = f"{result.outcome.value}. {result.text}"
        return [
            Field(
                name=self.name,
                kind="choice",
                text=self.text,
                options=self._texts,
                button=BUTTON,
                answer=chosen,
                reply=reply,
                outcome=outcome,
            )
        ]

    def take(self, name, value):
        """Take the option that a form hands in. Raises WrongKind when there is no such option."""
        return self._note(self._option(value))

    @cached_property
    def _texts(self):
        return tuple(option.text for option in self.options)

    def _option(self, choice):
        return self.options[self._texts.index(read_option(self._texts, choice))]

    def _judge(self, choice):
        """Return the option chosen, None if there is none, and the Result."""
        watched = watch(lambda: None if is_blank(choice) else self._option(choice), SECONDS)
        if watched.error is not None:
            return None, self._excuse(watched.error)
        if watched.value is None:
            return None, self._result(Outcome.NOT_ATTEMPTED, repr(self))
        return watched.value, self._about(watched.value)

    def _excuse(self, error):
        if isinstance(error, WrongKind):
            return self._result(Outcome.NOT_YET, str(error), "wrong kind")
        return self._result(Outcome.NOT_YET, UNREADABLE, "unreadable")

    def _about(self, option):
        outcome = Outcome.CORRECT if option.right else Outcome.NOT_YET
        return self._result(outcome, option.reason, option.misconception)

    def _note(self, option):
        return progress.record(self, "correct" if option.right else "not yet", option.text)

    def _result(self, outcome, text, misconception=""):
        return Result(outcome.value, text, "", self.name, outcome, misconception)


@dataclass(frozen=True, eq=False, repr=False)
class Quiz:
    """Hold several questions. ``quiz.answer(1, "b")`` answers the first of them in code."""

    name: str
    title: str
    questions: tuple

    @property
    def heading(self):
        """Return what stands above the questions."""
        return self.title

    def __repr__(self):
        asked = [f"{number}. {question!r}" for number, question in enumerate(self.questions, 1)]
        return "\n\n".join([self.title, *asked])

    def _repr_html_(self):
        asked = "".join(f"<li>{question._repr_html_()}</li>" for question in self.questions)
        return f"<p><strong>{escape(self.title)}</strong></p><ol>{asked}</ol>"

    def answer(self, which, choice=...):
        """Answer question ``which``, a number from 1 or a name, and return the Result or a Card."""
        try:
            return self._question(which).answer(choice)
        except WrongKind as error:
            return Card(self.title, str(error))

    def fields(self):
        """Return all questions as a form shows them."""
        return [field for question in self.questions for field in question.fields()]

    def take(self, name, value):
        """Take an answer from a form. Raises WrongKind when there is no such question or option."""
        return self._question(name).take(name, value)

    def _question(self, which):
        for number, question in enumerate(self.questions, 1):
            if isinstance(which, int | str) and which in (number, question.name):
                return question
        raise WrongKind(
            f"This is {describe(which)}; the questions have the numbers 1 to {len(self.questions)}."
        )
