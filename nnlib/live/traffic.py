"""Messages in, frames out: one frame for whatever has happened since the last, and no backlog.

Messages may arrive on any thread; they wait in the inbox, and one call is posted to the main loop,
which obeys them all and sends a single frame. Changes that no hand has made (training, a cell) are
sent as fast as the views can show them.
"""

import threading
import time
from contextlib import contextmanager

from nnlib.live.audience import GONE, PATIENCE, Audience
from nnlib.live.inbox import Inbox
from nnlib.live.kernel import MainLoop, on_main_thread
from nnlib.live.page import Page

MERGED = {"values", "places", "said"}  # of these, the page keeps what it has and takes in what is new


class Traffic:
    """Carry messages from the page to `owner`, an Explorable, and its `frames` back to the page."""

    def __init__(self, owner, frames):
        self.loop = MainLoop()
        self.page = Page(self.receive)
        self.open = True
        self.stale = True  # the picture is older than the state
        self._owner, self._frames = owner, frames
        self._inbox = Inbox()
        self._audience = Audience(time.monotonic)
        self._posting = threading.Lock()
        self._posted = self._timed = self._updating = False
        self._page_knows = {}

    def receive(self, message):
        """Take a message from the page, on whatever thread, and let the main loop see to it."""
        if not self.open or not isinstance(message, dict):
            return
        self._audience.hear(str(message.get("view"))[:40], message)
        if message.get("type") == "bye":
            self.loop.post(lambda: self.loop.later(GONE + 1, self.look_who_is_there))
        if message.get("type") not in ("ack", "bye"):
            self._inbox.put(message)
        elif not self.stale:
            return
        self._post()

    def refresh(self):
        """Send a frame: now if the page is ready for it, else as soon as it is."""
        self.stale = True
        if not self.open or self._updating or not self._audience.present:
            return
        if not on_main_thread() and self.loop.running:
            self._post()
        elif self._audience.ready:
            self.flush()
        else:
            self._wait()

    def shown(self):
        """Note that the picture was displayed by the running cell, on the present main loop."""
        self.loop = MainLoop()
        self._audience.expect()

    def cell_ended(self):
        """Draw what is still to draw."""
        self._audience.stop_expecting()
        if self.stale:
            self.flush()

    @contextmanager
    def one_update(self):
        """Let several changes make one frame."""
        outer, self._updating = self._updating, True
        try:
            yield
        finally:
            self._updating = outer

    def flush(self):
        """Obey what has come in, then send one frame if one is due. Runs on the main loop."""
        with self._posting:
            self._posted = False
        if not self.open:
            return
        messages = self._inbox.take()
        if messages:
            self.stale = True
            with self.one_update():
                self._owner.obey_all(messages)
        if messages or (self.stale and self._audience.ready):
            self._send_frame(messages)
        elif self.stale:
            self._wait()

    def look_who_is_there(self):
        """Stop what plays if all views have gone, and none came back as after a reload.

        Call it on a main loop that is free: while a cell blocks it, nobody can be heard.
        """
        self._audience.forget_the_lost()
        if self.open and self._audience.left:
            self._owner.nobody_watches()

    def close(self):
        """Tell the views that this is the end, and close the comms."""
        self.open = False
        self.page.send({"type": "closed"})
        self.page.close()

    def _post(self):
        with self._posting:
            if self._posted:
                return
            self._posted = True
        self.loop.post(self.flush)

    def _wait(self):
        """Try again when a view has answered, and at the latest when patience ends."""
        if not self._timed:
            self._timed = True
            self.loop.later(PATIENCE, self._patience_ended)

    def _patience_ended(self):
        self._timed = False
        self.flush()

    def _send_frame(self, messages):
        if not self._audience.present:
            return
        self._owner.bring_up_to_date()
        if self._audience.only_expected or any(_is_newcomer(message) for message in messages):
            self._page_knows = {}
            frame = {"type": "picture", **self._frames.whole()}
        elif messages or self._audience.watching:
            frame = {"type": "frame", **self._frames.moved_parts()}
        else:
            return
        frame |= self._news()
        frame["answers"] = {
            str(message.get("view")): message.get("n") for message in messages if "n" in message
        }
        frame["ack"] = not frame["answers"]
        if frame["answers"] and self._page_knows["problem"]:
            frame["problem"] = self._page_knows["problem"]  # also when it is the same refusal once more
        frame["frame"] = self._audience.sending(awaited=frame["ack"])
        self.page.send(frame)

    def _news(self):
        """Pick what the page does not know yet of all that it shows beside the picture."""
        now = self._frames.beside_the_picture()
        news = _changed(now, self._page_knows)
        for key in MERGED & set(news) & set(self._page_knows):
            news[key] = _changed(news[key], self._page_knows[key])
        self._page_knows = now
        return news


def _changed(now, before):
    """Return those entries of a dict that are new or different."""
    return {key: value for key, value in now.items() if key not in before or before[key] != value}


def _is_newcomer(message):
    return message.get("type") == "hello" or message.get("visible") is True
