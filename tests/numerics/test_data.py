"""The data makers: what they promise about shape, balance, place and seed."""

import numpy as np
import pytest

from nnlib import Data, data

MAKERS = [data.blobs, data.circles, data.moons, data.spiral, data.checkerboard]
makers = pytest.mark.parametrize("maker", MAKERS, ids=lambda maker: maker.__name__)


@pytest.mark.parametrize(
    "name, targets",
    [("AND", [0, 0, 0, 1]), ("OR", [0, 1, 1, 1]), ("NAND", [1, 1, 1, 0]), ("xor", [0, 1, 1, 0])],
)
def test_gates(name, targets):
    gate = data.gate(name)
    assert gate.inputs.tolist() == [[0, 0], [0, 1], [1, 0], [1, 1]]
    assert gate.targets.tolist() == [[target] for target in targets]


@makers
@pytest.mark.parametrize("n", [2, 7, 200])
def test_classes_are_balanced(maker, n):
    points = maker(n)
    assert len(points) == n and points.inputs.shape == (n, 2) and points.targets.shape == (n, 1)
    assert points.labels.sum() == n // 2


@makers
def test_same_seed_same_points(maker):
    first, again, other = (
        maker(50, noise=0.1, seed=1),
        maker(50, noise=0.1, seed=1),
        maker(50, noise=0.1, seed=2),
    )
    np.testing.assert_array_equal(first.inputs, again.inputs)
    np.testing.assert_array_equal(first.targets, again.targets)
    assert (first.inputs != other.inputs).any()


@makers
def test_classes_come_in_random_order(maker):
    labels = maker(100).labels
    assert 0 < labels[:50].sum() < 50


@makers
def test_without_noise_the_points_keep_to_the_picture(maker):
    points = maker(500, noise=0.0)
    assert np.abs(points.inputs).max() <= 5
    assert maker(500, noise=0.0, radius=1.0).inputs == pytest.approx(points.inputs / points_scale(maker))


def points_scale(maker):
    return 3 if maker is data.moons else 5


@makers
def test_noise_is_a_shift_by_a_part_of_the_radius(maker):
    calm, noisy = maker(4000, noise=0.0, radius=2.0), maker(4000, noise=0.1, radius=2.0)
    shift = noisy.inputs - calm.inputs
    if maker in (data.spiral, data.blobs):  # the same points were drawn before the noise
        assert shift.std() == pytest.approx(0.1 * 2, rel=0.05)
    assert (shift != 0).all()


def test_circles_are_told_apart_by_the_distance_from_the_middle():
    points = data.circles(500, noise=0.0)
    distance = np.hypot(*points.inputs.T)
    assert distance[points.labels == 1].max() <= 2.5 and 3.5 <= distance[points.labels == 0].min()


def test_spiral_arms_are_opposite_and_grow_evenly():
    points = data.spiral(500, noise=0.0)
    arms = [points.inputs[points.labels == label] for label in (0, 1)]
    arms = [arm[np.hypot(*arm.T).argsort()] for arm in arms]
    np.testing.assert_allclose(arms[0], -arms[1], atol=1e-12)
    np.testing.assert_allclose(np.hypot(*arms[0].T), 5 * np.arange(250) / 250, atol=1e-12)
    turns = np.unwrap(np.arctan2(*arms[0][1:, ::-1].T))
    assert (turns[-1] - turns[0]) / (2 * np.pi) == pytest.approx(1.75, abs=0.02)


@pytest.mark.parametrize("squares", [2, 3, 4, 5])
def test_checkerboard_colours(squares):
    points = data.checkerboard(1000, squares=squares)
    column, row = np.floor((points.inputs / 5 + 1) / 2 * squares).astype(int).T
    np.testing.assert_array_equal(points.labels, (column + row) % 2)
    assert len(set(zip(column, row, strict=True))) == squares**2


def test_moons_reach_into_each_other():
    points = data.moons(400, noise=0.0)
    upper, lower = points.inputs[points.labels == 0], points.inputs[points.labels == 1]
    assert lower[:, 1].max() > upper[:, 1].min() and lower[:, 0].min() < upper[:, 0].max()
    assert lower[:, 1].mean() < upper[:, 1].mean()
    gaps = np.hypot(*(upper[:, None] - lower[None, :]).transpose(2, 0, 1))
    assert gaps.min() == pytest.approx(3 / 2, rel=0.1)  # half a radius: they never touch


@pytest.mark.parametrize("seed", range(3))
def test_split_shares_out_every_class_and_every_example(seed):
    examples = Data(np.arange(100)[:, None], np.arange(100) < 30)
    rest, held_out = data.split(examples, 0.2, seed)
    assert (len(rest), len(held_out)) == (80, 20)
    assert held_out.labels.sum() == 6
    assert sorted([*rest.inputs[:, 0], *held_out.inputs[:, 0]]) == list(range(100))
    again = data.split(examples, 0.2, seed)[1]
    np.testing.assert_array_equal(held_out.inputs, again.inputs)


def test_digits_are_the_digits():
    training, test = data.digits()
    both = np.concatenate([training.inputs, test.inputs])
    assert both.shape == (1797, 64) and both.min() == 0 and both.max() == 1
    assert set(np.unique(both * 16)) == set(range(17))
    labels = np.concatenate([training.labels, test.labels])
    assert np.bincount(labels).tolist() == [
        178,
        182,
        177,
        183,
        181,
        182,
        181,
        179,
        174,
        180,
    ]  # as UCI lists them
    assert training.names == tuple("0123456789")
    assert (training.targets.sum(axis=1) == 1).all() and training.targets.shape[1] == 10


