"""A drawing comes to the network in the form in which the collected digits did."""

import numpy as np
import pytest

from nnlib import Adam, Network, accuracy, data, train
from nnlib import handwriting as hw
from tests.numerics.drawings import DRAWINGS, hands

CROSS = [[(16, 10), (16, 22)], [(10, 16), (22, 16)]]


@pytest.fixture(scope="module")
def network():
    """A network trained on the digits, as in notebook 09."""
    network = Network([64, 16, 10], seed=0)
    for _ in train(network, data.digits()[0], Adam(0.01), epochs=25, seed=0, l2=0.0001):
        pass
    assert accuracy(network, data.digits()[1]) > 0.94
    return network


def read(network, bitmap, centred=True):
    return int(network.predict(hw.prepare(bitmap, centred))[0].argmax())


def test_at_least_eight_of_ten_drawings_are_read(network):
    right = [digit for digit, strokes in DRAWINGS.items() if read(network, hw.draw(strokes)) == digit]
    assert len(right) >= 8, f"read: {right}"


def test_other_hands_are_read_too_and_hardly_ever_without_centring(network):
    drawn = [(digit, hw.draw(strokes)) for digit, strokes in hands(seed=0)]
    centred = np.mean([read(network, bitmap) == digit for digit, bitmap in drawn])
    uncentred = np.mean([read(network, bitmap, centred=False) == digit for digit, bitmap in drawn])
    assert centred > 0.9 and uncentred < 0.2


