"""Lines, arrows and colours stand where the numbers say."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnlib.drawing.plane import Arrow, DividingLine, Examples, Plane, field_colours, foot_of_line
from nnlib.drawing.theme import BLUE, VERMILION, new_figure

weights = st.floats(-3, 3)


@pytest.fixture
def axes():
    axes = new_figure(200, 200).add_axes([0, 0, 1, 1])
    axes.set(xlim=(-2, 2), ylim=(-2, 2))
    return axes


@given(weights, weights, weights)
def test_every_point_of_the_line_has_the_sum_zero(w1, w2, bias):
    axes = new_figure(200, 200).add_axes([0, 0, 1, 1])
    axes.set(xlim=(-2, 2), ylim=(-2, 2))
    line = DividingLine(axes)
    line.show(w1, w2, bias)
    if np.hypot(w1, w2) < 1e-9:
        assert not line._line.get_visible()
        return
    points = line._line.get_xydata()
    scale = np.abs(points).max() * max(abs(w1), abs(w2)) + abs(bias)
    assert np.abs(points @ [w1, w2] + bias).max() <= 1e-9 * scale
    assert np.ptp(points, axis=0).max() >= 2  # it crosses the plane, not a piece of it


@given(weights, weights, weights)
def test_the_foot_is_the_nearest_point_of_the_line(w1, w2, bias):
    foot = foot_of_line(w1, w2, bias)
    if foot is None:
        assert np.hypot(w1, w2) < 1e-9
        return
    assert np.hypot(*foot) == pytest.approx(abs(bias) / np.hypot(w1, w2))
    assert foot @ [-w2, w1] == pytest.approx(0, abs=1e-6 * max(1, np.hypot(*foot)))


@pytest.mark.parametrize("tip", [(1, 1), (-0.5, 0.2), (0, -1.5), (0.01, 0)])
def test_the_arrow_points_to_its_tip(axes, tip):
    arrow = Arrow(axes)
    arrow.show(*tip)
    outline = arrow._patch.get_xy()
    reach = outline @ tip / np.hypot(*tip)
    assert outline[np.argmax(reach)] == pytest.approx(tip)
    assert outline[:-1].mean(axis=0) @ (-tip[1], tip[0]) == pytest.approx(0, abs=1e-12)  # symmetric


def test_an_arrow_without_length_is_not_seen(axes):
    arrow = Arrow(axes)
    arrow.show(0, 0)
    assert not arrow._patch.get_visible()


def test_colours_tell_the_sign_and_the_paper_shines_through_at_zero():
    values = np.array([[-5.0, -0.1], [0.0, 5.0]])
    colours = field_colours(values)
    assert colours.shape == (2, 2, 4)
    hexes = ["#%02x%02x%02x" % tuple(colour[:3]) for colour in colours.reshape(-1, 4)]
    assert hexes == [VERMILION, VERMILION, BLUE, BLUE]
    assert colours[1, 0, 3] == 0
    assert colours[0, 0, 3] == colours[1, 1, 3] > colours[0, 1, 3] > 0


def test_the_field_is_as_the_model_answers_at_each_place(axes):
    plane = Plane(axes, -2, 2, cells=8)
    assert plane.grid.shape == (64, 2)
    plane.show_field(plane.grid[:, 0] + 10 * plane.grid[:, 1])  # grows to the right, and more upwards
    shown = plane._field.get_array()
    assert plane._field.origin == "lower"
    assert tuple(shown[0, 0, :3]) == tuple(shown[0, -1, :3]) != tuple(shown[-1, 0, :3])


def test_examples_go_to_the_marks_of_their_class(axes):
    examples = Examples(axes)
    places = np.array([(0, 0), (0, 1), (1, 0), (1, 1)])
    examples.show(places, np.array([False, True, True, False]), wrong=np.array([True, False, False, False]))
    assert examples._ones.get_xydata().tolist() == [[0, 1], [1, 0]]
    assert examples._zeros.get_xydata().tolist() == [[0, 0], [1, 1]]
    assert examples._wrong.get_xydata().tolist() == [[0, 0]]
