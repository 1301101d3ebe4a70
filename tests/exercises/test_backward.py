"""The exercises of notebook 08: the planted bugs do what is said of them, and measured slopes judge."""

from copy import deepcopy

import numpy as np
import pytest

from nnlib import Network, data, gradcheck
from nnlib.exercises import backward as exercises
from nnlib.exercises.backward import cases, given, walks
from nnlib.exercises.backward.find_bugs import CAUSES, FOUND
from nnlib.exercises.backward.slopes_exercise import in_a_row
from nnlib.exercises.outcome import Outcome
from nnlib.exercises.shelf import title

MOONS = data.moons(40, noise=0.2)
NETWORKS = [
    Network([2, 2, 1], seed=0), Network([2, 5, 3, 1], hidden="sigmoid", seed=1),
    Network([2, 4, 2], seed=2), Network([2, 3, 1], output="linear", seed=3),
]  # fmt: skip
EACH = pytest.mark.parametrize("network", NETWORKS, ids=repr)


def batch_for(network, examples):
    targets = MOONS.targets if network.sizes[-1] == 1 else data.one_hot(MOONS.labels, 2)
    return MOONS.inputs[:examples], targets[:examples]


def ratios(name, network, examples):
    """Return each slope of a planted step divided by the measured one."""
    inputs, targets = batch_for(network, examples)
    measured = gradcheck.check(network, inputs, targets).measured
    return exercises.bugs[name](network, inputs, targets).slopes / measured


def loss_after(name, network, rate=0.001):
    inputs, targets = batch_for(network, 40)
    twin = deepcopy(network)
    twin.parameters = exercises.bugs[name](network, inputs, targets, rate).parameters
    return twin.loss(inputs, targets) - network.loss(inputs, targets)


@EACH
@pytest.mark.parametrize("examples", [1, 4, 40])
def test_a_adds_the_examples_up(network, examples):
    assert ratios("A", network, examples) == pytest.approx(examples, rel=1e-4)


@EACH
@pytest.mark.parametrize("examples", [1, 40])
def test_b_is_right_at_the_output_only_and_everywhere_without_a_bend(network, examples):
    last = network.layers[-1].weights.size + network.layers[-1].bias.size
    found = ratios("B", network, examples)
    assert found[-last:] == pytest.approx(1, rel=1e-4) and (np.abs(found[:-last] - 1) > 1e-3).any()
    straight = Network(network.sizes, hidden="linear", output=network.layers[-1].activation, seed=4)
    assert ratios("B", straight, examples) == pytest.approx(1, rel=1e-4)


@EACH
@pytest.mark.parametrize("examples", [1, 40])
def test_c_finds_all_slopes(network, examples):
    assert ratios("C", network, examples) == pytest.approx(1, rel=1e-4)


@EACH
def test_the_loss_falls_with_a_and_b_and_rises_with_c(network):
    assert loss_after("A", network) < 0 and loss_after("B", network) < 0 < loss_after("C", network)


@EACH
def test_a_planted_step_leaves_the_network_alone(network):
    before = network.parameters.copy()
    for step in exercises.bugs.values():
        step(network, *batch_for(network, 4))
    assert (network.parameters == before).all()


def test_the_three_steps_are_the_three_causes():
    assert set(exercises.bugs) == set(FOUND) and set(FOUND.values()) == set(CAUSES)


def test_the_judge_of_backward_is_not_backpropagation(monkeypatch):
    found, calls = [], cases.networks(np.random.default_rng(5))
    for x, t, *numbers in calls:
        network = Network([2, 2, 1])
        network.parameters = cases.parameters(*numbers)
        found.append(network.backward(network.forward(x), t, "squared error").parameters)
    monkeypatch.delattr(Network, "backward")
    for call, slopes in zip(calls, found, strict=True):
        assert cases.measured(*call) == pytest.approx(slopes, rel=1e-6, abs=1e-9)


@pytest.mark.parametrize("rate", [0.003, 0.3, 7, -0.3])
@pytest.mark.parametrize(
    "make, mistake",
    [(walks.new_weights, "backpropagation is the update"), (walks.steps, "rate in the slope"),
     (walks.moved_early, "weights moved too early")],
)  # fmt: skip
def test_a_rate_is_recognised_whatever_it_is(make, rate, mistake):
    assert exercises.backward.check(make(rate)).misconception == mistake


def test_slopes_may_come_as_tables_columns_or_a_row_of_nine():
    for shape in (lambda W1, b1, W2, b2: (W1, b1, W2[:, None], [b2]), lambda *parts: in_a_row(parts)):
        assert exercises.backward.check(lambda *case, shape=shape: shape(*walks.right(*case))).correct


NO_SLOPES = (
    [], [1], [1, 2, 3, 4], [None] * 4, [np.eye(2), [1, 2], [1, 2], "1"],
    [[np.eye(2), np.ones(2)], [np.ones(2), 1]],  # a pair for each layer
)  # fmt: skip


@pytest.mark.parametrize("parts", NO_SLOPES)
def test_what_is_no_set_of_slopes_is_answered_with_the_shapes(parts):
    result = exercises.backward.check(lambda x, t, W1, b1, W2, b2: parts)
    assert result.outcome is Outcome.NOT_YET and "W1, b1, W2 and b2" in result.text


