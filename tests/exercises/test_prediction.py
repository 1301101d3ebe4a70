"""A prediction is recorded before the run, stays as it is after it, and is laid over the truth."""

import xml.etree.ElementTree as ET

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nnlib import Adam, Network, Perceptron, data, train
from nnlib.drawing.theme import PURPLE
from nnlib.exercises import comparison, perceptron, start
from nnlib.exercises.card import Card
from nnlib.exercises.prediction import ChoicePrediction, NumberPrediction
from tests.exercises.shelf import PREDICTIONS
from tests.exercises.test_hostile import EVIL, Odd, values

each = pytest.mark.parametrize("prediction", PREDICTIONS.values(), ids=PREDICTIONS)


@pytest.fixture(autouse=True)
def own_file(progress_file):
    """Let no prediction of one test reach the next; what is in no notebook has a name of its own."""


def loss(name="loss", **changes):
    options = {"question": "How large is the loss?", "low": 0, "high": 2, "close": 0.1}
    return NumberPrediction(name=name, **options | changes)


def rate(name="rate", **changes):
    return ChoicePrediction(
        name=name, question="What happens?", options=("it settles", "it leaps"),
        afterwards={"it leaps": "Rates below 2 are calm."}, **changes
    )  # fmt: skip


def test_a_number_is_recorded_and_compared():
    guess = loss("recorded")
    assert guess.recorded is None
    assert guess.record(0.7).text == "You predict: 0.7."
    assert guess.recorded == 0.7
    card = guess.compare(1.25)
    assert card.heading == "Higher than you predicted"
    assert card.text.startswith(
        "You predicted 0.7; it came out as 1.25.\n\nYour prediction was 0.55 too low."
    )


@pytest.mark.parametrize("predicted, truth, heading, words", [
    (1.0, 1.05, "Near what you predicted", "off by 0.05 only"),
    (1.0, 1.0, "Near what you predicted", "Exactly so"),
    (1.0, 0.5, "Lower than you predicted", "0.5 too high"),
    (1.0, 7.0, "Higher than you predicted", "6 too low"),
    (1.0, float("nan"), "Not a number", "grown beyond all bounds"),
    (1.0, -np.inf, "Not a number", "grown beyond all bounds"),
    (1.0, np.array(0.5), "Lower than you predicted", "0.5 too high"),
])  # fmt: skip
def test_a_sentence_tells_the_difference(predicted, truth, heading, words):
    guess = loss(f"difference {truth}")
    guess.record(predicted)
    card = guess.compare(truth)
    assert card.heading == heading and words in card.text
    assert card.text.split("\n\n")[0] in card._repr_html_()


def test_words_of_the_notebook_take_the_place_of_the_question():
    guess = loss("words", afterwards={"too low": "The square makes it large."})
    guess.record(0)
    assert guess.compare(2).text.endswith("2 too low.\n\nThe square makes it large.")


def test_without_a_prediction_the_truth_is_shown_and_the_lack_is_said():
    card = loss("none").compare(0.5)
    assert card.text.startswith("0.5\n\nNo prediction was recorded.")
    assert "svg" not in card._repr_html_()


def test_a_prediction_may_change_until_it_was_compared():
    guess = loss("locked")
    guess.record(1)
    guess.record(0.5)
    assert not guess.fields()[0].locked
    first = guess.compare(1)
    assert guess.fields()[0].locked
    with pytest.raises(ValueError, match="You have seen what came out"):
        guess.record(1)
    assert guess.recorded == 0.5 and guess.compare(1) == first


def test_a_comparison_with_no_prediction_locks_nothing():
    guess = loss("run all first")
    guess.compare(1)
    guess.record(1)
    assert guess.recorded == 1


@pytest.mark.parametrize("typed, read", [("0,7", 0.7), (" 1.5 ", 1.5), ("−0", 0), ("2e-1", 0.2)])
def test_numbers_are_read_as_people_type_them(typed, read):
    guess = loss(f"typed {typed}")
    guess.take(guess.name, typed)
    assert guess.recorded == read


