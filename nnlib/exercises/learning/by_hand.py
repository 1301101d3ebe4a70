"""One update with paper and pencil, before it is written as code.

All numbers are halves and wholes. The answer is a single number, the sum after the update, and every
step that can be left out on the way leads to another one.
"""

from nnlib.exercises.exercise import Misconception
from nnlib.exercises.reading import read_number
from nnlib.exercises.value import ValueExercise

by_hand = ValueExercise(
    name="by_hand",
    variable="new_sum",
    title="One update by hand",
    task="The weights are 1 and −2, the bias is 0.5, the rate is 0.5. The example (2, 1) should be"
    " silent. Make one update if one is due. What is the sum at this example afterwards? Put it in"
    " `new_sum`.",
    read=read_number,
    expected=-2.5,
    hints=(
        "First the sum as it is: 1 · 2 + (−2) · 1 + 0.5. Does the neuron fire, and should it?",
        "It fires at 0.5 and should not, so rate × example is taken away: 1 from the first weight,"
        " 0.5 from the second, and the rate, 0.5, from the bias. Then calculate the sum once more.",
    ),
    solution_code="""
import numpy as np

x, w, b, rate = np.array([2, 1]), np.array([1, -2]), 0.5, 0.5
fires = x @ w + b >= 0  # 0.5 is 0 or more: it fires, but should be silent
w, b = w - rate * x, b - rate
new_sum = x @ w + b
""",
    explanation=(
        "The sum is 0.5, so it fires: a mistake. Taken away are 0.5 · (2, 1) from the weights, which"
        " leaves 0 and −2.5, and 0.5 from the bias, which leaves 0. The new sum is 0 · 2 − 2.5 · 1 +"
        " 0 = −2.5. Or in one go: it falls by rate · (2² + 1² + 1) = 0.5 · 6 = 3."
    ),
    praise="From 0.5 down to −2.5: past the step, so this example is silent now.",
    right=(-2.5, -5 / 2),
    misconceptions=(
        Misconception(
            name="added",
            hint="This is the sum after adding the example. It fired and should not: which way must"
            " its sum go?",
            examples=(3.5,),
        ),
        Misconception(
            name="nothing moved",
            hint="This is the sum before the update. It is 0 or more, so the neuron fires, and it"
            " should be silent: an update is due.",
            examples=(0.5,),
        ),
        Misconception(
            name="bias left behind",
            hint="The weights have moved as they should. The bias moves as well: take the rate away"
            " from it.",
            examples=(-2, -2.0),
        ),
        Misconception(
            name="rate left out",
            hint="The whole example was taken away here. The rate is 0.5: take away half of it, and"
            " 0.5 from the bias.",
            examples=(-5.5,),
        ),
        Misconception(
            name="only the bias",
            hint="Only 0.5 has gone from the sum, as if nothing but the bias had moved. The weights"
            " move too, each by rate × its input.",
            examples=(0, 0.0),
        ),
        Misconception(
            name="minus lost",
            hint="Look at the second weight: 0.5 is taken away from −2. That leads further down, not up.",
            examples=(-1.5,),
        ),
        Misconception(
            name="the change alone",
            hint="By 3 the sum falls. Where does it land, when it begins at 0.5? If −3 is your new sum,"
            " the bias has fallen by 1: it falls by the rate, 0.5.",
            examples=(-3, 3),
        ),
    ),
)
