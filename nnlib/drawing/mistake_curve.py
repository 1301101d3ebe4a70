"""Mistakes over passes: how often it was wrong in each pass, and how many points are wrong meanwhile.

The two are not the same. A mistake is counted when an example has its turn; the thin line counts
after every example all points that the line, as it stands, gets wrong. It may climb.
"""

import numpy as np

from nnlib.drawing.theme import INK, MUTED, PAPER, house_style

DRAWN = 400  # points of a curve; of a longer run, the largest of every two, three … is drawn
FIRST_PASSES = 8  # on the axis; it doubles when it is full


class MistakeCurve:
    """Axes for a run of the perceptron rule, counted in passes."""

    def __init__(self, axes):
        self.axes = axes
        axes.set(xlabel="passes", ylabel="points")
        axes.grid(True)
        axes.locator_params(integer=True, nbins=6)
        moving = {"animated": True, "zorder": 3}
        (self._now,) = axes.plot([], [], color=MUTED, linewidth=1.5, linestyle=":", **moving)
        (self._wrong_line,) = axes.plot(
            [], [], color=MUTED, linewidth=1, drawstyle="steps-post", label="points wrong now", **moving
        )
        (self._mistakes_line,) = axes.plot(
            [], [], color=INK, marker="o", markersize=6, label="mistakes in a pass", clip_on=False, **moving
        )
        (self._so_far,) = axes.plot(
            [], [], marker="o", markersize=6, markerfacecolor=PAPER, markeredgecolor=INK, linestyle="none", **moving
        )
        with house_style():
            axes.legend(
                handles=[self._mistakes_line, self._wrong_line], loc="lower left", bbox_to_anchor=(-0.15, 0.98),
                ncols=2, borderaxespad=0, handlelength=1.4, columnspacing=1.2,
            )  # fmt: skip
        self.clear(4)

    def clear(self, examples):
        """Begin a new run through so many examples."""
        self._examples = examples
        self._wrong = []  # after each example, from the state before the first
        self._mistakes = []  # of each pass, the last one so far
        self.axes.set(xlim=(0, FIRST_PASSES), ylim=(0, examples + 0.5))

    def add(self, number, pass_number, mistakes, wrong):
        """Note what is known after `number` examples: `mistakes` of this pass, points `wrong` now."""
        self._wrong.append(wrong)
        if pass_number > len(self._mistakes):
            self._mistakes.append(mistakes)
        elif pass_number:
            self._mistakes[-1] = mistakes
        while number / self._examples > self.axes.get_xlim()[1]:
            self.axes.set_xlim(0, 2 * self.axes.get_xlim()[1])

    def draw(self, number):
        """Hand the curves to matplotlib; `number` examples have been looked at by now."""
        _show(self._wrong_line, np.arange(len(self._wrong)) / self._examples, self._wrong)
        whole = (len(self._wrong) - 1) // self._examples  # passes; the mistakes of the next are a ring
        _show(self._mistakes_line, 1 + np.arange(whole), self._mistakes[:whole])
        self._so_far.set_data(1 + np.arange(whole, len(self._mistakes)), self._mistakes[whole:])
        self._mistakes_line.set_markersize(6 if len(self._mistakes) <= 3 * FIRST_PASSES else 0)
        self._now.set_data([number / self._examples] * 2, self.axes.get_ylim())


def _show(line, x, y):
    starts = np.arange(0, len(x), 1 + len(x) // DRAWN)
    line.set_data(x[starts], np.maximum.reduceat(y, starts) if len(x) else [])
