"""Multiply and add: the weighted sum of one example, then of a whole batch.

Each mistake is written down as a function. When yours gives the same numbers as one of them on
every call, its hint is for you.
"""

import numpy as np

from nnlib.exercises.code import CodeExercise
from nnlib.exercises.exercise import Misconception
from nnlib.exercises.perceptron import cases
from nnlib.exercises.perceptron.handed_in import keeps_its_answer

HANDED_IN = (
    "The answer stays the same when other weights or another bias come in. Use the `w` and `b`"
    " handed in, not those of `neuron`."
)

weighted_sum = CodeExercise(
    name="weighted_sum",
    title="The weighted sum",
    task="Write `weighted_sum(x, w, b)`: multiply each input by its weight, add up, add the bias."
    " `x` and `w` are arrays of one length, `b` is a number.",
    signature="weighted_sum(x, w, b)",
    returns="one number",
    oracle=lambda x, w, b: x @ w + b,
    cases=cases.examples,
    hints=(
        "Three things happen in turn: products, their sum, the bias. Which of them does your code"
        " have already?",
        "`x * w` holds the products. `np.sum` makes one number of them. The bias is added to that"
        " number, once.",
    ),
    solution_code="""
def weighted_sum(x, w, b):
    z = b
    for i in range(len(x)):
        z = z + x[i] * w[i]
    return z
""",
    explanation=(
        "Start from the bias and add one product after the other. numpy has a sign for products"
        " added up, so `x @ w + b` does the same in one line."
    ),
    praise="Products, sum, bias: this is what every neuron in this course begins with.",
    right=(
        lambda x, w, b: x @ w + b,
        lambda x, w, b: sum(a * c for a, c in zip(x, w)) + b,
        lambda x, w, b: np.float32(np.dot(w, x) + b),
    ),
    misconceptions=(
        Misconception(
            name="bias forgotten",
            hint="The products are added up well. Something that comes in has not been used yet.",
            examples=(lambda x, w, b: x @ w,),
        ),
        Misconception(
            name="products not added",
            hint="You have the products, a whole list of them. A neuron needs one number: add up.",
            examples=(
                lambda x, w, b: x * w + b,
                lambda x, w, b: x * w,
                lambda x, w, b: [*(x * w), b],
            ),
        ),
        Misconception(
            name="returned inside the loop",
            hint="Only the first input came in. Is `return` indented so far that it stands inside the"
            " loop?",
            examples=(lambda x, w, b: b + x[0] * w[0], lambda x, w, b: x[0] * w[0]),
        ),
        Misconception(
            name="only the last product",
            hint="Only the last product is left. Does the loop add to what is there, or put something"
            " in its place?",
            examples=(lambda x, w, b: x[-1] * w[-1], lambda x, w, b: x[-1] * w[-1] + b),
        ),
        Misconception(
            name="bias in every product",
            hint="The bias comes in once for every input here. It belongs to the neuron: add it"
            " once, after the sum.",
            examples=(lambda x, w, b: np.sum(x * w + b),),
        ),
        Misconception(
            name="sum times sum",
            hint="It looks as if the inputs and the weights were added up first. Each input meets"
            " its own weight before anything is added.",
            examples=(
                lambda x, w, b: x.sum() * w.sum() + b,
                lambda x, w, b: x.sum() * w.sum(),
            ),
        ),
        Misconception(
            name="weights without sign",
            hint="Negative weights count as positive here. The sign says which way an input pushes:"
            " keep it.",
            examples=(lambda x, w, b: x @ np.abs(w) + b, lambda x, w, b: np.abs(x * w).sum() + b),
        ),
        Misconception(
            name="bias multiplied",
            hint="The bias is multiplied in. It shifts the sum: add it.",
            examples=(lambda x, w, b: (x @ w) * b, lambda x, w, b: x @ (w * b)),
        ),
        Misconception(
            name="bias taken away",
            hint="The bias is taken away here. It is added, with the sign it has.",
            examples=(lambda x, w, b: x @ w - b,),
        ),
        Misconception(
            name="stepped already",
            hint="This gives 0 or 1, so the step has been taken. Return the sum itself; the step"
            " comes in the next exercise.",
            examples=(lambda x, w, b: int(x @ w + b >= 0), lambda x, w, b: int(x @ w + b > 0)),
        ),
        Misconception(
            name="two inputs only",
            hint="This fits exactly two inputs; there may be one or ten. Let a loop or numpy go"
            " through all of them.",
            examples=(
                lambda x, w, b: x[0] * w[0] + x[1] * w[1] + b,
                lambda x, w, b: (lambda x1, x2: x1 * w[0] + x2 * w[1] + b)(*x),
            ),
        ),
        Misconception(
            name="another neuron's numbers",
            when=keeps_its_answer,
            hint=HANDED_IN,
            examples=(lambda x, w, b: x @ [1.0, 1.0] - 1.5, lambda x, w, b: x @ w - 1.5),
        ),
    ),
)


