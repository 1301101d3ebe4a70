"""How likely a network finds each of several classes: a bar for each, from 0 to 1."""

import numpy as np

from nnlib.drawing.theme import INK, MUTED

WORTH_A_NUMBER = 0.01  # a smaller probability is not written beside its bar


class Chances:
    """Bars for the classes `names`, one row each; the longest is in ink, the others, or equals, are muted."""

    def __init__(self, axes, names, thickness=14):
        axes.set(xlim=(0, 1), ylim=(len(names) - 0.4, -0.6), yticks=range(len(names)), xticks=[0, 0.5, 1])
        axes.set_yticklabels(names)
        axes.tick_params(axis="y", length=0)
        axes.spines["left"].set_visible(False)
        axes.axvline(0, color=MUTED, linewidth=1.5, zorder=1)
        style = {"linewidth": thickness, "solid_capstyle": "butt", "animated": True}
        (self._others,) = axes.plot([], [], color=MUTED, alpha=0.55, **style)
        (self._first,) = axes.plot([], [], color=INK, **style)
        self._numbers = [axes.text(0, row, "", va="center", fontsize=12, animated=True) for row in range(len(names))]

    def show(self, probabilities):
        """Show `(classes,)` probabilities, or None for no answer."""
        probabilities = np.zeros(len(self._numbers)) if probabilities is None else probabilities
        rows = np.arange(len(probabilities))
        first = (rows == np.argmax(probabilities)) & (np.ptp(probabilities) > 0)
        self._first.set_data([0, *probabilities[first]] if first.any() else [], np.repeat(rows[first], 2))
        # One line for all the others: from 0 to its end, then a gap to the next.
        ends = np.where(first, 0, probabilities)
        along = np.column_stack([np.zeros_like(ends), ends, np.full_like(ends, np.nan)])
        self._others.set_data(along.ravel(), np.repeat(rows, 3))
        for text, value in zip(self._numbers, probabilities, strict=True):
            self._write(text, value)

    def _write(self, text, value):
        text.set_visible(bool(value >= WORTH_A_NUMBER))
        if value >= WORTH_A_NUMBER:
            text.set_text(f"{value:.2f}")
            text.set_x(value + 0.03)
