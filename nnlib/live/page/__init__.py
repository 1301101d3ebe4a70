"""What stands in the browser: one anywidget, its script and its style sheet.

All traffic is custom messages, one per frame, with no echo; the widget has no traits of its own.
The script is several small files, joined here because a widget's module cannot import its
neighbours.
"""

import contextvars
import json
from importlib.resources import files

import anywidget

SCRIPTS = ["controls.js", "marks.js", "handles.js", "parts.js", "pad.js", "player.js", "words.js", "present.js", "view.js"]


def _source(name):
    return files(__package__).joinpath(name).read_text(encoding="utf-8")


def module(scripts):
    """Join the style sheet and these scripts into the one module that a widget sends."""
    return "\n".join([f"const STYLE = {json.dumps(_source('style.css'))};", *map(_source, scripts)])


class Page(anywidget.AnyWidget):
    """The browser's side of an explorable. `receive(message)` gets what its views send."""

    _esm = module(SCRIPTS)

    def __init__(self, receive):
        super().__init__()
        self._receive = receive
        self._context = None
        self.on_msg(self._hear)

    def _hear(self, widget, message, buffers):
        # ipykernel sends a comm's messages to the thread on which it last published. Keeping the
        # context of the newest message keeps them off the main thread, so that a slider is heard
        # even while a cell trains.
        self._context = contextvars.copy_context()
        self._receive(message)

    def send(self, content, buffers=None):
        """Send a message to all views."""
        if self._context is None:
            super().send(content, buffers)
        else:
            self._context.run(super().send, content, buffers)

    def view(self):
        """Return the part of a MIME bundle that makes a front end show this widget."""
        bundle = super()._repr_mimebundle_()
        return {kind: data for kind, data in bundle[0].items() if kind != "text/plain"}

    def close(self):
        """Close both comms: the widget's own and that of its layout."""
        layout = self.layout
        self.on_msg(self._hear, remove=True)
        super().close()
        layout.close()
