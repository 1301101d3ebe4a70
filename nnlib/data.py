"""Data to learn from: small sets of points, the logic gates, and real handwritten digits.

Every maker takes a seed, so the same call gives the same data on every machine. Inputs are
`(examples, features)` and targets `(examples, outputs)`; classes are one column of 0 and 1, or one
column for each class with a single 1 in every row ("one-hot").
"""

import hashlib
import io
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from nnlib import checked

MOST = 1_000_000  # points that a maker draws at once
DIGITS = Path(__file__).with_name("digits.npz")
DIGITS_SHA256 = "af104d81e7cd419be5f343d23c6ca2e4e4ff847b06636260802df8e903c6183f"


@dataclass(frozen=True, eq=False)
class Data:
    """Hold examples: `inputs (examples, features)`, `targets (examples, outputs)`, class `names`.

    Both arrays are copied as floats; targets `(examples,)` become a column. Raises ValueError or
    TypeError when they are not finite numbers or do not belong together.
    """

    inputs: np.ndarray
    targets: np.ndarray
    names: tuple = ()

    def __post_init__(self):
        inputs = checked.finite(self.inputs, "inputs")
        targets = checked.finite(self.targets, "targets")
        targets = targets[:, None] if targets.ndim == 1 else targets
        tables = inputs.ndim == targets.ndim == 2 and inputs.size > 0 and targets.size > 0
        if not tables or len(inputs) != len(targets):
            raise ValueError(
                f"inputs have shape {inputs.shape} and targets {targets.shape}, but data takes (examples, "
                "features) and (examples, outputs) with at least one example. Try "
                "inputs.reshape(len(targets), -1)."
            )
        object.__setattr__(self, "inputs", inputs)
        object.__setattr__(self, "targets", targets)
        object.__setattr__(self, "names", _checked_names(self.names, max(2, targets.shape[1])))

    @property
    def labels(self):
        """The class of each example as a whole number, `(examples,)`."""
        return labels(self.targets)

    def rows(self, rows):
        """Return the Data made of these rows only."""
        return Data(self.inputs[rows], self.targets[rows], self.names)

    def __len__(self):
        return len(self.inputs)

    def __repr__(self):
        features, outputs = self.inputs.shape[1], self.targets.shape[1]
        return f"Data(examples={len(self)}, features={features}, outputs={outputs})"


def labels(outputs):
    """Return the class each row of outputs or targets stands for, `(examples,)`.

    One column: 1 from 0.5 on, else 0. Several columns: the number of the largest.
    """
    outputs = outputs.reshape(len(outputs), -1)
    return outputs.argmax(axis=1) if outputs.shape[1] > 1 else (outputs[:, 0] >= 0.5).astype(int)


def one_hot(labels, classes):
    """Return targets `(examples, classes)` with a single 1 in each row, at the label.

    Raises ValueError when a label is not one of 0 … classes - 1.
    """
    labels = checked.numbers(labels, "labels")
    plain = labels.ndim == 1 and labels.size > 0 and labels.dtype.kind in "iu"
    if not plain or labels.min() < 0 or labels.max() >= classes:
        raise ValueError(
            f"labels got {checked.shown(labels)}, but {classes} classes take a list of whole numbers from 0 "
            f"to {classes - 1}. Try numbering the classes from 0, or more outputs."
        )
    return np.eye(classes)[labels]


def split(data, fraction=0.2, seed=0):
    """Return two Data, shuffled: the larger rest, and `fraction` of each class, held out.

    Taking the same share of every class ("stratified") keeps both parts alike. Raises ValueError
    when one part would be empty.
    """
    if not isinstance(data, Data):
        raise TypeError(f"split got {checked.shown(data)}, but it takes Data; try Data(inputs, targets).")
    fraction = checked.number(fraction, "fraction", lowest=0, highest=1)
    return _split(data, fraction, checked.generator(seed))


def gate(name):
    """Return the truth table of "AND", "OR", "NAND" or "XOR": rows 00, 01, 10, 11."""
    tables = {"AND": (0, 0, 0, 1), "OR": (0, 1, 1, 1), "NAND": (1, 1, 1, 0), "XOR": (0, 1, 1, 0)}
    return Data([(0, 0), (0, 1), (1, 0), (1, 1)], checked.choice(name, tables, "gate"))


def blobs(n=200, noise=0.2, seed=0, radius=5.0):
    """Draw two round clouds, class 1 at the upper right; `noise` is their spread.

    For this and the sets below: `n` points, half of them of each class, in random order. `noise`
    is the standard deviation of the shift given to every point, as a part of `radius`; `radius`
    is about half the width of the picture.
    """

    def draw(label, count, rng):
        return np.full((count, 2), 0.5 if label else -0.5)

    return _two_classes(draw, n, noise, seed, radius)


