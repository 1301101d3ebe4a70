"""From the movements of a pen to the 64 numbers that a network of digits takes in.

A network has seen nothing but pictures that were prepared in one certain way. So a drawing of your
own has to be prepared in just that way before it is shown: draw it, fit it into the frame, count
its ink. Leave out the fitting, and a network that reads 96 of 100 digits may read none of yours.

Source: E. Alpaydin and C. Kaynak (1998), Optical Recognition of Handwritten Digits, whose bitmaps of
32 × 32 dots were made by the programs of M. D. Garris et al. (1994), NIST Form-Based Handprint
Recognition System, NISTIR 5469, and then counted in blocks of 4 × 4. What `fit` does follows the
routines `norm_2nd_gen2`, `erode_charimage`, `dilate_charimage` and `shear_char` of its second
release.
"""

import numpy as np

from nnlib import checked

SIDE = 32  # dots along each side of a bitmap
BLOCK = 4  # dots along each side of a block that is counted
PEN = 3.0  # width of the pen's line, in dots
WIDTH = 20  # dots: every digit is made this wide, and as high as the bitmap
TOO_MUCH = 412, 560  # dots of ink: beyond the first number the line is made thinner, beyond the second twice
TOO_LITTLE = 256, 108  # likewise, below these, thicker
EDGE = 2  # rows at the top and bottom of a digit that say little about its slant
MOST = 2000  # points of a drawing


def draw(strokes, pen=PEN):
    """Draw `strokes` with a round pen `pen` dots wide; return the bitmap `(32, 32)` of True and False.

    Each stroke is a list of points (x, y) in dots, x to the right and y down from the upper left
    corner, 0 … 32; a single point makes a spot. What lies outside is cut off. Raises ValueError or
    TypeError when a stroke is not such a list.
    """
    reach = checked.number(pen, "pen", lowest=1, highest=SIDE) / 2
    lines = np.concatenate([np.empty((0, 2, 2)), *map(_lines, _checked_strokes(strokes))])
    return (_distances(lines[:, 0], lines[:, 1]) <= reach).any(axis=0)


def prepare(bitmap, centred=True):
    """Return a bitmap as inputs `(64,)` from 0 to 1, made as those of `data.digits`.

    With `centred=False` the ink is counted where it was drawn, in the size in which it was drawn.
    """
    bitmap = _checked_bitmap(bitmap)
    return count_ink(fit(bitmap) if centred else bitmap).ravel() / BLOCK**2


def fit(bitmap):
    """Fit a bitmap `(32, 32)` into the frame as the digits of the collection were.

    Cut out the box around the ink, stretch it to 20 × 32 dots whatever its shape, put it into the
    middle, bring its line to the usual thickness, and set it upright.
    """
    bitmap = _checked_bitmap(bitmap)
    return upright(with_usual_line(stretched(bitmap))) if bitmap.any() else bitmap


