"""An answer of the wrong kind gets a sentence: what came, what was expected, what to try."""

import random
import sys
import warnings
from types import SimpleNamespace

import numpy as np
import pytest

from nnlib.exercises.bends import sigmoid
from nnlib.exercises.guard import Excerpt
from nnlib.exercises.outcome import Outcome
from nnlib.exercises.perceptron import nand, predict, step, weighted_sum, without_bias, xor
from nnlib.exercises.reply import call
from nnlib.exercises.slopes import gradient_step, minima
from nnlib.exercises.start import answer, find_weight


class Neuron:
    def __init__(self, x, w, b):
        self.z = x @ w + b


def calls_itself(x, w, b):
    return calls_itself(x, w, b)


def writes_into_x(x, w, b):
    x *= w
    return x.sum() + b


def takes_away_in_place(w, slope, rate):
    w -= rate * slope
    return w


def remembers(x, w, b, calls=[]):  # the famous default that is shared between calls
    calls.append(0)
    return x @ w + b + len(calls)


def yields(x, w, b):
    yield x @ w + b


def leaves(x, w, b):
    sys.exit()


def misspells(x, w, b):
    return wieghts @ x  # noqa: F821


KINDS = [
    (weighted_sum, 3.5, ("not a function", "check(weighted_sum)")),
    (weighted_sum, "weighted_sum", ("not a function",)),
    (weighted_sum, Neuron, ("This is a class", "def weighted_sum(x, w, b):")),
    (weighted_sum, lambda x, w: x @ w, ("takes x, w", "3 values", "def weighted_sum(x, w, b):")),
    (step, lambda: 1, ("takes nothing", "1 value.", "def step(z):")),
    (weighted_sum, lambda x, w, b: print(x @ w + b), ("gave nothing back", "`return`", "printed")),
    (weighted_sum, lambda x, w, b: str(x @ w + b), ("gave text", "one number is due")),
    (weighted_sum, lambda x, w, b: {"z": 1}, ("a dict with 1 value", "one number is due")),
    (weighted_sum, lambda x, w, b: 1j, ("a value of type complex", "one number is due")),
    (weighted_sum, lambda x, w, b: [[1], [1, 2]], ("a list with 2 values", "one number is due")),
    (step, lambda z: np.where(z >= 0, "1", "0"), ("This call gave an array of text; 0 or 1",)),
    (weighted_sum, lambda x, w, b: np.zeros((2, 2)), ("shape (2, 2)", "one number is due")),
    (weighted_sum, yields, ("a generator", "one number is due")),
    (weighted_sum, lambda x, w, b: 1 / 0, ("ZeroDivisionError: division by zero",)),
    (weighted_sum, misspells, ("NameError: name 'wieghts' is not defined", "was that cell run")),
    (weighted_sum, calls_itself, ("RecursionError", "calls itself")),
    (weighted_sum, leaves, ("stopped with SystemExit",)),
    (weighted_sum, writes_into_x, ("changes the arrays it is given", "rather than `w += …`")),
    (gradient_step, takes_away_in_place, ("changes the arrays it is given", "`new = …`", "`w -= …`")),
    (weighted_sum, remembers, ("made twice, gave two different answers",)),
    (predict, lambda x, w, b: [1, 0], ("an array of shape (2,)", "one 0 or 1 for each row")),
    (answer, "0.5", ("This is text", "without quotes")),
    (answer, (0, 5), ("a tuple with 2 values", "not `1,5`")),
    (answer, True, ("This is True; one number",)),
    (answer, [0.5], ("a list with 1 value; one number",)),
    (answer, float("nan"), ("This is nan; a finite number",)),
    (xor, lambda: 3, ("This is a function; one number",)),
    (without_bias, "AND", ("This is text", "a list is asked for, such as `['AND', 'OR']`")),
    (without_bias, ["AND", 3], ("The list holds the number 3",)),
    (minima, ["B", ...], ("three dots", "Take them out")),
    (minima, np.array([1, 4]), ("The list holds the number 1",)),
    (minima, np.array("B"), ("an array of text; a list is asked for",)),
    (without_bias, ["AND", "NOR"], ("“NOR” is not one of the names: AND, OR",)),
    (nand, 3, ("This is the number 3; a lab is asked for", "`check(lab)`")),
    (nand, SimpleNamespace, ("This is a class; a lab is asked for",)),
    (nand, SimpleNamespace(state=lambda: 4), ("`state()` gave the number 4",)),
    (nand, {"w1": 1.0}, ("has no `w2`", "w1, w2, bias, use_bias")),
    (nand, {"w1": "1", "w2": 1, "bias": 1, "use_bias": True}, ("`w1` is text", "set it to")),
    (nand, {"w1": float("inf"), "w2": 1, "bias": 1, "use_bias": True}, ("`w1` is inf",)),
    (nand, {"w1": -1, "w2": -1, "bias": 1.5, "use_bias": "yes"}, ("True or False",)),
    (find_weight, {"weight": None, "input": 2, "target": 3}, ("`weight` is None",)),
]


