"""Bars, tables, lamps and curves hold the numbers they were given."""

import numpy as np
import pytest

from nnlib.drawing.curves import KEPT, Curve, LossAxes
from nnlib.drawing.lamp import Lamp
from nnlib.drawing.sum_bar import SumBar
from nnlib.drawing.theme import BLUE, VERMILION, new_figure
from nnlib.drawing.truth_table import TruthTable
from nnlib.drawing.wording import factor_text, number_text, sign_true_text, signed_text, subscript
from nnlib.training import Step


@pytest.fixture
def axes():
    return new_figure(300, 200).add_axes([0, 0, 1, 1])


@pytest.mark.parametrize(
    ("value", "text"),
    [(3, "3"), (-0.5, "−0.5"), (0.25, "0.25"), (-0.001, "0"), (0.125, "0.12"), (-1e7, "−1.0e+07"), (100, "100")],
)
def test_numbers_are_short_and_have_a_true_minus(value, text):
    assert number_text(value) == text


def test_a_negative_factor_stands_in_brackets():
    assert (factor_text(-0.2), factor_text(0.2), factor_text(-0.0)) == ("(−0.2)", "0.2", "0")


def test_a_hair_below_zero_does_not_read_as_zero():
    assert [sign_true_text(value) for value in (0.7 + 0.1 - 0.8, 0.0, -0.5)] == ["−1e-16", "0", "−0.5"]


def test_further_terms_carry_their_sign():
    assert (signed_text(-2), signed_text(0.5), subscript("w", 12)) == ("− 2", "+ 0.5", "w₁₂")


def test_laid_head_to_tail_the_terms_end_at_their_sum(axes):
    bars = SumBar(axes, ["a", "b", "c"], reach=6)
    terms = np.array([2.0, -3.0, 0.5])
    bars.show(terms)
    *parts, total = [(bar.get_x(), bar.get_x() + bar.get_width()) for bar in bars._bars]
    assert parts == [(0, 2), (2, -1), (-1, -0.5)]
    assert total == (0, -0.5)
    assert [text.get_text() for text in bars._texts] == ["2", "−3", "0.5", "−0.5"]


def test_before_they_are_added_all_products_begin_at_zero(axes):
    bars = SumBar(axes, ["a", "b"], reach=6)
    bars.show(np.array([2.0, -3.0]), together=0, sum_shown=False)
    assert [bar.get_x() for bar in bars._bars[:2]] == [0, 0]
    assert not bars._bars[2].get_visible()


def test_a_growing_bar_has_no_number_yet(axes):
    bars = SumBar(axes, ["a", "b"], reach=6)
    bars.show(np.array([2.0, -3.0]), grown=0.5, together=0, sum_shown=False)
    assert [bar.get_width() for bar in bars._bars[:2]] == [1.0, -1.5]
    assert not any(text.get_visible() for text in bars._texts)


def test_a_negative_bar_is_told_by_colour_and_by_hatching(axes):
    bars = SumBar(axes, ["a", "b"], reach=6)
    bars.show(np.array([2.0, -3.0]))
    assert [bar.get_hatch() for bar in bars._bars] == [None, "////", "////"]


@pytest.mark.parametrize("value", [1e5, -1e5])
def test_a_bar_that_runs_off_keeps_its_number_in_sight(axes, value):
    bars = SumBar(axes, ["a"], reach=6)
    bars.show(np.array([value]))
    assert abs(bars._texts[0].get_position()[0]) <= 6.2
    assert bars._texts[0].get_text()[-1] in "→←"  # and says that the bar goes on


def test_the_table_marks_rows_that_disagree(axes):
    table = TruthTable(axes, [(0, 0), (1, 1)])
    table.show([-1.5, 0.5], [False, True], [False, False], here=1)
    assert [mark.get_text() for mark in table._marks] == ["✓", "✗"]
    assert [text.get_text() for text in table._sums] == ["−1.5", "0.5"]
    assert [answer.get_markeredgecolor() for answer in table._answers] == [VERMILION, BLUE]
    assert table._here.get_visible()


def test_a_lamp_is_told_by_its_filling_too(axes):
    lamp = Lamp(axes)
    lamp.show(True, "on")
    full = lamp._light.get_markerfacecolor()
    lamp.show(False, "off")
    assert lamp._light.get_markerfacecolor() != full


def test_a_long_curve_stays_light_and_whole(axes):
    curve = Curve(axes, "loss")
    for x in range(20 * KEPT):
        curve.add(x, 1 / (x + 1))
    curve.draw()
    xs = curve.line.get_xdata()
    assert KEPT / 2 <= len(xs) <= KEPT
    assert xs[0] == 0
    assert xs[-1] > 19 * KEPT


def test_a_loss_that_is_no_number_leaves_a_gap(axes):
    curve = Curve(axes, "loss")
    for x, y in enumerate([1, np.inf, np.nan, 2]):
        curve.add(x, y)
    curve.draw()
    assert np.isnan(curve.line.get_ydata()).tolist() == [False, True, True, False]


def test_the_loss_of_an_epoch_is_the_mean_of_its_batches(axes):
    loss = LossAxes(axes, steps=4)
    for number, (epoch, batch) in enumerate([(0, 8.0), (0.5, 6.0), (1, 2.0), (1.5, 2.0), (2, 1.0)]):
        loss.add(Step(number, epoch, batch, validation_loss=float(epoch)))
    assert loss._training.points == [(0, 8.0), (1.5, 4.0), (3.5, 1.5)]  # in the middle of their epochs
    assert loss._validation.points == [(0, 0.0), (2, 1.0), (4, 2.0)]


def test_axes_stand_still_until_they_are_full(axes):
    loss = LossAxes(axes, steps=4)
    limits = []
    for number in range(20):
        loss.add(Step(number, number / 7, 1.0))
        limits.append((axes.get_xlim(), axes.get_ylim()))
    assert len(set(limits)) == 4  # 4, 8, 16, 32 steps
