"""XOR with nine numbers: a network set by hand, and four points that must all be right."""

import numpy as np

from nnlib.data import gate
from nnlib.exercises.exercise import Misconception
from nnlib.exercises.forward.xor_network import (
    KIND, NAMES, ROWS, WANTED, answers, does_xor, gap, state_of, sums, turned, two_alike,
)  # fmt: skip
from nnlib.exercises.state import StateExercise
from nnlib.exercises.words import number

DRAGGED = 0.1  # the step in which a hand drags a weight or a bias in the lab


def _answers_like(name):
    return lambda state: np.array_equal(answers(state), gate(name).labels)


def _alike(state):
    """Tell whether both hidden units do the same everywhere, or one the opposite of the other."""
    starts = ("w_x1", "w_x2", "b")
    one, other = ([state[f"{start}_{unit}"] for start in starts] for unit in ("h1", "h2"))
    return one in (other, [-value for value in other])


def _one_alone(state):
    """Tell whether only one hidden unit reaches y."""
    return 0 in (state["w_h1_y"], state["w_h2_y"])


def _lacks_only_the_bias(state):
    least, largest = gap(state)
    return least > largest


def _about_the_bias(state):
    least, largest = gap(state)
    way = "down" if largest >= 0 else "up"
    typed = (
        " The two are closer than one step of dragging: press Enter on the bias and type a number."
        if least - largest < DRAGGED
        else ""
    )
    return (
        f"Very near. Where XOR wants 1 the sum of y is {number(least)} or more, where it wants 0 it is"
        f" {number(largest)} or less. These only have to lie on two sides of 0: move the bias of y"
        f" {way}, and leave the rest.{typed}"
    )


def _about_the_network(state):
    return (
        f"This lab shows {state['network']}. The nine numbers of this exercise are those of {KIND}: run"
        " the cell of the lab above again, set its numbers, and hand in that lab."
    )


def _name_rows(state):
    off = np.flatnonzero(answers(state) != WANTED)
    return "\n\n".join(_about_row(row, sums(state)[row]) for row in off)


def _about_row(row, z):
    if WANTED[row]:
        return f"On {ROWS[row]} the sum of y is {number(z)}. XOR wants 1 there: it must reach 0."
    return f"On {ROWS[row]} the sum of y is {number(z)}. XOR wants 0 there: it must fall below 0."


LEAST, LARGEST = gap(state_of(1, 1, 1, 1, -0.5, -1.5, 1, -1, 0))  # of OR minus AND