def circles(n=200, noise=0.05, seed=0, radius=5.0):
    """Draw a disc, class 1, inside a ring, class 0."""

    def draw(label, count, rng):
        nearest, farthest = (0, 0.5) if label else (0.7, 1)
        return _around(rng.uniform(nearest, farthest, count), rng.uniform(0, 2 * np.pi, count))

    return _two_classes(draw, n, noise, seed, radius)


def moons(n=200, noise=0.1, seed=0, radius=3.0):
    """Draw two half circles of this radius that reach into each other; class 1 is the lower one."""

    def draw(label, count, rng):
        arc = _around(1, rng.uniform(0, np.pi, count)) - (0.5, 0.25)
        return -arc if label else arc

    return _two_classes(draw, n, noise, seed, radius)


def spiral(n=200, noise=0.0, seed=0, radius=5.0):
    """Draw two spiral arms, each going around 1.75 times, class 1 opposite to class 0."""

    def draw(label, count, rng):
        along = np.arange(count) / count
        return _around(along, 1.75 * 2 * np.pi * along + np.pi * label)

    return _two_classes(draw, n, noise, seed, radius)


def checkerboard(n=200, noise=0.0, seed=0, radius=5.0, squares=4):
    """Draw points all over a board of `squares` × `squares`, the colour being the class."""
    squares = checked.whole(squares, "squares", lowest=2, highest=20)

    def draw(label, count, rng):
        squares_of_label = np.argwhere(np.indices((squares, squares)).sum(axis=0) % 2 == label)
        return (rng.choice(squares_of_label, count) + rng.uniform(size=(count, 2))) * 2 / squares - 1

    return _two_classes(draw, n, noise, seed, radius)


def digits(split="random", seed=0):
    """Return (training, test): 1,797 real handwritten digits, 8 × 8 pixels from 0 to 1, one-hot.

    "random" holds out a fifth of each digit at random, by `seed`. "order" holds out the last fifth
    in the order of the collection: mostly other people's handwriting, so the harder and more honest
    test.

    Source: E. Alpaydin and C. Kaynak (1998), Optical Recognition of Handwritten Digits, UCI Machine
    Learning Repository, doi 10.24432/C50P49, licence CC BY 4.0; the part distributed with
    scikit-learn, its pixels (0 … 16) and its order unchanged. Raises OSError when the file is
    missing or damaged.
    """
    way = checked.choice(split, {"random": _split, "order": _split_in_order}, "split")
    return way(_stored_digits(), 0.2, checked.generator(seed))


def _around(distance, angle):
    """Return points `(count, 2)` at this distance from the middle, in this direction."""
    return np.column_stack([distance * np.cos(angle), distance * np.sin(angle)])


def _two_classes(draw, n, noise, seed, radius):
    """Make Data from `draw(label, count, rng)`, which gives points of one class for radius 1."""
    n = checked.whole(n, "n", lowest=2, highest=MOST)
    noise = checked.number(noise, "noise", lowest=0, highest=1000)
    radius = checked.number(radius, "radius", lowest=0, highest=1000)
    rng = checked.generator(seed)
    targets = np.arange(n) >= n - n // 2
    points = np.concatenate([draw(0, n - n // 2, rng), draw(1, n // 2, rng)])
    points = radius * (points + rng.normal(0, noise, points.shape))
    order = rng.permutation(n)
    return Data(points[order], targets[order])


def _split(data, fraction, rng):
    held_out = np.zeros(len(data), dtype=bool)
    for label in np.unique(data.labels):
        rows = rng.permutation(np.flatnonzero(data.labels == label))
        held_out[rows[: round(fraction * len(rows))]] = True
    if held_out.all() or not held_out.any():
        raise ValueError(
            f"fraction got {fraction:g}, which leaves one part of these {len(data)} examples empty. "
            "Try 0.5, or more examples."
        )
    return tuple(data.rows(rng.permutation(np.flatnonzero(part))) for part in (~held_out, held_out))


def _split_in_order(data, fraction, rng):
    first = len(data) - round(fraction * len(data))
    return data.rows(slice(first)), data.rows(slice(first, None))


def _stored_digits(path=DIGITS):
    content = path.read_bytes() if path.exists() else b""
    if hashlib.sha256(content).hexdigest() != DIGITS_SHA256:
        state = "damaged" if content else "missing"
        raise OSError(
            f"The file of handwritten digits, {path.name}, is {state}. Install nnlib again to get it back."
        )
    with np.load(io.BytesIO(content), allow_pickle=False) as stored:
        return Data(stored["images"] / 16, one_hot(stored["labels"], 10))


def _checked_names(names, classes):
    texts = isinstance(names, (list, tuple)) and all(isinstance(name, str) for name in names)
    if not texts or len(names) not in (0, classes):
        raise ValueError(
            f"names got {checked.shown(names)}, but there are {classes} classes. Give a list with one text "
            "for each, or leave it out."
        )
    return tuple(names) or tuple(str(label) for label in range(classes))
