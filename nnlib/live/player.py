"""Plays a run step by step: play, pause, step, go back in time, start again.

A run is any generator of steps. The player pulls steps from it on the kernel's main loop, a few for
each frame, so that sliders and other cells go on working; and it keeps what the picture needs of
each frame, so that time can be scrubbed.
"""

import asyncio
from contextlib import contextmanager, nullcontext
from time import perf_counter

from nnlib.live.interrupt import paused_by_interrupt

REST = 0.015  # seconds between two frames, for everybody else
LONGEST = 0.05  # seconds that the steps of one frame may take
STEPS = 50  # of a run without a pace, in a frame at normal speed
KEPT = 400  # moments kept for scrubbing; of a longer run, every second one is dropped


class Player:
    """Drive `start(seed)`, a function that returns a new generator of steps.

    `show(moment)` draws a moment; `remember(step)` turns a step into a moment that can be shown
    again later. `resume()` returns a generator that goes on from the present state, after somebody
    else has changed it. `pause_between` is the time between two steps in seconds; with 0, a frame
    takes many steps. `new_start` says whether a run with another seed makes sense, and
    `steps_at_once` how many steps of the run the step button takes. `hold()` is a context in which
    several changes make one frame. A run that is `short` is taken whole at once, so that time can be
    scrubbed to its end from the beginning.
    """

    def __init__(
        self, start, show, remember=lambda step: step, *, resume=None, pause_between=0.0,
        new_start=True, seed=0, steps_at_once=1, short=False, hold=nullcontext, on_change=lambda: None, on_error=None,
    ):  # fmt: skip
        self._start, self._show, self._remember = start, show, remember
        self._resume, self._hold = resume, hold
        self._on_change, self._on_error = on_change, on_error
        self.pause_between, self.new_start = pause_between, new_start
        self.steps_at_once, self._short = steps_at_once, short
        self.first_seed = self.seed = seed
        self.playing = False
        self.busy = False  # whether a change of the model is the player's own doing
        self.speed = 1.0
        self._task = None
        self._begin()

    def _begin(self, run=None):
        self._run = run
        self.ended = False
        self.moments = []
        self.position = 0
        self._stride = 1  # steps between two kept moments
        self._taken = 0
        if self._short:
            self.moments = [self._remember(step) for step in self._start(self.seed)]
            self.ended = True

    @property
    def steps(self):
        """How many moments can be scrubbed to."""
        return len(self.moments)

    @property
    def in_the_past(self):
        """Whether an earlier moment is shown than the last there is."""
        return self.position < self.steps - 1

    @property
    def at_end(self):
        """Whether the last moment of a run that has ended is shown."""
        return self.ended and not self.in_the_past

    def advance(self, steps=1):
        """Take up to `steps` steps of the run, or in the past so many moments of it, and show that."""
        with self._working():
            recorded = max(self.steps - 1 - self.position, 0)
            if self._short or 0 < steps <= recorded:
                self._go_to(min(self.position + steps, self.steps - 1))
            else:
                self._pull_on(steps - recorded if steps else 0)
        self._on_change()

    def _pull_on(self, steps):
        """Go on with the run, and show where that leads."""
        if not self.moments:
            self._pull()  # where it starts, which is no step
        for _ in range(steps):
            if not self._pull():
                break
        self._go_to(self.steps - 1)

    def seek(self, position):
        """Show an earlier moment again (0 is the first)."""
        with self._working():
            self._go_to(min(max(int(position), 0), self.steps - 1))
        self._on_change()

    def reset(self, seed=None):
        """Stop and go back to the start: the same start, or that of another `seed`."""
        self.pause()
        if seed is not None:
            self.seed = seed
        self._begin()
        self.advance(0)

    def changed_by_others(self, is_here=lambda moment: False):
        """Forget the run: somebody else has moved what it moved, and what follows starts there.

        It is kept if things stand as in the moment that is shown, which `is_here(moment)` says.
        """
        if self.moments and is_here(self.moments[self.position]):
            return
        if not self.busy and self._resume is not None and (self.moments or self._run):
            self._begin()
            self._run = self._resume()

    def branch_off(self):
        """Forget what came after the moment that is shown, and let the run go on from there anew."""
        if self.in_the_past and self._resume is not None:
            del self.moments[self.position + 1 :]
            self._taken, self._stride, self.ended = len(self.moments), 1, False
            self._run = self._resume()
            with self._working():
                next(self._run, None)  # where it starts: this very moment

    def play(self, loop):
        """Play on, as a task of the main loop; without a loop nothing can play by itself."""
        if self.playing or not loop.running:
            return
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

    @contextmanager
    def _working(self):
        """While the player moves things, the moves are its own, and they make one frame."""
        before, self.busy = self.busy, True
        try:
            with self._hold():
                yield
        finally:
            self.busy = before

    def _go_to(self, position):
        if self.moments:
            self.position = position
            self._show(self.moments[position])

    def _pull(self):
        """Take one step of the run, and return whether there was one."""
        if self._run is None:
            self._run = iter(self._start(self.seed))
        for step in self._run:
            self._keep(self._remember(step))
            return True
        self.ended = True
        return False

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

    async def _play(self):
        try:
            with paused_by_interrupt(self):
                if not self._frame():  # it had come to its end: begin again
                    self._begin()
                while self.playing and self._frame():
                    self._on_change()
                    await asyncio.sleep(self.pause_between / self.speed or REST)
        except Exception as error:
            self._on_error(error)
        self.playing = False
        self._on_change()

    def _frame(self):
        """Make one frame, and return whether anything was left to show."""
        with self._working():
            if self.in_the_past:  # replay what there was: the run itself never went back
                self._go_to(self.position + 1)
                return True
            wanted = 1 if self.pause_between else max(1, round(STEPS * self.speed))
            until = perf_counter() + LONGEST
            taken = 0
            while taken < wanted and perf_counter() < until and self._pull():
                taken += 1
            if taken:
                self._go_to(self.steps - 1)
            return taken > 0


def _current_task():
    try:
        return asyncio.current_task()
    except RuntimeError:
        return None
