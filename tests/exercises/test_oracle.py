"""What an exercise's own oracle calls wrong is never called correct, for every exercise there is.

The wrong answers are right ones, changed: a number added, an input left out, a part lost. They are
judged on calls that no check has seen, by a comparison of this file's own.
"""

import math
import subprocess
import sys

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nnlib.exercises.code import CodeExercise
from nnlib.exercises.state import StateExercise
from nnlib.exercises.value import ValueExercise
from nnlib.exercises.values import ValuesExercise
from tests.exercises.shelf import EXERCISES, NAMES
from tests.setup.project import PROJECT

SETTINGS = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
FRESH = (101, 102, 103)  # seeds of calls that no check makes


def each(kind):
    found = [(name, one) for name, one in zip(NAMES, EXERCISES) if isinstance(one, kind)]
    assert found, f"there is no {kind.__name__} on the shelf"
    return pytest.mark.parametrize("exercise", [one for _, one in found], ids=[n for n, _ in found])


# Functions.


def parts(value):
    """Return an answer as a list of arrays; a function may give back several things."""
    try:
        return [np.asarray(value, dtype=float)]
    except ValueError:  # weights and bias, for instance
        return [part for one in value for part in parts(one)]


def in_a_row(value):
    """Return all numbers of an answer in a row: some exercises take them in either form."""
    return np.concatenate([part.ravel() for part in parts(value)])


def copied(case):
    return [one.copy() if isinstance(one, np.ndarray) else one for one in case]


def agrees_with_the_oracle(exercise, function, seeds=FRESH):
    """Tell whether the numbers agree on every call; a function that cannot be called does not."""
    calls = [case for seed in seeds for case in exercise.cases(np.random.default_rng(seed))]
    try:
        with np.errstate(all="ignore"):
            return all(
                same(in_a_row(function(*copied(c))), in_a_row(exercise.oracle(*copied(c))))
                for c in calls
            )
    except Exception:
        return False


def same(one, other):
    return one.shape == other.shape and np.allclose(one, other, rtol=1e-4, atol=1e-6)


def on_result(change):
    """Make a mutation that changes what comes back, part by part."""

    def mutate(function):
        def mutant(*case):
            changed = [change(part) for part in parts(function(*case))]
            return changed[0] if len(changed) == 1 else changed

        return mutant

    return mutate


def on_argument(place, change):
    """Make a mutation that changes one of the things that come in."""

    def mutate(function):
        def mutant(*case):
            case = list(case)
            number = place % len(case)
            case[number] = change(case[number])
            return function(*case)

        return mutant

    return mutate


def only_where(condition, change):
    """Make a mutation that goes astray on some calls only."""

    def mutate(function):
        return lambda *case: change(function(*case)) if condition(case) else function(*case)

    return mutate


def total(case):
    return sum(float(np.sum(one)) for one in case)


results = st.builds(
    on_result,
    st.sampled_from([
        lambda part: part + 0.5, lambda part: part - 1, lambda part: part * 1.01, np.negative,
        np.abs, np.round, np.transpose, np.zeros_like, np.sum, lambda part: np.roll(part, 1),
        lambda part: part[..., None], lambda part: part[:-1] if part.ndim else part,
        lambda part: np.clip(part, -1, 1), lambda part: np.where(part > 0, part, 0),
        lambda part: part * (1 + 1e-3 * np.sign(part)), lambda part: part[::-1] if part.ndim else part,
    ]),
)  # fmt: skip
arguments = st.builds(
    on_argument,
    st.integers(0, 6),
    st.sampled_from([
        lambda one: one * 0, lambda one: one * 2, lambda one: abs(one), lambda one: one + 1,
        lambda one: -one, lambda one: one[::-1] if np.ndim(one) else one,
        lambda one: one.T if np.ndim(one) else one,
    ]),
)  # fmt: skip
sometimes = st.builds(
    only_where,
    st.sampled_from([
        lambda case: total(case) > 0, lambda case: total(case) < 0, lambda case: np.size(case[0]) > 3,
        lambda case: np.size(case[0]) < 3, lambda case: np.max(np.abs(case[0])) > 2.5,
        lambda case: np.ndim(case[0]) == 0, lambda case: float(np.sum(case[-1])) < 0,
    ]),
    st.just(lambda value: [part + 1 for part in parts(value)][0]),
)  # fmt: skip


@each(CodeExercise)
@settings(max_examples=10, deadline=None)
@given(seed=st.integers(1, 10**6), data=st.data())
def test_a_right_answer_agrees_with_the_oracle_on_calls_nobody_has_seen(exercise, seed, data):
    assert agrees_with_the_oracle(exercise, data.draw(st.sampled_from(exercise.right)), [seed])


