"""The network: its forward pass against one written out unit by unit, its start, its words."""

import math

import numpy as np
import pytest

from nnlib import Network, activations, data
from nnlib.trace import Trace


def test_forward_is_multiply_add_bend():
    network = Network([2, 2, 1], hidden="ReLU")
    network.parameters = [1, -1, 2, 1, 0.5, 0, 3, -2, 0.25]
    trace = network.forward([[1, 2]])
    # sums: 1·1 + 2·2 + 0.5 = 5.5 and 1·(-1) + 2·1 + 0 = 1; then 3·5.5 - 2·1 + 0.25 = 14.75
    assert trace.inputs.tolist() == [[1, 2]]
    assert trace.sums[0].tolist() == trace.outputs[0].tolist() == [[5.5, 1]]
    assert trace.sums[1].tolist() == [[14.75]]
    assert trace.output.tolist() == [[1 / (1 + math.exp(-14.75))]]


def test_forward_equals_a_loop_over_units():
    network = Network([3, 4, 2], output="sigmoid", seed=3)
    inputs = np.random.default_rng(0).normal(size=(5, 3))
    trace = network.forward(inputs)
    for row, x in enumerate(inputs):
        hidden, last = network.layers
        h = [math.tanh(sum(x[i] * hidden.weights[i, j] for i in range(3)) + hidden.bias[j]) for j in range(4)]
        z = [sum(h[j] * last.weights[j, k] for j in range(4)) + last.bias[k] for k in range(2)]
        np.testing.assert_allclose(trace.outputs[0][row], h, rtol=1e-13)
        np.testing.assert_allclose(trace.output[row], [1 / (1 + math.exp(-each)) for each in z], rtol=1e-13)


def test_forward_hides_nothing_on_the_network():
    network = Network([2, 3, 1])
    first = network.forward([[1.0, 2.0]])
    expected = network.backward(first, [[1.0]]).parameters.copy()
    network.predict(np.zeros((50, 2)))  # a picture evaluates the network in between
    np.testing.assert_array_equal(network.backward(first, [[1.0]]).parameters, expected)


def test_one_example_is_one_row():
    network = Network([2, 3, 1])
    assert network.predict([0.5, 1]).shape == (1, 1)
    assert network.predict(np.zeros((0, 2))).shape == (0, 1)
    assert len(network.forward([0.5, 1])) == 1
    assert network.loss([0.5, 1], 1) == network.loss([[0.5, 1]], [[1]])


def test_gradients_are_windows_in_the_networks_order():
    network = Network([2, 3, 2])
    gradients = network.backward(network.forward(np.ones((4, 2))), [0, 1, 1, 0])
    pieces = [piece for layer in gradients.layers for piece in (layer.weights, layer.bias)]
    np.testing.assert_array_equal(np.concatenate([piece.ravel() for piece in pieces]), gradients.parameters)
    assert all(np.shares_memory(piece, gradients.parameters) for piece in pieces)
    assert gradients.inputs.shape == (4, 2)
    assert gradients.layers[0].sums.shape == gradients.layers[0].outputs.shape == (4, 3)


def test_backward_changes_nothing():
    network, inputs = Network([2, 3, 1]), np.ones((4, 2))
    before, trace = network.parameters.copy(), network.forward(inputs)
    outputs = [each.copy() for each in trace.outputs]
    network.backward(trace, np.ones((4, 1)))
    np.testing.assert_array_equal(network.parameters, before)
    for each, kept in zip(trace.outputs, outputs, strict=True):
        np.testing.assert_array_equal(each, kept)


def test_loss_takes_inputs_or_their_trace():
    network, gate = Network([2, 3, 1]), data.gate("XOR")
    assert network.loss(gate.inputs, gate.targets) == network.loss(network.forward(gate.inputs), gate.targets)
    assert network.loss(gate.inputs, gate.targets) == pytest.approx(
        network.suitable()(network.predict(gate.inputs), gate.targets)
    )


def test_targets_in_any_clear_form():
    one, three = Network([2, 1]), Network([2, 3])
    inputs = np.ones((4, 2))
    assert one.loss(inputs, [0, 1, 1, 0]) == one.loss(inputs, [[0], [1], [1], [0]])
    assert three.loss(inputs, [0, 1, 2, 0]) == three.loss(inputs, np.eye(3)[[0, 1, 2, 0]])
    assert three.loss(inputs[0], [0, 1, 0]) == three.loss(inputs[:1], [[0, 1, 0]])


def test_sensible_endings():
    assert Network([2, 1]).layers[-1].activation is activations.sigmoid
    assert Network([2, 3]).layers[-1].activation is activations.softmax
    assert Network([2, 3], output="linear").layers[-1].activation is activations.linear


def test_a_list_of_hidden_activations():
    network = Network([2, 3, 4, 1], hidden=["ReLU", activations.tanh])
    assert [layer.activation.name for layer in network.layers] == ["ReLU", "tanh", "sigmoid"]


def test_weights_start_at_the_papers_size():
    xavier = Network([300, 200, 1], hidden="tanh").layers[0].weights
    assert np.abs(xavier).max() == pytest.approx(np.sqrt(6 / 500), rel=1e-3)
    assert xavier.std() == pytest.approx(np.sqrt(2 / 500), rel=0.02)
    he = Network([300, 200, 1], hidden="ReLU").layers[0].weights
    assert he.std() == pytest.approx(np.sqrt(2 / 300), rel=0.02)
    assert not Network([300, 200, 1]).layers[0].bias.any()


