"""The colours and type of every picture in the course.

Two hues carry meaning: blue is positive, class 1, "more"; vermilion is negative, class 0, "less".
Ink, paper and grid are named here once: a live figure swaps them for the colours of the page it
stands on, so the same picture is readable in a light and in a dark theme.
"""

from contextlib import contextmanager

import matplotlib as mpl
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

BLUE = "#0072b2"  # positive weight, class 1, "more"
VERMILION = "#d55e00"  # negative weight, class 0, "less"
PURPLE = "#9b59b6"  # what you predicted, drawn over the truth

# Ordinary light-theme colours, each a shade nobody else uses, so that they can be told from the
# rest of a picture and exchanged for the page's own.
INK = "#1b1c1d"
MUTED = "#5d5e61"
GRID = "#d8d9db"
PAPER = "#fdfefe"

PAGE_COLOURS = {INK: "--nn-ink", MUTED: "--nn-muted", GRID: "--nn-grid", PAPER: "--nn-paper"}

STYLE = {
    "figure.dpi": 72,  # one point is one CSS pixel
    "figure.facecolor": PAPER,
    "savefig.facecolor": PAPER,
    "font.family": "DejaVu Sans",  # comes with matplotlib; a page sets its own font
    "font.size": 13,
    "axes.facecolor": "none",
    "axes.edgecolor": MUTED,
    "axes.labelcolor": INK,
    "axes.titlesize": 14,
    "axes.titlelocation": "left",
    "axes.titlecolor": INK,
    "axes.labelsize": 13,
    "axes.linewidth": 0.8,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.axisbelow": True,
    "axes.formatter.useoffset": False,
    "axes.unicode_minus": True,
    "grid.color": GRID,
    "grid.linewidth": 0.8,
    "text.color": INK,
    "text.parse_math": False,  # a formula would become glyphs that no screen reader can read
    "xtick.color": MUTED,
    "ytick.color": MUTED,
    "xtick.labelcolor": INK,
    "ytick.labelcolor": INK,
    "xtick.labelsize": 12,
    "ytick.labelsize": 12,
    "legend.frameon": False,
    "legend.fontsize": 12,
    "lines.linewidth": 2,
    "lines.solid_capstyle": "round",
    "path.simplify": False,
    "svg.fonttype": "none",
    "hatch.linewidth": 1,
}


@contextmanager
def house_style():
    """Draw with the course's settings, whatever the learner put into `matplotlib.rcParams`."""
    with mpl.rc_context({**mpl.rcParamsDefault, **STYLE, "backend": mpl.rcParams["backend"]}):
        yield


def new_figure(width, height):
    """Make an empty figure of `width` by `height` CSS pixels, outside pyplot's bookkeeping."""
    with house_style():
        figure = Figure(figsize=(width / 72, height / 72), layout="none")
        FigureCanvasAgg(figure)
    return figure


def signed_colour(value):
    """Choose blue for a positive value (or zero), vermilion for a negative one."""
    return VERMILION if value < 0 else BLUE
