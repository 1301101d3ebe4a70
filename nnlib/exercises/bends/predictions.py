"""What to predict in notebook 05 before anything is run or moved.

Where it can be, what came out is read off the thing itself: off the network, or off its weights
before and after a training.
"""

import numpy as np

from nnlib.exercises.prediction import ChoicePrediction, NumberPrediction

slope_at_ten = NumberPrediction(
    name="slope_at_ten",
    question="At z = 0 the slope of the sigmoid is 0.25. How large is it at z = 10?",
    low=0,
    high=0.3,
    close=0.0005,
    afterwards={
        "too high": "Far out the curve is nearly level. Its last five percent take it from z = 3 to infinity.",
        "near": "So at z = 10 a step of 1 in z changes the output by about one part in twenty thousand.",
    },
)

kinks = NumberPrediction(
    name="kinks",
    question="Three ReLU units look at the same x, and their outputs, each times a weight, are added up. How"
    " many kinks can the sum have, at most?",
    low=0,
    high=10,
    close=0,
    afterwards={
        "too low": "Each unit brings one kink, and a sum has a kink wherever one of its parts has one.",
        "too high": "A sum is straight wherever all its parts are straight. A kink has to come from somewhere.",
        "near": "One for each unit: width buys kinks.",
    },
)

UNMOVED = "not at all"
A_LITTLE = "a little, since the slopes of a step are small"
AS_ALL = "as in any other training"


class StepPrediction(ChoicePrediction):
    """Ask how far training moves weights; what came out is read off the weights."""

    def compare_weights(self, before, after):
        """Return the Card of `compare`, with what two tables of weights show."""
        moved = float(np.abs(np.subtract(after, before)).max())
        return self.compare(UNMOVED if moved == 0 else A_LITTLE if moved < 0.1 else AS_ALL)


step_trained = StepPrediction(
    name="step_trained",
    question="A network with two step units in its hidden layer is trained on XOR, 500 steps. How far will"
    " the weights that lead into these two units move?",
    options=(AS_ALL, A_LITTLE, UNMOVED),
    afterwards={
        AS_ALL: "The weights behind the hidden layer do move. Those before it would have to be moved by their"
        " slopes, and each slope has the slope of the step as a factor.",
        A_LITTLE: "Not small: 0. Beside its jump a step is level, so moving a weight a hair changes nothing.",
        UNMOVED: "Every slope that reaches them has a factor 0. Nothing points anywhere.",
    },
)

ONE_LINE = "one straight line"
TWO_LINES = "two straight lines, one for each hidden unit"
CURVE = "a curve, only smoother than before"


class BorderPrediction(ChoicePrediction):
    """Ask for the shape of a border; what came out is read off a network with two inputs."""

    def compare_network(self, network):
        """Return the Card of `compare`, with what the sums of `network` show all over the plane."""
        return self.compare(ONE_LINE if has_flat_sums(network) else CURVE)


def has_flat_sums(network):
    """Tell whether the last sum of a network with two inputs is a · x₁ + b · x₂ + c everywhere."""
    ticks = np.linspace(-2, 2, 21)
    places = np.stack(np.meshgrid(ticks, ticks), axis=-1).reshape(-1, 2)
    sums = network.forward(places).sums[-1][:, 0]
    table = np.column_stack([places, np.ones(len(places))])
    fitted = table @ np.linalg.lstsq(table, sums, rcond=None)[0]
    return bool(np.allclose(fitted, sums, atol=1e-9 * max(1.0, np.abs(sums).max())))


without_bends = BorderPrediction(
    name="without_bends",
    question="Both bends are removed: each hidden unit hands on its plain sum. Whatever the nine numbers are,"
    " what can the border between blue and vermilion be?",
    options=(CURVE, TWO_LINES, ONE_LINE),
    afterwards={
        CURVE: "Turning, stretching and pushing keep a straight line straight. The curve came from the bends.",
        TWO_LINES: "Each hidden unit has a line of its own, but the output adds the two plain sums up, and that"
        " is one plain sum again.",
        ONE_LINE: "Two layers, nine numbers, and no more than one neuron with three numbers can do.",
    },
)
