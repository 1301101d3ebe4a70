"""The pictures of notebook 07 show the slopes, losses and steps of the network behind them."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nnlib import SGD, Data, Network, Perceptron, gradcheck, landscapes, losses, train
from nnlib.explore import ConfidentMistake, Downhill, Valley
from tests.live.page_double import PageDouble

POINTS = Data([[0.5], [1.5], [-1.0]], [1.0, 2.0, 0.5])


@pytest.fixture(params=["bowl", "plateau", "two valleys"])
def downhill(request):
    lab = Downhill(landscape=request.param)
    yield lab
    lab.close()


@pytest.fixture
def valley():
    lab = Valley()
    yield lab
    lab.close()


# Downhill


@pytest.mark.parametrize("weight", [-4.0, -1.35, 0.0, 0.6, 2.5, 6.0])
def test_slope_and_loss_are_those_of_central_differences_on_the_curve(downhill, weight):
    downhill.weight = weight
    weights, heights = downhill._curve.get_data()
    assert downhill.loss == pytest.approx(np.interp(weight, weights, heights), abs=2e-3)
    points = downhill.points
    function = gradcheck.loss_of_parameters(downhill.model, points.inputs, points.targets, "squared error")
    measured = gradcheck.central_differences(function, downhill.model.parameters)
    assert downhill.slope == pytest.approx(measured[0], abs=1e-7)


def test_the_tangent_touches_the_curve_and_has_its_slope(downhill):
    downhill.weight = -1.0
    downhill.bring_up_to_date()
    (left, right), (low, high) = downhill._tangent._line.get_data()
    assert (high - low) / (right - left) == pytest.approx(downhill.slope)
    assert low + (high - low) * (downhill.weight - left) / (right - left) == pytest.approx(downhill.loss)
    assert downhill._tangent._line.get_linestyle() == ("--" if downhill.slope < 0 else "-")


def test_the_ring_is_where_the_step_lands(downhill):
    downhill.weight, downhill.rate = -2.0, 0.3
    downhill.bring_up_to_date()
    ring = np.ravel(downhill._walk._next.get_data())
    slope = downhill.slope
    downhill.player.advance(1)
    assert downhill.weight == pytest.approx(-2.0 - 0.3 * slope)
    assert ring == pytest.approx([downhill.weight, downhill.loss])


def test_the_walk_is_that_of_train_with_the_bias_held(downhill):
    ground = downhill._ground
    network = ground.network()
    optimizer = landscapes.HoldBias(0.1, network.is_weight)
    list(train(network, ground.points, optimizer, "squared error", batch=len(ground.points), steps=10))
    downhill.ten_steps()
    assert (downhill.model.parameters == network.parameters).all()
    assert downhill.model.parameters[1] == ground.bias
    assert len(downhill.walked) == 11


def test_reset_goes_back_to_where_the_walk_began():
    lab = Downhill(rate=0.5)
    lab.weight = -2.0
    lab.ten_steps()
    assert abs(lab.weight - 1) < 1e-4
    lab.player.reset()
    assert lab.weight == -2.0
    assert len(lab.walked) == 1


def test_time_goes_back_along_the_walk_and_a_hand_begins_a_new_one():
    lab = Downhill(rate=0.5)
    page = PageDouble(lab)
    lab.ten_steps()
    weights = lab.walked[:, 0]
    page.say(type="seek", value=2)
    assert lab.weight == weights[2]
    assert lab.walked[:, 0] == pytest.approx(weights[:3])
    assert page.shown["sentence"].startswith("After 2 steps, weight 1.125:")
    page.set("weight", -1)
    assert lab.walked[:, 0] == pytest.approx([-1])
    page.say(type="step")
    assert lab.walked[:, 0] == pytest.approx([-1, 0.5])


def test_a_rate_changed_on_the_way_counts_from_the_next_step():
    lab = Downhill(rate=0.5)
    lab.player.advance(1)
    lab.rate = 1
    lab.player.advance(1)
    assert lab.walked[:, 0] == pytest.approx([3, 1.5, 0.75])


@pytest.mark.parametrize("make", [Downhill, Valley])
def test_a_rate_changed_in_the_past_leads_where_the_picture_says(make):
    lab = make()
    begun = lab.model.parameters.copy()
    for _ in range(8):
        lab.player.advance()
    lab.player.seek(2)
    lab.rate *= 1.5
    wanted = lab.next_place(lab.gradients())
    lab.player.advance()
    assert (lab.model.parameters == wanted).all()
    assert len(lab.walked) == 4 and "After 3 steps" in repr(lab)
    lab.player.reset()
    assert (lab.model.parameters == begun).all()
    lab.close()


def test_ten_steps_are_ten_steps_in_the_past_too():
    lab = Downhill()
    for _ in range(8):
        lab.player.advance()
    lab.player.seek(3)
    lab.ten_steps()
    assert "After 13 steps" in repr(lab)
    lab.close()


@pytest.mark.parametrize("rate", [0.3, 0.4])
def test_the_formulas_of_a_walk_that_flies_apart_stay_in_the_picture(rate):
    lab = Valley(rate=rate)
    for _ in range(12):
        lab.player.advance()
        lab.bring_up_to_date()
        for text in lab._formulas:
            assert text.get_window_extent().x1 <= lab.width
    lab.close()


def test_a_walk_that_flies_apart_ends_with_a_sentence_and_stays_drawable():
    lab = Downhill(rate=2)
    page = PageDouble(lab)
    page.say(type="step")
    assert "outside this picture" in page.shown["sentence"]
    for _ in range(5):
        page.say(type="press", name="ten_steps")
        assert page.shown["problem"] is None
    assert "flown apart" in page.shown["sentence"]
    assert page.shown["sentence"].startswith("After 9 steps, weight −1023:")
    assert page.shown["player"]["ended"]
    drawn = np.concatenate([line.get_xydata() for line in lab.figure.findobj(type(lab._curve))])
    assert np.nanmax(np.abs(drawn)) < 1e5
    page.say(type="reset")
    assert page.shown["sentence"].startswith("Weight 3:")


def test_a_walk_that_ends_far_out_and_low_has_not_flown_apart():
    lab = Downhill(points=Data([[1], [2]], [5000, 9000]), rate=0.3)
    lab.player.advance(1)
    assert abs(lab.weight) > 1000
    lab.player.advance(60)
    assert lab.weight == pytest.approx(4600)  # (1·5000 + 2·9000) / (1² + 2²)
    assert "flown" not in lab.describe()
    lab.rate = 0.5
    lab.weight = 3
    lab.player.advance(60)
    assert lab.flown_apart


def test_a_bias_moved_in_a_cell_moves_the_curve_too(downhill):
    for bias in (0.5, -1.25):
        downhill.model.parameters[1] = bias
        downhill.cell_ended()
        downhill.bring_up_to_date()
        weights, heights = downhill._curve.get_data()
        assert downhill.loss == pytest.approx(np.interp(downhill.weight, weights, heights), abs=2e-3)
        ring = np.ravel(downhill._walk._next.get_data())
        assert ring[1] == pytest.approx(np.interp(ring[0], weights, heights), abs=2e-3)


def test_all_gaps_are_in_the_picture_at_the_start(downhill):
    downhill.bring_up_to_date()
    low, high = downhill._fit.axes.get_ylim()
    ends = downhill._fit._gaps.get_ydata()
    assert low < np.nanmin(ends)
    assert np.nanmax(ends) < high


def test_going_back_beyond_the_kept_places_leaves_no_dot_of_later(valley):
    network = valley.model
    list(train(network, valley.points, SGD(0.1), batch=3, steps=10_050))
    valley._step = 100
    assert valley.walked.tolist() == [network.parameters.tolist()]


@pytest.mark.parametrize("make", [Downhill, Valley])
def test_a_walk_does_not_go_over_into_another_landscape(make):
    lab = make(points=POINTS, rate=0.05)
    page = PageDouble(lab)
    for landscape in ("my own", *set(lab.control("landscape").options) - {"my own"}):
        page.say(type="press", name="ten_steps")
        page.set("landscape", landscape)
        assert len(lab.walked) == (11 if landscape == "my own" else 1)
        assert page.shown["player"]["steps"] == (11 if landscape == "my own" else 0)


def test_another_landscape_forgets_a_walk_even_when_it_ended_at_its_start():
    """At rate 4/3 the apples' walk is back at weight 3 after two steps; the rides' begins there."""
    lab = Downhill(points=landscapes.RIDES)
    lab.landscape, lab.rate = "bowl", 4 / 3
    lab.player.advance(2)
    assert lab.model.parameters.tolist() == [3, 0]
    lab.landscape = "my own"
    assert len(lab.walked) == 1


def test_a_walk_that_has_arrived_ends():
    lab = Downhill(rate=2 / 3)
    lab.player.advance(100)
    assert lab.player.ended
    assert len(lab.walked) < 10
    assert "level here" in lab.describe()


def test_a_network_of_ones_own_is_the_one_in_the_picture():
    network = Network([1, 1], output="tanh")
    network.parameters = [0.5, 0.25]
    lab = Downhill(network, POINTS)
    assert (lab.landscape, lab.weight) == ("my own", 0.5)
    assert lab.state()["inputs"] == "0.5,1.5,-1"
    network.layers[0].weights[0, 0] = 2
    lab.cell_ended()
    assert lab.weight == 2
    lab.landscape = "plateau"
    lab.landscape = "my own"
    assert network.parameters.tolist() == [0.5, 0.25]
    assert network.layers[0].activation.name == "tanh"


def test_training_in_a_cell_draws_the_path():
    network = Network([1, 1], output="linear")
    lab = Valley(network, POINTS)
    network.parameters = [-1, 2]
    for _ in train(network, POINTS, SGD(0.1), batch=3, steps=7):
        pass
    assert lab.walked.shape == (8, 2)
    assert lab.walked[0].tolist() == [-1, 2]
    assert (lab.walked[-1] == network.parameters).all()
    assert "After 7 steps" in lab.describe()
    lab.player.advance(1)
    assert "After 8 steps" in lab.describe()  # the player goes on with the walk


def test_a_lab_without_a_rate_says_nothing_of_steps():
    lab = Downhill(show=["weight"])
    assert "step" not in lab.describe()
    assert "step" in Downhill(show=["weight", "rate"]).describe()


@pytest.mark.parametrize("make", [Downhill, Valley])
@pytest.mark.parametrize(
    "wrong",
    [(Network([2, 1]), POINTS), (Perceptron([1]), POINTS), (None, Data([[1, 2]], [1])), (None, [1, 2])],
)
def test_what_cannot_be_shown_is_refused_with_a_sentence(make, wrong):
    with pytest.raises((TypeError, ValueError), match=rf"Try {make.__name__}\("):
        make(*wrong)


def test_a_landscape_without_points_is_refused_with_a_sentence():
    for lab in (Downhill(), Valley()):
        page = PageDouble(lab)
        page.set("landscape", "my own")
        assert "no points of your own" in page.shown["problem"]["sentence"]
    with pytest.raises(TypeError, match="points as well"):
        Downhill(Network([1, 1]))
    with pytest.raises(TypeError, match="linear"):
        Valley(Network([1, 1]), POINTS)
    with pytest.raises(ValueError, match="two different inputs"):
        Valley(points=Data([[1], [1]], [1, 2]))


# Valley

def test_the_angle_is_told_however_steep_the_valley():
    lab = Valley(points=Data([[1000], [2000]], [1, 2]), way=True)
    lab.weight, lab.bias = lab.lowest + [1e-9, 0]
    assert "° apart" in lab.describe()
    assert lab.problem is None


def test_a_lowest_place_outside_the_map_is_told():
    lab = Valley(points=Data([[1], [2]], [20, 30]))
    assert "The lowest place lies outside this picture." in lab.describe()
    lab.landscape = "long valley"
    assert "lowest place" not in lab.describe()


def test_level_ground_away_from_the_cross_is_not_called_the_lowest_place():
    lab = Valley(points=Data([[1], [1 + 1e-9]], [1, 1]))
    assert lab.gradients().parameters == pytest.approx([0, 0], abs=1e-6)
    assert lab.describe().endswith("it is level here.")
    lab.weight, lab.bias = lab.lowest
    assert lab.describe().endswith("this is the lowest place.")


places = st.integers(-80, 80).map(lambda twentieths: twentieths / 20)


@settings(max_examples=60, deadline=None)
@given(places, places)
def test_the_arrow_is_at_right_angles_to_the_line_of_equal_loss(weight, bias):
    lab = Valley(weight=weight, bias=bias)
    lab.bring_up_to_date()
    here, gradients = lab.model.parameters, lab.gradients()
    least = landscapes.losses_at(lab.points, *lab.lowest[:, None])[0]
    line = landscapes.ellipse(lab.points, np.array([gradients.loss - least]), corners=20_001)[0]
    nearest = np.hypot(*(line - here).T)[1:-1].argmin() + 1
    along = line[nearest + 1] - line[nearest - 1]
    if np.abs(gradients.parameters).max() > 0.5:
        start, tip = lab._arrow.pixels(here), lab._arrow._patch.get_xy()[3]
        cosine = along @ (tip - start) / np.hypot(*along) / np.hypot(*(tip - start))
        assert abs(cosine) < 0.01
        assert np.hypot(*(line[nearest] - here)) < 0.01  # the line goes through the place
    lab.close()


def test_the_line_of_equal_loss_has_the_loss_of_the_place(valley):
    valley.weight, valley.bias = 1.0, 2.0
    valley.bring_up_to_date()
    line = np.transpose(valley._level.get_data())
    heights = landscapes.losses_at(valley.points, *line.T)
    assert heights == pytest.approx(np.full(len(line), valley.gradients().loss))


def test_arrow_and_next_place_go_the_same_way(valley):
    valley.bring_up_to_date()
    tip = valley._arrow._patch.get_xy()[3]
    goal = np.ravel(valley._walk._next.get_data())
    start, goal = (valley._arrow.pixels(place) for place in (valley.model.parameters, goal))
    assert np.hypot(*(tip - start)) == pytest.approx(75)
    cross = np.linalg.det([tip - start, goal - start])
    assert cross == pytest.approx(0, abs=1e-6)
    assert (tip - start) @ (goal - start) > 0


def test_the_arrow_misses_the_lowest_place_in_the_valley_and_hits_it_in_the_bowl(valley):
    assert valley.angle == pytest.approx(63, abs=0.5)
    valley.landscape = "round bowl"
    assert valley.angle == pytest.approx(0, abs=1e-5)


def test_the_walk_in_the_valley_is_that_of_train(valley):
    network = Network([1, 1], output="linear")
    network.parameters = [-2, 3]
    list(train(network, landscapes.RIDES, SGD(0.1), batch=3, steps=10))
    valley.ten_steps()
    assert (valley.model.parameters == network.parameters).all()


def test_the_start_can_be_dragged_and_moved_by_keys(valley):
    page = PageDouble(valley)
    page.say(type="nudge", name="here", x=1, y=-2)
    assert (valley.weight, valley.bias) == pytest.approx((-1.9, 2.8))
    x, y = valley._map.axes.transData.transform((1.02, -0.51))
    page.say(type="drag", name="here", x=float(x), y=float(y))
    assert (valley.weight, valley.bias) == pytest.approx((1.0, -0.5))
    assert valley.model.parameters == pytest.approx([1.0, -0.5])
    page.say(type="step")
    page.say(type="reset")
    assert (valley.weight, valley.bias) == pytest.approx((1.0, -0.5))


def test_the_field_is_palest_at_the_lowest_place(valley):
    alpha = valley._map._field.get_array()[..., 3]
    row, column = np.unravel_index(alpha.argmin(), alpha.shape)
    place = np.array([[table[row, column]] for table in valley._map.grid])
    least = landscapes.losses_at(valley.points, *valley.lowest[:, None])[0]
    assert landscapes.losses_at(valley.points, *place)[0] - least < 0.05


# ConfidentMistake


@pytest.mark.parametrize("name", ["squared error", "binary cross-entropy"])
def test_both_curves_and_their_slopes_are_those_of_the_losses(name):
    lab = ConfidentMistake()
    z = np.linspace(-8, 8, 33)
    heights, slopes = lab.loss_and_slope(name, z)
    answers = 1 / (1 + np.exp(-z))
    loss = losses.find(name)
    assert heights == pytest.approx([loss(answer, 1.0) for answer in answers])
    shift = 1e-5
    above, below = (lab.loss_and_slope(name, z + side * shift)[0] for side in (1, -1))
    assert slopes == pytest.approx((above - below) / (2 * shift), abs=1e-6)


def test_a_confident_mistake_is_steep_for_one_loss_and_level_for_the_other():
    lab = ConfidentMistake(z=-6)
    here = lab.state()
    assert here["cross-entropy, slope"] == pytest.approx(lab.output - 1)
    assert here["squared error, slope"] == pytest.approx(2 * (lab.output - 1) * lab.output * (1 - lab.output))
    assert abs(here["squared error, slope"]) < 0.01 < 0.99 < abs(here["cross-entropy, slope"])


@pytest.mark.parametrize("z", [-1000.0, -40.0, 40.0, 1000.0])
def test_far_out_nothing_overflows(z):
    lab = ConfidentMistake()
    lab.z = z
    lab.bring_up_to_date()
    assert lab.problem is None
    assert all(np.isfinite(value) for value in lab.state().values())
