"""From key press to changed picture, in a real JupyterLab in a real browser.

The pages of one browser and one server take turns: the echo of an empty message, which nothing in
Jupyter can beat; ours; and the same picture written with `interact` and `plt.show()`. All times are
taken in the page by `meter.js`, not by the program that drives it.

    uv run --group test python -m benchmarks.latency             # the neuron, and a drag
    uv run --group test python -m benchmarks.latency --networks  # diagrams, scrubbing, warping
"""

import argparse
import re
import sys
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from playwright.sync_api import sync_playwright

from benchmarks.report import heading, table
from tests.browser.chromium import MISSING, find_browser, launch
from tests.browser.lab import Lab
from tests.browser.server import JupyterServer

HERE = Path(__file__).parent
WARM_UP = 5  # presses before any is counted
WALK = 10  # presses to the right, then as many back: a player begins at its first step
REST = 250  # ms without a message until the next press
GOAL = 8  # times closer to the echo than `interact`

EVENTS = 60  # per second of a drag
SECONDS = 3
SOON = 3  # echoes after the release, the last picture is there


@dataclass(frozen=True)
class Contender:
    """A cell to run, the element that gets the keys, and what counts as a new picture."""

    name: str
    cell: str
    keys: str
    watch: str
    first_line: str = ""
    forth_and_back: tuple = ("ArrowRight", "ArrowLeft")


OURS = (
    "meter.watch(document.querySelector('.nnlib').shadowRoot.querySelector('.picture svg'),"
    " {childList: true, subtree: true})"
)
INTERACT = (  # its output is emptied first; only an image in it is a picture
    "meter.watch(document.querySelector('.widget-interact'), {childList: true, subtree: true},"
    " change => [...change.addedNodes].some("
    "   node => node.matches?.('img') || node.querySelector?.('img')))"
)
ECHO = Contender(
    "echo", "echo.py", ".echo",
    "meter.watch(document.querySelector('.echo'), {attributeFilter: ['data-answers']})",
)  # fmt: skip
NEURON = [
    ECHO,
    Contender("ours", "neuron.py", ".nnlib [data-name=w1] input[type=range]", OURS),
    Contender("interact", "interact.py", ".noUi-handle >> nth=0", INTERACT),
]


def diagram(sizes):
    """Return an edge of our diagram of these sizes, and the same weight with `interact`."""
    name, line = "-".join(map(str, sizes)), f"SIZES = {sizes}\n"
    return [
        Contender(f"{name}, an edge", "forward.py", ".nnlib .part[data-name=x1-h2]", OURS, line, ("+", "-")),
        Contender(f"{name}, interact", "interact_forward.py", ".noUi-handle >> nth=0", INTERACT, line),
    ]


SMALL, LARGE = diagram([2, 3, 1]), diagram([2, 8, 8, 1])
DIAGRAMS = [[each.name for each in pair] for pair in (SMALL, LARGE)]
NETWORKS = [
    ECHO, *SMALL, *LARGE,
    Contender("2-3-2-1, scrubbed", "backward.py", ".nnlib .player input[type=range]", OURS),
    Contender("warped plane, a weight", "warp.py", ".nnlib [data-name=x1_h1] input[type=range]", OURS),
]  # fmt: skip


class Page:
    """One contender, on its own page with its own kernel."""

    def __init__(self, browser, server, contender):
        self.lab = Lab(browser, server)
        self.page = self.lab.page
        self.page.add_init_script(path=HERE / "meter.js")
        self.forth_and_back = contender.forth_and_back
        cell = (HERE / "cells" / contender.cell).read_text(encoding="utf-8")
        self.lab.open_cells(contender.first_line + cell)
        self.lab.run_all()
        self.keys = self.page.locator(contender.keys)
        self.keys.focus()
        self.page.evaluate(f"() => {contender.watch}")

    def press(self, key):
        """Press a key, wait for the picture and for silence; return the meter's notes."""
        self.page.evaluate("meter.clear()")
        self.page.keyboard.press(key)
        return self.notes(REST)

    def notes(self, rest):
        """Return the meter's notes after `rest` milliseconds without a message."""
        return self.page.evaluate("rest => meter.atRest(rest)", rest)


