"""The landscapes are those of real networks: heights, slopes, curvatures and lowest places agree."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nnlib import SGD, Data, Network, gradcheck, landscapes, train

READY = {"bowl": landscapes.BOWL, "plateau": landscapes.PLATEAU, "two valleys": landscapes.TWO_VALLEYS}
LOSS = "squared error"
each_landscape = pytest.mark.parametrize("landscape", READY.values(), ids=READY)
tenths = st.integers(-30, 30).map(lambda tenths: tenths / 10)
points = st.lists(st.tuples(tenths, tenths), min_size=2, max_size=6).filter(
    lambda pairs: np.ptp([x for x, _ in pairs]) >= 0.5
)


def as_data(pairs):
    inputs, targets = np.transpose(pairs)
    return Data(inputs[:, None], targets)


def curvature_by_slopes(data):
    """Measure how much both slopes grow when the weight, or the bias, grows by 1."""
    network = Network([1, 1], output="linear")

    def slopes(place):
        network.parameters = place
        return network.backward(network.forward(data.inputs), data.targets).parameters

    return np.transpose([slopes(unit) - slopes([0, 0]) for unit in ([1, 0], [0, 1])])


@each_landscape
def test_heights_are_the_losses_of_the_network_at_each_place(landscape):
    weights = np.linspace(-4, 6, 21)
    said = [
        landscape.network(weight).loss(landscape.points.inputs, landscape.points.targets, LOSS)
        for weight in weights
    ]
    assert landscape.losses(weights) == pytest.approx(said, abs=1e-12)


def test_places_may_stand_in_a_table():
    across, up = np.meshgrid([-1.0, 0.0, 2.0], [0.5, 1.0])
    heights = landscapes.losses_at(landscapes.RIDES, across, up)
    network = Network([1, 1], output="linear")
    for place in np.ndindex(2, 3):
        network.parameters = [across[place], up[place]]
        assert heights[place] == pytest.approx(network.loss(*_arrays(landscapes.RIDES)))


def _arrays(data):
    return data.inputs, data.targets


@each_landscape
@pytest.mark.parametrize("weight", [-3.5, -1.0, 0.0, 0.7, 4.0])
def test_the_slope_of_the_curve_is_that_of_backpropagation(landscape, weight):
    network = landscape.network(weight)
    gradients = network.backward(network.forward(landscape.points.inputs), landscape.points.targets, LOSS)
    measured = gradcheck.central_differences(landscape.losses, [weight])
    assert gradients.layers[0].weights.item() == pytest.approx(measured.item(), abs=1e-7)


@settings(max_examples=100, deadline=None)
@given(points)
def test_curvature_is_how_fast_the_slopes_change(pairs):
    data = as_data(pairs)
    assert landscapes.curvature(data) == pytest.approx(curvature_by_slopes(data), abs=1e-9)


@settings(max_examples=100, deadline=None)
@given(points)
def test_at_the_lowest_place_both_slopes_are_0(pairs):
    data = as_data(pairs)
    network = Network([1, 1], output="linear")
    network.parameters = landscapes.lowest_place(data)
    slopes = network.backward(network.forward(data.inputs), data.targets).parameters
    assert np.abs(slopes).max() < 1e-9


@settings(max_examples=100, deadline=None)
@given(points, st.floats(0.01, 50))
def test_an_ellipse_joins_places_of_equal_loss(pairs, height):
    data = as_data(pairs)
    line = landscapes.ellipse(data, np.array([height]))[0]
    least = landscapes.losses_at(data, *landscapes.lowest_place(data)[:, None])[0]
    assert landscapes.losses_at(data, *line.T) == pytest.approx(np.full(len(line), least + height), rel=1e-6)


@pytest.mark.parametrize("inputs", [[1e6, 1e6 + 1], [1, 1 + 1e-9], [2000, 2001, 2003]])
def test_an_ellipse_is_level_however_long_the_valley(inputs):
    data = Data(np.reshape(inputs, (-1, 1)), np.zeros(len(inputs)))
    line = landscapes.ellipse(data, np.array([1.0]))[0]
    least = landscapes.losses_at(data, *landscapes.lowest_place(data)[:, None])[0]
    assert landscapes.losses_at(data, *line.T) == pytest.approx(np.full(len(line), least + 1), rel=1e-4)


def test_centred_points_have_equal_curvature_in_all_directions():
    centred = landscapes.centred(landscapes.RIDES)
    assert landscapes.curvature(centred) == pytest.approx(2 * np.eye(2))
    assert (centred.targets == landscapes.RIDES.targets).all()


def test_points_with_one_input_only_have_no_lowest_place():
    with pytest.raises(ValueError, match="two different inputs"):
        landscapes.lowest_place(Data([[2.0], [2.0]], [1.0, 3.0]))


def test_hold_bias_moves_weights_as_sgd_does_and_no_bias():
    networks = [Network([2, 3, 1], seed=4) for _ in range(2)]
    start = networks[0].parameters.copy()
    data = Data([[0.5, 1.0], [1.0, -1.0]], [0.0, 1.0])
    held = landscapes.HoldBias(0.3, networks[0].is_weight)
    for network, optimizer in zip(networks, (held, SGD(0.3))):
        list(train(network, data, optimizer, steps=1))
    is_weight = networks[0].is_weight
    assert (networks[0].parameters[~is_weight] == start[~is_weight]).all()
    assert networks[0].parameters[is_weight] == pytest.approx(networks[1].parameters[is_weight], abs=1e-15)
    assert (networks[1].parameters[~is_weight] != start[~is_weight]).any()


def test_the_two_valleys_are_two_and_differ_in_depth():
    weights = np.linspace(-4, 6, 10_001)
    heights = landscapes.TWO_VALLEYS.losses(weights)
    lower_than_both = (heights[1:-1] < heights[:-2]) & (heights[1:-1] < heights[2:])
    left, right = np.flatnonzero(lower_than_both) + 1
    assert heights[right] < heights[left] - 0.3
    assert heights[left:right].max() > heights[left] + 0.2
