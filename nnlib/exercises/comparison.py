"""A prediction laid over the truth, on a line of numbers.

What came out is a solid stroke in the colour of the text, what you predicted a dashed one in
purple. The text of the card says the same.
"""

from collections.abc import Callable
from dataclasses import dataclass
from html import escape

import numpy as np

from nnlib.exercises.card import Card

PURPLE = "#9b59b6"  # what you predicted, everywhere in the course
WIDTH, EDGE = 480, 60  # CSS pixels: of the picture, and free at either side of the line


@dataclass(frozen=True, repr=False)
class Comparison(Card):
    """Hold a card with a line of numbers from ``low`` to ``high``. ``shown`` writes a number."""

    predicted: float = 0.0
    truth: float = 0.0
    low: float = 0.0
    high: float = 1.0
    shown: Callable = str

    def _repr_html_(self):
        html = super()._repr_html_()
        if not np.isfinite(self.truth):
            return html
        return html.removesuffix("</div>") + self._line() + "</div>"

    def _line(self):
        low, high = min(self.low, self.truth), max(self.high, self.truth)

        def place(value):
            return round(EDGE + (WIDTH - 2 * EDGE) * (value - low) / ((high - low) or 1), 1)

        ends = "".join(_text(place(end), 68, self.shown(end), 0.7) for end in (low, high))
        says = escape(f"A line from {self.shown(low)} to {self.shown(high)}: {self.text}", quote=True)
        return (
            f'<svg viewBox="0 0 {WIDTH} 92" width="{WIDTH}" height="92" role="img"'
            f' aria-label="{says}" style="max-width: 100%; font: 13px sans-serif">'
            f'<path d="M{EDGE} 46H{WIDTH - EDGE}" stroke="currentColor" opacity="0.5"/>{ends}'
            + _stroke(place(self.truth), "currentColor", "")
            + _stroke(place(self.predicted), PURPLE, "6 4")
            + _text(place(self.truth), 22, f"came out: {self.shown(self.truth)}")
            + _text(place(self.predicted), 88, f"predicted: {self.shown(self.predicted)}")
            + "</svg>"
        )


def _stroke(x, colour, dashes):
    return f'<path d="M{x} 30V62" stroke="{colour}" stroke-width="3" stroke-dasharray="{dashes}"/>'


def _text(x, y, words, opacity=1):
    return (
        f'<text x="{x}" y="{y}" text-anchor="{_anchor(x)}" fill="currentColor" opacity="{opacity}">'
        f"{escape(words)}</text>"
    )


def _anchor(x):
    """Let words near an edge of the picture run away from it."""
    if WIDTH / 4 < x < 3 * WIDTH / 4:
        return "middle"
    return "start" if x < WIDTH / 2 else "end"
