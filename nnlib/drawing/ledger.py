"""A sum in three rows, as one writes it on paper: before, what was added, and after."""

from nnlib.drawing.theme import BLUE, GRID, INK, MUTED, VERMILION
from nnlib.drawing.wording import number_text, sign_true_text

ROWS = ("before", "added", "after")
DIGITS = 3


class Ledger:
    """Three rows of numbers under the names of their columns; `axes` become the paper."""

    def __init__(self, axes, columns):
        self.axes = axes
        axes.set(xlim=(0, 1), ylim=(3.5, -0.5))
        axes.set_axis_off()
        places = [0.37 + 0.63 * place / (len(columns) - 1) for place in range(len(columns))]
        for name, x in zip(columns, places, strict=True):
            axes.text(x, 0, name, ha="right", va="center", color=MUTED)
        for row, name in enumerate(ROWS, start=1):
            axes.text(0, row, name, ha="left", va="center", color=MUTED)
        axes.plot([0.22, 1], [2.5, 2.5], color=GRID, linewidth=1.5)
        self._texts = [
            [axes.text(x, row, "", ha="right", va="center", animated=True) for x in places]
            for row in range(1, len(ROWS) + 1)
        ]

    def show(self, before, after, moved=True):
        """Fill in numbers, one for each column; what was added is their difference, if they `moved`."""
        added = [new - old for old, new in zip(before, after, strict=True)]
        self._fill(0, [_text(value) for value in before])
        self._fill(1, [_change(value) for value in added] if moved else ["–"] * len(before))
        self._fill(2, [_text(value) for value in after])
        for text, value in zip(self._texts[1], added, strict=True):
            text.set_color(BLUE if moved and value > 0 else VERMILION if moved and value < 0 else INK)

    def show_start(self, values):
        """Fill in the last row alone, as far as there are values."""
        for row in (0, 1):
            self._fill(row, [""] * len(self._texts[row]))
        self._fill(2, [*map(_text, values), *[""] * (len(self._texts[2]) - len(values))])

    def _fill(self, row, texts):
        for artist, text in zip(self._texts[row], texts, strict=True):
            artist.set_text(text)


def _text(value):
    return sign_true_text(value, DIGITS)


def _change(value):
    text = number_text(value, DIGITS)
    return f"+{text}" if value > 0 else text
