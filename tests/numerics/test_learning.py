"""The whole thing at work: the promises of the course about what its networks learn."""

import pytest

from nnlib import Adam, Network, accuracy, data, train


@pytest.mark.parametrize("seed", range(5))
def test_a_small_network_learns_the_spiral(seed):
    points = data.spiral(500, noise=0, radius=5, seed=seed)
    network = Network([2, 8, 8, 1], hidden="tanh", seed=seed)
    for _ in train(network, points, Adam(0.01), batch=32, epochs=600, seed=seed):
        pass
    assert accuracy(network, points) >= 0.98


@pytest.mark.parametrize("seed", range(5))
def test_a_network_reads_handwritten_digits(seed):
    training, test = data.digits("random", seed=seed)
    network = Network([64, 64, 10], seed=seed)
    for _ in train(network, training, Adam(0.003), epochs=40, seed=seed):
        pass
    assert accuracy(network, test) >= 0.96


def test_other_peoples_handwriting_is_harder():
    scores = {}
    for split in ("random", "order"):
        training, test = data.digits(split)
        network = Network([64, 64, 10])
        for _ in train(network, training, Adam(0.003), epochs=20):
            pass
        scores[split] = accuracy(network, test)
    assert 0.85 < scores["order"] < scores["random"] - 0.03


@pytest.mark.parametrize("seed", range(3))
def test_four_hidden_units_solve_xor(seed):
    gate = data.gate("XOR")
    network = Network([2, 4, 1], seed=seed)
    for _ in train(network, gate, Adam(0.05), epochs=500, seed=seed):
        pass
    assert accuracy(network, gate) == 1 and network.loss(gate.inputs, gate.targets) < 0.05


@pytest.mark.parametrize("maker", [data.blobs, data.circles, data.moons, data.checkerboard])
def test_every_set_of_points_can_be_learned(maker):
    points = maker(200, noise=0.0)
    network = Network([2, 16, 16, 1])
    for _ in train(network, points, Adam(0.02), batch=32, epochs=300):
        pass
    assert accuracy(network, points) >= 0.95
