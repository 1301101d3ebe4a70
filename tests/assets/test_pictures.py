"""Every picture has code beside it that draws it, and words for those who do not see it."""

import importlib.util
import re
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

PROJECT = Path(__file__).resolve().parents[2]
PICTURES = sorted((PROJECT / "assets").glob("*.png"))
TOLERANCE = 6  # of 255, root mean square: another version of matplotlib smooths edges a little differently


def drawn(picture):
    """Draw a picture anew with the code beside it."""
    spec = importlib.util.spec_from_file_location(picture.stem, picture.with_suffix(".py"))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.draw()


def pixels(png):
    return np.asarray(Image.open(BytesIO(png)).convert("RGB"), dtype=float)


def test_there_are_pictures():
    assert PICTURES


@pytest.mark.parametrize("picture", PICTURES, ids=lambda path: path.name)
def test_a_picture_is_what_its_code_draws(picture):
    stored, fresh = pixels(picture.read_bytes()), pixels(drawn(picture))
    assert stored.shape == fresh.shape
    assert np.sqrt(np.mean((stored - fresh) ** 2)) < TOLERANCE


def test_the_comparison_can_fail():
    one, other = (pixels(drawn(picture)) for picture in PICTURES[:2])
    rows, columns = (min(sizes) for sizes in zip(one.shape[:2], other.shape[:2], strict=True))
    difference = one[:rows, :columns] - other[:rows, :columns]
    assert np.sqrt(np.mean(difference**2)) > TOLERANCE


@pytest.mark.parametrize("picture", PICTURES, ids=lambda path: path.name)
def test_a_picture_is_shown_somewhere_with_words(picture):
    pages = [*PROJECT.glob("*.md"), *PROJECT.glob("notebooks/*.ipynb")]
    shown = [
        words
        for page in pages
        for words in re.findall(rf"!\[([^\]]*)\]\([^)]*{picture.name}\)", page.read_text(encoding="utf-8"))
    ]
    assert shown, f"nothing shows {picture.name}"
    assert all(len(words) > 20 for words in shown)
