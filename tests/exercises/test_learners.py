"""Answers as learners write them, loops and detours included, each with the hint it should get.

The mistakes inside an exercise are one-liners. These are written otherwise, so they prove that a
check looks at what a function does and not at how it is written.
"""

import math

import numpy as np
import pytest

from nnlib.data import gate
from nnlib.exercises import perceptron, start
from nnlib.perceptron import Perceptron

NEURON = Perceptron([1, 1], -1.5)  # as one stands in the notebook


def sum_in_a_loop(x, w, b):
    total = 0
    for i in range(len(x)):
        total += x[i] * w[i]
    return total + b


def loop_that_forgets_the_bias(x, w, b):
    total = 0
    for value, weight in zip(x, w):
        total += value * weight
    return total


def loop_that_adds_the_bias_each_time(x, w, b):
    total = 0
    for value, weight in zip(x, w):
        total += value * weight + b
    return total


def list_of_products(x, w, b):
    return [value * weight + b for value, weight in zip(x, w)]


def last_product_only(x, w, b):
    for value, weight in zip(x, w):
        total = value * weight
    return total + b


def returns_too_early(x, w, b):
    total = b
    for value, weight in zip(x, w):
        total += value * weight
        return total


def adds_before_it_multiplies(x, w, b):
    return (x + w).sum() + b


def two_products_by_hand(x, w, b):
    return x[0] * w[0] + x[1] * w[1] + b


def asks_the_neuron_at_hand(x, w, b):
    return NEURON.weighted_sum(x)


def takes_only_the_weights_of_the_neuron_at_hand(x, w, b):
    return x @ NEURON.weights + b


def step_in_a_loop(z):
    answers = []
    for one in z:
        answers.append(1 if one >= 0 else 0)
    return answers


def step_with_an_if(z):
    if z >= 0:
        return 1
    return 0


def strict_step_in_a_list(z):
    if np.ndim(z) == 0:
        return int(z > 0)
    return [int(one > 0) for one in z]


def sigmoid_by_math(z):
    return [1 / (1 + math.exp(-one)) if one > -700 else 0.0 for one in np.atleast_1d(z)]


def predict_in_a_loop(x, w, b):
    decisions = []
    for row in x:
        decisions.append(1 if sum_in_a_loop(row, w, b) >= 0 else 0)
    return decisions


def predict_that_returns_too_early(x, w, b):
    for row in x:
        return 1 if row @ w + b >= 0 else 0


CASES = [
    (perceptron.weighted_sum, sum_in_a_loop, ""),
    (perceptron.weighted_sum, loop_that_forgets_the_bias, "bias forgotten"),
    (perceptron.weighted_sum, loop_that_adds_the_bias_each_time, "bias in every product"),
    (perceptron.weighted_sum, list_of_products, "products not added"),
    (perceptron.weighted_sum, last_product_only, "only the last product"),
    (perceptron.weighted_sum, returns_too_early, "returned inside the loop"),
    (perceptron.weighted_sum, two_products_by_hand, "two inputs only"),
    (perceptron.weighted_sum, asks_the_neuron_at_hand, "another neuron's numbers"),
    (
        perceptron.weighted_sum,
        takes_only_the_weights_of_the_neuron_at_hand,
        "another neuron's numbers",
    ),
    (perceptron.weighted_sums, asks_the_neuron_at_hand, "another neuron's numbers"),
    (perceptron.weighted_sum, lambda x, w, b: x.sum() + b, "another neuron's numbers"),
    (perceptron.weighted_sum, lambda x, w, b: w.sum() + b, "something else"),  # it does use w
    (perceptron.weighted_sum, adds_before_it_multiplies, "something else"),
    (perceptron.weighted_sums, lambda x, w, b: [r @ w - b for r in x], "bias taken away"),
    (perceptron.weighted_sums, lambda x, w, b: (x * w + b).sum(axis=1), "bias in every product"),
    (perceptron.weighted_sums, lambda x, w, b: x @ w + b >= 0, "stepped already"),
    (perceptron.predict, lambda x, w, b: x @ w - b >= 0, "bias taken away"),
    (perceptron.predict, lambda x, w, b: np.where(x @ w >= b, 1, 0), "bias taken away"),
    (perceptron.predict, lambda x, w, b: x @ np.abs(w) + b >= 0, "something else"),  # it uses both
    (perceptron.weighted_sum, lambda x, w, b: (x @ w + b) * (1 + 1e-8), ""),
    (perceptron.weighted_sum, lambda x, w, b: 1.0001 * (x @ w) + b, "something else"),
    (perceptron.weighted_sums, lambda x, w, b: [sum_in_a_loop(r, w, b) for r in x], ""),
    (perceptron.weighted_sums, lambda x, w, b: sum_in_a_loop(x[0], w, b), "first row only"),
    (perceptron.step, step_with_an_if, "one number at a time"),
    (perceptron.step, step_in_a_loop, "arrays only"),
    (perceptron.step, strict_step_in_a_list, "silent at 0"),
    (perceptron.step, sigmoid_by_math, "something else"),
    (perceptron.predict, predict_in_a_loop, ""),
    (perceptron.predict, predict_that_returns_too_early, "first row only"),
    (perceptron.predict, lambda x, w, b: NEURON.predict(x), "another neuron's numbers"),
    (perceptron.predict, lambda x, w, b: step_with_an_if(x @ w + b), "one number at a time"),
    (start.answer, np.array(0.5), ""),
    (start.answer, np.float32(0.5), ""),
    (start.answer, 7, "something else"),
    (start.answer, 0.51, "something else"),
    (perceptron.without_bias, [" xor ", "Nand", "or", "and"], ""),
    (perceptron.without_bias, ["X1>=X2"], "named what is kept"),
]


