"""Several numbers that build on one another: read kindly, judged one by one, the first slip named."""

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nnlib.exercises.exercise import Misconception
from nnlib.exercises.forward import node_values
from nnlib.exercises.outcome import Outcome
from nnlib.exercises.values import ValuesExercise

sums = ValuesExercise(
    name="sums",
    variable="values",
    title="Three sums",
    task="Work out a, b and c.",
    expected={"a": 1.5, "b": -2.0, "c": 0.25},
    tolerance=0.01,
    hints=("Begin with a.", "a is 1.5."),
    solution_code='values = {"a": 1.5, "b": -2, "c": 0.25}',
    explanation="They are what they are.",
    praise="All three.",
    right=({"a": 1.5, "b": -2, "c": 0.25},),
    misconceptions=(
        Misconception(
            name="sign",
            when=lambda filled: filled.given == -SUMS[filled.off],
            hint=lambda filled: f"Look at the sign of `{filled.off}`.",
            examples=({"a": -1.5, "b": ..., "c": ...},),
        ),
    ),
)
SUMS = sums.expected


def filled(a=..., b=..., c=...):
    return {"a": a, "b": b, "c": c}


@pytest.mark.parametrize("answer", [
    filled(1.5, -2, 0.25), [1.5, -2, 0.25], (1.51, -1.99, 0.24), {"c": 0.25, "a": 1.5, "b": -2.0},
])
def test_close_numbers_in_a_dict_or_in_order_are_right(answer):
    assert sums.check(answer).correct


@pytest.mark.parametrize("answer", [..., None, filled(), [..., ..., ...], filled(None, None, None)])
def test_nothing_filled_in_is_not_attempted(answer):
    assert sums.check(answer).outcome is Outcome.NOT_ATTEMPTED


@pytest.mark.parametrize("answer, misconception, said", [
    (filled(1.5), "unfinished", "The first number agrees. Next, look at `b`."),
    (filled(1.5, -2), "unfinished", "The first 2 numbers agree. Next, look at `c`."),
    (filled(b=-2), "unfinished", "Next, look at `a`."),
    (filled(1.52, -2, 0.25), "something else", "Next, look at `a`. You have 1.52 there, and something else comes out."),
    (filled(-1.5, 2, -0.25), "sign", "Look at the sign of `a`."),
    (filled(1.5, 2, -0.25), "sign", "Look at the sign of `b`."),
    (filled(1.5, 7, ...), "something else", "The first number agrees. Next, look at `b`. You have 7 there"),
])  # fmt: skip
def test_the_first_number_that_is_off_is_the_one_talked_about(answer, misconception, said):
    result = sums.check(answer)
    assert result.misconception == misconception
    assert result.text.startswith(said)


@pytest.mark.parametrize("answer, said", [
    (1.5, "This is the number 1.5; 3 numbers by name are asked for."),
    ([1.5, -2], "a list with 2 values; 3 numbers by name are asked for. Hand in the dict"),
    ({"a": 1.5, "c": 0.25}, "There is no `b` in it. Needed are a, b, c."),
    (filled() | {"d": 1}, "“d” is not one of the names: a, b, c."),
    (filled("1.5"), "At `a`: This is text."),
    (filled(1.5, (2, 0)), "At `b`: This is a tuple with 2 values. A decimal point is a dot"),
    (filled(float("nan")), "At `a`: This is nan; a finite number"),
])  # fmt: skip
def test_a_wrong_kind_is_explained_with_its_name(answer, said):
    result = sums.check(answer)
    assert result.outcome is Outcome.NOT_YET and result.misconception == "wrong kind"
    assert said in result.text


numbers = st.sampled_from([*SUMS.values()]) | st.floats(-3, 3) | st.just(...)


@settings(max_examples=200, deadline=None)
@given(a=numbers, b=numbers, c=numbers)
def test_exactly_the_close_numbers_pass(a, b, c):
    pairs = zip((a, b, c), SUMS.values())
    distances = [math.inf if one is ... else abs(one - right) for one, right in pairs]
    on_the_edge = any(abs(distance - 0.01) < 1e-8 for distance in distances)
    assert on_the_edge or sums.check(filled(a, b, c)).correct == (max(distances) <= 0.01)


def test_the_tolerance_is_the_exercise_s_own():
    assert not replace(sums, tolerance=0.001).check(filled(1.505, -2, 0.25)).correct


def test_an_array_of_the_right_numbers_is_as_good_as_a_list():
    assert node_values.check(np.array(list(node_values.expected.values()))).correct