xor = StateExercise(
    name="xor",
    title="XOR with nine numbers",
    task="Set the six weights and three biases so that all four points are right: y is at least 0.5"
    " on (0, 1) and (1, 0), and below 0.5 on (0, 0) and (1, 1).",
    start=state_of(*two_alike().parameters),
    moved=NAMES,
    goal=does_xor,
    hints=(
        "At the start both hidden units say where x1 or x2 is 1. Let h2 say something else: where both are."
        " Which bias makes its square blue in the corner (1, 1) only?",
        "h1 finds “at least one”, with the bias −0.5; h2 finds “both”, with the bias −1.5. XOR is"
        " the first but not the second: a positive weight from h1 to y, a negative one from h2. At"
        " last move the bias of y, until the two kinds of points lie on two sides of the boundary.",
    ),
    solution_code="""
hidden, output = lab.network.layers
hidden.weights = [[1, 1], [1, 1]]
hidden.bias = [-0.5, -1.5]
output.weights = [[1], [-1]]
output.bias = [-0.7]
""",
    explanation=(
        "h1 is positive when at least one input is 1, h2 only when both are. The output takes h1 and"
        f" subtracts h2. On (0, 1) and (1, 0) that makes {number(LEAST)}, on the other two points"
        f" {number(LARGEST)}; the bias −0.7 puts 0 between them. Each hidden unit still draws one"
        " straight line; the strip between the two lines is what no single unit can draw. There are"
        " many other answers, with other jobs for h1 and h2."
    ),
    praise="All four points are right: XOR, which no single unit can do, with nine numbers of yours.",
    right=(
        state_of(1, 1, 1, 1, -0.5, -1.5, 1, -1, -0.7),
        state_of(4, 4, 4, 4, -2, -6, 8, -8, -8),
        state_of(3, -3, -3, 3, -1.5, -1.5, 4, 4, 4),  # x1 and not x2, or x2 and not x1
        state_of(-1, -1, -1, -1, 0.5, 1.5, -1, 1, -0.7),  # the first with both hidden units negated
        state_of(1, 2, 1, 2, -0.5, -1, -5, 4, 0),  # two units on one line, one steeper than the other
    ),
    misconceptions=(
        Misconception(
            name="another network",
            when=lambda state: state["network"] != KIND,
            hint=_about_the_network,
            examples=(
                state_of(1, 1, 1, 1, -0.5, -1.5, 1, -1, -0.7) | {"network": "Network([2, 3, 1], hidden='tanh', output='sigmoid')"},
                state_of(1, 1, 1, 1, 0, -1, 1, -2, -0.5) | {"network": "Network([2, 2, 1], hidden='ReLU', output='sigmoid')"},
            ),
        ),
        Misconception(
            name="the same unit twice",
            when=_alike,
            hint="Both hidden units do the same, or one does the exact opposite of the other. Then"
            " they are worth no more than one, and one is not enough for XOR. Give h2 another line.",
            examples=(
                state_of(1, 1, 1, 1, -0.5, -0.5, 1, -1, 0),
                state_of(2, -2, 2, -2, -1, 1, 1, 1, 0),
            ),
        ),
        Misconception(
            name="one unit alone",
            when=_one_alone,
            hint="A weight from the hidden layer to y is 0, so one hidden unit has no say at all. The"
            " other alone parts the plane by one straight line, and no line parts XOR.",
            examples=(
                state_of(1, 1, 1, 1, -0.5, -1.5, 1, 0, 0),
                state_of(1, 1, 1, 1, -0.5, -1.5, 0, -1, 0),
            ),
        ),
        Misconception(
            name="the bias of the output",
            when=_lacks_only_the_bias,
            hint=_about_the_bias,
            examples=(
                state_of(1, 1, 1, 1, -0.5, -1.5, 1, -1, 0),
                state_of(1, 1, 1, 1, -0.5, -1.5, 1, -1, -2),
                state_of(1, 1, 1, 1, -0.5, -1.5, 1, -2, -0.5),  # OR minus twice AND
            ),
        ),
        Misconception(
            name="turned round",
            when=lambda state: _lacks_only_the_bias(turned(state)),
            hint="The two kinds of points are told apart, but the other way round. Turn the signs of"
            " the two weights that lead to y; then look at its bias again.",
            examples=(
                state_of(1, 1, 1, 1, -0.5, -1.5, -1, 1, 0.7),
                state_of(1, 1, 1, 1, -0.5, -1.5, -1, 1, 0),
            ),
        ),
        Misconception(
            name="OR instead",
            when=_answers_like("OR"),
            hint="This is OR. Only (1, 1) is left: it must fall below 0. You need a hidden unit that"
            " is positive on (1, 1) alone, and a negative weight from it to y.",
            examples=(
                state_of(1, 1, 1, 1, -0.5, -1.5, 1, 1, 1),
                state_of(1, 1, 1, 1, -0.5, -1, 2, 1, 0),
            ),
        ),
        Misconception(
            name="AND instead",
            when=_answers_like("AND"),
            hint="This is AND, which agrees with XOR on (0, 0) only. Keep a hidden unit for"
            " AND, but let it push y down: make its weight to y negative.",
            examples=(state_of(1, 1, 1, 1, -0.5, -1.5, 1, 1, -0.5),),
        ),
        Misconception(
            name="NAND instead",
            when=_answers_like("NAND"),
            hint="This is NAND. Only (0, 0) is left: it must fall below 0. You need a hidden unit that"
            " is negative on (0, 0) alone, and a positive weight from it to y.",
            examples=(state_of(1, 1, 1, 1, -0.5, -1.5, 1, -3, 0),),
        ),
        Misconception(
            name="always the same answer",
            when=lambda state: len(set(answers(state))) == 1,
            hint="The network gives the same answer to all four points, so two of them are right"
            " without any work. Look at the squares of h1 and h2: does each of them change its"
            " colour between the points?",
            examples=(state_of(1, 1, 1, 1, -0.5, -1.5, 1, 1, 5), state_of(1, 1, -1, 1, 0, 0, 1, 1, -5)),
        ),
        Misconception(
            name="some points",
            when=lambda state: True,
            hint=_name_rows,
            examples=(state_of(1, 1, -1, 1, -0.5, -1.5, 1, -0.5, 0),),
        ),
    ),
)
