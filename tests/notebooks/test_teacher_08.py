"""What the teacher's page of notebook 08 says beyond the notebook is calculated here."""

import re
from itertools import takewhile
from pathlib import Path

import numpy as np
import pytest

from nnlib import activations, gradcheck
from nnlib.exercises import backward as exercises
from nnlib.exercises.backward import given
from tests.notebooks.test_claims_08 import XOR, T, X, gradients_of, the_network

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "notebooks" / "teacher" / "08_backpropagation.md").read_text(encoding="utf-8")


def test_what_to_say_before_each_step_of_part_3():
    hidden, output = gradients_of(the_network()).layers
    assert [output.outputs[0, 0], output.sums[0, 0]] == pytest.approx([1.825, 0.145], abs=5e-4)
    assert hidden.outputs[0] == pytest.approx([0.218, -0.291], abs=5e-4)
    assert -0.5 * hidden.weights[0, 1] == -0.5 * hidden.bias[1] == pytest.approx(0.137, abs=5e-4)


def test_from_3_to_3_1_a_saturated_unit_hardly_moves():
    assert activations.tanh(np.array([3, 3.1])) == pytest.approx([0.9951, 0.9959], abs=5e-5)


USUAL = [  # mistakes in exercise 1, and the slope at which each is seen
    (given.SIGN_TURNED, "w_h1_y"), (given.BLAME_OF_CROSS_ENTROPY, "w_h1_y"), (given.BEND_OF_Y_FORGOTTEN, "w_h1_y"),
    (given.BEND_OF_H_FORGOTTEN, "w_x1_h1"), (given.VALUE_AT_THE_END, "w_h1_y"), (given.SLOPE_CARRIED_ON, "w_x1_h1"),
    (given.WEIGHT_FORGOTTEN, "w_x1_h1"), (given.WAY_BACK_FORGOTTEN, "w_x1_h1"),
]  # fmt: skip


@pytest.mark.parametrize("slip, name", USUAL)
def test_the_usual_mistakes_lead_to_the_numbers_of_the_page(slip, name):
    assert f"({slip[name]:.3f})".replace("-", "−") in PAGE


def test_exercise_1_comes_to_the_numbers_of_the_page():
    first, second, third = (f"{slope:.3f}".replace("-", "−") for slope in given.RIGHT.values())
    assert f"Exercise 1 comes to {first}, {second} and {third}." in PAGE


@pytest.mark.parametrize("exercise", [exercises.three_slopes, exercises.backward, exercises.found_bugs])
def test_what_the_check_is_said_to_say_it_says(exercise):
    said = [exercise.check(example).text for slip in exercise.misconceptions for example in slip.examples]
    table = PAGE[PAGE.index(f"`{exercise.name}`", PAGE.index("## Exercises")) :]
    rows = table[: table.index("\n\n")].split("\n")
    for row in [rows[0], *takewhile(lambda row: row.startswith("| | |"), rows[1:])]:
        pieces = [piece.strip() for piece in re.search("“(.*)”", row).group(1).split("…")]
        assert any(all(piece in text for piece in pieces) for text in said), row


def ratios_and_falls(name, inputs, targets, hidden="tanh"):
    """Return slopes ÷ measured slopes of a suspect, and whether the loss falls with a rate of 0.01."""
    network, after = the_network(hidden=hidden), the_network(hidden=hidden)
    step = exercises.bugs[name](network, inputs, targets, rate=0.01)
    after.parameters = step.parameters
    ratios = step.slopes / gradcheck.check(network, inputs, targets).measured
    return ratios.round(3), after.loss(inputs, targets) < network.loss(inputs, targets)


@pytest.mark.parametrize("name, for_one, for_four, straight, falls", [
    ("A", 1, 4, 4, True), ("B", None, None, 1, True), ("C", 1, 1, 1, False),
])  # fmt: skip
def test_the_suspects_behave_as_the_table_of_experiments_says(name, for_one, for_four, straight, falls):
    one, four = ([X], [[T]]), (XOR.inputs, XOR.targets)
    for examples, ratio in ((one, for_one), (four, for_four)):
        ratios, falls_here = ratios_and_falls(name, *examples)
        assert falls_here == falls
        if ratio is None:
            assert (ratios[-3:] == 1).all() and (ratios[:-3] != 1).all()
        else:
            assert (ratios == ratio).all()
    assert (ratios_and_falls("B", *one)[0][:-3] > 1).all()
    assert (ratios_and_falls(name, *four, hidden="linear")[0] == straight).all()
