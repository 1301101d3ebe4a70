"""What the prose of notebook 07 says without calculating it on the page is calculated here."""

import numpy as np
import pytest

from nnlib import SGD, Data, Network, accuracy, explore, landscapes, train
from nnlib.exercises import slopes as exercises

APPLES, RIDES = landscapes.APPLES, landscapes.RIDES
KILOS, COST = APPLES.inputs[:, 0], APPLES.targets[:, 0]


def walk(weight, rate, steps, landscape=landscapes.BOWL):
    """Return the weights of a walk from `weight`, the start included."""
    network = landscape.network(weight)
    optimizer = landscapes.HoldBias(rate, network.is_weight)
    run = train(network, landscape.points, optimizer, "squared error", batch=len(landscape.points), steps=steps)
    return np.array([network.parameters[0] for _ in run])


def end_in_the_valley(rate, steps=300, start=(-2, 3)):
    """Return the places of a walk in the long valley."""
    network = Network([1, 1], output="linear")
    network.parameters = start
    return np.array([network.parameters.copy() for _ in train(network, RIDES, SGD(rate), batch=3, steps=steps)])


def test_the_apples_of_the_notebook_are_those_of_the_landscape():
    assert KILOS.tolist() == [0.5, 1.0, 1.0]
    assert COST.tolist() == [0.5, 1.5, 0.5]
    gaps = 3 * KILOS - COST
    assert gaps.tolist() == [1, 1.5, 2.5]
    assert (gaps**2).tolist() == [1, 2.25, 6.25]
    assert (1 * KILOS - COST).tolist() == [0, -0.5, 0.5]
    assert landscapes.BOWL.losses([1.0]) == pytest.approx(0.1667, abs=1e-4)
    assert landscapes.BOWL.losses(np.linspace(-4, 6, 10_001)).argmin() == 5000


def test_three_rates_creep_arrive_and_fly_apart():
    told = [exercises.what_it_did(walk(3, rate, 10), 1) for rate in (0.01, 0.5, 4 / 3, 2)]
    words = ["creeps", "arrives", "bounces", "flies apart"]
    assert all(word in sentence for word, sentence in zip(words, told))
    assert set(told) == set(exercises.small_rate.options)


def test_at_each_rate_the_distance_is_multiplied_by_one_number():
    for rate in (0.01, 0.5, 1, 4 / 3, 2):
        distances = walk(3, rate, 8) - 1
        assert distances[1:] == pytest.approx((1 - 1.5 * rate) * distances[:-1])
    assert walk(3, 2 / 3, 1)[-1] == pytest.approx(1)


def test_the_plateau_holds_small_rates_and_lets_a_larger_one_go():
    plateau = landscapes.PLATEAU
    assert abs(walk(-3.5, 0.5, 20, plateau)[-1] + 3.5) < 0.1
    assert plateau.losses([walk(-3.5, 2, 60, plateau)[-1]])[0] < 0.1
    hops, arrives = walk(-3.5, 2, 3000, plateau)[100:], walk(-3.5, 1, 200, plateau)
    assert 0.3 < hops.min() < hops.max() < 1 and np.ptp(hops[-10:]) > 0.3  # rate 2 never settles
    assert arrives[60] < -3 and arrives[[-10, -1]] == pytest.approx(0.488, abs=5e-4)
    flown = walk(-3.5, 3, 60, plateau)[-1]
    assert flown > 4
    assert plateau.losses([flown, 6]) == pytest.approx([0.2, 0.2], abs=0.005)  # level all the way


def test_two_starts_not_far_apart_end_in_different_valleys():
    left, right = (walk(start, 0.5, 200, landscapes.TWO_VALLEYS)[-1] for start in (-0.3, -0.1))
    assert left == pytest.approx(-1.404, abs=0.01)
    assert right == pytest.approx(0.61, abs=0.01)


