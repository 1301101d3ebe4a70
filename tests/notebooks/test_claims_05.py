"""What the prose of notebook 05 says without calculating it on the page is calculated here."""

import numpy as np
import pytest

from nnlib import SGD, Adam, Network, accuracy, activations, data, explore, train
from nnlib.collapse import collapse
from nnlib.exercises.bends import revive, slope_at_ten
from nnlib.explore.warp import ARROW_SCALE

XOR = data.gate("XOR")
FINE = np.linspace(-10, 10, 20001)


def trained_on_xor(seed, hidden="tanh", steps=400):
    network = Network([2, 2, 1], hidden=hidden, seed=seed)
    for _ in train(network, XOR, Adam(0.05), steps=steps):
        pass
    return network


@pytest.mark.parametrize(
    ("name", "largest"),
    [("step", 0), ("sigmoid", 0.25), ("tanh", 1), ("ReLU", 1), ("leaky ReLU", 1), ("linear", 1)],
)
def test_the_table_names_the_largest_slopes(name, largest):
    assert activations.find(name).slope(FINE).max() == pytest.approx(largest)


def test_at_10_the_slope_is_less_than_a_twentieth_of_a_thousandth():
    assert 0 < activations.sigmoid.slope(10) < 0.001 / 20
    assert 1 / activations.sigmoid.slope(10) > 20_000  # one part in twenty thousand
    assert activations.sigmoid(3) == pytest.approx(0.95, abs=0.003)  # the last five percent


def test_the_numbers_that_quiz_and_hints_name():
    assert activations.sigmoid(0.4) == pytest.approx(0.599, abs=5e-4)
    assert activations.sigmoid(1) == pytest.approx(0.73, abs=5e-3)
    assert activations.tanh(1) == pytest.approx(0.76, abs=5e-3)
    assert activations.sigmoid.slope(10) == pytest.approx(0.000045, abs=5e-7)


def test_the_shaded_part_begins_where_the_teacher_says():
    for name, begin in (("sigmoid", 4.36), ("tanh", 2.18)):
        slope = activations.find(name).slope
        assert slope(begin - 0.01) > 0.05 * slope(0) > slope(begin + 0.01)


def test_from_4_to_5_the_sigmoid_moves_little_and_from_0_to_1_much():
    sigmoid = activations.sigmoid
    assert sigmoid(5) - sigmoid(4) == pytest.approx(0.011, abs=0.001)
    assert sigmoid(1) - sigmoid(0) == pytest.approx(0.23, abs=0.005)


def test_training_never_moves_the_weights_into_a_step_whatever_the_start():
    for seed in range(5):
        start = Network([2, 2, 1], hidden="step", seed=seed).layers[0]
        end = trained_on_xor(seed, hidden="step", steps=500).layers[0]
        assert (end.weights == start.weights).all() and (end.bias == start.bias).all()


def test_two_units_make_the_valley_and_three_the_tent():
    valley = explore.Pieces(target="valley", w1=-1, b1=0, v1=1, w2=1, b2=0, v2=1)
    tent = explore.Pieces(target="tent", w1=1, b1=1, v1=2, w2=1, b2=0, v2=-4, w3=1, b3=-1, v3=2)
    assert valley.error == tent.error == 0
    valley.close()
    tent.close()


def test_on_the_tent_nothing_moves_once_it_is_solved():
    tent = explore.Pieces(target="tent", w1=1, b1=1, v1=2, w2=1, b2=0, v2=-4, w3=1, b3=-1, v3=2)
    model = tent.model
    assert not model.backward(model.forward(tent.data.inputs), tent.data.targets, "squared error").parameters.any()
    tent.close()


def test_seven_of_ten_starts_solve_xor():
    assert sum(accuracy(trained_on_xor(seed), XOR) == 1 for seed in range(10)) == 7


def test_the_layer_carries_the_two_rings_together_and_the_discs_apart():
    carried = trained_on_xor(0).forward(XOR.inputs).outputs[0]
    (first, disc, other, last) = carried
    assert np.linalg.norm(first - last) < 0.1
    assert min(np.linalg.norm(disc - first), np.linalg.norm(other - first), np.linalg.norm(disc - other)) > 1.5


def test_a_leaky_relu_is_a_relu_with_the_share_0_99():
    z = FINE[:, None]
    partly = activations.partly("ReLU", [0.99])
    assert np.allclose(partly(z), activations.leaky_relu(z))
    assert np.allclose(partly.slope(z), activations.leaky_relu.slope(z))


def test_a_silent_unit_is_left_alone_and_moves_again_after_the_solution():
    lab = explore.Pieces(w2=1, b2=-5, v2=1, target="ramp")
    for expected in (False, True):
        before = lab.w2, lab.b2, lab.v2
        for _ in train(lab.model, lab.data, SGD(0.02), loss="squared error", batch=7, steps=500):
            pass
        assert ((lab.w2, lab.b2, lab.v2) != before) is expected
        lab.b2 = -1.0
    lab.close()


def train_as_in_part_7(lab):
    for _ in train(lab.model, lab.data, SGD(0.02), loss="squared error", batch=7, steps=500):
        pass


