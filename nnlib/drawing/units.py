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
        towards, away = pushes(onward[chosen])
        self._words.set_text(
            f"unit {chosen + 1}\ntowards {towards[0]}, {towards[1]}\naway from {away[0]}, {away[1]}"
        )


def pushes(onward):
    """Return the two digits that a unit pushes towards most when it is on, and away from most."""
    order = np.argsort(onward)
    return order[::-1][:2], order[:2]


def pushes_in_words(onward):
    """Say in few words where a unit pushes."""
    towards, away = pushes(onward)
    return f"towards {towards[0]}, {towards[1]}, away from {away[0]}, {away[1]}"
