"""The formula behind each number on the way back: every slope as the product of its factors.

Blame is the slope of the loss for the number it stands at: for an output, for a sum before its
bend. A weight's slope is the blame at its end times the value at its start. All numbers are read
off the network's own Trace and Gradients.
"""

import numpy as np

from nnlib.drawing.formulas import TERMS, place_of
from nnlib.drawing.unit_names import to_read
from nnlib.drawing.wording import factor_text, number_text, signed_text

BENDS = {  # how each activation's slope is written, with its sum z or its output a
    "step": ("0", ""), "linear": ("1", ""), "sigmoid": ("a · (1 − a)", "a"), "tanh": ("1 − a²", "a"),
    "ReLU": ("1 if z > 0, else 0", "z"), "leaky ReLU": ("1 if z > 0, else 0.01", "z"),
    "softplus": ("sigmoid(z)", "z"),
}  # fmt: skip


class OneExample:
    """Read the blame of one example off the Gradients of a batch.

    The loss of a batch is a mean, so each example's blame there is divided by how many there are;
    here it is that of the example's own loss.
    """

    def __init__(self, network, trace, gradients, row=0):
        self.network, self.trace, self.gradients, self.row = network, trace, gradients, row
        self.examples = len(trace)

    def output_blame(self, layer, unit):
        """Return the slope of the example's loss for the output of a unit."""
        return float(self.gradients.layers[layer].outputs[self.row, unit]) * self.examples

    def sum_blame(self, layer, unit):
        """Return the slope of the example's loss for the sum of a unit, before its bend."""
        return float(self.gradients.layers[layer].sums[self.row, unit]) * self.examples

    def bend_factor(self, layer, unit):
        """Return the slope of a unit's activation at its sum."""
        activation = self.network.layers[layer].activation
        z, a = self.trace.sums[layer][self.row], self.trace.outputs[layer][self.row]
        return float(activation.slope_at(z, a)[unit])


def blame_formula(names, one, name, loss, target):
    """Return the line that leads to the blame of a unit's output."""
    layer, unit = place_of(names, name)
    blame, read = blame_text(one.output_blame(layer, unit), 3), to_read(name)
    if layer + 1 == len(names) - 1:
        return [f"blame of {read} = slope of the loss = {_loss_slope(loss, one, target)} = {blame}"]
    after = one.network.layers[layer + 1]
    terms = [
        (float(after.weights[unit, j]), one.sum_blame(layer + 1, j)) for j in range(len(names[layer + 2]))
    ]
    ends = " + ".join(f"w · blame of {to_read(end)}’s sum" for end in names[layer + 2][:2])
    symbols = ends if len(terms) <= 2 else "Σ w · blame at its end"
    numbers = " ".join(
        f"{signed_text(weight) if i else number_text(weight)} · {factor_text(end, 3)}"
        for i, (weight, end) in enumerate(terms[:TERMS])
    )
    more = " + …" if len(terms) > TERMS else ""
    return [f"blame of {read} = {symbols}", f"  = {numbers}{more} = {blame}"]


def blame_text(blame, digits=2):
    """Write a blame; that of an output is beyond all numbers when a sure yes was a no."""
    return number_text(blame, digits) if np.isfinite(blame) else "too large to write"


def _loss_slope(loss, one, target):
    """Write the slope of a loss for the output y, in symbols and numbers."""
    output = float(one.trace.output[one.row, 0])
    y, t = number_text(output, 3), number_text(target)
    if loss.name == "squared error":
        return f"2 · (y − t) = 2 · ({y} − {factor_text(target)})"
    if target == 1:
        return f"−1 / y = −1 / {_never_0(output)}"
    if target == 0:
        return f"1 / (1 − y) = 1 / {_never_0(1 - output)}"
    return f"(y − t) / (y · (1 − y)) = ({y} − {t}) / ({y} · (1 − {y}))"


def _never_0(value):
    """Write a number to divide by: one close to 0 must not read as 0."""
    text = number_text(value, 3)
    if text != "0":
        return text
    return f"{value:.0e}".replace("-", "−") if value else "almost 0"


def bend_formula(names, one, name, loss, target):
    """Return the lines that carry blame from a unit's output back to its sum.

    Of a sigmoid before cross-entropy the two factors cancel to y − t, and that is what is calculated:
    the blame may be too large to write, the factor so small that it reads 0.
    """
    layer, unit = place_of(names, name)
    factor = one.bend_factor(layer, unit)
    activation, read = one.network.layers[layer].activation, to_read(name)
    symbols, letter = BENDS.get(activation.name, ("its slope", "z"))
    values = {"a": one.trace.outputs, "z": one.trace.sums, "": None}[letter]
    where = f" at {letter} = {number_text(float(values[layer][one.row, unit]), 3)}" if letter else ""
    product = f"{blame_text(one.output_blame(layer, unit), 3)} · {number_text(factor, 3)}"
    if layer + 2 == len(names) and loss.partner == activation.name:
        output = float(one.trace.output[one.row, 0])
        product = f"blame · bend factor = y − t = {number_text(output, 3)} − {number_text(target)}"
    return [
        f"bend factor of {activation} = {symbols} = {number_text(factor, 3)}{where}",
        f"blame of {read}’s sum = {product} = {number_text(one.sum_blame(layer, unit), 3)}",
    ]


def slope_formula(names, one, name):
    """Return the lines that lead to the slope of a weight or bias, for the example and for the mean."""
    start, end = name.split("-")
    layer, unit = place_of(names, end)
    value, symbol = (1.0, "1") if start == "b" else (one.trace.into(layer)[one.row, names[layer].index(start)], to_read(start))
    blame = one.sum_blame(layer, unit)
    symbols = f"blame of {to_read(end)}’s sum · {symbol}"
    numbers = f"{number_text(blame, 3)} · {factor_text(value, 3)} = {number_text(blame * value, 3)}"
    if one.examples == 1:
        return [f"slope = {symbols} = {numbers}"]
    return [f"slope for this example = {symbols}", f"  = {numbers}", _mean(names, one, name)]


def _mean(names, one, name):
    """Write the mean of the examples' slopes, and behind it what it is the mean of, if they are few.

    A narrow page cuts the end off, so the slope comes first.
    """
    start, end = name.split("-")
    layer, unit = place_of(names, end)
    blames = one.gradients.layers[layer].sums[:, unit] * one.examples
    values = 1.0 if start == "b" else one.trace.into(layer)[:, names[layer].index(start)]
    slopes = blames * values
    text = f"slope = {number_text(float(slopes.mean()), 3)}, mean of the {len(slopes)} examples"
    if len(slopes) > TERMS:
        return text
    terms = " ".join(f"{signed_text(s, 3) if i else number_text(s, 3)}" for i, s in enumerate(slopes))
    return f"{text}: ({terms}) / {len(slopes)}"


def update_formula(weight, rate, slope):
    """Return the line that moves a weight: the only one in which the rate has a part."""
    return (
        f"new = weight − rate · slope = {number_text(weight, 3)} − {number_text(rate, 3)} · "
        f"{factor_text(slope, 3)} = {number_text(weight - rate * slope, 3)}"
    )
