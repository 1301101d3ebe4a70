"""A piece of paper behind words, so that no line of a diagram runs through them.

It is cut to the number of letters in each line. So it stays as it is while only digits change, and
costs a frame nothing; matplotlib's own box around a text would be laid out anew with every digit.
"""

from matplotlib.patches import Polygon

from nnlib.drawing.theme import PAPER

LETTER = 7  # pixels: the width of a letter, on average


class WordPaper:
    """Lie in `axes`, above its lines; `top` is the top of the middle of the words, in pixels of `axes`."""

    def __init__(self, axes, top, line):
        self._top, self._line = top, line  # pixels, of a line of words
        self._lengths = None  # letters in each line
        self._sheet = axes.add_patch(
            Polygon([top], facecolor=PAPER, edgecolor="none", zorder=2.5, animated=True)
        )

    def fit(self, words):
        """Take the shape of these words, of one line or several."""
        lengths = [len(line) for line in words.split("\n")]
        if lengths != self._lengths:
            self._lengths = lengths
            self._sheet.set_xy(self._outline())

    def _outline(self):
        """Return the corners: down the right side line by line, and up the left side."""
        x, y = self._top
        right = [
            (LETTER * length / 2, edge * self._line)
            for row, length in enumerate(self._lengths) for edge in (row, row + 1)
        ]  # fmt: skip
        return [(x + half, y - down) for half, down in right] + [(x - half, y - down) for half, down in right[::-1]]