def measure(pages, presses):
    """Let all pages press the same keys in turn; return the notes of each press, by name."""
    notes = {name: [] for name in pages}
    names = list(pages)
    for number in range(WARM_UP + presses):
        first = number % len(names)  # so that none always comes after the same other
        for name in names[first:] + names[:first]:
            found = pages[name].press(pages[name].forth_and_back[number // WALK % 2])
            if number >= WARM_UP:
                notes[name].append(found)
    return notes


def waiting_times(notes):
    """Return the milliseconds from each key press to its picture."""
    return np.array([found["shown"][0] - found["acted"] for found in notes])


def row(name, notes):
    """Return a row of the table: times, then messages and bytes per press."""
    times = waiting_times(notes)
    messages = np.mean([len(found["sent"]) + len(found["received"]) for found in notes])
    kilobytes = np.mean([found["bytes"] for found in notes]) / 1000
    return [name, f"{np.median(times):.0f}", f"{np.quantile(times, 0.9):.0f}", f"{messages:.1f}",
            f"{kilobytes:.1f}"]  # fmt: skip


def drag(page):
    """Drag a slider; return the notes.

    The page itself moves it: sent from outside, a busy machine gets no 60 mouse moves a second.
    """
    page.keys.scroll_into_view_if_needed()
    page.page.evaluate("meter.clear()")
    page.keys.evaluate(f"slider => meter.drag(slider, {SECONDS}, {EVENTS})")
    return page.notes(1000)


def lateness(notes):
    """Return how many milliseconds after the release the last picture (or echo) came."""
    return max(notes["shown"]) - notes["acted"]


def is_right(page):
    """Say whether slider, sentence and Python agree; the picture is read before Python is asked."""
    sentence = page.page.locator(".nnlib .sentence").inner_text()
    weight = float(page.keys.input_value())
    said, w1 = page.lab.run_code("print(lab)\nprint(lab.w1)").splitlines()
    shown = float(re.match(r"z = (\S+)", sentence).group(1).replace("−", "-"))
    return sentence == said and shown == weight == float(w1)


def show(notes):
    """Print how long each key press takes to its picture."""
    print(table(
        ["one key press", "median ms", "p90 ms", "messages", "kB"],
        [row(name, found) for name, found in notes.items()],
    ))  # fmt: skip


def compare(notes, ours, interact):
    """Print how far each of two contenders is from the echo; return whether the goal is reached."""
    echo, mine, theirs = (np.median(waiting_times(notes[name])) for name in (ECHO.name, ours, interact))
    reached = (mine - echo) * GOAL <= theirs - echo
    print(
        f"{ours} − echo = {mine - echo:.0f} ms; {interact} − echo = {theirs - echo:.0f} ms; ratio "
        f"{(theirs - echo) / (mine - echo):.1f} (goal: at least {GOAL}): "
        f"{'reached' if reached else 'missed'}.\n"
    )
    return reached


def compare_drag(pages, at_rest):
    """Drag ours and, in the same way, the echo; print and return whether the goal is reached.

    `at_rest` is the echo of a single key press, in ms. In a drag an echo has to get through the
    traffic of the drag, so the last echo of one is the fairer measure; both are printed.
    """
    last_echo = lateness(drag(pages["echo"]))
    notes = drag(pages["ours"])
    right, late = is_right(pages["ours"]), lateness(notes)
    reached = right and late <= SOON * last_echo
    print(
        f"Drag of {SECONDS} s, {EVENTS} events a second: {len(notes['shown'])} pictures; the last "
        f"is {'right' if right else 'WRONG'} and came {late:.0f} ms after the release: "
        f"{late / last_echo:.1f} times the last echo of such a drag ({last_echo:.0f} ms; goal: at "
        f"most {SOON}, {'reached' if reached else 'missed'}), {late / at_rest:.1f} echoes at rest."
    )
    return reached


def main():
    """Measure, print, and return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--presses", type=int, default=40, help="key presses on each page")
    parser.add_argument("--networks", action="store_true", help="measure the labs with networks")
    parser.add_argument("--drags", type=int, default=3, help="drags of our slider")
    parser.add_argument("--check", action="store_true", help="exit with 1 if a goal is missed")
    wanted = parser.parse_args()
    path = find_browser()
    if path is None:
        return MISSING
    with ExitStack() as stack:
        browser = launch(stack.enter_context(sync_playwright()), path)
        server = stack.enter_context(JupyterServer())
        contenders = NETWORKS if wanted.networks else NEURON
        pages = {each.name: Page(browser, server, each) for each in contenders}
        versions = heading("Key press to changed picture", "jupyterlab", "ipykernel", "ipywidgets",
                           "anywidget", "matplotlib")  # fmt: skip
        print(versions + f"Chromium {browser.version}.\n")
        notes = measure(pages, wanted.presses)
        show(notes)
        reached = [compare(notes, *pair) for pair in (DIAGRAMS if wanted.networks else [("ours", "interact")])]
        if not wanted.networks:
            echo = np.median(waiting_times(notes["echo"]))
            reached += [compare_drag(pages, echo) for _ in range(wanted.drags)]
        browser.close()
    return int(wanted.check and not all(reached))


if __name__ == "__main__":
    sys.exit(main())