def test_in_two_valleys_a_large_rate_leaves_the_first_and_misses_the_other():
    hilltop = -0.222
    settles, bounces = (walk(-3.5, rate, 200, landscapes.TWO_VALLEYS) for rate in (1, 4.5))
    leaves = walk(-3.5, 10, 5000, landscapes.TWO_VALLEYS)
    assert settles[-1] == pytest.approx(-1.404, abs=0.01)
    assert bounces.max() < hilltop
    assert np.ptp(bounces[-10:]) > 0.2
    assert leaves[:26].max() < 6 < leaves[26:31].max()  # on the level ground, outside the picture
    thrown_out = np.flatnonzero((leaves[1:] > 6) & (leaves[:-1] < 6))
    assert len(thrown_out) > 1
    assert abs(leaves - 0.61).min() > 0.05  # nowhere near the bottom of the deeper one


def test_the_arrow_is_63_degrees_off_and_in_the_round_bowl_it_is_not():
    lab = explore.Valley(weight=-2, bias=3)
    assert round(lab.angle) == 63
    lab.landscape = "round bowl"
    lab.bias = 0
    assert round(lab.angle) == 0
    lab.rate = 0.5
    lab.player.advance(1)
    assert [lab.weight, lab.bias] == pytest.approx(lab.lowest)
    lab.close()


def test_the_arrow_points_at_the_cross_only_from_the_floor_and_the_line_across():
    _, directions = np.linalg.eigh(landscapes.curvature(RIDES))
    lab = explore.Valley()
    for angle in np.radians(range(0, 180, 15)):
        offset = directions @ [np.cos(angle), np.sin(angle)]
        lab.weight, lab.bias = landscapes.lowest_place(RIDES) + offset
        on_an_axis = np.isclose(np.sin(2 * angle), 0)
        assert (lab.angle < 0.1) == on_an_axis
    lab.close()


def test_the_walk_in_the_valley_creeps_zigzags_or_flies_apart():
    """Measure how far a place is from the floor, in the direction of the largest curvature."""
    curvatures, directions = np.linalg.eigh(landscapes.curvature(RIDES))
    lowest = landscapes.lowest_place(RIDES)

    def from_floor(rate, steps):
        along, across = ((end_in_the_valley(rate, steps) - lowest) @ directions).T
        return along, across

    along, across = from_floor(0.1, 10)
    assert abs(across[2]) < 0.02 * abs(across[0])
    assert abs(along[10]) > 0.7 * abs(along[2])  # on the floor it creeps
    along, across = from_floor(0.17, 10)
    assert (np.sign(across[1:]) != np.sign(across[:-1])).all()
    assert abs(along[10]) > 0.6 * abs(along[0])
    assert abs(from_floor(0.19, 10)[1][10]) > abs(across[0])
    assert curvatures == pytest.approx([0.24, 11.09], abs=0.01)


def test_a_loss_may_fall_while_the_accuracy_falls_or_stays():
    x = np.array([-1, -1, -1, 1, 1, 1, -6, 6.0])
    eight = Data(x[:, None], [0, 0, 0, 1, 1, 1, 1, 0])
    six = eight.rows(slice(6))
    for examples, first, last in ((eight, 0.75, 0.25), (six, 1.0, 1.0)):
        network = Network([1, 1])
        network.parameters = [1, 0]
        losses = [network.loss(examples.inputs, examples.targets)]
        assert accuracy(network, examples) == first
        for _ in train(network, examples, SGD(0.1), batch=8, steps=20):
            losses.append(network.loss(examples.inputs, examples.targets))
        assert accuracy(network, examples) == last
        assert (np.diff(losses[1:]) < 0).all()
        if examples is eight:
            assert (losses[0], losses[-1]) == pytest.approx((1.74, 0.66), abs=0.005)
            assert losses[-1] < losses[0] / 2  # as the prediction says


def test_the_weight_turns_round_and_gets_just_the_two_confident_mistakes_right():
    x = np.array([-1, -1, -1, 1, 1, 1, -6, 6.0])
    eight = Data(x[:, None], [0, 0, 0, 1, 1, 1, 1, 0])
    neuron = Network([1, 1])
    neuron.parameters = [1, 0]
    weights = [neuron.parameters[0] for _ in train(neuron, eight, SGD(0.1), batch=8, steps=20)]
    answers = neuron.predict(x[:, None])[:, 0]
    assert weights[0] > 0 > weights[-1]
    assert ((answers >= 0.5) == eight.labels).tolist() == [False] * 6 + [True] * 2
    assert abs(answers[:6] - 0.5).max() < 0.05


