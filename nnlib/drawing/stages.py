"""The order of things in one step of training: forward, loss, back, update.

A stage is a pair: what happens, and to which unit or weight it happens.
"""

from nnlib.drawing.unit_names import bias_name, edge_name

BACKWARD = ("blame", "bend", "slope")  # what happens on the way back


def stages_of_step(names):
    """List all stages of one step through a network whose units have these `names`.

    Forward, every unit gets a `value`; then comes the `loss`. On the way back, layer by layer, every
    unit gets its `blame`, the `bend` turns it into that of its sum, and every weight and bias gets
    its `slope`. Only then the `update` moves anything.
    """
    units = [unit for layer in names[1:] for unit in layer]
    stages = [("input", names[0][0]), *(("value", unit) for unit in units), ("loss", "loss")]
    for before, after in reversed(list(zip(names, names[1:]))):
        stages += [pair for unit in after for pair in (("blame", unit), ("bend", unit))]
        stages += [
            ("slope", name) for end in after for name in (*(edge_name(start, end) for start in before), bias_name(end))
        ]
    return [*stages, ("update", stages[-1][1])]
