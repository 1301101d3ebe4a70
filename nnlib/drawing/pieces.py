"""Curves over one input: the piece that each unit adds, and their sum beside the heights it should reach."""

import numpy as np

from nnlib.drawing.theme import BLUE, INK, MUTED, PAPER, VERMILION


def kink_of(weight, bias):
    """Return where weight · x + bias is 0: there a ReLU of it has its kink. None if it is nowhere."""
    return -bias / weight if abs(weight) > 1e-9 else None


class Piece:
    """A small picture of what one unit adds: blue where it lifts the sum, dashed vermilion where it lowers it."""

    def __init__(self, axes, name, reach, height):
        axes.set(xlim=(-reach, reach), ylim=(-height, height), xticks=[-2, 0, 2], yticks=[-2, 0, 2])
        axes.axhline(0, color=MUTED, linewidth=0.8, zorder=1)
        axes.set_title(name, fontsize=13)
        (self._line,) = axes.plot([], [], linewidth=2.5, zorder=3, animated=True)
        self._note = axes.text(0.97, 0.04, "", transform=axes.transAxes, ha="right", fontsize=12, animated=True)

    def show(self, places, heights, weight, note):
        """Draw `heights` at `places`, with the output `weight` that has the sign, and a short note."""
        self._line.set_data(places, heights)
        self._line.set_color(VERMILION if weight < 0 else BLUE)
        self._line.set_linestyle("--" if weight < 0 else "-")
        self._note.set_text(note)


class Sum:
    """The sum of all pieces, with its kinks, and the targets with their distance from it."""

    def __init__(self, axes, reach, low, high):
        axes.set(xlim=(-reach, reach), ylim=(low, high), xlabel="input x")
        axes.grid(True)
        (self._misses,) = axes.plot([], [], color=MUTED, linewidth=1.5, zorder=2, animated=True)
        (self._line,) = axes.plot([], [], color=INK, linewidth=2.5, zorder=3, animated=True)
        (self._targets,) = axes.plot(
            [], [], linestyle="none", marker="s", markersize=9, markerfacecolor=PAPER, markeredgecolor=INK,
            markeredgewidth=1.5, zorder=4, animated=True,
        )  # fmt: skip
        (self._kinks,) = axes.plot(
            [], [], linestyle="none", marker="^", markersize=9, color=INK, markeredgecolor=PAPER, zorder=5,
            animated=True,
        )  # fmt: skip

    def show(self, places, heights, kinks):
        """Draw the sum, `heights` at `places`, and mark its `kinks`, `(kinks, 2)`."""
        self._line.set_data(places, heights)
        self._kinks.set_data(*np.reshape(kinks, (-1, 2)).T)

    def show_targets(self, places, targets, reached):
        """Draw the targets, and from each a stalk to the height `reached` there."""
        gap = np.full(len(places), np.nan)
        self._targets.set_data(places, targets)
        self._misses.set_data(np.repeat(places, 3), np.stack([targets, reached, gap], axis=1).ravel())
