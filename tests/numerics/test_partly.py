"""A bend that is shared out: each unit of a layer bends by a share of its own."""

import copy
import pickle

import numpy as np
import pytest

from nnlib import Network, activations, gradcheck
from nnlib.gradcheck import central_differences, complex_step

BENDS = [each for each in activations.ALL if each is not activations.softmax]
SHARES = (1, 0, 0.4)
PLACES = np.array([-30.0, -3.0, -0.7, 0.4, 2.0, 25.0])  # away from 0, where some have a corner


@pytest.mark.parametrize("bend", BENDS, ids=repr)
def test_all_of_a_bend_is_the_bend_and_none_is_linear(bend):
    z = np.stack([PLACES, PLACES, PLACES], axis=1)
    values, slopes = activations.partly(bend, SHARES)(z), activations.partly(bend, SHARES).slope(z)
    np.testing.assert_allclose(values[:, 0], bend(PLACES))
    np.testing.assert_allclose(slopes[:, 0], bend.slope(PLACES))
    np.testing.assert_allclose(values[:, 1], PLACES)
    np.testing.assert_allclose(slopes[:, 1], 1)
    np.testing.assert_allclose(values[:, 2], 0.4 * bend(PLACES) + 0.6 * PLACES)


@pytest.mark.parametrize("bend", BENDS, ids=repr)
def test_its_slope_is_the_measured_slope(bend):
    partly = activations.partly(bend, SHARES)
    for place in PLACES:
        for unit in range(3):
            row = np.full(3, place)

            def output(z, unit=unit, row=row):
                return partly.value(np.where(np.arange(3) == unit, z[0], row))[unit]

            slope = partly.slope(row)[unit]
            assert slope == pytest.approx(complex_step(output, [place])[0], rel=1e-12, abs=1e-15)
            assert slope == pytest.approx(central_differences(output, [place])[0], rel=1e-6, abs=1e-8)


@pytest.mark.parametrize("bend", ["sigmoid", "tanh", "softplus"])
def test_a_network_with_shares_passes_the_gradient_check(bend):
    rng = np.random.default_rng(0)
    network = Network([2, 3, 1], hidden=activations.partly(bend, SHARES))
    inputs, targets = rng.normal(size=(7, 2)), rng.integers(0, 2, size=(7, 1))
    assert gradcheck.check(network, inputs, targets).error < 1e-6


def test_it_keeps_the_number_type_and_is_copied_and_printed():
    partly = activations.partly("tanh", SHARES)
    assert partly(np.zeros((2, 3), "float32")).dtype == np.float32
    assert repr(partly) == partly.name == "tanh by 1, 0, 0.4"
    assert pickle.loads(pickle.dumps(partly)) == copy.deepcopy(partly) == partly != activations.tanh
    network = Network([2, 3, 1], hidden=partly)
    assert repr(network) == "Network([2, 3, 1], hidden='tanh by 1, 0, 0.4', output='sigmoid')"
    assert copy.deepcopy(network).layers[0].activation == partly


def test_it_starts_weights_as_its_bend_does():
    alike = [Network([2, 3, 1], hidden=bend).parameters for bend in ("ReLU", activations.partly("ReLU", SHARES))]
    assert (alike[0] == alike[1]).all()


@pytest.mark.parametrize("wrong", [(2, 0), (-0.1, 1), (float("nan"), 0), ("much", 0)])
def test_a_share_lies_between_0_and_1(wrong):
    with pytest.raises((ValueError, TypeError), match="a share got"):
        activations.partly("tanh", wrong)


@pytest.mark.parametrize("bend", BENDS, ids=repr)
def test_no_share_of_any_bend_is_linear_by_name_too(bend):
    assert activations.partly(bend, [0, 0]) == activations.linear
    assert activations.partly("linear", SHARES) == activations.linear


def test_softmax_cannot_be_shared_out_and_the_count_must_fit():
    with pytest.raises(ValueError, match="softmax needs all units"):
        activations.partly("softmax", [1, 0])
    with pytest.raises(ValueError, match="is for 2 units"):
        activations.partly("tanh", [1, 0])(np.zeros((4, 3)))
    with pytest.raises(ValueError, match="is for 2 units"):
        activations.partly("tanh", [1, 0])(0.5)