@pytest.mark.parametrize("exercise, answer, misconception", CASES)
def test_a_learners_answer_is_understood(exercise, answer, misconception):
    result = exercise.check(answer)
    assert result.misconception == misconception, result
    assert result.correct == (misconception == "")


def test_a_mistake_nobody_foresaw_is_shown_with_a_call_to_try():
    result = perceptron.weighted_sum.check(adds_before_it_multiplies)
    assert "gives 5.5 and should give 1.5" in result.text
    assert eval(result.code, {"weighted_sum": adds_before_it_multiplies, "np": np}) == 5.5


def test_the_hint_names_each_row_and_the_way_its_sum_must_go():
    state = {"w1": -2.0, "w2": 1.0, "bias": 1.5, "use_bias": True}
    assert perceptron.nand.check(state).text == (
        "On (1, 0) the sum is −0.5, so it is silent. NAND wants 1: the sum must go up.\n\n"
        "On (1, 1) the sum is 0.5, so it fires. NAND wants 0: the sum must go down."
    )


@pytest.mark.parametrize("weights, push", [((1, 1), "negative first"), ((-0.5, -0.5), "more neg")])
def test_the_hint_for_a_neuron_that_always_fires_looks_at_its_weights(weights, push):
    state = {"w1": weights[0], "w2": weights[1], "bias": 2.0, "use_bias": True}
    assert push in perceptron.nand.check(state).text


@pytest.mark.parametrize("weight, side", [(-1.0, "below"), (-0.4, "above")])
def test_the_hint_for_the_weight_tells_where_the_prediction_is(weight, side):
    text = start.find_weight.check({"weight": weight, "input": 2.0, "target": -1.0}).text
    assert f"is still {side} the target, −1." in text


def _random_neurons(bias):
    rng = np.random.default_rng(1)
    weights = rng.normal(size=(20_000, 2)) * 10 ** rng.uniform(-2, 4, size=(20_000, 1))
    offsets = bias * rng.normal(size=20_000) * 10 ** rng.uniform(-2, 4, size=20_000)
    return gate("AND").inputs @ weights.T + offsets >= 0  # (4 rows, neurons)


def test_no_weights_get_four_rows_of_xor_and_some_get_three():
    rows = (_random_neurons(bias=1) == gate("XOR").targets).sum(axis=0)
    assert rows.max() == perceptron.xor.expected == 3


def test_without_a_bias_only_the_named_rule_is_left():
    fires = _random_neurons(bias=0)
    rules = {name: gate(name).targets for name in ("AND", "OR", "NAND", "XOR")}
    rules["x1 >= x2"] = np.array([[1], [0], [1], [1]])
    lost = {name for name, rule in rules.items() if not (fires == rule).all(axis=0).any()}
    assert lost == perceptron.without_bias.expected
