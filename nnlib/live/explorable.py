"""An explorable: some state, one picture of it, and the controls that move it.

A subclass declares its state as traits that carry their controls, and writes three methods:
`build` makes the picture once, `draw` moves it to the present state, `describe` says in one sentence
what it shows. Everything else here keeps the state, the picture on every screen, and the learner's
own Python object the same.
"""

from functools import cached_property

import numpy as np
import traitlets

from nnlib.drawing.theme import house_style
from nnlib.live.commands import obey
from nnlib.live.controls import actions_of, controls_of
from nnlib.live.frames import Frames
from nnlib.live.handles import Handle
from nnlib.live.kernel import current_cells, on_main_thread
from nnlib.live.model_link import ModelLink
from nnlib.live.picture import Picture
from nnlib.live.player import Player
from nnlib.live.share import read_state, write_state
from nnlib.live.traffic import Traffic
from nnlib.live.trouble import RECOVER, Trouble, undrawable


class Explorable(traitlets.HasTraits):
    """State, picture and controls that stay together.

    `model` is the learner's object, if there is one (a Network, a Perceptron): `pull` copies it into
    the traits and `push` copies the traits named in `of_model` into it. `player` is a Player, if time
    passes. `parts` are the Parts of a diagram, and `pad` is a Pad to draw on, if there is one.
    `show` lists the controls and buttons that the page offers (and "player"); all, unless you choose.
    """

    width, height = 640, 400  # of the picture, in CSS pixels
    breaks = ()  # where a narrow page may cut the picture to stack its panels, in CSS pixels
    title = ""
    model = None
    of_model = ()
    player = None
    parts = None
    pad = None
    strokes = False  # whether strokes of a pen are drawn into the picture now, as into a Sketch

    controls = cached_property(controls_of)
    actions = cached_property(actions_of)

    def __init__(self, *, show=None, **state):
        self._check_names(state, show)
        super().__init__(**state)
        self._offered = show
        self._added = {}  # name of a control or button -> a function: has it nothing to do now?
        self.handles = {}
        self.trouble = Trouble()
        self.link = ModelLink(self)
        self._picture = Picture(self.width, self.height)
        self._frames = Frames(self, self._picture, self.trouble)
        self._traffic = Traffic(self, self._frames)
        with house_style():
            self.build(self._picture.figure)
        if self.model is not None:
            self.link.pull()
            self.model.watch(self)
        self.bring_up_to_date()
        self.observe(self._trait_moved, names=list(self.traits()))
        for name, value in state.items():
            setattr(self, name, value)
        self._cells = current_cells()
        self._cells.attend(self)

    # What a subclass writes -----------------------------------------------------------------

    def build(self, figure):
        """Make every artist of the picture, once; mark those that move with `animated=True`."""
        raise NotImplementedError

    def draw(self):
        """Move the artists to the present state, with `set_data` and its kin."""
        raise NotImplementedError

    def describe(self):
        """Say in one or two sentences what the picture shows now."""
        raise NotImplementedError

    def pull(self):
        """Copy the model's numbers into the traits."""

    def push(self):
        """Copy the traits into the model's numbers."""

    def seen_of_model(self):
        """Return what tells one state of the model from another, as bytes: its parameters."""
        return self.model.parameters.tobytes()

    def watch_step(self, step):
        """Take note of one step of training of the model, from whichever loop it came."""

    def has_still(self):
        """Say whether there is something to see yet, worth keeping in the saved notebook."""
        return True

    def disabled(self):
        """Name the controls that change nothing at present."""
        return ()

    def add_handle(self, name, label, axes, at, move, says, **more):
        """Add a point that can be dragged; see Handle."""
        self.handles[name] = Handle(name, label, axes, at, move, says, **more)

    def add_control(self, name, trait):
        """Add a trait that carries its control, in `build`: to this explorable alone."""
        self.add_traits(**{name: trait})
        self.controls = controls_of(self)
        self._added[name] = lambda: False

    def new_player(self, start, show, *remember, **how):
        """Return a Player each of whose steps makes one frame of this picture; see Player."""
        return Player(
            start, show, *remember, hold=self.one_update, on_change=self.played_on, on_error=self.trouble.say, **how
        )

    def add_action(self, name, do, rests=lambda: False):
        """Add a button, in `build`; `do` is marked with @action, `rests()` says when it does nothing."""
        setattr(self, name, do)
        self.actions = {**self.actions, name: do.action}
        self._added[name] = rests

    # What a learner, a check or a test uses ------------------------------------------------

    def state(self):
        """Return the values of all controls by name, and whatever a subclass adds."""
        return self.control_values()

    def share(self):
        """Return the state as a short string; `restore` reads it back."""
        return write_state(type(self).__name__, self.control_values())

    def restore(self, text):
        """Take over a state written by `share`, all of it or nothing. Raises ValueError for anything else."""
        values = read_state(text, type(self).__name__, self.controls)
        before = self.control_values()
        with self.one_update():
            try:
                self._set_all(values)
            except (ValueError, traitlets.TraitError) as error:
                self._set_all({name: before[name] for name in values})
                raise ValueError(str(error)) from None
        self.refresh()

    def _set_all(self, values):
        for name, value in values.items():
            setattr(self, name, value)

    def one_update(self):
        """Return a context in which several changes make one frame."""
        return self._traffic.one_update()

    def control(self, name):
        """Return the declaration of a control: its label, its range, its step."""
        return self.controls[name]

    @property
    def problem(self):
        """What is wrong at the moment, as a sentence; None while all is well."""
        if self._traffic.stale:
            self.bring_up_to_date()
        return self.trouble.sentence

    @property
    def figure(self):
        """The matplotlib figure."""
        return self._picture.figure

    @property
    def widget(self):
        """The ipywidget that stands in the notebook, to be placed in boxes of your own."""
        return self._traffic.page

    @property
    def loop(self):
        """The main loop of the kernel, on which state and pictures change."""
        return self._traffic.loop

    def refresh(self):
        """Bring the picture on every screen up to date, as soon as they are ready for it."""
        self._traffic.refresh()

    def redraw(self):
        """Draw the background again too, after a change to something that does not move."""
        self._picture.redraw()
        self.refresh()

    def close(self):
        """Stop everything that goes on, and leave no listener, task or comm behind."""
        if not self._traffic.open:
            return
        if self.player is not None:
            self.player.pause()
        if self.model is not None:
            self.model.unwatch(self)
        self._cells.forget(self)
        self._traffic.close()
        self.unobserve_all()

    @property
    def closed(self):
        """Whether this picture was closed, or replaced by running its cell again."""
        return not self._traffic.open

    def __repr__(self):
        self._take_over()
        sentence = undrawable(self)
        if sentence:
            return f"{sentence} {RECOVER}"
        with np.errstate(all="ignore"):
            return self.describe()

    def _repr_mimebundle_(self, include=None, exclude=None):
        """Show the living picture; where there is no kernel, a still of it and its sentence."""
        if self.closed:
            return {"text/plain": "This picture was closed. Run its cell again to bring it back."}
        self._traffic.shown()
        self.bring_up_to_date()
        bundle = {**self.widget.view(), "text/plain": self._frames.sentence()}
        if self.has_still():
            bundle["image/png"] = self.png()
        size = {"width": self.width, "height": self.height, "alt": bundle["text/plain"]}
        return bundle, {"image/png": size}

    # Three doors through which the state changes -------------------------------------------

    def obey_all(self, messages):
        """Door one: do what controls, handles and keys ask for."""
        if any(message.get("type") not in ("hello", "visible") for message in messages):
            self.trouble.clear()
        for message in messages:
            with self.trouble.said_here():
                obey(self, message)

    def _trait_moved(self, change):
        """Carry a moved trait into the model, and with it into every other picture of the model."""
        if not self.link.copying:
            self.trouble.clear()
            with self.one_update():
                self.link.catch_up(keeping=change.name)
                if self.model is not None and change.name in self.of_model:
                    self.link.push()
        self.refresh()

    def model_changed(self, model, step=None):
        """Door two: hear that the model's numbers have changed, and by which step of training."""
        if not on_main_thread() and self.loop.running:
            self.loop.post(lambda: self.model_changed(model, step))
            return
        with self.one_update():
            if step is not None:
                self.watch_step(step)
            if not self.link.copying:
                self.link.pull()
        self.refresh()

    def cell_ended(self):
        """Door three: look whether a cell has changed the model, and draw what is still to draw."""
        if self.link.moved:
            self.model.report()
        self._traffic.cell_ended()

    def played_on(self):
        """Show what the player has done, and let it rest when nobody is there any more."""
        self._traffic.look_who_is_there()
        self.refresh()

    def nobody_watches(self):
        """Stop what goes on by itself: the last view has been closed."""
        if self.player is not None:
            self.player.pause()

    def _take_over(self):
        """Look at the model before anybody looks at the picture: this very cell may have changed it."""
        with self.one_update():
            self.link.catch_up()

    # What a frame is made of ---------------------------------------------------------------

    def bring_up_to_date(self):
        """Move the picture to the present state; keep the last one if it cannot be drawn."""
        self._take_over()
        self._traffic.stale = False
        self._frames.draw()

    def svg(self):
        """Return the picture as it is now, as SVG elements."""
        self.bring_up_to_date()
        return self._picture.full()

    def png(self):
        """Return a still of the picture as it is now: an opaque PNG at twice the resolution."""
        self.bring_up_to_date()
        return self._picture.png()

    def offers(self, name):
        """Say whether the page offers this control, button or "player"."""
        return self._offered is None or name in self._offered or name in self._added

    def at_rest(self):
        """Name the controls and buttons that have nothing to do at present."""
        return sorted({*self.disabled(), *(name for name, rests in self._added.items() if rests())})

    def control_values(self):
        """Return the values of all controls by name, as a cell may just have left them."""
        self.link.catch_up()
        return {name: getattr(self, name) for name in self.controls}

    def _check_names(self, state, show):
        """Refuse misspelt names: a lab that silently lacks what was asked for would puzzle anybody."""
        for name in state:
            if name not in self.trait_names():
                raise TypeError(f"There is no {name} to set here. There are: {_listed(self.controls)}.")
        offered = [*self.controls, *self.actions, "player"]
        for name in show or ():
            if name not in offered:
                raise ValueError(f"There is no {name} to show here. There are: {_listed(offered)}.")


def _listed(names):
    return ", ".join(names) if names else "none"
