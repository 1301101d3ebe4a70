"""What notebook 06 and its teacher's page say without calculating it on the page."""

from copy import deepcopy
from itertools import permutations, product
from math import factorial

import numpy as np
import pytest

from nnlib import Network, explore
from nnlib.activations import sigmoid, tanh
from nnlib.data import gate
from nnlib.exercises import forward as exercises

NINE = [1, -1, 2, 0.5, -0.5, 0.5, 1.5, -2, 0.5]
POINTS = np.random.default_rng(0).uniform(-1.75, 1.75, size=(1000, 2))
FOUR = gate("XOR").inputs


def network_of(numbers, **options):
    network = Network([2, 2, 1], **options)
    network.parameters = numbers
    return network


NETWORK = network_of(NINE)
XOR = network_of([4, 4, 4, 4, -2, -6, 8, -8, -8])


def maps(network):
    """Return what h1, h2 and y put out all over the plane, a column each."""
    trace = network.forward(POINTS)
    return np.hstack(trace.outputs)


def changed_by(network, place):
    """Return for h1, h2 and y whether a change of one of the nine numbers changes its map."""
    other = deepcopy(network)
    other.parameters[place] += 0.5
    return (maps(other) != maps(network)).any(axis=0).tolist()


def test_the_prediction_of_the_output_is_near_1_for_the_reason_given():
    trace = NETWORK.forward([1, 0.5])
    (h1, h2), output = trace.outputs[0][0], NETWORK.layers[1]
    assert trace.output[0, 0] > 0.7
    assert h1 * output.weights[0, 0] > 0 and h2 < 0 > output.weights[1, 0]
    assert exercises.guess_output.options[2] == "near 1 (above 0.7)"


def test_the_numbers_of_the_teacher_for_the_first_two_predictions():
    trace, output = NETWORK.forward([1, 0.5]), NETWORK.layers[1]
    assert trace.outputs[0][0] * output.weights[:, 0] == pytest.approx([1.36, 0.49], abs=0.005)
    assert trace.outputs[0][0, 1] == pytest.approx(-0.24, abs=0.005)
    assert NETWORK.predict([0.03, 0.5])[0, 0] == pytest.approx(0.5, abs=0.01)
    trace = NETWORK.forward([-1, 0.5])
    assert trace.sums[0][0].tolist() == [-0.5, 1.75]
    assert trace.outputs[0][0, 1] == pytest.approx(0.94, abs=0.005)


def test_no_number_changes_all_three_maps():
    assert not any(all(changed_by(NETWORK, place)) for place in range(9))
    assert changed_by(NETWORK, 0) == [True, False, True]
    assert changed_by(NETWORK, 8) == [False, False, True]


def test_with_nine_zeros_only_the_output_bias_reaches_y():
    seen = [changed_by(network_of([0] * 9), place) for place in range(9)]
    assert [y for _, _, y in seen] == [False] * 8 + [True]
    assert [one[0] or one[1] for one in seen] == [True] * 6 + [False] * 3


def test_for_target_0_no_weight_moves_the_loss_faster_than_that_from_x1_to_h2():
    gradients = NETWORK.backward(NETWORK.forward([1, 0.5]), [[0]])
    slopes = np.where(NETWORK.is_weight, gradients.parameters, 0)
    assert np.abs(slopes).argmax() == 1 and slopes[1] < 0  # more of it, less loss


def test_for_target_0_a_change_of_half_in_that_weight_helps_most():
    losses = {}
    for place, change in product(np.flatnonzero(NETWORK.is_weight), (0.5, -0.5)):
        other = deepcopy(NETWORK)
        other.parameters[place] += change
        losses[place, change] = other.loss(other.forward([1, 0.5]), [[0]])
    assert min(losses, key=losses.get) == (1, 0.5)


def test_the_sum_that_is_done_for_the_learner():
    z = exercises.given_network().forward([-1, 0.5]).sums[0][0, 0]
    assert z == pytest.approx(-1.5 * -1 + -0.5 * 0.5 - 0.5) == pytest.approx(0.75)


def test_tanh_does_not_let_a_factor_through():
    assert tanh([0.5, 1, 2, 4]) == pytest.approx([0.46, 0.76, 0.96, 0.999], abs=0.005)


def test_doubling_the_hidden_layer_keeps_its_lines_and_moves_the_boundary():
    doubled = deepcopy(NETWORK)
    doubled.layers[0].weights *= 2
    doubled.layers[0].bias *= 2
    assert (np.sign(maps(doubled)[:, :2]) == np.sign(maps(NETWORK)[:, :2])).all()
    assert 0 < ((maps(doubled)[:, 2] > 0.5) != (maps(NETWORK)[:, 2] > 0.5)).sum() < 100


def twins(network):
    """Yield every network made by another order of the hidden units and other signs of them."""
    units = network.sizes[1]
    for order, signs in product(permutations(range(units)), product([1, -1], repeat=units)):
        twin = deepcopy(network)
        before, after = network.layers
        twin.layers[0].weights = (before.weights * signs)[:, order]
        twin.layers[0].bias = (before.bias * signs)[list(order)]
        twin.layers[1].weights = (after.weights * np.array(signs)[:, None])[list(order)]
        yield twin


