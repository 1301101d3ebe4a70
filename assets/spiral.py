"""A network of 2-8-8-1 that has learned the spiral, and its loss on the way."""

from pathlib import Path

from nnlib import explore

STEPS = 6000


def draw():
    """Return the picture as PNG."""
    lab = explore.Training(rate=0.01)
    lab.player.advance(STEPS)
    return lab.png()


if __name__ == "__main__":
    Path(__file__).with_suffix(".png").write_bytes(draw())
