"""A function that returns two things is told about each of them by itself."""

import numpy as np
import pytest

from nnlib import activations
from nnlib.exercises.bends import collapse_layers, relu, sigmoid
from nnlib.exercises.outcome import Outcome


def output(z):
    return activations.sigmoid(z)


def test_a_scaffold_is_not_attempted():
    assert sigmoid.check(lambda z: (..., ...)).outcome is Outcome.NOT_ATTEMPTED


def test_one_half_may_be_written_first():
    result = sigmoid.check(lambda z: (output(z), ...))
    assert result.outcome is Outcome.NOT_YET
    assert result.text == "`a` is right. `slope` is still to be written."


def test_a_mistake_in_the_first_half_is_named_while_the_second_is_not_written():
    assert sigmoid.check(lambda z: (1 / (1 + np.exp(z)), ...)).misconception == "sign of z"


def test_two_mistakes_at_once_draw_the_hint_for_the_first_half():
    result = collapse_layers.check(lambda W1, b1, W2, b2: (W2 @ W1, b1 + b2))
    assert result.misconception == "other order"


def test_a_right_second_half_does_not_hide_a_first_half_that_nobody_foresaw():
    result = sigmoid.check(lambda z: (output(z) + 0.5, output(z) * (1 - output(z))))
    assert result.text.startswith("First `a`. This call gives 1.3808 and should give 0.880797.")


def test_a_second_half_of_another_shape_is_described():
    result = relu.check(lambda z: (np.maximum(0, z), [1, 0]))
    assert result.text.startswith("`a` is right. Now `slope`. This call gave an array of shape (2,)")


@pytest.mark.parametrize(
    ("answer", "came"),
    [
        (output, "the number 0.881"),
        (lambda z: (output(z), None)[1], "nothing back"),
        (lambda z: (1, 2, 3), "a tuple with 3 values"),
        (lambda z: np.array([output(z), output(z)]), "an array of shape (2,)"),
    ],
)
def test_what_is_no_pair_is_sent_back_with_the_line_to_write(answer, came):
    text = sigmoid.check(answer).text
    assert text == f"This gave {came}; two things are due. End the function with `return a, slope`."


@pytest.mark.parametrize(
    ("exercise", "first", "second", "line"),
    [
        (sigmoid, output, lambda z: output(z) * (1 - output(z)), "`return a, slope`"),
        (relu, lambda z: np.maximum(z, 0), lambda z: z > 0, "`return a, slope`"),
        (collapse_layers, lambda W1, b1, W2, b2: W1 @ W2, lambda W1, b1, W2, b2: b1 @ W2 + b2, "`return W, b`"),
    ],
)
def test_two_right_halves_in_the_other_order_are_told_so(exercise, first, second, line):
    result = exercise.check(lambda *case: (second(*case), first(*case)))
    assert result.outcome is Outcome.NOT_YET
    assert "the other way round" in result.text and line in result.text


def test_a_call_that_fails_is_shown():
    result = sigmoid.check(lambda z: (undefined, output(z)))  # noqa: F821
    assert "stopped with NameError" in result.text and result.code == "sigmoid(2.0)"
