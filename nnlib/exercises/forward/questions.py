"""The quiz of notebook 06."""

from nnlib.exercises.quiz import Option, Question, Quiz

MEANING = "hidden units have set meanings"
INPUTS = "input nodes compute"
VOTE = "layers vote"
LEARNS = "running forward changes the weights"
SKIPS = "the output sees the inputs"
MIXES = "a batch is mixed"

quiz = Quiz(
    name="quiz",
    title="Six questions about forward propagation",
    questions=(
        Question(
            name="who_computes",
            text="How many nodes of a 2-3-1 network compute a sum and a bend?",
            options=(
                Option(
                    "6, all of them",
                    "The two inputs compute nothing: they hold what is handed in. Take them away.",
                    misconception=INPUTS,
                ),
                Option(
                    "4",
                    "Three hidden units and the output. The two inputs only hold numbers.",
                    right=True,
                ),
                Option(
                    "1, the output",
                    "The hidden units do the same as the output: products, sum, bias, bend.",
                    misconception="hidden units only pass on",
                ),
                Option(
                    "13",
                    "That is how many weights and biases it has. Several of them belong to each unit.",
                    misconception="a weight is a unit",
                ),
            ),
        ),
        Question(
            name="vote",
            text="Of four hidden tanh units three are positive and one is negative. What will y be?",
            options=(
                Option(
                    "above 0.5, since the majority is positive",
                    "Nobody counts heads. One unit with a large weight can outweigh three, and a"
                    " negative weight turns a push round.",
                    misconception=VOTE,
                ),
                Option(
                    "0.75, the share of the positive ones",
                    "y is not a share. It is the bend of a weighted sum.",
                    misconception=VOTE,
                ),
                Option(
                    "below 0.5, since one is against it",
                    "No unit has a veto, and a negative unit may well push y up: through a negative"
                    " weight.",
                    misconception=VOTE,
                ),
                Option(
                    "that depends on their sizes, their weights and the bias of y",
                    "A weighted sum, then the bend. How many are positive does not settle it.",
                    right=True,
                ),
            ),
        ),
        Question(
            name="meaning",
            text="In the XOR network of part 5, h₁ says “at least one input is 1”. In other networks"
            " that do XOR, h₁ …",
            options=(
                Option(
                    "says so as well: that is what the first hidden unit is for",
                    "You have swapped h₁ and h₂, and negated h₁, and every output stayed the same.",
                    misconception=MEANING,
                ),
                Option(
                    "may say anything that helps, or hardly anything at all",
                    "Only the output has to be right. Many different hidden layers lead to it, and no"
                    " meaning belongs to a place.",
                    right=True,
                ),
                Option(
                    "says “both inputs are 1”, and h₂ says the rest",
                    "That is possible, and so are countless others: for instance “x₁ and not x₂”.",
                    misconception=MEANING,
                ),
            ),
        ),
        Question(
            name="sees",
            text="In a network with one hidden layer, what goes directly into the sum of y?",
            options=(
                Option(
                    "the outputs of the hidden units, times its weights, and its bias",
                    "And nothing else. Whatever the hidden layer does not hand on is lost for y.",
                    right=True,
                ),
                Option(
                    "the inputs and the outputs of the hidden units",
                    "No edge leads from an input to y. Follow the lines of the diagram.",
                    misconception=SKIPS,
                ),
                Option(
                    "the sums of the hidden units",
                    "A unit hands on its output, after the bend. With bare sums the whole network"
                    " would be worth one layer.",
                    misconception="sums are handed on",
                ),
            ),
        ),
        Question(
            name="unchanged",
            text="You run `network.forward(inputs)` a thousand times. How do the weights change?",
            options=(
                Option(
                    "they get a little better each time",
                    "Nothing is compared with a target here, so there is nothing to get better at."
                    " Learning comes in notebooks 07 to 09.",
                    misconception=LEARNS,
                ),
                Option(
                    "they wear towards 0",
                    "Nothing is used up. A weight is a number that is read.",
                    misconception=LEARNS,
                ),
                Option("not at all", "Forward reads the weights and writes a Trace.", right=True),
            ),
        ),
        Question(
            name="batch",
            text="A batch has 64 rows, and somebody changes row 6. What happens to the output of row 5?",
            options=(
                Option(
                    "it changes a little: the examples of a batch are averaged",
                    "Each row is multiplied by the weights on its own. They share the weights,"
                    " nothing else. (A loss may average over them later.)",
                    misconception=MIXES,
                ),
                Option(
                    "nothing",
                    "The rows only travel together. Each has its own row of outputs.",
                    right=True,
                ),
                Option(
                    "it is computed from what row 6 hands on",
                    "Rows stand below each other, layers after each other. Only from layer to layer"
                    " is something handed on.",
                    misconception=MIXES,
                ),
            ),
        ),
    ),
)
