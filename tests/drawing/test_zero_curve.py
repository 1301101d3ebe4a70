"""The drawn curve lies where the values are 0, all of it, and nowhere else."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nnlib.drawing.bend_curve import stretches
from nnlib.drawing.window import LARGEST, SMALLEST, window_for
from nnlib.drawing.zero_curve import zero_segments

TICKS = np.linspace(-2, 2, 41)
PLACES = np.stack(np.meshgrid(TICKS, TICKS), axis=-1)
numbers = st.floats(-3, 3)


@settings(max_examples=100, deadline=None)
@given(numbers, numbers, numbers)
def test_a_line_is_found_exactly(w1, w2, bias):
    values = PLACES @ [w1, w2] + bias
    ends = zero_segments(PLACES, values).reshape(-1, 2)
    assert np.abs(ends @ [w1, w2] + bias).max(initial=0) < 1e-9
    assert len(ends) > 0 or (values >= 0).all() or (values < 0).all()


def test_a_circle_is_closed_and_as_long_as_a_circle():
    pieces = zero_segments(PLACES, (PLACES**2).sum(axis=-1) - 1.1)
    length = np.linalg.norm(pieces[:, 0] - pieces[:, 1], axis=1).sum()
    assert length == pytest.approx(2 * np.pi * np.sqrt(1.1), rel=0.005)
    _, times = np.unique(pieces.reshape(-1, 2).round(6), axis=0, return_counts=True)
    assert (times == 2).all()  # every end meets one other


@given(st.lists(st.tuples(numbers, numbers).map(lambda pair: np.multiply(pair, 9)), max_size=9))
def test_the_window_holds_its_points(points):
    places = np.reshape(points, (-1, 2))
    low, high = window_for(places)
    assert SMALLEST <= high <= LARGEST
    assert low < 0
    assert (places >= low).all()
    assert (places <= high).all()


def test_stretches_are_found_at_both_ends_and_in_the_middle():
    marked = np.array([True, True, False, True, False, True])
    assert stretches(np.arange(6), marked) == [(0, 1), (3, 3), (5, 5)]
    assert stretches(np.arange(6), ~np.ones(6, bool)) == []
