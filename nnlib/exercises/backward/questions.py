"""The quiz of notebook 08."""

from nnlib.exercises.quiz import Option, Question, Quiz

IS_UPDATE = "backpropagation is the update"
UNCHANGED = "the error passes unchanged"
SLOPE_ITSELF = "weights move by the slope itself"

quiz = Quiz(
    name="quiz",
    title="Six questions about backpropagation",
    questions=(
        Question(
            name="what_changes",
            text="You run `network.backward(trace, targets)` once. What has changed in the network?",
            options=(
                Option(
                    "all weights and biases, each by its slope",
                    "Nothing has moved. You have compared the parameters before and after.",
                    misconception=IS_UPDATE,
                ),
                Option(
                    "nothing: now you know the slopes",
                    "Backpropagation finds slopes. Whether and how far anything moves is gradient"
                    " descent’s business.",
                    right=True,
                ),
                Option(
                    "the weights of the output layer; the others follow with the next example",
                    "The blame reaches all layers in one go, and no weight moves on the way.",
                    misconception=IS_UPDATE,
                ),
            ),
        ),
        Question(
            name="on_the_way_back",
            text="The blame of the sum of y is 0.2, the weight from h₁ to y is −3. What is the blame of"
            " the output h₁?",
            options=(
                Option(
                    "0.2: the error is handed back to everybody who took part",
                    "Along a line the blame is multiplied by the weight, which says how hard h₁ pushes y.",
                    misconception=UNCHANGED,
                ),
                Option("−0.6", "0.2 times the weight on the way, −3.", right=True),
                Option(
                    "0.2 divided among the hidden units",
                    "Nothing is shared out. A unit with a large weight gets more blame than there was.",
                    misconception="blame is shared out",
                ),
                Option(
                    "0.2 times h₁",
                    "That is the slope of the weight from h₁ to y. The blame of h₁ asks for the weight.",
                    misconception="weight and value exchanged",
                ),
            ),
        ),
        Question(
            name="one_step",
            text="A weight is 2, its slope is 4, the rate is 0.1. What is it after one step of gradient"
            " descent?",
            options=(
                Option(
                    "−2",
                    "That subtracts the slope itself. What is subtracted is rate × slope, 0.4.",
                    misconception=SLOPE_ITSELF,
                ),
                Option(
                    "2.4",
                    "That goes uphill: a positive slope says that more weight means more loss.",
                    misconception="plus for minus",
                ),
                Option("1.6", "2 − 0.1 · 4.", right=True),
                Option(
                    "0.4",
                    "0.4 is rate × slope: how far the weight moves, not where it arrives.",
                    misconception="the step taken for the new weight",
                ),
            ),
        ),
        Question(
            name="slope_0",
            text="The slope of a weight is exactly 0 for one example. What do you know?",
            options=(
                Option(
                    "the weight is as good as it can be",
                    "Perhaps. More often the value at its start is 0 for this example, or the blame at"
                    " its end is; for the next example it may be steep.",
                    misconception="slope 0 means done",
                ),
                Option(
                    "the weight is 0",
                    "The weight itself is no factor of its own slope.",
                    misconception="weight and value exchanged",
                ),
                Option(
                    "the value at its start is 0, or the blame at its end is",
                    "A product is 0 when one of its factors is.",
                    right=True,
                ),
            ),
        ),
        Question(
            name="through_a_bend",
            text="A tanh unit hands on h = 0.9. The blame of its output is 1. What is the blame of its sum?",
            options=(
                Option(
                    "1: the bend is for the way forward only",
                    "A nudge of the sum moves the output by less than itself, so it deserves less blame.",
                    misconception=UNCHANGED,
                ),
                Option("0.19", "1 times the bend factor, 1 − 0.9².", right=True),
                Option(
                    "0.9",
                    "0.9 is what the unit hands on. The bend factor is the slope there: 1 − 0.9².",
                    misconception="output taken for the bend factor",
                ),
                Option(
                    "tanh(1), about 0.76",
                    "Blame is not sent through the bend. It is multiplied by the slope of the bend.",
                    misconception="blame is bent",
                ),
            ),
        ),
        Question(
            name="cost",
            text="A network has a million weights. Why not measure each slope by a nudge?",
            options=(
                Option(
                    "because measured slopes are not exact enough to learn from",
                    "Five digits are plenty. Your measured slopes agreed with backpropagation.",
                    misconception="measuring is too rough",
                ),
                Option(
                    "because it takes a run of the whole network, or two, for every weight",
                    "Two million runs for one step. Backpropagation takes one way forward and one back,"
                    " for all weights together.",
                    right=True,
                ),
                Option(
                    "because the loss has no slope for hidden weights",
                    "You have nudged hidden weights, and the loss moved.",
                    misconception="only the output has slopes",
                ),
            ),
        ),
    ),
)
