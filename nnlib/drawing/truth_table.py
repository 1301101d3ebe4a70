"""A truth table: for each row of inputs the sum, the answer, the target, and whether they agree."""

from matplotlib.patches import Rectangle

from nnlib.drawing.theme import BLUE, GRID, INK, MUTED, PAPER, VERMILION
from nnlib.drawing.wording import number_text, sign_true_text

COLUMNS = {"x₁": 0.07, "x₂": 0.19, "sum z": 0.43, "answer": 0.63, "target": 0.83}
RIGHT, WRONG = "✓", "✗"


class TruthTable:
    """A table of two inputs; `rows` is their list, one (x₁, x₂) each."""

    def __init__(self, axes, rows):
        self.axes = axes
        axes.set(xlim=(0, 1), ylim=(len(rows) - 0.4, -1.5))
        axes.set_axis_off()
        for name, x in COLUMNS.items():
            axes.text(x, -1, name, ha="center", va="center", color=MUTED, fontsize=12)
        axes.plot([0, 1], [-0.55, -0.55], color=GRID, linewidth=1)
        for row, inputs in enumerate(rows):
            for name, value in zip(("x₁", "x₂"), inputs, strict=True):
                axes.text(COLUMNS[name], row, number_text(value), ha="center", va="center")
        self._here = axes.add_patch(
            Rectangle((0, 0), 1, 0.9, facecolor=GRID, edgecolor="none", alpha=0.6, zorder=0.5, animated=True)
        )
        texts = {"ha": "center", "va": "center", "animated": True}
        self._sums = [axes.text(COLUMNS["sum z"], row, "", **texts) for row in range(len(rows))]
        self._targets = [axes.text(COLUMNS["target"], row, "", **texts) for row in range(len(rows))]
        self._marks = [axes.text(0.96, row, "", **texts) for row in range(len(rows))]
        self._answers = [
            axes.plot([COLUMNS["answer"]], [row], marker="o", markersize=10, markeredgewidth=2.5, animated=True)[0]
            for row in range(len(rows))
        ]  # fmt: skip

    def show(self, sums, answers, targets, here=None, hidden=False):
        """Fill in the rows; `here` is the row of the present input, if it is one of them.

        With `hidden`, sums and answers are left open: they are still to be predicted.
        """
        self._here.set_visible(here is not None)
        if here is not None:
            self._here.set_y(here - 0.45)
        for row, (total, answer, target) in enumerate(zip(sums, answers, targets, strict=True)):
            self._sums[row].set_text("?" if hidden else sign_true_text(total))
            self._answers[row].set_visible(not hidden)
            self._marks[row].set_visible(not hidden)
            self._answers[row].set_markeredgecolor(BLUE if answer else VERMILION)
            self._answers[row].set_markerfacecolor(BLUE if answer else PAPER)
            self._targets[row].set_text(str(int(target)))
            self._marks[row].set_text(RIGHT if answer == target else WRONG)
            self._marks[row].set_fontweight("normal" if answer == target else "bold")
            self._marks[row].set_color(MUTED if answer == target else INK)
