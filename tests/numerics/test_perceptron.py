"""The perceptron and its rule, against the passes counted by hand for the curriculum."""

import itertools

import numpy as np
import pytest

from nnlib import Perceptron, data, learn

ORDERS = {"as given": slice(None), "reversed": slice(None, None, -1)}


def passes_until_settled(gate, rate=1.0, order="as given"):
    rows = data.gate(gate)
    steps = learn(
        Perceptron(), rows.inputs[ORDERS[order]], rows.targets[ORDERS[order]], rate=rate, passes=100
    )
    return list(steps)[-1]


def test_it_multiplies_adds_and_steps():
    perceptron = Perceptron([2, -1], bias=0.5)
    assert perceptron.weighted_sum([3, 4]) == 2.5
    assert perceptron.predict([3, 4]) == 1 and type(perceptron.predict([3, 4])) is int
    assert perceptron.weighted_sum([[3, 4], [0, 1]]).tolist() == [2.5, -0.5]
    assert perceptron.predict([[3, 4], [0, 1]]).tolist() == [1, 0]


def test_it_fires_at_exactly_zero():
    assert Perceptron([1, 1], bias=-1).predict([[0, 1], [1, 0], [0, 0]]).tolist() == [1, 1, 0]


@pytest.mark.parametrize(
    "gate, order, passes",
    [
        ("AND", "as given", 6),
        ("OR", "as given", 4),
        ("NAND", "as given", 6),
        ("AND", "reversed", 8),
        ("OR", "reversed", 3),
    ],
)
def test_passes_of_the_curriculum(gate, order, passes):
    last = passes_until_settled(gate, order=order)
    assert last.settled and last.pass_number == passes and last.mistakes == 0


def test_with_rate_a_tenth_rounding_changes_the_number_of_passes():
    assert passes_until_settled("AND", rate=0.1).pass_number == 4
    assert passes_until_settled("AND", rate=0.125).pass_number == 6  # a power of two only rescales


def test_xor_never_settles():
    gate = data.gate("XOR")
    *_, last = learn(Perceptron(), gate.inputs, gate.targets, passes=1000)
    assert not last.settled and last.pass_number == 1000 and last.mistakes == 4


def test_without_passes_xor_goes_on_for_ever():
    gate = data.gate("XOR")
    steps = learn(Perceptron(), gate.inputs, gate.targets)
    assert len(list(itertools.islice(steps, 10_000))) == 10_000


def test_the_first_pass_on_and_by_hand():
    gate, perceptron = data.gate("AND"), Perceptron()
    steps = learn(perceptron, gate.inputs, gate.targets)
    start = next(steps)
    assert (start.number, start.pass_number, start.example, start.mistake, start.settled) == (
        0,
        0,
        None,
        False,
        False,
    )
    seen = [
        (
            step.example,
            step.target,
            step.prediction,
            step.mistake,
            *step.added,
            step.added_bias,
            step.mistakes,
        )
        for step in itertools.islice(steps, 4)
    ]
    assert seen == [
        (0, 0, 1, True, 0, 0, -1, 1),  # 0 ≥ 0 fires: wrong, take away (0, 0 | 1)
        (1, 0, 0, False, 0, 0, 0, 1),
        (2, 0, 0, False, 0, 0, 0, 1),
        (3, 1, 0, True, 1, 1, 1, 2),  # -1 < 0 is silent: wrong, add (1, 1 | 1)
    ]
    assert perceptron.parameters.tolist() == [1, 1, 0]


def test_only_mistakes_move_it_and_they_move_the_right_way():
    points = data.blobs(30, noise=0.4, seed=1)
    perceptron = Perceptron([0.3, -0.2], bias=0.1)
    before = perceptron.parameters.copy()
    for step in learn(perceptron, points.inputs, points.targets, rate=0.5, passes=3):
        if step.example is None:
            continue
        moved = perceptron.parameters - before
        np.testing.assert_allclose(moved, [*step.added, step.added_bias], atol=1e-14)
        assert step.mistake == (step.target != step.prediction) == bool(moved.any())
        if step.mistake:
            now, then = perceptron.weighted_sum(step.x), step.x @ before[:-1] + before[-1]
            assert (now > then) == (step.target == 1)
        before = perceptron.parameters.copy()


