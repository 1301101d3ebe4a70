"""Each activation: its values against known ones, its slope against measured ones, and its ends."""

import numpy as np
import pytest

from nnlib import activations
from nnlib.gradcheck import central_differences, complex_step

CURVES = [each for each in activations.ALL if each is not activations.softmax]
PLACES = np.array([-30.0, -3.0, -0.7, 0.4, 2.0, 25.0])  # away from 0, where step and ReLU have a corner


@pytest.mark.parametrize(
    "activation, z, value, slope",
    [
        (activations.step, 0.0, 1, 0),
        (activations.step, -1e-300, 0, 0),
        (activations.linear, -2.5, -2.5, 1),
        (activations.sigmoid, 0.0, 0.5, 0.25),
        (activations.sigmoid, np.log(3), 0.75, 0.1875),
        (activations.tanh, 0.0, 0, 1),
        (activations.tanh, np.log(3), 0.8, 0.36),
        (activations.relu, -2.0, 0, 0),
        (activations.relu, 2.0, 2, 1),
        (activations.leaky_relu, -2.0, -0.02, 0.01),
        (activations.leaky_relu, 2.0, 2, 1),
        (activations.softplus, 0.0, np.log(2), 0.5),
    ],
)
def test_known_values(activation, z, value, slope):
    assert activation(z) == pytest.approx(value, abs=1e-15)
    assert activation.slope(z) == pytest.approx(slope, abs=1e-15)


@pytest.mark.parametrize("activation", CURVES, ids=repr)
def test_slope_is_the_measured_slope(activation):
    measured = [complex_step(lambda z: activation.value(z)[0], [place])[0] for place in PLACES]
    np.testing.assert_allclose(activation.slope(PLACES), measured, rtol=1e-12, atol=1e-15)
    by_differences = [central_differences(lambda z: activation(z)[0], [place])[0] for place in PLACES]
    np.testing.assert_allclose(activation.slope(PLACES), by_differences, rtol=1e-6, atol=1e-8)


@pytest.mark.parametrize("dtype", ["float64", "float32"])
@pytest.mark.parametrize("activation", activations.ALL, ids=repr)
def test_far_out_it_stays_finite_and_silent(activation, dtype):
    z = np.array([[-1000, 0, 1000], [1000, -1000, 1000]], dtype=dtype)
    assert activation(z).dtype == dtype
    assert np.isfinite(activation(z)).all() and np.isfinite(activation.slope(z)).all()


def test_known_values_far_out():
    far = np.array([-1000.0, 1000.0])
    np.testing.assert_array_equal(activations.sigmoid(far), [0, 1])
    np.testing.assert_array_equal(activations.tanh(far), [-1, 1])
    np.testing.assert_array_equal(activations.softplus(far), [0, 1000])
    np.testing.assert_array_equal(activations.softmax([[-1000.0, 1000.0]]), [[0, 1]])
    assert activations.sigmoid(-40.0) == pytest.approx(np.exp(-40.0), rel=1e-14)  # no digits lost in the tail


@pytest.mark.parametrize("activation", CURVES, ids=repr)
def test_infinity_and_nan_pass_through_in_silence(activation):
    with np.errstate(invalid="ignore"):  # tanh and the rest may say "invalid" of NaN itself
        a = activation.value(np.array([-np.inf, np.nan, np.inf]))
    assert np.isnan(a[1]) and not np.isnan(a[[0, 2]]).any()


def test_softmax_rows_add_up_to_one_and_do_not_mind_a_shift():
    z = np.random.default_rng(3).normal(size=(5, 4))
    np.testing.assert_allclose(activations.softmax(z).sum(axis=1), 1, rtol=1e-15)
    np.testing.assert_allclose(activations.softmax(z + 500), activations.softmax(z), rtol=1e-12)


def test_softmax_slope_is_a_table_and_backward_multiplies_by_it():
    rng = np.random.default_rng(4)
    z, blame = rng.normal(size=(5, 4)), rng.normal(size=(5, 4))
    table = activations.softmax.slope(z)
    assert table.shape == (5, 4, 4)
    for row in range(5):
        for output in range(4):
            measured = complex_step(
                lambda sums, output=output: activations.softmax.value(sums)[output], z[row]
            )
            np.testing.assert_allclose(table[row, output], measured, atol=1e-15)
    by_table = np.einsum("ni,nij->nj", blame, table)
    by_backward = activations.softmax.backward(z, activations.softmax(z), blame)
    np.testing.assert_allclose(by_backward, by_table, atol=1e-15)


def test_takes_numbers_lists_and_whole_numbers():
    assert activations.relu(-3) == 0
    np.testing.assert_array_equal(activations.relu([-3, 3]), [0, 3])
    np.testing.assert_array_equal(activations.sigmoid(np.array([0], dtype="uint8")), [0.5])
    assert activations.tanh(True) == pytest.approx(np.tanh(1))


@pytest.mark.parametrize("name", ["ReLU", "relu", " RELU "])
def test_found_by_name(name):
    assert activations.find(name) is activations.relu


@pytest.mark.parametrize("name", ["leaky ReLU", "leaky_relu", "Leaky-ReLU"])
def test_names_of_two_words(name):
    assert activations.find(name) is activations.leaky_relu


def test_unknown_name_lists_the_names_and_guesses():
    with pytest.raises(ValueError, match="'sigmoid'.*'tanh'.*Did you mean 'sigmoid'"):
        activations.find("sigmoyd")
    with pytest.raises(TypeError, match="activation got 3, but it takes one of these names: 'step'"):
        activations.find(3)
    with pytest.raises(TypeError, match="the sum z got 'much'"):
        activations.tanh("much")


def test_a_new_activation_is_three_lines():
    class Square(activations.Activation):
        name = "square"

        def value(self, z):
            return z * z

        def slope_at(self, z, a):
            return 2 * z

    assert activations.find(Square())(3.0) == 9 and Square().slope(3.0) == 6
