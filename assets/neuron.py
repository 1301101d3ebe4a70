"""The lab of notebook 03: a neuron that does AND, as it stands before anybody has touched it."""

from pathlib import Path

from nnlib import Perceptron, explore


def draw():
    """Return the picture as PNG."""
    return explore.Neuron(Perceptron([1, 1], -1.5), x2=1).png()


if __name__ == "__main__":
    Path(__file__).with_suffix(".png").write_bytes(draw())
