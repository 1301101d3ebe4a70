"""The lines of a formula, one under the other, in a place of their own below a picture."""

HEIGHT = 21  # pixels of a line


class FormulaLines:
    """Fill `axes` with up to `count` lines of text, `HEIGHT` pixels each."""

    def __init__(self, axes, count):
        axes.set(xlim=(0, 1), ylim=(count, 0))
        axes.set_axis_off()
        self._texts = [
            axes.text(0, line + 0.5, "", va="center", fontsize=15, animated=True) for line in range(count)
        ]

    def show(self, lines):
        """Write these lines, and nothing below them. Raises ValueError when there are too many."""
        if len(lines) > len(self._texts):
            raise ValueError(f"There is room for {len(self._texts)} lines here, and {len(lines)} came.")
        for text, line in zip(self._texts, [*lines, *[""] * len(self._texts)]):
            text.set_text(line)

    @property
    def texts(self):
        """The lines that are written now, as matplotlib's Texts."""
        return [text for text in self._texts if text.get_text()]
