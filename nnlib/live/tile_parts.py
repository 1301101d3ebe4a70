"""Small pictures in rows and columns, as parts that the arrow keys and the mouse can choose."""

import numpy as np

from nnlib.drawing.tiles import SIDE
from nnlib.live.parts import Part


def tile_parts(tiles, count, name):
    """Make a Part for each of the first `count` pictures of `tiles`: "unit 1", "unit 2", …"""
    scale = tiles.axes.transData
    width, height = np.abs(np.diff(scale.transform([(0, 0), (SIDE, SIDE)]), axis=0)[0])
    parts = {}
    for number in range(count):
        middle = scale.transform(np.add(tiles.corner(number), SIDE / 2))
        own = f"{name} {number + 1}"
        parts[own] = Part(
            name=own, label=own, outline=(tuple(middle),), size=float(min(width, height)),
            beside=_neighbours(name, number, count, tiles.columns),
        )  # fmt: skip
    return parts


def _neighbours(name, number, count, columns):
    places = {
        "ArrowLeft": number - 1, "ArrowRight": number + 1,
        "ArrowUp": number - columns, "ArrowDown": number + columns,
    }  # fmt: skip
    return {key: f"{name} {place + 1}" for key, place in places.items() if 0 <= place < count}
