"""Notebook 06: slips that cannot be mixed up, XOR judged by an oracle of our own, what a change shows."""

import math
from copy import deepcopy
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nnlib import Network, explore
from nnlib.activations import sigmoid, tanh
from nnlib.exercises import forward as exercises
from nnlib.exercises.forward import nine_numbers, predictions, slips
from nnlib.exercises.forward.xor_network import state_of
from nnlib.live.diagram import STEP
from tests.live.page_double import PageDouble

SLIPS = {name: table for name, table in vars(slips).items() if name.isupper() and name not in {"RIGHT", "BEFORE", "ROUNDED"} and isinstance(table, dict)}
POINTS = np.random.default_rng(0).uniform(-1.75, 1.75, size=(200, 2))


@pytest.mark.parametrize("name", slips.NAMES)
def test_no_two_slips_lead_to_the_same_number(name):
    numbers = [slip[name] for slip in SLIPS.values() if name in slip] + [slips.RIGHT[name]]
    assert min(abs(one - other) for one, other in combinations(numbers, 2)) > 2 * slips.NEAR


@pytest.mark.parametrize("digits", [1, 2])
def test_whoever_rounds_all_the_way_hears_about_rounding(digits):
    h1, z_h2, h2 = (round(slips.RIGHT[name], digits) for name in slips.NAMES[:3])
    z_y = round(float(slips.into_y(np.array([h1, h2]))), digits)
    result = exercises.node_values.check([h1, z_h2, h2, z_y, round(float(sigmoid(z_y)), digits)])
    assert result.misconception == "rounded too early"


def test_a_slip_after_rounded_numbers_is_still_recognised():
    h1, z_h2, h2 = (round(slips.RIGHT[name], 2) for name in slips.NAMES[:3])
    without_bias = -1 * h1 - 2 * h2
    answer = {"h1": h1, "z_h2": z_h2, "h2": h2, "z_y": without_bias, "y": ...}
    assert exercises.node_values.check(answer).misconception == "bias forgotten"


@pytest.mark.parametrize("name, value, misconception", [
    ("z_h2", -3, "bias taken away"), ("z_y", 0.388, "bias taken away"), ("z_h2", -2.5, "another unit's bias"),
    ("h2", 0.762, "sign of a value lost"), ("y", 0.2, "sign in the exponent"),
])  # fmt: skip
def test_plausible_slips_draw_a_hint_of_their_own(name, value, misconception):
    result = exercises.node_values.check(slips.up_to(name, value))
    assert result.misconception == misconception
    assert f"`{name}`" in result.text


def test_the_right_numbers_are_those_of_the_given_network():
    x1, x2 = slips.INPUT
    h1, h2 = math.tanh(-1.5 * x1 - 0.5 * x2 - 0.5), math.tanh(x1 - 2 * x2 + 1)
    z_y = -h1 - 2 * h2 + 0.5
    expected = [h1, x1 - 2 * x2 + 1, h2, z_y, 1 / (1 + math.exp(-z_y))]
    assert list(exercises.node_values.expected.values()) == pytest.approx(expected)


numbers = st.floats(-10, 10).map(lambda value: round(value, 1)) | st.floats()
settings_of_nine = st.lists(numbers, min_size=9, max_size=9)
near_a_solution = st.lists(st.floats(-0.3, 0.3), min_size=9, max_size=9).map(
    lambda shifts: [n + s for n, s in zip([1, 1, 1, 1, -0.5, -1.5, 1, -1, -0.7], shifts)]
)


@settings(max_examples=300, deadline=None)
@given(nine=settings_of_nine | near_a_solution)
def test_only_nine_numbers_that_do_xor_pass(nine):
    result = exercises.xor.check(state_of(*nine))
    assert result.text
    if result.correct:
        assert [_sum_by_hand(nine, x1, x2) >= 0 for x1, x2 in ((0, 0), (0, 1), (1, 0), (1, 1))] == [
            False, True, True, False,
        ]  # fmt: skip


def _sum_by_hand(nine, x1, x2):
    w11, w12, w21, w22, b1, b2, v1, v2, c = nine
    return math.fsum([v1 * math.tanh(w11 * x1 + w21 * x2 + b1), v2 * math.tanh(w12 * x1 + w22 * x2 + b2), c])


def test_many_states_near_a_solution_pass_and_many_do_not():
    rng = np.random.default_rng(0)
    solution = np.array([1, 1, 1, 1, -0.5, -1.5, 1, -1, -0.7])
    states = [state_of(*(solution + rng.uniform(-0.3, 0.3, 9))) for _ in range(100)]
    passed = sum(exercises.xor.check(state).correct for state in states)
    assert 10 < passed < 90


