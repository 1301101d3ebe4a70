"""The loss as a landscape: small tasks whose loss you can see at every place at once.

A place is a setting of one neuron's numbers, and the height there is its loss on some points. With
one input there is one weight to walk along, or a weight and a bias to walk between. Real networks
have thousands of directions; whatever goes up or down in two does so in thousands as well.
"""

from dataclasses import dataclass

import numpy as np

from nnlib import losses
from nnlib.data import Data
from nnlib.network import Network
from nnlib.optimizers import SGD


class HoldBias(SGD):
    """Gradient descent for weights alone: every bias stays where it is.

    A walk along one line needs all other numbers to stand still. `is_weight` is the network's own
    list of which parameters are weights.
    """

    def __init__(self, rate, is_weight):
        super().__init__(rate)
        self._is_weight = is_weight

    def update(self, parameters, gradient):
        return super().update(parameters, gradient * self._is_weight)


@dataclass(frozen=True, eq=False)
class Landscape:
    """Hold what makes a loss curve over one weight.

    `points` has one feature and one target; `output` is the activation of the neuron, `bias` stays
    as it is, and a walk begins at the weight `start`.
    """

    points: Data
    output: str = "linear"
    bias: float = 0.0
    start: float = 0.0

    def network(self, weight=None):
        """Return a neuron of its own, a Network([1, 1]), at `weight` or at the start."""
        network = Network([1, 1], output=self.output)
        network.parameters = np.array([self.start if weight is None else weight, self.bias])
        return network

    def losses(self, weights):
        """Return the loss at each of `weights` (a row of numbers), in the same shape."""
        weights = np.asarray(weights, dtype=float)
        return losses_at(self.points, weights, np.full(weights.shape, self.bias), self.output)


def losses_at(points, weights, biases, output="linear"):
    """Return the mean squared error of a neuron at many places at once, in the shape of `weights`.

    All places are asked in one go: they stand side by side as the units of one wide layer.
    """
    wide = Network([1, weights.size], output=output)
    wide.parameters = np.concatenate([weights.ravel(), biases.ravel()])
    outputs = wide.predict(points.inputs).T  # a row for each place, a column for each point
    targets = np.broadcast_to(points.targets.T, outputs.shape)
    return (losses.squared_error.each(outputs, targets) / len(points)).reshape(weights.shape)


def curvature(points):
    """Return how fast the slopes change, `(2, 2)`, for the weight and bias of w·x + b.

    The loss is the mean squared error. Row by row: how much the slope of the weight, then that of
    the bias, grows when the weight (first column) or the bias grows by 1. The table is the same at
    every place, and is called the Hessian.
    """
    columns = _columns(points)
    return 2 * columns.T @ columns / len(points)


def lowest_place(points):
    """Return the weight and the bias of w·x + b with the least squared error (Legendre 1805).

    Raises ValueError when every input is the same: then a whole line of places is equally low.
    """
    if np.ptp(points.inputs) == 0:
        raise ValueError(
            "All inputs are the same, so many lines fit equally well. Give points with at least two "
            "different inputs."
        )
    return np.linalg.lstsq(_columns(points), points.targets[:, 0], rcond=None)[0]


def _columns(points):
    """Return the inputs, and beside them the input of the bias, which is always 1: `(examples, 2)`."""
    return np.hstack([points.inputs, np.ones((len(points), 1))])


def ellipse(points, heights, corners=120):
    """Return the places whose loss is `heights` above the lowest, `(heights, corners, 2)`.

    Where predictions are w·x + b and the loss is the squared error, lines of equal loss are
    ellipses around the lowest place.
    """
    angles = np.linspace(0, 2 * np.pi, corners)
    circle = np.stack([np.cos(angles), np.sin(angles)])
    # The squared error of X·place is that of R·place, but for a constant, where X = Q·R and R has
    # two rows only. So on a circle in the coordinates R·(place - lowest) all heights are equal.
    stretched = np.linalg.solve(np.linalg.qr(_columns(points), mode="r"), circle).T
    radii = np.sqrt(len(points) * np.maximum(heights, 0))
    return lowest_place(points) + np.asarray(radii)[..., None, None] * stretched


def centred(points):
    """Return the same points with inputs measured from their mean, in units of their spread.

    The spread is the standard deviation. This is often called standardising.
    """
    inputs = (points.inputs - points.inputs.mean()) / points.inputs.std()
    return Data(inputs, points.targets)


APPLES = Data([[0.5], [1.0], [1.0]], [[0.5], [1.5], [0.5]])  # kilos, and what they cost
RIDES = Data([[1.0], [2.0], [3.0]], [[1.0], [2.5], [2.5]])

BOWL = Landscape(APPLES, start=3.0)
# A tanh that is far from 0 hardly changes with its weight: the loss is level there.
PLATEAU = Landscape(Data([[1.0], [2.0]], [[0.4], [0.8]]), output="tanh", start=-3.5)
# One neuron can have several valleys (Auer, Herbster & Warmuth 1995, on single neurons).
TWO_VALLEYS = Landscape(
    Data([[0.5], [-0.5], [-3.0], [1.0]], [[0.5], [0.9], [-0.9], [-0.5]]),
    output="tanh", bias=1.0, start=-3.5,
)  # fmt: skip
