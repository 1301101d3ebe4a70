"""A weighted sum as bars: each product is a length, and laid head to tail they make the sum."""

import numpy as np
from matplotlib.patches import Rectangle

from nnlib.drawing.theme import MUTED, PAPER, signed_colour
from nnlib.drawing.wording import number_text

HEIGHT = 0.62  # of a bar; rows are 1 apart


class SumBar:
    """One row for each term, one for their sum, on an axis from `-reach` to `reach`."""

    def __init__(self, axes, names, reach):
        self.axes = axes
        rows = [*names, "sum z"]
        axes.set(xlim=(-reach, reach), ylim=(len(rows) - 0.4, -0.6), yticks=range(len(rows)))
        axes.set_yticklabels(rows)
        axes.tick_params(axis="y", length=0)
        axes.spines["left"].set_visible(False)
        axes.axvline(0, color=MUTED, linewidth=1.5, zorder=1)
        self._bars = [self._bar(row) for row in range(len(rows))]
        self._texts = [
            axes.text(0, row, "", va="center", fontsize=12, animated=True, zorder=5)
            for row in range(len(rows))
        ]
        (self._links,) = axes.plot([], [], color=MUTED, linewidth=1, linestyle=":", animated=True)
        self._reach = reach

    def _bar(self, row):
        return self.axes.add_patch(
            Rectangle((0, row - HEIGHT / 2), 0, HEIGHT, edgecolor=PAPER, animated=True, zorder=3)
        )

    def show(self, terms, grown=1.0, together=1.0, sum_shown=True):
        """Draw `terms` and, if wanted, their sum.

        `grown`, 0 … 1, is how much of each product's bar is there yet; its number stands beside it
        when all of it is. `together` moves the bars from all starting at 0 to head to tail (1).
        """
        ends = np.cumsum(terms)
        starts = (ends - terms) * together
        for row, (start, term) in enumerate(zip(starts, terms, strict=True)):
            self._show_row(row, start, term, grown)
        self._show_row(len(terms), 0, ends[-1], float(sum_shown))
        corners = [(end, row + side) for row, end in enumerate(ends) for side in (0, 1)]
        self._links.set_data(*np.transpose(corners))
        self._links.set_visible(bool(sum_shown))

    def _show_row(self, row, start, length, grown):
        bar, text = self._bars[row], self._texts[row]
        bar.set_visible(grown > 0)
        text.set_visible(grown == 1)
        bar.set_x(start)
        bar.set_width(grown * length)
        bar.set_facecolor(signed_colour(length))
        bar.set_hatch("////" if length < 0 else None)
        tip = min(max(start + length, -self._reach), self._reach)
        to_the_right = tip < 0.62 * self._reach if length >= 0 else tip < -0.62 * self._reach
        text.set_position((tip + (0.03 if to_the_right else -0.03) * self._reach, row))
        text.set_horizontalalignment("left" if to_the_right else "right")
        text.set_text(number_text(length) + self._beyond(start + length))

    def _beyond(self, end):
        """Return an arrow where a bar goes on beyond the axis."""
        return "" if abs(end) <= self._reach else " →" if end > 0 else " ←"
