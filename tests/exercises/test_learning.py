"""Updates as learners write them, with loops and detours, and the hint that each should get."""

import numpy as np
import pytest

from nnlib.exercises.learning import by_hand, endless, sets, update
from nnlib.exercises.outcome import Outcome


def answer(x, w, b):
    return 1 if sum(a * c for a, c in zip(x, w)) + b >= 0 else 0


def in_a_loop(x, target, w, b, rate):
    new = []
    for value, weight in zip(x, w):
        new.append(weight + rate * (target - answer(x, w, b)) * value)
    return new, b + rate * (target - answer(x, w, b))


def with_three_cases(x, target, w, b, rate):
    fires = answer(x, w, b)
    if fires == target:
        return w, b
    if target == 1:
        return w + rate * x, b + rate
    return w - rate * x, b - rate


def forgets_to_return_after_right_answers(x, target, w, b, rate):
    if answer(x, w, b) != target:
        return w + rate * (target - answer(x, w, b)) * x, b + rate * (target - answer(x, w, b))


def one_case_only(x, target, w, b, rate):
    if answer(x, w, b) == 0 and target == 1:
        w, b = w + rate * x, b + rate
    return w, b


def works_with_the_moved_weights(x, target, w, b, rate):
    w = w + rate * (target - answer(x, w, b)) * x
    return w, b + rate * (target - answer(x, w, b))  # the answer of the new weights


def moves_the_bias_twice(x, target, w, b, rate):
    w, b = with_three_cases(x, target, w, b, rate)
    return w, with_three_cases(x, target, w, b, rate)[1] + b


def writes_into_its_weights(x, target, w, b, rate):
    error = target - answer(x, w, b)
    w += rate * error * x
    return w, b + rate * error


def returns_only_the_weights(x, target, w, b, rate):
    return with_three_cases(x, target, w, b, rate)[0]


def changes_places(x, target, w, b, rate):
    return with_three_cases(x, target, w, b, rate)[::-1]


@pytest.mark.parametrize(
    ("function", "misconception", "words"),
    [
        (in_a_loop, "", "the whole rule"),
        (with_three_cases, "", "the whole rule"),
        (one_case_only, "false alarms overlooked", "a second kind of mistake"),
        (forgets_to_return_after_right_answers, "something else", "gave nothing back"),
        (works_with_the_moved_weights, "answer taken twice", "before anything moves"),
        (moves_the_bias_twice, "something else", "should give"),
        (writes_into_its_weights, "wrong kind", "Make a new array"),
        (returns_only_the_weights, "something else", "the pair `w, b`"),
        (changes_places, "something else", "the pair `w, b`"),
    ],
)
def test_an_update_is_understood_however_it_is_written(function, misconception, words):
    result = update.check(function)
    assert result.misconception == misconception and words in result.text, result
    assert result.correct == (misconception == "")


def test_an_update_that_nobody_foresaw_comes_back_as_a_call_to_try():
    result = update.check(moves_the_bias_twice)
    names = {"np": np, "update": moves_the_bias_twice}
    weights, bias = eval(result.code, names)
    assert np.append(weights, bias).tolist() != eval(result.code, names | {"update": update.oracle}).tolist()


def test_the_sets_are_small_exact_and_in_the_plane_of_the_lab():
    for points in sets.values():
        assert 3 <= len(points) <= 12
        assert (points.inputs == points.inputs.round()).all() and np.abs(points.inputs).max() <= 2.5


@pytest.mark.parametrize("given", [["Diamond", " ISLAND ", "stripe", "twins"], ("twins", "stripe", "island", "diamond")])
def test_names_are_read_kindly(given):
    assert endless.check(given).correct


@pytest.mark.parametrize(("given", "words"), [("stripe", "a list is asked for"), (["strip"], "not one of the names")])
def test_what_is_no_list_of_names_is_explained(given, words):
    assert words in endless.check(given).text


def test_the_hand_calculation_takes_any_number_type():
    assert by_hand.check(np.float32(-2.5)).correct
    assert by_hand.check("−2.5").outcome is Outcome.NOT_YET
