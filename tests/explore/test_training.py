"""Training in the picture, in a cell and in time go together."""

import numpy as np
import pytest

from nnlib import SGD, Adam, Data, Network, Perceptron, data, train
from nnlib.explore import LossCurve, Training
from tests.live.page_double import PageDouble


def test_training_in_a_cell_is_never_undone_by_the_scrubber_or_by_play():
    lab = Training()
    page = PageDouble(lab)
    for _ in range(5):
        page.say(type="step")
    for _ in train(lab.model, lab.data, Adam(0.01), steps=50):
        pass
    trained = lab.model.parameters.copy()
    page.say(type="seek", value=0)
    assert (lab.model.parameters == trained).all()
    page.say(type="step")
    assert (lab.model.parameters != trained).any()
    assert np.abs(lab.model.parameters - trained).max() < 0.05  # one step on, not back


@pytest.mark.parametrize("ask", [repr, Training.state, Training.share])
def test_a_cell_that_changes_the_network_and_asks_the_lab_moves_the_picture_too(ask):
    lab = Training()
    page = PageDouble(lab)
    for _ in range(3):
        page.say(type="step")
    before = page.marks
    lab.model.parameters[:] = 0
    ask(lab)
    lab.cell_ended()
    assert page.marks != before
    assert page.shown["sentence"] == "The weights have been changed since the last step: 50 % of the points right."
    lab.close()


def test_the_sentence_is_of_the_step_that_is_shown():
    lab = Training()
    lab.player.advance(20)
    lab.player.seek(4)
    assert repr(lab).startswith("Step 4, ")
    for _ in train(lab.model, lab.data, Adam(0.01), steps=5):
        pass
    assert repr(lab).startswith("Step 5, ")
    lab.close()


def test_a_rate_changed_in_the_past_counts_from_there():
    lab = Training()
    for _ in range(6):
        lab.player.advance()
    lab.player.seek(2)
    here = lab.model.parameters.copy()
    lab.rate = 1.0
    lab.player.advance()
    assert np.abs(lab.model.parameters - here).max() > 0.5
    lab.close()


def test_two_labs_of_one_network_do_not_hold_each_other_up():
    first = Training()
    second = Training(first.model)
    begun = first.model.parameters.copy()
    for _ in range(3):
        first.player.advance()
        second.player.advance()
    assert (first.model.parameters != begun).any()
    first.close()
    second.close()


def test_the_same_start_is_the_same_run_and_a_new_start_another():
    lab = Training()
    lab.player.advance(30)
    first = lab.model.parameters.copy()
    lab.player.reset()
    lab.player.advance(30)
    assert (lab.model.parameters == first).all()
    lab.player.reset(1)
    lab.player.advance(30)
    assert (lab.model.parameters != first).any()


def test_scrubbing_brings_back_the_very_weights():
    lab = Training()
    weights = [lab.model.parameters.copy()]
    for _ in range(6):
        lab.player.advance()
        weights.append(lab.model.parameters.copy())
    for position in (0, 3, 6):
        lab.player.seek(position)
        assert (lab.model.parameters == weights[position]).all()


def test_points_of_ones_own():
    points = Data([[-1, -1], [1, 1], [-1, 1], [1, -1]], [0, 0, 1, 1])
    lab = Training(points=points)
    assert lab.data is points
    lab.player.advance(3)
    assert lab.problem is None


def test_there_are_no_points_of_ones_own_until_somebody_brings_them():
    lab = Training()
    page = PageDouble(lab)
    page.set("points", "my own")
    assert "Training(points=" in page.shown["problem"]["sentence"]
    assert lab.points == page.shown["values"]["points"] == "spiral"
    assert lab.describe()


@pytest.mark.parametrize(
    "wrong", [Perceptron(), "network", Network([2, 3, 1], output="linear"), Network([3, 1]), Network([2, 3])]
)
def test_what_cannot_be_trained_here_is_refused_with_a_sentence(wrong):
    with pytest.raises((TypeError, ValueError), match=r"Try Network\("):
        Training(wrong)


def test_a_rate_that_explodes_ends_with_a_sentence():
    lab = Training(Network([2, 8, 8, 1], hidden="ReLU", seed=0))
    page = PageDouble(lab)
    lab._optimizer = SGD(rate=1e200)
    page.say(type="reset")
    for _ in range(5):
        page.say(type="step")
    assert "stopped" in page.shown["sentence"].lower() or page.shown["problem"]


def test_a_curve_begun_in_the_middle_still_speaks():
    network = Network([2, 3, 1])
    run = train(network, data.circles(), Adam(0.01), steps=10)
    next(run)
    curve = LossCurve(network)
    for _ in run:
        pass
    assert "After 10 steps" in curve.describe()
    assert "image/png" in curve._repr_mimebundle_()[0]


@pytest.mark.parametrize("wrong", [Perceptron(), "network", None])
def test_a_curve_needs_a_network(wrong):
    with pytest.raises(TypeError, match=r"Try LossCurve\(Network"):
        LossCurve(wrong)
