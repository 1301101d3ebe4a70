"""What the prose of notebook 08 says without calculating it on the page is calculated here."""

from copy import deepcopy
from inspect import getsource

import numpy as np
import pytest

from nnlib import Network, activations, data, explore, gradcheck
from nnlib.drawing.stages import stages_of_step
from nnlib.drawing.unit_names import unit_names
from nnlib.exercises import backward as exercises
from nnlib.exercises.backward import cases

NINE = [1, -1, 2, 0.5, -0.5, 0.5, 1.5, -2, 0.5]
X, T, SQUARED = [1, 0.5], 0, "squared error"
XOR = data.gate("XOR")


def the_network(**options):
    network = Network([2, 2, 1], **options)
    network.parameters = NINE
    return network


def gradients_of(network, inputs=X, targets=T, loss=SQUARED):
    return network.backward(network.forward(inputs), targets, loss)


@pytest.fixture
def lab_of():
    """Make labs, and close them at the end."""
    labs = []

    def make(network, **options):
        labs.append(explore.Backward(network, **options))
        return labs[-1]

    yield make
    for lab in labs:
        lab.close()


def test_the_table_of_part_1_has_the_numbers_of_the_network():
    trace = the_network().forward(X)
    assert trace.outputs[0][0] == pytest.approx([0.905, -0.245], abs=5e-4)
    assert trace.output[0, 0] == pytest.approx(0.913, abs=5e-4)


def test_the_slope_from_x1_to_h1_is_seven_times_smaller_than_that_to_h2():
    to_h1, to_h2 = gradients_of(the_network()).layers[0].weights[0]
    assert abs(to_h2 / to_h1) == pytest.approx(7, abs=0.1)


def test_the_bend_factors_that_solve_the_riddle():
    h1, h2 = the_network().forward(X).outputs[0][0]
    assert [1 - h1**2, 1 - h2**2] == pytest.approx([0.18, 0.94], abs=0.005)
    hidden, output = gradients_of(the_network()).layers
    assert abs(hidden.outputs[0, 1]) > abs(output.sums[0, 0])  # more blame than there was


def test_four_steps_lead_forward_and_two_more_to_the_blame_of_the_sum_of_y():
    stages = stages_of_step(unit_names([2, 2, 1]))
    assert [kind for kind, _ in stages[1:5]] == ["value", "value", "value", "loss"]
    assert stages[5:7] == [("blame", "y"), ("bend", "y")]
    assert stages[16:18] == [("slope", "b-h1"), ("slope", "x1-h2")]
    assert stages[20][0] == "update" and len(stages) == 21
    assert stages_of_step(unit_names([2, 3, 2, 1]))[27] == ("blame", "h2")


def test_the_picture_goes_through_all_of_it_and_back(lab_of):
    network = the_network()
    lab = lab_of(network, x1=1, x2=0.5, target=0)
    lab.player.advance(20)
    assert network.parameters == pytest.approx(NINE - 0.5 * gradients_of(the_network()).parameters)
    assert lab.before.parameters == pytest.approx(NINE)
    lab.player.seek(3)
    assert (network.parameters == NINE).all()


@pytest.mark.parametrize("name", ["x1-h1", "x2-h1", "b-h1", "x1-h2", "x2-h2", "b-h2", "h1-y", "h2-y", "b-y"])
def test_the_nudge_agrees_to_five_digits_wherever_the_input_is_moved(lab_of, name):
    lab = lab_of(the_network(), target=0)
    for lab.x1, lab.x2 in np.random.default_rng(0).uniform(-1.5, 1.5, size=(20, 2)).round(2):
        measured = lab.measured(name)
        assert not measured.at_kink
        assert measured.slope == pytest.approx(lab.slopes[name], rel=1e-5, abs=1e-9)


def test_nine_slopes_take_eighteen_runs():
    runs = []
    gradcheck.central_differences(lambda point: runs.append(point) or 0.0, np.array(NINE))
    assert len(runs) == 18


def test_at_the_first_input_measured_slopes_agree_to_nine_digits():
    check = gradcheck.check(the_network(), X, T, SQUARED)
    assert check.measured == pytest.approx(check.backward, rel=1e-9)


def test_one_side_is_right_to_three_digits_and_both_to_six():
    network = the_network()
    function = gradcheck.loss_of_parameters(network, X, T, SQUARED)
    here, nudge = network.parameters.copy(), 0.001 * np.eye(9)[1]
    true = gradients_of(network).parameters[1]
    one_side = (function(here + nudge) - function(here)) / 0.001
    both = (function(here + nudge) - function(here - nudge)) / 0.002
    assert 1e-4 < abs(one_side - true) < 5e-4 and abs(both - true) < 5e-7


