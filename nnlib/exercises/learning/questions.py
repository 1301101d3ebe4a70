"""The quiz of notebook 04."""

from nnlib.exercises.quiz import Option, Question, Quiz

ALWAYS = "it always converges"
BEST = "it finds the best line"
FEWER = "each update lowers total mistakes"
EVERY = "right answers move the line too"
RATE = "a larger rate learns faster"

quiz = Quiz(
    name="quiz",
    title="Five questions about learning from mistakes",
    questions=(
        Question(
            name="converges",
            text="You let the rule run on some points, and after 1000 passes it still makes mistakes."
            " What do you know for certain?",
            options=(
                Option(
                    "It needs more passes: sooner or later it always gets there",
                    "XOR makes four mistakes a pass, and its weights and bias return to where they"
                    " were. More passes only repeat it.",
                    misconception=ALWAYS,
                ),
                Option(
                    "No line can separate these points",
                    "Perhaps. But the gap may also be so narrow that 1000 passes are too few; the bound"
                    " grows with the square of 1 / gap.",
                    misconception="not yet means never",
                ),
                Option(
                    "Nothing, unless two passes have ended with the same weights and bias, and the order"
                    " of the points is always the same",
                    "If they are the same again at the end of a later pass, all repeats for ever,"
                    " mistakes and all. Otherwise it may still come to rest.",
                    right=True,
                ),
                Option(
                    "The rate is too small",
                    "From zero weights the rate only rescales everything. From another start a small rate"
                    " may take long, but that is not certain here.",
                    misconception=RATE,
                ),
            ),
        ),
        Question(
            name="best_line",
            text="The rule has come to rest. What is true of its line?",
            options=(
                Option(
                    "It is the line with the widest gap to both classes",
                    "The twelve points in two orders gave two lines, one of them nearly touching a"
                    " point. The rule stops at the first line without mistakes.",
                    misconception=BEST,
                ),
                Option(
                    "It gets every one of these points right, and that is all one knows",
                    "It stops after a pass without a mistake and not before. Which of the many such"
                    " lines it is depends on the start and the order.",
                    right=True,
                ),
                Option(
                    "It does not depend on where the weights began",
                    "Another start takes another way, and may come to another line first.",
                    misconception=BEST,
                ),
            ),
        ),
        Question(
            name="fewer",
            text="It has just made one update. Which of these is certain?",
            options=(
                Option(
                    "Fewer points are wrong than before",
                    "On AND the second update turned 1 wrong row into 3. An update looks at one point"
                    " only.",
                    misconception=FEWER,
                ),
                Option(
                    "This very point is right now",
                    "Its sum moves towards the right side, but may not get there in one go: from −7 a"
                    " step of 6 leaves −1.",
                    misconception="one update is enough",
                ),
                Option(
                    "The sum of this very point has moved the right way",
                    "By rate × (x₁² + x₂² + 1), up if it should fire and down if it should not.",
                    right=True,
                ),
            ),
        ),
        Question(
            name="right_answer",
            text="An example is answered rightly, though its sum is only just above 0. What does the rule"
            " do?",
            options=(
                Option(
                    "Nothing",
                    "A right answer moves nothing, however close it was. The rule sees the answer, not"
                    " the sum.",
                    right=True,
                ),
                Option(
                    "It moves the line a little further away, to be safe",
                    "That would be a good idea, and there are rules that do it; this one looks at the"
                    " answer alone.",
                    misconception=EVERY,
                ),
                Option(
                    "It adds the example: that makes right answers stronger",
                    "Then every example would move the line for ever, and it would never come to rest.",
                    misconception=EVERY,
                ),
            ),
        ),
        Question(
            name="rate",
            text="You start from zero weights and zero bias, with rate 2 instead of 1. All numbers are"
            " stored exactly. What changes?",
            options=(
                Option(
                    "It needs half as many passes",
                    "Weights and bias are twice as large at every moment, so each sum is too, and its"
                    " sign is the same. The mistakes are the same ones.",
                    misconception=RATE,
                ),
                Option(
                    "It overshoots, and may never stop",
                    "With twice the weights and twice the bias the line is where it was. It stops in the"
                    " same pass.",
                    misconception=RATE,
                ),
                Option(
                    "The weights and the bias are twice as large, and that is all",
                    "The line, the mistakes and the passes stay as they are. From another start the rate"
                    " does matter.",
                    right=True,
                ),
            ),
        ),
    ),
)
