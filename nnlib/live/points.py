"""Points of two classes that hands may move, add, delete and relabel.

They are kept as text, x₁, x₂ and class of one point after the other: `0,0,0,1,1,1` is class 0 at
(0, 0) and class 1 at (1, 1). So they are part of a share string like any other control.
"""

import numpy as np

from nnlib.data import Data
from nnlib.live.controls import numbers_in, numbers_text

STEP = 0.25  # hands place points on quarters: easy to calculate with, and stored exactly


def points_text(points):
    """Write Data with two features and the classes 0 and 1 as text."""
    return numbers_text(np.column_stack([points.inputs, points.labels]).ravel())


def points_in(text, reach, most):
    """Read such a text as Data.

    Raises ValueError when it holds no points or more than `most`, when one lies further out than
    `reach`, or when a class is neither 0 nor 1.
    """
    numbers = numbers_in(text)
    if not numbers or len(numbers) % 3:
        raise ValueError("Points are written as x₁, x₂ and class, one after the other. Try 0,0,0,1,1,1.")
    return checked(Data(np.reshape(numbers, (-1, 3))[:, :2], numbers[2::3]), reach, most)


def checked(points, reach, most):
    """Return the Data `points`. Raises ValueError or TypeError when they are none for a plane."""
    if not isinstance(points, Data):
        raise TypeError(f"These points are {type(points).__name__}, not Data. Try Data([[0, 0], [1, 1]], [0, 1]).")
    if points.inputs.shape[1] != 2 or points.targets.shape[1] != 1:
        raise ValueError(
            f"A plane shows points with 2 features and 1 target; these have {points.inputs.shape[1]} and "
            f"{points.targets.shape[1]}. Try Data([[0, 0], [1, 1]], [0, 1])."
        )
    if len(points) > most:
        raise ValueError(f"{len(points)} points are too many to follow one by one. Try up to {most}.")
    if not np.isin(points.targets, (0, 1)).all():
        raise ValueError("A class is neither 0 nor 1. Try (targets > 0) * 1.")
    if np.abs(points.inputs).max() > reach:
        raise ValueError(
            f"A point lies outside the plane, which goes from −{reach:g} to {reach:g} both ways. "
            "Try dividing the inputs."
        )
    return points


def moved(points, which, x, y, reach):
    """Return the points with one of them at (x, y), brought onto quarters and into the plane."""
    inputs = points.inputs.copy()
    inputs[which] = np.clip(np.round(np.divide([x, y], STEP)) * STEP, -reach, reach)
    return Data(inputs, points.targets)


def added(points, x, y, label, reach):
    """Return the points with one more of class `label` at the end."""
    more = Data(np.vstack([points.inputs, (0, 0)]), np.append(points.targets, label))
    return moved(more, len(points), x, y, reach)


def without(points, which):
    """Return the points but for one."""
    return Data(np.delete(points.inputs, which, axis=0), np.delete(points.targets, which))


def relabelled(points, which):
    """Return the points with one of them in the other class."""
    targets = points.targets.copy()
    targets[which] = 1 - targets[which]
    return Data(points.inputs, targets)


def free_place(points, reach):
    """Return the place on a grid of halves that is farthest from all points."""
    halves = np.arange(-2 * reach + 1, 2 * reach) / 2
    places = np.stack(np.meshgrid(halves, halves), axis=-1).reshape(-1, 1, 2)
    nearest = ((places - points.inputs) ** 2).sum(axis=2).min(axis=1)
    return places[nearest.argmax(), 0]
