"""The backward lab: stages, slopes, the nudge, and an update that can be taken back."""

import numpy as np
import pytest

from nnlib import Data, Network
from nnlib.explore import Backward
from nnlib.gradcheck import central_differences, loss_of_parameters
from tests.live.page_double import PageDouble

SHAPES = pytest.mark.parametrize("sizes", [[2, 1], [2, 2, 1], [2, 3, 2, 1]])


def lines(lab):
    lab.bring_up_to_date()
    return [text.get_text() for text in lab._lines.texts]


def last_number(line):
    return float(line.split("=")[-1].strip().replace("−", "-"))


@SHAPES
def test_a_step_goes_forward_back_and_then_moves(sizes):
    lab = Backward(Network(sizes, seed=1))
    kinds = [kind for kind, _ in lab.stages]
    units, weights = sum(sizes[1:]), lab.network.parameters.size
    assert kinds.count("value") == kinds.count("blame") == kinds.count("bend") == units
    assert kinds.count("slope") == weights
    assert kinds[units + 1] == "loss"
    assert kinds[-1] == "update"
    seen = set()
    for kind, name in lab.stages:  # a slope needs the blame of the sum at its end, which needs its bend
        assert kind != "slope" or ("bend", name.split("-")[1]) in seen
        assert kind != "bend" or ("blame", name) in seen
        seen.add((kind, name))
    lab.close()


@SHAPES
@pytest.mark.parametrize("activation", ["tanh", "sigmoid", "softplus", "leaky ReLU"])
@pytest.mark.parametrize("loss", ["squared error", "binary cross-entropy"])
@pytest.mark.parametrize("step", ["one example", "mean of a batch"])
def test_the_nudge_agrees_with_every_slope_to_five_digits(sizes, activation, loss, step):
    network = Network(sizes, hidden=activation, seed=5)
    network.parameters = network.parameters + 0.1
    lab = Backward(network, loss=loss, step=step, x1=0.7, x2=-0.4)
    for name, slope in lab.slopes.items():
        found = lab.measured(name)
        assert not found.at_kink
        assert found.slope == pytest.approx(slope, rel=1e-5, abs=1e-9)
    lab.close()


def test_the_first_screen_is_away_from_a_kink():
    lab = Backward()
    assert not any(lab.measured(name).at_kink for name in lab.slopes)
    lab.close()


def test_at_a_kink_the_nudge_says_so():
    network = Network([2, 2, 1], hidden="ReLU", seed=3)
    lab = Backward(network, x1=0.0, x2=0.0)
    assert lab.measured("b-h1").at_kink
    assert lab.measured("b-h1").slope != pytest.approx(lab.slopes["b-h1"], rel=1e-2)
    lab.nudge = True
    lab.select("b-h1")
    assert any("kink" in line for line in lines(lab))
    lab.close()


@SHAPES
def test_every_formula_on_the_way_back_ends_in_the_networks_own_number(sizes):
    lab = Backward(Network(sizes, seed=2), x1=0.6, x2=-0.9, target=0)
    lab.player.advance(len(lab.stages) - 2)  # all but the update
    gradients = lab.gradients
    for name, slope in lab.slopes.items():
        lab.select(name)
        assert last_number(lines(lab)[-1]) == pytest.approx(slope, abs=6e-4)
    for layer, names in enumerate(lab.names[1:]):
        for unit, name in enumerate(names):
            lab.select(name)
            said = lines(lab)
            assert last_number(said[-1]) == pytest.approx(gradients.layers[layer].sums[0, unit], abs=6e-4)
            assert any(line.endswith(f"= {_text(gradients.layers[layer].outputs[0, unit])}") for line in said)
    lab.close()


def test_the_sentence_says_the_formula_of_what_is_looked_at():
    lab = Backward(Network([2, 2, 1], seed=3))
    for stage in range(len(lab.stages)):
        lab.player.seek(stage)
        assert all(line.strip().rstrip(".") in repr(lab) for line in lines(lab))
    lab.close()


def test_a_target_of_0_is_subtracted_like_any_other():
    lab = Backward(x1=1.0, x2=0.5, target=0)
    for name in ("loss", "y"):
        lab.player.advance(4 if name == "loss" else 1)
        assert lab.selected == name and " − 0)" in " ".join(lines(lab))
    lab.close()


def _text(value):
    text = f"{value:.3f}".rstrip("0").rstrip(".").replace("-", "−")
    return "0" if text == "−0" else text


