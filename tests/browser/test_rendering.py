"""The SVG that a page shows looks as matplotlib's own drawing of the same figure."""

from io import BytesIO

import numpy as np
import pytest
from matplotlib.text import Text
from PIL import Image, ImageFilter

from nnlib import Network, explore
from nnlib.drawing.theme import GRID, INK, MUTED, PAPER

# Edges are smoothed differently; a piece that is missing or out of place is far beyond this.
TOLERANCE = 6  # of 255, root mean square
THEME = f"--nn-ink: {INK}; --nn-muted: {MUTED}; --nn-grid: {GRID}; --nn-paper: {PAPER}"
PAGE = """<!doctype html><style>body { margin: 0; %s } svg { display: block; stroke-linejoin: round }
text { display: none } image { image-rendering: pixelated }</style>
<svg width="%d" height="%d" viewBox="0 0 %d %d">%s</svg>"""


def in_the_browser(browser, lab):
    """Return what Chromium shows of a lab, without its text."""
    width, height = lab.width, lab.height
    page = browser.new_page(viewport={"width": width, "height": height}, device_scale_factor=2)
    page.set_content(PAGE % (THEME, width, height, width, height, lab.svg()))
    shot = page.screenshot()
    page.close()
    return pixels(shot)


def in_matplotlib(lab):
    """Return matplotlib's own drawing, without its text."""
    for text in lab.figure.findobj(Text):
        text.set_alpha(0)
    return pixels(lab.png())


def pixels(png):
    # A little blur: half a pixel to the side is no difference to an eye.
    return np.asarray(Image.open(BytesIO(png)).convert("RGB").filter(ImageFilter.GaussianBlur(1.5)), float)


def difference(one, other):
    assert one.shape == other.shape
    return np.sqrt(np.mean((one - other) ** 2))


def make(name):
    lab = getattr(explore, name)
    return lab(Network([2, 3, 1])) if name == "LossCurve" else lab()


@pytest.mark.parametrize("name", explore.__all__)
def test_the_browser_shows_what_matplotlib_draws(browser, name):
    lab = make(name)
    assert difference(in_the_browser(browser, lab), in_matplotlib(lab)) < TOLERANCE


def test_a_missing_piece_is_noticed(browser):
    lab = explore.Neuron()
    shown = in_the_browser(browser, lab)
    lab._plane._field.set_visible(False)
    lab.draw = lambda: None
    assert difference(shown, in_matplotlib(lab)) > 2 * TOLERANCE
