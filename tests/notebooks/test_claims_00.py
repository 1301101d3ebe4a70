"""What notebook 00 and its teacher's page say without calculating it on the page."""

import numpy as np
import pytest

from nnlib import Adam, Network, accuracy, data, explore, train
from nnlib.data import labels

SPIRAL = data.spiral(n=200, seed=0)  # as explore.Training draws it


@pytest.fixture(scope="module")
def runs():
    """The spiral as the lab learns it: as it stands, turned up to rate 1 at step 200, and slow."""
    return {"calm": spiral_run(2000), "leaping": spiral_run(2000, later=1), "slow": spiral_run(2000, 0.0001)}


def spiral_run(steps, rate=0.01, later=None):
    """Train as the lab does, if wanted with another learning rate from step 200 on."""
    network, optimizer, losses = Network([2, 8, 8, 1]), Adam(rate), []
    for step in train(network, SPIRAL, optimizer, batch=20, steps=steps, seed=0):
        if step.number == 200:
            optimizer.rate = later or rate
        losses.append(step.loss)
    return network, losses


def right(network):
    return labels(network.predict(SPIRAL.inputs)) == SPIRAL.labels


def right_in_each_third(network):
    """Return the part of the points that is right: in the middle, between, at the outer ends."""
    distances = np.hypot(*SPIRAL.inputs.T)
    thirds = np.minimum(3 * distances / distances.max(), 2).astype(int)
    return [right(network)[thirds == third].mean() for third in range(3)]


def digits_run(split="random"):
    """Train the five lines of part 8, and return the network, its data and the number of steps."""
    network, (training, test) = Network([64, 64, 10]), data.digits(split)
    for step in train(network, training, Adam(rate=0.001), epochs=60):
        pass
    return network, training, test, step.number


# One slider.


@pytest.mark.parametrize(
    ("weight", "prediction", "loss"),
    [(1.5, 3, 16), (-0.5, -1, 0), (-2.5, -5, 16), (-1, -2, 1), (0, 0, 1), (0.5, 1, 4), (2.5, 5, 36),
     (0.25, 0.5, 2.25), (-0.45, -0.9, 0.01)],
)  # fmt: skip
def test_the_numbers_at_places_of_the_slider(weight, prediction, loss):
    lab = explore.OneWeight(weight=weight)
    assert (lab.prediction, lab.loss) == pytest.approx((prediction, loss))
    lab.close()


def test_three_places_give_a_small_enough_loss_and_the_right_end_the_largest():
    lab, losses = explore.OneWeight(), {}
    for place in np.arange(-50, 51):
        lab.weight = place / 20
        losses[lab.weight] = lab.loss
    assert [weight for weight, loss in losses.items() if loss < 0.02] == [-0.55, -0.5, -0.45]
    assert max(losses, key=losses.get) == 2.5 == lab.control("weight").high
    lab.close()


# The spiral.


def test_the_lab_makes_the_run_that_is_tested_here():
    lab = explore.Training(Network([2, 8, 8, 1]))
    lab.player.advance(50)
    assert np.array_equal(lab.model.parameters, spiral_run(50)[0].parameters)
    lab.close()


def test_the_part_between_middle_and_ends_of_the_spiral_is_late_but_not_last(runs):
    early = spiral_run(50)[0]
    middle, between, ends = right_in_each_third(early)
    assert 0.85 < middle < 0.95 and 0.85 < ends < 0.9 and 0.15 < between < 0.25
    assert right(early).mean() == pytest.approx(2 / 3, abs=0.02)
    assert np.round(right_in_each_third(runs["calm"][0]), 2).tolist() == [0.92, 0.84, 0.84]
    middle, between, ends = right_in_each_third(spiral_run(6000)[0])
    assert between == 1 and middle < 1 and ends < 1


def test_a_rate_of_1_leaps_and_a_rate_of_0_0001_hardly_moves(runs):
    calm, leaping, slow = (losses for _, losses in runs.values())
    assert min(leaping[-200:]) == pytest.approx(0.4, abs=0.1)
    assert max(leaping[-200:]) == pytest.approx(2.3, abs=0.1)
    assert np.std(leaping[-200:]) > 2 * np.std(calm[-200:])
    assert slow[0] == pytest.approx(0.75, abs=0.005)
    assert np.mean(slow[-200:]) == pytest.approx(0.67, abs=0.01)
    assert np.std(slow[-200:]) < 0.1 and np.mean(calm[-200:]) < np.mean(slow[-200:]) - 0.2
    assert right(runs["slow"][0]).mean() == pytest.approx(0.62, abs=0.01)


# The digits.


def test_the_five_lines_read_346_of_the_359_digits_kept_back():
    network, training, test, steps = digits_run()
    assert (steps, network.parameters.size) == (2700, 4810)
    assert (round(accuracy(network, test) * len(test)), len(test)) == (346, 359)
    assert len(training) == 1438 and accuracy(network, training) > 0.99
    assert round(100 * accuracy(Network([64, 64, 10]), test)) == 10
    assert training.labels[0] == 6


def test_held_out_by_order_the_same_five_lines_read_91_of_100():
    network, _, test, _ = digits_run("order")
    assert round(100 * accuracy(network, test)) == 91
