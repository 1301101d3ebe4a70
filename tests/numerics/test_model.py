"""One flat vector and windows into it: through assignment, copies and pickling; and those who watch."""

import copy
import gc
import pickle

import numpy as np
import pytest

from nnlib import Network, Perceptron, data

WAYS_TO_COPY = {
    "copy": copy.copy,
    "deepcopy": copy.deepcopy,
    "pickle": lambda model: pickle.loads(pickle.dumps(model)),
    "astype": lambda model: model.astype(float),
}


class Listener:
    def __init__(self):
        self.heard = []

    def model_changed(self, model, step=None):
        self.heard.append((model, step))


def models():
    network = Network([2, 3, 1], hidden="ReLU", seed=1)
    network.layers[0].activation = "softplus"
    return [network, Perceptron([1.5, -2.0], bias=0.5)]


def test_every_piece_is_a_window_and_together_they_are_everything():
    network = Network([2, 3, 4, 1])
    network.parameters = np.arange(network.parameters.size)
    pieces = [piece for layer in network.layers for piece in (layer.weights, layer.bias)]
    np.testing.assert_array_equal(np.concatenate([piece.ravel() for piece in pieces]), network.parameters)
    assert all(np.shares_memory(piece, network.parameters) for piece in pieces)
    assert [layer.weights.shape for layer in network.layers] == [(2, 3), (3, 4), (4, 1)]
    assert network.is_weight.sum() == 2 * 3 + 3 * 4 + 4


def test_assigning_copies_into_the_vector():
    network, mine = Network([2, 3, 1]), np.ones((2, 3))
    vector, weights = network.parameters, network.layers[0].weights
    network.layers[0].weights = mine
    mine[:] = 7
    assert network.parameters is vector and network.layers[0].weights is weights
    np.testing.assert_array_equal(vector[:6], 1)
    network.layers[1].bias = [5]
    network.layers[0].weights[1, 2] += 2
    network.layers[0].weights -= 0.5
    np.testing.assert_array_equal(vector[:6], [0.5, 0.5, 0.5, 0.5, 0.5, 2.5])
    assert vector[-1] == 5


def test_perceptron_pieces():
    perceptron = Perceptron([1, 2], bias=3)
    perceptron.parameters[:] = [4, 5, 6]
    assert perceptron.weights.tolist() == [4, 5] and perceptron.bias == 6 and type(perceptron.bias) is float
    perceptron.bias = -1
    perceptron.weights[0] = 9
    assert perceptron.parameters.tolist() == [9, 5, -1]


@pytest.mark.parametrize("way", WAYS_TO_COPY)
@pytest.mark.parametrize("model", models(), ids=lambda model: type(model).__name__)
def test_a_copy_is_equal_independent_and_its_windows_work(model, way):
    listener = Listener()
    model.watch(listener)
    twin = WAYS_TO_COPY[way](model)
    x = np.array([[0.3, -0.2], [1.0, 2.0]])
    assert repr(twin) == repr(model)
    np.testing.assert_array_equal(twin.predict(x), model.predict(x))

    original = model.parameters.copy()
    owner = twin.layers[0] if isinstance(twin, Network) else twin
    owner.weights[...] = 100
    assert twin.parameters[0] == 100
    twin.parameters[:] = -100
    assert (owner.weights == -100).all() and np.ravel(owner.bias)[0] == -100
    np.testing.assert_array_equal(model.parameters, original)

    twin.report()
    assert listener.heard == []
    model.report()
    assert len(listener.heard) == 1


def test_a_copied_activation_equals_the_original():
    for way in WAYS_TO_COPY.values():
        twin = way(models()[0])
        assert [layer.activation for layer in twin.layers] == [
            layer.activation for layer in models()[0].layers
        ]


