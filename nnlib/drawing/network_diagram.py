"""A network as a diagram: inputs left, output right, a line for every weight.

Inputs are circles, since they compute nothing. Every unit is a square that shows its output
everywhere in the plane of inputs, blue where it is positive and vermilion where it is negative; the
short line above it is its bias.
"""

from itertools import product

import numpy as np
from matplotlib.patches import Rectangle

from nnlib.drawing.heatmap import Heatmap
from nnlib.drawing.plane import field_colours
from nnlib.drawing.strand import Strand
from nnlib.drawing.theme import INK, MUTED, PAPER
from nnlib.drawing.unit_names import bias_name, edge_name, to_read
from nnlib.drawing.word_paper import WordPaper
from nnlib.drawing.wording import number_text

LARGEST_SIDE, LINE = 64, 18  # pixels: of a unit's square; of a line of text under it
MOST_NUMBERS = 30  # weights; of a larger network, numbers or paper would cover the picture
GAP = 7  # pixels between a square and its words
RADIUS = 17  # pixels, of an input
BACK = 0.45  # how strong a connection is that is not looked at


class NetworkDiagram:
    """Draw a network of `names` (a list of names for each layer) into `axes`, which it fills.

    Squares have `cells` · `cells` colours, and room for `lines` of words under them.
    `places` holds the centre of every unit by name, in CSS pixels of `axes` from its lower left
    corner; `ends` the two ends of every connection and bias.
    """

    def __init__(self, axes, names, cells=20, lines=1):
        self.axes, self.names, self._cells = axes, names, cells
        width, height = axes.bbox.size
        axes.set(xlim=(0, width), ylim=(0, height))
        axes.set_axis_off()
        rows = height / max(map(len, names))
        self._stub = min(16, 0.15 * rows)  # length of a bias
        below = LINE * lines + GAP
        self.side = min(LARGEST_SIDE, rows - self._stub - below - 4)
        self.places = _places(names, width, height, (below - self._stub) / 2)
        self.ends = self._ends()
        self._strands = {name: axes.add_artist(Strand(axes, *ends)) for name, ends in self.ends.items()}
        self._words = {name: self._word(name) for name in self.places}
        self._fields = {name: self._field(name) for layer in names[1:] for name in layer}
        self._frames = {name: self._frame(name) for name in self._fields}
        self._numbers, self._papers = {}, {}
        if len(self._strands) <= MOST_NUMBERS:
            self._numbers = {name: self._number(name) for name in self._strands}
            self._papers = {name: WordPaper(axes, self.below(name), LINE) for name in self.places}
        for name in names[0]:
            axes.plot(*self.places[name], "o", markersize=2 * RADIUS, color=PAPER, markeredgecolor=INK, zorder=3)
            axes.text(*self.places[name], to_read(name), ha="center", va="center", zorder=4)
        (self._ring,) = axes.plot(  # around what is selected
            [], [], "s", markerfacecolor="none", markeredgecolor=INK, markeredgewidth=2.5, zorder=6, animated=True
        )

    def _ends(self):
        """Say where every connection and bias begins and ends."""
        ends = {}
        for before, after in zip(self.names, self.names[1:]):
            gap = RADIUS if before is self.names[0] else self.side / 2
            for end, start in product(after, before):
                ends[edge_name(start, end)] = self.places[start] + (gap, 0), self.places[end] - (self.side / 2, 0)
        for name in (name for layer in self.names[1:] for name in layer):
            top = self.places[name] + (0, self.side / 2)
            ends[bias_name(name)] = top + (0, self._stub), top
        return ends

    def _field(self, name):
        return self.axes.add_artist(Heatmap(self.axes, self.places[name], self.side))

    def _frame(self, name):
        corner = self.places[name] - self.side / 2
        paper = Rectangle(corner, self.side, self.side, facecolor=PAPER, edgecolor="none", zorder=3)
        self.axes.add_patch(paper)
        frame = Rectangle(
            corner, self.side, self.side, facecolor="none", edgecolor=INK, linewidth=1.2, zorder=5, animated=True
        )
        return self.axes.add_patch(frame)

    def _word(self, name):
        return self.axes.text(*self.below(name), "", ha="center", va="top", fontsize=13, zorder=7, animated=True)

    def below(self, name, line=0):
        """Return the top of the middle of a line of words below an input or unit, in pixels of the axes."""
        x, y = self.places[name]
        gap = GAP + (RADIUS if name in self.names[0] else self.side / 2)
        return x, y - gap - line * LINE

    def _number(self, name):
        start, end = self.ends[name]
        place = start if name.startswith("b-") else start + self._along(name) * (end - start)
        side = "left" if name.startswith("b-") else "center"
        return self.axes.text(
            *(place + (6, 0) if side == "left" else place), "", ha=side, va="center", fontsize=13, zorder=7,
            animated=True, bbox={"boxstyle": "square,pad=0.08", "facecolor": PAPER, "edgecolor": "none"},
        )  # fmt: skip

    def _along(self, name):
        """Spread the numbers of connections that cross, so that few lie on each other."""
        start, end = name.split("-")
        before, after = next(
            pair for pair in zip(self.names, self.names[1:]) if start in pair[0] and end in pair[1]
        )
        slots = len(before) * len(after)
        slot = after.index(end) + len(after) * before.index(start)
        return 0.3 if slots == 1 else 0.25 + 0.5 * slot / (slots - 1)

    @property
    def can_show_numbers(self):
        """Whether there is room for the numbers of all weights at once."""
        return bool(self._numbers)

    # What moves.

    def show_weights(self, weights, near=None):
        """Give every connection and bias the look of its number; `near` names those to stand out."""
        for name, strand in self._strands.items():
            strand.show(weights[name], BACK if near and name not in near else 1.0)

    def show_numbers(self, weights, near=(), digits=2):
        """Write the numbers of the connections and biases in `near`."""
        for name, text in self._numbers.items():
            text.set_visible(name in near)
            if name in near:
                text.set_text(number_text(weights[name], digits))

    def show_fields(self, fields, known):
        """Colour the squares of the units in `known`; `fields` has `(cells · cells, units)` per layer."""
        for layer, values in zip(self.names[1:], fields):
            for name, column in zip(layer, values.T):
                self._fields[name].set_visible(name in known)
                if name in known:
                    self._fields[name].show(field_colours(column.reshape(self._cells, self._cells)))

    def show_words(self, words, known):
        """Write `words`, a dict by name, under inputs and units; units not in `known` look empty."""
        for name, text in self._words.items():
            text.set_text(words[name])
        for name, paper in self._papers.items():
            paper.fit(words[name])
        for name, frame in self._frames.items():
            frame.set_edgecolor(INK if name in known else MUTED)
            frame.set_linestyle("-" if name in known else ":")

    def show_selected(self, name):
        """Frame what is selected, if it is an input or a unit."""
        self._ring.set_visible(name in self.places)
        if name in self.places:
            is_input = name in self.names[0]
            self._ring.set_data(*self.places[name][:, None])
            self._ring.set_marker("o" if is_input else "s")
            self._ring.set_markersize((2 * RADIUS if is_input else self.side) + 5)

    def around(self, name):
        """Name what belongs to `name`: what leads into a unit or out of an input, or the weight itself."""
        if name in self.names[0]:
            return {edge for edge in self.ends if edge.startswith(f"{name}-")}
        return {edge for edge in self.ends if edge.endswith(f"-{name}") or edge == name}


def _places(names, width, height, up):
    """Return the centre of every unit by name, in pixels from the lower left corner.

    `up` is how far a unit's square stands above the middle of its row, to leave room for its words.
    """
    edge = 46  # pixels from the side of the picture to the centre of the first column
    columns = np.linspace(edge, width - edge, len(names))
    places = {}
    for x, layer in zip(columns, names):
        step = min(height / len(layer), 130)
        middle = height / 2 + up
        for row, name in enumerate(layer):
            places[name] = np.array([x, middle + step * ((len(layer) - 1) / 2 - row)])
    return places
