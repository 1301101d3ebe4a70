"""What one frame costs in Python: ours, and a full redraw of the same figure as a PNG.

No browser: a stand-in for the page takes the frames. Times are processor time of this process.

    uv run --group test python -m benchmarks.python_frames
"""

import argparse
import io
import json
import time

import numpy as np

from benchmarks.report import heading, table
from nnlib import Network, explore
from tests.live.page_double import PageDouble

WARM_UP = 5


class Collector(PageDouble):
    """A page that keeps the frames and shows nothing, so that only the kernel's side is timed."""

    def _receive(self, frame, buffers=None):
        self.frames.append(frame)


class Frames:
    """The frames of one explorable; `move(page, number)` asks for frame `number`."""

    def __init__(self, name, explorable, move):
        self.name, self._move = name, move
        self._page = Collector(explorable)

    def take(self, number):
        """Make a frame; return milliseconds of Python and kilobytes of message."""
        before = len(self._page.frames)
        milliseconds = spent(lambda: self._move(self._page, number))
        new = self._page.frames[before:]
        if not new:
            raise RuntimeError(f"{self.name}: no frame was sent. Is the page waiting for something?")
        return milliseconds, sum(len(json.dumps(frame).encode()) for frame in new) / 1000


class Redraws:
    """The same figure, drawn whole by matplotlib's Agg and written as a PNG at one dot per pixel."""

    def __init__(self, name, explorable, move):
        self.name, self._explorable, self._move = name, explorable, move
        self._page = Collector(explorable)

    def take(self, number):
        """Redraw once; return milliseconds and kilobytes."""
        self._move(self._page, number)  # brings the artists to the same state, which is not timed
        png = io.BytesIO()
        milliseconds = spent(lambda: self._explorable.figure.canvas.print_png(png))
        return milliseconds, len(png.getvalue()) / 1000


def spent(work):
    """Return the processor time that `work()` takes, in milliseconds."""
    begin = time.process_time()
    work()
    return 1000 * (time.process_time() - begin)


def move_weight(page, number):
    """Move a slider of the neuron one step further, to and fro."""
    page.set("w1", round(1 + 0.1 * abs((number + 10) % 20 - 10), 1))


def move_edge(page, number):
    """Drag a weight of a network diagram one step further, to and fro."""
    page.say(type="adjust", name="x1-h2", x=1 if number // 10 % 2 else -1)


def scrub(page, number):
    """Go to another stage of one training step, forward to the end and back."""
    last = len(page.explorable.stages) - 1
    page.say(type="seek", value=last - abs(number % (2 * last) - last))


def turn_arrow(page, number):
    """Drag the weight arrow of a hidden unit once around, in small steps."""
    x, y = 165 + 45 * np.cos(number / 10), 285 + 45 * np.sin(number / 10)  # CSS pixels from the lower left
    page.say(type="drag", name="arrow1", x=float(x), y=float(y))


def train_a_step(page, number):
    """Take one step with the player's button."""
    page.say(type="step")


def measure(contenders, rounds):
    """Let all take one frame in turn; return {name: array (rounds, 2) of milliseconds and kB}."""
    taken = [[each.take(number) for each in contenders] for number in range(rounds + WARM_UP)]
    return dict(zip((each.name for each in contenders), np.array(taken[WARM_UP:]).swapaxes(0, 1)))


def row(name, frames):
    """Return a row of the table."""
    milliseconds, kilobytes = frames.T
    return [name, f"{np.median(milliseconds):.1f}", f"{np.quantile(milliseconds, 0.9):.1f}",
            f"{np.median(kilobytes):.1f}"]  # fmt: skip


def main():
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=200)
    rounds = parser.parse_args().rounds
    pairs = {
        "Neuron, a slider moved": (explore.Neuron, move_weight),
        "Forward 2-3-1, an edge dragged": (lambda: explore.Forward(Network([2, 3, 1], seed=1)), move_edge),
        "Forward 2-8-8-1, an edge dragged": (lambda: explore.Forward(Network([2, 8, 8, 1], seed=1)), move_edge),
        "Backward 2-2-1, scrubbed": (lambda: explore.Backward(Network([2, 2, 1], seed=1)), scrub),
        "Backward 2-3-2-1, scrubbed": (lambda: explore.Backward(Network([2, 3, 2, 1], seed=1)), scrub),
        "Warp, an arrow dragged": (explore.Warp, turn_arrow),
        "Training, a step of the player": (explore.Training, train_a_step),
    }
    contenders = []
    for name, (make, move) in pairs.items():
        contenders.append(Frames(name, make(), move))
        contenders.append(Redraws(f"{name.split(',')[0]}, redrawn by Agg", make(), move))
    found = measure(contenders, rounds)
    print(heading("Python per frame", "matplotlib", "numpy"))
    print(table(["one frame", "median ms", "p90 ms", "kB"], [row(*each) for each in found.items()]))
    names = list(found)
    for ours, redraw in zip(names[::2], names[1::2], strict=True):
        ratio = np.median(found[redraw][:, 0]) / np.median(found[ours][:, 0])
        print(f"{ours}: {ratio:.1f} times less than the full redraw.")


if __name__ == "__main__":
    main()
