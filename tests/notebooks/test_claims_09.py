"""What the prose of notebook 09, its exercises and its quiz say in numbers, calculated here.

The networks are those of `digit_networks`. Where a sentence speaks of "about", several seeds are
looked at. What is said of the pad is in test_claims_09_pad.
"""

import numpy as np
import pytest

from nnlib import Adam, Network, accuracy, data, train
from nnlib.drawing.mistakes import SHOWN
from nnlib.exercises import training as exercises
from nnlib.exercises.training import counting
from nnlib.exercises.training.slips import right
from tests.notebooks.digit_networks import DOWN, LEFT, RIGHT, SEEDS, UP, joined, moved, trained, trained_on


@pytest.fixture(scope="module")
def networks():
    return {split: [trained(split, seed) for seed in SEEDS] for split in ("random", "order")}


def scores(networks, split, change=lambda digits: digits):
    """Return the accuracy on the digits held out, for each seed."""
    held_out = change(data.digits(split)[1])
    return [accuracy(network, held_out) for network in networks[split]]


def test_the_split_at_random_scores_95_to_96_and_by_order_91(networks):
    """The curriculum's figures were 0.98 to 0.99 and 0.91 to 0.94; this is what this recipe gives."""
    random, order = scores(networks, "random"), scores(networks, "order")
    assert 0.943 < min(random) < 0.951 and 0.960 < max(random) < 0.968
    assert 0.901 < min(order) < 0.909 and 0.907 < max(order) < 0.915
    assert np.mean(random) - np.mean(order) > 0.04
    assert min(random) - max(order) > 0.03  # more than chance: the two ranges do not touch


def test_with_ten_start_seeds_the_ranges_are_those_of_the_teachers_page():
    ranges = {}
    for split in ("order", "random"):
        held_out = data.digits(split)[1]
        found = [accuracy(trained(split, seed), held_out) for seed in range(10)]
        ranges[split] = min(found), max(found)
    assert ranges["order"] == pytest.approx((0.905, 0.919), abs=0.003)
    assert ranges["random"] == pytest.approx((0.944, 0.964), abs=0.003)


def accuracies_by_fifths(seed=0):
    """Hold out each fifth in order in its turn."""
    everybody = joined(data.digits("order"))
    places = np.array_split(np.arange(len(everybody)), 5)
    others = [np.setdiff1d(np.arange(len(everybody)), rows) for rows in places]
    return [
        accuracy(trained_on(everybody.rows(training), seed=seed), everybody.rows(rows))
        for training, rows in zip(others, places, strict=True)
    ]


def test_the_fifths_in_order_read_90_to_96_on_average_93_and_random_draws_97():
    """One fifth in order is about three hands: its score depends on whose they are."""
    in_order = accuracies_by_fifths()
    at_random = [accuracy(trained_on(training), held_out) for training, held_out in map(random_fifth, range(5))]
    assert [min(in_order), max(in_order)] == pytest.approx([0.90, 0.96], abs=0.005)
    assert [np.mean(in_order), np.mean(at_random)] == pytest.approx([0.93, 0.97], abs=0.005)
    assert np.mean(at_random) - np.mean(in_order) == pytest.approx(0.04, abs=0.005)
    here = [accuracy(trained(split), data.digits(split)[1]) for split in ("random", "order")]
    assert here[0] - here[1] == pytest.approx(0.05, abs=0.005)


def random_fifth(seed):
    return data.digits("random", seed=seed)


def test_the_fifths_lie_6_to_8_hundredths_apart_with_several_start_seeds():
    assert all(0.055 < np.ptp(accuracies_by_fifths(seed)) < 0.085 for seed in SEEDS)


def test_whoever_knows_all_training_pictures_by_heart_and_no_others_must_guess():
    """The quiz: no picture held out by order is among the training pictures."""
    training, held_out = data.digits("order")
    known = {picture.tobytes() for picture in training.inputs}
    assert not any(picture.tobytes() in known for picture in held_out.inputs)


def test_all_training_digits_are_read(networks):
    assert all(accuracy(n, data.digits("order")[0]) == 1 for n in networks["order"])
    assert all(accuracy(n, data.digits("random")[0]) > 0.998 for n in networks["random"])


def test_one_pixel_to_the_side_costs_about_half(networks):
    sideways = [score for by in (LEFT, RIGHT) for score in scores(networks, "random", lambda d: moved(d, *by))]
    upright = [score for by in (UP, DOWN) for score in scores(networks, "random", lambda d: moved(d, *by))]
    assert 0.47 < min(sideways) and max(sideways) < 0.55
    assert 0.40 < min(upright) and max(upright) < 0.50


def test_one_pixel_along_the_diagonal_leaves_a_tenth_to_a_third(networks):
    for by in [(1, 1), (-1, -1), (1, -1), (-1, 1)]:
        assert 0.08 < np.mean(scores(networks, "random", lambda digits: moved(digits, *by))) < 0.33
    assert np.mean(scores(networks, "random", lambda digits: moved(digits, 1, 1))) < 0.13


