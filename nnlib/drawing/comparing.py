"""One sentence on how a sketch and the truth differ, for curves and for straight lines.

The sentence names what a picture can be asked: where a curve ends and is lowest, where a line
crosses the axes, and which examples it puts on which side.
"""

import numpy as np

from nnlib.drawing.wording import number_text

REACH = 10.0  # where a line crosses an axis farther out, nobody can see
WIDE = 20  # from here on, nobody needs the decimals of a place along an axis
SMALLEST = 1e-9  # a weight below this is 0
ON = 0.02  # a case nearer to a line than this lies on it, as far as a hand can tell


def compare_curves(sketched_x, sketched_y, x, y, what="the curve", along="step"):
    """Compare a sketch with the curve through `x`, `y` (rising x), where both have values.

    `what` names the truth and `along` the x axis, as they should stand in the sentence. Values that
    are not finite are left out.
    """
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    known = np.isfinite(y) & (x >= sketched_x[0]) & (x <= sketched_x[-1])
    x, y = x[known], y[known]
    both = (sketched_x >= x.min()) & (sketched_x <= x.max()) if x.size else np.zeros(len(sketched_x), bool)
    if both.sum() < 2:
        return f"There is too little of {what} yet to compare your sketch with."
    at, guess = sketched_x[both], np.asarray(sketched_y)[both]
    truth = np.interp(at, x, y)
    yours, true = (place_text(places[np.argmin(heights)], at) for places, heights in ((at, guess), (x, y)))
    lowest = (
        f"Both are lowest at {along} {yours}." if yours == true
        else f"Your sketch is lowest at {along} {yours}, {what} at {along} {true}."
    )  # fmt: skip
    return (
        f"At {along} {place_text(at[-1], at)} your sketch is at {number_text(guess[-1])} and {what} at "
        f"{number_text(truth[-1])}. {lowest} On average they are {number_text(np.abs(guess - truth).mean())} apart."
    )


def place_text(place, places):
    """Write one of several places along an axis: whole numbers, where these are enough."""
    return number_text(place, 0 if np.ptp(places) >= WIDE else 2)


def compare_lines(ends_x, ends_y, line, examples, answers, whose="the neuron’s"):
    """Compare the line through two sketched ends with `line`, its w₁, w₂ and b (w₁x₁ + w₂x₂ + b = 0).

    A line says where the border is, not which side is which; so the sketch is read the way round
    that agrees with more of the `answers` (1 or 0) to the `examples (examples, 2)`. A case that is on
    both lines is where it was expected.
    """
    yours = line_through(ends_x, ends_y)
    if np.hypot(*line[:2]) < SMALLEST:
        return f"Your line {_course(yours)}. With both weights 0 the truth has no line at all."
    mine, true = (_distances(one, np.asarray(examples)) for one in (yours, line))
    on_both = np.maximum(np.abs(mine), np.abs(true)) < ON
    wanted = np.where(np.asarray(answers) == 1, 1, -1)
    same = max(int((on_both | (np.sign(mine) == way * wanted)).sum()) for way in (1, -1))
    return (
        f"Your line {_course(yours)}; {whose} {_course(line)}. "
        f"{same} of the {len(mine)} cases lie on the side you expected."
    )


def line_through(xs, ys):
    """Return w₁, w₂ and b of the line through two points."""
    (x0, x1), (y0, y1) = xs, ys
    w1, w2 = y0 - y1, x1 - x0
    return np.array([w1, w2, -(w1 * x0 + w2 * y0)])


def _distances(line, places):
    """Return how far each place is from a line, negative on its one side."""
    return (places @ line[:2] + line[2]) / np.hypot(*line[:2])


def _course(line):
    """Say where a line crosses the axes: each where the other input is 0."""
    w1, w2, bias = line
    if abs(bias) < SMALLEST and min(abs(w1), abs(w2)) < SMALLEST:
        return f"runs along the {'x₁' if abs(w1) < SMALLEST else 'x₂'} axis"
    return f"crosses the x₁ axis {_crossing(w1, bias)} and the x₂ axis {_crossing(w2, bias)}"


def _crossing(weight, bias):
    if abs(weight) < SMALLEST:
        return "nowhere"
    return "far outside" if abs(bias / weight) > REACH else f"at {number_text(-bias / weight)}"
