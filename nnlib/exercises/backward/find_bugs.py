"""Which bug is in which step? Found from outside, by what the steps do, not by reading them."""

from collections.abc import Mapping
from dataclasses import dataclass

from nnlib.exercises.exercise import Misconception
from nnlib.exercises.reading import WrongKind, is_blank
from nnlib.exercises.value import ValueExercise
from nnlib.exercises.words import describe, quote

STEPS = ("A", "B", "C")
CAUSES = ("no bend factor", "plus for minus", "sum, not mean")
FOUND = {"A": "sum, not mean", "B": "no bend factor", "C": "plus for minus"}


@dataclass(kw_only=True, repr=False, eq=False)
class Matching(ValueExercise):
    """Ask which of several causes belongs to which of several names; blank ones may stay blank."""

    def _is_untouched(self, pairs):
        return not pairs


def read_pairs(answer):
    """Return a dict of names and causes as a frozenset of pairs. Raises WrongKind."""
    if not isinstance(answer, Mapping):
        raise WrongKind(f"This is {describe(answer)}; a dict is asked for, such as `{{'A': '{CAUSES[0]}'}}`.")
    return frozenset((_step(name), _cause(name, said)) for name, said in answer.items() if not is_blank(said))


def _step(name):
    step = str(name).strip().upper()
    if step not in STEPS:
        raise WrongKind(f"“{quote(name)}” is not one of the steps: {', '.join(STEPS)}.")
    return step


def _cause(name, said):
    if not isinstance(said, str):
        raise WrongKind(f"At {name} stands {describe(said)}; a cause is written as text, such as '{CAUSES[0]}'.")
    known = {_plain(cause): cause for cause in CAUSES}
    if _plain(said) not in known:
        raise WrongKind(f"“{quote(said)}” is not one of the three: {'; '.join(CAUSES)}.")
    return known[_plain(said)]


def _plain(text):
    return "".join(letter for letter in text.lower() if letter.isalpha())


def _says(name, cause):
    return lambda pairs: (name, cause) in pairs


def _all(*causes):
    return dict(zip(STEPS, causes, strict=True))


found_bugs = Matching(
    name="found_bugs",
    variable="found",
    title="Three planted bugs",
    task="`exercises.bugs` holds three training steps, A, B and C. In each is one bug: the bend factor"
    " of the hidden units is forgotten (`\"no bend factor\"`), the update adds where it should subtract"
    " (`\"plus for minus\"`), or the examples of a batch are added up where the mean is wanted"
    " (`\"sum, not mean\"`). Find out by experiments which is where, and put it into the dict `found`.",
    read=read_pairs,
    expected=frozenset(FOUND.items()),
    hints=(
        "Slopes and update are two things: look at each of them alone. Compare the slopes with"
        " measured ones, first for one example, then for all four, and layer by layer. Then look"
        " whether the loss falls when the network is given the parameters after the step.",
        "A step whose slopes agree for one example, and are four times too large for four, adds up."
        " One whose slopes agree at the output, and not in front of it, has lost something on the"
        " way through the hidden units. One whose slopes all agree can only err in the update.",
    ),
    solution_code='found = {"A": "sum, not mean", "B": "no bend factor", "C": "plus for minus"}',
    explanation=(
        "On one example A agrees with the measured slopes; on four its slopes are four times too"
        " large. B agrees at the output with any batch, but not in the hidden layer, and with"
        " hidden='linear', where the bend factor is 1, its bug is gone. C finds all slopes right, and"
        " its loss rises at every step, however small the rate: plus for minus. A and B still learn"
        " something, and that is what makes such bugs hard to notice. Measuring finds them."
    ),
    praise="All three, from their symptoms. That is how such bugs are found in real code too.",
    right=(
        dict(FOUND),
        {"C": "Plus for minus.", "B": "no bend  factor", "A": "sum not mean"},
        {"a": "sum-not-mean", "b": "no bend factor", "c": "plus_for_minus"},
    ),
    misconceptions=(
        Misconception(
            name="unfinished",
            when=lambda pairs: pairs < frozenset(FOUND.items()),
            hint="So far this agrees. What speaks for each of the others? One experiment each is enough.",
            examples=({"A": "sum, not mean"}, {"A": ..., "B": "no bend factor", "C": "plus for minus"}),
        ),
        Misconception(
            name="one cause twice",
            when=lambda pairs: len({cause for _, cause in pairs}) < len(pairs),
            hint="One cause stands there twice. Each of the three has a bug of its own.",
            examples=(_all(*CAUSES[:2], CAUSES[0]), _all(*[CAUSES[2]] * 3)),
        ),
        Misconception(
            name="plus for minus in the slopes",
            when=lambda pairs: _says("A", "plus for minus")(pairs) or _says("B", "plus for minus")(pairs),
            hint="Plus for minus is in an update, so it cannot be seen in the slopes: these would all"
            " be right. Which step has slopes that agree with the measured ones for any batch? And"
            " what does the loss do after its update, with a small rate?",
            examples=(
                _all("plus for minus", "no bend factor", "sum, not mean"),
                _all("sum, not mean", "plus for minus", "no bend factor"),
                {"B": "plus for minus"},
            ),
        ),
        Misconception(
            name="tried on one size of batch",
            when=lambda pairs: _says("A", "no bend factor")(pairs) or _says("B", "sum, not mean")(pairs),
            hint="Compare A and B with measured slopes twice: on one example, then on four. Adding up in"
            " place of the mean makes no difference on one. And a missing bend factor leaves the"
            " output layer alone.",
            examples=(
                _all("no bend factor", "sum, not mean", "plus for minus"),
                {"A": "no bend factor"},
            ),
        ),
        Misconception(
            name="slopes of C suspected",
            when=lambda pairs: _says("C", "no bend factor")(pairs) or _says("C", "sum, not mean")(pairs),
            hint="Compare the slopes of C with measured ones, on one example and on four. They agree"
            " everywhere. So where is there still room for a bug?",
            examples=({"C": "no bend factor"}, {"A": "sum, not mean", "C": "no bend factor"}),
        ),
    ),
)
