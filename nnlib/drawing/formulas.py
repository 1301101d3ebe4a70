"""The formula behind each number of a network, with the numbers of one example in it.

Every number in a diagram can be asked where it comes from. What is written here is read off the
network and its Trace; nothing is calculated a second time. Every line can be worked out on paper,
and comes to what stands behind its last equals sign, but for the last digit.
"""

import math

from nnlib.drawing.unit_names import to_read
from nnlib.drawing.wording import factor_text, number_text, sign_true_text, signed_text

TERMS = 4  # products that are written with a symbol each
LONGEST = 70  # characters in a line
TINY = 1e-6  # a probability that would read as 0


def input_formula(name, trace, place, row=0):
    """Say that an input computes nothing."""
    return [
        f"{to_read(name)} = {number_text(trace.inputs[row, place])}",
        "An input computes nothing: it is handed in.",
    ]


def unit_formula(names, network, trace, name, row=0, longest=LONGEST):
    """Return the lines that lead to the output of the unit `name`: its sum, then its bend."""
    layer, unit = place_of(names, name)
    before, bend = names[layer], network.layers[layer].activation
    total, output = trace.sums[layer][row, unit], trace.outputs[layer][row, unit]
    symbols = " + ".join(f"{to_read(f'w{i}')}·{to_read(start)}" for i, start in enumerate(before, 1))
    if len(before) > TERMS:
        symbols = "Σ w·value"
    return [
        f"sum z = {symbols} + b",
        *wrapped(_terms(network.layers[layer], trace.into(layer)[row], unit), longest),
        f"  = {sign_true_text(total, 3)}",
        f"{to_read(name)} = {bend}(z) = {bend}({sign_true_text(total, 3)}) = {number_text(output, 3)}",
    ]


def _terms(layer, values, unit):
    products = [
        f"{signed_text(weight, 3) if i else number_text(weight, 3)} · {factor_text(value, 3)}"
        for i, (weight, value) in enumerate(zip(layer.weights[:, unit], values))
    ]
    return [*products, signed_text(layer.bias[unit], 3)]


def wrapped(terms, longest=LONGEST):
    """Break a long sum into lines of at most `longest` characters; the first begins with =."""
    lines = [f"  = {terms[0]}"]
    for term in terms[1:]:
        if len(lines[-1]) + 1 + len(term) <= longest:
            lines[-1] += f" {term}"
        else:
            lines.append(f"    {term}")
    return lines


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
        f"To z of {to_read(end)} it adds w·{to_read(start)} = {number_text(weight, 3)} · {factor_text(value, 3)} = "
        f"{number_text(weight * value, 3)}.",
    ]


def loss_formula(network, trace, target, loss=None, row=0):
    """Return the lines that lead from the output to the loss, for one example's target."""
    loss = network.suitable(loss)
    value = number_text(network.loss(trace.inputs[row : row + 1], [[target]], loss), 3)
    if loss.name == "squared error":
        numbers = f"({number_text(trace.output[row, 0], 3)} − {factor_text(target)})²"
        return [f"target t = {number_text(target)}", f"loss = (y − t)² = {numbers} = {value}"]
    if target not in (0, 1):
        return [
            f"target t = {number_text(target)}",
            f"loss = −t · ln(y) − (1 − t) · ln(1 − y) = {value}",
        ]
    symbols, numbers = _surprise(float(trace.output[row, 0]), float(trace.sums[-1][row, 0]), target)
    return [f"target t = {number_text(target)}, so the loss is {symbols}", f"loss = {numbers} = {value}"]


def _surprise(output, total, target):
    """Write the surprise at a yes (target 1) or a no, in symbols and in numbers.

    The surer of the wrong answer the network is, the more digits of y the logarithm needs. Where
    they would fill the line, the same is written with the sum z, of which y is the sigmoid.
    """
    symbols = "−ln(y)" if target else "−ln(1 − y)"
    probability = output if target else 1 - output  # of the right answer
    if probability < TINY:
        same = "ln(1 + e^(−z))" if target else "ln(1 + e^z)"
        return f"{symbols} = {same}", f"ln(1 + e^{number_text(abs(total), 3)})"
    digits = max(3, 2 - math.floor(math.log10(probability)))
    return symbols, symbols.replace("y", number_text(output, digits))


def in_one_line(lines):
    """Write the lines of a formula as one, for those who hear it: what begins with a space goes on."""
    text = "".join(f" {line.strip()}" if line.startswith(" ") else f". {line.rstrip('.')}" for line in lines)
    return f"{text.removeprefix('. ')}."


def place_of(names, name):
    """Return the layer (of weights) that computes a unit, and the unit's place in it."""
    layer = next(i for i, units in enumerate(names[1:]) if name in units)
    return layer, names[layer + 1].index(name)