def test_the_kink_is_at_both_hidden_biases_and_nowhere_else(lab_of):
    fresh = Network([2, 2, 1], hidden="ReLU", seed=3)
    assert not fresh.layers[0].bias.any()
    lab = lab_of(fresh, x1=0, x2=0, target=1)
    assert {name for name in lab.slopes if lab.measured(name).at_kink} == {"b-h1", "b-h2"}
    assert "the loss has a kink" in lab._nudge_in_words("b-h1", lab.slopes["b-h1"])
    lab.x1 = 0.1
    assert not any(lab.measured(name).at_kink for name in lab.slopes)


def test_the_first_screen_of_the_nudge_is_away_from_every_kink(lab_of):
    lab = lab_of(the_network(), x1=1, x2=0.5, target=0)
    assert not any(lab.measured(name).at_kink for name in lab.slopes)


def test_the_lines_that_part_6_explains_are_in_the_code():
    code = getsource(Network.backward)
    for line in ["blame = loss.each_slope(", "before = self._blame_before_bend(", "weights[:] = trace.into(i).T @ before",
                 "bias[:] = before.sum(axis=0)", "blame = before @ self.layers[i].weights.T"]:  # fmt: skip
        assert line in code


def test_what_part_6_prints_begins_at_the_slopes_and_has_all_five_lines():
    code = getsource(Network.backward)
    shown = code[code.index("        slopes =") :]
    assert len(shown.splitlines()) == 10 and shown.count("blame = ") == 2 and "raise" not in shown


def test_the_exercise_is_compared_on_27_networks_20_of_them_random():
    assert len(cases.networks(np.random.default_rng(0))) == 27 and cases.RANDOM == 20


def test_a_step_with_rate_10_nearly_takes_the_loss_of_one_example_away_and_spoils_others():
    network = the_network()
    before = network.loss(XOR.inputs, XOR.targets, SQUARED)
    network.parameters = NINE - 10 * gradients_of(network).parameters
    assert network.loss(X, T, SQUARED) == pytest.approx(0.006, abs=5e-4)
    assert network.loss(XOR.inputs, XOR.targets, SQUARED) > before


def test_the_bend_factor_of_y_grows_at_first():
    network, factors, slopes = the_network(), [], []
    for _ in range(6):
        y = network.predict(X)[0, 0]
        gradients = gradients_of(network)
        factors.append(y * (1 - y))
        slopes.append(abs(gradients.layers[0].weights[0, 1]))
        network.parameters = network.parameters - 0.5 * gradients.parameters
    assert factors[0] < factors[1] < factors[2] and slopes[0] < slopes[1] and slopes[-1] < slopes[0]


def test_two_examples_of_xor_pull_the_bias_of_y_each_way():
    each = [gradients_of(the_network(), row, target).parameters[-1] for row, target in zip(XOR.inputs, XOR.targets)]
    assert (np.sign(each) == [1, -1, -1, 1]).all()
    assert np.mean(each) == pytest.approx(0.014, abs=5e-4)


def test_the_output_of_a_saturated_unit_is_blamed_as_before():
    network = the_network()
    for bias in (-0.5, 0.5, 1.5, 2.5):  # in the first row, at −1.5, it is 0.33
        network.layers[0].bias[0] = bias
        assert gradients_of(network).layers[0].outputs[0, 0] == pytest.approx(0.2, abs=0.02)


def test_the_sigmoid_lets_a_quarter_through_at_most_and_tanh_all():
    z = np.linspace(-30, 30, 6001)
    assert activations.sigmoid.slope(z).max() == 0.25 and activations.tanh.slope(z).max() == 1
    assert activations.relu.slope(3.0) == 1 and (1 / 4) ** 6 == 1 / 4096


def test_tanh_gets_to_1_on_a_computer_from_a_sum_of_about_20():
    assert activations.tanh(20.0) == 1 and activations.tanh(15.0) < 1


@pytest.mark.parametrize("seed", range(5))
def test_slopes_vanish_through_six_layers_of_sigmoids_and_not_of_the_others(seed):
    moons, share = data.moons(200), {}
    for bend in ("sigmoid", "tanh", "ReLU"):
        deep = Network([2, 8, 8, 8, 8, 8, 8, 1], hidden=bend, seed=seed)
        layers = deep.backward(deep.forward(moons.inputs), moons.targets).layers
        share[bend] = np.abs(layers[0].weights).mean() / np.abs(layers[-1].weights).mean()
    assert share["sigmoid"] < 0.005 and min(share["tanh"], share["ReLU"]) > 20 * share["sigmoid"]


