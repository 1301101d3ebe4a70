"""Every option carries its reason, one of them is right, and no answer shows before it is chosen."""

import pytest
from hypothesis import given, settings

from nnlib.exercises import progress
from nnlib.exercises.card import Card
from nnlib.exercises.outcome import Outcome, Result
from nnlib.exercises.quiz import Option, Question, Quiz
from tests.exercises.shelf import QUIZZES
from tests.exercises.test_hostile import EVIL, values

COLOUR = Question(
    name="colour",
    text="Which colour is a positive weight?",
    options=(
        Option("vermilion", reason="That is a negative one.", misconception="colours swapped"),
        Option("blue", right=True, reason="Blue is “more”."),
    ),
)
QUIZ = Quiz(name="quiz", title="Colours", questions=(COLOUR,))

QUESTIONS = {
    f"{name}.{question.name}": question
    for name, quiz in QUIZZES.items()
    for question in quiz.questions
}
each_question = pytest.mark.parametrize("question", QUESTIONS.values(), ids=QUESTIONS)


def test_the_first_notebooks_have_their_quiz():
    assert {"start.quiz", "perceptron.quiz"} <= QUIZZES.keys()


@pytest.mark.parametrize("name, misconception", [
    ("start.quiz", "running a cell = understanding it"),
    ("perceptron.quiz", "bigger weights fix XOR"),
    ("perceptron.quiz", "weight = importance without sign"),
    ("perceptron.quiz", "the products are one number"),
])
def test_the_misconceptions_of_the_curriculum_are_options(name, misconception):
    options = [option for question in QUIZZES[name].questions for option in question.options]
    assert misconception in {option.misconception for option in options}


@each_question
def test_exactly_one_option_is_right_and_every_one_has_a_reason(question):
    texts = [option.text for option in question.options]
    assert sum(option.right for option in question.options) == 1
    assert len(set(texts)) == len(texts) >= 3
    for option in question.options:
        assert len(option.reason.split()) >= 4, option
        assert bool(option.misconception) != option.right, option


@each_question
def test_every_option_is_answered_with_its_own_reason(question):
    for letter, option in zip("abcdefgh", question.options):
        for choice in (letter, letter.upper(), option.text):
            result = question.check(choice)
            assert result.text == option.reason
            assert result.correct == option.right
            assert result.misconception == option.misconception


@each_question
def test_the_texts_keep_the_voice_of_the_course(question):
    said = [question.text, *(text for one in question.options for text in (one.text, one.reason))]
    for text in said:
        assert "!" not in text and "  " not in text, text
        assert text == text.strip() and "$" not in text, text


@pytest.mark.parametrize("quiz", QUIZZES.values(), ids=QUIZZES)
def test_the_right_option_does_not_always_stand_in_the_same_place(quiz):
    places = [[one.right for one in question.options].index(True) for question in quiz.questions]
    assert len(set(places)) > 1


@pytest.mark.parametrize("quiz", QUIZZES.values(), ids=QUIZZES)
def test_nothing_gives_an_answer_away_before_it_is_chosen(quiz, progress_file):
    shown = f"{quiz!r}{quiz._repr_html_()}{quiz.fields()}"
    for question in quiz.questions:
        assert question.text in shown
        for option in question.options:
            assert option.text in shown and option.reason not in shown
    assert "right" not in str(quiz.fields()[0].__dict__.keys())


def test_a_blank_answer_is_not_attempted():
    for blank in (..., None, [...]):
        result = COLOUR.check(blank)
        assert result.outcome is Outcome.NOT_ATTEMPTED
        assert "a) vermilion\nb) blue" in result.text


def test_an_answer_in_code_is_recorded_and_comes_back(progress_file):
    question = QUIZZES["perceptron.quiz"].questions[0]
    assert not QUIZZES["perceptron.quiz"].answer(1, "a").correct
    assert question.fields()[0].outcome == "not yet"
    assert QUIZZES["perceptron.quiz"].answer("products", "6 and −1").correct
    field = question.fields()[0]
    assert (field.answer, field.outcome) == ("6 and −1", "correct")
    assert field.reply.startswith("Correct. One product")
    assert progress.recall(question)["tries"] == 2


def test_what_was_right_once_stays_right_in_the_progress(progress_file):
    question = QUIZZES["perceptron.quiz"].questions[0]
    question.take("products", "6 and −1")
    question.take("products", "−6")
    assert progress.recall(question) == {"best": "correct", "tries": 2, "answer": "−6"}
    assert question.fields()[0].outcome == "not yet"


def test_a_question_that_does_not_exist_says_which_do():
    for which in (0, 2, "size", None, True, 1.5, [1], "1"):
        card = QUIZ.answer(which, "a")
        assert type(card) is Card or which is True, which
    assert QUIZ.answer(2, "a").text.endswith("the questions have the numbers 1 to 1.")


def test_a_choice_that_does_not_exist_says_which_do():
    assert COLOUR.check("c").text == (
        "This is text (in quotes); choose one of the letters `\"a\"` to `\"b\"`."
    )
    assert QUIZ.answer(1, 1).misconception == "wrong kind"


@settings(max_examples=200, deadline=None)
@given(choice=values)
def test_arbitrary_choices_are_survived(choice):
    result = COLOUR.check(choice)
    assert type(result) is Result and result.text
    if result.correct:
        assert choice.strip().lower() in ("b", "blue")


def test_evil_choices_are_survived():
    for thing in EVIL:
        assert not COLOUR.check(thing).correct


def test_an_answer_of_an_earlier_edition_is_forgotten(progress_file):
    progress.record(COLOUR, "not yet", "a colour that is no longer there")
    assert COLOUR.fields()[0].answer is None
