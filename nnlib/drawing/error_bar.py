"""One error as a bar and a number; the bar ends at the edge, the number goes on."""

from matplotlib.patches import Rectangle

from nnlib.drawing.theme import MUTED, PAPER
from nnlib.drawing.wording import number_text


class ErrorBar:
    """A bar from 0 to `largest`, in ink's paler sister: an error has no sign."""

    def __init__(self, axes, name, largest):
        axes.set(xlim=(0, largest), ylim=(-1, 1), yticks=[], xlabel=name)
        axes.spines["left"].set_color(MUTED)
        self._largest = largest
        self._bar = axes.add_patch(
            Rectangle((0, -0.6), 0, 1.2, facecolor=MUTED, edgecolor=PAPER, zorder=2, animated=True)
        )
        self._text = axes.text(
            1.0, 1.1, "", transform=axes.transAxes, ha="right", va="bottom", fontsize=14, animated=True
        )

    def show(self, error):
        """Draw the error, 0 or more; an arrow says that it lies beyond the bar's end."""
        self._bar.set_width(min(error, self._largest))
        self._text.set_text(number_text(error, 3) + (" →" if error > self._largest else ""))
