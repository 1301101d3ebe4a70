"""The lab of notebook 08: one step of training, stopped where a weight has just got its slope."""

from pathlib import Path

from nnlib import Network, explore


def draw():
    """Return the picture as PNG."""
    lab = explore.Backward(Network([2, 2, 1], seed=3), nudge=True)
    lab.player.seek(lab.stages.index(("slope", "x1-h1")))
    return lab.png()


if __name__ == "__main__":
    Path(__file__).with_suffix(".png").write_bytes(draw())