def test_number_two_is_surely_a_five_and_moved_surely_a_three(networks):
    held_out = data.digits("random")[1].rows([1])
    for network in networks["random"]:
        still, after = (network.predict(each.inputs)[0] for each in (held_out, moved(held_out, *RIGHT)))
        assert held_out.labels[0] == still.argmax() == 5 and still[5] > 0.99
        assert after.argmax() == 3 and after[3] > 0.97


def test_moved_digits_in_the_training_set_mend_it():
    training, held_out = data.digits("random")
    everything = joined([training, *(moved(training, *by) for by in (LEFT, RIGHT, UP, DOWN))])
    networks = [trained_on(everything, seed=seed, epochs=10) for seed in (0, 1)]
    after = [[accuracy(n, moved(held_out, *by)) for by in (LEFT, RIGHT, UP, DOWN)] for n in networks]
    assert 0.85 < np.min(after) and np.max(after) < 0.93 and 0.87 < np.mean(after) < 0.90
    still = [accuracy(network, held_out) for network in networks]
    assert 0.915 < min(still) and max(still) < 0.94  # and it costs a little where nothing is moved


def test_equal_start_weights_stay_equal_and_read_about_four_of_ten():
    network = trained("random", start=0.1)
    assert np.ptp(network.layers[0].weights, axis=1).max() < 1e-9
    assert 0.39 < accuracy(network, data.digits()[1]) < 0.43


@pytest.mark.parametrize("start", [0.3, 1.0])
def test_other_equal_start_weights_stay_equal_too(start):
    network = trained("random", start=start)
    assert np.ptp(network.layers[0].weights, axis=1).max() < 1e-6


def test_one_step_on_a_batch_lowers_its_loss_and_the_next_lowers_it_further():
    """The cell of part 2, run twice: 2.39, then 2.07, then less."""
    digits, network = data.digits("order")[0], Network([64, 16, 10], seed=0)
    batch = digits.rows(np.random.default_rng(0).permutation(len(digits))[:32])
    losses = [network.loss(batch.inputs, batch.targets)]
    for _ in range(2):
        network.parameters -= 0.5 * network.backward(network.forward(batch.inputs), batch.targets).parameters
        losses.append(network.loss(batch.inputs, batch.targets))
    assert [round(loss, 2) for loss in losses[:2]] == [2.39, 2.07] and losses[2] < losses[1] - 0.1


@pytest.mark.parametrize("start", ["sines", "equal in front"])
def test_units_that_begin_different_share_the_work_though_not_all_weights_are_random(start):
    network = Network([64, 16, 10])
    if start == "equal in front":
        network.layers[0].weights[:] = 0.1
    else:
        for layer in network.layers:
            layer.weights[:] = 0.2 * np.sin(1.7 * np.arange(layer.weights.size)).reshape(layer.weights.shape)
    assert accuracy(trained_on(data.digits()[0], network), data.digits()[1]) > 0.94


def test_three_hidden_layers_read_88_to_91_and_one_reads_91():
    """The cell of part 8, which shuffles with the seed 0 whatever the start."""
    digits, held_out = data.digits("order")
    found = {}
    for sizes in ([64, 16, 16, 16, 10], [64, 16, 10]):
        found[len(sizes)] = [
            accuracy(trained_on(digits, Network(sizes, seed=seed)), held_out) for seed in SEEDS
        ]
    assert [min(found[5]), max(found[5])] == pytest.approx([0.88, 0.91], abs=0.005)
    assert all(score == pytest.approx(0.91, abs=0.006) for score in found[3])


def test_the_loop_of_train_turns_once_more_than_it_steps():
    turns = list(train(Network([64, 16, 10]), data.digits("order")[0], Adam(0.01), epochs=25))
    assert len(turns) == 1126 and turns[0].number == 0 and turns[-1].number == 1125


def test_the_lab_shows_eight_mistakes_of_more(networks):
    held_out = data.digits("random")[1]
    answers = networks["random"][0].predict(held_out.inputs).argmax(axis=1)
    assert SHOWN == 8 < (answers != held_out.labels).sum()


def test_more_layers_change_little_here(networks):
    """The quiz: two more hidden layers of 16."""
    deeper = [trained("order", seed, (64, 16, 16, 16, 10)) for seed in SEEDS]
    held_out = data.digits("order")[1]
    assert abs(np.mean([accuracy(n, held_out) for n in deeper]) - np.mean(scores(networks, "order"))) < 0.03
    assert min(accuracy(n, held_out) for n in deeper) < min(scores(networks, "order"))


