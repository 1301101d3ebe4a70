"""The forward lab: the diagram, the numbers and the network are one thing."""

import math
import re

import numpy as np
import pytest
from matplotlib.text import Text
from traitlets import TraitError

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
    return [text.get_text() for text in lab._lines.texts]


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


def test_y_is_written_and_said_with_the_same_digits_everywhere():
    lab = Forward(Network([2, 2, 1]), x1=0)
    lab.network.layers[1].bias[0] = 7
    lab.draw()
    texts = {text.get_text() for text in lab.figure.findobj(Text)}
    assert {"y = 0.999", "output y = 0.999", "h₁ = 0"} <= texts
    assert lab.parts.values()["y"][0].endswith("output 0.999")  # as it is heard
    lab.close()


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


def worked_out(text):
    """Work out a line such as `= 1.5 · 0.905 − 2 · (−0.245) + 0.5`, with the numbers as they are shown."""
    text = text.removeprefix("=").replace("−", "-").replace("·", "*")
    assert re.fullmatch(r"[\d. ()*+-]+", text), text
    return eval(text)


@pytest.mark.parametrize("sizes", [[2, 1], [2, 3, 1], [2, 8, 1], [2, 8, 8, 1]])
def test_what_is_shown_can_be_worked_out_on_paper(sizes):
    lab = Forward(Network(sizes, seed=6), x1=0.73, x2=-1.28)
    lab.network.parameters += np.random.default_rng(1).normal(size=lab.network.parameters.size)
    lab.network.report()
    sums = dict(zip(lab.units, np.hstack(lab.trace.sums)[0]))
    for name in lab.units:
        lab.select(name)
        _, *terms, total, _ = formula(lab)
        assert total.split("=")[-1].strip().replace("−", "-") == f"{sums[name]:.3f}".rstrip("0").rstrip(".")
        assert worked_out("".join(terms).strip()) == pytest.approx(sums[name], abs=2e-3 * len(lab.weights) ** 0.5)
    lab.close()


@pytest.mark.parametrize("sizes", [[2, 2, 1], [2, 8, 8, 1]])
def test_every_formula_fits_the_panel_it_stands_in_on_a_narrow_page(sizes):
    lab = Forward(Network(sizes, hidden="leaky ReLU", seed=6), x1=-0.73, x2=-1.28)
    lab.network.parameters[:] = -9.876
    lab.network.report()
    renderer = lab.figure.canvas.get_renderer()
    for name in lab.parts.every:
        lab.select(name)
        lines = formula(lab)
        assert lab.problem is None, "every line has its place"
        assert max(text.get_window_extent(renderer).x1 for text in lab._lines.texts) <= lab.breaks[0], lines
    right = lab._loss_text.get_window_extent(renderer).x1
    assert right <= lab.breaks[0]
    lab.close()


@pytest.mark.parametrize("target", ["0", "1"])
@pytest.mark.parametrize("z", [0.5, 4, 7, 12, 30, 40, 900])
def test_a_loss_is_the_same_in_the_formula_as_in_the_lab_however_sure_the_network_is(z, target):
    lab = Forward(Network([2, 2, 1]), x1=0, x2=0, target=target)
    lab.network.parameters = [0] * 8 + [z if target == "0" else -z]
    lab.network.report()
    lab.select("loss")
    *_, last = formula(lab)
    _, shown, value = last.replace("−", "-").split(" = ")
    expected = z + math.log1p(math.exp(-z))
    assert lab.loss == pytest.approx(expected)
    assert float(value) == pytest.approx(expected, abs=6e-4)
    if "e^" in shown:
        assert z > 13 and shown == f"ln(1 + e^{z})"
    else:
        assert eval(shown, {"ln": math.log}) == pytest.approx(expected, rel=6e-3)
    lab.close()


