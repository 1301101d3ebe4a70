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
    task="The weights are 1 and −2, the bias is 1, the rate is 0.5. The example (2, 1) should be"
    " silent. Make one update if one is due. What is the sum at this example afterwards? Put it in"
    " `new_sum`.",
    read=read_number,
    expected=-2,
    hints=(
        "First the sum as it is: 1 · 2 + (−2) · 1 + 1. Does the neuron fire, and should it?",
        "It fires at 1 and should not, so rate × example is taken away: 1 from the first weight,"
        " 0.5 from the second, and the rate, 0.5, from the bias. Then calculate the sum once more.",
    ),
    solution_code="""
import numpy as np

x, w, b, rate = np.array([2, 1]), np.array([1, -2]), 1, 0.5
fires = x @ w + b >= 0  # 1 is 0 or more: it fires, but should be silent
w, b = w - rate * x, b - rate
new_sum = x @ w + b
""",
    explanation=(
        "The sum is 1, so it fires: a mistake. Taken away are 0.5 · (2, 1) from the weights, which"
        " leaves 0 and −2.5, and 0.5 from the bias, which leaves 0.5. The new sum is 0 · 2 − 2.5 · 1 +"
        " 0.5 = −2. Or in one go: it falls by rate · (2² + 1² + 1) = 0.5 · 6 = 3."
    ),
    praise="From 1 down to −2: past the step, so this example is silent now.",
    right=(-2, -2.0),
    misconceptions=(
        Misconception(
            name="added",
            hint="This is the sum after adding the example. It fired and should not: which way must"
            " its sum go?",
            examples=(4,),
        ),
        Misconception(
            name="nothing moved",
            hint="This is the sum before the update. It is 0 or more, so the neuron fires, and it"
            " should be silent: an update is due.",
            examples=(1,),
        ),
        Misconception(
            name="one part left behind",  # the bias, or the second weight
            hint="One part has stayed where it was. The bias moves too: take the rate away from it. And"
            " both weights move, each by rate × its input.",
            examples=(-1.5,),
        ),
        Misconception(
            name="rate left out",
            hint="The whole example was taken away from the weights here. The rate is 0.5: take away half"
            " of it, and 0.5 from the bias.",
            examples=(-5, -4.5, -4),  # for the bias too, for the weights alone, or the bias forgotten besides
        ),
        Misconception(
            name="only the bias",
            hint="Only 0.5 has gone from the sum, as if nothing but the bias had moved. The weights"
            " move too, each by rate × its input.",
            examples=(0.5,),
        ),
        Misconception(
            name="minus lost",
            hint="Look at the second weight: 0.5 is taken away from −2. That leads further down, not up.",
            examples=(-1,),
        ),
        Misconception(
            name="the change alone",
            hint="By 3 the sum falls. Where does it land, when it begins at 1?",
            examples=(-3, 3),
        ),
        Misconception(
            name="bias as if 0",
            hint="The weights have moved as they should. But this sum has no bias in it, or one that has"
            " fallen by 1. It falls by the rate, from 1 to 0.5, and it belongs to the sum.",
            examples=(-2.5,),
        ),
    ),
)