@each(CodeExercise)
@SETTINGS
@given(mutate=results | arguments | sometimes, data=st.data())
def test_a_changed_answer_that_the_oracle_calls_wrong_is_never_correct(exercise, mutate, data):
    mutant = mutate(data.draw(st.sampled_from(exercise.right)))
    result = exercise.check(mutant)
    if not agrees_with_the_oracle(exercise, mutant):
        assert not result.correct, result


@each(CodeExercise)
def test_the_comparison_of_this_file_can_tell_right_from_wrong(exercise):
    right = exercise.right[0]
    assert agrees_with_the_oracle(exercise, right)
    assert not agrees_with_the_oracle(exercise, on_result(lambda part: part + 0.5)(right))


# States, values and rows of values: everything near what people hand in.


def nearby(value):
    """Draw something near a number, or another switch; text stays."""
    if isinstance(value, bool):
        return st.booleans()
    if isinstance(value, str):
        return st.just(value)
    steps = st.integers(-30, 30).map(lambda number: value + number / 20)
    return steps | st.floats() | st.just(value)


@each(StateExercise)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_a_state_passes_exactly_when_the_goal_is_reached(exercise, data):
    examples = [one for mistake in exercise.misconceptions for one in mistake.examples]
    began = data.draw(st.sampled_from([exercise.start, *exercise.right, *examples]))
    state = {name: data.draw(nearby(began[name])) for name in exercise.start}
    numbers = [one for one in state.values() if isinstance(one, float)]
    moved = any(state[name] != exercise.start[name] for name in exercise.moved)
    reached = all(map(math.isfinite, numbers)) and moved and _reaches(exercise.goal, state)
    assert exercise.check(state).correct == reached


def _reaches(goal, state):
    """Tell whether the goal is reached; a state in which it cannot even be calculated is none."""
    try:
        with np.errstate(all="ignore"):
            return bool(goal(state))
    except Exception:
        return False


@each(ValueExercise)
@settings(max_examples=100, deadline=None)
@given(data=st.data())
def test_a_value_passes_exactly_when_it_is_the_expected_one(exercise, data):
    if isinstance(exercise.expected, frozenset):
        answer = data.draw(_sets(exercise))
        assert exercise.check(answer).correct == (exercise.read(answer) == exercise.expected)
    else:
        answer = data.draw(nearby(exercise.expected))
        assert exercise.check(answer).correct == math.isclose(
            answer, exercise.expected, abs_tol=1e-9
        )


def _sets(exercise):
    """Draw what people hand in where names are asked for, or any other choice of the same names."""
    examples = [one for mistake in exercise.misconceptions for one in mistake.examples]
    handed_in = [*exercise.right, *examples]
    names = sorted({name for one in handed_in for name in exercise.read(one)})
    if not all(isinstance(name, str) for name in names):
        return st.sampled_from(handed_in)
    return st.lists(st.sampled_from(names), max_size=len(names) + 2)


@each(ValuesExercise)
@settings(max_examples=100, deadline=None)
@given(data=st.data())
def test_a_row_of_values_passes_exactly_when_all_are_near_enough(exercise, data):
    name = data.draw(st.sampled_from(list(exercise.expected)))
    off = data.draw(st.floats(-3, 3) | st.floats(-0.02, 0.02))
    answer = exercise.expected | {name: exercise.expected[name] + off}
    if abs(abs(off) - exercise.tolerance) > 1e-6:
        assert exercise.check(answer).correct == (abs(off) < exercise.tolerance)


# Loops without an end, in a process of their own.

ENDLESS = """
from dataclasses import replace
from tests.exercises.shelf import SHELF

def loop(*arguments):
    while True:
        pass

class Lab:
    state = __array__ = __call__ = __iter__ = __float__ = loop

for notebook, name, exercise in SHELF:
    for answer in (loop, Lab()):
        result = replace(exercise, seconds=0.2).check(answer)
        print(f"{notebook}.{name}", result.outcome.value, result.misconception, sep=", ", flush=True)
"""


def test_endless_answers_to_every_exercise_end():
    run = subprocess.run(
        [sys.executable, "-c", ENDLESS], cwd=PROJECT, capture_output=True, text=True, timeout=300
    )
    assert run.returncode == 0, run.stderr
    lines = [line.split(", ") for line in run.stdout.splitlines()]
    assert [line[0] for line in lines] == [name for name in NAMES for _ in range(2)]
    assert {line[1] for line in lines} == {"Not yet"}
    loops = {line[0]: line[2] for line in lines[::2]}
    functions = [n for n, one in zip(NAMES, EXERCISES) if isinstance(one, CodeExercise)]
    assert {loops[name] for name in functions} == {"endless"}
