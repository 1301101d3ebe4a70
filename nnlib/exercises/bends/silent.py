"""A ReLU that is silent on all the data, and how to bring it back.

Its slope is 0 on every example, so its weight and its bias get no slope either: training leaves it as
it is. The check asks for the slope, as training would.
"""

import numpy as np

from nnlib import activations
from nnlib.exercises.exercise import Misconception
from nnlib.exercises.state import StateExercise
from nnlib.exercises.words import number

INPUTS = np.arange(-3.0, 4.0)  # the seven examples of the lab


def sums(state):
    """Return the sum of unit 2 on each example, `(7,)`."""
    return state["w2"] * INPUTS + state["b2"]


def slopes(state):
    """Return the slope of unit 2 on each example, `(7,)`."""
    return activations.relu.slope(sums(state))


def _settings(w2=1.0, b2=-5.0, v2=1.0):
    return {"w2": w2, "b2": b2, "v2": v2}


def _faces_left(state):
    return state["w2"] < 0


def _on_the_edge(state):
    return sums(state).max() == 0


def _how_far(state):
    kink = -state["b2"] / state["w2"]
    return (
        f"The kink has come to x = {number(kink)}, and the unit is awake to the"
        f" {'left' if _faces_left(state) else 'right'} of it. No example lies there yet: they go from −3 to 3."
    )


def _only(name):
    """Make a test whether nothing but ``name`` has been changed."""
    return lambda state: all(state[other] == _settings()[other] for other in state if other != name)


revive = StateExercise(
    name="revive",
    title="Bring unit 2 back",
    task="Unit 2 is silent on all seven targets. Change it so that its slope is no longer 0 on at least"
    " one of them, then run this check.",
    start=_settings(),
    moved=("w2", "b2", "v2"),
    goal=lambda state: slopes(state).any(),
    hints=(
        "Where is the kink of unit 2? Its sum is x − 5. For which x is that above 0, and where are the"
        " examples?",
        "The largest x is 3. Either the bias must be so large that 3 + b₂ is above 0, or the weight so"
        " large that 3 · w₂ − 5 is.",
    ),
    solution_code="lab.b2 = -1.0",
    explanation=(
        "With the bias −1 the sum is x − 1, which is above 0 at x = 2 and x = 3. There the slope is 1, so"
        " training can move the unit again, and v₂ = −1 keeps it awake. A larger weight would do as well, or one so negative that the"
        " unit wakes up on the left. Gradient descent could do none of this: every slope it sees is 0."
    ),
    praise="It answers again: on some examples its slope is 1, so training can move it.",
    right=(
        _settings(b2=-1.0),
        _settings(b2=-2.9),
        _settings(w2=2.0),
        _settings(w2=-2.0),
        _settings(w2=0.0, b2=0.5),
    ),
    misconceptions=(
        Misconception(
            name="output weight",
            when=_only("v2"),
            hint="Only v₂ has changed. It multiplies what the unit hands on, and that is 0 everywhere: 0"
            " stays 0. Look at what decides the sum, w₂ and b₂.",
            examples=(_settings(v2=4.0), _settings(v2=-1.0)),
        ),
        Misconception(
            name="no weight",
            when=lambda state: state["w2"] == 0,
            hint="With w₂ = 0 the sum is the bias, whatever x is, and the bias is not above 0.",
            examples=(_settings(w2=0.0), _settings(w2=0.0, b2=0.0)),
        ),
        Misconception(
            name="on the edge",
            when=_on_the_edge,
            hint="Nearly. At the outermost example the sum is exactly 0, right on the kink, where the slope"
            " counts as 0. A little further.",
            examples=(_settings(b2=-3.0), _settings(w2=-1.0, b2=-3.0)),
        ),
        Misconception(
            name="further away",
            when=lambda state: not _faces_left(state) and -state["b2"] / state["w2"] > 5,
            hint="The kink has moved away from the examples. Its place is −b₂ / w₂: should the bias go up or"
            " down for it to come nearer?",
            examples=(_settings(b2=-6.0), _settings(w2=0.5)),
        ),
        Misconception(
            name="not there yet",
            when=lambda state: True,
            hint=_how_far,
            examples=(_settings(b2=-4.0), _settings(w2=-1.0), _settings(w2=1.5)),
        ),
    ),
)