def test_a_little_change_of_the_weight_leaves_the_accuracy_as_it_is():
    eight = Data([[-1], [-1], [-1], [1], [1], [1], [-6], [6]], [0, 0, 0, 1, 1, 1, 1, 0])
    network = Network([1, 1])
    found = []
    for weight in (0.999, 1.0, 1.001):
        network.parameters = [weight, 0]
        found.append((accuracy(network, eight), network.loss(eight.inputs, eight.targets)))
    accuracies, losses = zip(*found)
    assert len(set(accuracies)) == 1
    assert len(set(losses)) == 3


def test_the_neuron_of_part_8_answers_0_0025():
    assert explore.ConfidentMistake(z=-6).output == pytest.approx(0.0025, abs=5e-5)


@pytest.mark.parametrize("rate", [5e-7, 1e-6])
def test_apples_in_grams_need_a_rate_a_million_times_smaller(rate):
    grams = landscapes.Landscape(Data(1000 * APPLES.inputs, APPLES.targets))
    limit = 2 / landscapes.curvature(grams.points)[0, 0]
    assert limit == pytest.approx(0.0000013, abs=5e-8)
    assert f"{walk(0, rate, 20, grams)[-1]:.6f}".startswith("0.00100")
    assert abs(walk(0, 0.1, 3, grams)[-1]) > 1e12


def test_of_360_directions_the_steepest_is_across_and_63_degrees_beside_the_cross():
    """The page finds them by tiny steps; here they come from backpropagation and least squares."""
    network = Network([1, 1], output="linear")
    network.parameters = [-2, 3]
    gradients = network.backward(network.forward(RIDES.inputs), RIDES.targets, "squared error")
    downhill = np.degrees(np.arctan2(*-gradients.parameters[::-1]))
    way = landscapes.lowest_place(RIDES) - network.parameters
    cross = np.degrees(np.arctan2(*way[::-1]))
    assert (round(downhill), round(downhill + 90), round(cross)) == (21, 111, -42)
    assert exercises.way_down(21, cross, 111).startswith("Straight across")


@pytest.mark.parametrize(
    "steepest, word", [(-40, "at the lowest place"), (320, "at the lowest"), (20, "across"), (199, "across"),
                       (112, "Along"), (291, "Along"), (-70, "Along")],
)  # fmt: skip
def test_the_way_down_is_the_nearest_of_three(steepest, word):
    assert word in exercises.way_down(steepest, cross=-42, level=111)


def test_the_options_that_the_page_picks_by_their_place():
    """Cell by cell: the steeper loss is the second option; falling, staying, rising is 3, 2, 1."""
    assert exercises.confident.options[1] == "The cross-entropy."
    assert [option.split()[-1] for option in exercises.loss_and_accuracy.options] == ["rises.", "same.", "falls."]


@pytest.mark.parametrize(
    "weights, word",
    [([3, np.inf, np.nan], "flies"), ([1, 1, 1], "arrives"), ([3, 3, 3], "creeps"), ([3, -1, 3], "bounces"),
     ([3, 2.99, 2.98], "creeps"), ([3, -1.1, 3.2], "flies")],
)  # fmt: skip
def test_what_a_walk_did_is_told_at_the_edges_too(weights, word):
    assert word in exercises.what_it_did(np.array(weights, dtype=float), 1)


def test_the_rates_that_the_exercise_expects_are_those_of_the_lab():
    from nnlib.exercises.slopes import rates

    control = explore.Downhill().control("rate")
    assert (control.low, control.high) == (rates.LOWEST, rates.HIGHEST)


def check_of(points, rate):
    lab = explore.Downhill(points=points, rate=rate)
    result = exercises.largest_rate.check(lab)
    lab.close()
    return result


