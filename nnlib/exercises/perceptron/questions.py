"""The questions at the end of notebook 03, one for each thing that is easily taken wrongly."""

from nnlib.exercises.quiz import Option, Question, Quiz

PRODUCTS = Question(
    name="products",
    text="The input is (2, 1), the weights are 3 and −1, the bias is 0.5. What does the first step,"
    " multiply, give?",
    options=(
        Option(
            "5.5",
            reason="This is the sum z, with everything added up. The first step only multiplies:"
            " 2 · 3 and 1 · (−1).",
            misconception="the products are one number",
        ),
        Option(
            "−6",
            reason="Here everything was multiplied with everything. Each input meets its own weight"
            " alone, so there are two products.",
            misconception="the products are one number",
        ),
        Option(
            "6 and −1",
            right=True,
            reason="One product for each input. Only adding makes one number of them: 6 − 1 + 0.5 is"
            " 5.5.",
        ),
        Option(
            "6.5 and −0.5",
            reason="The bias belongs to the neuron and is added once, in the second step.",
            misconception="the bias belongs to every input",
        ),
    ),
)

SIGN = Question(
    name="sign",
    text="The weights are w₁ = −3 and w₂ = 1; both inputs lie between 0 and 1. Which input can move"
    " the sum further?",
    options=(
        Option(
            "x₁: it can push the sum down by 3.",
            right=True,
            reason="The size of a weight says how hard its input pushes, the sign says which way."
            " How large the inputs get counts too; here they are alike.",
        ),
        Option(
            "x₂: the weight −3 is less than 1, so x₁ hardly counts.",
            reason="−3 is further from 0 than 1 is. It pushes three times as hard, towards silence.",
            misconception="weight = importance without sign",
        ),
        Option(
            "x₁: it can push the sum up by 3.",
            reason="As hard as that, but the other way: −3 times 1 is −3.",
            misconception="weight = importance without sign",
        ),
        Option(
            "Both alike, since both go from 0 to 1.",
            reason="An input counts through its weight: x₁ brings anything from −3 to 0, x₂ anything"
            " from 0 to 1.",
            misconception="inputs count without their weights",
        ),
    ),
)

BIAS = Question(
    name="bias",
    text="Somebody leaves the bias out: “larger weights can make up for it.” What is lost?",
    options=(
        Option(
            "Nothing but a detail.",
            reason="On (0, 0) every product is 0, whatever the weights. Without a bias it fires"
            " there, always, so AND and OR are lost; exercise 4 shows that NAND is lost as well.",
            misconception="the bias is a detail",
        ),
        Option(
            "The line can turn, but it can no longer leave the origin.",
            right=True,
            reason="At the origin all products are 0, so without a bias the sum is 0 there: the line"
            " goes through it.",
        ),
        Option(
            "Only XOR.",
            reason="XOR is beyond one perceptron with a bias, too. Look at AND on (0, 0).",
            misconception="the bias is a detail",
        ),
    ),
)

XOR_WEIGHTS = Question(
    name="xor_weights",
    text="A classmate has three rows of XOR right and wants larger weights for the fourth. What do"
    " you say?",
    options=(
        Option(
            "Go on: from some size on the fourth row comes right.",
            reason="All three numbers times ten are every sum times ten, and no sum changes its"
            " sign. The line stays where it is.",
            misconception="bigger weights fix XOR",
        ),
        Option(
            "Make one weight very large and the other very small.",
            reason="That turns and moves the line, and it is still straight. The two diagonals of the"
            " square cross, so no straight line parts them.",
            misconception="bigger weights fix XOR",
        ),
        Option(
            "Leave out the bias.",
            reason="What a perceptron does without a bias it also does with one: set it to 0.",
            misconception="less can do more",
        ),
        Option(
            "No numbers do it: one sum would have to be below 0 and not below 0.",
            right=True,
            reason="Added up, two rows ask w₁ + w₂ + 2b to be 0 or more, the other two ask it to be"
            " below 0. A second layer is the way out.",
        ),
    ),
)

quiz = Quiz(
    name="quiz",
    title="Four questions about a perceptron",
    questions=(PRODUCTS, SIGN, BIAS, XOR_WEIGHTS),
)
