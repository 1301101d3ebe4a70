"""The quiz of notebook 09."""

from nnlib.exercises.quiz import Option, Question, Quiz

quiz = Quiz(
    name="quiz",
    title="Five questions about training",
    questions=(
        Question(
            name="epoch",
            text="In one epoch with batches of 32, how often do the weights move?",
            options=(
                Option(
                    "Once, at its end",
                    "That is so only when the batch is the whole training set. The weights move after"
                    " every batch.",
                    misconception="epoch = step",
                ),
                Option(
                    "Once for every batch",
                    "One batch, one step. With 1438 digits in batches of 32 that is 45 times an epoch.",
                    right=True,
                ),
                Option(
                    "Once for every example",
                    "That would be batches of 1. The slopes of a batch are averaged first, and make one"
                    " step.",
                    misconception="every example moves the weights",
                ),
            ),
        ),
        Question(
            name="layers",
            text="A network with one hidden layer reads 91 of 100 digits of other writers. You add two more"
            " hidden layers of the same width. What will happen?",
            options=(
                Option(
                    "It reads more of them: a deeper network is better",
                    "It can fit more, and it fitted the training digits already. What is missing is other"
                    " people’s handwriting, and layers bring none.",
                    misconception="more layers always better",
                ),
                Option(
                    "Nobody knows before it is measured on digits held out",
                    "More layers can do more, also memorise more. Here they change little; on other data"
                    " they are what makes it work.",
                    right=True,
                ),
                Option(
                    "It reads fewer: only big networks overfit",
                    "Small ones can memorise too: 16 hidden units are enough to read every training digit. And"
                    " two more layers change the score for new ones only a little here.",
                    misconception="only big networks overfit",
                ),
            ),
        ),
        Question(
            name="equal_start",
            text="All weights begin with the same number, 0.1, instead of random ones. What becomes of the"
            " 16 hidden units?",
            options=(
                Option(
                    "They differ after a few steps, since training sees to it",
                    "Equal weights get equal slopes, so each step keeps them equal, however many you take.",
                    misconception="equal start weights are fine",
                ),
                Option(
                    "They stay equal for ever, like one single unit",
                    "Same weights, same outputs, same blame, same step. They have to start different;"
                    " drawing at random does that.",
                    right=True,
                ),
                Option(
                    "It only takes longer",
                    "No number of steps parts what moves in the same way at every step.",
                    misconception="equal start weights are fine",
                ),
            ),
        ),
        Question(
            name="exam",
            text="A network reads 100 of 100 training digits and 91 of 100 digits held out. In the language"
            " of exams: what has happened?",
            options=(
                Option(
                    "Full marks on the past papers; most of what it learned there, not all, holds in a new exam",
                    "Past papers are the training set, the new exam is what was held out. Only both numbers"
                    " together say how much of what was learned carries over.",
                    right=True,
                ),
                Option(
                    "It has learned everything there was: 100 of 100",
                    "That is the score on questions it has practised. Whoever learns the answers by heart"
                    " gets it too.",
                    misconception="training accuracy is the result",
                ),
                Option(
                    "It has learned nothing, only memorised",
                    "Somebody who recognised only the very same pictures, and guessed at all others, would"
                    " read about 10 of 100 new digits. 91 is far more: much of what was learned holds.",
                    misconception="any gap means it only memorised",
                ),
            ),
        ),
        Question(
            name="one_pixel",
            text="Moved by one pixel, about half of the digits are misread. Why?",
            options=(
                Option(
                    "It was trained for too short a time",
                    "Longer training on centred digits makes it better at centred digits. No moved one was"
                    " among them.",
                    misconception="more training mends everything",
                ),
                Option(
                    "Each weight of a hidden unit belongs to one pixel, and no training digit was ever moved",
                    "To the network the pixel beside it is another input. It can only learn what the data"
                    " show; so the drawing is centred, or the training set gets moved digits.",
                    right=True,
                ),
                Option(
                    "A digit that is moved is hard to read",
                    "For you it is not. You have seen digits in every place; the network in one.",
                    misconception="it sees what we see",
                ),
            ),
        ),
    ),
)
