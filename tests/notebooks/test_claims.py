"""What the prose of a notebook says without calculating it on the page is calculated here."""

import numpy as np
import pytest

from nnlib import Adam, Network, Perceptron, accuracy, data, explore, train
from nnlib.data import labels

SPIRAL = data.spiral(n=200, seed=0)  # as explore.Training draws it


def run_of_notebook_00(steps, rate=0.01, rate_from_200=None):
    """Train as the lab does, if wanted with another learning rate from step 200 on."""
    network, optimizer, losses = Network([2, 8, 8, 1]), Adam(rate), []
    for step in train(network, SPIRAL, optimizer, batch=20, steps=steps, seed=0):
        if step.number == 200:
            optimizer.rate = rate_from_200 or rate
        losses.append(step.loss)
    return network, losses


def right_in_each_third(network):
    """Return the part of the points that is right: in the middle, between, at the outer ends."""
    distances = np.hypot(*SPIRAL.inputs.T)
    thirds = np.minimum(3 * distances / distances.max(), 2).astype(int)
    right = labels(network.forward(SPIRAL.inputs).outputs[-1]) == SPIRAL.labels
    return [right[thirds == third].mean() for third in range(3)]


def test_the_lab_makes_the_run_that_is_tested_here():
    lab = explore.Training(Network([2, 8, 8, 1]))
    lab.player.advance(50)
    network, _ = run_of_notebook_00(50)
    assert np.array_equal(lab.model.parameters, network.parameters)
    lab.close()


def test_the_part_between_middle_and_ends_of_the_spiral_is_learned_last():
    middle, between, ends = right_in_each_third(run_of_notebook_00(50)[0])
    assert min(middle, ends) > 0.75 and between < 0.25
    middle, between, ends = right_in_each_third(run_of_notebook_00(2000)[0])
    assert min(middle, between, ends) > 0.75 and max(middle, ends) - between < 0.15


def test_a_rate_of_1_leaps_and_a_rate_of_0_0001_hardly_moves():
    calm = run_of_notebook_00(2000)[1][-200:]
    leaping = run_of_notebook_00(2000, rate_from_200=1)[1][-200:]
    slow = run_of_notebook_00(2000, rate=0.0001)[1]
    assert np.std(leaping) > 2 * np.std(calm) and np.mean(leaping) > 0.7
    assert np.mean(slow[:20]) - np.mean(slow[-200:]) < 0.1
    assert np.std(slow[-200:]) < 0.1 and np.mean(calm) < np.mean(slow[-200:]) - 0.2


def test_three_places_of_the_slider_give_a_small_enough_loss():
    lab = explore.OneWeight()
    small = []
    for place in np.arange(-50, 51):
        lab.weight = place / 20
        small += [lab.weight] if lab.loss < 0.02 else []
    assert small == pytest.approx([-0.55, -0.5, -0.45])
    lab.close()


def test_the_lamp_of_notebook_03_changes_where_the_sum_is_0():
    lab = explore.Neuron(Perceptron([1, 1], -1.5), x1=0.25, x2=1.25)
    assert "= 0, which is at least 0: the neuron answers 1" in lab.describe()
    lab.x2 -= lab.control("x2").step
    assert "answers 0" in lab.describe()
    lab.close()


def test_minus_one_swaps_the_sides():
    either = Perceptron([1, 1], -0.5)
    swapped = Perceptron(-1 * either.weights, -1 * either.bias)
    points = np.random.default_rng(0).uniform(-2, 2, size=(1000, 2))
    assert (either.predict(points) != swapped.predict(points)).all()
