"""matplotlib's own SVG renderer, taught to write one piece of a picture at a time.

A moving artist carries its own `<g id="…">`. Drawing the whole figure writes all of them in their
right order; drawing one artist again writes only its group, and the page swaps it for the old one.
"""

import base64
from io import BytesIO, StringIO
from zlib import crc32

from matplotlib.backends.backend_svg import RendererSVG
from PIL import Image

from nnlib.drawing.theme import PAGE_COLOURS

MOVING = "moving"  # the kind of group around an artist that moves


class FragmentRenderer(RendererSVG):
    """Render artists of one figure as SVG text, with ids that begin with `prefix`.

    Coordinates are CSS pixels: the figure must have 72 dots per inch.
    """

    def __init__(self, width, height, prefix):
        self.prefix = prefix
        self._stream = StringIO()
        super().__init__(width, height, self._stream)
        self.writer.comment("")  # closes the opening tag, which would else begin the first fragment

    def fragment(self, draw):
        """Return what `draw(renderer)` writes, with the clips and hatches that it needs."""
        self._stream.seek(0)
        self._stream.truncate()
        for memory in (self._clipd, self._markers, self._hatchd, self._groupd):
            memory.clear()
        self._path_collection_id = 0
        try:
            draw(self)
        except Exception:
            self.__init__(self.width, self.height, self.prefix)  # its half-written tags are of no use
            raise
        self._write_clips()
        self._write_hatches()
        return themed(self._stream.getvalue())

    def open_group(self, s, gid=None):
        """Begin a group; one that moves defines its own markers, since it may be replaced alone."""
        if s == MOVING:
            self._markers.clear()
        super().open_group(s, gid)

    def close_group(self, s):
        """End a group; nothing outside may lean on the markers of one that moves."""
        super().close_group(s)
        if s == MOVING:
            self._markers.clear()

    def _write_metadata(self, metadata):
        """Leave out matplotlib's licence block: it belongs to files, not to fragments."""

    def _write_default_style(self):
        """Leave out matplotlib's `<style>`: the page's own style sheet says the same."""

    def _make_id(self, type, content):
        """Name a definition by its content: the same thing has the same id in every fragment."""
        return f"{self.prefix}{type}{crc32(str(content).encode()):08x}"

    def _get_clippath_id(self, clippath):
        """Name a clip by its outline; matplotlib's counter would start anew in every fragment."""
        return crc32(clippath.vertices.tobytes())

    def draw_path(self, gc, path, transform, rgbFace=None):
        """Write every point of a path: one drawn alone must be as it is in the whole picture."""
        path.should_simplify = False
        super().draw_path(gc, path, transform, rgbFace)

    def draw_text(self, gc, x, y, s, prop, angle, ismath=False, mtext=None):
        """Keep text as text, so that it can be read aloud, selected and set in the page's font."""
        clip = self._get_clip_attrs(gc)
        if clip:
            self.writer.start("g", **clip)
        self._draw_text_as_text(gc, x, y, s, prop, angle, False, mtext)
        if clip:
            self.writer.end("g")

    def draw_image(self, gc, x, y, im, transform=None):
        """Send an image as a small PNG, unsampled; the browser enlarges it."""
        if transform is None or not im.size:
            return super().draw_image(gc, x, y, im, transform)
        height, width = im.shape[:2]
        png = BytesIO()
        Image.fromarray(im).save(png, format="png", compress_level=1)
        a, b, c, d, e, f = transform.frozen().to_values()
        clip = self._get_clip_attrs(gc)
        self.writer.start("g", **clip)
        self.writer.element(
            "image",
            width=str(width),
            height=str(height),
            preserveAspectRatio="none",
            transform=(
                f"matrix({a / width:.6g} {-b / width:.6g} {c / height:.6g} {-d / height:.6g} "
                f"{e + x:.6g} {self.height - f - y:.6g})"
            ),
            attrib={
                "href": "data:image/png;base64," + base64.b64encode(png.getvalue()).decode("ascii")
            },
        )
        self.writer.end("g")


def themed(svg):
    """Replace the named colours of the theme by the page's own variables."""
    for colour, variable in PAGE_COLOURS.items():
        svg = svg.replace(colour, f"var({variable})")
    return svg
