"""Plays a run step by step: play, pause, step, go back in time, start again.

A run is any generator of steps. The player pulls steps from it on the kernel's main loop, as many
as fit into a frame, so that sliders and other cells go on working; and it keeps what the picture
needs of each frame, so that time can be scrubbed.
"""

import asyncio
import signal
import threading
from time import perf_counter

FRAME = 0.02  # seconds of steps in a frame of a fast run
KEPT = 400  # frames kept for scrubbing; of a longer run, every second one is dropped


class Player:
    """Drive `start(seed)`, a function that returns a new generator of steps.

    `show(moment)` draws a moment; `remember(step)` turns a step into a moment that can be shown
    again later. `pause_between` is the time between two steps in seconds; 0 takes as many steps
    as fit into a frame. `new_start` says whether a run with another seed makes sense, and
    `steps_at_once` how many steps of the run the step button takes.
    """

    def __init__(self, start, show, remember=lambda step: step, *, pause_between=0.0,
                 new_start=True, seed=0, steps_at_once=1, on_change=lambda: None, on_error=None):
        self._start, self._show, self._remember = start, show, remember
        self._on_change, self._on_error = on_change, on_error
        self.pause_between, self.new_start = pause_between, new_start
        self.steps_at_once = steps_at_once
        self.first_seed = self.seed = seed
        self.playing = False
        self.speed = 1.0
        self._task = None
        self._begin()

    def _begin(self):
        self._run = None
        self.ended = False
        self.moments = []
        self.position = 0
        self._stride = 1  # steps between two kept moments
        self._taken = 0

    @property
    def steps(self):
        """How many moments can be scrubbed to."""
        return len(self.moments)

    def advance(self, steps=1):
        """Take up to `steps` steps of the run, then show where it has come to."""
        if not self.moments:
            self._pull()  # where it starts, which is no step
        if self.position < self.steps - 1:  # scrubbed back: first come to the present
            self.position = self.steps - 1
            self._show(self.moments[-1])
        for _ in range(steps):
            if self._pull() is None:
                break
        if self.moments:
            self._show(self.moments[-1])
        self._on_change()

    def _pull(self):
        if self._run is None:
            self._run = iter(self._start(self.seed))
        step = next(self._run, None)
        if step is None:
            self.ended, self.playing = True, False
            return None
        self._keep(self._remember(step))
        return step

    def _keep(self, moment):
        """Keep this moment as the present; thin the past when it grows long."""
        if self.moments and (self._taken - 1) % self._stride:
            self.moments[-1] = moment
        else:
            self.moments.append(moment)
        self._taken += 1
        if len(self.moments) > KEPT:
            self.moments = [*self.moments[:-1:2], self.moments[-1]]
            self._stride *= 2
        self.position = self.steps - 1

    def seek(self, position):
        """Show an earlier moment again (0 is the first)."""
        if self.moments:
            self.position = min(max(int(position), 0), self.steps - 1)
            self._show(self.moments[self.position])
        self._on_change()

    def reset(self, seed=None):
        """Stop and go back to the start: the same start, or that of another `seed`."""
        self.pause()
        if seed is not None:
            self.seed = seed
        self._begin()
        self.advance(0)

    def play(self, loop):
        """Play on, as a task of the main loop; without a loop nothing can play by itself."""
        if self.playing or not loop.running:
            return
        if self.ended and self.position == self.steps - 1:
            self.reset()
        self.playing = True
        self._task = loop.start(self._play())

    def pause(self):
        """Stop playing, and stay where it is."""
        self.playing = False
        if self._task is not None and self._task is not _current_task():
            self._task.cancel()
        self._task = None

    def for_page(self):
        """Describe the player to the page as plain values."""
        return {
            "playing": self.playing,
            "ended": self.ended,
            "position": self.position,
            "steps": self.steps,
            "speed": self.speed,
            "newStart": self.new_start,
        }

    async def _play(self):
        try:
            with _stopped_by_interrupt(self):
                while self.playing:
                    self._frame()
                    self._on_change()
                    await asyncio.sleep(self.pause_between / self.speed or FRAME / 2)
        except Exception as error:
            self.playing = False
            self._on_error(error)
        self._on_change()

    def _frame(self):
        """Take the steps of one frame: one if it is paced, else as many as there is time for."""
        self.advance()
        until = perf_counter() + FRAME * min(self.speed, 1)
        while not self.pause_between and self.playing and perf_counter() < until:
            self._pull()
        if self.moments and self.position == self.steps - 1:
            self._show(self.moments[-1])


def _current_task():
    try:
        return asyncio.current_task()
    except RuntimeError:
        return None


class _stopped_by_interrupt:
    """Let the kernel's interrupt button pause a player: an idle kernel would ignore the signal."""

    def __init__(self, player):
        self._player = player

    def __enter__(self):
        self._before = None
        if threading.current_thread() is threading.main_thread() and hasattr(signal, "SIGINT"):
            self._before = signal.getsignal(signal.SIGINT)
            signal.signal(signal.SIGINT, self._interrupted)

    def _interrupted(self, number, frame):
        self._player.playing = False
        if callable(self._before):
            self._before(number, frame)

    def __exit__(self, *exception):
        if self._before is not None:
            signal.signal(signal.SIGINT, self._before)
