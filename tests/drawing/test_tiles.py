"""Small pictures, probability bars and accuracy curves show the numbers they are given."""

import numpy as np
import pytest

from nnlib.drawing.accuracy import AccuracyAxes
from nnlib.drawing.chances import Chances
from nnlib.drawing.mistakes import SHOWN, MistakePictures
from nnlib.drawing.theme import new_figure
from nnlib.drawing.tiles import FINE, Lens, Tiles, scans, weight_pictures
from nnlib.drawing.units import UnitPictures, pushes

RNG = np.random.default_rng(0)


@pytest.fixture
def axes():
    return new_figure(200, 200).add_axes([0, 0, 1, 1])


def test_ink_is_dark_and_paper_light_and_both_cover():
    pictures = scans(np.array([np.zeros(64), np.ones(64)]))
    assert pictures.shape == (2, 8, 8, 4) and (pictures[..., 3] == 255).all()
    assert pictures[0, ..., :3].min() > 240 and pictures[1, ..., :3].max() < 40
    steps = scans(np.linspace(0, 1, 17)[:, None].repeat(64, axis=1))[:, 0, 0, 0].astype(int)
    assert (np.diff(steps) < 0).all()


def test_weights_have_the_colour_of_their_sign_and_the_strength_of_their_size():
    weights = np.zeros((1, 64))
    weights[0, :3] = 2, -2, 1
    positive, negative, half = weight_pictures(weights)[0, 0, :3]
    assert positive[2] > positive[0] and negative[0] > negative[2]
    assert positive[3] == negative[3] == 255 and half[3] == 127
    assert (weight_pictures(weights)[0, 1:, :, 3] == 0).all()
    assert weight_pictures(np.zeros((2, 64)))[..., 3].max() == 0


def test_tiles_stand_in_rows_and_one_is_framed(axes):
    tiles = Tiles(axes, 2, 3)
    pictures = scans(np.arange(4)[:, None].repeat(64, axis=1) / 4)
    tiles.show(pictures, framed=3)
    shown = tiles._image.get_array()
    for number, picture in enumerate(pictures):
        x, y = np.array(tiles.corner(number)) * FINE
        assert (shown[y : y + 8 * FINE, x : x + 8 * FINE] == picture[0, 0]).all()
    assert tiles._frame.get_xy() == tiles.corner(3) == (0, 9) and tiles._frame.get_visible()
    tiles.show(pictures[:1])
    assert not tiles._frame.get_visible() and (tiles._image.get_array()[:, 9 * FINE :] == 0).all()


def test_the_lens_writes_signs_on_strong_weights(axes):
    lens, weights = Lens(axes), np.zeros(64)
    weights[[0, 9, 18]] = 1, -1, 0.1
    lens.show_weights(weights)
    assert lens._signs[1].get_xydata().tolist() == [[0.5, 0.5]]
    assert lens._signs[-1].get_xydata().tolist() == [[1.5, 1.5]]
    lens.show(None)
    assert (np.asarray(lens._image.get_array()) == 0).all()


def test_the_longest_bar_stands_out(axes):
    chances = Chances(axes, list("0123456789"))
    probabilities = np.array([0.02, 0.9, 0.004, *[0.076 / 7] * 7])
    chances.show(probabilities)
    assert chances._first.get_xydata().tolist() == [[0, 1], [0.9, 1]]
    ends = chances._others.get_xdata()[1::3]
    assert ends[1] == 0 and ends[0] == 0.02 and ends[2] == 0.004
    assert [text.get_visible() for text in chances._numbers[:3]] == [True, True, False]
    assert chances._numbers[1].get_text() == "0.90"
    chances.show(None)
    assert not any(text.get_visible() for text in chances._numbers) and not len(chances._first.get_xdata())


def test_a_unit_says_where_it_pushes():
    assert pushes(np.array([0, 3, -1, 0.5, 0, 0, -4, 0, 0, 0])) == ["towards 1, 3", "away from 6, 2"]
    assert pushes(np.full(10, 2.0)) == ["equally towards all"]


@pytest.mark.parametrize("count", [1, 16, 30, 64])
def test_every_unit_has_a_place(count):
    figure = new_figure(300, 200)
    units = UnitPictures(figure.add_axes([0, 0, 0.5, 1]), figure.add_axes([0.6, 0.5, 0.4, 0.5]), count)
    units.show(RNG.normal(size=(count, 64)), RNG.normal(size=(count, 10)), count - 1)
    assert units.tiles.rows * units.tiles.columns >= count
    assert units._words.get_text().startswith(f"unit {count}\n")


@pytest.mark.parametrize("count", [0, 1, SHOWN, SHOWN + 5])
def test_mistakes_are_named_and_places_left_over_are_empty(count):
    figure = new_figure(300, 200)
    pictures = MistakePictures(figure.add_axes([0, 0, 0.5, 1]), figure.add_axes([0.6, 0.5, 0.4, 0.5]))
    probabilities = np.eye(10)[np.full(count, 8)]
    pictures.show(RNG.uniform(size=(count, 64)), np.full(count, 3), probabilities, chosen=0)
    names = [text.get_text() for text in pictures._names]
    assert names == ["3 as 8"] * min(count, SHOWN) + [""] * (SHOWN - min(count, SHOWN))
    assert pictures._heading.get_text().startswith(f"{count} mistake")
    assert pictures._words.get_text() == ("8, it says: 1.00\n3, the truth: 0.00" if count else "")


def test_the_curve_of_another_run_stays_beside(axes):
    curves = AccuracyAxes(axes, steps=10)
    for step in (0, 10, 25):
        curves.add(step, 0.9, 0.8)
    assert axes.get_xlim() == (0, 40)
    curves.clear(other=curves.run)
    curves.add(0, 0.5, 0.4)
    curves.draw()
    assert curves._other.line.get_xydata().tolist() == [[0, 0.8], [10, 0.8], [25, 0.8]]
    assert curves.run == [(0, 0.4)] and axes.get_xlim() == (0, 10)