def test_the_hint_about_the_bias_leads_to_the_solution():
    state = state_of(1, 1, 1, 1, -0.5, -1.5, 1, -1, 0)
    assert "is 0.924 or more" in exercises.xor.check(state).text
    assert "move the bias of y down" in exercises.xor.check(state).text
    assert "move the bias of y up" in exercises.xor.check(state | {"b_y": -2}).text
    middle = -(nine_numbers.LEAST + nine_numbers.LARGEST) / 2
    assert exercises.xor.check(state | {"b_y": middle}).correct


def test_where_dragging_is_too_coarse_the_hint_says_to_type():
    """OR minus twice AND: the bias of y has 0.04 to lie in, the gate of the solution 0.46."""
    state = state_of(1, 1, 1, 1, -0.5, -1.5, 1, -2, -0.5)
    assert nine_numbers.DRAGGED == STEP
    assert "press Enter on the bias and type a number" in exercises.xor.check(state).text
    assert "type a number" not in exercises.xor.check(state_of(1, 1, 1, 1, -0.5, -1.5, 1, -1, 0)).text
    least, largest = nine_numbers.gap(state)
    assert least - largest == pytest.approx(0.04, abs=0.005)
    lab = explore.Forward(nine_numbers.two_alike(), points="XOR")
    lab.network.parameters = [1, 1, 1, 1, -0.5, -1.5, 1, -2, -0.5]
    PageDouble(lab).say(type="assign", name="b-y", value=str(-0.5 - (least + largest) / 2))
    assert exercises.xor.check(lab).correct
    lab.close()


def test_the_two_usual_slips_in_the_sum_are_named_with_their_numbers():
    network = Network([2, 2, 1])
    network.parameters = [1, -1, 2, 0.5, -0.5, 0.5, 1.5, -2, 0.5]
    trace = network.forward([-1, 0.5])
    (other, _), (_, bent) = trace.sums[0][0], trace.outputs[0][0]
    for slip, said in ((bent, "0.94 is the output"), (other, "−0.5 is the sum of h₁")):
        assert f"{slip:.2g}".replace("-", "−") in said
        assert slip < trace.sums[0][0, 1] and said in exercises.guess_sum.afterwards["too low"]


def test_sums_beyond_all_bounds_do_not_pass():
    state = state_of(*[1e308] * 9)
    assert not exercises.xor.check(state).correct


@pytest.mark.parametrize("sizes, options", [([2, 3, 1], {}), ([2, 2, 1], {"hidden": "ReLU"}), ([2, 2, 1], {"output": "tanh"})])
def test_a_lab_of_another_network_is_neither_right_nor_wrong(sizes, options):
    network = Network(sizes, **options)
    network.parameters[:] = 0
    hidden, output = network.layers
    hidden.weights[:, :2], hidden.bias[:2] = 1, (-0.5, -1.5)
    output.weights[:2, 0], output.bias[0] = (1, -1), -0.7
    output.weights[2:, 0], hidden.bias[2:] = 3, 5  # a third unit, if there is one, spoils it
    lab = explore.Forward(network, points="XOR")
    result = exercises.xor.check(lab)
    assert result.misconception == "another network" and repr(network) in result.text
    lab.close()


# Forward, written as learners write it.


def in_three_loops(X, W1, b1, W2, b2):
    answers = []
    for row in X:
        hidden = []
        for j in range(W1.shape[1]):
            z = b1[j]
            for i in range(len(row)):
                z += row[i] * W1[i, j]
            hidden.append(math.tanh(z))
        answers.append([1 / (1 + math.exp(-(np.dot(hidden, W2[:, k]) + b2[k]))) for k in range(len(b2))])
    return np.array(answers)


def loop_that_returns_too_early(X, W1, b1, W2, b2):
    for row in X:
        return sigmoid(tanh(row @ W1 + b1) @ W2 + b2)


def loop_that_forgets_the_bend(X, W1, b1, W2, b2):
    hidden = np.array([row @ W1 + b1 for row in X])
    return sigmoid(hidden @ W2 + b2)


def two_hidden_units_only(X, W1, b1, W2, b2):
    h1 = tanh(X @ W1[:, 0] + b1[0])
    h2 = tanh(X @ W1[:, 1] + b1[1])
    return sigmoid(h1[:, None] * W2[0] + h2[:, None] * W2[1] + b2)


AT_HAND = Network([2, 2, 1], seed=1)


def with_the_last_weights_at_hand(X, W1, b1, W2, b2):
    return sigmoid(tanh(X @ W1 + b1) @ AT_HAND.layers[1].weights + b2)


