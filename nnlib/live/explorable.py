"""An explorable: some state, one picture of it, and the controls that move it.

A subclass declares its state as traits that carry their controls, and writes three methods:
``build`` makes the picture once, ``draw`` moves it to the present state, ``describe`` says in one
sentence what it shows. Everything else here keeps the state, the picture on every screen, and the
learner's own Python object the same.
"""

import threading
import time
import traceback
from contextlib import contextmanager

import numpy as np
import traitlets

from nnlib.drawing.theme import house_style
from nnlib.live.audience import PATIENCE, Audience
from nnlib.live.controls import actions_of, controls_of, for_page
from nnlib.live.handles import Handle
from nnlib.live.inbox import Inbox
from nnlib.live.kernel import MainLoop, current_cells, on_main_thread
from nnlib.live.page import Page
from nnlib.live.picture import Picture
from nnlib.live.pointer import send_pointer_event
from nnlib.live.share import read_state, write_state

LARGEST = 1e6  # numbers beyond this (and nan) are not drawn


class Explorable(traitlets.HasTraits):
    """State, picture and controls that stay together.

    ``model`` is the learner's object, if there is one (a Network, a Perceptron): ``pull`` copies it
    into the traits and ``push`` copies the traits into it. ``player`` is a Player, if time passes.
    """

    width, height = 640, 400  # of the picture, in CSS pixels
    title = ""
    model = None
    player = None

    def __init__(self, **state):
        super().__init__(**state)
        self._loop = MainLoop()
        self._inbox = Inbox()
        self._audience = Audience(time.monotonic)
        self._posting = threading.Lock()
        self._posted = self._timed = False
        self._stale = True  # the picture is older than the state
        self._updating = self._syncing = False
        self._handles = {}
        self._page_knows = {}
        self._problem = None
        self._closed = False
        self._picture = Picture(self.width, self.height)
        with house_style():
            self.build(self._picture.figure)
        if self.model is not None:
            self._pull_from_model()
            self.model.watch(self)
        self._draw()
        self.observe(self._trait_moved, names=list(self.traits()))
        self._page = Page(self._receive)
        self._cells = current_cells()
        self._cells.attend(self)

    # What a subclass writes -----------------------------------------------------------------

    def build(self, figure):
        """Make every artist of the picture, once; mark those that move with ``animated=True``."""
        raise NotImplementedError

    def draw(self):
        """Move the artists to the present state, with ``set_data`` and its kin."""
        raise NotImplementedError

    def describe(self):
        """Say in one or two sentences what the picture shows now."""
        raise NotImplementedError

    def pull(self):
        """Copy the model's numbers into the traits."""

    def push(self):
        """Copy the traits into the model's numbers."""

    def has_still(self):
        """Say whether there is something to see yet, worth keeping in the saved notebook."""
        return True

    def watch_step(self, step):
        """Take note of one step of training of the model, from whichever loop it came."""

    # What a learner, a check or a test uses ------------------------------------------------

    def state(self):
        """Return the values of all controls by name, and whatever a subclass adds."""
        return self._values()

    def _values(self):
        return {name: getattr(self, name) for name in controls_of(self)}

    def share(self):
        """Return the state as a short string; ``restore`` reads it back."""
        return write_state(type(self).__name__, self._values())

    def restore(self, text):
        """Take over a state written by ``share``. Raises ValueError for anything else."""
        values = read_state(text, type(self).__name__, controls_of(self))
        with self._one_update():
            for name, value in values.items():
                setattr(self, name, value)
        self.refresh()

    def control(self, name):
        """Return the declaration of a control: its label, its range, its step."""
        return controls_of(self)[name]

    @property
    def problem(self):
        """What is wrong at the moment, as a sentence; None while all is well."""
        if self._stale:
            self._draw()
        return self._problem and self._problem["sentence"]

    @property
    def figure(self):
        """The matplotlib figure."""
        return self._picture.figure

    @property
    def widget(self):
        """The ipywidget that stands in the notebook, to be placed in boxes of your own."""
        return self._page

    def add_handle(self, name, label, axes, at, move, says, step=0.1):
        """Add a point that can be dragged; see Handle."""
        self._handles[name] = Handle(name, label, axes, at, move, says, step)

    def svg(self):
        """Return the picture as it is now, as SVG elements."""
        self._draw()
        return self._picture.full()

    def redraw(self):
        """Draw the background again too, after a change to something that does not move."""
        self._picture.redraw()
        self.refresh()

    def close(self):
        """Stop everything that goes on, and leave no listener, task or comm behind."""
        if self._closed:
            return
        self._closed = True
        if self.player is not None:
            self.player.pause()
        if self.model is not None:
            self.model.unwatch(self)
        self._cells.forget(self)
        self._page.send({"type": "closed"})
        self._page.close()
        self.unobserve_all()

    def __repr__(self):
        with np.errstate(all="ignore"):
            return self.describe()

    def _repr_mimebundle_(self, include=None, exclude=None):
        """Show the living picture; where there is no kernel, a still of it and its sentence."""
        if self._closed:
            return {"text/plain": "This picture was closed. Run its cell again to bring it back."}
        self._loop = MainLoop()
        self._draw()
        bundle = {**self._page.view(), "text/plain": repr(self)}
        if self.has_still():
            bundle["image/png"] = self._picture.png()
        return bundle, {"image/png": {"width": self.width, "height": self.height}}

    # Door one: a control, a handle or a key moves a trait ----------------------------------

    def _receive(self, message):
        """Take a message from the page, on whatever thread, and let the main loop see to it."""
        if self._closed or not isinstance(message, dict):
            return
        view = str(message.get("view"))[:40]
        self._audience.hear(view, message)
        if message.get("type") not in ("ack", "bye"):
            self._inbox.put(message)
        elif not self._stale:
            return
        self._post()

    def _post(self):
        with self._posting:
            if self._posted:
                return
            self._posted = True
        self._loop.post(self._flush)

    def _flush(self):
        """Do what has come in, then send one frame if one is due. Runs on the main loop."""
        with self._posting:
            self._posted = False
        if self._closed:
            return
        messages = self._inbox.take()
        if messages:
            self._problem, self._stale = None, True
            with self._one_update():
                for message in messages:
                    with self._shown_in_place():
                        self._obey(message)
        if messages or (self._stale and self._audience.ready):
            self._send_frame(messages)
        elif self._stale:
            self._wait()

    def _obey(self, message):
        name, kind = message.get("name"), message.get("type")
        if kind == "set" and name in controls_of(self):
            setattr(self, name, self.control(name).parse(message.get("value")))
        elif kind == "drag" and name in self._handles:
            self._handles[name].drag(_pixel(message, "x"), _pixel(message, "y"))
        elif kind == "nudge" and name in self._handles:
            self._handles[name].nudge(_pixel(message, "x"), _pixel(message, "y"))
        elif kind == "press" and name in actions_of(self):
            getattr(self, name)()
        elif kind == "restore":
            self.restore(message.get("value"))
        elif kind == "pointer":
            send_pointer_event(self.figure.canvas, message)
        elif self.player is not None:
            self._obey_player(kind, message)

    def _obey_player(self, kind, message):
        player = self.player
        if kind == "play":
            player.play(self._loop)
        elif kind == "pause":
            player.pause()
        elif kind == "step":
            player.pause()
            player.advance(player.steps_at_once)
        elif kind == "reset":
            player.reset()
        elif kind == "restart" and player.new_start:
            player.reset(player.seed + 1)
        elif kind == "seek":
            player.pause()
            player.seek(_pixel(message, "value"))
        elif kind == "speed":
            player.speed = min(max(_pixel(message, "value"), 0.1), 10.0)

    def _trait_moved(self, change):
        if not self._syncing:
            with self._one_update(), self._in_sync():
                self.push()
                if self.model is not None:
                    self._seen_parameters = self.model.parameters.tobytes()
                    self.model.report()
        self.refresh()

    @contextmanager
    def _in_sync(self):
        """Copy between traits and model one way only: what comes back is an echo."""
        self._syncing = True
        try:
            yield
        finally:
            self._syncing = False

    # Door two: training reports its step ---------------------------------------------------

    def model_changed(self, model, step=None):
        """Hear that the model's numbers have changed, and by which step of training."""
        if not on_main_thread() and self._loop.running:
            self._loop.post(lambda: self.model_changed(model, step))
            return
        with self._one_update():
            if step is not None:
                self.watch_step(step)
            if not self._syncing:
                self._pull_from_model()
        self.refresh()

    def _pull_from_model(self):
        self._seen_parameters = self.model.parameters.tobytes()
        with self._in_sync():
            self.pull()

    # Door three: a cell has changed the model ----------------------------------------------

    def cell_ended(self):
        """Look whether the cell has changed the model's numbers, and draw what is still to draw."""
        if self.model is not None and self.model.parameters.tobytes() != self._seen_parameters:
            self.model.report()
        elif self._stale:
            self._flush()

    # Frames --------------------------------------------------------------------------------

    def refresh(self):
        """Send a frame: now if the page is ready for it, else as soon as it is."""
        self._stale = True
        if self._closed or self._updating or not self._audience.views:
            return
        if not on_main_thread() and self._loop.running:
            self._post()
        elif self._audience.ready:
            self._flush()
        else:
            self._wait()

    @contextmanager
    def _one_update(self):
        """Let several changes make one frame."""
        outer, self._updating = self._updating, True
        try:
            yield
        finally:
            self._updating = outer

    def _wait(self):
        """Try again when a view has answered, and at the latest when patience ends."""
        if not self._timed:
            self._timed = True
            self._loop.later(PATIENCE, self._patience_ended)

    def _patience_ended(self):
        self._timed = False
        self._flush()

    def _send_frame(self, messages=()):
        if not self._audience.views:
            return
        self._draw()
        if any(_is_newcomer(message) for message in messages):
            self._page_knows = {}
            frame = {"type": "picture", **self._for_newcomer()}
        elif messages or self._audience.watching:
            frame = {"type": "frame", **self._moved_parts()}
        else:
            return
        frame.update(self._news())
        frame["answers"] = {
            str(message.get("view")): message.get("n") for message in messages if "n" in message
        }
        frame["ack"] = not frame["answers"]
        frame["frame"] = self._audience.sending(awaited=frame["ack"])
        self._page.send(frame)

    def _moved_parts(self):
        patches = self._picture.changes()
        return {"svg": self._picture.full()} if patches is None else {"patches": patches}

    def _draw(self):
        """Move the picture to the present state; keep the last one if it cannot be drawn."""
        self._stale = False
        trouble = self._undrawable()
        if trouble:
            self._problem = {"sentence": trouble, "undrawable": True}
            return
        if self._problem and self._problem.get("undrawable"):
            self._problem = None
        with self._shown_in_place(), np.errstate(all="ignore"):
            self.draw()

    def _undrawable(self):
        """Say which number cannot be drawn, or return None."""
        for name, value in self._values().items():
            if isinstance(value, float) and not abs(value) <= LARGEST:
                return f"{self.control(name).label} is {value:g}, which cannot be drawn. " + RECOVER
        if self.model is not None and not (np.abs(self.model.parameters) <= LARGEST).all():
            return "A weight or bias is not a number, or far too large to be drawn. " + RECOVER
        return None

    def _for_newcomer(self):
        return {
            "svg": self._picture.full(),
            "width": self.width,
            "height": self.height,
            "title": self.title,
            "controls": [
                for_page(name, control)
                for name, control in controls_of(self).items()
                if control.kind != "kept"
            ],
            "actions": [
                {"name": name, "label": action.label, "help": action.help}
                for name, action in actions_of(self).items()
            ],
            "handles": [
                {"name": handle.name, "label": handle.label} for handle in self._handles.values()
            ],
            "pointer": self._picture.pointer_events(),
        }

    def _news(self):
        """Collect what the page shows beside the picture, as far as it has changed."""
        now = {
            "values": _plain(self._values()),
            "places": self._places(),
            "sentence": self._sentence(),
            "problem": self._problem,
            "player": self.player and self.player.for_page(),
            "share": self.share(),
        }
        news = {
            key: value
            for key, value in now.items()
            if key not in self._page_knows or self._page_knows[key] != value
        }
        self._page_knows = now
        return news

    def _places(self):
        """Say where the handles are; there is nothing to hold while the state cannot be drawn."""
        if self._undrawable():
            return dict.fromkeys(self._handles)
        return {name: handle.for_page() for name, handle in self._handles.items()}

    def _sentence(self):
        with self._shown_in_place(), np.errstate(all="ignore"):
            return self.describe()
        return ""

    @contextmanager
    def _shown_in_place(self):
        """Show an error where the learner looks, instead of losing it in a log."""
        try:
            yield
        except Exception as error:
            self.show_error(error)

    def show_error(self, error):
        """Put an error into the picture's own message: a sentence, and the details folded."""
        expected = isinstance(error, ValueError | traitlets.TraitError)
        self._problem = {
            "sentence": str(error) if expected else f"Something went wrong here: {error!r}.",
            "details": "" if expected else "".join(traceback.format_exception(error)),
        }


def _is_newcomer(message):
    return message.get("type") == "hello" or message.get("visible") is True


RECOVER = "The last good picture stays; set an ordinary number to go on."


def _plain(values):
    """Make values that JSON can carry: a number that is none becomes text."""
    return {
        name: value if not isinstance(value, float) or abs(value) <= LARGEST else str(value)
        for name, value in values.items()
    }


def _pixel(message, key):
    """Read a number from a message. Raises ValueError when it is none."""
    value = message.get(key)
    if isinstance(value, bool) or not isinstance(value, int | float) or not abs(value) <= LARGEST:
        raise ValueError("The page sent a position that is no number; try moving it again.")
    return value
