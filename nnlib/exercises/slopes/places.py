"""Five places on loss curves: which of them are minima? The slope alone does not tell.

The slopes and losses are those of the course's own landscapes, worked out when this is loaded.
"""

from nnlib.exercises.exercise import Misconception
from nnlib.exercises.reading import read_names
from nnlib.exercises.value import ValueExercise
from nnlib.exercises.words import number
from nnlib.landscapes import BOWL, PLATEAU, TWO_VALLEYS

NEARBY = 0.25  # how far to each side the neighbours are
LEVEL = 0.01  # a slope below this is level, to the two digits shown
PLACES = {
    "A": (PLATEAU, -3.0),
    "B": (TWO_VALLEYS, -1.404),
    "C": (TWO_VALLEYS, -0.222),
    "D": (BOWL, 0.5),
    "E": (TWO_VALLEYS, 0.610),
}


def slope_at(landscape, weight):
    """Return the slope of the loss for the weight, from backpropagation."""
    network, points = landscape.network(weight), landscape.points
    gradients = network.backward(network.forward(points.inputs), points.targets, "squared error")
    return gradients.layers[0].weights.item()


def losses_around(landscape, weight):
    """Return three losses: a little to the left, here, a little to the right."""
    return landscape.losses([weight - NEARBY, weight, weight + NEARBY])


def is_minimum(landscape, weight):
    """Tell whether it is level here and higher on both sides."""
    left, here, right = losses_around(landscape, weight)
    return abs(slope_at(landscape, weight)) < LEVEL and left > here < right


def _row(name):
    left, here, right = losses_around(*PLACES[name])
    slope = number(round(slope_at(*PLACES[name]), 2))
    return f"{name}: slope {slope}, loss {here:.3f}; on the left {left:.3f}, on the right {right:.3f}."


minima = ValueExercise(
    name="minima",
    variable="valleys",
    title="Minimum, or only level?",
    task="Five places on three loss curves, each with its slope, its loss, and the loss at a weight"
    " 0.25 smaller (on the left) and 0.25 larger (on the right). Which of them are minima? Put their"
    ' letters, in quotes, in a list, such as `valleys = ["A", "D"]`.'
    "\n\n" + "\n".join(map(_row, PLACES)),
    read=read_names(tuple(PLACES)),
    expected=frozenset(name for name in PLACES if is_minimum(*PLACES[name])),
    hints=(
        "A minimum is level, and higher on both sides. Check both conditions, letter by letter.",
        "Cross out the one that is steep. Of the others, compare the loss here with both"
        " neighbours: one has a lower neighbour, one has two.",
    ),
    solution_code='valleys = ["B", "E"]',
    explanation=(
        "D is steep. A is nearly level, but lower on the right: a plateau. C is level and lower on"
        " both sides: the top of a hill. B and E are level and higher on both sides. B is not the"
        " lowest place of its curve, E is lower; still, no small step leads down from B."
    ),
    praise="B and E. Level alone is not enough: a plateau and a hilltop are level too.",
    right=(["B", "E"], {"E", "B"}, ("b", "e")),
    misconceptions=(
        Misconception(
            name="level = minimum",
            when=lambda named: named == set("ABCE"),
            hint="All of these are level, or nearly. Now look to both sides: is any neighbour lower"
            " than the place itself?",
            examples=(["A", "B", "C", "E"], list("ECBA")),
        ),
        Misconception(
            name="a steep place",
            when=lambda named: "D" in named,
            hint="D has a slope that is clearly not 0. A step of gradient descent leads down from"
            " there, so it is no minimum.",
            examples=(["D"], ["B", "D", "E"], list("ABCDE")),
        ),
        Misconception(
            name="a hilltop",
            when=lambda named: "C" in named,
            hint="Look at C: both neighbours are lower. What do you call a place from which it goes"
            " down on both sides?",
            examples=(["C"], ["B", "C", "E"]),
        ),
        Misconception(
            name="a plateau",
            when=lambda named: "A" in named,
            hint="Look at A: nearly level, yes. But on one side the loss is lower, so it goes on"
            " downhill there, only slowly.",
            examples=(["A"], ["A", "B", "E"]),
        ),
        Misconception(
            name="only the lowest",
            when=lambda named: named == {"E"},
            hint="E is the lowest of its curve. But there is another place that is level and higher"
            " on both sides. A minimum need not be the lowest of all.",
            examples=(["E"],),
        ),
        Misconception(
            name="one missing",
            when=lambda named: named <= {"B"},
            hint="There are two. Go through the letters again: level, and higher on both sides.",
            examples=(["B"], []),
        ),
    ),
)
