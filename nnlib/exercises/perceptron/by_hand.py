"""NAND by hand: two weights and a bias, set with sliders, and four rows that must all be right.

The sums are made by the Perceptron itself, so the check and the picture never disagree about a
sum that is exactly 0.
"""

import numpy as np

from nnlib.data import gate
from nnlib.exercises.exercise import Misconception
from nnlib.exercises.state import StateExercise
from nnlib.exercises.words import number
from nnlib.perceptron import Perceptron

NAND = gate("NAND")
ROWS = ("(0, 0)", "(0, 1)", "(1, 0)", "(1, 1)")


def neuron(state):
    """Return the perceptron that the state of a lab describes."""
    bias = state["bias"] if state["use_bias"] else 0.0
    return Perceptron([state["w1"], state["w2"]], bias)


def fires_like(name):
    """Make a test whether the neuron answers all four rows like the gate ``name``."""
    targets = gate(name).targets.ravel()
    return lambda state: np.array_equal(neuron(state).predict(NAND.inputs), targets)


def _sums(state):
    return neuron(state).weighted_sum(NAND.inputs)


def _wrong_rows(state):
    return np.flatnonzero(neuron(state).predict(NAND.inputs) != NAND.targets.ravel())


def _only_ties(state):
    return all(_sums(state)[row] == 0 for row in _wrong_rows(state))


def _name_rows(state):
    sums = _sums(state)
    return "\n\n".join(_about_row(ROWS[row], sums[row]) for row in _wrong_rows(state))


def _about_row(row, z):
    if z >= 0:
        return f"On {row} the sum is {number(z)}, so it fires. NAND wants 0: the sum must go down."
    return f"On {row} the sum is {number(z)}, so it is silent. NAND wants 1: the sum must go up."


def _how_to_silence(state):
    if state["w1"] < 0 and state["w2"] < 0:
        return (
            "It fires on every row. Only (1, 1) must fall silent, where both weights push. Make the"
            " weights more negative, or the bias smaller."
        )
    return (
        "It fires on every row. Only (1, 1) must fall silent, so the inputs must push towards"
        " silence: make both weights negative first."
    )


def _settings(w1, w2, bias, use_bias=True):
    return {"w1": w1, "w2": w2, "bias": bias, "use_bias": use_bias}


nand = StateExercise(
    name="nand",
    title="NAND by hand",
    task="Set w₁, w₂ and the bias so that the neuron does NAND: it is silent on (1, 1) only.",
    start=_settings(0.0, 0.0, 0.0),
    moved=("w1", "w2", "bias"),
    goal=fires_like("NAND"),
    hints=(
        "Begin with (0, 0): both products are 0 there, so the sum is the bias alone. NAND wants the"
        " neuron to fire. What does that say about the bias?",
        "The bias is positive. Each weight must be negative, so weak that one alone leaves the sum"
        " at 0 or more, and so strong that both together push it below 0.",
    ),
    solution_code="""
lab.use_bias = True
lab.w1, lab.w2, lab.bias = -1.0, -1.0, 1.5
""",
    explanation=(
        "The bias 1.5 makes the neuron fire when nothing comes in. One input takes 1 away and"
        " leaves 0.5, still 0 or more. Both take 2 away and leave −0.5: silent. Many other numbers"
        " do it too."
    ),
    praise="All four rows are right. From NAND alone a whole computer can be built.",
    right=(
        _settings(-1.0, -1.0, 1.5),
        _settings(-1.0, -1.0, 1.0),  # a tie on (0, 1) and (1, 0): at 0 it fires
        _settings(-2.0, -3.0, 4.0),
    ),
    misconceptions=(
        Misconception(
            name="no bias",
            when=lambda state: neuron(state).bias == 0,
            hint="The bias is 0 or switched off. Then (1, 1) gives w₁ + w₂, which must be below 0,"
            " while w₁ and w₂ alone must not be. That cannot be: bring in the bias.",
            examples=(
                _settings(-1.0, -1.0, 0.0),
                _settings(-1.0, -1.0, 1.5, use_bias=False),
            ),
        ),
        Misconception(
            name="a tie",
            when=_only_ties,
            hint="Nearly. On (1, 1) the sum is exactly 0, and at 0 the neuron fires. Make that sum"
            " a little smaller.",
            examples=(_settings(-1.0, -1.0, 2.0),),
        ),
        Misconception(
            name="AND instead",
            when=fires_like("AND"),
            hint="This is AND: every answer is the opposite of what NAND wants. What happens to a"
            " sum when you flip the sign of w₁, w₂ and the bias?",
            examples=(_settings(1.0, 1.0, -1.5),),
        ),
        Misconception(
            name="OR instead",
            when=fires_like("OR"),
            hint="This is OR: it is silent on (0, 0) only. NAND is silent on (1, 1) only. Which"
            " sign must the bias have, so that it fires when nothing comes in?",
            examples=(_settings(1.0, 1.0, -0.5),),
        ),
        Misconception(
            name="always fires",
            when=lambda state: neuron(state).predict(NAND.inputs).all(),
            hint=_how_to_silence,
            examples=(_settings(1.0, 1.0, 1.5), _settings(-0.5, -0.5, 2.0)),
        ),
        Misconception(
            name="never fires",
            when=lambda state: not neuron(state).predict(NAND.inputs).any(),
            hint="It is silent on every row. On (0, 0) only the bias is left in the sum: which sign"
            " makes it fire there?",
            examples=(_settings(-1.0, -1.0, -1.0),),
        ),
        Misconception(
            name="some rows",
            when=lambda state: True,
            hint=_name_rows,
            examples=(_settings(-1.0, -1.0, 0.5), _settings(-2.0, 1.0, 1.5)),
        ),
    ),
)
