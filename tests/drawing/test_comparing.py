"""The sentence about a sketch says what is true of both."""

import numpy as np
import pytest

from nnlib import Perceptron, data
from nnlib.drawing.comparing import compare_curves, compare_lines, line_through

CASES = data.gate("AND").inputs


def answers(line):
    return Perceptron(line[:2], line[2]).predict(CASES)


def test_curves_are_compared_at_their_end_at_their_lowest_and_on_average():
    at = np.array([0.0, 50, 100, 150, 200])
    steps = np.arange(101)  # the run was shorter than the sketch
    text = compare_curves(at, [1, 0.5, 0, 0, 0], steps, 1 - steps / 200, what="the validation loss")
    assert "At step 100 your sketch is at 0 and the validation loss at 0.5." in text
    assert "Both are lowest at step 100." in text
    assert "On average they are 0.25 apart." in text  # (0 + 0.25 + 0.5) / 3


def test_a_curve_that_turns_is_said_to_turn():
    at = np.linspace(0, 10, 11)
    text = compare_curves(at, 10 - at, at, (at - 4) ** 2, what="the loss", along="epoch")
    assert "Your sketch is lowest at epoch 10, the loss at epoch 4." in text


def test_the_lowest_place_is_that_of_the_curve_itself_and_gaps_are_left_out():
    steps = np.arange(0.0, 401)
    losses = np.abs(steps - 137)
    losses[50:60] = np.nan
    text = compare_curves(np.linspace(0, 400, 7), np.arange(7), steps, losses, what="the loss")
    assert "Your sketch is lowest at step 0, the loss at step 137." in text
    assert "nan" not in text


def test_a_place_has_decimals_only_where_they_are_needed():
    places = np.linspace(0, 500, 7)
    text = compare_curves(places, 500 - places, places[:-1], places[:-1])
    assert "At step 417 " in text
    assert "At step 0.83 " in compare_curves(places / 500, places, places[:-1] / 500, places[:-1])


@pytest.mark.parametrize("steps", [[], [3]])
def test_without_a_curve_there_is_nothing_to_compare(steps):
    assert "too little of the loss" in compare_curves(np.arange(3.0), [1, 1, 1], steps, steps, what="the loss")


def test_lines_are_compared_where_they_cross_the_axes_and_by_the_cases():
    line = np.array([1, 1, -0.5])  # OR
    text = compare_lines([1.5, 0], [0, 1.5], line, CASES, answers(line))
    assert "Your line crosses the x₁ axis at 1.5 and the x₂ axis at 1.5;" in text
    assert "the neuron’s crosses the x₁ axis at 0.5 and the x₂ axis at 0.5." in text
    assert "2 of the 4 cases" in text


@pytest.mark.parametrize("ends", [([0, 1.5], [1.5, 0]), ([1.5, 0], [0, 1.5])])
def test_the_direction_of_a_stroke_makes_no_difference(ends):
    line = np.array([1, 1, -1.5])
    assert "4 of the 4 cases" in compare_lines(*ends, line, CASES, answers(line))
    assert "4 of the 4 cases" in compare_lines(*ends, -line, CASES, answers(-line))


@pytest.mark.parametrize(
    ("ends", "course"),
    [
        (([-1, 1], [0.5, 0.5]), "crosses the x₁ axis nowhere and the x₂ axis at 0.5"),
        (([-1, 1], [0.5, 0.51]), "crosses the x₁ axis far outside and the x₂ axis at 0.5"),
        (([-1, 1], [0, 0]), "runs along the x₁ axis"),
        (([0, 0], [-1, 1]), "runs along the x₂ axis"),
    ],
)
def test_a_level_or_upright_line_is_named_as_what_it_is(ends, course):
    line = np.array([1, 1, -1.5])
    assert f"Your line {course}" in compare_lines(*ends, line, CASES, answers(line))


def test_a_neuron_without_a_line_is_not_compared():
    assert "no line at all" in compare_lines([0, 1], [0, 2], np.array([0, 0, 1.0]), CASES, [1, 1, 1, 1])


def test_a_case_on_the_line_is_on_neither_side():
    line = np.array([1, 1, -1.5])
    assert "3 of the 4 cases" in compare_lines([0, 0.5], [2, 1.5], line, CASES, answers(line))


@pytest.mark.parametrize("line", [(3, 3, -3), (1, -1, 0), (0, 1, 0), (2, 1, -1)])
def test_a_sketch_that_is_the_line_itself_has_every_case_where_it_should_be(line):
    w1, w2, bias = np.array(line, dtype=float)
    foot, along = -bias * np.array([w1, w2]) / (w1**2 + w2**2), np.array([w2, -w1])
    ends = np.transpose([foot - along, foot + along]) + 0.001  # by hand, with a case or two on the line
    assert "4 of the 4 cases" in compare_lines(*ends, np.array(line), CASES, answers(np.array(line)))


def test_the_line_through_two_points_is_0_at_both():
    w1, w2, b = line_through([0.3, -1], [2, 0.7])
    assert w1 * 0.3 + w2 * 2 + b == pytest.approx(0)
    assert -w1 + w2 * 0.7 + b == pytest.approx(0)
