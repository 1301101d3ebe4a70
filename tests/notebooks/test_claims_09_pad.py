"""What notebook 09 and its teacher's page say of drawings on the pad, calculated here."""

import numpy as np
import pytest

from nnlib.handwriting import draw, prepare
from tests.notebooks.digit_networks import SEEDS, trained
from tests.numerics.drawings import DRAWINGS, hands


@pytest.fixture(scope="module")
def networks():
    return [trained("random", seed) for seed in SEEDS]


def answers(network, *drawings, centred=True):
    """Return the digits that the network reads in these drawings."""
    return network.predict([prepare(draw(each), centred) for each in drawings]).argmax(axis=1).tolist()


def test_a_small_seven_is_read_only_when_it_is_fitted(networks):
    seven = [[(8, 7), (23, 7), (17, 16), (13, 27)], [(12, 17), (21, 16)]]
    drawings = [
        [[(right + x / 2, down + y / 2) for x, y in stroke] for stroke in seven]
        for right in range(0, 18, 3)
        for down in range(0, 15, 3)
    ]
    read = {centred: answers(networks[0], *drawings, centred=centred).count(7) for centred in (True, False)}
    assert len(drawings) == 30 and read == {True: 30, False: 0}


def test_a_plain_1_is_hard_to_tell_from_an_8(networks):
    drawing = prepare(draw([[(16, 4), (16, 28)]]))
    chances = networks[0].predict(drawing)[0]
    assert set(chances.argsort()[-2:]) == {1, 8} and chances[[1, 8]].min() > 0.3


def test_all_ten_scripted_drawings_are_read(networks):
    for network in networks:
        assert answers(network, *DRAWINGS.values()) == list(DRAWINGS)


def test_other_hands_are_read_95_times_of_100_and_uncentred_12_times(networks):
    digits, drawings = zip(*hands(seed=0))
    right = {
        centred: np.mean([np.equal(answers(n, *drawings, centred=centred), digits).mean() for n in networks])
        for centred in (True, False)
    }
    assert 0.935 < right[True] < 0.965 and 0.10 < right[False] < 0.135


def test_the_troubles_of_the_pad(networks):
    """The table of the teacher's page, part 6; each drawing by four networks."""
    stem, long_flag, flag = [(16, 4), (16, 28)], [(4, 16), (16, 4)], [(11, 9), (16, 4)]
    foot, barless = [(10, 28), (22, 28)], [(8, 5), (22, 5), (12, 28)]
    tiny = [[[(4 + x / 5, 4 + y / 5) for x, y in stroke] for stroke in DRAWINGS[digit]] for digit in (0, 6, 8, 9)]
    read = [answers(n, [long_flag, stem], [flag, stem, foot], [barless], *tiny) for n in networks]
    flagged, footed, sevens, *blots = zip(*read)
    assert 1 not in flagged and len(set(flagged)) > 1
    assert set(footed) == {2} and set(sevens) == {7}
    assert np.mean(np.array(blots) == 4) > 0.6 and np.mean(np.array(blots) == [[0], [6], [8], [9]]) < 0.2
