"""Two notebooks may write the same file at the same moment; a lock lets them do it in turn.

The lock is a file beside it, which the system makes for one of them only. Somebody who was
stopped while writing leaves that file behind, so a lock that stays the same for long is broken.
"""

import os
import time
from contextlib import contextmanager

PATIENCE = 2.0  # seconds for which nobody who is at work holds a lock; a write takes milliseconds
PAUSE = 0.01  # seconds between two looks


@contextmanager
def locked(path):
    """Return a context in which no other notebook has locked ``path``.

    Raises OSError where no file can be made. A notebook that was asleep for longer than PATIENCE
    while it held the lock may lose what it was writing.
    """
    lock = path.with_name(f"{path.name}.lock")
    _take(lock)
    try:
        yield
    finally:
        lock.unlink(missing_ok=True)


def _take(lock):
    seen, since = None, time.monotonic()
    while not _made(lock):
        present = _identity(lock)
        if present != seen:
            seen, since = present, time.monotonic()
        elif time.monotonic() - since > PATIENCE:
            lock.unlink(missing_ok=True)
        else:
            time.sleep(PAUSE)


def _made(lock):
    try:
        os.close(os.open(lock, os.O_CREAT | os.O_EXCL | os.O_WRONLY))
    except FileExistsError:
        return False
    return True


def _identity(lock):
    """Return what differs between one lock and the next, or None when it is gone."""
    try:
        status = lock.stat()
    except FileNotFoundError:
        return None
    return status.st_ino, status.st_mtime_ns
