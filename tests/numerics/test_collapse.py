"""Layers without bends fold into one that answers the same; layers with bends do not."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nnlib import Network, Perceptron, activations
from nnlib.collapse import collapse


@settings(max_examples=50, deadline=None)
@given(st.lists(st.integers(1, 6), min_size=2, max_size=5), st.integers(0, 1000))
def test_the_one_layer_answers_as_all_of_them(sizes, seed):
    rng = np.random.default_rng(seed)
    network = Network(sizes, hidden="linear", output="linear")
    network.parameters = rng.normal(size=network.parameters.size)
    one = collapse(network)
    assert one.sizes == (sizes[0], sizes[-1])
    inputs = rng.normal(size=(20, sizes[0]))
    np.testing.assert_allclose(one.predict(inputs), network.predict(inputs), atol=1e-10)


@pytest.mark.parametrize("output", ["sigmoid", "tanh", "softmax"])
def test_the_last_bend_stays(output):
    one = collapse(Network([2, 3, 2], hidden="linear", output=output))
    assert one.layers[0].activation == activations.find(output)


def test_the_network_itself_is_left_as_it_is():
    network = Network([2, 2, 1], hidden="linear")
    before = network.parameters.copy()
    collapse(network).parameters[:] = 7
    assert (network.parameters == before).all()


@pytest.mark.parametrize("bend", ["tanh", "ReLU", "step", activations.partly("tanh", [0, 0.5])])
def test_a_layer_that_bends_is_refused(bend):
    with pytest.raises(ValueError, match="A hidden layer bends"):
        collapse(Network([2, 2, 1], hidden=bend))


@pytest.mark.parametrize("wrong", [Perceptron(), "network", None])
def test_only_a_network_can_be_folded(wrong):
    with pytest.raises(TypeError, match="it takes a Network"):
        collapse(wrong)
