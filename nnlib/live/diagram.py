"""Makes the drawing of a network something to operate: every weight and bias can be taken in hand.

An explorable that shows a network makes one of these in `build`; it then has the network's parts,
and whatever is changed in them is changed in the network itself.
"""

from nnlib.drawing.unit_names import bias_name, edge_name, to_read
from nnlib.live.controls import Number
from nnlib.live.parts import Part, Parts

REACH = 10  # a weight that is dragged stays within ±REACH
STEP = 0.1
GRIP = 14  # pixels: how near a pointer must come to a line


def operable(explorable, drawing, says, select):
    """Return the Parts of `drawing`, a NetworkDiagram of the explorable's network.

    `says()` returns the present values of all inputs, units and weights as words, by name;
    `select(name)` is told what is looked at.
    """
    makers = _Makers(explorable, drawing)
    every = [part for layer in range(len(drawing.names)) for part in makers.column(layer)]
    return Parts("Diagram of the network", {part.name: part for part in every}, says, select, lambda: explorable.selected)


class _Makers:
    """Make the parts, column by column: the units of a layer, then the connections that leave it."""

    def __init__(self, explorable, drawing):
        self._explorable, self._drawing = explorable, drawing
        self._names = drawing.names

    def column(self, layer):
        """Return the parts of one layer, and of the connections into the next."""
        units = [self._unit(layer, name) for name in self._names[layer]]
        if layer + 1 == len(self._names):
            return units
        return units + [self._weight(layer, *ends) for ends in enumerate(self._leaving(layer))]

    def _leaving(self, layer):
        """Name the connections and biases between a layer and the next, from top to bottom."""
        before, after = self._names[layer], self._names[layer + 1]
        return [name for end in after for name in (*(edge_name(start, end) for start in before), bias_name(end))]

    def _unit(self, layer, name):
        place = self._drawing.places[name]
        size = self._drawing.side if layer else 34
        column = self._names[layer]
        beside = _neighbours(column, column.index(name))
        if layer + 1 < len(self._names):
            beside["ArrowRight"] = edge_name(name, self._names[layer + 1][0])
        if layer:
            beside["ArrowLeft"] = edge_name(self._names[layer - 1][0], name)
        kind = "input" if layer == 0 else "output" if layer + 1 == len(self._names) else "hidden unit"
        return Part(name, f"{kind} {to_read(name)}", self._seen([place]), size, beside)

    def _weight(self, layer, place, name):
        column = self._leaving(layer)
        start, end = name.split("-")
        beside = _neighbours(column, place)
        beside["ArrowLeft"] = end if start == "b" else start
        beside["ArrowRight"] = end
        row = self._names[layer + 1].index(end)
        if start == "b":
            label, numbers, index = f"bias of {to_read(end)}", "bias", row
        else:
            label = f"weight from {to_read(start)} to {to_read(end)}"
            numbers, index = "weights", (self._names[layer].index(start), row)
        return Part(
            name, label, self._seen(self._drawing.ends[name]), GRIP, beside,
            number=Number(label, -REACH, REACH, STEP),
            get=lambda: float(getattr(self._explorable.model.layers[layer], numbers)[index]),
            put=lambda value: self._put(layer, numbers, index, value),
        )  # fmt: skip

    def _put(self, layer, numbers, index, value):
        """Change the network itself, and tell everybody who shows it."""
        network = self._explorable.model
        getattr(network.layers[layer], numbers)[index] = value
        network.report()

    def _seen(self, points):
        """Turn places in the diagram's axes into pixels of the figure."""
        return tuple(map(tuple, self._drawing.axes.transData.transform(points)))


def _neighbours(column, place):
    beside = {}
    if place > 0:
        beside["ArrowUp"] = column[place - 1]
    if place + 1 < len(column):
        beside["ArrowDown"] = column[place + 1]
    return beside
