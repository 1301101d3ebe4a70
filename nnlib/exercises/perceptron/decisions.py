"""The step, and with it the whole neuron: multiply, add, decide.

At a sum of exactly 0 the neuron fires. That is an agreement, and the whole course keeps it.
"""

import numpy as np

from nnlib.exercises.code import CodeExercise
from nnlib.exercises.exercise import Misconception
from nnlib.exercises.perceptron import cases
from nnlib.exercises.perceptron.handed_in import keeps_its_answer


def _two_forms(rule):
    """Return a mistaken step as written for one number, and the same for whole arrays."""
    return (rule, np.vectorize(rule, otypes=[float]))


step = CodeExercise(
    name="step",
    title="The step",
    task="Write `step(z)`: 1 where `z` is 0 or more, 0 where it is below. `z` is a number or an"
    " array of numbers.",
    signature="step(z)",
    returns="0 or 1, one for each number in z,",
    oracle=lambda z: np.where(z >= 0, 1, 0),
    cases=cases.sums,
    hints=(
        "Try it on −2, 0 and 2, then on all three in one array.",
        "`z >= 0` works for one number and for an array. `np.where(condition, 1, 0)` makes ones"
        " and zeros of it.",
    ),
    solution_code="""
import numpy as np

def step(z):
    return np.where(z >= 0, 1, 0)
""",
    explanation=(
        "The comparison asks each number whether it reaches 0, and `np.where` answers 1 or 0. At"
        " exactly 0 the neuron fires: that is agreed, not proved, but everybody has to keep to it."
    ),
    praise="Sharp on both sides, and it fires at exactly 0.",
    right=(
        lambda z: np.where(z >= 0, 1, 0),
        lambda z: z >= 0,  # True and False count as 1 and 0
        lambda z: np.heaviside(z, 1.0),
        lambda z: [int(one >= 0) for one in z] if np.ndim(z) else int(z >= 0),
    ),
    misconceptions=(
        Misconception(
            name="silent at 0",
            hint="Try `step(0)`. At exactly 0 the neuron fires.",
            examples=_two_forms(lambda z: 1 if z > 0 else 0),
        ),
        Misconception(
            name="−1 for silent",
            hint="A silent neuron gives 0 here, not −1.",
            examples=(*_two_forms(lambda z: 1 if z >= 0 else -1), np.sign),
        ),
        Misconception(
            name="turned round",
            hint="It fires where it should be silent. Try `step(2)`: which of the two is it?",
            examples=(
                *_two_forms(lambda z: 0 if z >= 0 else 1),
                *_two_forms(lambda z: 0 if z > 0 else 1),
            ),
        ),
        Misconception(
            name="a smooth step",
            hint="This is the sigmoid, which climbs gently. The step knows only 0 and 1.",
            examples=(lambda z: 1 / (1 + np.exp(-z)),),
        ),
        Misconception(
            name="the sum passed on",
            hint="Numbers other than 0 and 1 come through. However large the sum is, the answer is"
            " 1.",
            examples=(lambda z: z, lambda z: np.maximum(0, z), lambda z: max(0, z)),
        ),
        Misconception(
            name="one number at a time",
            hint="It is right for one number. For an array, neither `if` nor `int` can decide: some of"
            " the numbers may be below 0 and others not. `np.where` answers for each of them.",
            examples=(lambda z: 1 if z >= 0 else 0, lambda z: int(z >= 0)),
        ),
        Misconception(
            name="arrays only",
            hint="It works for an array; `z` may also be a single number.",
            examples=(
                lambda z: [1 if one >= 0 else 0 for one in z],
                lambda z: (z >= 0).astype(int),
            ),
        ),
    ),
)


