"""Backpropagation against three judges: autograd, the complex step and central differences.

The forward pass in here is written a second time, for autograd, so that an error in nnlib's own
cannot excuse itself.
"""

import autograd.numpy as anp
import numpy as np
import pytest
from autograd import value_and_grad

from nnlib import Network, activations, gradcheck
from nnlib.gradcheck import relative_error

FORMULAS = {
    "step": lambda z: 0 * z + (z >= 0),
    "linear": lambda z: z,
    "sigmoid": lambda z: 1 / (1 + anp.exp(-z)),
    "tanh": anp.tanh,
    "ReLU": lambda z: anp.where(z > 0, z, 0),
    "leaky ReLU": lambda z: anp.where(z > 0, z, 0.01 * z),
    "softplus": lambda z: anp.log(1 + anp.exp(z)),
    "softmax": lambda z: anp.exp(z) / anp.sum(anp.exp(z), axis=1, keepdims=True),
}
LOSSES = {
    "squared error": lambda a, t: anp.sum((a - t) ** 2) / len(a),
    "binary cross-entropy": lambda a, t: -anp.sum(t * anp.log(a) + (1 - t) * anp.log(1 - a)) / len(a),
    "cross-entropy": lambda a, t: -anp.sum(t * anp.log(a)) / len(a),
}
ENDINGS = [(name, "squared error") for name in FORMULAS]
ENDINGS += [("sigmoid", "binary cross-entropy"), ("softmax", "cross-entropy")]
DEPTHS = (1, 2, 3, 4)
BATCHES = (1, 7, 64)


def autograd_loss(parameters, inputs, network, targets, loss):
    a, start = inputs, 0
    for layer, rows, columns in zip(network.layers, network.sizes, network.sizes[1:], strict=False):
        weights = anp.reshape(parameters[start : start + rows * columns], (rows, columns))
        bias = parameters[start + rows * columns : start + rows * columns + columns]
        a = FORMULAS[layer.activation.name](anp.dot(a, weights) + bias)
        start += (rows + 1) * columns
    return LOSSES[loss](a, targets)


def away_from_corners(network, examples, rng):
    """Draw inputs for which no sum is near 0, where ReLU and the step have no slope."""
    inputs = rng.normal(size=(40 * examples, network.sizes[0]))
    sums = np.concatenate(network.forward(inputs).sums, axis=1)
    return inputs[np.abs(sums).min(axis=1) > 1e-3][:examples]


def problem(hidden, output, depth, examples):
    rng = np.random.default_rng([depth, examples, len(hidden), len(output)])
    network = Network([3, 5, 4, 5][:depth] + [3], hidden=hidden, output=output)
    network.parameters = rng.normal(0, 0.6, network.parameters.size)
    inputs = away_from_corners(network, examples, rng)
    assert inputs.shape == (examples, 3)
    targets = np.eye(3)[rng.integers(3, size=examples)]
    return network, inputs, targets


@pytest.mark.parametrize("output, loss", ENDINGS)
@pytest.mark.parametrize("hidden", FORMULAS)
def test_slopes_agree_with_all_judges(hidden, output, loss):
    for depth in DEPTHS:
        for examples in BATCHES:
            network, inputs, targets = problem(hidden, output, depth, examples)
            gradients = network.backward(network.forward(inputs), targets, loss)

            judge = value_and_grad(autograd_loss, argnum=(0, 1))
            value, (parameters, slopes) = judge(network.parameters, inputs, network, targets, loss)
            assert gradients.loss == pytest.approx(value, rel=1e-12)
            assert np.abs(gradients.parameters - parameters).max() <= 1e-10
            assert np.abs(gradients.inputs - slopes).max() <= 1e-10
            assert relative_error(gradients.parameters, parameters) <= 1e-10
            assert relative_error(gradients.inputs, slopes) <= 1e-10

            of_parameters = gradcheck.loss_of_parameters(network, inputs, targets, loss)
            exact = gradcheck.complex_step(of_parameters, network.parameters)
            assert np.abs(gradients.parameters - exact).max() <= 1e-10
            measured = gradcheck.central_differences(of_parameters, network.parameters)
            assert relative_error(gradients.parameters, measured) <= 1e-6

            if examples < 64:  # a slope per input of each example: dear for a large batch
                of_inputs = gradcheck.loss_of_inputs(network, inputs, targets, loss)
                exact = gradcheck.complex_step(of_inputs, inputs.ravel())
                assert np.abs(gradients.inputs.ravel() - exact).max() <= 1e-10
                measured = gradcheck.central_differences(of_inputs, inputs.ravel())
                assert relative_error(gradients.inputs.ravel(), measured) <= 1e-6


