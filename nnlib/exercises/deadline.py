"""A loop that never ends would hang the notebook, so your function gets a few seconds and no more.

Where the system has one, a timer interrupts the function and keeps interrupting it. Elsewhere
(Windows, Python in the browser, threads) Python itself is asked to look at the clock before each
line, which is slower and works everywhere.

What neither can stop: one long call inside compiled code, such as a product of huge matrices, until
it returns; and code that catches every exception, ``BaseException`` included. The timer strikes
such a loop again and again and gets out when it strikes between two ``try`` blocks; the look at
the clock has one attempt only. The Stop button of the notebook remains.
"""

import signal
import sys
import threading
import time

AGAIN = 0.02  # seconds between two strikes of the timer, for loops that swallow the first


class TimeUp(BaseException):
    """Tell that the time is over. ``except Exception`` in a learner's loop does not catch it."""


def call_within(seconds, function):
    """Call ``function()`` and return what it returns; raise TimeUp after so many ``seconds``."""
    return _with_timer(seconds, function) if _has_timer() else _with_trace(seconds, function)


def _has_timer():
    """Tell whether a signal can interrupt this thread: Unix, main thread, a handler to restore."""
    return (
        hasattr(signal, "setitimer")
        and sys.platform not in ("emscripten", "wasi")
        and threading.current_thread() is threading.main_thread()
        and signal.getsignal(signal.SIGALRM) is not None
    )


def _with_timer(seconds, function):
    def strike(number, frame):
        if _is_inside(frame):
            raise TimeUp

    began = time.monotonic()
    handler = signal.signal(signal.SIGALRM, strike)
    timer = signal.setitimer(signal.ITIMER_REAL, seconds, AGAIN)
    try:
        return _enter(function)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, handler)
        _resume(timer, time.monotonic() - began)


def _resume(timer, elapsed):
    """Set somebody else's timer again, with the time it has left."""
    remaining, interval = timer
    if remaining:
        signal.setitimer(signal.ITIMER_REAL, max(remaining - elapsed, 0.001), interval)


def _with_trace(seconds, function):
    end = time.monotonic() + seconds

    def look(frame, event, argument):
        if time.monotonic() > end:
            raise TimeUp
        return look

    tracer = sys.gettrace()
    sys.settrace(look)
    try:
        return _enter(function)
    finally:
        sys.settrace(tracer)


def _enter(function):
    return function()


def _is_inside(frame):
    """Tell whether ``_enter`` is still running.

    A strike that comes late, while the timer is being taken down, must do nothing: raised there,
    it would skip the taking down.
    """
    while frame and frame.f_code is not _enter.__code__:
        frame = frame.f_back
    return frame is not None