def test_the_blame_shrinks_below_one_in_4096_while_the_last_layer_cancels_most_of_its_own():
    moons, deep = data.moons(200), Network([2, 8, 8, 8, 8, 8, 8, 1], hidden="sigmoid", seed=0)
    trace = deep.forward(moons.inputs)
    layers = deep.backward(trace, moons.targets).layers
    blame = [np.abs(layer.sums).mean() for layer in layers]
    assert blame[0] / blame[-1] == pytest.approx(0.00002, abs=0.000005)
    left = [
        np.abs(layers[i].weights).mean() / (np.abs(trace.into(i)).T @ np.abs(layers[i].sums)).mean() for i in (0, -1)
    ]
    assert left[0] > 0.5 > 0.2 > left[1]


def test_eight_percent_of_the_blame_get_through_the_sigmoid_and_cross_entropy_cancels_it():
    last = gradients_of(the_network()).layers[1]
    assert last.sums[0, 0] / last.outputs[0, 0] == pytest.approx(0.08, abs=0.001)
    last = gradients_of(the_network(), loss="binary cross-entropy").layers[1]
    y = the_network().predict(X)[0, 0]
    assert last.outputs[0, 0] == pytest.approx(1 / (1 - y)) and last.sums[0, 0] == pytest.approx(y - T)


def test_what_there_is_to_find_in_part_10(lab_of):
    lab = lab_of(Network([2, 3, 2, 1], seed=1), x1=1, x2=0.5, target=0)
    start = lab.network.parameters.copy()
    lab.network.layers[1].weights[1] = 0  # from h₂ to k₁ and k₂
    assert [lab.slopes[name] for name in ("x1-h2", "x2-h2", "b-h2")] == [0, 0, 0]
    assert lab.slopes["h2-k1"] and lab.slopes["h2-k2"]
    lab.network.parameters = start
    lab.target = round(float(lab.network.predict([1, 0.5])[0, 0]), 2)
    assert max(map(abs, lab.slopes.values())) < 0.005
    lab.target = 0
    lab.activation = "step"
    survivors = {name for name, slope in lab.slopes.items() if slope}
    assert survivors and all(name.endswith("-y") for name in survivors)
    lab.activation = "linear"
    trace = lab.network.forward([1, 0.5])
    *hidden, last = [layer.activation.slope(sums) for layer, sums in zip(lab.network.layers, trace.sums)]
    assert all((factors == 1).all() for factors in hidden) and (last < 0.25).all()


def test_examples_of_ones_own_can_be_learned_from_and_shown(lab_of):
    own = data.Data([[1, 0.5], [-1, 1]], [0, 1])
    lab = lab_of(Network([2, 3, 2, 1], seed=1), examples=own, step="mean of a batch", example=2)
    assert lab.row == 1
    assert lab.gradients.parameters == pytest.approx(gradients_of(lab.network, own.inputs, own.targets).parameters)


def test_fifty_examples_and_eight_units_are_the_most(lab_of):
    lab_of(Network([2, 8, 8, 1]), examples=data.moons(50))
    for network, examples in (([2, 9, 1], 50), ([2, 3, 3, 3, 1], 50), ([2, 3, 1], 51)):
        with pytest.raises(ValueError):
            explore.Backward(Network(network), examples=data.moons(examples))


def test_all_zeros_and_equal_units_never_part():
    empty, alike = Network([2, 2, 1]), Network([2, 2, 1])
    empty.parameters[:] = 0
    alike.parameters = [1, 1, 2, 2, -0.5, -0.5, 1.5, 1.5, 0.5]
    for network in (empty, alike):
        for _ in range(50):
            gradients = gradients_of(network, XOR.inputs[1:], XOR.targets[1:])
            network.parameters = network.parameters - 0.5 * gradients.parameters
    assert not empty.parameters[:-1].any() and empty.parameters[-1] != 0
    weights = alike.layers[0].weights
    assert weights[:, 0] == pytest.approx(weights[:, 1])


def losses_with(rate):
    network, losses = the_network(), []
    for _ in range(6):
        gradients = gradients_of(network, XOR.inputs, XOR.targets)
        losses.append(gradients.loss)
        network.parameters = network.parameters - rate * gradients.parameters
    return losses


def test_too_large_a_rate_makes_the_loss_rise_and_1_does_not():
    assert (np.diff(losses_with(1)) < 0).all()
    assert (np.diff(losses_with(10)) > 0).any() and (np.diff(losses_with(100)) > 0).any()


def test_backward_leaves_the_network_as_it_is():
    network = the_network()
    twin = deepcopy(network)
    gradients_of(network)
    assert (network.parameters == twin.parameters).all()


def test_the_picture_that_exercise_1_offers_shows_its_numbers(lab_of):
    lab = lab_of(exercises.given_network(), x1=1.5, x2=-1, target=1)
    shown = {name: lab.slopes[part] for name, part in (("w_h1_y", "h1-y"), ("w_x1_h1", "x1-h1"), ("b_h2", "b-h2"))}
    assert exercises.three_slopes.check(shown).correct
