"""Five numbers of a small network, worked out by hand: sums and outputs, node by node.

The hint talks about the first number that is off, and names the term that made it so.
"""

from nnlib.exercises.exercise import Misconception
from nnlib.exercises.forward import slips
from nnlib.exercises.forward.slips import HIDDEN, INPUT, OUTPUT, Z_H
from nnlib.exercises.values import ValuesExercise
from nnlib.exercises.words import number


def _written(names, weights, bias):
    """Write a sum as on paper: −1·h1 − 2·h2 + 0.5."""
    first, *others = [f"{number(abs(weight))}·{name}" for weight, name in zip(weights, names)]
    signs = ["−" if weight < 0 else "+" for weight in weights]
    products = signs[0].strip("+") + first + "".join(f" {s} {o}" for s, o in zip(signs[1:], others))
    return f"{products} {'−' if bias < 0 else '+'} {number(abs(bias))}"


TO_H2 = _written(("x1", "x2"), HIDDEN.weights[:, 1], HIDDEN.bias[1])
TO_Y = _written(("h1", "h2"), OUTPUT.weights[:, 0], OUTPUT.bias[0])


def _about_bias(filled):
    unit = filled.off.removeprefix("z_")
    return (
        f"At `{filled.off}` the products are added up well. One term of the sum is missing: the bias"
        f" of {unit}, which needs no input."
    )


def _about_bias_taken(filled):
    unit = filled.off.removeprefix("z_")
    return (
        f"At `{filled.off}` the bias of {unit} was taken away. It is added, with the sign it has: it is no"
        " threshold to be reached."
    )


def _about_bend(filled):
    if filled.off == "z_y":
        return (
            "At `z_y` the sums of h1 and h2 came in. What a unit hands on is its output, after the"
            " bend: use `h1` and `h2`, not `z_h1` and `z_h2`."
        )
    return (
        f"At `{filled.off}` stands {number(filled.given)}, which is the sum"
        f" `{slips.BEFORE[filled.off]}` again. The bend is missing: put the sum into the unit's"
        " activation."
    )


def _about_other_bend(filled):
    if filled.off == "y":
        return "At `y` the bend was tanh. This network ends in a sigmoid, so that y lies in 0 … 1."
    return f"At `{filled.off}` the bend was sigmoid. The hidden units bend by tanh, from −1 to 1."


def _about_weights(filled):
    if filled.off == "z_y":
        return "At `z_y` the two weights have changed places: h1 meets the first, h2 the second."
    return (
        "At `z_h2` the weights were read along a row. A row holds what goes out from one input;"
        " what comes in to h2 stands in the second column."
    )


def _about_sign(filled):
    return (
        f"At `{filled.off}` a minus was lost, of a weight or of the value it meets. Keep both signs:"
        " minus times minus pushes up, and only one minus pushes down."
    )


def _about_value_sign(filled):
    if filled.off == "h2":
        return "At `h2` a minus was lost: tanh keeps the sign of its sum, and `z_h2` is negative."
    return (
        "At `z_y` a minus was lost: `h2` is negative, and so is its weight. Minus times minus pushes up."
    )


def _about_rounding(filled):
    return (
        f"`{filled.off}` is nearly there, but off by more than 0.005. Some digits were dropped on"
        " the way: keep four decimals until the end, or let Python keep them all."
    )


