"""A figure that is patched piece by piece must look like one that is drawn anew."""

import xml.etree.ElementTree as ET
from io import BytesIO

import matplotlib as mpl
import numpy as np
import pytest
from PIL import Image

from nnlib.drawing.theme import BLUE, INK, VERMILION, house_style
from nnlib.live.picture import Picture
from tests.live.page_double import WRAPPER, normalised


class Everything:
    """A figure with one of each kind of artist that moves in the course."""

    def __init__(self):
        self.picture = Picture(400, 300)
        with house_style():
            axes = self.axes = self.picture.figure.add_axes([0.1, 0.1, 0.8, 0.8])
            axes.set(xlim=(0, 4), ylim=(0, 3))
            (self.line,) = axes.plot([0, 1], [0, 1], color=INK, animated=True)
            (self.marks,) = axes.plot([1, 2], [1, 2], "o", color=BLUE, animated=True)
            self.text = axes.text(1, 1, "w₁ = 1", animated=True)
            self.label = axes.annotate("here", (1, 1), (2, 2), arrowprops={"arrowstyle": "->"}, animated=True)
            self.image = axes.imshow(
                np.zeros((4, 4, 4), np.uint8), extent=(0, 4, 0, 3), interpolation="none", aspect="auto", animated=True
            )
            self.bar = axes.add_patch(mpl.patches.Rectangle((0, 0), 1, 1, animated=True))
            self.shape = axes.add_patch(mpl.patches.Polygon([(0, 0), (1, 0), (1, 1)], animated=True))
            self.points = axes.scatter([1, 2, 3], [1, 2, 1], animated=True)
            self.lines = axes.add_collection(mpl.collections.LineCollection([[(0, 0), (1, 1)]], animated=True))
            self.title = self.picture.figure.text(0.5, 0.97, "title", animated=True)
        self.page = ET.fromstring(WRAPPER % self.picture.full())

    def patch(self):
        """Do what the page does with a frame; return how many pieces came, None for a whole."""
        changes = self.picture.changes()
        if changes is None:
            self.page = ET.fromstring(WRAPPER % self.picture.full())
            return None
        for name, svg in changes.items():
            parent = next(p for p in self.page.iter() if any(c.get("id") == name for c in p))
            place = next(i for i, c in enumerate(parent) if c.get("id") == name)
            parent[place] = ET.fromstring(WRAPPER % svg)[0]
        return len(changes)

    @property
    def fresh(self):
        """The same state drawn as a whole."""
        return normalised(ET.fromstring(WRAPPER % self.picture.full()))


IMAGE = np.arange(64, dtype=np.uint8).reshape(4, 4, 4)
MOVES = {
    "a long line": lambda e: e.line.set_data(np.linspace(0, 4, 500), 1 + np.sin(np.linspace(0, 9, 500))),
    "line.set_data": lambda e: e.line.set_data([0, 2], [1, 0]),
    "line.set_color": lambda e: e.line.set_color(VERMILION),
    "line.set_linestyle": lambda e: e.line.set_linestyle("--"),
    "line.set_linewidth": lambda e: e.line.set_linewidth(5),
    "line.set_visible": lambda e: e.line.set_visible(False),
    "line.set_alpha": lambda e: e.line.set_alpha(0.3),
    "marks.set_data": lambda e: e.marks.set_data([2], [1]),
    "marks.set_markerfacecolor": lambda e: e.marks.set_markerfacecolor(VERMILION),
    "marks.set_markeredgecolor": lambda e: e.marks.set_markeredgecolor(VERMILION),
    "text.set_text": lambda e: e.text.set_text("w₁ = −2"),
    "text.set_position": lambda e: e.text.set_position((2, 2)),
    "text.set_color": lambda e: e.text.set_color(VERMILION),
    "text.set_fontweight": lambda e: e.text.set_fontweight("bold"),
    "text.set_fontsize": lambda e: e.text.set_fontsize(20),
    "text.set_horizontalalignment": lambda e: e.text.set_horizontalalignment("right"),
    "text.set_visible": lambda e: e.text.set_visible(False),
    "annotation.xy": lambda e: setattr(e.label, "xy", (3, 1)),
    "annotation.set_text": lambda e: e.label.set_text("there"),
    "image.set_data": lambda e: e.image.set_data(IMAGE),
    "bar.set_width": lambda e: e.bar.set_width(3),
    "bar.set_x": lambda e: e.bar.set_x(1),
    "bar.set_y": lambda e: e.bar.set_y(1),
    "bar.set_facecolor": lambda e: e.bar.set_facecolor(VERMILION),
    "bar.set_hatch": lambda e: e.bar.set_hatch("////"),
    "bar.set_visible": lambda e: e.bar.set_visible(False),
    "shape.set_xy": lambda e: e.shape.set_xy([(0, 0), (2, 0), (1, 2)]),
    "points.set_offsets": lambda e: e.points.set_offsets([(1, 1), (2, 0)]),
    "points.set_array": lambda e: e.points.set_array([1, 2, 3]),
    "lines.set_segments": lambda e: e.lines.set_segments([[(0, 1), (3, 0)]]),
    "title.set_text": lambda e: e.title.set_text("another"),
}
WHOLE = {
    "axes.set_xlim": lambda e: e.axes.set_xlim(0, 8),
    "axes.set_position": lambda e: e.axes.set_position([0.2, 0.2, 0.5, 0.5]),
    "axes.plot": lambda e: e.axes.plot([0, 3], [3, 0]),
    "redraw": lambda e: (e.axes.set_title("a title"), e.picture.redraw()),
}


