"""What notebook 03 and its teacher's page say without calculating it on the page."""

import itertools
import re

import numpy as np
import pytest

from nnlib import Perceptron, data, explore
from tests.setup.project import PROJECT

CASES = data.gate("AND").inputs  # 00, 01, 10, 11
SLIDER = np.arange(-30, 31) / 10  # the places of a weight and of the bias
ENTRY = re.compile(r"\| (\d{4})[^|]*\| ([^|]+) ")  # of the key: a rule, and its numbers


def answers(w1, w2, bias):
    return "".join(map(str, Perceptron([w1, w2], bias).predict(CASES)))


def rows_right(gate, *numbers):
    return int((Perceptron(numbers[:2], numbers[2]).predict(CASES) == data.gate(gate).labels).sum())


def sums(*numbers):
    return Perceptron(numbers[:2], numbers[2]).weighted_sum(CASES).tolist()


def crossings(w1, w2, bias):
    """Return where the line crosses the x₁ axis and the x₂ axis."""
    return -bias / w1, -bias / w2


def test_the_lamp_changes_where_the_sum_is_0():
    lab = explore.Neuron(Perceptron([1, 1], -1.5), x1=0.25, x2=1.25)
    assert "= 0, which is at least 0: the neuron answers 1" in lab.describe()
    lab.x2 -= lab.control("x2").step
    assert "answers 0" in lab.describe()
    for x2, total in [(1, -0.25), (1.5, 0.25), (1.2, -0.05)]:
        lab.x2 = x2
        assert lab.total == pytest.approx(total)
    lab.close()


def test_pulling_w1_down_silences_the_row_1_1_below_a_half():
    lamp = {w1: Perceptron([w1, 1], -1.5).weighted_sum([1, 1]) for w1 in (1, 0.5, 0.4, 0, -3)}
    assert list(lamp.values()) == pytest.approx([0.5, 0, -0.1, -0.5, -3.5])


@pytest.mark.parametrize(
    ("numbers", "right"),
    [((1, 1, -0.5), 4), ((3, 1, -1.5), 3), ((2, 2, -1.5), 4), ((1, 1, 0), 3), ((1, 1, -2.5), 1), ((1, 1, -1.5), 2)],
)
def test_the_rows_of_or_that_each_answer_gets_right(numbers, right):
    assert rows_right("OR", *numbers) == right


def test_the_places_of_the_bias_that_make_or_of_and_and_nand_of_minus_one():
    assert [b for b in SLIDER if rows_right("OR", 1, 1, b) == 4] == pytest.approx(np.arange(-10, 0) / 10)
    assert [b for b in SLIDER if rows_right("NAND", -1, -1, b) == 4] == pytest.approx(np.arange(10, 20) / 10)
    assert sums(1, 1, -1).count(0) == sums(-1, -1, 1).count(0) == 2


def test_at_all_zeros_three_rows_of_nand_are_right():
    assert rows_right("NAND", 0, 0, 0) == 3


# The line.


@pytest.mark.parametrize(
    ("numbers", "places"),
    [((1, 1, -1.5), (1.5, 1.5)), ((1, 1, -0.5), (0.5, 0.5)), ((2, 2, -0.5), (0.25, 0.25)),
     ((2, 1, -0.5), (0.25, 0.5)), ((2, 2, -1), (0.5, 0.5))],
)  # fmt: skip
def test_where_the_line_crosses_the_axes(numbers, places):
    assert crossings(*numbers) == places


def test_the_sketched_prediction_is_told_how_it_differs():
    lab = explore.Neuron(Perceptron([2, 1], -0.5), target="OR", sketch=True)
    for sketched, here in [("0.25,0,0,0.5", "4 of the 4"), ("1,0,0,0.5", "3 of the 4"), ("0.5,0,0,0.25", "4 of the 4")]:
        lab.sketched = sketched
        lab.sketch.record()
        assert "OR: 4 of 4 rows right" in lab.describe()
        assert "the neuron’s crosses the x₁ axis at 0.25 and the x₂ axis at 0.5" in lab.describe()
        assert here in lab.describe()
        lab.sketch.begin_anew()
    neuron = Perceptron([2, 1], -0.5)
    wrong = [neuron.weighted_sum(place) for place in [(1, 0), (0, 0.25), (0.5, 0)]]
    assert wrong == [1.5, -0.25, 0.5]
    lab.close()


def test_a_quarter_turn_of_the_arrow():
    assert answers(-1, 1, -0.5) == "0100"
    assert crossings(1, 1e-12, -0.5)[0] == 0.5 == crossings(1e-12, 1, -0.5)[1]


def test_doubling_changes_no_answer_and_minus_one_changes_all():
    either, points = Perceptron([1, 1], -0.5), np.random.default_rng(0).uniform(-2, 2, size=(1000, 2))
    swapped = Perceptron(-1 * either.weights, -1 * either.bias)
    assert (either.predict(points) != swapped.predict(points)).all()
    assert sums(1, 1, -0.5) == [-0.5, 0.5, 0.5, 1.5] and sums(2, 2, -1) == [-1, 1, 1, 3]


# The rules.


def test_the_key_for_targets_of_ones_own_is_right_and_its_halves_are_opposites():
    page = (PROJECT / "notebooks/teacher/03_perceptron.md").read_text(encoding="utf-8")
    key = dict(ENTRY.findall(page))
    assert len(key) == 16
    for rule, numbers in key.items():
        if numbers != "none":
            assert answers(*map(float, numbers.replace("−", "-").split(","))) == rule
    for left, right in zip(list(key)[::2], list(key)[1::2]):
        assert all(one != other for one, other in zip(left, right)) or {left, right} == {"0110", "1001"}


def test_only_xor_and_its_opposite_are_missing_and_any_three_rows_of_xor_go_together():
    values = np.linspace(-3, 3, 13)
    found = {answers(*numbers) for numbers in itertools.product(values, repeat=3)}
    every = {"".join(rule) for rule in itertools.product("01", repeat=4)}
    assert every - found == {"0110", "1001"}
    for row in range(4):
        assert "".join("10"[int(d)] if n == row else d for n, d in enumerate("0110")) in found


def test_without_a_bias_six_rules_are_left():
    found = {answers(w1, w2, 0) for w1, w2 in itertools.product(SLIDER, repeat=2)}
    assert found == {"1000", "1010", "1011", "1100", "1101", "1111"}


def test_what_is_tried_on_xor():
    assert answers(3, 3, -1.5) == answers(1, 1, -0.5) == answers(300, 300, -100) == "0111"
    tries = [(1, 1, -0.5), (1, 1, -1.1), (-1, 1, -0.5)]
    assert [rows_right("XOR", *numbers) for numbers in tries] == [3, 1, 3]
    assert answers(1, 1, -1.1)[3] == "1"


def test_xor_from_four_nands_and_from_three_neurons():
    nand, neuron_or, neuron_and = Perceptron([-1, -1], 1.5), Perceptron([1, 1], -0.5), Perceptron([1, 1], -1.5)

    def on_the_way(x1, x2):
        c = nand.predict([x1, x2])
        d, e = nand.predict([x1, c]), nand.predict([x2, c])
        return c, d, e, nand.predict([d, e])

    assert (on_the_way(0, 1), on_the_way(1, 1)) == ((1, 1, 0, 1), (0, 1, 1, 0))
    three = [neuron_and.predict([neuron_or.predict(x), nand.predict(x)]) for x in CASES]
    assert three == data.gate("XOR").labels.tolist()
