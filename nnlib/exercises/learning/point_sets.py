"""Seven small sets of points. On some of them the perceptron rule comes to rest, on others never.

All coordinates are whole numbers, so every sum is exact. Sets that are drawn here as a grid have
x₁ to the right and x₂ upwards.
"""

from nnlib.data import Data


def _drawn(*rows):
    """Read a drawing: `1` and `0` are points of that class, `.` is empty; the middle is (0, 0)."""
    rows = [row.split() for row in rows]
    middle_row, middle_column = len(rows) // 2, len(rows[0]) // 2
    points = [
        (column - middle_column, middle_row - row, int(mark))
        for row, marks in enumerate(rows)
        for column, mark in enumerate(marks)
        if mark != "."
    ]
    return Data([point[:2] for point in points], [point[2] for point in points])


sets = {
    "corner": _drawn(
        "0 0 1",
        "0 0 0",
        "0 0 0",
    ),
    "crowd": _drawn("1 1 1"),
    "diamond": _drawn(
        ". 1 .",
        "0 . 0",
        ". 1 .",
    ),
    "island": _drawn(
        "0 . 0",
        ". 1 .",
        "0 . 0",
    ),
    "lane": _drawn(
        ". . . 1 0",
        ". . 1 0 .",
        ". 1 0 . .",
        "1 0 . . .",
        "0 . . . .",
    ),
    "stripe": _drawn("0 1 0"),
    "twins": Data([(1, 1), (1, 1), (-1, -1)], [1, 0, 0]),
}
