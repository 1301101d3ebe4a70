"""Small pictures of 8 × 8 numbers side by side: handwritten digits, or the weights of units.

Digits look like scans: dark ink on paper that stays white in a dark theme too. Weights have the
colours of their signs, over the colour of the page.
"""

import numpy as np
from matplotlib.patches import Rectangle

from nnlib.drawing.plane import BLUE_RGB, VERMILION_RGB
from nnlib.drawing.theme import INK

SIDE = 8  # numbers along each side of a picture
GAP = 1  # between two pictures, in such numbers
FINE = 4  # dots along each side of a pixel: a browser smooths what it enlarges, so little is left to it
INK_GREY, PAPER_GREY = 27, 253  # of a scan
STRONG = 0.35  # of the largest weight: from here on a weight gets its sign written on it


def scans(inputs, side=SIDE):
    """Colour pictures of ink from 0 (none) to 1, `(pictures, 64)`: `(pictures, 8, 8, 4)` bytes.

    With another `side`, pictures of that size.
    """
    grey = PAPER_GREY + (INK_GREY - PAPER_GREY) * np.clip(inputs, 0, 1)
    grey = grey.astype(np.uint8).reshape(-1, side, side, 1)
    return np.concatenate([grey, grey, grey, np.full_like(grey, 255)], axis=-1)


def weight_pictures(weights):
    """Colour weights by their signs, `(pictures, 64)`: blue positive, vermilion negative, 0 nothing.

    Each picture is as strong as its own largest weight, so that its pattern can be seen.
    """
    weights = weights.reshape(-1, SIDE, SIDE)
    largest = np.abs(weights).max(axis=(1, 2), keepdims=True)
    colours = np.empty((*weights.shape, 4), dtype=np.uint8)
    colours[..., :3] = np.where((weights >= 0)[..., None], BLUE_RGB, VERMILION_RGB)
    colours[..., 3] = 255 * np.abs(weights) / np.maximum(largest, 1e-12)
    return colours


class Tiles:
    """`rows` × `columns` small pictures in one image, filled from the upper left."""

    def __init__(self, axes, rows, columns, below=GAP):
        self.axes, self.rows, self.columns = axes, rows, columns
        self._down, self._across = SIDE + below, SIDE + GAP
        height, width = rows * self._down, columns * self._across - GAP
        axes.set(xlim=(0, width), ylim=(height, 0))
        axes.set_axis_off()
        self._pixels = np.zeros((height, width, 4), np.uint8)
        self._image = axes.imshow(
            self._pixels, extent=(0, width, height, 0), interpolation="none", aspect="auto", animated=True
        )
        self._frame = axes.add_patch(
            Rectangle((0, 0), SIDE, SIDE, fill=False, edgecolor=INK, linewidth=2, zorder=5, animated=True)
        )
        axes.set_clip_on(False)
        self._frame.set_clip_on(False)

    def corner(self, number):
        """Return the upper left corner of a picture, in data coordinates."""
        row, column = divmod(number, self.columns)
        return column * self._across, row * self._down

    def show(self, pictures, framed=None):
        """Show `(pictures, 8, 8, 4)` bytes; `framed` is the number of the one that is looked at."""
        self._pixels = np.zeros_like(self._pixels)
        for number, picture in enumerate(pictures):
            x, y = self.corner(number)
            self._pixels[y : y + SIDE, x : x + SIDE] = picture
        self._image.set_data(_finer(self._pixels))
        self._frame.set_visible(framed is not None)
        if framed is not None:
            self._frame.set_xy(self.corner(framed))


class Lens:
    """One picture, large; `show_weights` writes its sign on every strong weight."""

    def __init__(self, axes, side=SIDE):
        axes.set(xlim=(0, side), ylim=(side, 0), xticks=[], yticks=[])
        self._nothing = np.zeros((side, side, 4), np.uint8)
        for spine in axes.spines.values():
            spine.set_visible(True)
        self._image = axes.imshow(
            self._nothing, extent=(0, side, side, 0), interpolation="none", aspect="auto", animated=True
        )
        self._signs = {
            sign: axes.plot(
                [], [], linestyle="none", marker=marker, color=INK, markersize=5, markeredgewidth=1.2, animated=True
            )[0]
            for sign, marker in {1: "+", -1: "_"}.items()
        }  # fmt: skip

    def show(self, picture):
        """Show `(side, side, 4)` bytes, or None for nothing."""
        self._image.set_data(_finer(self._nothing if picture is None else picture))

    def show_weights(self, weights):
        """Show weights `(64,)`, with their signs."""
        self.show(weight_pictures(weights)[0])
        weights = weights.reshape(SIDE, SIDE)
        for sign, line in self._signs.items():
            rows, columns = np.nonzero(sign * weights >= STRONG * max(np.abs(weights).max(), 1e-12))
            line.set_data(columns + 0.5, rows + 0.5)


def _finer(picture):
    return picture.repeat(FINE, axis=0).repeat(FINE, axis=1)
