"""What a single neuron and a whole network have in common.

All the numbers that learning may change sit in one long vector, `parameters`. Weights and biases
are windows into that vector: change one and you have changed the other. So to save a model is to
copy one vector, and to train it is to add to one vector.
"""

import difflib
import weakref

import numpy as np

from nnlib import checked


def quietly():
    """Keep numpy from warning in the block or function this is put around.

    Weights that have grown beyond all bounds are something to see, not a reason for a page of
    warnings: whoever reads the result looks for NaN and infinity there.
    """
    return np.errstate(over="ignore", invalid="ignore", divide="ignore")


class Spelled:
    """Refuse to set an attribute the class does not name: a misspelt one would be kept and do nothing."""

    def __setattr__(self, name, value):
        if not name.startswith("_") and not hasattr(type(self), name):
            names = [each for each in dir(type(self)) if not each.startswith("_")]
            close = difflib.get_close_matches(name, names, n=1)
            hint = f"Did you mean '{close[0]}'?" if close else f"It has: {', '.join(names)}."
            raise AttributeError(f"{type(self).__name__} has no '{name}' to set. {hint}")
        super().__setattr__(name, value)


class Window:
    """Make an attribute a window into the parameters: reading shows it, assigning copies into it."""

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, thing, owner=None):
        return self if thing is None else thing.__dict__["_" + self.name]

    def __set__(self, thing, values):
        copy_into(thing.__dict__["_" + self.name], values, self.name)


def copy_into(window, values, name):
    """Copy `values` into the array `window` in one operation.

    Raises ValueError when the shapes differ and TypeError for anything but real numbers. NaN and
    infinity pass: a picture of the model can say so better than an error can.
    """
    values = checked.numbers(values, name, allow="buifc" if window.dtype.kind == "c" else "buif")
    if values.shape != window.shape:
        hint = f"Give one value for each, or set all to one number with .{name}[:] = 0."
        if values.T.shape == window.shape:
            hint = "Rows and columns are swapped; try .T behind it."
        raise ValueError(
            f"{name} got values of shape {values.shape}, but the shape here is {window.shape}. {hint}"
        )
    with quietly():
        window[...] = values


class Model(Spelled):
    """Keep one flat vector of parameters, and tell those who watch when it has changed.

    A kind of model says in `_open_windows` which parts of the vector have a name. A copy
    (copy, deepcopy or pickle) has parameters of its own, windows into those, and no watchers.
    """

    parameters = Window()

    def __init__(self, parameters):
        self._parameters = parameters
        self._watchers = []
        self._open_windows()

    def _open_windows(self):
        raise NotImplementedError

    def astype(self, dtype):
        """Return a copy that calculates in another number type: float, "float32" or complex."""
        twin = self.__new__(type(self))
        twin.__setstate__(self.__getstate__() | {"_parameters": self._parameters.astype(dtype)})
        return twin

    def watch(self, listener):
        """Call `listener.model_changed(model, step)` at each report, for as long as it exists.

        Only a weak reference is kept: watching a model does not keep a picture alive.
        """
        self.unwatch(listener)
        self._watchers.append(weakref.ref(listener))

    def unwatch(self, listener):
        """Stop calling `listener`; one that was not watching is no error."""
        others = [each for each in self._listeners() if each is not listener]
        self._watchers = [weakref.ref(each) for each in others]

    def report(self, step=None):
        """Tell everyone who watches that the parameters have changed, and by which training step."""
        for listener in self._listeners():
            listener.model_changed(self, step)

    def _listeners(self):
        listeners = [watcher() for watcher in self._watchers]
        return [listener for listener in listeners if listener is not None]

    def __getstate__(self):
        return self.__dict__ | {"_watchers": []}

    def __setstate__(self, state):
        self.__dict__.update(state, _parameters=state["_parameters"].copy(), _watchers=[])
        self._open_windows()