def with_a_network_of_its_own(X, W1, b1, W2, b2):
    network = Network([*W1.shape, W2.shape[1]])  # for several outputs, this ends in a softmax
    network.parameters = np.concatenate([W1.ravel(), b1, W2.ravel(), b2])
    return network.predict(X)


def loop_that_forgets_the_hidden_bias(X, W1, b1, W2, b2):
    hidden = [tanh(x @ W1) for x in X]
    return sigmoid(np.array(hidden) @ W2 + b2)


@pytest.mark.parametrize("function, misconception", [
    (in_three_loops, ""),
    (loop_that_returns_too_early, "first row only"),
    (loop_that_forgets_the_bend, "hidden bend forgotten"),
    (two_hidden_units_only, "something else"),
    (lambda X, W1, b1, W2, b2: AT_HAND.predict(X), "another network's numbers"),
    (with_the_last_weights_at_hand, "another network's numbers"),
    (lambda X, W1, b1, W2, b2: Network([X.shape[1], len(b1), len(b2)], seed=1).predict(X), "another network's numbers"),
    (with_a_network_of_its_own, "a softmax at the end"),
    (lambda X, W1, b1, W2, b2: sigmoid(X @ W2 + b2), "hidden layer skipped"),
    (lambda X, W1, b1, W2, b2: sigmoid(tanh(X @ W1 - b1) @ W2 - b2), "bias taken away"),
    (lambda X, W1, b1, W2, b2: sigmoid(np.maximum(X @ W1 + b1, 0) @ W2 + b2), "the other bend"),
    (loop_that_forgets_the_hidden_bias, "hidden bias forgotten"),
])  # fmt: skip
def test_a_learners_forward_is_understood(function, misconception):
    result = exercises.forward.check(function)
    assert result.misconception == misconception, result
    assert result.correct == (misconception == "")


# What a change of a network shows.


def runs(change):
    """Return the Traces of a network before and after `change(network)`."""
    network = Network([2, 2, 1])
    network.parameters = [1, -1, 2, 0.5, -0.5, 0.5, 1.5, -2, 0.5]
    before = network.forward(POINTS)
    other = deepcopy(network)
    change(other)
    return before, other.forward(POINTS)


def change_of(layer, name, operation):
    def change(network):
        setattr(network.layers[layer], name, operation(getattr(network.layers[layer], name)))

    return change


def double_hidden(network):
    network.parameters[:6] *= 2


def swap(network):
    hidden, output = network.layers
    hidden.weights, hidden.bias = hidden.weights[:, ::-1].copy(), hidden.bias[::-1].copy()
    output.weights = output.weights[::-1].copy()


@pytest.mark.parametrize("asked, change, seen", [
    (exercises.raised_bias, change_of(1, "bias", lambda b: b + 2), predictions.GROWS),
    (exercises.raised_bias, change_of(1, "bias", lambda b: b - 2), predictions.SHRINKS),
    (exercises.raised_bias, change_of(1, "bias", lambda b: b + 1e-9), predictions.STAYS),
    (exercises.raised_bias, change_of(0, "bias", lambda b: b + [1, 0]), predictions.GROWS_WITH_HIDDEN),
    (exercises.doubled_hidden, double_hidden, predictions.LINES_STAY),
    (exercises.doubled_hidden, change_of(0, "weights", lambda w: 2 * w), predictions.LINES_MOVE),
    (exercises.doubled_hidden, change_of(1, "bias", lambda b: b + 1e-9), predictions.SAME),
    (exercises.swapped_units, swap, predictions.EQUAL),
    (exercises.swapped_units, double_hidden, predictions.OTHER),
    (exercises.swapped_units, change_of(1, "weights", lambda w: -w), predictions.OTHER),
])  # fmt: skip
def test_what_came_out_is_read_off_two_traces(asked, change, seen):
    assert seen in asked.options and set(asked.afterwards) == set(asked.options)
    assert asked.observe(*runs(change)) == seen
    assert seen in asked.compare_runs(*runs(change)).text


def test_the_opposite_is_recognised():
    def negate(network):
        network.layers[1].weights *= -1
        network.layers[1].bias *= -1

    assert exercises.swapped_units.observe(*runs(negate)) == predictions.OPPOSITE


def test_an_output_that_doubles_is_recognised():
    network = Network([2, 2, 1], hidden="linear", output="linear")
    before = network.forward(POINTS)
    network.layers[0].weights *= 2
    assert exercises.doubled_hidden.observe(before, network.forward(POINTS)) == predictions.OUTPUT_DOUBLES
