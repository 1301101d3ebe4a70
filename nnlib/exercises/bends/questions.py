"""The quiz of notebook 05."""

from nnlib.exercises.quiz import Option, Question, Quiz

STEP = "step could be trained by slopes"
LINEAR = "ReLU is linear so useless"
ON_OFF = "activation = on/off"
DEEPER = "more layers always help"
RECOVERS = "training brings every unit back"
STRONG = "a large sum is easy to correct"

quiz = Quiz(
    name="quiz",
    title="Six questions about bends",
    questions=(
        Question(
            name="step_by_slopes",
            text="Why do networks that are trained by slopes have no steps inside?",
            options=(
                Option(
                    "the slope of a step is too large, since it jumps",
                    "At the jump itself it has no slope at all. And a sum hardly ever sits right on the jump.",
                    misconception=STEP,
                ),
                Option(
                    "with a smaller learning rate it would work",
                    "The learning rate multiplies the slope. Any number times 0 is 0.",
                    misconception=STEP,
                ),
                Option(
                    "wherever a step has a slope, it is 0, so no direction is better than another",
                    "Moving a weight a hair changes nothing, so nothing says which way to move it.",
                    right=True,
                ),
                Option(
                    "0 and 1 are too few outputs to make a decision",
                    "A decision is 0 or 1. A step decides well; it just cannot be improved bit by bit.",
                    misconception=ON_OFF,
                ),
            ),
        ),
        Question(
            name="relu_useless",
            text="A ReLU consists of two straight pieces. What does that mean for a network of ReLUs?",
            options=(
                Option(
                    "it can draw curves from straight pieces, the finer the more units it has",
                    "Each unit adds a kink. With enough kinks you come as near to a curve as you like.",
                    right=True,
                ),
                Option(
                    "it is linear, and so many layers are one",
                    "For that it would have to be one straight piece. The kink at 0 is a bend, and one bend"
                    " is enough to stop the folding.",
                    misconception=LINEAR,
                ),
                Option(
                    "it can draw two pieces, no more",
                    "One unit has two pieces. The sum of three units has up to four.",
                    misconception=LINEAR,
                ),
                Option(
                    "it needs sigmoids in between, for the bends",
                    "ReLU is a bend itself: level on the left, climbing on the right.",
                    misconception=LINEAR,
                ),
            ),
        ),
        Question(
            name="on_off",
            text="The sum of a hidden sigmoid unit is 0.4. What does it hand on?",
            options=(
                Option(
                    "1, since the sum is positive: it is on",
                    "That would be a step. Between off and on the sigmoid has every shade.",
                    misconception=ON_OFF,
                ),
                Option(
                    "about 0.6",
                    "1 / (1 + exp(−0.4)) is 0.599: rather on than off, and it says how much.",
                    right=True,
                ),
                Option(
                    "0.4, since an active unit lets its sum through",
                    "That would be a ReLU. The sigmoid squeezes the sum into 0 … 1.",
                    misconception="all activations are one",
                ),
                Option(
                    "0, since 0.4 is below a half",
                    "A half is where a decision may be taken at the output. Inside, the shade is handed on.",
                    misconception=ON_OFF,
                ),
            ),
        ),
        Question(
            name="five_layers",
            text="Five layers of 100 linear units each, or one single linear layer: which can do more?",
            options=(
                Option(
                    "the five layers, since deeper is stronger",
                    "Depth helps when something bends in between. Without a bend the five tables multiply out"
                    " to one.",
                    misconception=DEEPER,
                ),
                Option(
                    "the five layers, since they have more weights",
                    "More numbers, but they only ever act as their product: one table and one bias.",
                    misconception=DEEPER,
                ),
                Option("neither: they can do the same", "The five fold into one, number for number.", right=True),
                Option(
                    "the single layer, since five linear layers cancel out",
                    "They do not cancel. They come to one linear layer, and no more.",
                    misconception="linear layers cancel",
                ),
            ),
        ),
        Question(
            name="silent",
            text="The sum of a ReLU unit is negative on every training example. What will training do to the"
            " weights that lead into it?",
            options=(
                Option(
                    "move them until it answers again",
                    "Every slope that reaches them passes the ReLU, whose slope is 0 on all examples. They get"
                    " no push.",
                    misconception=RECOVERS,
                ),
                Option(
                    "move them, but more slowly than the others",
                    "Not slowly: not at all. A leaky ReLU would move slowly.",
                    misconception=RECOVERS,
                ),
                Option(
                    "set them to 0, since the unit is not needed",
                    "Nobody decides what is needed. Its slope is 0, so nothing happens.",
                    misconception="training knows what is needed",
                ),
                Option(
                    "nothing: their slopes are 0",
                    "It stays silent, unless the layer before it changes what comes in.",
                    right=True,
                ),
            ),
        ),
        Question(
            name="saturated",
            text="A hidden sigmoid unit has the sum 10 and hands on nearly 1, where nearly 0 would be right. Is"
            " that soon mended by following slopes?",
            options=(
                Option(
                    "yes: it is far off, so its slope is large",
                    "The slope is not how far off it is. It is how much the output changes with the sum, and"
                    " at 10 that is next to nothing.",
                    misconception=STRONG,
                ),
                Option(
                    "no: at 10 the sigmoid is nearly level, so its weights hardly feel it",
                    "The slope there is 0.000045. The unit is saturated, and what reaches its weights is"
                    " multiplied by that.",
                    right=True,
                ),
                Option(
                    "yes: a large sum gives a large step",
                    "The step is the learning rate times the slope, and the slope is small where the sum is"
                    " large.",
                    misconception=STRONG,
                ),
                Option(
                    "no: a unit that is on cannot be switched off",
                    "It can, since it is no switch. Its weights can move; they only get very small slopes.",
                    misconception=ON_OFF,
                ),
            ),
        ),
    ),
)
