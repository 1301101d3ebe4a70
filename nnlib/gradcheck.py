"""Are the slopes right? Measure them, and compare.

Backpropagation is clever, so it can be wrong in clever ways. Measuring is slow but simple: change
one number a little and see how much the result changes. Both ways here need one or two runs of the
whole network for every single parameter.
"""

from dataclasses import dataclass

import numpy as np


def central_differences(function, point, h=6e-6):
    """Return the slopes of `function` at the flat `point`, from one step to each side.

    (f(x + h) - f(x - h)) / 2h is off by a little of order h²; a smaller h would lose digits to
    rounding instead. The usual best h is near the cube root of the 16th digit, 6e-6.
    """
    point = np.array(point, dtype=float)
    slopes = [
        (function(point + h * unit) - function(point - h * unit)) / (2 * h) for unit in np.eye(point.size)
    ]
    return np.array(slopes)


def complex_step(function, point, h=1e-30):
    """Return the slopes of `function` at the flat `point`, from a step in an imaginary direction.

    The imaginary part of f(x + ih) / h is the slope, exact to the last digit, since nothing is
    subtracted (Squire & Trapp 1998). `function` has to accept complex numbers.
    """
    point = np.array(point, dtype=complex)
    return np.array([function(point + 1j * h * unit).imag / h for unit in np.eye(point.size)])


def relative_error(a, b):
    """Return how far apart two vectors are, 0 (equal) … 1: ‖a - b‖ / (‖a‖ + ‖b‖)."""
    size = np.linalg.norm(a) + np.linalg.norm(b)
    return float(np.linalg.norm(np.subtract(a, b)) / size) if size else 0.0


def loss_of_parameters(network, inputs, targets, loss=None):
    """Return a function from a flat parameter vector to the network's loss; the network stays as it is."""
    twins = {kind: network.astype(kind) for kind in ("d", "D")}  # numpy's letters for float and complex

    def function(parameters):
        twin = twins[parameters.dtype.char]
        twin.parameters = parameters
        return twin.loss(inputs, targets, loss)

    return function


def loss_of_inputs(network, inputs, targets, loss=None):
    """Return a function from flat inputs to the network's loss."""
    shape = np.shape(inputs)
    twin = network.astype(complex)

    def function(flat):
        value = twin.loss(flat.reshape(shape), targets, loss)
        return value if flat.dtype.kind == "c" else value.real

    return function


@dataclass(frozen=True)
class Nudge:
    """Hold what the loss does when one parameter is moved a little: `slope`, and `kink`.

    `kink` is by how much the slope jumps there, 0 where the loss is smooth: a straight piece ends, and
    no single number is the slope.
    """

    slope: float
    kink: float

    @property
    def at_kink(self):
        """Whether the slopes to the left and to the right differ."""
        return abs(self.kink) > 1e-7 + 1e-5 * abs(self.slope)


def nudge(network, place, inputs, targets, loss=None, h=6e-6):
    """Move parameter number `place` by h and 2h to each side; return the Nudge.

    The slopes to the two sides differ by h times the curvature, which halves with h, and by the
    kink, which does not. That tells the two apart.
    """
    function = loss_of_parameters(network, inputs, targets, loss)
    unit = np.eye(network.parameters.size)[place]
    below2, below, here, above, above2 = (function(network.parameters + n * h * unit) for n in (-2, -1, 0, 1, 2))
    turn = (above - 2 * here + below) / h
    turn2 = (above2 - 2 * here + below2) / (2 * h)
    return Nudge(float((above - below) / (2 * h)), float(2 * turn - turn2))


@dataclass(frozen=True, eq=False)
class Check:
    """Hold the slopes from backpropagation beside the measured ones, both flat, and their distance."""

    backward: np.ndarray
    measured: np.ndarray

    @property
    def error(self):
        """The relative error, 0 … 1: about 1e-9 when all is well, 0.01 and more when something is wrong."""
        return relative_error(self.backward, self.measured)

    def __repr__(self):
        return f"Check(slopes={self.backward.size}, agree={self.error < 1e-6})"


def check(network, inputs, targets, loss=None):
    """Return a Check of backpropagation on these examples against central differences."""
    backward = network.backward(network.forward(inputs), targets, loss).parameters
    function = loss_of_parameters(network, inputs, targets, loss)
    return Check(backward.copy(), central_differences(function, network.parameters))
