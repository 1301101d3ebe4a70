"""The kernel's interrupt button pauses what plays, though an idle kernel ignores it.

A signal has one handler for the whole process. So all players that play share one, and it hands the
signal on to whatever was there before them.
"""

import signal
from contextlib import contextmanager

from nnlib.live.kernel import on_main_thread


class _Handler:
    """Pause the players, then do what an interrupt did before."""

    def __init__(self, before):
        self.before, self.players = before, set()

    def __call__(self, number, frame):
        for player in self.players:
            player.playing = False
        if callable(self.before):
            self.before(number, frame)


@contextmanager
def paused_by_interrupt(player):
    """Let an interrupt set `player.playing` to False inside this block."""
    if not on_main_thread():
        yield
        return
    handler = signal.getsignal(signal.SIGINT)
    if not isinstance(handler, _Handler):
        handler = _Handler(handler)
        signal.signal(signal.SIGINT, handler)
    handler.players.add(player)
    try:
        yield
    finally:
        handler.players.discard(player)
        if not handler.players and signal.getsignal(signal.SIGINT) is handler:
            signal.signal(signal.SIGINT, handler.before)
