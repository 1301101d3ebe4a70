"""What you expect of the perceptron rule, before you let it run."""

from nnlib.exercises.prediction import ChoicePrediction, NumberPrediction

stops = ChoicePrediction(
    name="stops",
    question="A perceptron with the weights 0 and 0 and the bias 0 learns AND, by the rule above with"
    " rate 1. The four rows come again and again, always in the same order. Will it ever stop making"
    " mistakes?",
    options=(
        "Yes, and then for good",
        "Yes, but it starts again later",
        "No, each new mistake undoes an old one for ever",
    ),
    afterwards={
        "Yes, but it starts again later": "After a pass without a mistake nothing has moved, so the"
        " next pass is the same pass again. It cannot start again.",
        "No, each new mistake undoes an old one for ever": "You have seen something true: an update for"
        " one row does spoil others for a while. On AND that comes to an end. Keep your sentence for"
        " part 8.",
    },
)

passes = NumberPrediction(
    name="passes",
    question="If it stops: in which pass through the four rows does it make no mistake for the first"
    " time?",
    low=1,
    high=30,
    close=1,
    afterwards={
        "too low": "An update for one row often undoes what was right in another, so it takes a few rounds.",
        "too high": "Each update moves the sum of its row by 1, 2 or 3: that goes fast.",
    },
)

half_rate = ChoicePrediction(
    name="half_rate",
    question="Again AND from zero, but with rate ½ instead of 1. How many passes does it take?",
    options=("More than with rate 1", "As many as with rate 1", "Fewer than with rate 1"),
    afterwards={
        "More than with rate 1": "Steps half as long take longer to a place that stands still. But there"
        " is no such place here: from zero everything shrinks together, half the weights, half the"
        " bias, the same line.",
        "Fewer than with rate 1": "Small steps do not overshoot, you may have thought. But from zero"
        " everything shrinks together: half the weights, half the bias, the same line.",
    },
)

reversed_order = ChoicePrediction(
    name="reversed_order",
    question="The same twelve points, shown in the opposite order. Where does the line come to rest?",
    options=(
        "At the same line, since the points are the same",
        "At another line, which also gets all points right",
        "At another line, and only one of the two gets all points right",
    ),
    afterwards={
        "At the same line, since the points are the same": "The rule looks for any line without"
        " mistakes, and stops at the first one it comes to. Which one that is depends on the way.",
        "At another line, and only one of the two gets all points right": "It stops only after a pass"
        " without a mistake, so every line at which it rests gets all points right.",
    },
)

mends = ChoicePrediction(
    name="mends",
    question="After each update, somebody counts how many of the four rows are answered wrongly. Does"
    " this number ever go up?",
    options=("No, it falls or stays", "Yes, it goes up at times"),
    afterwards={
        "No, it falls or stays": "An update looks at one row only. It cannot know what it does to the"
        " others.",
    },
)
