"""The smallest lab: one weight, one prediction, one loss."""

import pytest

from nnlib.explore import OneWeight
from tests.live.page_double import PageDouble


def test_the_loss_is_the_squared_distance_from_the_target():
    lab = OneWeight(input=2.0, target=-1.0, weight=0.5)
    assert (lab.prediction, lab.loss) == (1.0, 4.0)
    lab.weight = -0.5
    assert lab.loss == 0
    assert lab.state()["loss"] == 0


def test_dragging_the_bar_moves_the_weight_whatever_the_sign_of_the_input():
    for given in (2.0, -2.0, 0.5):
        lab = OneWeight(input=given, target=1.0)
        page = PageDouble(lab)
        before = lab.prediction
        page.say(type="nudge", name="prediction", x=-1, y=0)
        assert lab.prediction < before


def test_with_the_input_0_the_bar_stays_and_nothing_breaks():
    lab = OneWeight(input=0.0)
    page = PageDouble(lab)
    page.say(type="drag", name="prediction", x=10, y=10)
    assert page.shown["problem"] is None
    assert lab.prediction == 0


def test_reset_goes_back_to_the_first_weight():
    lab = OneWeight(weight=2.0)
    lab.weight = -1
    PageDouble(lab).say(type="press", name="reset")
    assert lab.weight == 2.0


@pytest.mark.parametrize("wrong", [3, float("nan"), "1", True])
def test_numbers_of_ones_own_lie_between_minus_2_and_2(wrong):
    with pytest.raises(ValueError, match="from −2 to 2"):
        OneWeight(input=wrong)
