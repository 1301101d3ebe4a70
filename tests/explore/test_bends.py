"""The three labs of notebook 05 show what the real network and the real activations compute."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from traitlets import TraitError

from nnlib import Adam, Data, Network, Perceptron, activations, train
from nnlib.collapse import collapse
from nnlib.explore import Bend, Pieces, Warp
from tests.live.page_double import PageDouble

BEND, PIECES, WARP = Bend(), Pieces(), Warp()
tenths = st.integers(-30, 30).map(lambda number: number / 10)

# Lab A


@pytest.mark.parametrize("name", BEND.control("activation").options)
@pytest.mark.parametrize("z", [-6, -1.5, 0, 0.1, 4.4, 6])
def test_the_point_stands_on_both_curves(name, z):
    BEND.activation, BEND.z = name, z
    BEND.bring_up_to_date()
    function = activations.find(name)
    assert [*map(float, np.ravel(BEND._curve._point.get_data()))] == [z, function(z)]
    assert [*map(float, np.ravel(BEND._slope._point.get_data()))] == [z, function.slope(z)]
    assert BEND.state()["output"] == function(z)


@pytest.mark.parametrize(
    ("name", "zones"),
    [
        ("sigmoid", [(-6, -4.36), (4.36, 6)]), ("tanh", [(-6, -2.18), (2.18, 6)]), ("ReLU", [(-6, 0)]),
        ("leaky ReLU", [(-6, 0)]), ("step", [(-6, 6)]), ("linear", []),
    ],
)  # fmt: skip
def test_what_is_shaded_has_at_most_a_twentieth_of_the_largest_slope(name, zones):
    BEND.activation = name
    BEND.bring_up_to_date()
    shaded = [
        (patch.get_x(), patch.get_x() + patch.get_width()) for patch in BEND._curve._zones if patch.get_visible()
    ]
    assert shaded == [pytest.approx(zone, abs=0.03) for zone in zones]


def test_saturated_is_said_where_it_is_shaded():
    BEND.activation = "tanh"
    for z in (-2.3, -2.1, 0, 2.1, 2.3):
        BEND.z = z
        assert BEND.saturated == ("saturated" in BEND.describe()) == (abs(z) > 2.18)


def test_a_step_is_drawn_with_a_gap_and_has_no_tangent_at_its_jump():
    BEND.activation, BEND.z = "step", 0
    BEND.bring_up_to_date()
    assert np.isnan(BEND._curve._curve.get_ydata()).sum() == 1
    assert not BEND._curve._tangent.get_visible()
    assert "by agreement" in BEND.describe()


@pytest.mark.parametrize(("name", "kinked"), [("ReLU", True), ("leaky ReLU", True), ("tanh", False), ("linear", False)])
def test_at_a_kink_there_is_no_tangent_and_nothing_is_called_saturated(name, kinked):
    BEND.activation, BEND.z = name, 0
    BEND.bring_up_to_date()
    assert BEND._curve._tangent.get_visible() is not kinked
    assert ("by agreement" in BEND.describe()) is kinked
    assert not BEND.saturated and "saturated" not in BEND._says[1].get_text() + BEND.describe()


def test_the_point_is_dragged_along_the_curve():
    page = PageDouble(BEND)
    BEND.activation = "sigmoid"
    x, y = BEND.handles["point"].axes.transData.transform((2.5, 9))
    page.say(type="drag", name="point", x=float(x), y=float(y))
    assert BEND.z == 2.5


# Lab B


@settings(max_examples=50, deadline=None)
@given(st.lists(tenths, min_size=10, max_size=10), st.sampled_from(PIECES.control("target").options))
def test_pieces_add_up_to_what_the_network_answers(numbers, target):
    PIECES.model.parameters = numbers
    PIECES.cell_ended()
    PIECES.target = target
    PIECES.bring_up_to_date()
    drawn = sum(piece._line.get_ydata() for piece in PIECES._pieces) + PIECES.c
    np.testing.assert_allclose(PIECES._sum._line.get_ydata(), drawn, atol=1e-12)
    np.testing.assert_allclose(drawn, PIECES.model.predict(PIECES._curve[:, None])[:, 0], atol=1e-12)
    misses = PIECES.model.predict(PIECES.data.inputs) - PIECES.data.targets
    assert PIECES.error == pytest.approx((misses**2).mean())


def test_a_kink_goes_where_it_is_dragged_and_the_sum_bends_there():
    lab = Pieces()
    page = PageDouble(lab)
    for x in (-2, 0.5, 2.5):
        at = lab.handles["kink1"].axes.transData.transform((x, 1))
        page.say(type="drag", name="kink1", x=float(at[0]), y=float(at[1]))
        assert lab.kink(1) == pytest.approx(x)
        sums = lab.model.forward([[x - 0.01], [x], [x + 0.01]]).sums[0][:, 0]
        assert sums[0] < 0 and sums[1] == pytest.approx(0) and sums[2] > 0
    lab.close()


@pytest.mark.parametrize("weight", [0.1, 0.37, -0.2, 2])
def test_a_kink_is_moved_by_keys_whatever_its_weight(weight):
    lab = Pieces(w1=weight, b1=0.2)
    page = PageDouble(lab)
    for x in (1, -1):
        before = lab.kink(1)
        page.say(type="nudge", name="kink1", x=x, y=0)
        assert (lab.kink(1) - before) * x > 0
    lab.close()


def test_a_kink_that_has_left_the_picture_comes_back_by_keys():
    lab = Pieces()
    page = PageDouble(lab)
    low = lab.handles["kink1"].axes.get_xlim()[0]
    while lab.handles["kink1"].at() is not None:
        page.say(type="nudge", name="kink1", x=-1, y=0)
    assert lab.kink(1) < low
    page.say(type="nudge", name="kink1", x=1, y=0)
    assert lab.handles["kink1"].at() is not None
    lab.close()


def test_a_target_that_stays_where_it_is_makes_nothing_ones_own():
    lab = Pieces(target="tent")
    x, y = lab.handles["target3"].at()
    lab.handles["target3"].move(x + 0.4, y)
    assert lab.target == "tent"
    assert [*lab.handles].index("kink1") > [*lab.handles].index("target7")  # what lies on top is held first
    lab.close()


def test_shift_and_an_arrow_move_a_fold_by_five_steps():
    lab = Warp()
    (fold,) = [handle for name, handle in lab.handles.items() if "fold" in name and "1" in name]
    (bias,) = fold.moves
    before, step = getattr(lab, bias), lab.control(bias).step
    fold.nudge(5, 0)
    assert abs(getattr(lab, bias) - before) == pytest.approx(5 * step)
    lab.close()


def test_kinks_that_cancel_are_not_shown():
    """ReLU(x) − ReLU(−x) is x, a straight line."""
    lab = Pieces(w1=1, b1=0, v1=1, w2=-1, b2=0, v2=-1)
    assert "has no kink here" in lab.describe()
    lab.bring_up_to_date()
    assert lab._sum._kinks.get_xdata().size == 0
    lab.v2 = 1
    assert "kinks at x = 0." in lab.describe()
    lab.close()


def test_two_units_may_share_one_kink():
    lab = Pieces(w1=1, b1=-0.3, v1=1, w2=0.1, b2=-0.03, v2=1)
    assert "kinks at x = 0.3." in lab.describe()
    lab.close()


def test_a_leaky_relu_set_in_a_cell_is_shown_and_wakes_the_silent_unit():
    lab = Pieces(w2=1, b2=-5, v2=1)
    page = PageDouble(lab)
    assert "Unit 2 is silent" in page.shown["sentence"]
    lab.model.layers[0].activation = "leaky ReLU"
    lab.cell_ended()
    assert "silent" not in page.shown["sentence"]
    lab.close()


@pytest.mark.parametrize(
    ("make", "refused", "good", "control"), [(Pieces, "tanh", "ReLU", "w1"), (Warp, "softplus", "tanh", "x1_h1")]
)
def test_a_bend_that_cannot_be_shown_is_answered_with_a_sentence(make, refused, good, control):
    lab = make()
    page = PageDouble(lab)
    lab.model.layers[0].activation = refused
    lab.cell_ended()
    assert refused in page.shown["problem"]["sentence"]
    lab.model.layers[0].activation = good
    lab.cell_ended()
    page.set(control, 1)
    assert page.shown["problem"] is None
    lab.close()


def test_a_target_pushed_sideways_stays_what_it_is():
    lab = Pieces(target="parabola")
    page = PageDouble(lab)
    page.say(type="nudge", name="target3", x=1, y=0)
    assert lab.target == "parabola"
    lab.close()


def test_a_target_that_is_moved_becomes_ones_own():
    lab = Pieces(target="tent")
    page = PageDouble(lab)
    page.say(type="nudge", name="target1", x=0, y=5)
    assert lab.target == "my own"
    assert lab.targets.tolist() == [0.5, 0, 0, 2, 0, 0, 0]
    other = Pieces()
    other.restore(lab.share())
    assert other.targets.tolist() == lab.targets.tolist()
    page.say(type="restore", value="Pieces?own=1,2")
    assert "7 targets" in page.shown["problem"]["sentence"]
    lab.close()
    other.close()


def test_a_unit_is_called_silent_when_its_slopes_are_0():
    lab = Pieces(w2=1, b2=-5, v2=1)
    gradients = lab.model.backward(lab.model.forward(lab.data.inputs), lab.data.targets, "squared error")
    assert lab.is_silent(2) and "Unit 2 is silent" in lab.describe()
    assert not gradients.layers[0].weights[0, 1] and not gradients.layers[0].bias[1]
    lab.b2 = -1
    assert not lab.is_silent(2) and "silent" not in lab.describe()
    lab.close()


def test_training_in_a_cell_moves_the_picture():
    lab = Pieces(Network([1, 3, 1], hidden="ReLU", output="linear", seed=1), target="valley")
    page = PageDouble(lab)
    before = page.shown["sentence"]
    for _ in train(lab.model, lab.data, Adam(0.03), loss="squared error", steps=50):
        pass
    lab.cell_ended()
    assert page.shown["sentence"] != before
    assert lab.w1 == lab.model.layers[0].weights[0, 0]
    lab.close()


@pytest.mark.parametrize(
    "wrong",
    [Perceptron(), "net", Network([1, 3, 1]), Network([1, 4, 1], output="linear"),
     Network([1, 3, 1], hidden="tanh", output="linear")],
)  # fmt: skip
def test_pieces_refuses_what_it_cannot_show(wrong):
    with pytest.raises((TypeError, ValueError), match=r"Try Pieces\(Network"):
        Pieces(wrong)


# Lab C


@settings(max_examples=50, deadline=None)
@given(
    st.lists(tenths, min_size=9, max_size=9),
    st.sampled_from(WARP.control("bend").options),
    tenths.map(abs),
    tenths.map(abs),
)
def test_everything_is_carried_by_the_real_network(numbers, bend, first, second):
    network = WARP.model
    network.parameters = numbers
    network.layers[0].activation = activations.partly(bend, [first / 3, second / 3])
    WARP.cell_ended()
    WARP.bring_up_to_date()
    at = np.ravel(WARP._hidden._diamond.get_data())
    np.testing.assert_allclose(at, network.forward([WARP.x1, WARP.x2]).outputs[0][0])
    on_the_right = np.column_stack(WARP._hidden._examples._ones.get_data())
    ones = WARP.data.inputs[WARP.data.labels == 1]
    np.testing.assert_allclose(on_the_right, network.forward(ones).outputs[0])
    border = np.column_stack(WARP._inputs._border._line.get_data())
    border = border[~np.isnan(border[:, 0])]
    if len(border):
        size = np.abs(network.forward(WARP._inputs.border_grid).sums[-1]).max()
        assert np.abs(network.forward(border).sums[-1]).max() < 0.1 * size + 1e-9


def test_switching_the_bends_off_one_by_one_ends_in_a_linear_layer():
    lab = Warp()
    page = PageDouble(lab)
    names = []
    for share, value in [("bend1", 0.5), ("bend1", 0), ("bend2", 0.5), ("bend2", 0)]:
        page.set(share, value)
        names.append(lab.model.layers[0].activation.name)
    assert names == ["tanh by 0.5, 1", "tanh by 0, 1", "tanh by 0, 0.5", "linear"]
    page.say(type="press", name="bring_back")
    assert lab.model.layers[0].activation == activations.tanh
    lab.close()


def test_without_bends_the_words_are_those_of_one_neuron():
    lab = Warp()
    lab.remove_bends()
    layer = collapse(lab.model).layers[0]
    assert "one neuron with the sum 5.5·x₁ + 1·x₂ − 1.6" in lab.describe()
    assert (layer.weights[:, 0].round(9).tolist(), layer.bias.round(9).tolist()) == ([5.5, 1.0], [-1.6])
    assert "the same on 30 of 30 points" in lab.describe()
    lab.close()


def test_a_small_change_of_a_share_moves_the_paper_a_little():
    lab = Warp()
    before = None
    for share in np.linspace(1, 0, 21):
        lab.bend1 = lab.bend2 = float(share)
        lab.bring_up_to_date()
        now = np.concatenate([line.get_xydata() for line in lab._hidden._mesh._lines])
        if before is not None:
            assert np.nanmax(np.abs(now - before)) < 0.25
        before = now
    lab.close()


def test_a_bend_set_in_a_cell_moves_the_controls_and_is_not_undone_by_a_weight():
    lab = Warp()
    lab.model.layers[0].activation = activations.partly("ReLU", [1, 0.5])
    lab.x1_h1 = 2.0
    assert (lab.bend, lab.bend1, lab.bend2) == ("ReLU", 1, 0.5)
    assert lab.model.layers[0].activation == activations.partly("ReLU", [1, 0.5])
    lab.model.layers[0].activation = "linear"
    lab.cell_ended()
    assert (lab.bend1, lab.bend2) == (0, 0)
    lab.close()


def test_a_share_outside_0_to_1_is_refused_wherever_it_comes_from():
    lab = Warp()
    with pytest.raises(ValueError, match="from 0 to 1"):
        lab.restore("Warp?bend1=5")
    with pytest.raises(TraitError, match="from 0 to 1"):
        lab.bend2 = -0.5
    assert (lab.bend1, lab.bend2, lab.model.layers[0].activation) == (1, 1, activations.tanh)
    lab.close()


def test_shares_of_0_are_the_linear_layer_they_are():
    lab = Warp()
    lab.model.layers[0].activation = activations.partly("tanh", [0, 0])
    lab.cell_ended()
    assert "Nothing bends" in lab.describe()
    lab.close()


def test_an_arrow_too_long_for_the_plane_keeps_its_direction():
    lab = Warp(x1_h1=12, x2_h1=3)
    lab.bring_up_to_date()
    x, y = lab._inputs.tip([12, 3])
    assert (x, y / x) == (2, 0.25)
    assert lab.handles["arrow1"].at() == pytest.approx([2, 0.5])
    lab.close()


@pytest.mark.parametrize("name", ["moons", "XOR", "circles"])
def test_the_names_of_the_units_stand_on_no_point(name):
    lab = Warp(points=name)
    for x1_h1 in (1.5, 3, -1.5, 0):
        lab.x1_h1 = x1_h1
        lab.bring_up_to_date()
        for text in lab._inputs._names:
            assert np.hypot(*(lab.data.inputs - text.get_position()).T).min() > 0.12
    lab.close()


def test_the_longest_formulas_stay_in_the_picture():
    lab = Warp(
        x1_h1=-5.85, x2_h1=-5.25, b_h1=-5.55, x1_h2=-5.35, x2_h2=-5.15, b_h2=-4.85, h1_y=9.85, h2_y=9.15, b_y=-8.75,
        bend="leaky ReLU", bend1=0.35, bend2=0.65,
    )  # fmt: skip
    renderer = lab.figure.canvas.get_renderer()
    for _ in range(2):
        lab.bring_up_to_date()
        assert max(line.get_window_extent(renderer).x1 for line in lab._lines) < lab.width
        lab.remove_bends()
    lab.close()


def test_points_of_ones_own_are_added_with_the_diamond_and_travel_in_the_string():
    lab = Warp()
    page = PageDouble(lab)
    page.set("points", "my own")
    assert "Move the diamond" in page.shown["problem"]["sentence"]
    for name, x1 in (("add_disc", -1), ("add_ring", 1.5)):
        page.set("x1", x1)
        page.say(type="press", name=name)
    assert lab.data.inputs.tolist() == [[-1, -1], [1.5, -1]]
    assert lab.data.labels.tolist() == [1, 0]
    other = Warp()
    other.restore(lab.share())
    assert other.data.inputs.tolist() == lab.data.inputs.tolist()
    page.say(type="press", name="forget")
    assert (lab.points, lab.own, page.shown["problem"]) == ("moons", "", None)
    lab.close()
    other.close()


def test_points_of_ones_own_from_code():
    points = Data([[-1, -1], [1, 1]], [0, 1])
    lab = Warp(points=points)
    assert lab.data.inputs.tolist() == points.inputs.tolist()
    lab.close()
    with pytest.raises(ValueError, match="outside the plane"):
        Warp(points=Data([[-5, 0], [1, 1]], [0, 1]))


@pytest.mark.parametrize(
    "wrong", [Perceptron(), "net", Network([2, 3, 1]), Network([2, 2, 1], output="linear")]
)
def test_warp_refuses_what_it_cannot_show(wrong):
    with pytest.raises((TypeError, ValueError), match=r"Try Warp\(Network"):
        Warp(wrong)
