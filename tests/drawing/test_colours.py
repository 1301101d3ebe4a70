"""Colours are seen in both themes and by every kind of eye."""

import itertools

import numpy as np
import pytest
from matplotlib.colors import to_rgb

from nnlib.drawing.theme import BLUE, INK, MUTED, PAPER, PURPLE, VERMILION

DARK_PAPER, DARK_INK = "#111111", "#ffffff"  # as JupyterLab has them
# Machado, Oliveira & Fernandes 2009, severity 1, on linear RGB: protanopia, deuteranopia, tritanopia.
BLINDNESS = {
    "none": np.eye(3),
    "protanopia": [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
    "deuteranopia": [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
    "tritanopia": [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]],
}


def linear(colour):
    channels = np.array(to_rgb(colour))
    return np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)


def contrast(one, other):
    """The ratio of WCAG 2.2, from 1 to 21."""
    light, dark = sorted((linear(c) @ [0.2126, 0.7152, 0.0722] for c in (one, other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("paper", [PAPER, DARK_PAPER])
@pytest.mark.parametrize("colour", [BLUE, VERMILION, PURPLE])
def test_hues_reach_three_to_one_on_both_papers(colour, paper):
    assert contrast(colour, paper) >= 3


@pytest.mark.parametrize("ink", [INK, MUTED])
def test_words_reach_four_and_a_half_to_one(ink):
    assert contrast(ink, PAPER) >= 4.5


@pytest.mark.parametrize("matrix", BLINDNESS.values(), ids=BLINDNESS)
def test_blue_and_vermilion_stay_apart_for_every_eye(matrix):
    blue, vermilion = (np.clip(np.array(matrix) @ linear(colour), 0, 1) for colour in (BLUE, VERMILION))
    assert np.linalg.norm(blue - vermilion) > 0.25


def test_the_theme_uses_each_colour_once():
    colours = [BLUE, VERMILION, PURPLE, INK, MUTED, PAPER]
    assert all(one != other for one, other in itertools.combinations(colours, 2))
