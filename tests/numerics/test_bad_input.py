"""Whatever is handed to the doors of nnlib: it works, or one of our own sentences says why not."""

import inspect
import itertools
import traceback
from pathlib import Path

import hypothesis.extra.numpy as arrays
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import nnlib
from nnlib import SGD, Adam, Momentum, Network, Perceptron, data, learn, train

HOME = Path(nnlib.__file__).parent


class Hostile:
    """An object that refuses to be looked at."""

    def __repr__(self):
        raise RuntimeError("no")

    def __eq__(self, other):
        raise RuntimeError("no")

    __hash__ = None


SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-3, 50),
    st.sampled_from(
        [
            10**30,
            -(10**30),
            10**400,
            10**5000,
            0.5,
            -0.0,
            1e308,
            -1e308,
            1e-320,
            float("nan"),
            float("inf"),
            1j,
        ]
    ),
    st.floats(),
    st.text(max_size=5),
    st.binary(max_size=3),
    st.sampled_from(
        [np.float32(2), np.int8(3), np.bool_(True), np.array(4), np.datetime64("2020"), ..., len, int]
    ),
    st.builds(Hostile),
)
ARRAYS = arrays.arrays(
    dtype=st.sampled_from(["f8", "f4", "f2", "i4", "u1", "?", "c16", "O", "U3", "M8[s]"]),
    shape=st.one_of(
        st.sampled_from([(), (0,), (2,), (4,), (4, 1), (4, 2), (0, 2), (2, 4, 1), (1, 1)]),
        arrays.array_shapes(min_dims=0, max_dims=3, min_side=0, max_side=4),
    ),
)
ANYTHING = st.one_of(
    SCALARS, ARRAYS, st.lists(SCALARS, max_size=4), st.dictionaries(st.text(max_size=2), SCALARS, max_size=2)
)


def works_or_says(name, work):
    """Do the work; an error must be a sentence of nnlib's own about `name`, with advice."""
    try:
        return work()
    except (TypeError, ValueError, OSError) as error:
        raised_in = Path(traceback.extract_tb(error.__traceback__)[-1].filename)
        assert raised_in.is_relative_to(HOME), f"not our words: {error!r}"
        assert name in str(error), error
        assert len(str(error)) < 400 and str(error).count(" ") >= 8, error
        return None


def network(**changes):
    built = Network(**(dict(sizes=[2, 3, 1]) | changes))
    return built.predict(np.ones((4, built.sizes[0])))


def training(**changes):
    gate = data.gate("XOR")
    good = dict(network=Network([2, 3, 1]), data=gate, optimizer=SGD(), steps=2, validation=gate)
    return list(itertools.islice(train(**(good | changes)), 4))


def learning(**changes):
    gate = data.gate("XOR")
    good = dict(perceptron=Perceptron(), inputs=gate.inputs, targets=gate.targets, passes=2)
    return list(itertools.islice(learn(**(good | changes)), 10))


DOORS = {
    "Network": (network, ["sizes", "hidden", "output", "seed", "dtype"]),
    "train": (
        training,
        [
            "network",
            "data",
            "optimizer",
            "loss",
            "batch",
            "steps",
            "epochs",
            "seed",
            "validation",
            "l1",
            "l2",
        ],
    ),
    "learn": (learning, ["perceptron", "inputs", "targets", "rate", "passes", "seed"]),
    "Perceptron": (lambda **changes: Perceptron(**changes).predict([1.0, 2.0]), ["weights", "bias"]),
    "Data": (
        lambda **changes: data.Data(**(dict(inputs=np.ones((4, 2)), targets=[0, 1, 1, 0]) | changes)),
        ["inputs", "targets", "names"],
    ),
    "SGD": (SGD, ["rate"]),
    "Momentum": (Momentum, ["rate", "keep"]),
    "Adam": (Adam, ["rate", "keep_mean", "keep_square", "epsilon"]),
    "digits": (data.digits, ["split", "seed"]),
    "gate": (data.gate, ["name"]),
    "split": (
        lambda **changes: data.split(**(dict(data=data.moons(20)) | changes)),
        ["data", "fraction", "seed"],
    ),
    "blobs": (data.blobs, ["n", "noise", "seed", "radius"]),
    "circles": (data.circles, ["n", "noise", "seed", "radius"]),
    "moons": (data.moons, ["n", "noise", "seed", "radius"]),
    "spiral": (data.spiral, ["n", "noise", "seed", "radius"]),
    "checkerboard": (data.checkerboard, ["n", "noise", "seed", "radius", "squares"]),
}
SPOKEN = {  # how the message calls what the signature calls otherwise
    ("gate", "name"): "gate",
    ("Network", "hidden"): "",
    ("Network", "output"): "activation",
    ("train", "network"): "train",
    ("train", "data"): "",
    ("train", "validation"): "",
    ("learn", "perceptron"): "learn",
    ("learn", "inputs"): "",
    ("split", "data"): "split",
    ("Data", "targets"): "targets",
}


@pytest.mark.parametrize("door, name", [(door, name) for door, (_, names) in DOORS.items() for name in names])
def test_anything_through_any_door(door, name):
    work, _ = DOORS[door]

    @settings(max_examples=60, deadline=None, database=None, derandomize=True)
    @given(ANYTHING)
    def try_it(value):
        works_or_says(SPOKEN.get((door, name), name), lambda: work(**{name: value}))

    try_it()


