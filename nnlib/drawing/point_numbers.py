"""The numbers of points: each stands beside its own point, where no other point is nearer."""

import numpy as np

from nnlib.drawing.spots import free_spot

SIDES = np.array([(1, -1), (1, 1), (-1, -1), (-1, 1), (1, 0), (-1, 0), (0, -1), (0, 1)])  # the first that is free
DIGIT = np.array([0.12, 0.22])  # width and height of its line, in units of the plane
ASIDE, ASIDE_OF_SQUARE = np.array([0.17, 0.14]), np.array([0.25, 0.23])  # from the point to the text
ENOUGH, ENOUGH_OF_SQUARE, ENOUGH_OF_DIGIT = 0.36, 0.42, 0.19  # from the middle of a digit to what else is there


class PointNumbers:
    """Texts for up to `most` points of a plane from `-reach` to `reach`; for more there are none."""

    def __init__(self, axes, reach, most):
        self._texts = [
            axes.text(0, 0, "", ha="center", va="center", fontsize=12, zorder=7, animated=True) for _ in range(most)
        ]
        self._reach, self._shown = reach, None

    def show(self, places, at_one_place, chosen):
        """Write the numbers of points at `places`; those at one place share a text, that of the first.

        `at_one_place` is `(points, points)` of bool; `chosen` the number of the point in a square, or None.
        """
        if self._shown != (places.tobytes(), chosen):  # points seldom move
            self._shown = places.tobytes(), chosen
            words = _words(at_one_place) if len(places) <= len(self._texts) else {}
            for which, text in enumerate(self._texts):
                text.set_text(words.get(which, ""))
            in_square = np.zeros(len(places), bool) if chosen is None else at_one_place[chosen]
            self._place(words, places, in_square)

    def _place(self, words, places, in_square):
        """Place the texts one after the other, each off the points and off the texts before it."""
        taken, enough = places, np.where(in_square, ENOUGH_OF_SQUARE, ENOUGH)
        for which, word in words.items():
            spots = self._spots(places[which], len(word), ASIDE_OF_SQUARE if in_square[which] else ASIDE)
            elsewhere = (taken != places[which]).any(axis=1)
            digits = spots[free_spot(spots, taken[elsewhere], enough[elsewhere])]
            self._texts[which].set_position(digits.mean(axis=0))
            taken, enough = np.vstack([taken, digits]), np.append(enough, [ENOUGH_OF_DIGIT] * len(digits))

    def _spots(self, place, length, aside):
        """Return where the digits of a text may stand, within the plane: `(spots, length, 2)`."""
        first_to_last = np.outer(np.arange(length) - (length - 1) / 2, DIGIT * (1, 0))
        middles = place + SIDES * (aside + DIGIT * (length, 1) / 2)
        spots = middles[:, None] + first_to_last
        inside = (np.abs(spots) <= self._reach - DIGIT[1] / 2).all(axis=(1, 2))
        return spots[inside] if inside.any() else spots


def _words(at_one_place):
    """Return by number the text of each point that is the first at its place."""
    return {
        which: ", ".join(str(each + 1) for each in row.nonzero()[0])
        for which, row in enumerate(at_one_place) if row.argmax() == which
    }  # fmt: skip
