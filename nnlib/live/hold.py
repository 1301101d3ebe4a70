"""What hands hold in a picture: a pair of numbers, a line, a kink, a piece that can be lifted.

A pair of numbers is a point: two weights as the tip of an arrow, two inputs as a place. A line is
where a weighted sum is 0: it is held at its point nearest to the origin, and only its bias moves.
With one input that place is a point on the axis, the kink of a ReLU.
"""

import numpy as np

from nnlib.drawing.pieces import kink_of
from nnlib.drawing.plane import foot_of_line, pulled_in
from nnlib.drawing.wording import number_text


def hold_pair(explorable, name, label, axes, names, scale=1.0):
    """Let a hand move the two numbers `names`, drawn at `scale` times their size."""

    def values():
        return [getattr(explorable, each) for each in names]

    def place():
        return pulled_in(scale * np.array(values()), *axes.get_xlim())

    def move(*where):
        for each, coordinate in zip(names, where, strict=True):
            setattr(explorable, each, explorable.control(each).clamp(coordinate / scale))

    explorable.add_handle(
        name, label, axes, place, move, lambda: ", ".join(map(number_text, values())), moves=tuple(names),
        step_by=lambda *steps: _add_steps(explorable, names, steps),
    )  # fmt: skip


def hold_line(explorable, name, label, axes, names):
    """Let a hand push a line along its normal; `names` are its two weights and its bias."""
    *weights, bias = names

    def values(of):
        return [getattr(explorable, each) for each in of]

    def place():
        foot = foot_of_line(*values(names))
        low, high = axes.get_xlim()
        return foot if foot is not None and ((low <= foot) & (foot <= high)).all() else None

    def move(x, y):
        setattr(explorable, bias, explorable.control(bias).clamp(-np.dot(values(weights), (x, y))))

    def step_by(right, up):
        along = np.sign(round(np.dot(values(weights), (right, up)), 9))
        _add_steps(explorable, [bias], [-along * max(abs(right), abs(up))])

    explorable.add_handle(
        name, label, axes, place, move, lambda: f"bias {number_text(getattr(explorable, bias))}", moves=(bias,),
        step_by=step_by,
    )  # fmt: skip


def hold_kink(explorable, name, label, axes, names, height):
    """Let a hand push a kink sideways; `names` are weight and bias, `height(x)` says how high it is drawn."""
    weight, bias = names

    def kink():
        return kink_of(*(getattr(explorable, each) for each in names))

    def place():
        x = kink()
        return (x, np.clip(height(x), *axes.get_ylim())) if _is_within(axes, x) else None

    def move(x, y):
        setattr(explorable, bias, explorable.control(bias).clamp(-getattr(explorable, weight) * x))

    def step_by(right, up):
        _add_steps(explorable, [bias], [-np.sign(getattr(explorable, weight)) * right])

    explorable.add_handle(
        name, label, axes, place, move, lambda: f"kink at {number_text(kink())}", moves=(bias,), step_by=step_by,
    )  # fmt: skip


def hold_lift(explorable, name, label, axes, names):
    """Let a hand lift a piece; `names` are weight, bias and output weight.

    It is held one unit of x beyond the kink, where its height is the output weight times |weight|.
    """
    lift = names[2]

    def place():
        weight, bias, output_weight = (getattr(explorable, each) for each in names)
        kink = kink_of(weight, bias)
        beyond = None if kink is None else kink + np.sign(weight)
        height = np.clip(output_weight * abs(weight), *axes.get_ylim())
        return (beyond, height) if _is_within(axes, beyond) else None

    def move(x, y):
        setattr(explorable, lift, explorable.control(lift).clamp(y / abs(getattr(explorable, names[0]))))

    explorable.add_handle(
        name, label, axes, place, move, lambda: f"output weight {number_text(getattr(explorable, lift))}",
        moves=(lift,), step_by=lambda right, up: _add_steps(explorable, [lift], [right + up]),
    )  # fmt: skip


def _add_steps(explorable, names, steps):
    """Move each of the numbers `names` by so many steps of its control."""
    for name, many in zip(names, steps, strict=True):
        if many:
            control = explorable.control(name)
            setattr(explorable, name, control.clamp(getattr(explorable, name) + many * control.step))


def _is_within(axes, x):
    low, high = axes.get_xlim()
    return x is not None and low <= x <= high