predict = CodeExercise(
    name="predict",
    title="The whole neuron",
    task="Write `predict(x, w, b)` for a batch: one decision, 0 or 1, for each row of `x`.",
    signature="predict(x, w, b)",
    returns="one 0 or 1 for each row, shape (examples,),",
    oracle=lambda x, w, b: (x @ w + b >= 0).astype(int),
    cases=cases.batches,
    hints=(
        "You have both parts already. What goes into the step?",
        "Weighted sums first, `x @ w + b`, one for each row; then the step on all of them.",
    ),
    solution_code="""
import numpy as np

def predict(x, w, b):
    z = x @ w + b
    return np.where(z >= 0, 1, 0)
""",
    explanation=(
        "Multiply and add make one sum for each row, the step makes one decision of each sum. These"
        " two lines are a whole perceptron."
    ),
    praise="Multiply, add, step: you wrote a perceptron.",
    right=(
        lambda x, w, b: np.where(x @ w + b >= 0, 1, 0),
        lambda x, w, b: [row @ w + b >= 0 for row in x],
        lambda x, w, b: np.heaviside(x.dot(w) + b, 1.0),
    ),
    misconceptions=(
        Misconception(
            name="bias forgotten",
            hint="It decides as if the bias were 0. Where does `b` come in?",
            examples=(lambda x, w, b: x @ w >= 0,),
        ),
        Misconception(
            name="bias taken away",
            hint="It decides as if the bias were taken away: `x @ w - b`, or sums compared with `b`."
            " The bias is added, with the sign it has, and the sum is compared with 0.",
            examples=(lambda x, w, b: x @ w - b >= 0, lambda x, w, b: x @ w >= b),
        ),
        Misconception(
            name="sums instead of decisions",
            hint="These are the sums. One of the three steps is left.",
            examples=(lambda x, w, b: x @ w + b,),
        ),
        Misconception(
            name="silent at 0",
            hint="Look at rows whose sum is exactly 0: there the neuron fires.",
            examples=(lambda x, w, b: x @ w + b > 0,),
        ),
        Misconception(
            name="first row only",
            hint="Only the first row got an answer. Decide for every row.",
            examples=(
                lambda x, w, b: int(x[0] @ w + b >= 0),
                lambda x, w, b: [x[0] @ w + b >= 0],
            ),
        ),
        Misconception(
            name="one decision for the whole batch",
            hint="All rows were added up into one decision. Each row is an example of its own.",
            examples=(lambda x, w, b: int(np.sum(x * w) + b >= 0),),
        ),
        Misconception(
            name="a decision for each product",
            hint="There is a decision for each single product. Add up along the row first, then"
            " decide.",
            examples=(lambda x, w, b: x * w + b >= 0, lambda x, w, b: x * w >= 0),
        ),
        Misconception(
            name="one number at a time",
            hint="The step meets many sums at once here, and neither `if` nor `int` can decide for all"
            " of them. Use a step that takes arrays, as in exercise 2.",
            examples=(lambda x, w, b: 1 if x @ w + b >= 0 else 0, lambda x, w, b: int(x @ w + b >= 0)),
        ),
        Misconception(
            name="a column",
            hint="The decisions are right but stand in a column, shape (examples, 1). Give them as"
            " a plain row of numbers, shape (examples,).",
            examples=(lambda x, w, b: (x @ w + b >= 0)[:, None],),
        ),
        Misconception(
            name="−1 for silent",
            hint="A silent neuron gives 0 here, not −1.",
            examples=(lambda x, w, b: np.where(x @ w + b >= 0, 1, -1),),
        ),
        Misconception(
            name="turned round",
            hint="Every decision is the opposite of what it should be. Fire when the sum is 0 or"
            " more.",
            examples=(lambda x, w, b: x @ w + b < 0,),
        ),
        Misconception(
            name="another neuron's numbers",
            when=keeps_its_answer,
            hint="The decisions stay the same when other weights or another bias come in. Use the"
            " `w` and `b` handed in, not those of `neuron`.",
            examples=(
                lambda x, w, b: x @ [1.0, 1.0] - 1.5 >= 0,
                lambda x, w, b: x @ w - 1.5 >= 0,
            ),
        ),
    ),
)
