"""How large may a rate be? The answer is not looked up: your walk is taken, on your own points.

A walk that stays together comes nearer to the lowest place, or at least no farther away. One with
too large a rate lands higher on the other side each time.
"""

import math

import numpy as np

from nnlib.data import Data
from nnlib.exercises.exercise import Misconception
from nnlib.exercises.reading import WrongKind
from nnlib.exercises.state import StateExercise
from nnlib.exercises.words import count, number, quote
from nnlib.landscapes import HoldBias, Landscape, curvature
from nnlib.training import train

LOSS = "squared error"
STEPS = 300
STARTS = 0.0, 1.0
LONGER = 1.05  # "the largest": a rate 5 % above it must fly apart
MOST = 1000  # points
LOWEST, HIGHEST = 0.001, 10  # the rates that the lab offers


def points_of(state):
    """Return the points of a lab as Data. Raises WrongKind when no walk on them has a largest rate."""
    if state["activation"] != "linear":
        raise WrongKind(
            f"The neuron of this lab has the activation {quote(state['activation'])}, and on its curve the"
            " largest rate differs from place to place. Hand in `explore.Downhill(points=own)`."
        )
    inputs, targets = (_numbers(name, state[name]) for name in ("inputs", "targets"))
    if len(inputs) != len(targets) or not 0 < len(inputs) <= MOST:
        raise WrongKind(
            f"The lab has {len(inputs)} inputs and {len(targets)} targets; each point needs one of each."
        )
    if not inputs.any():
        raise WrongKind(
            "All inputs are 0, so the weight changes nothing: the loss is level, and every rate holds."
            " Give the points other inputs."
        )
    return Data(inputs[:, None], targets)


def _numbers(name, text):
    try:
        numbers = np.array([float(part) for part in text.split(",")])
    except ValueError:
        raise WrongKind(f"`{name}` is “{quote(text)}”; numbers with commas are asked for.") from None
    if not (np.abs(numbers) < 1e6).all():
        raise WrongKind(f"`{name}` holds numbers too large to walk on. Choose some nearer to 0.")
    return numbers


def walk(points, rate, start):
    """Return the loss at the start of a walk over one weight, and after each step."""
    network = Landscape(points).network(start)
    optimizer = HoldBias(rate, network.is_weight)
    run = train(network, points, optimizer, LOSS, batch=len(points), steps=STEPS)
    return [network.loss(points.inputs, points.targets, LOSS) for _ in run]


def stays_together(points, rate):
    """Tell whether walks at this rate, from two starts, end no higher than they began.

    Two, because a walk that starts at the lowest place stays there at any rate.
    """
    return all(_no_higher(walk(points, rate, start)) for start in STARTS)


def _no_higher(losses):
    return math.isfinite(losses[-1]) and losses[-1] <= losses[0] * (1 + 1e-9)


def is_largest(state):
    """Tell whether the rate holds, and one a little larger does not."""
    points, rate = points_of(state), state["rate"]
    return rate > 0 and stays_together(points, rate) and not stays_together(points, LONGER * rate)


def _flies_apart(state):
    return not stays_together(points_of(state), state["rate"])


def _tell_flight(state):
    """Say how the loss grew on the way, up to where it has doubled."""
    points, rate = points_of(state), state["rate"]
    walks = {start: walk(points, rate, start) for start in STARTS}
    start, losses = next((start, losses) for start, losses in walks.items() if not _no_higher(losses))
    steps = next((step for step, loss in enumerate(losses) if not loss < 2 * losses[0]), len(losses) - 1)
    return (
        f"At rate {number(rate)} it flies apart: from weight {number(start)}, the loss goes from"
        f" {number(losses[0])} to {number(losses[steps])} in {count(steps, 'step')}. Take a smaller rate."
    )


def _out_of_range(state):
    """Tell whether the largest rate on these points is none that the lab offers."""
    return not LOWEST <= _limit(state) <= LONGER * HIGHEST


def _tell_range(state):
    side, where = ("nearer to", "below") if _limit(state) < LOWEST else ("farther from", "above")
    return (
        f"On these points the largest rate lies {where} all that the lab offers. Choose inputs {side} 0,"
        " some between 0.5 and 3."
    )


def _limit(state):
    return 2 / curvature(points_of(state))[0, 0]


def _lands_at_once(state):
    return math.isclose(state["rate"], _limit(state) / 2, rel_tol=0.03)


def _stays_at_double(state):
    return stays_together(points_of(state), 2 * state["rate"])


def _settings(rate, inputs="0.5,1,2", targets="1,2.5,3.5"):
    return {"rate": rate, "inputs": inputs, "targets": targets, "activation": "linear"}


largest_rate = StateExercise(
    name="largest_rate",
    title="The largest rate that holds",
    task="On your own points, set the rate as large as you can without the walk flying apart. It"
    " counts when a rate 5 % larger would fly apart.",
    start=_settings(0.01),
    moved=("rate",),
    goal=is_largest,
    hints=(
        "Try a rate, press 10 steps, look at the loss. Then halve or double it, until you have one"
        " that holds and one that does not. The limit is between them.",
        "The limit is 2 divided by the curvature. For these predictions, w · x, the curvature is"
        " twice the mean of x². So which mean do you need?",
    ),
    solution_code="""
import numpy as np

x = np.array([float(part) for part in lab.state()["inputs"].split(",")])
curvature = 2 * np.mean(x**2)
lab.rate = 0.99 * 2 / curvature
""",
    explanation=(
        "Each step multiplies the distance from the lowest place by 1 − rate · curvature. As long as"
        " that number is between −1 and 1 the distance shrinks, and this is so for every rate"
        " below 2 / curvature. The solution stays 1 % below the limit."
    ),
    praise="It holds, and a little more would fly apart. You found the edge.",
    right=(
        _settings(0.57),
        _settings(0.56),
        _settings(1.3, "0.5,1,1", "0.5,1.5,0.5"),
        _settings(0.0099, "10,-10", "1,2"),
    ),
    misconceptions=(
        Misconception(
            name="rate not above 0",
            when=lambda state: state["rate"] <= 0,
            hint="The rate has to be above 0. At 0 nothing moves, and with a minus the walk goes"
            " uphill: the minus is in the formula already.",
            examples=(_settings(-0.57), _settings(0.0)),
        ),
        Misconception(
            name="points out of range",
            when=_out_of_range,
            hint=_tell_range,
            examples=(_settings(10, "0.1,0.2", "1,2"), _settings(0.001, "100,50", "1,2")),
        ),
        Misconception(
            name="too large",
            when=_flies_apart,
            hint=_tell_flight,
            examples=(
                _settings(0.572),
                _settings(2.0),
                _settings(1.4, "0.5,1,1", "0.5,1.5,0.5"),
                _settings(1.1, "1,-1", "1,1"),  # weight 0 is the lowest place
            ),
        ),
        Misconception(
            name="the quickest rate",
            when=_lands_at_once,
            hint="This is the quickest rate: it lands in one step. A larger one jumps past the lowest"
            " place and still comes nearer. How much larger may it be?",
            examples=(_settings(1 / 3.5), _settings(0.667, "0.5,1,1", "0.5,1.5,0.5")),
        ),
        Misconception(
            name="far too small",
            when=_stays_at_double,
            hint="It holds, and so does twice this rate. Be bolder.",
            examples=(_settings(0.1), _settings(0.02)),
        ),
        Misconception(
            name="a little too small",
            when=lambda state: True,
            hint="It holds, and so does a rate 5 % larger. A little more.",
            examples=(_settings(0.5), _settings(0.45)),
        ),
    ),
)
