"""Two things that hands hold in a plane: a pair of numbers, and a line.

A pair of numbers is a point: two weights as the tip of an arrow, two inputs as a place. A line is
where a weighted sum is 0: it is held at its point nearest to the origin, and only its bias moves.
"""

import numpy as np

from nnlib.drawing.plane import foot_of_line
from nnlib.drawing.wording import number_text


def hold_pair(explorable, name, label, axes, names, scale=1.0):
    """Let a hand move the two numbers `names`, drawn at `scale` times their size."""

    def values():
        return [getattr(explorable, each) for each in names]

    def place():
        return np.clip(scale * np.array(values()), *axes.get_xlim())

    def move(*where):
        for each, coordinate in zip(names, where, strict=True):
            setattr(explorable, each, explorable.control(each).clamp(coordinate / scale))

    explorable.add_handle(
        name, label, axes, place, move, lambda: ", ".join(map(number_text, values())), moves=tuple(names),
        step=scale * explorable.control(names[0]).step,
    )  # fmt: skip


def hold_line(explorable, name, label, axes, names):
    """Let a hand push a line along its normal; `names` are its two weights and its bias."""
    *weights, bias = names
    control = explorable.control(bias)

    def values(of):
        return [getattr(explorable, each) for each in of]

    def place():
        foot = foot_of_line(*values(names))
        low, high = axes.get_xlim()
        return foot if foot is not None and ((low <= foot) & (foot <= high)).all() else None

    def move(x, y):
        setattr(explorable, bias, control.clamp(-np.dot(values(weights), (x, y))))

    def step_by(right, up):
        along = np.sign(round(np.dot(values(weights), (right, up)), 9))
        setattr(explorable, bias, control.clamp(getattr(explorable, bias) - along * control.step))

    explorable.add_handle(
        name, label, axes, place, move, lambda: f"bias {number_text(getattr(explorable, bias))}", moves=(bias,),
        step_by=step_by,
    )  # fmt: skip