def stretched(bitmap):
    """Stretch the box around the ink to 20 × 32 dots, in the middle of a new bitmap.

    Width and height are stretched each for itself, so a plain 1 becomes a broad bar.
    """
    rows, columns = (np.flatnonzero(bitmap.any(axis=axis)) for axis in (1, 0))
    box = bitmap[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    margin = (SIDE - WIDTH) // 2
    new = np.zeros((SIDE, SIDE), dtype=bool)
    new[:, margin : margin + WIDTH] = box[np.ix_(_sampled(len(box), SIDE), _sampled(len(box.T), WIDTH))]
    return new


def with_usual_line(bitmap):
    """Take a dot off all around while there is much ink, or add one while there is little."""
    ink = bitmap.sum()
    for _ in range(sum(ink > limit for limit in TOO_MUCH)):
        bitmap = thinner(bitmap)
    for _ in range(sum(ink < limit for limit in TOO_LITTLE)):
        bitmap = thicker(bitmap)
    return bitmap


def thinner(bitmap):
    """Keep only ink that has ink above, below, left and right of it ("erosion")."""
    framed = np.pad(bitmap, 1)
    return bitmap & framed[:-2, 1:-1] & framed[2:, 1:-1] & framed[1:-1, :-2] & framed[1:-1, 2:]


def thicker(bitmap):
    """Add ink above, below, left and right of all ink ("dilation")."""
    framed = np.pad(bitmap, 1)
    return bitmap | framed[:-2, 1:-1] | framed[2:, 1:-1] | framed[1:-1, :-2] | framed[1:-1, 2:]


def upright(bitmap):
    """Push the rows sideways until the left ends of the ink at top and bottom stand in one line."""
    rows = np.flatnonzero(bitmap.any(axis=1))
    top, bottom = rows[0] + EDGE, rows[-1] - EDGE
    if bottom - top < 2 or not (bitmap[top].any() and bitmap[bottom].any()):
        return bitmap
    slant = (bitmap[top].argmax() - bitmap[bottom].argmax()) / (bottom - top)
    shifts = np.round((np.arange(SIDE) - SIDE // 2) * slant).astype(int)
    origin = np.arange(SIDE) - shifts[:, None]  # the column that each dot comes from
    return np.take_along_axis(bitmap, origin % SIDE, axis=1) & (origin >= 0) & (origin < SIDE)


def shifted(picture, down, right):
    """Move a picture `(rows, columns)` by whole dots; what leaves it is lost, what comes in is empty."""
    new = np.zeros_like(picture)
    (to_row, from_row), (to_column, from_column) = map(_overlap, picture.shape, (down, right))
    new[to_row, to_column] = picture[from_row, from_column]
    return new


def count_ink(bitmap):
    """Count the ink in each block of 4 × 4 dots: `(8, 8)` whole numbers from 0 to 16."""
    blocks = _checked_bitmap(bitmap).reshape(SIDE // BLOCK, BLOCK, SIDE // BLOCK, BLOCK)
    return blocks.sum(axis=(1, 3))


def _lines(points):
    """Return the straight lines of a stroke, `(lines, 2, 2)`; a single point is a line to itself."""
    ends = points[1:] if len(points) > 1 else points
    return np.stack([points[: len(ends)], ends], axis=1)


def _distances(starts, ends):
    """Return how far the middle of every dot is from every line, `(lines, 32, 32)`."""
    along = (ends - starts)[:, :, None, None]
    middles = np.stack(np.meshgrid(*2 * [np.arange(SIDE) + 0.5])) - starts[:, :, None, None]
    length = np.maximum((along**2).sum(axis=1), 1e-12)
    part = np.clip((middles * along).sum(axis=1) / length, 0, 1)  # how far along the nearest point is
    return np.hypot(*np.moveaxis(middles - part[:, None] * along, 1, 0))


def _sampled(old, new):
    """Say which of `old` rows each of `new` rows is taken from."""
    return ((np.arange(new) + 0.5) * old / new).astype(int)


def _overlap(size, by):
    """Return which part a shift by `by` goes to, and which part it comes from."""
    by = int(np.clip(by, -size, size))
    return slice(max(by, 0), size + min(by, 0)), slice(max(-by, 0), size - max(by, 0))


def _checked_strokes(strokes):
    if not isinstance(strokes, (list, tuple)):
        raise TypeError(
            f"strokes got {checked.shown(strokes)}, but takes a list of strokes, each a list of points; "
            "try [[(4, 4), (28, 28)]]."
        )
    strokes = [checked.finite(stroke, "a stroke") for stroke in strokes]
    for points in strokes:
        if points.ndim != 2 or points.shape[1] != 2 or not len(points):
            raise ValueError(
                f"A stroke has shape {points.shape}, but it takes points (x, y), shape (points, 2). "
                "Try [[(4, 4), (28, 28)]]: a list of strokes, each a list of points."
            )
    if sum(map(len, strokes)) > MOST:
        raise ValueError(f"The drawing has more than {MOST} points. Leave out points close to each other.")
    return strokes


def _checked_bitmap(bitmap):
    bitmap = checked.numbers(bitmap, "bitmap")
    if bitmap.shape != (SIDE, SIDE):
        raise ValueError(
            f"bitmap has shape {bitmap.shape}, but a drawing has {SIDE} × {SIDE} dots. Try draw(strokes)."
        )
    return bitmap.astype(bool)
