"""Each optimizer against steps worked out by hand."""

from fractions import Fraction

import numpy as np
import pytest

from nnlib import SGD, Adam, Momentum
from nnlib.gradcheck import complex_step
from nnlib.optimizers import penalty_slope


def walk(optimizer, gradients, start=1.0):
    """Return the parameter after each of these gradients."""
    places = [np.array([start])]
    for gradient in gradients:
        places.append(optimizer.update(places[-1], np.array([gradient])))
    return [place.item() for place in places[1:]]


def test_sgd_by_hand():
    assert walk(SGD(0.1), [2.0, -4.0]) == pytest.approx([0.8, 1.2])


def test_momentum_by_hand():
    # velocities: -0.1·2 = -0.2, then 0.9·(-0.2) - 0.1·1 = -0.28, then 0.9·(-0.28) = -0.252
    assert walk(Momentum(0.1, keep=0.9), [2.0, 1.0, 0.0]) == pytest.approx([0.8, 0.52, 0.268], abs=1e-15)


def test_momentum_that_keeps_nothing_is_sgd():
    gradients = [1.0, -3.0, 0.5]
    assert walk(Momentum(0.3, keep=0), gradients) == walk(SGD(0.3), gradients)


def test_adam_by_hand():
    """Kingma & Ba 2015, Algorithm 1, with slopes 1 and 3 in exact fractions."""
    # Step 1: mean 0.1 / (1 - 0.9) = 1, square 0.001 / (1 - 0.999) = 1: a step of 0.1 · 1 / √1.
    # Step 2: mean (0.09 + 0.3) / 0.19, square (0.000999 + 0.009) / 0.001999.
    mean = Fraction(39, 100) / Fraction(19, 100)
    square = Fraction(9999, 1_000_000) / Fraction(1999, 1_000_000)
    first = 1 - 0.1 * 1 / (1 + 1e-8)
    second = first - 0.1 * float(mean) / (float(square) ** 0.5 + 1e-8)
    assert walk(Adam(0.1), [1.0, 3.0]) == pytest.approx([first, second], rel=1e-14)


@pytest.mark.parametrize("scale", [1e-3, 1.0, 1e6])
def test_adams_first_step_is_the_rate_whatever_the_slope(scale):
    assert walk(Adam(0.25), [scale, -scale])[0] == pytest.approx(0.75, rel=1e-4)
    assert walk(Adam(0.25), [-scale])[0] == pytest.approx(1.25, rel=1e-4)


def test_adam_with_constant_slopes_moves_by_the_rate_each_step():
    assert walk(Adam(0.1), [5.0] * 4, start=0.0) == pytest.approx([-0.1, -0.2, -0.3, -0.4], rel=1e-6)


@pytest.mark.parametrize("make", [SGD, Momentum, Adam])
def test_old_parameters_are_left_alone(make):
    parameters, gradient = np.array([1.0, 2.0]), np.array([3.0, -1.0])
    new = make().update(parameters, gradient)
    assert parameters.tolist() == [1, 2] and gradient.tolist() == [3, -1] and (new != parameters).all()


@pytest.mark.parametrize("make", [SGD, Momentum, Adam])
def test_reset_forgets(make):
    optimizer = make(0.1)
    first = walk(optimizer, [1.0, -2.0, 5.0])
    optimizer.reset()
    assert walk(optimizer, [1.0, -2.0, 5.0]) == first


@pytest.mark.parametrize("make", [SGD, Momentum, Adam])
def test_the_rate_is_read_at_every_step(make):
    optimizer = make(0.0)
    assert walk(optimizer, [1.0]) == [1.0]
    optimizer.rate = 0.5
    assert walk(optimizer, [1.0])[0] < 1


@pytest.mark.parametrize("make", [SGD, Momentum, Adam])
@pytest.mark.parametrize("optimum", [-3.0, 0.5])
def test_each_finds_the_bottom_of_a_bowl(make, optimum):
    optimizer, place = make(0.05), np.array([4.0])
    for _ in range(1000):
        place = optimizer.update(place, 2 * (place - optimum))
    assert place.item() == pytest.approx(optimum, abs=1e-3)


def test_penalty_slope_is_the_slope_of_the_penalty_and_spares_biases():
    parameters, is_weight = np.array([0.5, -2.0, 3.0]), np.array([True, True, False])

    def penalty(p):
        return 0.1 * (p[0] - p[1]) + 0.3 / 2 * (p[0] ** 2 + p[1] ** 2)  # |p[1]| = -p[1] here

    measured = complex_step(penalty, parameters)
    np.testing.assert_allclose(penalty_slope(parameters, is_weight, l1=0.1, l2=0.3), measured, atol=1e-15)


def test_they_introduce_themselves():
    assert [repr(each) for each in (SGD(), Momentum(0.05), Adam())] == [
        "SGD(rate=0.1)",
        "Momentum(rate=0.05)",
        "Adam(rate=0.01)",
    ]


@pytest.mark.parametrize(
    "make, error, words",
    [
        (lambda: SGD(-1), ValueError, "rate got -1, but it takes a finite number that is 0 or more; try 0.1"),
        (lambda: SGD(float("nan")), ValueError, "rate got nan"),
        (lambda: SGD("0.1"), TypeError, "rate got '0.1', but it takes one number"),
        (lambda: Momentum(keep=2), ValueError, "keep got 2, but it takes a finite number from 0 to 1"),
        (lambda: Adam(keep_mean=1), ValueError, "keep_mean got 1"),
        (lambda: Adam(None), TypeError, "rate got None"),
        (lambda: Adam(True), TypeError, "rate got True"),
    ],
)
def test_bad_settings_are_refused(make, error, words):
    with pytest.raises(error, match=words):
        make()