@pytest.mark.parametrize("exercise, given, sentences", KINDS)
def test_a_wrong_kind_is_explained(exercise, given, sentences):
    result = exercise.check(given)
    assert result.outcome is Outcome.NOT_YET
    assert all(sentence in result.text for sentence in sentences), result


def test_an_array_of_names_is_read_like_a_list():
    assert minima.check(np.array(["b", "E"])).correct
    assert minima.check(np.array(["A", "E"])).misconception == "a plateau"


ROUNDED = "This is right but rounded. Return all the digits: leave `round` out."


@pytest.mark.parametrize("digits", [2, 3, 5])
def test_a_right_answer_that_is_rounded_hears_so(digits):
    assert gradient_step.check(lambda w, slope, rate: np.round(w - rate * slope, digits)).text == ROUNDED
    assert sigmoid.check(lambda z: (np.round(sigmoid.oracle(z)[0], digits), ...)).text == f"First `a`. {ROUNDED}"


@pytest.mark.parametrize("function", [
    lambda w, slope, rate: np.round(w - rate * slope, 1),  # too few digits to be called right
    lambda w, slope, rate: w - rate * slope + 0.001,
    lambda w, slope, rate: np.round(w - rate * slope + 0.02, 2),
    lambda w, slope, rate: np.round(w - rate * slope, 2)[()] if np.ndim(w) == 0 else None,
])  # fmt: skip
def test_a_wrong_answer_does_not_pass_for_a_rounded_one(function):
    result = gradient_step.check(function)
    assert not result.correct and "rounded" not in result.text


def seeds(x, w, b):
    np.random.seed(1)
    random.seed(1)
    return x @ w + b


def exchanges_the_generator(x, w, b):
    np.random.set_bit_generator(np.random.PCG64(1))
    return x @ w + b


@pytest.mark.parametrize("meddles", [seeds, exchanges_the_generator])
def test_shared_random_numbers_are_noticed_and_put_back(meddles):
    random.seed(5)
    np.random.seed(5)
    expected = random.random(), np.random.random()
    random.seed(5)
    np.random.seed(5)
    result = weighted_sum.check(meddles)
    assert (random.random(), np.random.random()) == expected
    assert result.misconception == "random numbers" and "Leave them out" in result.text


def test_a_flood_of_printing_is_kept_short_and_off_the_screen(capsys):
    def chatters(x, w, b):
        print("looking at", x, "\n" * 50, file=sys.stderr)
        print("z" * 100_000)
        return x @ w + b

    result = weighted_sum.check(chatters)
    assert result.correct and "It also printed: looking at [1. 2.] zzz" in result.text
    assert len(result.text) < 400
    assert capsys.readouterr() == ("", "")


def test_only_an_excerpt_of_a_flood_is_kept_in_memory():
    excerpt = Excerpt()
    print("z" * 1000, "end", file=excerpt)
    print("more", file=excerpt)
    assert excerpt.text == "z" * 300


def test_warnings_stay_silent_and_a_strict_numpy_does_no_harm(recwarn):
    def warns_and_overflows(z):
        warnings.warn("this will change", DeprecationWarning, stacklevel=2)
        return np.where(1 / (1 + np.exp(-z)) >= 0.5, 1, 0)

    with np.errstate(all="raise"):
        assert step.check(warns_and_overflows).correct
        assert not find_weight.check({"weight": 1e300, "input": 2.0, "target": 3.0}).correct
    assert not recwarn.list


def test_every_call_gets_copies():
    seen = []

    def spoils(x, w, b):
        seen.append(x.copy())
        x[:] = np.nan
        return 0.0

    weighted_sum.check(spoils)
    weighted_sum.check(spoils)
    assert not np.isnan(np.concatenate(seen)).any()


def test_lists_are_copied_and_watched_too_and_nan_is_no_change():
    case = ([1, [2]], np.array([np.nan, 1.0]), float("nan"))
    assert not call(lambda numbers, x, z: len(numbers), case).changed
    assert call(lambda numbers, x, z: numbers[1].append(3), case).changed
    assert call(lambda numbers, x, z: x.__setitem__(0, 0.0), case).changed
    assert case[0] == [1, [2]]


def test_a_lab_is_read_like_its_state():
    lab = SimpleNamespace(
        state=lambda: {"w1": -1, "w2": np.float64(-1), "bias": 1.5, "use_bias": True}
    )
    assert nand.check(lab).correct
