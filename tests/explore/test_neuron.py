"""The neuron's picture says what the neuron itself says."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nnlib import Network, Perceptron
from nnlib.explore import Neuron
from tests.live.page_double import PageDouble

steps = st.integers(-30, 30).map(lambda tenths: tenths / 10)
LAB = Neuron()


@settings(max_examples=200, deadline=None)
@given(steps, steps, steps, steps, steps)
def test_lamp_words_and_python_agree(w1, w2, bias, x1, x2):
    LAB.restore(f"Neuron?w1={w1}&w2={w2}&bias={bias}&x1={x1 / 2}&x2={x2 / 2}")
    LAB.bring_up_to_date()
    answer = LAB.model.predict([LAB.x1, LAB.x2])
    assert f"the neuron answers {answer}" in LAB.describe()
    assert LAB._lamp._text.get_text().endswith(f"so {answer}")


def test_a_sum_that_is_a_hair_below_zero_does_not_read_as_zero():
    lab = Neuron(Perceptron([0.6, 1.2], 0), x1=0.4, x2=-0.2)
    assert lab.model.predict([0.4, -0.2]) == 0
    assert "e-1" in lab.describe()


def test_the_animation_shows_true_products_one_stage_after_the_other():
    lab = Neuron(Perceptron([1, 1], -1.5))
    page = PageDouble(lab)
    page.say(type="reset")
    assert "next, multiply" in page.shown["sentence"]
    assert not any(text.get_visible() for text in lab._bars._texts)
    said = []
    for _ in range(3):
        page.say(type="step")
        said.append(page.shown["sentence"])
        texts = [text.get_text() for text in lab._bars._texts[:3]]
        assert texts == ["1", "0", "−1.5"]
    assert "next, add" in said[0]
    assert "next, the step" in said[1]
    assert "the neuron answers 0" in said[2]


def test_a_target_of_ones_own_is_kept_and_travels_in_the_string():
    lab = Neuron(x1=0, x2=0)
    lab.flip_target()
    assert lab.targets == [1, 0, 0, 1]
    other = Neuron()
    other.restore(lab.share())
    assert other.targets == [1, 0, 0, 1]


def test_without_the_bias_its_slider_is_at_rest():
    lab = Neuron()
    page = PageDouble(lab)
    page.set("use_bias", False)
    assert lab.model.bias == 0
    assert page.shown["disabled"] == ["bias"]
    page.set("use_bias", True)
    assert lab.model.bias == -1.5


@pytest.mark.parametrize(("key", "sign"), [((1, 0), -1), ((-1, 0), 1), ((0, 1), -1), ((0, -1), 1)])
def test_an_arrow_key_moves_the_line_however_small_the_weights(key, sign):
    lab = Neuron(Perceptron([0.2, 0.1], -0.1))
    lab.handles["bias"].nudge(*key)
    assert lab.bias == pytest.approx(-0.1 + 0.1 * sign)


@pytest.mark.parametrize("wrong", [Network([2, 1]), "neuron", Perceptron([1, 2, 3])])
def test_what_cannot_be_shown_is_refused_with_a_sentence(wrong):
    with pytest.raises((TypeError, ValueError), match=r"Try Neuron\(Perceptron"):
        Neuron(wrong)


def test_the_field_is_the_answer_of_the_model_everywhere():
    lab = Neuron(Perceptron([2, -1], 0.5))
    blue = lab._plane._field.get_array()[..., 2] > lab._plane._field.get_array()[..., 0]
    assert (blue.ravel() == (lab.model.predict(lab._plane.grid) == 1)).all()
    assert blue.any()
    assert not blue.all()