node_values = ValuesExercise(
    name="node_values",
    variable="values",
    title="Five numbers by hand",
    task=(
        f"The input is x1 = {number(INPUT[0])}, x2 = {number(INPUT[1])}. The weights of the hidden"
        f" layer are `{HIDDEN.weights.tolist()}`, a row for each input and a column for each unit,"
        f" its biases `{HIDDEN.bias.tolist()}`, its bend tanh. The output unit has the weights"
        f" `{OUTPUT.weights.ravel().tolist()}`, the bias {number(OUTPUT.bias[0])} and the bend"
        f" sigmoid. The sum of h1 is done: z_h1 = {number(Z_H[0])}. Work out the other five with"
        " four decimals (two are not enough to go on with); hand them in to two decimals or better."
    ),
    expected=slips.RIGHT,
    hints=(
        "Go from left to right, one unit at a time: first its sum, products and bias, then its bend"
        f" of this sum. `h1` is tanh({number(Z_H[0])}).",
        f"z_h2 = {TO_H2}, with the second column and the second bias. Then h2 = tanh(z_h2)."
        f" z_y = {TO_Y}, with h1 and h2 not rounded. At last y = sigmoid(z_y).",
    ),
    solution_code=f"""
import numpy as np

x1, x2 = {INPUT[0]:g}, {INPUT[1]:g}
h1 = np.tanh({Z_H[0]:g})
z_h2 = {TO_H2.replace("−", "-").replace("·", " * ")}
h2 = np.tanh(z_h2)
z_y = {TO_Y.replace("−", "-").replace("·", " * ")}
y = 1 / (1 + np.exp(-z_y))
values = {{"h1": h1, "z_h2": z_h2, "h2": h2, "z_y": z_y, "y": y}}
""",
    explanation=(
        "Each unit does what the perceptron did: products, sum, bend. The column of the weight table"
        " says which weights are its own. What h1 and h2 hand on, after their bends, is all that y"
        " ever sees; and by keeping every digit until the end, nothing is lost on the way."
    ),
    praise="All five agree. You have propagated an input forward, by hand.",
    right=(
        dict(slips.RIGHT),
        {name: round(value, 2) for name, value in slips.RIGHT.items()},
        [round(value, 4) for value in slips.RIGHT.values()],
    ),
    misconceptions=(
        Misconception(
            name="bias forgotten",
            when=slips.slipped(slips.BIAS_FORGOTTEN),
            hint=_about_bias,
            examples=slips.answers(slips.BIAS_FORGOTTEN),
        ),
        Misconception(
            name="bias taken away",
            when=slips.slipped(slips.BIAS_TAKEN_AWAY),
            hint=_about_bias_taken,
            examples=slips.answers(slips.BIAS_TAKEN_AWAY),
        ),
        Misconception(
            name="another unit's bias",
            when=slips.slipped(slips.BIAS_OF_H1),
            hint="At `z_h2` the products are right, but the bias is that of h1. The second bias belongs to h2.",
            examples=slips.answers(slips.BIAS_OF_H1),
        ),
        Misconception(
            name="bend forgotten",
            when=slips.slipped(slips.BEND_FORGOTTEN),
            hint=_about_bend,
            examples=slips.answers(slips.BEND_FORGOTTEN),
        ),
        Misconception(
            name="the other bend",
            when=slips.slipped(slips.OTHER_BEND),
            hint=_about_other_bend,
            examples=slips.answers(slips.OTHER_BEND),
        ),
        Misconception(
            name="transposed weights",
            when=slips.slipped(slips.TRANSPOSED),
            hint=_about_weights,
            examples=slips.answers(slips.TRANSPOSED),
        ),
        Misconception(
            name="another unit's weights",
            when=slips.slipped(slips.WEIGHTS_OF_H1),
            hint="At `z_h2` the weights of h1 came in. Each unit has a column of its own: h2 has the"
            " second.",
            examples=slips.answers(slips.WEIGHTS_OF_H1),
        ),
        Misconception(
            name="sign lost",
            when=slips.slipped(slips.SIGN_LOST),
            hint=_about_sign,
            examples=slips.answers(slips.SIGN_LOST),
        ),
        Misconception(
            name="sign of a value lost",
            when=slips.slipped(slips.VALUE_SIGN_LOST),
            hint=_about_value_sign,
            examples=slips.answers(slips.VALUE_SIGN_LOST),
        ),
        Misconception(
            name="sign in the exponent",
            when=slips.slipped(slips.EXPONENT_TURNED),
            hint="At `y` the exponent has lost its minus: the sigmoid is 1 / (1 + e^(−z)), so a positive"
            " sum gives more than a half.",
            examples=slips.answers(slips.EXPONENT_TURNED),
        ),
        Misconception(
            name="hidden layer skipped",
            when=slips.slipped(slips.LAYER_SKIPPED),
            hint="At `z_y` the inputs came in. The output unit never sees them: it sees `h1` and"
            " `h2` only.",
            examples=slips.answers(slips.LAYER_SKIPPED),
        ),
        Misconception(
            name="rounded too early",
            when=slips.rounded_early,
            hint=_about_rounding,
            examples=tuple(
                slips.up_to(name, value) for name, all_ in slips.ROUNDED.items() for value in all_
                if abs(value - slips.RIGHT[name]) > 0.005
            ),
        ),
    ),
)
