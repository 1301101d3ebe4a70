"""The units of a hidden layer that looks at 8 × 8 pixels: what each of them looks for.

A unit's weights, laid out like the pixels they belong to, are a pattern: the more of the blue has
ink, and the less of the vermilion, the larger the unit's sum.
"""

import numpy as np

from nnlib.drawing.tiles import Lens, Tiles, weight_pictures


class UnitPictures:
    """A small picture for each of `count` units, and one of them large with words under it."""

    def __init__(self, small, large, count):
        side = int(np.ceil(np.sqrt(count)))
        self.tiles = Tiles(small, side, side)
        self._lens = Lens(large)
        self._words = large.text(0, -0.12, "", transform=large.transAxes, va="top", fontsize=12, animated=True)

    def show(self, weights, onward, chosen):
        """Show `weights (units, 64)`; `onward (units, 10)` are their weights to the digits."""
        self.tiles.show(weight_pictures(weights), framed=chosen)
        self._lens.show_weights(weights[chosen])
        self._words.set_text("\n".join([f"unit {chosen + 1}", *pushes(onward[chosen])]))


def pushes(onward):
    """Say which two digits a unit pushes towards most when it is on, and away from most.

    A softmax goes by the differences alone: a unit with equal weights to all digits decides nothing.
    """
    if np.ptp(onward) == 0:
        return ["equally towards all"]
    order = np.argsort(onward)
    return [f"towards {order[-1]}, {order[-2]}", f"away from {order[0]}, {order[1]}"]