@pytest.mark.parametrize("output", ["tanh", "linear", "ReLU", "sigmoid"])
def test_the_map_of_y_and_the_crosses_agree_about_every_point(output):
    lab = Forward(Network([2, 3, 1], output=output, seed=1))
    shown = []
    lab._plane.show_answers = shown.append
    lab.bring_up_to_date()
    predicted = lab.network.predict(lab._plane.grid)[:, 0]
    assert ((shown[-1].ravel() >= 0) == (predicted >= 0.5)).all()
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


def test_nothing_that_is_not_computed_yet_can_be_read_anywhere():
    lab = Forward(Network([2, 2, 1], seed=1), stage=0, x1=1, x2=0.5)
    page = PageDouble(lab)
    assert lab.selected == "x1"
    assert "0 of 3 units computed" in page.shown["sentence"]
    assert "points right" not in page.shown["sentence"]
    for name in (*lab.units, "loss"):
        assert page.shown["said"][name] == ["not computed yet"]
        lab.select(name)
        assert formula(lab) == ["Not computed yet. Press Step to go on."]
    for name in ("h1-y", "h2-y"):  # what they carry is not there yet
        lab.select(name)
        assert "not computed yet" in formula(lab)[1] and "·" not in formula(lab)[1]
    page.say(type="step")
    assert page.shown["said"]["h1"][0].startswith("sum ")
    lab.select("h1-y")
    assert "·" in formula(lab)[1]
    lab.close()


def test_a_lab_opened_with_nothing_computed_equals_one_that_was_reset(lab):
    page = PageDouble(lab)
    page.say(type="reset")
    opened = Forward(Network([2, 3, 1], seed=1), stage=0)
    assert page.marks == PageDouble(opened).marks
    assert opened.player.position == 0
    opened.close()


def test_the_player_goes_on_from_the_stage_that_was_set_in_a_cell(lab):
    page = PageDouble(lab)
    lab.stage = 1
    page.say(type="step")
    assert (lab.stage, lab.selected) == (2, "h2")


@pytest.mark.parametrize("name, value, sentence", [
    ("stage", -1, "from 0 to 5"), ("stage", 99, "from 0 to 5"), ("selected", "h9", "no h9"),
])  # fmt: skip
def test_a_stage_or_part_that_does_not_exist_is_refused(lab, name, value, sentence):
    with pytest.raises(TraitError, match=sentence):
        setattr(lab, name, value)
    with pytest.raises(TraitError, match=sentence):
        Forward(Network([2, 3, 1]), **{name: value})


def test_the_text_twin_holds_the_formula_that_is_looked_at(lab):
    lab.select("h2")
    for line in formula(lab):
        assert line.strip() in lab.describe()
    lab.select("x1")
    assert lab.describe().endswith(" x₁ = 1. An input computes nothing: it is handed in.")
    lab.select("loss")
    assert formula(lab)[-1] in lab.describe()


def test_the_loss_can_be_chosen_by_its_words(lab):
    (start, end), size = lab.parts.every["loss"].outline, lab.parts.every["loss"].size
    formula(lab)
    box = lab._loss_text.get_window_extent(lab.figure.canvas.get_renderer())
    assert start[0] <= box.x0 + 6 and end[0] >= box.x1 - 6
    assert abs(start[1] - (box.y0 + box.y1) / 2) < size / 2


def test_a_weight_from_a_cell_is_not_thrown_back_by_a_key_that_leads_away(lab):
    page = PageDouble(lab)
    lab.network.layers[0].weights[0, 0] = 40
    lab.cell_ended()
    page.say(type="adjust", name="x1-h1", x=1)
    assert lab.network.layers[0].weights[0, 0] == 40
    page.say(type="adjust", name="x1-h1", x=-1)
    assert lab.network.layers[0].weights[0, 0] == 10


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
    assert lab.state()["network"] == repr(lab.network)
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
    (Network([2, 2, 2, 2, 1]), "2 hidden layers"), (Network([2, 2, 1], output="softmax"), "always 1"),
])  # fmt: skip
def test_what_cannot_be_shown_is_refused_with_a_sentence(wrong, sentence):
    with pytest.raises((TypeError, ValueError), match=sentence):
        Forward(wrong)