def test_the_mean_of_a_batch_is_the_mean_of_its_examples():
    examples = Data([[0.5, -1], [1, 0.2], [-0.7, 0.3]], [1, 0, 1])
    lab = Backward(Network([2, 2, 1], seed=2), examples, step="mean of a batch")
    one_by_one = []
    for inputs, target in zip(examples.inputs, examples.targets):
        network = lab.network
        one_by_one.append(network.backward(network.forward(inputs), target, lab.loss).parameters)
    assert np.allclose(lab.gradients.parameters, np.mean(one_by_one, axis=0))
    lab.player.advance(len(lab.stages) - 2)
    lab.select("x1-h1")
    *_, this, its_numbers, mean = lines(lab)
    assert this == "slope for this example = blame of h₁’s sum · x₁"
    assert last_number(its_numbers) == pytest.approx(one_by_one[0][0], abs=6e-4)
    assert mean.startswith(f"slope = {_text(np.mean(one_by_one, axis=0)[0])}, mean of the 3 examples: (")
    lab.example = 50  # beyond the last: the last is shown
    assert lab.row == 2
    lab.close()


def test_the_update_moves_the_network_itself_and_can_be_scrubbed_back():
    lab = Backward(Network([2, 2, 1], seed=4), rate=0.3)
    page = PageDouble(lab)
    before, slopes = lab.network.parameters.copy(), lab.gradients.parameters.copy()
    page.say(type="seek", value=len(lab.stages) - 1)
    assert np.allclose(lab.network.parameters, before - 0.3 * slopes)
    assert "every weight moves" in page.shown["sentence"]
    assert np.allclose(lab.gradients.parameters, slopes)  # those of the weights before
    page.set("rate", 2.0)
    assert np.allclose(lab.network.parameters, before - 2.0 * slopes)
    page.say(type="seek", value=3)
    assert (lab.network.parameters == before).all()
    page.say(type="press", name="take")
    assert np.allclose(lab.network.parameters, before - 2.0 * slopes)
    assert lab.stage == 0
    page.say(type="press", name="restart")
    assert (lab.network.parameters == before).all()
    assert page.shown["problem"] is None
    lab.close()


def test_steps_taken_one_after_the_other_lower_the_loss():
    lab = Backward(Network([2, 2, 1], seed=4), rate=0.5, step="mean of a batch")
    losses = [lab.state()["loss_now"]]
    for _ in range(20):
        lab.take()
        losses.append(lab.state()["loss_now"])
    assert (np.diff(losses) < 0).all()
    lab.close()


def test_a_cell_that_changes_the_weights_after_the_update_begins_a_new_step():
    lab = Backward(Network([2, 2, 1], seed=4))
    lab.player.seek(len(lab.stages) - 1)
    lab.network.parameters[:] = 0.5
    lab.cell_ended()
    assert lab.kind != "update"
    assert (lab.network.parameters == 0.5).all()
    lab.player.seek(0)
    assert (lab.network.parameters == 0.5).all()
    lab.close()


def test_a_weight_typed_at_the_update_stands():
    lab = Backward(Network([2, 2, 1], seed=4))
    page = PageDouble(lab)
    page.say(type="seek", value=len(lab.stages) - 1)
    page.say(type="assign", name="x1-h1", value="1.5")
    assert lab.network.layers[0].weights[0, 0] == 1.5
    page.say(type="seek", value=0)
    assert lab.network.layers[0].weights[0, 0] == 1.5
    lab.close()


def test_the_bend_of_the_picture_and_of_the_network_are_one():
    lab = Backward(Network([2, 2, 1]))
    PageDouble(lab).set("activation", "ReLU")
    assert lab.network.layers[0].activation.name == "ReLU"
    lab.network.layers[0].activation = "sigmoid"
    lab.cell_ended()
    assert lab.activation == "sigmoid"
    lab.close()


def test_a_loss_that_does_not_suit_the_output_is_refused_in_place():
    lab = Backward(Network([2, 2, 1], output="linear"))
    page = PageDouble(lab)
    page.set("loss", "binary cross-entropy")
    assert "needs probabilities" in page.shown["problem"]["sentence"]
    assert lab.loss == "squared error"
    lab.close()


def test_a_cell_that_takes_the_loss_its_probabilities_is_told_so_in_place():
    lab = Backward(Network([2, 2, 1], seed=4), loss="binary cross-entropy")
    page = PageDouble(lab)
    lab.network.layers[-1].activation = "linear"
    lab.cell_ended()
    assert "needs probabilities" in page.shown["problem"]["sentence"]
    page.set("loss", "squared error")
    assert page.shown["problem"] is None and page.shown["said"]["y"][0].startswith("sum")
    assert page.shown["sentence"] == lab.describe()
    lab.close()