weighted_sums = CodeExercise(
    name="weighted_sums",
    title="Many examples at once",
    task="Write `weighted_sums(x, w, b)` for a batch: `x` has one row for each example, and the"
    " answer has one sum for each row.",
    signature="weighted_sums(x, w, b)",
    returns="one sum for each row, shape (examples,),",
    oracle=lambda x, w, b: x @ w + b,
    cases=cases.batches,
    hints=(
        "What you wrote for one example is right for each row. Go through the rows, or let numpy.",
        "With a whole table on its left, `x @ w` makes one sum for each row.",
    ),
    solution_code="""
import numpy as np

def weighted_sums(x, w, b):
    return np.array([row @ w + b for row in x])
""",
    explanation=(
        "Each row is one example and gets its own sum. `x @ w + b` does all rows at once: the shape"
        " (examples, features) times (features,) gives (examples,), and the bias joins every sum."
    ),
    praise="One line now serves one example or a thousand.",
    right=(
        lambda x, w, b: x @ w + b,
        lambda x, w, b: [sum(row * w) + b for row in x],
        lambda x, w, b: np.sum(x * w, axis=1) + b,
    ),
    misconceptions=(
        Misconception(
            name="bias forgotten",
            hint="The sums are right but for one thing that comes in and is not used.",
            examples=(lambda x, w, b: x @ w,),
        ),
        Misconception(
            name="bias taken away",
            hint="The bias is taken away here. It is added to every sum, with the sign it has.",
            examples=(lambda x, w, b: x @ w - b,),
        ),
        Misconception(
            name="bias in every product",
            hint="The bias comes in once for every input here. Each row needs it once, after its"
            " products are added up.",
            examples=(lambda x, w, b: (x * w + b).sum(axis=1),),
        ),
        Misconception(
            name="stepped already",
            hint="These are decisions, 0 or 1. Return the sums themselves; deciding is exercise 7.",
            examples=(lambda x, w, b: x @ w + b >= 0,),
        ),
        Misconception(
            name="one sum for the whole batch",
            hint="Everything became one number. Each row is an example of its own: add along the"
            " rows only.",
            examples=(lambda x, w, b: np.sum(x * w) + b, lambda x, w, b: np.sum(x @ w + b)),
        ),
        Misconception(
            name="added down the columns",
            hint="You added down the columns, across different examples. Add along each row:"
            " `axis=1`.",
            examples=(lambda x, w, b: np.sum(x * w, axis=0) + b, lambda x, w, b: sum(x * w) + b),
        ),
        Misconception(
            name="products not added",
            hint="Each row still holds its products. Add them up, so that one number is left in"
            " each row.",
            examples=(lambda x, w, b: x * w + b, lambda x, w, b: x * w),
        ),
        Misconception(
            name="first row only",
            hint="Only the first row was used. Where do the other examples go?",
            examples=(lambda x, w, b: x[0] @ w + b, lambda x, w, b: [x[0] @ w + b]),
        ),
        Misconception(
            name="order of the product",
            hint="In `w @ x` numpy pairs the weights with the rows. Put the table first: its rows"
            " meet the weights.",
            examples=(lambda x, w, b: w @ x + b,),
        ),
        Misconception(
            name="a column",
            hint="The sums are right but stand in a column, shape (examples, 1). Give them as a"
            " plain row of numbers, shape (examples,).",
            examples=(lambda x, w, b: (x @ w + b)[:, None],),
        ),
        Misconception(
            name="two inputs only",
            hint="This fits rows with exactly two inputs; there may be one or ten.",
            examples=(lambda x, w, b: x[:, 0] * w[0] + x[:, 1] * w[1] + b,),
        ),
        Misconception(
            name="another neuron's numbers",
            when=keeps_its_answer,
            hint=HANDED_IN,
            examples=(lambda x, w, b: x @ [1.0, 1.0] - 1.5, lambda x, w, b: x @ w - 1.5),
        ),
    ),
)
