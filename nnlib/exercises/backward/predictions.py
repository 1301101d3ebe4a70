"""What to predict in notebook 08 before anything goes backward."""

import numpy as np

from nnlib.exercises.prediction import ChoicePrediction, NumberPrediction

EDGES = ("from x₁ to h₁", "from x₁ to h₂", "from h₁ to y", "from h₂ to y")

most_to_blame = ChoicePrediction(
    name="most_to_blame",
    question="Which of these four weights, if you raise it by a tiny bit, changes the loss most?",
    options=EDGES,
    which=lambda slopes: EDGES[int(np.argmax(np.abs(slopes)))],
    afterwards={
        EDGES[0]: "x₁ is large, and the way back has a weight of 1.5. But h₁ = 0.905 is close to the"
        " end of its tanh: it hardly moves, whatever its sum does.",
        EDGES[1]: "A long way from the loss, and still the steepest. What makes it so: a large input,"
        " a weight of −2 on the way, and a hidden unit that is free to move.",
        EDGES[2]: "Near the loss, and h₁ is large: a good reason. It is second. That the blame gets"
        " smaller with every layer is no law; a weight of −2 on the way makes it larger.",
        EDGES[3]: "In size it is the largest of the four, −2. But the slope of a weight asks how large the value is"
        " that it multiplies, and h₂ = −0.245 is small.",
    },
)

FALLS, STAYS, RISES = "it falls", "it stays the same", "it rises"


def _way(slope):
    return RISES if slope > 0 else FALLS if slope < 0 else STAYS


sign_of_slope = ChoicePrediction(
    name="sign_of_slope",
    question="The weight from h₂ to y is −2. It is raised a little, to −1.999. What does the loss do?",
    options=(FALLS, STAYS, RISES),
    which=_way,
    afterwards={
        FALLS: "Could you say why, without a formula? h₂ is negative, so a larger weight makes the sum"
        " of y smaller, and smaller is what the target 0 wants.",
        STAYS: "A change of 0.001 is small, but it is a change: the loss moves by a tiny bit. How much"
        " for each bit of weight, that is the slope.",
        RISES: "“More weight, more output” holds only for a positive value. h₂ is −0.245: more weight"
        " makes the sum of y smaller.",
    },
)

new_weight = NumberPrediction(
    name="new_weight",
    question="The weight from x₁ to h₂ is −1, its slope is −0.27. After one step of gradient descent"
    " with rate 0.5, what is the weight? Two decimals.",
    low=-3,
    high=3,
    close=0.01,  # whoever rounds −0.865 may write −0.87
    afterwards={
        "near": "Rate × slope is −0.14 (rounded), and subtracting a negative number goes up.",
        "too low": "The slope is negative, and it is subtracted: minus times minus goes up. And what"
        " is subtracted is rate × slope.",
        "too high": "Was the slope itself subtracted? What moves the weight is rate × slope, half of"
        " it here.",
    },
)

PASSES, HALF, LITTLE, NOTHING = "all of it", "about half", "about a hundredth", "nothing, exactly 0"


def _share(factor):
    if factor == 0:
        return NOTHING
    return LITTLE if factor < 0.05 else HALF if factor < 0.75 else PASSES


saturated = ChoicePrediction(
    name="saturated",
    question="A hidden tanh unit has the sum 3 and hands on 0.995: it is saturated. How much of the blame"
    " of its output reaches its sum, and with it the weights in front of it?",
    options=(PASSES, HALF, LITTLE, NOTHING),
    which=_share,
    afterwards={
        PASSES: "The blame does not pass unchanged. To get from an output to its sum it is multiplied"
        " by the slope of the bend, and there the curve is nearly flat.",
        HALF: "The bend factor is 1 − h², and the square matters: 1 − 0.995² is far below a half.",
        LITTLE: "1 − 0.995² is 0.01. So the weights in front of this unit learn a hundred times more"
        " slowly than they would if it were near 0.",
        NOTHING: "Very little, but not nothing: tanh comes close to 1 and never gets there. (To a"
        " computer it does get there, from a sum of about 20 on.)",
    },
)

SAME = "the same slope as the weight from x₁ to h₁"
SMALLER, ZERO = "a small slope, but not 0", "a slope of exactly 0"


def _beside(slopes):
    """Read the slopes of the weights from x₁ and from x₂ to h₁."""
    first, second = slopes
    if second == 0:
        return ZERO
    return SAME if np.isclose(first, second) else SMALLER


start_of_0 = ChoicePrediction(
    name="start_of_0",
    question="The input is x₁ = 1, x₂ = 0. What is the slope of the weight from x₂ to h₁?",
    options=(SAME, SMALLER, ZERO),
    which=_beside,
    afterwards={
        ZERO: "And the weight itself makes no difference: −3 or 300, it is multiplied by 0.",
        SAME: "Both weights end at h₁, so the blame is the same. But each is multiplied by the value at"
        " its own start, and here that is 0.",
        SMALLER: "Small inputs make small slopes, true. This one is 0, and the weight is multiplied by"
        " it: nudge it as you like, the sum of h₁ does not move.",
    },
)
