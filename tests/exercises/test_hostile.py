"""Whatever is handed in, no check raises, and nothing that is wrong is called correct."""

import math
import operator
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nnlib.exercises.outcome import Outcome, Result
from nnlib.exercises.perceptron import (
    cases,
    nand,
    predict,
    step,
    weighted_sum,
    weighted_sums,
    without_bias,
    xor,
)
from nnlib.exercises.start import answer, find_weight
from tests.exercises.shelf import EXERCISES, NAMES

QUICK = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


class Odd(BaseException):
    """An exception that ``except Exception`` does not see."""


def _refuse(*arguments, **options):
    raise Odd("no")


SPECIAL = (
    "__eq__ __repr__ __str__ __array__ __bool__ __len__ __iter__ __float__ __call__ __getattr__"
    " __hash__ __format__ __class__ __getattribute__ __signature__ __code__ state"
).split()


def _evil(name):
    """Return an object on which one special method raises, and a list and an error like it."""
    member = property(_refuse) if name in ("__class__", "__code__", "__signature__") else _refuse
    body = {name: member}
    kinds = (
        type("Evil", (), body),
        type("EvilText", (str,), body),
        type("EvilList", (list,), body),
    )
    return [kind() for kind in kinds]


class EvilError(Exception):
    __str__ = __repr__ = __bool__ = _refuse


def _raises_evil_error(*arguments):
    raise EvilError


EVIL = [thing for name in SPECIAL for thing in _evil(name)]
EVIL += [type("<script>alert(1)</script>", (), {})(), _refuse, _raises_evil_error, type, object()]
EVIL += [lambda *arguments, thing=thing: thing for thing in EVIL]
EVIL += [operator.add, np.add, np.dot, max, print, dict, math.inf, 10**400, -(10**400), b"3"]
EVIL += [np.float64("nan"), np.datetime64("now"), np.array([None]), np.ma.masked, {1: 2}, range(3)]

plain = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.complex_numbers(), st.text(),
    st.binary(), st.just(...),
    st.builds(
        np.ones,
        shape=st.lists(st.integers(0, 3), max_size=3),
        dtype=st.sampled_from([float, int, bool, complex, "U3", object]),
    ),
)  # fmt: skip
values = st.recursive(
    plain, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=3)
)


@pytest.mark.parametrize("exercise", EXERCISES, ids=NAMES)
def test_evil_objects_are_survived(exercise):
    for thing in EVIL:
        if not any(thing is right for right in exercise.right):  # np.dot is all that one exercise asks for
            _assert_not_passed(exercise.check(thing))


@pytest.mark.parametrize("exercise", EXERCISES, ids=NAMES)
@QUICK
@given(given=values)
def test_arbitrary_values_are_survived(exercise, given):
    result = exercise.check(given)
    _assert_shown(result)
    assert result.correct == _is_right_value(exercise, given)


@pytest.mark.parametrize("exercise", [weighted_sum, weighted_sums, step, predict])
@QUICK
@given(given=values)
def test_functions_that_return_anything_are_survived(exercise, given):
    _assert_not_passed(exercise.check(lambda *arguments: given))


names = st.sampled_from(["AND", "OR", "NAND", "XOR", "x1 >= x2", "and", "NOR", ""])


@QUICK
@given(chosen=st.lists(names, max_size=6))
def test_only_the_right_set_of_names_passes(chosen):
    right = {name.upper() for name in chosen} == {"AND", "OR", "NAND", "XOR"}
    assert without_bias.check(chosen).correct == right


numbers = st.floats(-3, 3).map(lambda value: round(value, 1)) | st.floats()


@settings(max_examples=300, deadline=None)
@given(w1=numbers, w2=numbers, bias=numbers, use_bias=st.booleans())
def test_only_states_that_do_nand_pass(w1, w2, bias, use_bias):
    result = nand.check({"w1": w1, "w2": w2, "bias": bias, "use_bias": use_bias})
    b = bias if use_bias else 0.0
    sums = [b, w2 + b, w1 + b, w1 + w2 + b]
    finite = all(map(math.isfinite, (w1, w2, bias)))
    assert result.correct == (finite and [z >= 0 for z in sums] == [True, True, True, False])
    _assert_shown(result)


@settings(max_examples=300, deadline=None)
@given(weight=numbers, given_input=numbers, target=numbers)
def test_only_states_with_a_small_loss_pass(weight, given_input, target):
    state = {"weight": weight, "input": given_input, "target": target}
    result = find_weight.check(state)
    _assert_shown(result)
    if result.correct:
        assert (weight * given_input - target) ** 2 < 0.02


@settings(max_examples=200, deadline=None)
@given(value=st.floats() | st.integers(-2, 6))
def test_only_the_right_numbers_pass(value):
    assert answer.check(value).correct == math.isclose(value, 0.5)
    assert xor.check(value).correct == math.isclose(value, 3)


tweaks = st.tuples(
    st.floats(-2, 2), st.floats(-2, 2), st.sampled_from([np.abs, np.negative, np.positive, np.sign])
)


@settings(max_examples=200, deadline=None)
@given(tweak=tweaks)
def test_a_function_passes_exactly_when_it_agrees_with_the_sum(tweak):
    """Judge by an oracle of our own, a loop over exact fractions, on the same calls."""
    scale, offset, bend = tweak

    def learner(x, w, b):
        return x @ bend(w) * scale + b + offset

    agrees = all(
        math.isclose(learner(*case), _exact_sum(*case), rel_tol=1e-6, abs_tol=1e-9)
        for case in cases.examples(np.random.default_rng(0))
    )
    assert weighted_sum.check(learner).correct == agrees


def _exact_sum(x, w, b):
    return math.fsum([*(float(one) * float(other) for one, other in zip(x, w)), b])


def _is_right_value(exercise, given):
    """Judge a plain value without the exercise's own code; only those that ask for a number take one."""
    expected = getattr(exercise, "expected", None)
    if type(expected) is not float or isinstance(given, (bool, str, bytes, list, dict)):
        return False
    if isinstance(given, np.ndarray):
        return given.shape == () and given.dtype.kind in "fi" and math.isclose(given, expected)
    return isinstance(given, (int, float)) and math.isclose(given, expected, abs_tol=1e-9)


def _assert_not_passed(result):
    _assert_shown(result)
    assert not result.correct


def _assert_shown(result):
    assert type(result) is Result and result.outcome in Outcome
    assert type(result.text) is str and result.text
    assert result.text in repr(result) and result._repr_html_().startswith("<div")
    assert "<script" not in result._repr_html_()


def test_the_hostile_objects_are_hostile():
    """Prove that the tests above can fail: an unguarded look at these objects does raise."""
    with pytest.raises(Odd):
        repr(_evil("__repr__")[0])
    assert replace(weighted_sum, misconceptions=()).check(lambda x, w, b: x @ w + b).correct
