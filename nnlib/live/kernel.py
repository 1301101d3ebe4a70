"""The kernel around an explorable: its main loop, and its cells beginning and ending.

Widget messages may arrive on another thread, even while a cell runs. So whoever receives one only
posts work to the main loop, and state and pictures change there alone. Outside a notebook there is
no loop and no cell, and posted work is done at once.
"""

import asyncio
import threading
import weakref

from IPython import get_ipython


def on_main_thread():
    """Say whether this is the thread that runs cells."""
    return threading.current_thread() is threading.main_thread()


class MainLoop:
    """The event loop that was running on the main thread when this object was made, if any."""

    def __init__(self):
        try:
            self._loop = asyncio.get_running_loop() if on_main_thread() else None
        except RuntimeError:
            self._loop = None

    @property
    def running(self):
        """Whether there is a loop to post to."""
        return self._loop is not None and self._loop.is_running()

    def post(self, work):
        """Have `work()` done on the main loop, soon; at once where there is no loop."""
        if self.running:
            self._loop.call_soon_threadsafe(work)
        else:
            work()

    def later(self, seconds, work):
        """Have `work()` done after a while. Call on the main thread; without a loop, never."""
        if self.running:
            self._loop.call_later(seconds, work)

    def start(self, coroutine):
        """Run a coroutine as a task of the loop and return the task."""
        return self._loop.create_task(coroutine)


class Cells:
    """Knows which cell made which explorable, and tells them all when a cell has ended."""

    def __init__(self, shell=None):
        self._explorables = weakref.WeakKeyDictionary()  # explorable -> id of its cell
        self._cell = _running_cell(shell)
        if shell is not None:
            shell.events.register("pre_run_cell", self._begin)
            shell.events.register("post_run_cell", self._end)

    def attend(self, explorable):
        """Remember an explorable made by the running cell."""
        self._explorables[explorable] = self._cell

    def forget(self, explorable):
        """Stop telling an explorable about cells."""
        self._explorables.pop(explorable, None)

    @property
    def attending(self):
        """List all that were made by cells and are still there."""
        return list(self._explorables)

    def _begin(self, info):
        """Close what an earlier run of this very cell has made: its picture is being replaced."""
        self._cell = getattr(info, "cell_id", None)
        for explorable, cell in list(self._explorables.items()):
            if cell is not None and cell == self._cell:
                explorable.close()

    def _end(self, result):
        for explorable in list(self._explorables):
            explorable.cell_ended()


def _running_cell(shell):
    """Return the id of the cell that runs at this moment, which began before we could hear of it."""
    if not hasattr(shell, "get_parent"):
        return None
    return shell.get_parent().get("metadata", {}).get("cellId")


def current_cells():
    """Return the shell's one `Cells`; outside IPython, one that hears of no cell."""
    shell = get_ipython()
    if shell is None:
        return Cells()
    if not hasattr(shell, "nnlib_cells"):
        shell.nnlib_cells = Cells(shell)
    return shell.nnlib_cells