def keeping_its_shape(bitmap):
    """Fit the ink into 20 × 32 dots without changing its shape: what the collection did not do."""
    rows, columns = (np.flatnonzero(bitmap.any(axis=axis)) for axis in (1, 0))
    box = bitmap[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    scale = min(32 / len(box), 20 / len(box.T))
    height, width = (max(1, round(scale * size)) for size in box.shape)
    across = ((np.arange(width) + 0.5) * len(box.T) / width).astype(int)
    down = ((np.arange(height) + 0.5) * len(box) / height).astype(int)
    new = np.zeros((32, 32), bool)
    new[(32 - height) // 2 :, (32 - width) // 2 :][:height, :width] = box[np.ix_(down, across)]
    return new


@pytest.mark.parametrize("step, instead, pen, cost", [
    ("stretched", keeping_its_shape, 3, 0.1), ("upright", lambda bitmap: bitmap, 3, 0.015),
    ("with_usual_line", lambda bitmap: bitmap, 1, 0.03),
])  # fmt: skip
def test_each_step_of_fitting_earns_its_place(network, monkeypatch, step, instead, pen, cost):
    drawn = [(digit, hw.draw(strokes, pen)) for digit, strokes in hands(seed=1)]
    whole = np.mean([read(network, bitmap) == digit for digit, bitmap in drawn])
    monkeypatch.setattr(hw, step, instead)
    without = np.mean([read(network, bitmap) == digit for digit, bitmap in drawn])
    assert whole - without > cost


def test_a_line_is_as_wide_as_its_pen_and_has_round_ends():
    bitmap = hw.draw([[(8, 16), (24, 16)]], pen=4)
    assert (bitmap.sum(axis=0)[8:24] == 4).all()
    assert np.flatnonzero(bitmap.any(axis=0)).tolist() == list(range(6, 26))
    assert bitmap[14, 6] == bitmap[14, 25] == False  # noqa: E712  the corners are rounded


def test_a_point_is_a_spot_and_nothing_is_nothing():
    spot = hw.draw([[(16, 16)]], pen=6)
    assert spot.any() and (spot == spot.T).all() and (spot == spot[::-1]).all()
    assert not hw.draw([]).any()
    assert not hw.prepare(hw.draw([])).any()


def test_what_lies_outside_is_cut_off():
    assert not hw.draw([[(100, 100), (200, 100)]]).any()
    assert hw.draw([[(-100, 16), (200, 16)]]).any(axis=0).all()


def test_ink_is_counted_in_blocks_of_four():
    bitmap = np.zeros((32, 32), bool)
    bitmap[4:8, 8:12] = True
    bitmap[0, 0] = bitmap[31, 31] = True
    counts = hw.count_ink(bitmap)
    assert counts[1, 2] == 16 and counts[0, 0] == counts[7, 7] == 1 and counts.sum() == 18
    assert hw.prepare(bitmap, centred=False).tolist() == (counts.ravel() / 16).tolist()


@pytest.mark.parametrize("digit", DRAWINGS)
def test_a_fitted_digit_lies_where_the_collected_ones_lie(digit):
    """The collection: full height, and hardly any ink in the outermost columns."""
    inputs = hw.prepare(hw.draw(DRAWINGS[digit])).reshape(8, 8)
    assert inputs[0].any() and inputs[-1].any()
    everybody = np.concatenate([part.inputs for part in data.digits()]).reshape(-1, 8, 8)
    assert (everybody[:, [0, -1]].any(axis=2)).all()
    assert (everybody[:, :, 0] > 0).any(axis=1).mean() < 0.02
    ink = everybody.sum(axis=(1, 2)) * 16
    assert ink.min() <= inputs.sum() * 16 <= ink.max()


@pytest.mark.parametrize("right, down, size", [(0, 0, 0.5), (16, 0, 0.5), (7, 12, 0.6), (3, 3, 0.9)])
def test_place_and_size_hardly_matter_to_what_the_network_gets(right, down, size):
    moved = [[(right + size * x, down + size * y) for x, y in points] for points in DRAWINGS[5]]
    bitmaps = hw.draw(DRAWINGS[5], pen=3), hw.draw(moved, pen=max(1, 3 * size))
    alike = {way: np.corrcoef(*(hw.prepare(each, way) for each in bitmaps))[0, 1] for way in (True, False)}
    assert alike[True] > 0.75 and alike[True] > alike[False] + 0.05


def test_stretching_fills_twenty_by_thirty_two():
    for strokes in (CROSS, [[(4, 16), (28, 16)]], DRAWINGS[8]):
        stretched = hw.stretched(hw.draw(strokes))
        assert np.flatnonzero(stretched.any(axis=1)).tolist() == list(range(32))
        assert np.flatnonzero(stretched.any(axis=0)).tolist() == list(range(6, 26))


def test_thicker_and_thinner_follow_four_neighbours():
    dot = np.zeros((32, 32), bool)
    dot[5, 5] = True
    plus = hw.thicker(dot)
    assert plus.sum() == 5 and not plus[4, 4]
    assert (hw.thinner(plus) == dot).all()
    corner = np.zeros((32, 32), bool)
    corner[0, 0] = True
    assert hw.thicker(corner).sum() == 3 and not hw.thinner(corner).any()


@pytest.mark.parametrize("ink, times", [(50, 2), (200, 1), (300, 0), (500, -1), (600, -2)])
def test_the_line_gets_its_usual_thickness(ink, times):
    bitmap = np.zeros((32, 32), bool)
    bitmap[: ink // 25, :25] = True
    expected = bitmap
    for _ in range(abs(times)):
        expected = hw.thicker(expected) if times > 0 else hw.thinner(expected)
    assert (hw.with_usual_line(bitmap) == expected).all()


def test_a_slanted_bar_is_set_upright():
    slanted = hw.stretched(hw.draw([[(20, 2), (12, 30)]]))
    upright = hw.upright(slanted)
    lefts = [row.argmax() for row in upright[3:-3]]
    assert np.ptp(lefts) <= 2 < np.ptp([row.argmax() for row in slanted[3:-3]])
    straight = hw.stretched(hw.draw([[(16, 2), (16, 30)]]))
    assert (hw.upright(straight) == straight).all()


def test_a_shift_loses_what_leaves():
    picture = np.arange(16).reshape(4, 4)
    assert hw.shifted(picture, 1, 0).tolist() == [[0] * 4, *picture[:3].tolist()]
    assert hw.shifted(picture, 0, -1)[:, 3].tolist() == [0] * 4
    assert (hw.shifted(picture, 0, 0) == picture).all()
    assert not hw.shifted(picture, 9, -9).any()


@pytest.mark.parametrize(
    "wrong", [None, "drawing", 3, [[1, 2]], [[(1, 2, 3)]], [[]], [[(np.nan, 1)]], [[("a", "b")]], [[(1, 1)] * 2001]]
)
def test_what_is_no_drawing_is_answered_with_a_sentence(wrong):
    with pytest.raises((TypeError, ValueError), match=r"[.)]$"):
        hw.draw(wrong)


@pytest.mark.parametrize("wrong", [None, np.zeros((8, 8)), np.zeros(1024), "picture"])
@pytest.mark.parametrize("function", [hw.prepare, hw.fit, hw.count_ink])
def test_what_is_no_bitmap_is_answered_with_a_sentence(function, wrong):
    with pytest.raises((TypeError, ValueError), match="bitmap"):
        function(wrong)


@pytest.mark.parametrize("pen", [0, -1, 33, None, np.inf])
def test_a_pen_has_a_width(pen):
    with pytest.raises((TypeError, ValueError), match="pen"):
        hw.draw(CROSS, pen=pen)
