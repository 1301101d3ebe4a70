"""What every exercise can do, whatever kind of answer it takes.

An exercise knows the mistakes people make. When your answer behaves like one of them, the check
does not only say "not yet": it gives the hint for that very mistake.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from nnlib.exercises import progress
from nnlib.exercises.card import Card
from nnlib.exercises.deadline import TimeUp
from nnlib.exercises.guard import watch
from nnlib.exercises.outcome import Outcome, Result
from nnlib.exercises.reading import WrongKind, is_blank
from nnlib.exercises.words import quote

RANDOM = "It draws or seeds random numbers. Leave them out: equal inputs must give equal answers."
UNREADABLE = "Something in this answer raised an error while it was being read. Try a plainer one."


@dataclass(frozen=True)
class Misconception:
    """Hold one way to go wrong and the hint that helps.

    ``examples`` are answers that show the mistake; every one must draw this hint (tested). ``when``
    takes the answer, as the exercise reads it, and recognises the mistake; without it an answer is
    recognised by behaving like one of the examples. ``hint`` is a sentence, or a function from the
    answer to a sentence.
    """

    name: str
    hint: str | Callable
    examples: tuple
    when: Callable | None = None


@dataclass(kw_only=True, repr=False, eq=False)
class Exercise:
    """Hold a task with its hints and its solution, and check answers to it.

    ``name`` is its name in the module. ``hints`` go from a push to a strong push. ``solution_code``
    runs as it stands, and leaves a right answer in ``variable``. ``right`` are answers that must
    pass. ``seconds`` limits the time of one check.
    """

    name: str
    title: str
    task: str
    hints: tuple
    solution_code: str
    explanation: str
    praise: str
    right: tuple
    misconceptions: tuple
    seconds: float = 3.0
    kind = "exercise"
    first_move = "Put your answer in place of `...` and run the cell again."
    about_random = RANDOM  # what is said when shared random numbers were drawn
    _hints_given: int = field(default=0, init=False)

    def __repr__(self):
        return repr(self._statement())

    def _repr_html_(self):
        return self._statement()._repr_html_()

    def check(self, answer=...):
        """Return a Result: correct, not yet, or not attempted; your progress takes note of it.

        Takes any answer and never raises, except when the learner presses Stop.
        """
        watched = watch(lambda: self._judge(answer), self.seconds)
        result = watched.value if watched.error is None else self._excuse(watched.error)
        if result.correct and watched.drew_random:
            result = self._not_yet("random numbers", self.about_random)
        return self._noted(self._with_printed(result, watched.printed))

    def hint(self, number=None):
        """Show the next hint, or hint ``number``, counted from 1."""
        if number is None:
            number = self._hints_given = min(self._hints_given + 1, len(self.hints))
        if not isinstance(number, int) or not 1 <= number <= len(self.hints):
            return Card(f"Hint: {self.title}", f"There are hints 1 to {len(self.hints)}.")
        heading = f"Hint {number} of {len(self.hints)}: {self.title}"
        return Card(heading, f"{self.hints[number - 1]}{self._after_hint(number)}")

    def solution(self):
        """Show code that solves the exercise, and why it works."""
        return Card(f"Solution: {self.title}", self.explanation, self.solution_code.strip())

    def _statement(self):
        return Card(self.title, self.task)

    def _after_hint(self, number):
        last = number == len(self.hints)
        return "\n\nThis is the strongest hint; `solution()` is next." if last else ""

    # How an answer is judged.

    def _judge(self, answer):
        if is_blank(answer):
            return self._not_attempted()
        reading = self._read(answer)
        if self._is_untouched(reading):
            return self._not_attempted()
        if self._is_right(reading):
            return self._correct()
        return self._diagnose(reading)

    def _diagnose(self, reading):
        for misconception in self.misconceptions:
            if self._shows(misconception, reading):
                hint = misconception.hint
                text = hint(reading) if callable(hint) else hint
                return self._not_yet(misconception.name, text)
        return self._not_yet("something else", *self._otherwise(reading))

    # What a kind of exercise defines. A reading is the answer as the exercise looks at it.

    def _read(self, answer):
        """Return the reading of ``answer``. Raises WrongKind."""
        raise NotImplementedError

    def _is_untouched(self, reading):
        """Tell whether the reading is what the learner was given to start from."""
        return False

    def _is_right(self, reading):
        """Tell whether the exercise is solved."""
        raise NotImplementedError

    def _shows(self, misconception, reading):
        """Tell whether the answer was made with this misconception."""
        if misconception.when:
            return misconception.when(reading)
        return any(reading == self._read(example) for example in misconception.examples)

    def _otherwise(self, reading):
        """Return a text (and code to show) for a wrong answer that nobody foresaw."""
        return (self.hints[0],)

    # The results.

    def _result(self, outcome, text, misconception="", code=""):
        heading = f"{outcome.value}: {self.title}"
        return Result(heading, text, code, self.name, outcome, misconception)

    def _correct(self):
        return self._result(Outcome.CORRECT, self.praise)

    def _not_yet(self, misconception, text, code=""):
        return self._result(Outcome.NOT_YET, text, misconception, code)

    def _not_attempted(self):
        return self._result(Outcome.NOT_ATTEMPTED, f"{self.task}\n\n{self.first_move}")

    def _excuse(self, error):
        """Return the Result for an answer that could not be judged."""
        if isinstance(error, WrongKind):
            return self._not_yet("wrong kind", str(error))
        if isinstance(error, TimeUp):
            return self._not_yet("endless", self._too_long())
        return self._not_yet("unreadable", UNREADABLE)

    def _too_long(self):
        return (
            f"This was stopped after {self.seconds:g} seconds. Is there a loop that never ends?"
            " Look at the condition of each `while`: does something inside the loop change it?"
        )

    def _with_printed(self, result, printed):
        if not printed.strip():
            return result
        return replace(result, text=f"{result.text}\n\nIt also printed: {quote(printed)}")

    def _noted(self, result):
        if result.outcome is Outcome.NOT_ATTEMPTED:
            return result
        trouble = progress.record(self, result.outcome.value.lower())
        return replace(result, text=f"{result.text}\n\n{trouble}") if trouble else result