@pytest.mark.parametrize("seed", range(5))
def test_data_that_a_line_splits_settle(seed):
    points = data.blobs(40, noise=0.05, seed=seed)
    perceptron = Perceptron()
    *_, last = learn(perceptron, points.inputs, points.targets, seed=seed, passes=1000)
    assert last.settled
    assert perceptron.predict(points.inputs).tolist() == points.labels.tolist()


def test_seed_shuffles_every_pass_and_repeats():
    points = data.moons(20, noise=0.5)

    def order(seed):
        steps = learn(Perceptron(), points.inputs, points.targets, seed=seed, passes=3)
        return [step.example for step in steps][1:]

    assert order(1) == order(1) != order(2)
    first, second = order(1)[:20], order(1)[20:40]
    assert sorted(first) == sorted(second) == list(range(20)) and first != second
    assert order(None)[:20] == list(range(20))


def test_each_step_is_reported_after_it_is_made():
    class Listener:
        def __init__(self):
            self.heard = []

        def model_changed(self, model, step=None):
            self.heard.append((step, model.parameters.copy()))

    gate, perceptron, listener = data.gate("OR"), Perceptron(), Listener()
    perceptron.watch(listener)
    for count, step in enumerate(learn(perceptron, gate.inputs, gate.targets), start=1):
        assert len(listener.heard) == count and listener.heard[-1][0] is step
        np.testing.assert_array_equal(listener.heard[-1][1], perceptron.parameters)


def test_passes_zero_only_looks():
    gate = data.gate("AND")
    assert [step.number for step in learn(Perceptron(), gate.inputs, gate.targets, passes=0)] == [0]


def test_they_introduce_themselves():
    gate = data.gate("AND")
    steps = list(learn(Perceptron(), gate.inputs, gate.targets))
    assert repr(Perceptron([1, -0.5], bias=0.25)) == "Perceptron(weights=[1, -0.5], bias=0.25)"
    assert repr(steps[0]) == "PerceptronStep(0: before learning)"
    assert repr(steps[1]) == "PerceptronStep(1: pass 1, example 0, target 0, prediction 1, mistake)"
    assert repr(steps[-1]) == "PerceptronStep(24: pass 6, example 3, target 1, prediction 1, right, settled)"


@pytest.mark.parametrize(
    "arguments, error, words",
    [
        (
            dict(perceptron="me"),
            TypeError,
            "learn got 'me', but this rule is for a Perceptron; for a Network, try train",
        ),
        (
            dict(inputs=[[0, 0, 0]] * 4),
            ValueError,
            r"x has shape \(4, 3\), but this perceptron has 2 weights",
        ),
        (dict(inputs=[]), ValueError, "at least one example"),
        (dict(inputs=[[0, np.nan]] * 4), ValueError, r"inputs has nan at position \(0, 1\)"),
        (dict(targets=[0, 1]), ValueError, r"targets have shape \(2,\), but there are 4 examples"),
        (
            dict(targets=[-1, -1, -1, 1]),
            ValueError,
            r"from -1 to 1, but the rule takes 1 for fire.*Try \(targets > 0\)",
        ),
        (dict(targets=[None] * 4), TypeError, "targets got"),
        (dict(rate=-1), ValueError, "rate got -1, but it takes a finite number that is 0 or more"),
        (dict(rate=np.nan), ValueError, "rate got nan"),
        (dict(rate="fast"), TypeError, "rate got 'fast', but it takes one number"),
        (dict(passes=1.5), TypeError, "passes got 1.5, but it takes a whole number"),
        (dict(seed=-1), ValueError, "seed got -1"),
    ],
)
def test_bad_arguments_are_refused_at_the_call(arguments, error, words):
    gate = data.gate("AND")
    good = dict(perceptron=Perceptron(), inputs=gate.inputs, targets=gate.targets)
    with pytest.raises(error, match=words):
        learn(**(good | arguments))


@pytest.mark.parametrize(
    "arguments, error, words",
    [
        (dict(weights=[[1, 2]]), ValueError, "one weight for each feature"),
        (dict(weights=[]), ValueError, "one weight for each feature"),
        (dict(weights=3), ValueError, "one weight for each feature"),
        (dict(weights="12"), TypeError, "weights got '12'"),
        (dict(weights=[1j]), TypeError, "complex"),
        (dict(bias=None), TypeError, "bias got None"),
        (dict(bias=[1, 2]), ValueError, "one bias"),
    ],
)
def test_bad_perceptrons_are_refused(arguments, error, words):
    with pytest.raises(error, match=words):
        Perceptron(**arguments)
