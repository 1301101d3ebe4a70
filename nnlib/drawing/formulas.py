"""The formula behind each number of a network, with the numbers of one example in it.

Every number in a diagram can be asked where it comes from. What is written here is read off the
network and its Trace; nothing is calculated a second time.
"""

from nnlib.drawing.unit_names import to_read
from nnlib.drawing.wording import factor_text, number_text, sign_true_text, signed_text

TERMS = 4  # products in a line


def input_formula(name, trace, place, row=0):
    """Say that an input computes nothing."""
    return [
        f"{to_read(name)} = {number_text(trace.inputs[row, place])}",
        "An input computes nothing: it is handed in.",
    ]


def unit_formula(names, network, trace, name, row=0):
    """Return the lines that lead to the output of the unit `name`: its sum, then its bend."""
    layer, unit = place_of(names, name)
    before, bend = names[layer], network.layers[layer].activation
    total, output = trace.sums[layer][row, unit], trace.outputs[layer][row, unit]
    symbols = " + ".join(f"{to_read(f'w{i}')}·{to_read(start)}" for i, start in enumerate(before, 1))
    if len(before) > TERMS:
        symbols = "Σ w·value"
    return [
        f"sum z = {symbols} + b",
        *wrapped(_terms(network.layers[layer], trace.into(layer)[row], unit)),
        f"  = {sign_true_text(total, 3)}",
        f"{to_read(name)} = {bend}(z) = {bend}({sign_true_text(total, 3)}) = {number_text(output, 3)}",
    ]


def _terms(layer, values, unit):
    products = [
        f"{signed_text(weight) if i else number_text(weight)} · {factor_text(value)}"
        for i, (weight, value) in enumerate(zip(layer.weights[:, unit], values))
    ]
    return [*products, signed_text(layer.bias[unit])]


def wrapped(terms):
    """Break a long sum into lines, the first of which begins with =."""
    lines = [" ".join(terms[i : i + TERMS]) for i in range(0, len(terms), TERMS)]
    return [f"  = {lines[0]}", *(f"    {line}" for line in lines[1:])]


def weight_formula(names, network, trace, name, row=0):
    """Return the lines about a weight or a bias: what it adds to a sum on this example."""
    start, end = name.split("-")
    layer, unit = place_of(names, end)
    if start == "b":
        return [
            f"bias of {to_read(end)}: {number_text(network.layers[layer].bias[unit], 3)}",
            f"It is added to the sum of {to_read(end)}, whatever the input.",
        ]
    place = names[layer].index(start)
    weight, value = network.layers[layer].weights[place, unit], trace.into(layer)[row, place]
    return [
        f"weight from {to_read(start)} to {to_read(end)}: {number_text(weight, 3)}",
        f"It carries weight · {to_read(start)} = {number_text(weight, 3)} · {factor_text(value, 3)} = "
        f"{number_text(weight * value, 3)} into the sum of {to_read(end)}.",
    ]


def loss_formula(network, trace, target, loss=None, row=0):
    """Return the lines that lead from the output to the loss, for one example's target."""
    output = number_text(trace.output[row, 0], 3)
    loss = network.suitable(loss)
    value = number_text(loss(trace.output[row : row + 1], [[target]]), 3)
    if loss.name == "squared error":
        numbers = f"({output} {signed_text(-target)})²"
        return [f"target t = {number_text(target)}", f"loss = (y − t)² = {numbers} = {value}"]
    if target not in (0, 1):
        return [
            f"target t = {number_text(target)}",
            f"loss = −t · ln(y) − (1 − t) · ln(1 − y) = {value}",
        ]
    symbols, numbers = ("−ln(y)", f"−ln({output})") if target else ("−ln(1 − y)", f"−ln(1 − {output})")
    return [f"target t = {number_text(target)}, so the loss is {symbols}", f"loss = {numbers} = {value}"]


def place_of(names, name):
    """Return the layer (of weights) that computes a unit, and the unit's place in it."""
    layer = next(i for i, units in enumerate(names[1:]) if name in units)
    return layer, names[layer + 1].index(name)