def test_a_fifth_is_held_out_and_an_epoch_is_45_steps():
    for split in ("random", "order"):
        training, held_out = data.digits(split)
        assert (len(training), len(held_out)) == (1438, 359) == (counting.EXAMPLES, 359)
    run = [step for step in train(Network([64, 16, 10]), training, Adam(0.01), batch=32, epochs=2)]
    assert run[45].epoch == 1 and run[-1].number == 90 and len(run[45].rows) == 1438 - 44 * 32 == 30
    assert exercises.steps.check(45 * 25).correct


def test_digits_of_one_hand_stand_together():
    """The digit of the same kind that is most alike is near in the order, far more often than chance."""
    everybody = joined(data.digits("order"))
    inputs, digit = everybody.inputs, everybody.labels
    same = digit[:, None] == digit[None]
    np.fill_diagonal(same, False)
    apart = np.abs(np.subtract.outer(np.arange(len(digit)), np.arange(len(digit))))
    squared = (inputs**2).sum(axis=1)
    distance = squared[:, None] + squared[None] - 2 * inputs @ inputs.T
    nearest = np.where(same, distance, np.inf).argmin(axis=1)
    near = apart[np.arange(len(digit)), nearest] < 140
    assert near.mean() > 0.55 and near[digit == 3].mean() > 0.55
    assert 0.13 < (apart[same] < 140).mean() < 0.16


def test_the_outermost_pixels_are_nearly_always_empty():
    """What the notebook says of the frame: full height, 20 of 32 dots wide."""
    everything = joined(data.digits()).inputs.reshape(-1, 8, 8)
    assert (everything[:, :, 0] > 0).any(axis=1).mean() < 0.02
    assert (everything[:, 0] > 0).any(axis=1).all() and (everything[:, 7] > 0).any(axis=1).all()


def test_the_mistakes_by_order_come_by_the_handful(networks):
    """The teacher's page: six 1s read as 9 and eight 3s read as 8, with start seed 0."""
    held_out = data.digits("order")[1]
    answers = networks["order"][0].predict(held_out.inputs).argmax(axis=1)
    assert ((held_out.labels == 1) & (answers == 9)).sum() == 6
    assert ((held_out.labels == 3) & (answers == 8)).sum() == 8


def test_without_shuffling_sorted_digits_are_learned_a_little_worse(networks):
    training, held_out = data.digits("random")
    order, network, optimizer = np.argsort(training.labels, kind="stable"), Network([64, 16, 10]), Adam(0.01)
    for start in [*range(0, len(training), 32)] * 25:
        batch = training.rows(order[start : start + 32])
        slopes = network.backward(network.forward(batch.inputs), batch.targets).parameters
        network.parameters = optimizer.update(network.parameters, slopes)
    assert 0.01 < scores(networks, "random")[0] - accuracy(network, held_out) < 0.08


def test_ten_epochs_give_nearly_the_same(networks):
    for split in ("random", "order"):
        network, (training, held_out) = Network([64, 16, 10], seed=0), data.digits(split)
        for _ in train(network, training, Adam(0.01), epochs=10, l2=0.0001):
            pass
        assert abs(accuracy(network, held_out) - scores(networks, split)[0]) < 0.015


def test_a_loop_like_the_one_of_exercise_3_learns_to_read():
    """The numbers that part 4 suggests: plain steps of 0.3, batches of 32, 20 epochs."""
    mine = Network([64, 16, 10])
    right(mine, data.digits("order")[0], 0.3, 32, 20, np.random.default_rng(0))
    assert 0.89 < accuracy(mine, data.digits("order")[1]) < 0.92


def test_the_network_of_the_notebook_has_1210_numbers():
    assert Network([64, 16, 10]).parameters.size == 1210


def test_by_order_the_gap_is_twice_as_wide(networks):
    gap = {split: 1 - np.mean(scores(networks, split)) for split in networks}
    assert 1.7 < gap["order"] / gap["random"] < 2.5


def test_the_weights_at_the_left_edge_are_pale(networks):
    for network in networks["random"]:
        columns = np.abs(network.layers[0].weights.reshape(8, 8, 16)).mean(axis=(0, 2))
        assert columns[0] < 0.15 * columns[1:7].min()


def test_of_two_units_that_want_an_empty_middle_one_pushes_towards_0(networks):
    hidden, output = networks["random"][0].layers
    middle = hidden.weights.reshape(8, 8, 16)[2:6, 3:5].mean(axis=(0, 1))
    assert set(middle.argsort()[:2] + 1) == {6, 16}
    assert set(output.weights[15].argsort()[-2:]) == {5, 0}
    assert set(output.weights[5].argsort()[-2:]) == {2, 9}


def test_number_six_is_the_first_mistake(networks):
    held_out = data.digits("random")[1]
    answers = networks["random"][0].predict(held_out.inputs).argmax(axis=1)
    assert np.flatnonzero(answers != held_out.labels)[0] + 1 == 6
