"""What to predict in notebook 03. What came out is calculated there and read here."""

import numpy as np

from nnlib.data import gate
from nnlib.exercises.prediction import ChoicePrediction, NumberPrediction

NEVER, BOTH, ANY, ALWAYS = (
    "in none of them",
    "in (1, 1) only",
    "as soon as one input is 1",
    "in all four",
)
RULES = {(0, 0, 0, 0): NEVER, (0, 0, 0, 1): BOTH, (0, 1, 1, 1): ANY, (1, 1, 1, 1): ALWAYS}


def rule(answers):
    """Name the rule by its answers to (0, 0), (0, 1), (1, 0) and (1, 1)."""
    answers = tuple(int(answer) for answer in answers)
    return RULES.get(answers, f"the answers are {answers}")


guess_rule = ChoicePrediction(
    name="guess_rule",
    question="The weights are 1 and 1, the bias is −1.5. In which of the four cases does it fire?",
    options=(NEVER, ANY, BOTH, ALWAYS),
    which=rule,
    afterwards={
        NEVER: "A negative bias makes it harder to fire. Do both products together make up for it?",
        BOTH: "Could you say which number it is that is compared with 0, and how large it is?",
        ANY: "One input alone brings 1. Add the bias to that: what is the sum?",
        ALWAYS: "A weight counts only with its input. What do two weights of 1 bring on (0, 0)?",
    },
)


W1, UP, DOWN, NO_ONE = (
    "w₁, to a larger number",
    "the bias, to a larger number",
    "the bias, to a smaller number",
    "none: it takes two numbers",
)


def change_from_and(neuron):
    """Say which one number of a neuron for OR differs from those of AND: 1, 1 and −1.5."""
    if not np.array_equal(neuron.predict(gate("OR").inputs), gate("OR").labels):
        return "not OR yet"
    moved = neuron.parameters - [1, 1, -1.5]
    if np.count_nonzero(moved) == 1 and moved[-1]:
        return UP if moved[-1] > 0 else DOWN
    return "another way to OR"


guess_or = ChoicePrediction(
    name="guess_or",
    question="AND is to become OR by changing a single number. Which one, and which way?",
    options=(W1, DOWN, NO_ONE, UP),
    which=change_from_and,
    afterwards={
        W1: "A larger w₁ makes x₁ enough by itself. Look at (0, 1): there only x₂ brings anything.",
        UP: "The bias is in every sum, so it makes both single inputs enough at once.",
        DOWN: "The bias is added. A smaller one makes every sum smaller, and firing harder.",
        NO_ONE: "Two would do as well. But one number is in all four sums.",
    },
)


FAR, SAME, MORE, FEWER = (
    "the line moves twice as far out",
    "the line stays, and so do all answers",
    "more points fire",
    "fewer points fire",
)


def after_doubling(same):
    """Say what became of the answers; ``same`` tells of each point whether its answer is the same."""
    changed = int(np.size(same) - np.sum(same))
    if changed == 1:
        return "1 answer is another one"
    return f"{changed} answers are other ones" if changed else SAME


guess_double = ChoicePrediction(
    name="guess_double",
    question="Both weights and the bias are doubled. What happens?",
    options=(FAR, MORE, FEWER, SAME),
    which=after_doubling,
    afterwards={
        FAR: "The arrow is twice as long. The line is where the sum is 0, and twice 0 is 0.",
        SAME: "Every sum doubles, and the step looks at the sign only.",
        MORE: "The sums above 0 grow, and those below 0 fall further. Which of them change sides?",
        FEWER: "The sums below 0 fall further, and those above 0 grow. Which of them change sides?",
    },
)


guess_xor = NumberPrediction(
    name="guess_xor",
    question="How many of the four rows of XOR can one perceptron get right, at most?",
    low=0,
    high=4,
    close=0,
    unit="rows",
    afterwards={
        "too high": "Many think that larger weights will do it. They leave the line straight.",
        "too low": "Look at OR: how many rows of XOR does it get right?",
    },
)