@pytest.mark.parametrize("hidden", ["tanh", "ReLU"])
def test_signals_stay_alive_through_many_layers(hidden):
    network = Network([100] * 11, hidden=hidden, output="linear")
    outputs = network.forward(np.random.default_rng(0).normal(size=(100, 100))).outputs
    assert 0.05 < outputs[-2].std() < 5


def test_same_seed_same_network():
    first, again, other = Network([2, 8, 1], seed=4), Network([2, 8, 1], seed=4), Network([2, 8, 1], seed=5)
    np.testing.assert_array_equal(first.parameters, again.parameters)
    assert (first.parameters != other.parameters).any()
    first.parameters[:] = 0
    first.reset(5)
    np.testing.assert_array_equal(first.parameters, other.parameters)


def test_float32_stays_float32():
    network = Network([2, 8, 1], dtype="float32")
    gradients = network.backward(network.forward(np.ones((4, 2))), np.ones((4, 1)))
    assert (
        network.predict([[1.0, 2.0]]).dtype
        == gradients.parameters.dtype
        == gradients.inputs.dtype
        == "float32"
    )
    np.testing.assert_allclose(network.parameters, Network([2, 8, 1]).parameters, rtol=1e-6)


def test_an_activation_may_be_changed():
    network = Network([2, 3, 1])
    network.layers[0].activation = "linear"
    x = np.array([[0.3, -0.4]])
    np.testing.assert_array_equal(network.forward(x).outputs[0], network.forward(x).sums[0])
    with pytest.raises(ValueError, match="Did you mean 'tanh'"):
        network.layers[0].activation = "tahn"


def test_they_introduce_themselves_without_addresses():
    network = Network([2, 8, 8, 1])
    trace = network.forward(np.zeros((4, 2)))
    assert repr(network) == "Network([2, 8, 8, 1], hidden='tanh', output='sigmoid')"
    assert repr(Network([2, 1])) == "Network([2, 1], output='sigmoid')"
    mixed = Network([2, 3, 3, 2], hidden=["ReLU", "tanh"])
    assert repr(mixed) == "Network([2, 3, 3, 2], hidden=['ReLU', 'tanh'], output='softmax')"
    assert repr(network.layers[0]) == "Layer(inputs=2, outputs=8, activation='tanh')"
    assert repr(trace) == "Trace(examples=4, units=[2, 8, 8, 1])"
    network = Network([2, 1])  # all inputs 0: only the bias has a slope, 0.5 - 1
    assert (
        repr(network.backward(network.forward([0, 0]), [1])) == "Gradients(slopes=3, length=0.5, loss=0.693)"
    )


def test_repr_of_a_network_rebuilds_it():
    for network in (Network([2, 8, 1]), Network([2, 1]), Network([2, 3, 3, 2], hidden=["ReLU", "tanh"])):
        assert repr(eval(repr(network), {"Network": Network})) == repr(network)


@pytest.mark.parametrize(
    "inputs, words",
    [
        (
            np.zeros((4, 3)),
            r"shape \(4, 3\), but this network takes 2 features: shape \(examples, 2\).*reshape\(-1, 2\)",
        ),
        (np.zeros(3), r"shape \(3,\)"),
        (np.zeros((4, 2, 1)), r"shape \(4, 2, 1\)"),
        (5, r"shape \(\)"),
    ],
)
def test_inputs_that_do_not_fit(inputs, words):
    with pytest.raises(ValueError, match=words):
        Network([2, 3, 1]).forward(inputs)


@pytest.mark.parametrize("inputs", [None, "0 1", [["0", "1"]], [[1j, 0]], [[None, 1]]])
def test_inputs_that_are_no_numbers(inputs):
    with pytest.raises(TypeError, match="inputs got .* but takes numbers. Try"):
        Network([2, 3, 1]).predict(inputs)


@pytest.mark.parametrize(
    "targets, words",
    [
        (np.zeros((3, 1)), r"targets have shape \(3, 1\), but these examples and outputs need \(4, 1\)"),
        (np.zeros(5), r"targets have shape \(5,\)"),
        ([0, 1, -1, 1], "targets from -1 to 1"),
    ],
)
def test_targets_that_do_not_fit(targets, words):
    with pytest.raises(ValueError, match=words):
        Network([2, 3, 1]).loss(np.zeros((4, 2)), targets)


def test_other_wrong_turns():
    network = Network([2, 3, 1])
    with pytest.raises(TypeError, match="takes the Trace that forward returns. Try trace = network.forward"):
        network.backward([[1.0, 2.0]], [[1.0]])
    with pytest.raises(
        ValueError, match="needs probabilities from a softmax output, but the last layer is sigmoid"
    ):
        network.loss([[1.0, 2.0]], [[1.0]], "cross-entropy")
    with pytest.raises(ValueError, match="labels from 0 to 2|labels got .* 0 to 2"):
        Network([2, 3]).loss(np.zeros((2, 2)), [0, 3])
    with pytest.raises(ValueError, match="at least one example"):
        network.loss(np.zeros((0, 2)), np.zeros((0, 1)))
    assert isinstance(network.forward([[1.0, 2.0]]), Trace)