def test_a_share_string_that_does_not_fit_changes_nothing():
    lab = Backward(Network([2, 2, 1], output="linear", seed=4))
    page, before = PageDouble(lab), lab.state()
    for text in (
        "Backward?x1=0.25&rate=3&loss=binary+cross-entropy&nudge=True",
        f"Backward?x1=0.25&parameters={Backward(Network([2, 3, 1])).parameters}",
    ):
        with pytest.raises(ValueError, match="needs probabilities|9 weights and biases"):
            lab.restore(text)
        assert lab.state() == before
        page.say(type="restore", value=text)
        assert page.shown["problem"]["sentence"] and lab.state() == before
    lab.close()


def test_the_curve_has_the_slope_as_its_tangent():
    lab = Backward(Network([2, 2, 1], seed=3))
    lab.player.advance(len(lab.stages) - 2)
    lab.select("h1-y")
    lab.bring_up_to_date()
    x, y = lab._curve._tangent.get_data()
    assert (y[-1] - y[0]) / (x[-1] - x[0]) == pytest.approx(lab.slopes["h1-y"])
    inputs, targets = lab.batch
    function = loss_of_parameters(lab.network, inputs, targets, lab.loss)
    measured = central_differences(function, lab.network.parameters)
    assert measured[lab.places_of_parameters["h1-y"]] == pytest.approx(lab.slopes["h1-y"], abs=1e-8)
    lab.close()


@pytest.mark.parametrize("examples", ["points", Data([[1, 2, 3]], [1]), Data(np.zeros((51, 2)), np.zeros(51))])
def test_examples_that_cannot_be_shown_are_refused_with_a_sentence(examples):
    with pytest.raises(ValueError, match="Try"):
        Backward(examples=examples)


def test_a_lab_can_open_at_any_stage():
    last = len(Backward().stages) - 1
    lab = Backward(Network([2, 2, 1], seed=4), stage=last)
    assert not np.allclose(lab.network.parameters, Network([2, 2, 1], seed=4).parameters)
    lab.player.advance(-1)
    assert (lab.network.parameters == Network([2, 2, 1], seed=4).parameters).all()
    lab.close()


def test_the_time_slider_follows_a_cell_that_undoes_the_update():
    lab = Backward(Network([2, 2, 1], seed=4))
    page = PageDouble(lab)
    page.say(type="seek", value=len(lab.stages) - 1)
    lab.network.parameters[:] = 0.5
    lab.cell_ended()
    assert page.shown["player"]["position"] == lab.stage == len(lab.stages) - 2


def test_tab_leads_to_what_the_player_has_come_to():
    lab = Backward(Network([2, 2, 1], seed=4))
    page = PageDouble(lab)
    page.say(type="step")
    assert page.frames[-1]["chosen"] == "h1"
    lab.close()


def at_update(**state):
    lab = Backward(Network([2, 2, 1], seed=4), **state)
    before = lab.network.parameters.copy()
    lab.player.seek(len(lab.stages) - 1)
    return lab, before


def test_a_cell_that_changes_weights_and_bend_at_once_keeps_both():
    lab = Backward(Network([2, 2, 1], seed=4))
    lab.network.parameters[:] = 0.5
    lab.network.layers[0].activation = "ReLU"
    lab.cell_ended()
    assert (lab.network.parameters == 0.5).all()
    assert lab.activation == "ReLU"
    lab.close()


def test_another_bend_at_the_update_takes_no_step_in_secret():
    lab, before = at_update()
    PageDouble(lab).set("activation", "sigmoid")
    assert lab.kind == "update"
    assert np.allclose(lab.network.parameters, before - lab.rate * lab.gradients.parameters)
    lab.player.seek(0)
    assert (lab.network.parameters == before).all()  # to the last digit
    lab.close()


@pytest.mark.parametrize("state", [{}, {"x1": -1, "rate": 2}])
def test_a_share_string_that_is_restored_at_the_update_brings_its_own_weights(state):
    lab, _ = at_update()
    other = Backward(Network([2, 2, 1], seed=9), **state)
    lab.restore(other.share())
    assert np.allclose(lab.network.parameters, other.network.parameters, atol=1e-9)
    assert lab.kind != "update" and lab.player.position == lab.stage
    lab.close()
    other.close()


@pytest.mark.parametrize("hidden", [["tanh", "ReLU"], ["softmax", "softmax"]])
def test_bends_that_its_control_cannot_show_are_refused(hidden):
    with pytest.raises(ValueError, match="Try one of tanh"):
        Backward(Network([2, 3, 2, 1], hidden=hidden))


