"""On which data does the rule never stop? Look for a line; where there is none, it goes on for ever."""

from nnlib.exercises.exercise import Misconception
from nnlib.exercises.learning.point_sets import sets
from nnlib.exercises.reading import read_names
from nnlib.exercises.value import ValueExercise

NEVER = frozenset({"diamond", "island", "stripe", "twins"})

LOOKS = {"island": "a one in the middle of zeros", "diamond": "pairs that lie crosswise, as in XOR"}


def _what_is_missing(names):
    looks = ", and for ".join(look for name, look in LOOKS.items() if name not in names)
    return f"All that you name goes on for ever, but that is not all. Look for {looks}."


endless = ValueExercise(
    name="endless",
    variable="never_stops",
    title="Data on which it never stops",
    task=f"On which of these sets does the rule go on making mistakes for ever: {', '.join(sets)}? Put"
    " their names in a list, `never_stops`.",
    read=read_names(tuple(sets)),
    expected=NEVER,
    hints=(
        "Take a ruler. For each set: is there a straight line with all the ones on one side and all"
        " the zeros on the other?",
        "If a point of one class lies between points of the other, on a straight piece or inside a"
        " triangle or square of them, no line can do it. Close together is no trouble: a narrow gap"
        " is a gap.",
    ),
    solution_code="""
from nnlib import Perceptron, learn
from nnlib.exercises.learning import sets

never_stops = []
for name, points in sets.items():
    perceptron = Perceptron()
    states = set()
    for step in learn(perceptron, points.inputs, points.labels):
        if step.number % len(points) == 0 and step.number and not step.settled:
            state = tuple(perceptron.parameters)
            if state in states:  # a pass has ended here before: from now on all repeats
                never_stops.append(name)
                break
            states.add(state)
""",
    explanation=(
        "In stripe, island and diamond no line has all ones on one side; in twins two points at one"
        " place want different answers. The others have a line, so the rule finds one. But how can a"
        " run show that something never happens? At the end of a pass nothing counts but the two"
        " weights and the bias. When they are what they were at the end of an earlier pass with"
        " mistakes in between, everything from there on repeats, mistakes and all. The code below"
        " waits for this."
    ),
    praise="Four sets without a line, and on each of them the rule runs in a circle.",
    right=(
        ["stripe", "diamond", "island", "twins"],
        {"Twins", "Island", "Diamond", "Stripe"},
    ),
    misconceptions=(
        Misconception(
            name="it always stops",
            when=lambda names: not names,
            hint="An empty list says that the rule always comes to rest. On XOR it did not: no line has"
            " its ones on one side and its zeros on the other. Look for such patterns here.",
            examples=([], set()),
        ),
        Misconception(
            name="named what stops",
            when=lambda names: not names & NEVER,
            hint="On these the rule comes to rest: each has a dividing line. The list should hold the"
            " others.",
            examples=(["corner", "crowd", "lane"], ["crowd"]),
        ),
        Misconception(
            name="a narrow gap",
            when=lambda names: "lane" in names,
            hint="In lane the two classes are close together, but a slanted line goes between them."
            " Let the rule run on it and count the passes.",
            examples=(list(sets), ["stripe", "diamond", "island", "twins", "lane"]),
        ),
        Misconception(
            name="one against many",
            when=lambda names: "corner" in names,
            hint="In corner there is a single one among many zeros, but it stands at the edge. Can you"
            " cut a corner off with a straight line?",
            examples=(["stripe", "diamond", "island", "twins", "corner"],),
        ),
        Misconception(
            name="one class only",
            when=lambda names: "crowd" in names,
            hint="In crowd everything should fire. Zero weights do that already: at a sum of 0 it"
            " fires. So how many mistakes are made?",
            examples=(["stripe", "diamond", "island", "twins", "crowd"],),
        ),
        Misconception(
            name="only XOR",
            when=lambda names: names == {"diamond"},
            hint="Diamond is XOR, turned by 45 degrees. It is not the only pattern without a line:"
            " look for points that lie between others.",
            examples=(["diamond"],),
        ),
        Misconception(
            name="three in a row overlooked",
            when=lambda names: "stripe" not in names,
            hint="Look at stripe again: a line that has both outer points on one side has everything"
            " between them on that side too.",
            examples=(["diamond", "island", "twins"], ["island"]),
        ),
        Misconception(
            name="twins overlooked",
            when=lambda names: "twins" not in names,
            hint="In twins two points stand at the same place, and want different answers. What would a"
            " line have to do there?",
            examples=(["stripe", "diamond", "island"],),
        ),
        Misconception(
            name="not all",
            when=lambda names: names < NEVER,
            hint=_what_is_missing,
            examples=(["stripe", "twins", "diamond"], ["stripe", "twins", "island"], ["stripe", "twins"]),
        ),
    ),
)