@settings(max_examples=150, deadline=None, database=None, derandomize=True)
@given(ANYTHING)
def test_anything_as_inputs_weights_and_targets_of_a_network(value):
    model = Network([2, 3, 1])
    before = model.parameters.copy()
    works_or_says("inputs", lambda: model.forward(value))
    works_or_says("", lambda: model.loss(np.ones((4, 2)), value))
    works_or_says("", lambda: model.backward(value, [[1.0]]))
    np.testing.assert_array_equal(model.parameters, before)
    for name in ("weights", "bias"):
        works_or_says(name, lambda name=name: setattr(model.layers[0], name, value))
    works_or_says("parameters", lambda: setattr(model, "parameters", value))
    works_or_says("activation", lambda: setattr(model.layers[0], "activation", value))
    assert model.parameters.shape == (13,) and model.parameters.dtype == float
    model.predict([[1.0, 2.0]])


@settings(max_examples=100, deadline=None, database=None, derandomize=True)
@given(st.lists(st.floats(allow_nan=True, allow_infinity=True), min_size=13, max_size=13))
def test_any_floats_as_parameters_compute_in_silence(values):
    model, gate = Network([2, 3, 1], output="linear"), data.gate("XOR")
    model.parameters = values
    model.backward(model.forward(gate.inputs), gate.targets)
    steps = list(train(model, gate, Adam(), steps=3))
    assert steps[-1].stopped is not None or np.isfinite(model.parameters).all()


def test_every_argument_is_tried():
    for door, (_, names) in DOORS.items():
        thing = (
            {"train": train, "learn": learn}.get(door) or getattr(nnlib, door, None) or getattr(data, door)
        )
        assert set(names) == set(inspect.signature(thing).parameters)


@pytest.mark.parametrize(
    "changes, words",
    [
        (dict(sizes=3), r"sizes got 3, but it takes a list of whole numbers. Try Network\(\[2, 8, 1\]\)"),
        (dict(sizes="2 8 1"), "sizes got '2 8 1', but it takes a list"),
        (dict(sizes=[2]), "a network needs at least features and outputs. Try"),
        (dict(sizes=[2, 0, 1]), "sizes got 0, but it takes a whole number that is 1 or more"),
        (dict(sizes=[2, 2.5, 1]), "sizes got 2.5, but it takes a whole number"),
        (dict(sizes=[10**6, 10**6]), "1,000,001,000,000 parameters; .* Try narrower layers"),
        (dict(hidden="Relu6"), "activation got 'Relu6', but .* Did you mean 'ReLU'"),
        (dict(hidden=["tanh", "tanh"]), "hidden got 2 activations for 1 hidden layers"),
        (dict(output=3), "activation got 3, but it takes one of these names"),
        (dict(seed=-1), "seed got -1"),
        (dict(seed="lucky"), "seed got 'lucky', but it takes a whole number"),
        (dict(dtype="int"), "dtype got 'int', but a network calculates in float or 'float32'"),
    ],
)
def test_network_says_what_came_what_was_expected_and_what_to_try(changes, words):
    with pytest.raises((TypeError, ValueError), match=words):
        network(**changes)


@pytest.mark.parametrize(
    "changes, words",
    [
        (
            dict(network=Perceptron()),
            r"train got Perceptron\(.*but it trains a Network; for a Perceptron, try learn",
        ),
        (dict(network=Network), "train got the class Network, but it trains a Network"),
        (dict(data=[1, 2, 3]), r"data got \[1, 2, 3\], but it takes Data; try Data\(inputs, targets\)"),
        (dict(data=data.spiral), "data got the function spiral, but it takes Data"),
        (
            dict(data=data.digits()[0]),
            r"data has 64 features and 10 outputs, but the network has sizes \[2, 3, 1\].*\(\[64, 8, 10\]\)",
        ),
        (dict(validation=data.digits()[1]), "validation has 64 features"),
        (dict(data=([[0, 1]], [[-1]])), "targets from -1 to -1, but it takes 0 for no and 1 for yes"),
        (dict(optimizer=0.01), r"optimizer got 0.01, but it takes one such as Adam\(rate=0.01\)"),
        (dict(optimizer=Adam), "optimizer got the class Adam"),
        (dict(loss="cross-entropy"), "needs probabilities from a softmax output"),
        (dict(loss="squared"), "loss got 'squared'.*'squared error'"),
        (dict(batch=0), "batch got 0, but it takes a whole number that is 1 or more; try 1"),
        (dict(batch=2.5), "batch got 2.5"),
        (dict(steps=-1), "steps got -1"),
        (dict(epochs="many"), "epochs got 'many'"),
        (dict(l2=-0.1), "l2 got -0.1"),
        (dict(l1=np.nan), "l1 got nan"),
    ],
)
def test_train_says_so_at_the_call(changes, words):
    gate = data.gate("XOR")
    good = dict(network=Network([2, 3, 1]), data=gate, optimizer=SGD())
    with pytest.raises((TypeError, ValueError), match=words):
        train(**(good | changes))  # not even the first step is asked for


@pytest.mark.parametrize("rate", [np.nan, np.inf, -1, "fast", None, 1j])
def test_train_looks_at_the_rate_at_the_call(rate):
    optimizer = SGD()
    optimizer.rate = rate
    with pytest.raises((TypeError, ValueError), match="the optimizer's rate got"):
        train(Network([2, 1]), data.gate("OR"), optimizer)
