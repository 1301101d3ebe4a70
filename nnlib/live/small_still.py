"""A still picture that weighs little: at most 256 colours, as a printed map would have.

Soft fields and fine lines together have ten thousands of shades, and a notebook keeps every still it
shows. With a palette a still is a third of the size, and the eye finds no difference.
"""

from io import BytesIO

from PIL import Image

COLOURS = 256


class SmallStill:
    """Mix this into an explorable, before `Explorable`."""

    def png(self):
        """Return a still of the picture as it is now: a PNG at twice the resolution, with a palette."""
        return few_colours(super().png())


def few_colours(png):
    """Return the picture `png`, the bytes of a file, with no more than 256 colours."""
    small = BytesIO()
    picture = Image.open(BytesIO(png)).convert("RGB")
    picture.quantize(COLOURS, dither=Image.Dither.NONE).save(small, "png", optimize=True)
    return small.getvalue()