def test_a_part_with_too_few_slopes_is_named():
    def lacks(x, t, W1, b1, W2, b2):
        table, of_b1, of_W2, of_b2 = walks.right(x, t, W1, b1, W2, b2)
        return table, of_b1.sum(), of_W2, of_b2

    assert "For b1 came 1 number, where 2 should come." in exercises.backward.check(lacks).text


@pytest.mark.parametrize(
    "filled, said",
    [
        ({2, 3}, "For W1 and b1 nothing stands there yet. What you have for W2 and b2 agrees."),
        ({3}, "For W1, b1 and W2 nothing stands there yet. What you have for b2 agrees."),
        (set(), "For W1, b1, W2 and b2 nothing stands there yet."),
    ],
)
@pytest.mark.parametrize("blank", [None, ...])
def test_half_of_the_way_is_told_what_is_missing_and_what_agrees(filled, said, blank):
    def half(*case):
        return [part if place in filled else blank for place, part in enumerate(walks.right(*case))]

    assert exercises.backward.check(half).text.endswith(said)


def test_half_of_the_way_with_a_slip_is_told_where_it_is():
    def half(*case):
        _, _, of_W2, of_b2 = walks.right(*case)
        return [..., ..., of_W2, -of_b2]

    said = exercises.backward.check(half).text
    assert "What you have for W2 agrees. What you have for b2 does not agree yet." in said


@pytest.mark.parametrize("order", [(2, 3, 0, 1), (3, 2, 1, 0), (0, 2, 1, 3), (1, 0, 3, 2)])
def test_any_other_order_of_the_four_is_recognised(order):
    result = exercises.backward.check(lambda *case: [walks.right(*case)[place] for place in order])
    assert result.misconception == "order of the four"


@pytest.mark.parametrize("name, number", [("b_h2", -0.262), ("b_h2", -0.26), ("b_h2", -0.27), ("w_x1_h1", -0.262)])
def test_whoever_stops_at_the_blame_of_the_sum_of_y_is_told_what_is_missing(name, number):
    said = exercises.three_slopes.check(given.up_to(name, number)).text
    assert "still that of the sum of y" in said and "1 − h" in said


@pytest.mark.parametrize("rounded", [-0.86, -0.865, -0.87])
def test_a_new_weight_from_the_rounded_slope_is_near(rounded):
    given = abs(rounded - (-1 - 0.5 * -0.27334))
    assert given <= exercises.new_weight.close < abs(-0.85 - (-1 - 0.5 * -0.27334))


def test_one_slope_off_is_enough_not_to_pass():
    for place in range(9):
        def almost(*case, place=place):
            return in_a_row(walks.right(*case)) + 1e-4 * np.eye(9)[place]

        assert not exercises.backward.check(almost).correct


def test_the_slips_lead_to_numbers_that_can_be_told_apart():
    slips = [value for name, value in vars(given).items() if name.isupper() and isinstance(value, dict)]
    for name in given.NAMES:
        numbers = sorted(slip[name] for slip in slips if name in slip)
        assert np.diff(numbers).min() > 2 * given.NEAR


@pytest.mark.parametrize(
    "answer, said",
    [
        ({"A": 3}, "At A stands the number 3"),
        ({"A": "plus"}, "“plus” is not one of the three"),
        ({"D": "plus for minus"}, "“D” is not one of the steps"),
        (["plus for minus"], "a dict is asked for"),
    ],
)
def test_an_answer_of_the_wrong_kind_is_told_so(answer, said):
    result = exercises.found_bugs.check(answer)
    assert result.misconception == "wrong kind" and said in result.text


@pytest.mark.parametrize("blank", [{}, {"A": ..., "B": ..., "C": ...}, {"A": None}])
def test_a_dict_that_nobody_filled_is_not_attempted(blank):
    assert exercises.found_bugs.check(blank).outcome is Outcome.NOT_ATTEMPTED


@pytest.mark.parametrize(
    "prediction, truth, option",
    [
        (exercises.most_to_blame, [0.1, -0.2, 0.15, 0], 1),
        (exercises.sign_of_slope, -0.036, 0),
        (exercises.sign_of_slope, 0, 1),
        (exercises.sign_of_slope, 2, 2),
        (exercises.saturated, 0.0099, 2),
        (exercises.saturated, 0.9, 0),
        (exercises.saturated, 0, 3),
        (exercises.start_of_0, (0.2, 0.0), 2),
        (exercises.start_of_0, (0.2, 0.2), 0),
        (exercises.start_of_0, (0.2, 0.1), 1),
    ],
)
def test_what_came_out_is_read_off_the_numbers(prediction, truth, option):
    assert prediction.which(truth) == prediction.options[option]
    assert set(prediction.afterwards) == set(prediction.options)


def test_the_quiz_attacks_the_three_misconceptions_of_the_curriculum():
    named = {option.misconception for question in exercises.quiz.questions for option in question.options}
    assert {"backpropagation is the update", "the error passes unchanged", "weights move by the slope itself"} <= named


def test_the_package_names_its_notebook():
    assert title("backward", exercises) == "08 Backpropagation"