def test_every_activation_and_loss_is_judged():
    assert set(FORMULAS) == {each.name for each in activations.ALL}


def test_blame_of_every_unit_is_the_slope_for_its_sum_and_output():
    """Move one sum, or one output, of one example and carry it to the end: the measured blame."""
    network, inputs, targets = problem("tanh", "sigmoid", 3, 2)
    trace = network.forward(inputs)
    gradients = network.backward(trace, targets)

    def loss_from(outputs, layers):
        for layer in layers:
            outputs = FORMULAS[layer.activation.name](anp.dot(outputs, layer.weights) + layer.bias)
        return LOSSES["binary cross-entropy"](outputs, targets)

    for i, (layer, blame) in enumerate(zip(network.layers, gradients.layers, strict=True)):
        bend, after = FORMULAS[layer.activation.name], network.layers[i + 1 :]
        for_outputs = value_and_grad(lambda a, after=after: loss_from(a, after))(trace.outputs[i])[1]
        for_sums = value_and_grad(lambda z, bend=bend, after=after: loss_from(bend(z), after))(trace.sums[i])[
            1
        ]
        np.testing.assert_allclose(blame.outputs, for_outputs, atol=1e-12)
        np.testing.assert_allclose(blame.sums, for_sums, atol=1e-12)


def test_a_batch_is_the_mean_of_its_examples():
    network, inputs, targets = problem("tanh", "softmax", 3, 7)
    together = network.backward(network.forward(inputs), targets).parameters
    alone = [network.backward(network.forward(x), t).parameters for x, t in zip(inputs, targets, strict=True)]
    np.testing.assert_allclose(together, np.mean(alone, axis=0), atol=1e-15)


def test_gradcheck_notices_a_planted_bug(monkeypatch):
    network, inputs, targets = problem("tanh", "sigmoid", 3, 7)
    good = gradcheck.check(network, inputs, targets)
    assert good.error < 1e-8 and repr(good) == "Check(slopes=59, agree=True)"
    monkeypatch.setattr(activations.Tanh, "slope_at", lambda self, z, a: np.ones_like(a))  # forgot the bend
    bad = gradcheck.check(network, inputs, targets)
    assert bad.error > 0.01 and repr(bad) == "Check(slopes=59, agree=False)"


def test_gradcheck_leaves_the_network_alone():
    network, inputs, targets = problem("ReLU", "softmax", 2, 7)
    before = network.parameters.copy()
    gradcheck.check(network, inputs, targets)
    np.testing.assert_array_equal(network.parameters, before)


def test_at_the_corner_of_relu_the_judges_disagree():
    """With zero biases the input (0, 0) sits on the corner: the slope there is a matter of taste."""
    network = Network([2, 3, 1], hidden="ReLU")
    assert gradcheck.check(network, [[0.0, 0.0]], [[1.0]]).error > 0.01
    assert gradcheck.check(Network([2, 3, 1]), [[0.0, 0.0]], [[1.0]]).error < 1e-6


def test_complex_step_and_differences_on_a_known_function():
    point = np.array([0.5, 2.0])
    slopes = np.array([np.cos(0.5) * 8, np.sin(0.5) * 12])
    function = lambda x: np.sin(x[0]) * x[1] ** 3  # noqa: E731
    np.testing.assert_allclose(gradcheck.complex_step(function, point), slopes, rtol=1e-15)
    np.testing.assert_allclose(gradcheck.central_differences(function, point), slopes, rtol=1e-9)


def test_relative_error():
    assert relative_error([0, 0], [0, 0]) == 0
    assert relative_error([1, 0], [-1, 0]) == 1
    assert relative_error([3.0], [1.0]) == 0.5


def test_a_nudge_measures_the_slope_and_tells_a_kink_from_a_curve():
    network = Network([2, 2, 1], hidden="ReLU", seed=3)
    inputs, targets = [[0.0, 0.0]], [[1.0]]
    at_kink = gradcheck.nudge(network, 4, inputs, targets)  # the bias of the first hidden unit
    assert at_kink.at_kink
    away = gradcheck.nudge(network, 4, [[0.5, 1.0]], targets)
    slopes = network.backward(network.forward([[0.5, 1.0]]), targets).parameters
    assert not away.at_kink
    assert away.slope == pytest.approx(slopes[4], rel=1e-6, abs=1e-9)
    steep = Network([1, 1], output="linear")
    steep.parameters = [1000.0, 0.0]
    assert not gradcheck.nudge(steep, 0, [[100.0]], [[0.0]]).at_kink  # a sharp curve is no kink