@pytest.mark.parametrize("given, words", [
    ("much", "“much” is not a number; type one such as 0.5"),
    ("", "“” is not a number"),
    ("nan", "a finite number is asked for"),
    (3, "3 is out of range; choose a number from 0 to 2"),
    (-0.1, "−0.1 is out of range"),
    (None, "This is None; one number is asked for"),
    (True, "This is True; one number"),
    ([1], "a list with 1 value"),
])
def test_what_cannot_be_an_answer_is_refused_with_a_sentence(given, words):
    guess = loss("refused")
    with pytest.raises(ValueError, match=words.replace("(", r"\(")):
        guess.record(given)
    assert guess.recorded is None


def test_a_truth_that_is_no_number_is_refused_with_a_sentence():
    with pytest.raises(ValueError, match="compare with the one number that came out"):
        loss().compare([1, 2])


def test_a_choice_is_recorded_by_text_or_letter_and_compared():
    guess = rate("choice")
    guess.record("b")
    assert guess.recorded == "it leaps"
    card = guess.compare("it settles")
    assert card.heading == "Other than you predicted"
    assert card.text == (
        "You predicted “it leaps”; what came out is “it settles”.\n\nRates below 2 are calm."
    )
    assert guess.compare("it leaps").heading == "As you predicted"
    with pytest.raises(ValueError, match='choose one of the letters `"a"` to `"b"`'):
        rate("another").record("c")


def test_which_turns_what_came_out_into_an_option():
    guess = rate("which", which=lambda losses: "it leaps" if max(losses) > 1 else "it settles")
    guess.record("it leaps")
    assert guess.compare([0.5, 3]).heading == "As you predicted"


def _line(card):
    html = card._repr_html_()
    return ET.fromstring(html[html.index("<svg"):html.index("</svg>") + 6])


def test_the_line_of_numbers_shows_both_in_their_places_and_says_the_same():
    guess = loss("line", unit="<b>")
    guess.record(0.5)
    picture = _line(guess.compare(1.0))
    line, truth, predicted = picture.findall("path")
    assert truth.get("d").startswith("M240.0 ") and predicted.get("d").startswith("M150.0 ")
    assert truth.get("stroke") == "currentColor" and not truth.get("stroke-dasharray")
    assert predicted.get("stroke") == PURPLE and predicted.get("stroke-dasharray")
    words = [text.text for text in picture.findall("text")]
    assert words == ["0 <b>", "2 <b>", "came out: 1 <b>", "predicted: 0.5 <b>"]
    assert picture.get("role") == "img" and "it came out as 1 <b>" in picture.get("aria-label")


@pytest.mark.parametrize("place", [0, 0.1, 0.24, 0.26, 0.5, 0.76, 1])
def test_the_words_on_the_line_of_numbers_stay_inside_the_picture(place):
    guess = loss("words on the line", high=1250.5, unit="drawings", close=0)
    guess.record(1250.5 * place)
    picture = _line(guess.compare(1250.5 * (1 - place)))
    for label in picture.findall("text"):
        width, x = 7 * len(label.text), float(label.get("x"))
        left = x - width * {"start": 0, "middle": 0.5, "end": 1}[label.get("text-anchor")]
        assert 0 <= left and left + width <= comparison.WIDTH, label.text


def test_one_of_something_is_written_in_the_singular():
    guess = loss("singular", low=0, high=4, close=0, unit="rows")
    guess.record(4)
    assert "Your prediction was 1 row too high." in guess.compare(3).text
    assert "it came out as 1 row." in guess.compare(1).text
    assert "from 0 to 4 rows" in repr(guess) and "it came out as 0.5 rows." in guess.compare(0.5).text


def test_purple_is_the_purple_of_the_course():
    assert comparison.PURPLE == PURPLE


@settings(max_examples=200, deadline=None)
@given(truth=st.floats(-1e9, 1e9), predicted=st.floats(0, 2))
def test_the_line_of_numbers_holds_every_number(truth, predicted):
    card = comparison.Comparison("", "", predicted=predicted, truth=truth, low=0, high=2)
    for stroke in _line(card).findall("path")[1:]:
        assert 60 <= float(stroke.get("d")[1:].split()[0]) <= 420


