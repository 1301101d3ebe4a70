"""Messages from the page, kept until the main loop has time for them.

A slider that is dragged sends its value again and again; only the newest counts. So a message that
says the same kind of thing about the same control as the one before it takes that one's place.
"""

import threading

REPLACES = {"set", "drag", "seek"}  # of these, the newest makes the one before it pointless


class Inbox:
    """A thread-safe list of messages in which the newest value wins."""

    def __init__(self):
        self._lock = threading.Lock()
        self._messages = []

    def put(self, message):
        """Add a message, in place of the last if it only repeats it with a newer value."""
        with self._lock:
            if self._messages and _subject(self._messages[-1]) == _subject(message) is not None:
                self._messages[-1] = message
            else:
                self._messages.append(message)

    def take(self):
        """Hand over everything that has come, oldest first."""
        with self._lock:
            messages, self._messages = self._messages, []
        return messages


def _subject(message):
    kind = str(message.get("type"))
    return (kind, message.get("name"), message.get("view")) if kind in REPLACES else None
