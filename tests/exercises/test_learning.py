"""Updates as learners write them, with loops and detours, and the hint that each should get."""

import itertools

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


def moved(x, target, w, b, rate, by):
    return w + rate * (target - answer(x, w, b)) * by


def only_by_the_answer(x, target, w, b, rate):
    return (w - rate * x, b - rate) if answer(x, w, b) else (w + rate * x, b + rate)


def bias_the_other_way(x, target, w, b, rate):
    error = target - answer(x, w, b)
    return w + rate * error * x, b - rate * error


def until_it_is_right(x, target, w, b, rate):
    while answer(x, w, b) != target:
        w, b = with_three_cases(x, target, w, b, rate)
    return w, b


def step_over_single_products(x, target, w, b, rate):
    z = w * x + b
    y = 1 if z >= 0 else 0
    return w + rate * (target - y) * x, b + rate * (target - y)


def for_one_input_only(x, target, w, b, rate):
    if len(x) > 1:
        raise RuntimeError
    return with_three_cases(x, target, w, b, rate)


def returns_only_the_weights(x, target, w, b, rate):
    return with_three_cases(x, target, w, b, rate)[0]


def changes_places(x, target, w, b, rate):
    return with_three_cases(x, target, w, b, rate)[::-1]


@pytest.mark.parametrize(
    ("function", "misconception", "words"),
    [
        (in_a_loop, "", "the whole rule"),
        (lambda *case: list(map(np.ndarray.tolist, map(np.asarray, with_three_cases(*case)))), "", "the whole rule"),
        (lambda *case: np.append(*with_three_cases(*case)), "wrong kind", "`return w, b`"),
        (lambda *case: print(with_three_cases(*case)), "wrong kind", "nothing back; two things are due"),
        (lambda *case: (moved(*case, by=1), with_three_cases(*case)[1]), "input left out", "its own input"),
        (lambda *case: (moved(*case, by=np.sign(case[0])), with_three_cases(*case)[1]), "something else", "First `w`"),
        (lambda x, target, w, b, rate: with_three_cases(x, target, w, b, 1), "rate left out", "said by `rate`"),
        (lambda x, t, w, b, rate: (with_three_cases(x, t, w, b, rate)[0], np.array([b])), "something else", "one number is due"),
        (only_by_the_answer, "answer alone", "the target"),
        (step_over_single_products, "products not added up", "`x @ w` multiplies and adds them up"),
        (for_one_input_only, "something else", "This call stopped with RuntimeError"),
        (bias_the_other_way, "bias the other way", "as the weights do"),
        (until_it_is_right, "until it is right", "once"),
        (with_three_cases, "", "the whole rule"),
        (one_case_only, "false alarms overlooked", "a second kind of mistake"),
        (forgets_to_return_after_right_answers, "wrong kind", "nothing back; two things are due"),
        (works_with_the_moved_weights, "answer taken twice", "before anything moves"),
        (moves_the_bias_twice, "something else", "`w` is right. Now `b`. This call gives"),
        (writes_into_its_weights, "wrong kind", "Make a new array"),
        (returns_only_the_weights, "wrong kind", "`return w, b`"),
        (changes_places, "wrong kind", "Both are right, and stand the other way round."),
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
    due_weights, due_bias = eval(result.code, names | {"update": update.oracle})
    assert weights.tolist() == due_weights.tolist() and bias != due_bias


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
    assert by_hand.check(np.float32(-2)).correct
    assert by_hand.check("−2").outcome is Outcome.NOT_YET


def sum_by_hand(moved=True, sign=-1, weights_rate=0.5, bias_rate=0.5, seen_bias=1):
    """Calculate exercise 1 with one thing done in another way."""
    x, w, b = np.array([2, 1]), np.array([1, -2]), 1
    w, b = w + moved * sign * weights_rate * x, b + moved * sign * bias_rate
    return x @ w + seen_bias * b


@pytest.mark.parametrize(
    ("otherwise", "misconception"),
    [
        ({"sign": 1}, "added"), ({"moved": False}, "nothing moved"), ({"bias_rate": 0}, "one part left behind"),
        ({"weights_rate": 0}, "only the bias"), ({"weights_rate": 1, "bias_rate": 1}, "rate left out"),
        ({"weights_rate": 1}, "rate left out"), ({"weights_rate": 1, "bias_rate": 0}, "rate left out"),
        ({"bias_rate": 1}, "bias as if 0"), ({"seen_bias": 0}, "bias as if 0"),
    ],
)  # fmt: skip
def test_each_step_done_otherwise_leads_to_a_sum_of_its_own(otherwise, misconception):
    assert by_hand.check(sum_by_hand()).correct
    result = by_hand.check(float(sum_by_hand(**otherwise)))
    assert not result.correct and result.misconception == misconception


def test_a_bias_or_a_second_weight_left_behind_lead_to_one_sum_and_the_hint_is_true_for_both():
    forgotten = np.array([2, 1]) @ (np.array([1, -2]) - 0.5 * np.array([2, 0])) + 1 - 0.5
    assert forgotten == sum_by_hand(bias_rate=0) == -1.5
    hint = by_hand.check(-1.5).text
    assert "The bias moves too" in hint and "both weights move" in hint


@pytest.mark.parametrize(
    ("names", "looks"),
    [
        (["diamond", "twins", "stripe"], "Look for a one in the middle of zeros."),
        (["island", "twins", "stripe"], "Look for pairs that lie crosswise, as in XOR."),
        (["twins", "stripe"], "Look for a one in the middle of zeros, and for pairs that lie crosswise, as in XOR."),
    ],
)
def test_a_list_that_is_too_short_is_told_what_to_look_for(names, looks):
    result = endless.check(names)
    assert result.misconception == "not all" and result.text.endswith(looks)


def test_an_empty_list_says_that_it_always_stops():
    result = endless.check([])
    assert result.misconception == "it always stops" and "XOR" in result.text


@pytest.mark.parametrize("size", range(1, 4))
def test_a_list_that_is_too_short_is_not_told_how_many_are_missing_wrongly(size):
    for names in itertools.combinations(sorted(endless.expected), size):
        text = endless.check(list(names)).text
        assert len(names) == 3 or "one more" not in text
