"""One proof for every exercise: the right pass, the wrong draw their own hint, blank is blank."""

import pytest

from nnlib.exercises.outcome import Outcome
from nnlib.exercises.state import StateExercise
from tests.exercises.blanks import blanks_for
from tests.exercises.labs import lab_for
from tests.exercises.shelf import EXERCISES, NAMES, SHELF

RIGHT = [
    pytest.param(exercise, answer, Outcome.CORRECT, "", id=f"{name}-right-{number}")
    for name, exercise in zip(NAMES, EXERCISES)
    for number, answer in enumerate(exercise.right)
]
WRONG = [
    pytest.param(exercise, answer, Outcome.NOT_YET, mistake.name, id=f"{name}-{mistake.name}-{n}")
    for name, exercise in zip(NAMES, EXERCISES)
    for mistake in exercise.misconceptions
    for n, answer in enumerate(mistake.examples)
]
BLANK = [
    pytest.param(exercise, answer, Outcome.NOT_ATTEMPTED, "", id=f"{name}-blank-{number}")
    for name, exercise in zip(NAMES, EXERCISES)
    for number, answer in enumerate(blanks_for(exercise))
]
each_exercise = pytest.mark.parametrize("exercise", EXERCISES, ids=NAMES)


@pytest.mark.parametrize("exercise, answer, outcome, misconception", RIGHT + WRONG + BLANK)
def test_the_answer_gets_its_outcome_and_its_hint(exercise, answer, outcome, misconception):
    result = exercise.check(answer)
    assert (result.outcome, result.misconception) == (outcome, misconception), result


def test_the_notebooks_have_their_exercises():
    assert {"start.answer", "start.find_weight", "perceptron.nand", "perceptron.xor"} <= set(NAMES)


@each_exercise
def test_at_least_two_mistakes_have_a_hint_of_their_own(exercise):
    hints = [mistake.hint for mistake in exercise.misconceptions]
    assert len(hints) == len(set(hints)) >= 2
    assert all(mistake.examples for mistake in exercise.misconceptions)
    assert len(exercise.right) >= 2


@each_exercise
def test_the_solution_runs_and_passes(exercise):
    names = {"lab": lab_for(exercise)} if isinstance(exercise, StateExercise) else {}
    exec(compile(exercise.solution().code, "solution", "exec"), names)
    assert exercise.check(names[exercise.variable]).correct


@each_exercise
def test_hints_grow_stronger_and_end_with_the_way_to_the_solution(exercise):
    exercise._hints_given = 0
    shown = [exercise.hint() for _ in range(len(exercise.hints) + 1)]
    assert all(card.text.startswith(hint) for hint, card in zip(exercise.hints, shown))
    assert all(exercise.task not in card.text for card in shown)
    assert shown[-1] == shown[-2], "after the last hint comes the last hint"
    assert "solution()" in shown[-1].text and "solution()" not in shown[0].text
    assert exercise.hint(1) == shown[0]
    assert len(exercise.hints) >= 2


@pytest.mark.parametrize("number", [0, 99, -1, "first", 1.5, [1]])
def test_a_hint_that_does_not_exist_says_which_do(number):
    assert EXERCISES[0].hint(number).text == "There are hints 1 to 2."


@pytest.mark.parametrize("notebook, name, exercise", SHELF, ids=NAMES)
def test_an_exercise_shows_its_task_and_knows_its_name(notebook, name, exercise):
    assert exercise.name == name
    assert repr(exercise) == f"{exercise.title}\n{exercise.task}"
    assert exercise.title in exercise._repr_html_()
    assert exercise.check().text.startswith(exercise.task)


@each_exercise
def test_the_texts_keep_the_voice_of_the_course(exercise):
    texts = [exercise.task, exercise.praise, exercise.explanation, *exercise.hints]
    texts += [exercise.check(answer).text for m in exercise.misconceptions for answer in m.examples]
    for text in texts:
        assert "!" not in text and "wrong" not in text.lower(), text
        assert "  " not in text and text == text.strip(), text