@pytest.mark.parametrize("move", MOVES.values(), ids=MOVES)
def test_every_setter_moves_its_artist_and_no_other(move):
    everything = Everything()
    move(everything)
    assert everything.patch() == 1
    assert normalised(everything.page) == everything.fresh


@pytest.mark.parametrize("move", MOVES.values(), ids=MOVES)
def test_what_is_moved_back_looks_as_before(move):
    everything = Everything()
    move(everything)
    everything.patch()
    moved = normalised(everything.page)
    everything = Everything()
    assert moved != normalised(everything.page), "the move changed nothing"


@pytest.mark.parametrize("change", WHOLE.values(), ids=WHOLE)
def test_a_changed_background_is_drawn_whole(change):
    everything = Everything()
    change(everything)
    assert everything.patch() is None
    assert normalised(everything.page) == everything.fresh


def test_a_marker_does_not_vanish_with_the_artist_that_was_drawn_first():
    picture = Picture(200, 200)
    axes = picture.figure.add_axes([0, 0, 1, 1])
    first, second = (axes.plot([x], [1], "o", color=BLUE, animated=True)[0] for x in (1, 2))
    page = ET.fromstring(WRAPPER % picture.full())
    groups = [group for group in page.iter() if group.get("id") in picture._moving]
    for group in groups:
        defined = {piece.get("id") for piece in group.iter() if piece.tag.endswith("path")}
        used = {piece.get("{http://www.w3.org/1999/xlink}href")[1:] for piece in group.iter() if piece.tag.endswith("use")}
        assert used <= defined


def test_nothing_is_sent_while_nothing_moves():
    everything = Everything()
    assert everything.patch() == 0
    everything.line.set_data([0, 1], [0, 1])  # the same again
    assert everything.patch() == 0


def test_a_still_picture_does_not_hide_what_moved():
    everything = Everything()
    everything.line.set_data([0, 3], [1, 2])
    everything.picture.png()
    assert everything.patch() == 1


def test_the_learners_settings_do_not_change_our_figures():
    plain = normalised(Everything().page)
    with mpl.rc_context({"font.size": 40, "axes.facecolor": "red", "svg.fonttype": "path", "lines.linewidth": 9}):
        assert normalised(Everything().page) == plain


def test_colours_of_the_page_replace_ink_and_paper():
    svg = Everything().picture.full()
    assert "var(--nn-ink)" in svg
    assert INK not in svg


def test_text_stays_text():
    svg = Everything().picture.full()
    assert ">w₁ = 1</text>" in svg
    assert "<use" not in svg.split("w₁ = 1")[0].split("<text")[-1]


def test_text_of_a_learner_is_no_markup():
    everything = Everything()
    everything.text.set_text("<script>alert(1)</script> $x^2$ & more")
    (svg,) = everything.picture.changes().values()
    assert "<script" not in svg
    assert "&lt;script&gt;" in svg
    assert "$x^2$" in svg


def test_two_figures_share_no_id():
    one, two = (set(Everything().picture._moving) for _ in range(2))
    assert not one & two


@pytest.mark.parametrize("scale", [1, 2])
def test_the_still_picture_is_opaque_and_sharp(scale):
    still = Image.open(BytesIO(Everything().picture.png(scale)))
    assert still.size == (400 * scale, 300 * scale)
    assert np.asarray(still.convert("RGBA"))[..., 3].min() == 255


def test_a_still_keeps_the_colours_of_a_few_points_on_a_field_of_many_shades():
    picture = Picture(400, 300)
    with house_style():
        axes = picture.figure.add_axes([0, 0, 1, 1])
        shades = np.random.default_rng(0).integers(180, 256, size=(60, 80, 3), dtype=np.uint8)
        axes.imshow(shades, aspect="auto", interpolation="none")
        axes.plot([20], [20], "o", color=BLUE, markersize=8)
        axes.plot([60], [40], "o", color=VERMILION, markersize=8)
    still = np.asarray(Image.open(BytesIO(picture.png())).convert("RGB"), int)
    for colour in (BLUE, VERMILION):
        wanted = np.round(255 * np.array(mpl.colors.to_rgb(colour)))
        assert np.abs(still - wanted).max(axis=-1).min() <= 16


def test_in_a_still_no_line_touches_a_text():
    picture = Picture(400, 300)
    with house_style():
        picture.figure.text(0.5, 0.5, "0", fontsize=40, ha="center", va="center", animated=True)
        picture.figure.add_artist(mpl.lines.Line2D([0, 1], [0.5, 0.5], color=VERMILION))
    row = np.asarray(Image.open(BytesIO(picture.png(scale=4))).convert("RGB"), int)[600]
    ink = np.flatnonzero(row.max(axis=-1) < 60)
    line = np.flatnonzero(row[:, 0] - row[:, 2] > 150)
    assert ink.size and line.size
    assert np.abs(ink[:, None] - line).min() >= 4  # a CSS pixel at least