@pytest.mark.parametrize(
    "values, error, words",
    [
        (np.zeros(3), ValueError, r"weights got values of shape \(3,\), but the shape here is \(3, 2\)"),
        (np.zeros((2, 3)), ValueError, r"swapped; try \.T"),
        (1.0, ValueError, r"set all to one number with \.weights\[:\] = 0"),
        (np.zeros((3, 2), dtype=complex), TypeError, "complex numbers.*takes numbers"),
        (None, TypeError, "weights got None"),
        ([["1.5", "2"]] * 3, TypeError, "text.*takes numbers"),
        (np.full((3, 2), None), TypeError, "objects"),
        ([[1, 2], [3]], ValueError, "rows of different length"),
    ],
)
def test_what_does_not_fit_is_refused_and_changes_nothing(values, error, words):
    network = Network([3, 2])
    before = network.parameters.copy()
    with pytest.raises(error, match=words):
        network.layers[0].weights = values
    np.testing.assert_array_equal(network.parameters, before)


@pytest.mark.parametrize("dtype", ["float16", "float32", "int8", "uint64", "bool"])
def test_other_real_numbers_are_converted(dtype):
    network = Network([3, 2])
    network.layers[0].weights = np.ones((2, 3), dtype=dtype).T  # also: rows and columns in the other order
    assert network.parameters.dtype == float and network.parameters[:6].tolist() == [1] * 6


@pytest.mark.parametrize("value", [np.nan, np.inf, 1e308])
def test_a_wild_number_is_let_in_and_computing_with_it_stays_silent(value):
    network = Network([2, 3, 1])
    network.layers[0].weights[0, 0] = value
    network.layers[1].bias = [value]
    assert network.predict([[1.0, 2.0]]).shape == (1, 1)
    network.backward(network.forward([[1.0, 2.0]]), [[1.0]])
    perceptron = Perceptron([value, -value])
    assert perceptron.predict([1e10, 1e10]) in (0, 1)


@pytest.mark.parametrize(
    "owner, name, words",
    [
        (Network([2, 1]).layers[0], "biases", "Layer has no 'biases' to set. Did you mean 'bias'"),
        (Perceptron(), "weigths", "Perceptron has no 'weigths' to set. Did you mean 'weights'"),
        (Perceptron(), "w", "It has: .*bias.*weights"),
        (Network([2, 1]), "parameter", "Did you mean 'parameters'"),
    ],
)
def test_a_misspelt_name_is_not_silently_kept(owner, name, words):
    with pytest.raises(AttributeError, match=words):
        setattr(owner, name, 1)


def test_watchers_hear_each_report_once_until_they_leave():
    network, listener = Network([2, 1]), Listener()
    network.watch(listener)
    network.watch(listener)
    network.report("step 1")
    assert listener.heard == [(network, "step 1")]
    network.unwatch(listener)
    network.unwatch(listener)
    network.report()
    assert len(listener.heard) == 1


def test_watching_keeps_nobody_alive():
    network, listener = Network([2, 1]), Listener()
    heard = listener.heard
    network.watch(listener)
    del listener
    gc.collect()
    network.report()
    assert heard == [] and network._listeners() == []


def test_many_watchers_that_went_away_leave_nothing_behind():
    perceptron = Perceptron()
    for _ in range(1000):
        perceptron.watch(Listener())
    assert len(perceptron._watchers) <= 2


def test_a_listener_may_leave_while_it_hears():
    class Once(Listener):
        def model_changed(self, model, step=None):
            super().model_changed(model, step)
            model.unwatch(self)

    network, listeners = Network([2, 1]), [Once(), Once(), Once()]
    for listener in listeners:
        network.watch(listener)
    network.report()
    network.report()
    assert [len(listener.heard) for listener in listeners] == [1, 1, 1]


def test_astype_calculates_in_the_other_type():
    network = Network([2, 3, 1])
    assert network.astype("float32").predict([[1, 2]]).dtype == "float32"
    assert network.astype(complex).predict([[1, 2j]]).dtype == complex
    assert len(data.gate("XOR")) == 4 and network.predict(data.gate("XOR").inputs).dtype == float
