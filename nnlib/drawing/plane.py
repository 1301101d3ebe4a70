"""The plane of two inputs: what a model answers everywhere, and the examples on it."""

import numpy as np
from matplotlib.patches import Polygon

from nnlib.drawing.theme import BLUE, GRID, INK, PAPER, VERMILION

STRONGEST = 0.45  # opacity of the strongest answer; the paper shines through the rest
BLUE_RGB, VERMILION_RGB = (
    tuple(int(colour[i : i + 2], 16) for i in (1, 3, 5)) for colour in (BLUE, VERMILION)
)


def field_colours(values):
    """Colour signed `values` of any shape: `(..., 4)` bytes, paper where the value is 0.

    Blue for positive, vermilion for negative, the more opaque the larger; ±4 is nearly full.
    """
    colours = np.empty((*np.shape(values), 4), dtype=np.uint8)
    colours[..., :3] = np.where((values >= 0)[..., None], BLUE_RGB, VERMILION_RGB)
    colours[..., 3] = 255 * STRONGEST * np.tanh(np.abs(values) / 2)
    return colours


def unit_field(activation, outputs):
    """Turn the outputs of units into values for `field_colours`: 0 where a unit is undecided.

    A unit that answers between 0 and 1 is undecided at a half, every other at 0.
    """
    halfway = activation.name in ("sigmoid", "step")
    return 6 * (outputs - 0.5) if halfway else 3 * outputs


class Plane:
    """Axes for two inputs, from `low` to `high` both ways, with an answer at every place."""

    def __init__(self, axes, low, high, cells=40):
        self.axes = axes
        axes.set(xlim=(low, high), ylim=(low, high), xlabel="input x₁", ylabel="input x₂")
        axes.locator_params(nbins=6, steps=[1, 5, 10], integer=True)
        axes.grid(True)
        middles = low + (np.arange(cells) + 0.5) * (high - low) / cells
        self.grid = np.stack(np.meshgrid(middles, middles), axis=-1).reshape(-1, 2)
        self.cells = cells
        self._field = axes.imshow(
            np.zeros((cells, cells, 4), np.uint8), extent=(low, high, low, high), origin="lower",
            interpolation="none", aspect="auto", zorder=0.5, animated=True,
        )  # fmt: skip

    def show_field(self, values):
        """Colour the plane by `values` at `self.grid`; 0 is the boundary."""
        self._field.set_data(field_colours(values.reshape(self.cells, self.cells)))


class Examples:
    """Examples of two classes: class 1 a disc, class 0 a ring; a wrong answer gets a cross."""

    def __init__(self, axes, size=13, moving=True):
        style = {"linestyle": "none", "marker": "o", "markersize": size, "zorder": 4, "animated": moving}
        (self._ones,) = axes.plot([], [], **style, color=BLUE, markeredgecolor=PAPER)
        (self._zeros,) = axes.plot(
            [], [], **style, markerfacecolor=PAPER, markeredgecolor=VERMILION, markeredgewidth=size / 4
        )
        (self._wrong,) = axes.plot(
            [], [], linestyle="none", marker="x", markersize=0.6 * size, markeredgewidth=2,
            color=INK, zorder=5, animated=moving,
        )  # fmt: skip

    def show(self, places, classes, wrong):
        """Place examples `(examples, 2)` with `classes` and `wrong`, both `(examples,)` bool."""
        self._ones.set_data(*places[classes].T)
        self._zeros.set_data(*places[~classes].T)
        self._wrong.set_data(*places[wrong].T)


class DividingLine:
    """The line on which w₁x₁ + w₂x₂ + b is exactly 0."""

    def __init__(self, axes, **style):
        style = {"color": INK, "linewidth": 2, "zorder": 3} | style
        (self._line,) = axes.plot([], [], animated=True, **style)
        self._reach = 2 * max(map(abs, (*axes.get_xlim(), *axes.get_ylim())))

    def show(self, w1, w2, bias):
        """Lay the line; with both weights 0 there is none."""
        foot = foot_of_line(w1, w2, bias)
        self._line.set_visible(foot is not None)
        if foot is not None:
            along = np.array([-w2, w1]) / np.hypot(w1, w2) * (self._reach + np.hypot(*foot))
            self._line.set_data(*np.transpose([foot - along, foot + along]))


def foot_of_line(w1, w2, bias):
    """Return the point of the dividing line nearest to the origin, or None if there is no line."""
    length = np.hypot(w1, w2)
    if length < 1e-9:
        return None
    return -bias / length * np.array([w1, w2]) / length


def pulled_in(place, low, high):
    """Return `place`, pulled towards the origin until it is in the square from `low` to `high`.

    So an arrow that is too long keeps its direction.
    """
    place = np.asarray(place, dtype=float)
    return place / max(1.0, (place / np.where(place < 0, low, high)).max())


class Arrow:
    """An arrow from the origin, drawn as one outline."""

    def __init__(self, axes, width=0.035, zorder=6):
        self._width = width
        self._patch = axes.add_patch(
            Polygon(np.zeros((7, 2)), facecolor=INK, edgecolor=PAPER, linewidth=1, zorder=zorder, animated=True)
        )

    def show(self, x, y):
        """Point to (x, y); an arrow without length is not seen."""
        length = np.hypot(x, y)
        self._patch.set_visible(bool(length > 1e-9))
        if length <= 1e-9:
            return
        head = min(6 * self._width, length)
        outline = np.array(
            [(0, 1), (length - head, 1), (length - head, 3), (length, 0)]
        ) * (1, self._width)  # fmt: skip
        outline = np.vstack([outline, outline[-2::-1] * (1, -1)])
        along = np.array([x, y]) / length
        across = np.array([-along[1], along[0]])
        self._patch.set_xy(outline[:, :1] * along + outline[:, 1:] * across)


def grid_lines(axes):
    """Draw thin lines through the origin, so that 0 is seen."""
    axes.axhline(0, color=GRID, linewidth=1.5, zorder=0.8)
    axes.axvline(0, color=GRID, linewidth=1.5, zorder=0.8)
