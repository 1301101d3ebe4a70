"""Notebook 09: loops that stop, or go wrong in a way of their own, and what the check says of them."""

import numpy as np
import pytest

from nnlib.exercises.training import my_train, slips


def shared_random_numbers(network, data, rate, batch, epochs, rng):
    for _ in range(epochs):
        order = np.random.permutation(len(data))
        for start in range(0, len(data), batch):
            rows = order[start : start + batch]
            gradients = network.backward(network.forward(data.inputs[rows]), data.targets[rows])
            network.parameters -= rate * gradients.parameters


def shared_as_well(network, data, rate, batch, epochs, rng):
    np.random.shuffle([1, 2])
    slips.right(network, data, rate, batch, epochs, rng)


def sign_of_the_number(network, data, rate, batch, epochs, rng):
    slips.right(network, data, rate, batch, epochs, rng)
    network.parameters *= -1


def unknown_name(network, data, rate, batch, epochs, rng):
    return examples  # noqa: F821


def half_the_rate(network, data, rate, batch, epochs, rng):
    slips.right(network, data, rate / 2, batch, epochs, rng)


def twice_the_batch(network, data, rate, batch, epochs, rng):
    slips.right(network, data, rate, 2 * batch, epochs, rng)


@pytest.mark.parametrize(
    ("loop", "said"),
    [
        (shared_random_numbers, "Draw it from the `rng` handed in"),
        (shared_as_well, "comes from `np.random`, which all cells share"),
        (unknown_name, "stopped with NameError: name 'examples' is not defined. Try it"),
        (half_the_rate, "The batches are as they should be"),
        (sign_of_the_number, "The batches are as they should be"),
        (twice_the_batch, "updates were made from 32, 18, 32, 18, 32 … examples; 16, 16, 16, 2, 16 … are due"),
    ],
)
def test_what_is_said_of_a_loop_nobody_foresaw(loop, said):
    result = my_train.check(loop)
    assert not result.correct and said in result.text


def looked_at_twice(network, data, rate, batch, epochs, rng):
    """Measure the loss of the batch, and of everything, before each step."""
    for _ in range(epochs):
        order = rng.permutation(len(data))
        for start in range(0, len(data), batch):
            rows = order[start : start + batch]
            network.backward(network.forward(data.inputs), data.targets)
            gradients = network.backward(network.forward(data.inputs[rows]), data.targets[rows])
            gradients = network.backward(network.forward(data.inputs[rows]), data.targets[rows])
            network.parameters -= rate * gradients.parameters


def data_shuffled_in_place(network, data, rate, batch, epochs, rng):
    for _ in range(epochs):
        order = rng.permutation(len(data))
        data.inputs[:], data.targets[:] = data.inputs[order], data.targets[order]
        for start in range(0, len(data), batch):
            rows = slice(start, start + batch)
            gradients = network.backward(network.forward(data.inputs[rows]), data.targets[rows])
            network.parameters -= rate * gradients.parameters


def layer_by_layer(network, data, rate, batch, epochs, rng):
    for _ in range(epochs):
        order = rng.permutation(len(data))
        for start in range(0, len(data), batch):
            rows = order[start : start + batch]
            gradients = network.backward(network.forward(data.inputs[rows]), data.targets[rows])
            for layer, slopes in zip(network.layers, gradients.layers):
                layer.weights -= rate * slopes.weights
                layer.bias -= rate * slopes.bias


@pytest.mark.parametrize("loop", [looked_at_twice, data_shuffled_in_place, layer_by_layer])
def test_a_loop_is_right_however_it_is_written(loop):
    assert my_train.check(loop).correct


def rate_from_an_earlier_cell(network, data, rate, batch, epochs, rng):
    slips.right(network, data, 0.5, batch, epochs, rng)


def test_a_rate_that_was_copied_is_not_the_rate_handed_in():
    assert not my_train.check(rate_from_an_earlier_cell).correct


def test_slopes_without_a_step_are_not_taken_for_an_empty_answer():
    assert my_train.check(slips.not_kept).misconception == "nothing subtracted"
