"""A walk and its arrow stay where a browser can draw them, and point where they should."""

import numpy as np
import pytest

from nnlib.drawing.theme import new_figure
from nnlib.drawing.walk import Pointer, Walk, within_reach


@pytest.fixture
def axes():
    axes = new_figure(400, 200).add_axes([0.25, 0, 0.5, 1])  # 200 by 200 pixels
    axes.set(xlim=(0, 10), ylim=(0, 1))
    return axes


def test_far_places_are_brought_near_and_near_ones_stay(axes):
    near = [(-3.0, 0.5), (12.0, -1.0)]
    assert (within_reach(axes, near) == near).all()
    far = within_reach(axes, [(1e300, -np.inf), (-1e9, np.inf)])
    assert np.isfinite(far).all()
    assert np.abs(far).max() < 1e4
    inside = (far > (0, 0)) & (far < (10, 1))
    assert not inside.any()


def test_dots_that_would_cover_each_other_are_drawn_once(axes):
    walk = Walk(axes)
    creeping = np.column_stack([np.linspace(1, 2, 1000), np.full(1000, 0.5)])
    walk.show(creeping, here=creeping[-1])
    assert len(walk._dots.get_xdata()) < 10
    jumping = [(1, 0.5), (9, 0.5)] * 3
    walk.show(jumping, here=jumping[-1], goal=(3, 0.2))
    assert walk._dots.get_xydata() == pytest.approx(np.array(jumping))
    assert walk._next.get_xydata() == pytest.approx(np.array([(3, 0.2)]))


def test_the_arrow_ends_where_it_is_told_and_keeps_its_angle_in_pixels(axes):
    arrow = Pointer(axes)
    arrow.show((0, 0), (5, 0.5))
    assert arrow._patch.get_xy()[3] == pytest.approx([100, 100])
    arrow.show((0, 0), (1, 0.1), length=50)
    assert arrow._patch.get_xy()[3] == pytest.approx(50 * np.array([1, 1]) / np.sqrt(2))
    arrow.show((2, 0.5), (2, 0.5))
    assert not arrow._patch.get_visible()


def test_an_arrow_looks_the_same_at_any_resolution(axes):
    """Its outline is in pixels of the page, so a still picture of twice the size must scale it."""
    arrow = Pointer(axes)
    arrow.show((0, 0), (5, 0.5))
    tip = {}
    for dots in (72, 144):
        axes.figure.set_dpi(dots)
        tip[dots] = arrow._patch.get_transform().transform(arrow._patch.get_xy()[3])
    assert tip[144] == pytest.approx(2 * tip[72])
