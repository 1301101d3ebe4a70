"""What the units of a network are called, in pictures, formulas and share strings.

Inputs are x, the units of the hidden layers h, k, m, …, outputs y. In code and in share strings a
unit is `h1`; to read it is h₁. A weight is named by the two units it joins.
"""

from itertools import product

from nnlib.drawing.wording import SUBSCRIPTS

HIDDEN = "hkmnpqrstuv"


def unit_names(sizes):
    """Name every unit, layer by layer: `[["x1", "x2"], ["h1", "h2"], ["y"]]` for sizes 2, 2, 1."""
    if len(sizes) - 2 > len(HIDDEN):
        raise ValueError(
            f"This network has {len(sizes) - 2} hidden layers; names are there for {len(HIDDEN)}. Try fewer."
        )
    letters = ["x", *HIDDEN[: len(sizes) - 2], "y"]
    return [
        ["y"] if letter == "y" and size == 1 else [f"{letter}{number}" for number in range(1, size + 1)]
        for letter, size in zip(letters, sizes, strict=True)
    ]


def edge_name(start, end):
    """Name the weight that joins two units: `x1-h2`."""
    return f"{start}-{end}"


def bias_name(unit):
    """Name the bias of a unit: `b-h2`."""
    return f"b-{unit}"


def numbers_by_name(names, layers):
    """Return every weight and bias by name; `layers` are those of a Network or of its Gradients."""
    numbers = {}
    for before, after, layer in zip(names, names[1:], layers):
        for (j, end), (i, start) in product(enumerate(after), enumerate(before)):
            numbers[edge_name(start, end)] = float(layer.weights[i, j])
        numbers |= {bias_name(end): float(layer.bias[j]) for j, end in enumerate(after)}
    return numbers


def to_read(name):
    """Write the name of a unit as it is read: h₁."""
    return name[0] + name[1:].translate(SUBSCRIPTS)
