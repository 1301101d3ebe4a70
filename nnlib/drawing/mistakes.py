"""The digits that a network reads as others: small, and one of them large with its probabilities."""

from nnlib.drawing.tiles import SIDE, Lens, Tiles, scans

ROWS, COLUMNS = 2, 4
SHOWN = ROWS * COLUMNS
BELOW = 4  # room for the words under a picture, as parts of its side in pixels


class MistakePictures:
    """The first few mistakes, each with what it is and as what it was read."""

    def __init__(self, small, large):
        self.tiles = Tiles(small, ROWS, COLUMNS, below=BELOW)
        self._lens = Lens(large)
        self._words = large.text(0, -0.12, "", transform=large.transAxes, va="top", fontsize=12, animated=True)
        self._heading = small.text(0, 1.07, "", transform=small.transAxes, fontsize=13, animated=True)
        self._names = [self._name(small, number) for number in range(SHOWN)]

    def _name(self, axes, number):
        x, y = self.tiles.corner(number)
        return axes.text(x + SIDE / 2, y + SIDE + 0.4, "", ha="center", va="top", fontsize=12, animated=True)

    def show(self, inputs, truth, probabilities, chosen):
        """Show mistakes: their `inputs (mistakes, 64)`, digits `truth`, and ten probabilities each."""
        read_as = probabilities.argmax(axis=1)
        there = min(len(inputs), SHOWN)
        mistakes = "1 mistake" if len(inputs) == 1 else f"{len(inputs)} mistakes"
        self._heading.set_text(f"{mistakes}: the digit, as what it is read")
        self.tiles.show(scans(inputs[:SHOWN]), framed=chosen if chosen < there else None)
        for number, text in enumerate(self._names):
            text.set_text(f"{truth[number]} as {read_as[number]}" if number < there else "")
        self._lens.show(scans(inputs[chosen])[0] if chosen < there else None)
        self._words.set_text(_in_two_lines(truth[chosen], probabilities[chosen]) if chosen < there else "")


def mistake_in_words(truth, probabilities):
    """Say what a digit is, and as what it is read."""
    answer = probabilities.argmax()
    return f"{truth}, read as {answer} ({probabilities[answer]:.2f})"


def _in_two_lines(truth, probabilities):
    answer = probabilities.argmax()
    return f"{answer}, it says: {probabilities[answer]:.2f}\n{truth}, the truth: {probabilities[truth]:.2f}"
