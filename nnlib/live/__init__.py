"""Pictures that stay alive in the browser: the only part of nnlib that knows there is one.

A `Picture` says what changed in a matplotlib figure, an `Explorable` keeps state, picture and the
learner's object together, a `Player` lets time pass, and `ask` shows a quiz or a prediction as a
form. `page/` holds the browser's side.
"""

from nnlib.live.explorable import Explorable
from nnlib.live.form import ask
from nnlib.live.player import Player

__all__ = ["Explorable", "Player", "ask"]