def test_digits_random_split_is_stratified_and_seeded():
    training, test = data.digits("random", seed=3)
    np.testing.assert_allclose(
        np.bincount(test.labels) / np.bincount([*training.labels, *test.labels]), 0.2, atol=0.005
    )
    np.testing.assert_array_equal(test.inputs, data.digits("random", seed=3)[1].inputs)
    assert (test.inputs != data.digits("random", seed=4)[1].inputs).any()
    rows = {row.tobytes() for row in training.inputs}
    assert not any(row.tobytes() in rows for row in test.inputs)


def test_digits_order_split_keeps_the_order():
    training, test = data.digits("order")
    assert (len(training), len(test)) == (1438, 359)
    assert training.labels[:12].tolist() == [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1]
    assert test.labels[-5:].tolist() == [9, 0, 8, 9, 8]


def test_the_file_of_digits_is_small_and_plain():
    assert data.DIGITS.stat().st_size < 100_000
    with np.load(data.DIGITS, allow_pickle=False) as stored:
        assert {name: stored[name].dtype for name in stored} == {"images": np.uint8, "labels": np.uint8}


@pytest.mark.parametrize(
    "damage", [lambda content: content[:-1], lambda content: content[:500] + b"x" + content[501:]]
)
def test_damaged_digits_say_so(tmp_path, damage):
    path = tmp_path / "digits.npz"
    path.write_bytes(damage(data.DIGITS.read_bytes()))
    with pytest.raises(OSError, match="digits.npz, is damaged. Install nnlib again"):
        data._stored_digits(path)


def test_missing_digits_say_so(tmp_path):
    with pytest.raises(OSError, match="digits.npz, is missing. Install nnlib again"):
        data._stored_digits(tmp_path / "digits.npz")


def test_data_copies_what_it_is_given():
    inputs = np.zeros((2, 2))
    examples = Data(inputs, [0, 1])
    inputs[:] = 7
    assert not examples.inputs.any() and examples.inputs.dtype == examples.targets.dtype == float


def test_labels_and_one_hot():
    assert data.labels(np.array([[0.2], [0.5], [0.9]])).tolist() == [0, 1, 1]
    assert data.labels(np.array([0.2, 0.5])).tolist() == [0, 1]
    assert data.labels(np.array([[0.1, 0.7, 0.2], [0.5, 0.3, 0.2]])).tolist() == [1, 0]
    assert data.one_hot([2, 0], 3).tolist() == [[0, 0, 1], [1, 0, 0]]
    assert data.labels(data.one_hot([2, 0, 1], 3)).tolist() == [2, 0, 1]


def test_data_introduces_itself():
    assert repr(data.gate("AND")) == "Data(examples=4, features=2, outputs=1)"
    assert data.gate("AND").names == ("0", "1")
    assert Data([[1]], [[0, 1, 0]], names=("a", "b", "c")).names == ("a", "b", "c")


@pytest.mark.parametrize(
    "make, error, words",
    [
        (lambda: Data([1, 2], [0, 1]), ValueError, r"inputs have shape \(2,\) and targets \(2, 1\).*reshape"),
        (lambda: Data([[1], [2]], [0]), ValueError, r"inputs have shape \(2, 1\) and targets \(1, 1\)"),
        (lambda: Data(np.zeros((0, 2)), np.zeros((0, 1))), ValueError, "at least one example"),
        (lambda: Data([[1, 2], [3]], [0, 1]), ValueError, "inputs has rows of different length"),
        (lambda: Data([[np.nan]], [0]), ValueError, r"inputs has nan at position \(0, 0\).*empty cell"),
        (lambda: Data([[0]], [np.inf]), ValueError, r"targets has inf at position \(0,\)"),
        (lambda: Data(None, [0]), TypeError, "inputs got None"),
        (lambda: Data([["a"]], [0]), TypeError, "inputs got .* but takes numbers"),
        (lambda: Data([[1]], [0], names=("no", "yes", "maybe")), ValueError, "there are 2 classes"),
        (
            lambda: data.gate("NOT"),
            ValueError,
            "gate got 'NOT', but it takes one of these names: 'AND', 'OR'",
        ),
        (lambda: data.gate(2), TypeError, "gate got 2"),
        (lambda: data.digits("alphabetical"), ValueError, "split got 'alphabetical'.*'random', 'order'"),
        (lambda: data.moons(1), ValueError, "n got 1, but it takes a whole number from 2 to 1000000"),
        (lambda: data.moons(10**9), ValueError, "n got 1000000000"),
        (lambda: data.moons(10.5), TypeError, "n got 10.5"),
        (lambda: data.moons(noise=-1), ValueError, "noise got -1"),
        (lambda: data.moons(noise=np.nan), ValueError, "noise got nan"),
        (lambda: data.moons(seed=None), TypeError, "seed got None"),
        (lambda: data.spiral(radius="wide"), TypeError, "radius got 'wide'"),
        (lambda: data.checkerboard(squares=1), ValueError, "squares got 1"),
        (lambda: data.split(data.gate("AND"), 0.0), ValueError, "leaves one part of these 4 examples empty"),
        (lambda: data.split(data.gate("AND"), 2), ValueError, "fraction got 2"),
        (lambda: data.split([1, 2, 3]), TypeError, r"takes Data; try Data\(inputs, targets\)"),
        (lambda: data.one_hot([0, 3], 3), ValueError, "whole numbers from 0 to 2"),
        (lambda: data.one_hot([0.5], 3), ValueError, "whole numbers from 0 to 2"),
    ],
)
def test_bad_arguments_are_refused(make, error, words):
    with pytest.raises(error, match=words):
        make()