def test_with_a_positive_output_weight_it_falls_silent_again_and_from_1_and_twice_minus_1_it_helps_to_bend():
    lab = explore.Pieces(w2=1, b2=-5, v2=1, target="ramp")
    train_as_in_part_7(lab)
    lab.b2 = -1.0
    assert revive.check(lab).correct
    examples, model = lab.data, lab.model
    slopes = model.backward(model.forward(examples.inputs), examples.targets, "squared error").layers[0]
    assert slopes.weights[0, 1] > 0 and slopes.bias[1] > 0  # downhill both fall, and the kink, −b/w, goes right
    train_as_in_part_7(lab)
    assert lab.is_silent(2) and not revive.check(lab).correct
    assert lab.v2 > 0 and 3 < lab.kink(2) < 3.01
    lab.w2, lab.b2, lab.v2 = 1.0, -1.0, -1.0
    train_as_in_part_7(lab)
    assert not lab.is_silent(2) and revive.check(lab).correct and lab.error < 0.001
    assert lab.v2 * lab.w2 < 0 and lab.v3 * lab.w3 < 0  # two bends downwards, on both sides of 1
    assert 0.5 < lab.kink(3) < 1 < lab.kink(2) < 1.5 and lab.kink(1) < 0
    lab.close()


def test_minus_1_for_bias_and_output_weight_keeps_it_awake():
    lab = explore.Pieces(w2=1, b2=-5, v2=1, target="ramp")
    train_as_in_part_7(lab)
    lab.b2 = lab.v2 = -1.0
    train_as_in_part_7(lab)
    assert revive.check(lab).correct and lab.kink(2) == pytest.approx(1.12, abs=0.01)
    lab.close()


def test_the_comparison_writes_the_slope_at_10_and_calls_only_what_is_close_near():
    assert "4.54e−05" in slope_at_ten.compare(activations.sigmoid.slope(10)).text
    assert 10 * activations.sigmoid.slope(10) < slope_at_ten.close < 0.004


def test_the_arrows_are_drawn_at_a_third():
    assert ARROW_SCALE == pytest.approx(1 / 3)


def test_the_first_point_of_ones_own_takes_the_place_of_xor_and_forgetting_brings_the_moons():
    lab = explore.Warp(points="XOR")
    lab.add_disc()
    assert len(lab.data) == 1
    lab.forget()
    assert lab.points == "moons" and len(lab.data) == 30
    lab.close()


def test_with_two_units_no_colour_is_an_island():
    """Follow a trained network far out: both answers are found there, in some direction."""
    far = 1000 * np.stack([np.cos(FINE), np.sin(FINE)], axis=1)
    for seed in range(10):
        network = Network([2, 2, 1], seed=seed)
        for _ in train(network, explore.Warp.sets["circles"], Adam(0.05), steps=1000):
            pass
        sums = network.forward(far).sums[-1]
        assert (sums > 0).any()
        assert (sums < 0).any()


def test_any_number_of_linear_layers_is_one():
    rng = np.random.default_rng(1)
    deep = Network([2, 30, 30, 30, 1], hidden="linear")
    deep.parameters = rng.normal(size=deep.parameters.size)
    places = rng.uniform(-2, 2, size=(100, 2))
    assert np.allclose(collapse(deep).forward(places).sums[-1], deep.forward(places).sums[-1])


def test_multiplied_out_by_hand_the_first_network_is_the_neuron_of_the_notebook():
    network = Network([2, 2, 1], hidden="linear")
    network.parameters = [1.5, 0.5, -0.6, 1.4, 0.2, -0.3, 3, 2, -1.6]
    first, second = network.layers
    assert first.weights.T.tolist() == [[1.5, -0.6], [0.5, 1.4]] and first.bias.tolist() == [0.2, -0.3]
    assert second.weights.ravel().tolist() == [3, 2] and second.bias.tolist() == [-1.6]
    assert collapse(network).parameters == pytest.approx([5.5, 1, -1.6])


def test_the_teachers_numbers():
    assert activations.sigmoid.slope([2, 4]) == pytest.approx([0.10, 0.018], abs=0.006)
    first, second = np.array([[1, 2], [0, -1]]), np.array([[2], [1]])
    assert (first @ second).ravel().tolist() == [4, -1]
    assert (np.array([1, -2]) @ second + 0.5).tolist() == [0.5]
    ramp = explore.Pieces(target="ramp", w1=1, b1=1, v1=1, w2=1, b2=-1, v2=-1, v3=0)
    assert ramp.error == 0
    ramp.close()


def test_all_of_the_moon_points_can_be_reached_with_two_units_but_not_without_bends():
    lab = explore.Warp(x1_h1=0.7, x2_h1=-1.2, b_h1=-0.5, x1_h2=5.9, x2_h2=0, b_h2=-1.1, h1_y=2.5, h2_y=-1.4, b_y=0.8)
    assert (lab.state()["right"], lab.state()["points_in_all"]) == (30, 30)
    straight = Network([2, 2, 1], hidden="linear")
    for _ in train(straight, lab.data, Adam(0.05), steps=1000):
        pass
    assert accuracy(straight, lab.data) * 30 == pytest.approx(24)
    lab.close()


def test_circles_need_a_third_unit():
    circles = explore.Warp.sets["circles"]
    for units, all_right in ((2, 0), (3, 10)):
        trained = [Network([2, units, 1], seed=seed) for seed in range(10)]
        for network in trained:
            for _ in train(network, circles, Adam(0.05), steps=1000):
                pass
        assert sum(accuracy(network, circles) == 1 for network in trained) == all_right