@pytest.mark.parametrize("network", [XOR, Network([2, 3, 1], seed=4)])
def test_every_order_and_every_choice_of_signs_gives_the_same_answers(network):
    found = list(twins(network))
    units = network.sizes[1]
    assert len({twin.parameters.tobytes() for twin in found}) == 2**units * factorial(units)
    assert all(np.allclose(twin.predict(POINTS), network.predict(POINTS)) for twin in found)


def test_no_number_of_votes_does_xor_and_the_voters_say_or_and_and():
    votes = (XOR.forward(FOUR).outputs[0] > 0).astype(int)
    assert votes.T.tolist() == [gate("OR").labels.tolist(), gate("AND").labels.tolist()]
    assert max(((votes.sum(axis=1) >= k) == gate("XOR").labels).sum() for k in range(4)) == 3


@pytest.mark.parametrize("to_y", [[4, 4, 4], [4, 5, 4], [5, 4, 4]])
def test_with_x1_and_not_x2_and_the_reverse_one_vote_is_enough(to_y):
    other = network_of([3, -3, -3, 3, -1.5, -1.5, *to_y])
    hidden = other.forward(FOUR).outputs[0] > 0
    assert hidden.T.tolist() == [[False, False, True, False], [False, True, False, False]]
    assert ((hidden.sum(axis=1) >= 1) == gate("XOR").labels).all()
    assert ((other.predict(FOUR)[:, 0] >= 0.5) == gate("XOR").labels).all()


def test_without_weights_to_the_output_one_answer_is_left():
    silent = deepcopy(XOR)
    silent.layers[1].weights = [[0], [0]]
    assert silent.predict(POINTS) == pytest.approx(float(sigmoid(-8.0)))
    assert round(float(sigmoid(-8.0)), 4) == 0.0003


def test_the_sizes_that_are_asked_for():
    assert Network([2, 3, 1]).parameters.size == 13
    assert Network([2, 8, 8, 1]).parameters.size == 105
    assert Network([2, 3, 1]).is_weight.sum() == 9 and Network([2, 8, 8, 1]).is_weight.sum() == 88


def straightness(values):
    """Return how far the border values = 0 is from the best straight line through it, in the plane."""
    side = np.linspace(-1.75, 1.75, 201)
    grid = values.reshape(201, 201)
    rows, columns = np.nonzero(grid[:, 1:] * grid[:, :-1] < 0)
    border = np.column_stack([side[columns], side[rows], np.ones(len(rows))])
    return np.linalg.svd(border, compute_uv=False)[-1] / np.sqrt(len(border))


def test_first_layer_borders_are_straight_and_second_layer_borders_need_not_be():
    deep = Network([2, 3, 2, 1], seed=5)
    x2, x1 = np.meshgrid(np.linspace(-1.75, 1.75, 201), np.linspace(-1.75, 1.75, 201))
    trace = deep.forward(np.column_stack([x1.ravel(), x2.ravel()]))
    first = [straightness(z) for z in trace.sums[0].T]
    second = [straightness(z) for z in trace.sums[1].T]
    assert max(first) < 0.01 and second[0] < 0.03 and second[1] > 10 * max(first)
    assert 0.3 < trace.output.min() < trace.output.max() < 0.7  # pale


def test_without_bends_three_points_of_xor_at_most():
    straight = network_of(NINE, hidden="linear")
    z = straight.forward(POINTS).sums[1][:, 0]
    flat = np.linalg.lstsq(np.column_stack([POINTS, np.ones(1000)]), z, rcond=None)[0]
    assert flat == pytest.approx([3.5, 2, -1.25])
    lab = explore.Forward(straight, points="XOR")
    assert lab.rows_right == 3
    lab.close()


def test_far_outside_going_further_changes_nothing():
    far = np.array([[1000, -1000], [1000, 1000], [-1000, -1000]])
    assert np.array_equal(NETWORK.predict(far), NETWORK.predict(10 * far))


def test_the_lab_of_the_exercise_begins_where_the_check_expects_it():
    lab = explore.Forward(exercises.two_alike(), points="XOR", numbers=True)
    assert exercises.xor.check(lab).outcome.value == "Not attempted"
    assert lab.rows_right == 3
    lab.network.layers[0].bias[1] = -1.5
    assert exercises.xor.check(lab).misconception == "OR instead"
    lab.network.layers[1].weights[1] = -1
    assert exercises.xor.check(lab).misconception == "the bias of the output"
    assert lab.rows_right == 2
    for bias in np.arange(-12, 0) / 10:
        lab.network.layers[1].bias[0] = bias
        assert exercises.xor.check(lab).correct == (-0.9 <= bias <= -0.5)
    lab.network.layers[1].bias[0] = -0.7
    assert exercises.xor.check(lab).correct and lab.rows_right == 4
    lab.close()
