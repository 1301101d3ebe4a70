"""A matplotlib figure that can say what has changed in it.

Mark what moves with matplotlib's own `animated` flag, as for blitting. The first drawing writes
the whole figure; afterwards `changes()` draws only the marked artists again and returns those
whose text differs from last time. Everything else is background, and is drawn again only when the
axes themselves changed.
"""

from contextlib import contextmanager
from io import BytesIO
from itertools import count

import numpy as np
from matplotlib.lines import Line2D
from matplotlib.patches import Polygon, Rectangle
from matplotlib.patheffects import withStroke
from matplotlib.text import Text
from PIL import Image

from nnlib.drawing.strand import Strand
from nnlib.drawing.theme import PAPER, house_style, new_figure
from nnlib.live.pointer import listeners
from nnlib.live.renderer import MOVING, FragmentRenderer

# Artists whose attributes say all: setters replace them, so they can be compared. Collections and
# images hold arrays and caches of many kinds, and are always rendered.
PLAIN = (Text, Line2D, Rectangle, Polygon, Strand)
# What matplotlib works out from the rest while it draws.
DERIVED = {"_stale"}
DERIVED_OF_LINES = {"_invalidx", "_invalidy", "_x", "_y", "_xy", "_path", "_transformed_path", "_subslice"}

_numbers = count()


class Picture:
    """One figure, `width` by `height` CSS pixels, and its SVG."""

    def __init__(self, width, height):
        self.width, self.height = width, height
        self.figure = new_figure(width, height)
        self._own_listeners = listeners(self.figure.canvas)  # picking, which every figure has
        # Ids are looked up page-wide by some browsers, so every figure has its own prefix.
        self._renderer = FragmentRenderer(width, height, f"nn{next(_numbers)}-")
        self._moving = {}  # id -> artist
        self._sent = {}  # id -> its last fragment
        self._known = {}  # id -> all attributes of a plain artist when it was last drawn
        self._background = None

    def full(self):
        """Draw everything; return the whole picture as SVG elements."""
        self._adopt_moving_artists()
        with house_style():
            svg = self._renderer.fragment(self.figure.draw)
        self._background = self._background_state()
        self._sent = {name: self._fragment(artist) for name, artist in self._moving.items()}
        self._known = {
            name: _attributes(artist) for name, artist in self._moving.items() if type(artist) in PLAIN
        }
        return svg

    def changes(self):
        """Draw what moves; return `{id: SVG}` of what changed, or None if all must be drawn."""
        if self._background != self._background_state():
            return None
        changed = {}
        for name, artist in self._moving.items():
            attributes = _attributes(artist) if type(artist) in PLAIN else None
            if attributes and attributes == self._known[name]:
                continue  # spares the rendering: of a table, few parts change at once
            fragment = self._fragment(artist)
            self._known[name] = attributes
            if fragment != self._sent[name]:
                changed[name] = self._sent[name] = fragment
        return changed

    def redraw(self):
        """Forget the background, for a change that `changes()` cannot see, such as a title."""
        self._background = None

    def pointer_events(self):
        """Name the pointer events that someone listens to, so that the page sends no others."""
        return sorted({event for event, _ in listeners(self.figure.canvas) - self._own_listeners})

    def png(self, scale=2):
        """Return an opaque PNG of the picture, `scale` dots per CSS pixel, in at most 256 colours.

        Our pictures have few hues, and a notebook full of stills must stay small. The colours are
        chosen to be as far apart as they can, or the shades of a field would leave none for points.
        """
        self._adopt_moving_artists()  # matplotlib leaves out what is animated in the figure itself
        buffer = BytesIO()
        with house_style(), _rims_of_paper(self.figure):
            self.figure.savefig(buffer, format="png", dpi=72 * scale)
        still = Image.open(buffer).convert("RGB").quantize(
            256, method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE
        )
        buffer = BytesIO()
        still.save(buffer, format="png", optimize=True)
        return buffer.getvalue()

    def _fragment(self, artist):
        return self._renderer.fragment(artist.draw)

    def _adopt_moving_artists(self):
        """Find what moves, and give each artist a group; from then on matplotlib may draw it too."""
        found = self.figure.findobj(lambda artist: artist.get_animated() or "draw" in vars(artist))
        self._moving = {f"{self._renderer.prefix}{i}": artist for i, artist in enumerate(found)}
        for name, artist in self._moving.items():
            artist.set_animated(False)
            _wrap_in_group(artist, name)

    def _background_state(self):
        """Collect what decides where things stand: limits, positions, and who is there."""
        return tuple(
            (*axes.viewLim.extents, *axes.get_position().bounds, *map(id, axes.get_children()))
            for axes in self.figure.axes
        )


@contextmanager
def _rims_of_paper(figure):
    """Give each text a rim of paper for a while, so that no line strikes it through: style.css does on the page."""
    texts = figure.findobj(Text)
    for text in texts:
        text.set_path_effects([withStroke(linewidth=3, foreground=PAPER)])
    try:
        yield
    finally:
        for text in texts:
            text.set_path_effects(None)


def _attributes(artist):
    """Collect what decides how a plain artist looks, so that two states can be compared."""
    derived = DERIVED | DERIVED_OF_LINES if isinstance(artist, Line2D) else DERIVED
    attributes = {
        name: value.tobytes() if isinstance(value, np.ndarray) else value
        for name, value in vars(artist).items()
        if name not in derived
    }
    if isinstance(artist, Text):
        attributes["font"] = hash(artist.get_fontproperties())  # changed in place by its setters
    return attributes


def _wrap_in_group(artist, name):
    """Make every drawing of `artist` stand in a group of that name, even when it is invisible.

    An invisible artist writes nothing, and some kinds write no group of their own; the page needs a
    place to put them back. Other renderers ignore groups.
    """
    draw = type(artist).draw

    def draw_in_group(renderer, *args, **kwargs):
        renderer.open_group(MOVING, name)
        try:
            draw(artist, renderer, *args, **kwargs)
        finally:
            renderer.close_group(MOVING)

    artist.draw = draw_in_group