@pytest.mark.parametrize(
    "points, rate, said",
    [
        (Data([[0], [0]], [1, 2]), 5, "All inputs are 0"),
        (Data([[0.1], [0.2]], [1, 2]), 10, "farther from 0"),
        (Data([[100], [50]], [1, 2]), 0.001, "nearer to 0"),
        (Data([[1], [-1]], [1, 1]), 1.5, "from weight 1, the loss goes from 2 to 5 in 1 step."),
        (Data([[1], [1]], [1, 1]), 2, "from weight 0, the loss goes from 1 to 9 in 1 step."),
    ],
)
def test_the_largest_rate_is_answered_truly_on_unusual_points(points, rate, said):
    result = check_of(points, rate)
    assert not result.correct
    assert said in result.text


def test_a_lab_of_another_kind_is_sent_back():
    curved = explore.Downhill(landscape="plateau", rate=2)
    assert "activation tanh" in exercises.largest_rate.check(curved).text
    assert "no `activation`" in exercises.largest_rate.check(explore.Valley(rate=0.1)).text


def test_doubling_the_rate_doubles_the_next_step_only():
    once, twice = (walk(3, rate, 1)[-1] - 3 for rate in (0.5, 1))
    assert twice == pytest.approx(2 * once)
    assert landscapes.BOWL.losses([walk(3, 2, 1)[-1]]) > landscapes.BOWL.losses([walk(3, 0.5, 1)[-1]])


def test_the_five_places_are_what_the_solution_says():
    """The explanation names each letter; the numbers behind it are those of real networks."""
    from nnlib.exercises.slopes.places import PLACES, losses_around, slope_at

    slope = {name: slope_at(*place) for name, place in PLACES.items()}
    around = {name: losses_around(*place) for name, place in PLACES.items()}
    assert abs(slope["D"]) > 0.5
    assert all(abs(slope[name]) < 0.02 for name in "ABCE")
    assert around["A"][2] < around["A"][1] < around["A"][0]
    assert around["C"][1] > max(around["C"][0], around["C"][2])
    assert all(around[name][1] < min(around[name][0], around[name][2]) for name in "BE")
    assert around["E"][1] < around["B"][1]
    assert exercises.minima.expected == frozenset("BE")


def test_the_numbers_of_the_teachers_page():
    assert np.mean(COST) == pytest.approx(0.83, abs=0.005)
    dearer = Data(KILOS[:, None], [0.5, 2.0, 0.5])
    best = (KILOS @ dearer.targets[:, 0]) / (KILOS @ KILOS)
    assert best == pytest.approx(1.22, abs=0.005)
    assert np.mean(dearer.targets[:, 0] / KILOS) == pytest.approx(1.17, abs=0.005)
    assert [walk(3, rate, 10)[-1] for rate in (0.01, 0.5, 2)] == pytest.approx([2.72, 1.000002, 2049], abs=5e-3)
    steps = 1 + np.argmax(np.abs(walk(3, 0.01, 400)[1:] - 1) < 0.02)
    assert steps == 305
    valleys = landscapes.TWO_VALLEYS.losses([-1.404, 0.61])
    assert valleys == pytest.approx([0.917, 0.574], abs=5e-4)
    assert 2 / np.mean(2 * np.array([0.5, 1, 2]) ** 2) == pytest.approx(0.571, abs=5e-4)
    own = Data([[0.5], [1.0], [2.0]], [1.0, 2.5, 3.5])
    assert [check_of(own, rate).correct for rate in (0.54, 0.545, 0.571, 0.572)] == [False, True, True, False]
    assert landscapes.PLATEAU.losses(np.linspace(-4, 6, 1001)).min() == pytest.approx(0.003, abs=5e-4)
    flattest = np.linalg.eigvalsh(landscapes.curvature(RIDES))[0]
    assert round(2 / flattest) == 8


def test_the_letters_of_the_right_options_in_the_quiz():
    right = [
        "abc"[[option.right for option in question.options].index(True)] for question in exercises.quiz.questions
    ]
    assert right == ["b", "b", "a", "b", "b", "c"]
