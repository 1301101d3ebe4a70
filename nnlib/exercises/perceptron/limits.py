"""What one neuron cannot do: without its bias not much, and XOR not at all.

Both answers can be proved with a few sums, and the solutions do.
"""

import numpy as np

from nnlib.exercises.exercise import Misconception
from nnlib.exercises.reading import read_names, read_number
from nnlib.exercises.value import ValueExercise

STILL_POSSIBLE = "x1 >= x2"
RULES = ("AND", "OR", "NAND", "XOR", STILL_POSSIBLE)

without_bias = ValueExercise(
    name="without_bias",
    variable="lost",
    title="Without a bias",
    task="Fix the bias at 0; at z = 0 the neuron still fires. Which of these rules can it no longer"
    f" do, whatever the weights: {', '.join(RULES)}? Put their names in a list, `lost`.",
    read=read_names(RULES),
    expected=frozenset({"AND", "OR", "NAND", "XOR"}),
    hints=(
        "Without a bias, what is the sum on (0, 0), and what does the neuron answer there?",
        "On (0, 0) it fires, always. Cross out the rules that want 0 there. For the others, write"
        " down what each further row asks of w₁ and w₂.",
    ),
    solution_code='lost = ["AND", "OR", "NAND", "XOR"]',
    explanation=(
        "On (0, 0) the sum is 0 whatever the weights, so the neuron fires. AND, OR and XOR want 0"
        " there: lost. NAND wants 1 on (0, 1) and (1, 0), so neither weight may be negative; then"
        " w₁ + w₂ is not below 0 either, and (1, 1) fires: lost. The rule x1 >= x2 stays: w₁ = 1"
        " and w₂ = −1. Its line goes through (0, 0), and without a bias every line does."
    ),
    praise="Only x1 >= x2 is left. Without a bias the line is nailed to the origin.",
    right=(
        ["AND", "OR", "NAND", "XOR"],
        {"XOR", "NAND", "OR", "AND"},
        ("and", "or", "nand", "xor"),
    ),
    misconceptions=(
        Misconception(
            name="named what is kept",
            when=lambda lost: lost == {STILL_POSSIBLE},
            hint="That one can still be done. The list should hold the rules that can not.",
            examples=([STILL_POSSIBLE], ["x1>=x2"]),
        ),
        Misconception(
            name="x1 >= x2 counted as lost",
            when=lambda lost: STILL_POSSIBLE in lost,
            hint="Try x1 >= x2 with w₁ = 1 and w₂ = −1, row by row: the sum is x₁ − x₂.",
            examples=(list(RULES), ["AND", STILL_POSSIBLE]),
        ),
        Misconception(
            name="only XOR",
            when=lambda lost: lost == {"XOR"},
            hint="XOR is lost with a bias too. What else goes with it? Look at (0, 0): the sum is 0"
            " there, so the neuron fires.",
            examples=(["XOR"],),
        ),
        Misconception(
            name="NAND kept",
            when=lambda lost: lost == {"AND", "OR", "XOR"},
            hint="NAND fires on (0, 0), so that row is fine. Now (0, 1) and (1, 0): what must each"
            " weight be? And then the sum on (1, 1)?",
            examples=(["AND", "OR", "XOR"],),
        ),
        Misconception(
            name="XOR kept",
            when=lambda lost: lost == {"AND", "OR", "NAND"},
            hint="Could it do XOR with a bias? Taking something away from a neuron gives it nothing"
            " new.",
            examples=(["AND", "OR", "NAND"],),
        ),
        Misconception(
            name="(0, 0) overlooked",
            when=lambda lost: not {"AND", "OR", "XOR"} <= lost,
            hint="Look at (0, 0). Both products are 0 and there is no bias, so the sum is 0 and the"
            " neuron fires. Which rules want 0 there?",
            examples=([], ["NAND"], ["AND", "XOR"], ["OR", "NAND", "XOR"]),
        ),
    ),
)


xor = ValueExercise(
    name="xor",
    variable="most_rows",
    title="How far can XOR go?",
    task="Try weights and biases as large as you like. What is the largest number of the four XOR"
    " rows that one neuron gets right? Put it in `most_rows`.",
    read=read_number,
    expected=3.0,
    hints=(
        "Give the XOR picture the weights 1, 1 and the bias −0.5, and leave its target at XOR. How"
        " many rows are right? Can any change mend the last one without breaking another?",
        "Write down what each row asks of the sum. (0, 1) and (1, 0): w₂ + b and w₁ + b are 0 or"
        " more. Add these two, and compare with what the other two rows ask, added up.",
    ),
    solution_code="""
import numpy as np

x = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
xor = np.array([0, 1, 1, 0])
rng = np.random.default_rng(0)
most_rows = 0
for trial in range(10_000):
    w1, w2, b = rng.normal(size=3) * 10 ** rng.uniform(-2, 6)
    fires = x @ [w1, w2] + b >= 0
    most_rows = max(most_rows, int(np.sum(fires == xor)))
most_rows
""",
    explanation=(
        "Suppose all four rows were right. (0, 1) and (1, 0) must fire: w₂ + b ≥ 0 and w₁ + b ≥ 0."
        " Added up: w₁ + w₂ + 2b ≥ 0. (0, 0) and (1, 1) must be silent: b < 0 and w₁ + w₂ + b < 0."
        " Added up: w₁ + w₂ + 2b < 0. The same number cannot be both, however large the weights"
        " are. Three rows are possible; OR gets three."
        "\n\nThe search below tries 10,000 neurons, small and huge, and finds no better one. The"
        " sums above are the proof; the search only agrees."
    ),
    praise="Three, and no more. Larger weights do not bend a line; a second layer will.",
    right=(3, 3.0, np.int64(3)),
    misconceptions=(
        Misconception(
            name="bigger weights fix XOR",
            hint="Which numbers get all four? Try them in code, as large as you like:"
            " `Perceptron([300, 300], -100).predict(four_cases)`. XOR wants 0 1 1 0. Weights"
            " and bias ten times as large leave the line where it is.",
            examples=(4,),
        ),
        Misconception(
            name="stopped at two",
            hint="One better is possible. How many XOR rows does OR get right?",
            examples=(2,),
        ),
        Misconception(
            name="no row or one",
            when=lambda rows: rows in (0, 1),
            hint="Even a neuron that fires always gets two of the four rows right. Can you do"
            " better?",
            examples=(0, 1),
        ),
        Misconception(
            name="not a number of rows",
            when=lambda rows: rows not in (0, 1, 2, 3, 4),
            hint="XOR has four rows, so the answer is a whole number from 0 to 4.",
            examples=(2.5, -1, 5),
        ),
    ),
)
