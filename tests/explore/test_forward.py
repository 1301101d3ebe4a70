"""The forward lab: the diagram, the numbers and the network are one thing."""

import numpy as np
import pytest

from nnlib import Network
from nnlib.drawing.unit_names import unit_names
from nnlib.explore import Forward
from tests.live.page_double import PageDouble


def xor_network():
    """Return a 2-2-1 net that does XOR: h₁ is OR, h₂ is AND, y is h₁ and not h₂."""
    network = Network([2, 2, 1], hidden="sigmoid")
    network.layers[0].weights = [[20, 20], [20, 20]]
    network.layers[0].bias = [-10, -30]
    network.layers[1].weights = [[20], [-20]]
    network.layers[1].bias = [-10]
    return network


@pytest.fixture
def lab():
    lab = Forward(Network([2, 3, 1], seed=1))
    yield lab
    lab.close()


def formula(lab):
    lab.bring_up_to_date()
    return [text.get_text() for text in lab._lines if text.get_text()]


def test_units_are_named_layer_by_layer():
    assert unit_names([2, 3, 2, 1]) == [["x1", "x2"], ["h1", "h2", "h3"], ["k1", "k2"], ["y"]]
    assert unit_names([1, 2]) == [["x1"], ["y1", "y2"]]


def test_a_part_is_a_number_of_the_network_itself(lab):
    page = PageDouble(lab)
    page.say(type="assign", name="x2-h3", value="−1,5")
    assert lab.network.layers[0].weights[1, 2] == -1.5
    page.say(type="adjust", name="x2-h3", x=3)
    assert lab.network.layers[0].weights[1, 2] == -1.2
    page.say(type="adjust", name="b-y", x=-2)
    assert lab.network.layers[1].bias[0] == -0.2
    assert page.shown["problem"] is None


def test_a_cell_moves_the_picture(lab):
    page = PageDouble(lab)
    before = page.shown["sentence"]
    lab.network.layers[1].weights[0, 0] = 3
    lab.cell_ended()
    assert page.shown["sentence"] != before
    assert lab.state()["w_h1_y"] == 3


def test_what_is_typed_and_is_no_number_is_answered_with_a_sentence(lab):
    page = PageDouble(lab)
    for value in ("", "three", "1e999", None, [], {"a": 1}):
        before = lab.share()
        page.say(type="assign", name="x1-h1", value=value)
        assert "is not a number" in page.shown["problem"]["sentence"]
        assert lab.share() == before
    page.say(type="assign", name="x1-h1", value="99")
    assert "outside its range" in page.shown["problem"]["sentence"]
    page.say(type="adjust", name="no such part", x=1)
    page.say(type="assign", name="h1", value="2")  # a unit has no number of its own
    page.say(type="adjust", name="x1-h1", x="x")
    assert "no number" in page.shown["problem"]["sentence"]


def test_every_arrow_key_leads_to_a_part_and_all_are_reached(lab):
    every = lab.parts.every
    reached, waiting = set(), ["x1"]
    while waiting:
        name = waiting.pop()
        if name not in reached:
            reached.add(name)
            waiting += every[name].beside.values()
    assert reached == set(every)
    assert {"h1", "y", "loss", "x1-h3", "b-h2", "h3-y"} <= reached


@pytest.mark.parametrize("sizes", [[2, 1], [2, 2, 1], [2, 8, 8, 1]])
def test_networks_of_many_shapes_are_drawn_and_described(sizes):
    lab = Forward(Network(sizes, hidden="ReLU", seed=2))
    page = PageDouble(lab)
    for name in lab.parts.every:
        page.say(type="select", name=name)
        assert formula(lab), name
        assert page.shown["problem"] is None
    lab.close()


@pytest.mark.parametrize("hidden", ["tanh", "sigmoid", "ReLU", "linear"])
def test_the_formula_of_every_unit_ends_in_what_the_network_computes(hidden):
    lab = Forward(Network([2, 3, 2, 1], hidden=hidden, seed=4), x1=0.7, x2=-1.2)
    trace = lab.trace
    for layer, names in enumerate(lab.names[1:]):
        for unit, name in enumerate(names):
            lab.select(name)
            last = formula(lab)[-1].split("=")[-1].strip().replace("−", "-")
            assert float(last) == pytest.approx(trace.outputs[layer][0, unit], abs=6e-4)
    lab.close()


def test_the_formula_of_a_weight_and_of_the_loss(lab):
    lab.x1, lab.x2 = 0.5, -1.0
    lab.network.layers[0].weights[1, 0] = 2
    lab.network.report()
    lab.select("x2-h1")
    assert "2 · (−1) = −2" in formula(lab)[1]
    lab.select("loss")
    assert formula(lab)[-1].endswith(f"= {lab.loss:.3f}".rstrip("0"))
    lab.target = "0"
    assert "ln(1 − y)" in formula(lab)[0]


def test_stages_reveal_unit_by_unit(lab):
    page = PageDouble(lab)
    page.say(type="reset")
    assert "0 of 4 units computed" in page.shown["sentence"]
    assert "not yet" in lab._answer.get_text()
    for name in ("h1", "h2", "h3", "y", "loss"):
        page.say(type="step")
        assert lab.selected == name
    assert "the loss is" in page.shown["sentence"]
    page.say(type="seek", value=1)
    assert lab.selected == "h1"
    lab.select("h3")
    assert "Not computed yet" in formula(lab)[0]


def test_a_picture_scrubbed_back_equals_a_fresh_one(lab):
    page = PageDouble(lab)
    page.say(type="seek", value=2)
    page.say(type="seek", value=5)
    page.say(type="select", name="h1")
    fresh = Forward(Network([2, 3, 1], seed=1))
    assert page.marks == PageDouble(fresh).marks
    fresh.close()


def test_xor_is_seen_to_be_right_on_four_rows():
    lab = Forward(xor_network())
    assert lab.rows_right == 4
    assert lab.state()["rows_right"] == 4
    lab.points = "AND"
    assert lab.rows_right == 1
    lab.points = "none"
    assert lab.rows_right == 0
    lab.close()


def test_weights_go_through_the_share_string(lab):
    lab.network.layers[0].weights[0, 0] = -2.25
    lab.network.report()
    other = Forward(Network([2, 3, 1], seed=9))
    other.restore(lab.share())
    assert np.allclose(other.network.parameters, lab.network.parameters, atol=1e-9)
    smaller = Forward(Network([2, 2, 1]))
    with pytest.raises(Exception, match="9 weights and biases, and 13 came"):
        smaller.restore(lab.share())


@pytest.mark.parametrize("wrong, sentence", [
    ("net", "shows a Network"), (Network([3, 2, 1]), "2 inputs, 1 output"), (Network([2, 9, 1]), "at most 8 units"),
    (Network([2, 2, 2, 2, 1]), "2 hidden layers"),
])  # fmt: skip
def test_what_cannot_be_shown_is_refused_with_a_sentence(wrong, sentence):
    with pytest.raises((TypeError, ValueError), match=sentence):
        Forward(wrong)
