"""Each loss: known values, measured slopes, and calm where the network is as wrong as can be."""

import numpy as np
import pytest

from nnlib import Network, losses
from nnlib.activations import linear, sigmoid, softmax, tanh
from nnlib.gradcheck import complex_step

RNG_SEED = 5


def probabilities(rows, columns):
    return softmax(np.random.default_rng(RNG_SEED).normal(size=(rows, columns)))


@pytest.mark.parametrize(
    "loss, output, target, value, slope",
    [
        (losses.squared_error, 0.75, 1, 0.0625, -0.5),
        (losses.squared_error, 3.0, 1, 4, 4),
        (losses.binary_cross_entropy, 0.25, 1, np.log(4), -4),
        (losses.binary_cross_entropy, 0.25, 0, np.log(4 / 3), 4 / 3),
        (losses.binary_cross_entropy, 0.5, 0.5, np.log(2), 0),
        (losses.binary_cross_entropy, 1.0, 1, 0, -1),
        (losses.binary_cross_entropy, 0.0, 1, np.inf, -np.inf),
    ],
)
def test_known_values(loss, output, target, value, slope):
    assert loss(output, target) == pytest.approx(value, abs=1e-15)
    assert loss.slope(output, target) == pytest.approx(slope, abs=1e-15)


def test_cross_entropy_is_minus_log_of_the_right_class():
    outputs, targets = np.array([[0.5, 0.25, 0.25], [0.1, 0.1, 0.8]]), np.array([[0, 1, 0], [0, 0, 1]])
    assert losses.cross_entropy(outputs, targets) == pytest.approx(-(np.log(0.25) + np.log(0.8)) / 2)
    np.testing.assert_allclose(losses.cross_entropy.slope(outputs, targets), [[0, -2, 0], [0, 0, -0.625]])


def test_a_sum_over_outputs_and_a_mean_over_examples():
    outputs, targets = np.array([[1.0, 2.0], [3.0, 4.0]]), np.zeros((2, 2))
    np.testing.assert_array_equal(losses.squared_error.each(outputs, targets), [5, 25])
    assert losses.squared_error(outputs, targets) == 15


@pytest.mark.parametrize("loss", losses.ALL, ids=repr)
def test_slope_is_the_measured_slope(loss):
    outputs, targets = probabilities(4, 3), np.eye(3)[[0, 1, 2, 1]]
    measured = complex_step(lambda flat: loss(flat.reshape(4, 3), targets), outputs.ravel())
    np.testing.assert_allclose(loss.slope(outputs, targets).ravel(), measured, rtol=1e-12, atol=1e-14)


@pytest.mark.parametrize(
    "loss, last", [(losses.binary_cross_entropy, sigmoid), (losses.cross_entropy, softmax)], ids=repr
)
def test_straight_from_the_sums_it_is_the_same_loss(loss, last):
    sums = np.random.default_rng(RNG_SEED).normal(0, 3, size=(6, 3))
    targets = np.eye(3)[[0, 1, 2, 2, 1, 0]]
    np.testing.assert_allclose(loss.each_from_sums(sums, targets), loss.each(last(sums), targets), rtol=1e-12)


@pytest.mark.parametrize(
    "loss, sums, target, value",
    [
        (losses.binary_cross_entropy, [[1000.0]], [[0.0]], 1000),
        (losses.binary_cross_entropy, [[-1000.0]], [[1.0]], 1000),
        (losses.binary_cross_entropy, [[1000.0]], [[1.0]], 0),
        (losses.cross_entropy, [[1000.0, -1000.0]], [[0.0, 1.0]], 2000),
        (losses.cross_entropy, [[1000.0, -1000.0]], [[1.0, 0.0]], 0),
    ],
)
def test_a_sure_mistake_costs_much_but_not_infinity(loss, sums, target, value):
    assert loss.each_from_sums(np.array(sums), np.array(target)) == pytest.approx(value)


@pytest.mark.parametrize("sizes, target", [([1, 1], [[1.0]]), ([1, 3], [[0.0, 1.0, 0.0]])])
def test_a_network_that_is_surely_wrong_still_learns(sizes, target):
    network = Network(sizes)
    network.layers[0].bias[:] = [-1000] if sizes[-1] == 1 else [1000, -1000, 0]
    gradients = network.backward(network.forward([[0.0]]), target)
    assert np.isfinite(gradients.loss) and gradients.loss >= 1000
    assert np.isfinite(gradients.parameters).all() and gradients.layers[0].bias.any()


def test_result_is_a_plain_number():
    assert type(losses.squared_error(0.5, 1)) is float


def test_the_usual_loss_for_an_output():
    assert losses.suited_to(sigmoid) is losses.binary_cross_entropy
    assert losses.suited_to(softmax) is losses.cross_entropy
    assert losses.suited_to(linear) is losses.suited_to(tanh) is losses.squared_error


def test_found_by_name():
    assert losses.find("cross_entropy") is losses.cross_entropy
    assert losses.find(losses.squared_error) is losses.squared_error
    with pytest.raises(ValueError, match="'squared error', 'binary cross-entropy', 'cross-entropy'"):
        losses.find("hinge")


@pytest.mark.parametrize(
    "outputs, targets",
    [(np.ones((3, 1)), np.ones(3)), (np.ones(3), np.ones(3)), (np.ones((0, 1)), np.ones((0, 1)))],
)
def test_shapes_that_numpy_would_stretch_are_refused(outputs, targets):
    with pytest.raises(ValueError, match=r"outputs of shape .* targets of shape .* try outputs\[:, None\]"):
        losses.squared_error(outputs, targets)


def test_targets_that_are_no_probabilities_are_refused():
    with pytest.raises(ValueError, match="targets from -1 to 1, but it takes 0 for no and 1 for yes"):
        losses.binary_cross_entropy([[0.5], [0.5]], [[-1], [1]])
    with pytest.raises(ValueError, match="first row .* each row with one 1"):
        losses.cross_entropy([[0.5, 0.5]], [[1, 1]])
    with pytest.raises(ValueError, match="try 'binary cross-entropy'"):
        losses.cross_entropy([[0.5]], [[1]])