@settings(max_examples=200, deadline=None)
@given(given=values)
def test_arbitrary_predictions_are_recorded_or_refused(given):
    for guess in (loss("any"), rate("any choice")):
        try:
            card = guess.record(given)
        except ValueError as error:
            assert str(error)
        else:
            assert type(card) is Card
            assert guess.recorded in getattr(guess, "options", ()) or 0 <= guess.recorded <= 2


def test_evil_predictions_are_refused():
    for thing in [thing for thing in EVIL if thing is not np.ma.masked]:  # to numpy that is 0
        for guess in (loss("evil"), rate("evil choice")):
            try:
                guess.record(thing)
            except (Exception, Odd):
                pass
            assert guess.recorded is None


@each
def test_every_prediction_of_the_course_shows_its_question_and_keeps_the_voice(prediction):
    assert repr(prediction).startswith(prediction.question)
    for text in (prediction.question, *prediction.afterwards.values()):
        assert "!" not in text and "  " not in text and text == text.strip() and "$" not in text
    if isinstance(prediction, ChoicePrediction):
        assert len(set(prediction.options)) == len(prediction.options) >= 2
        assert set(prediction.afterwards) <= set(prediction.options)
    else:
        assert prediction.low < prediction.high and prediction.close >= 0
        assert set(prediction.afterwards) <= {"near", "too low", "too high"}


@each
def test_every_prediction_of_the_course_comes_back_in_a_new_session(prediction):
    value = prediction.options[0] if hasattr(prediction, "options") else prediction.low
    prediction.record(value)
    assert prediction.recorded == value
    assert prediction.fields()[0].reply.startswith("You predict")


# What the first notebooks hand to `compare`, and what it says of other things.

SPIRAL = data.spiral(n=200)


def trained(steps):
    network = Network([2, 8, 8, 1])
    for _ in train(network, SPIRAL, Adam(rate=0.01), batch=20, steps=steps):
        pass
    return network


@pytest.mark.parametrize("prediction, came, option", [
    (start.guess_loss, [16, 4, 0, 4, 16], 2),
    (start.guess_loss, [9, 4, 1, 0.0], 0),
    (start.guess_loss, [1, 4, 9], 3),
    (start.guess_loss, [1, 0, -1], 1),
    (start.guess_spiral, trained(50), 1),
    (perceptron.guess_rule, [0, 0, 0, 0], 0),
    (perceptron.guess_rule, [0, 1, 1, 1], 1),
    (perceptron.guess_rule, Perceptron([1, 1], -1.5).predict(data.gate("AND").inputs), 2),
    (perceptron.guess_rule, [1, 1, 1, 1], 3),
    (perceptron.guess_or, Perceptron([1, 1], -0.5), 3),
    (perceptron.guess_double, np.ones(5, bool), 3),
])
def test_what_came_out_is_read_as_an_option(prediction, came, option):
    assert prediction.which(came) == prediction.options[option]


@pytest.mark.parametrize("prediction, came, words", [
    (perceptron.guess_rule, [1, 0, 0, 1], "the answers are (1, 0, 0, 1)"),
    (perceptron.guess_or, Perceptron([3, 1], -1.5), "not OR yet"),
    (perceptron.guess_or, Perceptron([2, 2], -1.5), "another way to OR"),
    (perceptron.guess_double, np.array([True, False]), "1 answer is another one"),
])
def test_what_is_no_option_is_said_as_it_is(prediction, came, words):
    assert words in prediction.compare(came).text


@pytest.mark.parametrize("weights, bias", [([1, 1], b) for b in np.arange(-1, 0, 0.1)])
def test_a_larger_bias_alone_makes_or(weights, bias):
    assert perceptron.guess_or.which(Perceptron(weights, bias)) == perceptron.predictions.UP


@pytest.mark.parametrize("changed", ["w1", "w2", "smaller bias"])
def test_no_other_single_number_makes_or(changed):
    for value in np.linspace(-50, 50, 2001):
        numbers = {"w1": ([value, 1], -1.5), "w2": ([1, value], -1.5)}
        weights, bias = numbers.get(changed, ([1, 1], -1.5 - abs(value)))
        assert perceptron.guess_or.which(Perceptron(weights, bias)) == "not OR yet"