def test_a_bend_that_a_cell_gave_to_one_layer_stays_when_weights_are_restored():
    lab = Backward(Network([2, 3, 2, 1]))
    lab.network.layers[1].activation = "ReLU"
    lab.cell_ended()
    lab.restore(lab.share().replace("parameters=", "parameters=0.25,").rpartition(",")[0])
    assert [layer.activation.name for layer in lab.network.layers] == ["tanh", "ReLU", "sigmoid"]
    lab.close()


def test_a_stage_set_by_code_is_one_that_the_player_knows():
    lab, before = at_update()
    for stage, reached in [(3, 3), (-5, 0), (999, len(lab.stages) - 1)]:
        lab.stage = stage
        assert lab.stage == lab.player.position == reached
        assert lab.selected == lab.stages[reached][1]
    assert not np.allclose(lab.network.parameters, before)
    lab.stage = 1
    assert (lab.network.parameters == before).all()
    lab.close()


def test_the_examples_that_can_be_shown_are_those_there_are():
    lab = Backward(examples=Data([[0, 1], [1, 1], [1, 0]], [1, 0, 1]), step="mean of a batch")
    assert lab.control("example").high == 3
    lab.example = 50
    assert lab.example == 3
    lab.example = -4
    assert lab.row == 0
    assert Backward().control("example").high == 4
    lab.close()


def test_without_hidden_units_there_is_no_bend_to_choose():
    assert "activation" in Backward(Network([2, 1])).disabled()
    assert "activation" not in Backward().disabled()


def test_targets_that_a_loss_cannot_take_are_refused_with_it():
    lab = Backward(examples=Data([[1, 2], [0, 1]], [2, -1]))
    page = PageDouble(lab)
    page.set("loss", "binary cross-entropy")
    assert "0 for no and 1 for yes" in page.shown["problem"]["sentence"]
    page.set("step", "mean of a batch")
    assert page.shown["problem"] is None and page.shown["sentence"]
    lab.close()


@pytest.mark.parametrize("target", [0, 0.3, 1])
@pytest.mark.parametrize("bias", [-45, -8, 0, 8, 45])
def test_no_formula_multiplies_what_is_too_large_by_0(bias, target):
    network = Network([2, 2, 1], seed=3)
    network.layers[1].bias[:] = bias
    lab = Backward(network, loss="binary cross-entropy", target=target)
    lab.player.seek(len(lab.stages) - 2)
    lab.select("y")
    said = lines(lab)
    assert "inf" not in " ".join(said) and not any("/ 0 " in f"{line} " for line in said)
    output = network.predict([1, 0.5])[0, 0]
    assert "y − t" in said[-1]
    assert last_number(said[-1]) == pytest.approx(output - target, abs=6e-4)
    assert "inf" not in lab._diagram._words["y"].get_text()
    lab.close()


def test_where_a_step_unit_switches_the_loss_jumps():
    lab = Backward(Network([2, 2, 1], hidden="step", seed=1), x1=0, x2=0, nudge=True)
    lab.select("b-h1")
    assert any("the loss jumps" in line for line in lines(lab))
    assert not any("kink" in line for line in lines(lab))
    lab.close()


def test_after_the_update_formulas_lead_to_the_new_values_beside_them():
    lab, _ = at_update(rate=5)
    for name in lab.units:
        lab.select(name)
        formula = last_number(lines(lab)[-1])
        assert last_number(lab._diagram._words[name].get_text()) == pytest.approx(formula, abs=6e-3)
        assert formula == pytest.approx(lab.outputs_by_name(lab.network.forward([lab.x1, lab.x2]))[name], abs=6e-4)
        assert "blame" not in " ".join(lines(lab))
    lab.select("loss")
    assert last_number(lines(lab)[-1]) == pytest.approx(lab.state()["loss_now"], abs=6e-4)
    lab.close()


def test_the_loss_of_a_batch_is_called_a_mean():
    lab = Backward(Network([2, 2, 1], seed=4), step="mean of a batch")
    lab.player.seek(4)
    assert lab.kind == "loss"
    assert lines(lab)[-1] == f"mean loss of the 4 examples = {_text(lab.state()['loss_now'])}"
    assert f"Mean loss = {_text(lab.state()['loss_now'])}." in lab.describe()
    lab.player.seek(3)
    lab.select("loss")
    assert lines(lab) == ["Not known yet. Press Step to go on."]
    lab.close()


@pytest.mark.parametrize("step", ["one example", "mean of a batch"])
def test_there_is_room_for_every_formula_of_the_widest_network(step):
    lab = Backward(Network([2, 8, 8, 1]), step=step, nudge=True)
    for stage in range(len(lab.stages)):
        lab.player.seek(stage)
        assert lab.problem is None
    for name in lab.parts.every:
        lab.select(name)
        assert lab.problem is None
    lab.close()
