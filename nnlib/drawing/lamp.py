"""The neuron's answer as a lamp: a full disc for 1, an empty ring for 0."""

from nnlib.drawing.theme import BLUE, INK, MUTED, PAPER, VERMILION


class Lamp:
    """A lamp at the middle of `axes`, with what it says beside it."""

    def __init__(self, axes):
        axes.set(xlim=(0, 1), ylim=(0, 1))
        axes.set_axis_off()
        (self._light,) = axes.plot(
            [0.1], [0.5], marker="o", markersize=26, markeredgewidth=4, animated=True
        )
        self._text = axes.text(0.2, 0.5, "", va="center", fontsize=14, animated=True)

    def show(self, on, text):
        """Switch the lamp on (True), off (False), or dark (None) while the answer is not known."""
        colour = MUTED if on is None else BLUE if on else VERMILION
        self._light.set_markeredgecolor(colour)
        self._light.set_markerfacecolor(BLUE if on else PAPER)
        self._text.set_text(text)
        self._text.set_color(MUTED if on is None else INK)
