"""What to predict in notebook 00 before anything moves.

What came out is calculated in the notebook and read here, so no answer stands beside the question.
"""

import numpy as np

from nnlib.data import labels, spiral
from nnlib.exercises.prediction import ChoicePrediction, NumberPrediction

FALLS = "it falls all the way"
VALLEY = "it falls to 0, then it rises again"
NEGATIVE = "it falls to 0, then it becomes negative"
RISES = "it rises all the way"


def course(losses):
    """Say which way a row of losses goes, the first being where the slider begins."""
    if min(losses) < 0:
        return NEGATIVE
    steps = np.diff(losses)
    if (steps < 0).all() or (steps > 0).all():
        return FALLS if steps[0] < 0 else RISES
    return VALLEY


guess_loss = ChoicePrediction(
    name="guess_loss",
    question="The weight moves from 1.5 all the way to the left. What does the loss do?",
    options=(FALLS, NEGATIVE, VALLEY, RISES),
    which=course,
    afterwards={
        FALLS: "The first half of the way does look like that. Somewhere the prediction meets the"
        " target; whoever goes on leaves it behind on the other side.",
        NEGATIVE: "The loss is a square: −3 times −3 is 9. It cannot be below 0.",
        VALLEY: "Beyond the target the distance grows again, and a square has no sign.",
        RISES: "At the start the prediction is 3 and the target −1. Which way is the target?",
    },
)


MIDDLE, BETWEEN, ENDS = THIRDS = ("the middle", "the part between them", "the outer ends")


def mostly_wrong(network):
    """Say in which third of the spiral, by distance from its centre, the fewest points are right."""
    points = spiral(n=200, seed=0)
    distances = np.hypot(*points.inputs.T)
    third = np.minimum(3 * distances / distances.max(), 2).astype(int)
    right = labels(network.predict(points.inputs)) == points.labels
    return THIRDS[int(np.argmin([right[third == number].mean() for number in range(3)]))]


guess_spiral = ChoicePrediction(
    name="guess_spiral",
    question="Which part of the spiral will still be mostly wrong after the first 50 steps?",
    options=THIRDS,
    which=mostly_wrong,
    afterwards={
        MIDDLE: "Tightly wound looks hard. Yet there the points of a class lie close together.",
        BETWEEN: "There each class has the other on both sides.",
        ENDS: "Far out looks hard. Yet nothing lies beyond the ends, so at first one side is free.",
    },
)


guess_digits = NumberPrediction(
    name="guess_digits",
    question="Of 100 digits it has never met, how many will the network read correctly?",
    low=0,
    high=100,
    close=3,
    unit="digits",
    afterwards={
        "too low": "Nobody writes a rule here; 1438 examples and a few seconds do it.",
        "too high": "It has never seen these very digits, and some look unlike all it has seen.",
    },
)
