"""What you expect of a network that reads digits, before you let it."""

from nnlib.exercises.prediction import ChoicePrediction, NumberPrediction

higher_split = ChoicePrediction(
    name="higher_split",
    question="Once a fifth of the digits is held out in the order of the collection, mostly by people who"
    " wrote none of the others; once a fifth is drawn at random. With which of the two does the network"
    " read more of the digits held out?",
    options=("Held out by order", "Held out at random", "Both about equally well"),
    afterwards={
        "Held out by order": "Order sounds tidier, but what counts is whose hand it is: by order they are"
        " mostly strangers, and handwriting it has practised on is easier.",
        "Both about equally well": "It would be so if learning meant learning what a 7 is. It means finding"
        " what tells these training digits apart, and handwriting it has practised on helps.",
    },
)

shifted = NumberPrediction(
    name="shifted",
    question="The trained network reads about 96 of 100 digits that were held out. Now each of these"
    " pictures is moved to the right by one pixel, an eighth of its width. How many of 100 does it still read?",
    low=0,
    high=100,
    close=8,
    unit="digits",
    afterwards={
        "too high": "For you a digit stays what it is when it moves. For the network every pixel is an"
        " input of its own, and one pixel to the right is another input.",
        "too low": "It is hit hard, but not blinded: much of the ink still falls on pixels of the same"
        " meaning.",
    },
)

at_thirty_places = NumberPrediction(
    name="at_thirty_places",
    question="Somebody draws a 7 at 30 different places of the pad, half as large as usual. The ink is counted"
    " just where it is. How many of the 30 drawings does the network, which reads about 96 of 100 digits,"
    " read as a 7?",
    low=0,
    high=30,
    close=4,
    unit="drawings",
    afterwards={
        "too high": "96 of 100 holds for digits prepared like those it learned from: stretched to the full"
        " height, in the middle. A small one somewhere else is not like them.",
    },
)
