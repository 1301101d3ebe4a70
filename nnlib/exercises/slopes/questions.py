"""The quiz of notebook 07: six things that are often said about losses and slopes."""

from nnlib.exercises.quiz import Option, Question, Quiz

quiz = Quiz(
    name="quiz",
    title="What is so, and what only sounds so",
    questions=(
        Question(
            name="bigger_rate",
            text="You double the learning rate. What is sure?",
            options=(
                Option(
                    "The walk reaches the lowest place in half the steps.",
                    reason="On the apples, rate 1 is fine and rate 2 flies apart. Beyond the quickest"
                    " rate each step jumps too far.",
                    misconception="bigger rate = faster",
                ),
                Option(
                    "The very next step is twice as long.",
                    right=True,
                    reason="The step is rate times slope, and the slope here has not changed. Whether"
                    " it ends lower is another matter.",
                ),
                Option(
                    "The loss after the next step is smaller than it would have been.",
                    reason="Only if the longer step does not jump past the valley. Try 0.5 and 2 on the"
                    " apples.",
                    misconception="bigger rate = faster",
                ),
            ),
        ),
        Question(
            name="direction",
            text="The loss depends on two numbers. What does minus the gradient tell you?",
            options=(
                Option(
                    "The direction to the lowest place.",
                    reason="It knows only the ground under your feet. In the long valley it was 63°"
                    " off at the start.",
                    misconception="slope points at the minimum",
                ),
                Option(
                    "The direction in which the loss falls fastest from here.",
                    right=True,
                    reason="From here, for a small step; and at right angles to the line of equal loss.",
                ),
                Option(
                    "How far away the lowest place is.",
                    reason="On a plateau the gradient is tiny and the lowest place may be far.",
                    misconception="slope = distance",
                ),
            ),
        ),
        Question(
            name="sign",
            text="At weight 2 the slope is −3. Which way does gradient descent move the weight?",
            options=(
                Option(
                    "To the right: it grows.",
                    right=True,
                    reason="A negative slope says that the loss falls to the right; minus times minus"
                    " is plus.",
                ),
                Option(
                    "To the left, because the slope is negative.",
                    reason="To the left the loss is higher: a negative slope falls to the right.",
                    misconception="the weight follows the slope's sign",
                ),
                Option(
                    "To the right, by exactly 3.",
                    reason="The side is right. How far is up to the rate: 3 times the rate.",
                    misconception="weights move by the slope itself",
                ),
            ),
        ),
        Question(
            name="level",
            text="The slope is 0. Where are you?",
            options=(
                Option(
                    "At the lowest place of the whole curve.",
                    reason="Perhaps. The higher of two valleys has slope 0 too, and so has the top"
                    " between them.",
                    misconception="slope 0 = lowest place",
                ),
                Option(
                    "On level ground: a valley, a hilltop or a plateau.",
                    right=True,
                    reason="The slope alone does not tell which. The losses to both sides do.",
                ),
                Option(
                    "At a loss of 0.",
                    reason="The apples have their lowest place at a loss of 0.17. No price fits all three.",
                    misconception="slope 0 = loss 0",
                ),
            ),
        ),
        Question(
            name="accuracy",
            text="During training the loss fell from 0.9 to 0.5. What do you know about the accuracy?",
            options=(
                Option(
                    "It has risen.",
                    reason="In part 9 it fell from 75 % to 25 % while the loss fell. Loss counts how sure"
                    " each answer is, accuracy only on which side it is.",
                    misconception="loss = accuracy",
                ),
                Option(
                    "Nothing for sure; it has to be measured.",
                    right=True,
                    reason="Usually it rises, sometimes it stays, and it can fall.",
                ),
                Option(
                    "Accuracy is 1 minus the loss, so it rose from 0.1 to 0.5.",
                    reason="They are measured in different ways: a loss can be 6, an accuracy cannot.",
                    misconception="loss = accuracy",
                ),
            ),
        ),
        Question(
            name="cross_entropy",
            text="Why do yes-or-no networks usually learn with cross-entropy rather than squared error?",
            options=(
                Option(
                    "Its values are larger, so learning is faster.",
                    reason="Its height is not what moves a weight. Add 100 to any loss: the slopes stay"
                    " the same.",
                    misconception="a higher loss means a steeper slope",
                ),
                Option(
                    "It makes no mistakes.",
                    reason="A loss measures mistakes; it makes none and prevents none.",
                    misconception="the loss decides the answers",
                ),
                Option(
                    "A confident mistake keeps a steep slope, so it can be mended.",
                    right=True,
                    reason="With a sigmoid its slope for z is output − target: nearly 1 when sure and"
                    " mistaken. That of the squared error is nearly 0 there.",
                ),
            ),
        ),
    ),
)
