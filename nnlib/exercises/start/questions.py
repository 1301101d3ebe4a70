"""The questions at the end of notebook 00: what a notebook, a picture and a guess are."""

from nnlib.exercises.quiz import Option, Question, Quiz

RUN_ALL = Question(
    name="run_all",
    text="You have run all cells. No error came up, and every picture is there. What do you know?",
    options=(
        Option(
            "That I have understood what the notebook shows.",
            reason="Python has done its part. Whether you have, you find out by saying what will"
            " happen before it happens.",
            misconception="running a cell = understanding it",
        ),
        Option(
            "That Python has done what the cells say, and no more.",
            right=True,
            reason="Running takes no thought, yours or Python’s. A prediction that fits does.",
        ),
        Option(
            "That my answers to the exercises are right.",
            reason="An exercise answers only to what you hand in; a blank one says “not attempted”"
            " and the next cell runs all the same.",
            misconception="no error = right",
        ),
    ),
)

ONE_OBJECT = Question(
    name="one_object",
    text="You drag the slider, then run `lab.weight` in a cell. What comes back?",
    options=(
        Option(
            "The weight from when the picture was made.",
            reason="A drawing would keep it. This picture and your code hold one and the same"
            " object, so the slider has moved the number itself.",
            misconception="a picture is a copy",
        ),
        Option(
            "An error: hands and code do not know of each other.",
            reason="Slider, handle, number and code are four ways to one number. Try it: drag, then"
            " run the cell.",
            misconception="a picture is a copy",
        ),
        Option(
            "The weight where the slider stands now.",
            right=True,
            reason="One object, and whichever way it is moved, everything follows.",
        ),
    ),
)

WRONG_GUESS = Question(
    name="wrong_guess",
    text="Your prediction and what came out are far apart. What is the best thing to do?",
    options=(
        Option(
            "Find the step in my thinking that led there.",
            right=True,
            reason="Here is something to learn, and you know the place. That is what the prediction"
            " was for.",
        ),
        Option(
            "Read on. The right result stands there now.",
            reason="Reading a result feels like having known it. What led to the other one is still"
            " in your head, and comes back with the next question.",
            misconception="seeing the answer = understanding it",
        ),
        Option(
            "Predict only when I am sure.",
            reason="A prediction that is sure to fit tells you nothing new. Nobody marks it.",
            misconception="a prediction is a test",
        ),
    ),
)

quiz = Quiz(
    name="quiz",
    title="Three questions before you go on",
    questions=(RUN_ALL, ONE_OBJECT, WRONG_GUESS),
)
