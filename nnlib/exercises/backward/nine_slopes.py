"""Backpropagation as you would write it, for one example and a network with nine numbers.

The answers are compared with slopes that are measured: each of the nine numbers is moved a little to
both sides, and the loss of a real network is looked at.
"""

import numpy as np

from nnlib.exercises.backward import cases, walks
from nnlib.exercises.backward.slopes_exercise import SlopesExercise
from nnlib.exercises.exercise import Misconception

backward = SlopesExercise(
    name="backward",
    title="Backpropagation, nine slopes",
    task="Write `backward(x, t, W1, b1, W2, b2)` for one example: `x` holds its two inputs, `t` is its"
    " target. `W1` (a row for each input, a column for each hidden unit) and `b1` belong to the hidden"
    " layer, whose bend is tanh; `W2` (two numbers) and `b2` (one) to y, whose bend is the sigmoid."
    " The loss is (y − t)². Return its slopes for `W1`, `b1`, `W2` and `b2`, in this order, each in"
    " the shape of what it is a slope for.",
    signature="backward(x, t, W1, b1, W2, b2)",
    returns="a list of four, with the shapes of W1, b1, W2 and b2,",
    oracle=cases.measured,
    cases=cases.networks,
    hints=(
        "First forward, and keep `h` and `y`. Then go back in two moves: the blame of the sum of y,"
        " one number, and from it the blame of the two hidden sums, two numbers. Every slope is one"
        " of them times the value at the start of the line.",
        "`blame_y = 2 * (y - t) * y * (1 - y)` and `blame_h = blame_y * W2 * (1 - h**2)`. The slopes"
        " for W2 are `h * blame_y`; those for W1 are a table, `np.outer(x, blame_h)`: a row for each"
        " input, a column for each hidden unit.",
    ),
    solution_code="""
import numpy as np
from nnlib.activations import sigmoid

def backward(x, t, W1, b1, W2, b2):
    h = np.tanh(x @ W1 + b1)
    y = sigmoid(h @ W2 + b2)
    blame_y = 2 * (y - t) * y * (1 - y)      # of the sum of y
    blame_h = blame_y * W2 * (1 - h**2)      # of the sums of h1 and h2
    return [np.outer(x, blame_h), blame_h, h * blame_y, blame_y]
""",
    explanation=(
        "`blame_y` is one number: the slope of the loss for y, times the bend factor of the sigmoid."
        " Along the weights W2 it goes back to both hidden units at once, and through their bends."
        " Then each slope is a blame times a value: x for W1, h for W2, and 1 for the biases, so that"
        " their slopes are the blames themselves."
    ),
    praise="All nine agree with the measured slopes, on 27 networks. This is backpropagation.",
    right=(
        walks.right,
        walks.number_by_number,
        cases.measured,
        lambda *case: np.concatenate([np.ravel(part) for part in walks.right(*case)]),
    ),
    misconceptions=(
        Misconception(
            name="backpropagation is the update",
            when=walks.are_new_weights,
            hint="These are new weights. Backpropagation moves nothing: it finds the slopes, and stops"
            " there. Gradient descent is what subtracts rate × slope, in a line of its own.",
            examples=(walks.new_weights(0.1), walks.new_weights(1), walks.new_weights(0.037), walks.new_weights(-0.1)),
        ),
        Misconception(
            name="the sign turned round",
            hint="Every slope has the opposite sign. The blame begins with y − t, the output minus the"
            " target.",
            examples=(
                walks.made_of(sign=-1),
                walks.made_of(sign=-1, two=1),
                walks.made_of(sign=-1, two=1, bend_y=lambda y: 1),
            ),
        ),
        Misconception(
            name="the 2 forgotten",
            hint="Every slope is half as large as it should be. The loss is (y − t)², and its slope is"
            " 2 · (y − t).",
            examples=(walks.made_of(two=1),),
        ),
        Misconception(
            name="the blame that cross-entropy gives",
            hint="The sum of y is blamed with y − t. That is what cross-entropy comes to, where the bend"
            " factor cancels. With the squared error it is 2 · (y − t), times y · (1 − y).",
            examples=(walks.made_of(two=1, bend_y=lambda y: 1),),
        ),
        Misconception(
            name="rate in the slope",
            when=walks.are_steps,
            hint="These are the slopes, all of them times one and the same number. If that is a rate:"
            " it belongs to gradient descent. A slope is a fact about the loss, whatever the rate.",
            examples=(walks.steps(0.1), walks.steps(0.01)),
        ),
        Misconception(
            name="bend factor of y forgotten",
            hint="The blame of y is there, but it has not passed the sigmoid: times y · (1 − y) it"
            " becomes the blame of the sum of y.",
            examples=(walks.made_of(bend_y=lambda y: 1),),
        ),
        Misconception(
            name="bend factor of h forgotten",
            hint="The slopes for W2 and b2 are right. In front of them the blame has to pass another"
            " bend: times 1 − h², unit by unit.",
            examples=(walks.made_of(bend_h=lambda h: 1),),
        ),
        Misconception(
            name="no bend factor at all",
            hint="The blame goes back through both bends as if they were not there. Each has a slope"
            " to multiply by: y · (1 − y) at y, 1 − h² at the hidden units.",
            examples=(walks.made_of(bend_y=lambda y: 1, bend_h=lambda h: 1),),
        ),
        Misconception(
            name="bend factor of another bend",
            hint="Each bend has its own factor: y · (1 − y) belongs to the sigmoid, 1 − h² to tanh, and"
            " both are made of what the unit hands on.",
            examples=(
                walks.made_of(bend_h=lambda h: h * (1 - h)),
                walks.made_of(bend_h=lambda h: (1 - h) ** 2),
                walks.made_of(bend_y=lambda y: 1 - y**2),
                walks.made_of(bend_y=lambda y: 1 - y**2, bend_h=lambda h: h * (1 - h)),
                walks.bends_of_sums,
            ),
        ),
        Misconception(
            name="weight on the way back forgotten",
            hint="The slopes for W2 and b2 are right. But the blame comes back to both hidden units"
            " alike, whatever their weights are. It travels along W2: multiply by it.",
            examples=(walks.made_of(back=np.ones_like),),
        ),
        Misconception(
            name="value on the way back",
            hint="The slopes for W2 and b2 are right. But h came in on the way back to the hidden units."
            " Along a line the blame of the sum of y is multiplied by the weight, W2, and by no value.",
            examples=(walks.value_on_the_way, walks.slope_carried_on),
        ),
        Misconception(
            name="blame begun anew",
            hint="The slopes for W2 and b2 are right. What goes back along W2 is the same blame of the sum"
            " of y, with all its factors: 2 · (y − t) · y · (1 − y).",
            examples=(walks.begun_anew(), walks.begun_anew(lambda y, t: 2 * (y - t))),
        ),
        Misconception(
            name="weights moved too early",
            when=walks.are_moved_early,
            hint="The slopes for W2 and b2 are right. Were W2 moved before the blame went back along"
            " it? All slopes belong to the same weights, the old ones.",
            examples=(walks.moved_early(0.1), walks.moved_early(0.5)),
        ),
        Misconception(
            name="table transposed",
            hint="All nine numbers are there, but the table for W1 lies on its side. A row for each"
            " input, a column for each hidden unit: `np.outer(x, ...)`, with x first.",
            examples=(walks.made_of(outer=lambda x, blame: np.outer(blame, x)),),
        ),
        Misconception(
            name="no table",
            when=walks.lack_the_table,
            hint="For W1 four slopes are due: each of the two inputs has a weight to each hidden unit."
            " `np.outer(x, ...)` makes a table of two rows.",
            examples=(walks.made_of(outer=lambda x, blame: x * blame),),
        ),
        Misconception(
            name="order of the four",
            when=walks.are_in_another_order,
            hint="All nine numbers are there, but in another order. The order is W1, b1, W2, b2: from the"
            " input on, though they are found from the output on.",
            examples=(
                lambda *case: [walks.right(*case)[place] for place in (0, 2, 1, 3)],
                lambda *case: [walks.right(*case)[place] for place in (2, 3, 0, 1)],
            ),
        ),
        Misconception(
            name="value at the end",
            hint="The biases are right. The slope of a weight asks for the value at the start of its"
            " line: x for W1, h for W2.",
            examples=(
                walks.value_at_the_end,
                walks.values_made_of(of_x=lambda x, W1: 1, of_h=lambda h, W2: 1),
                walks.values_made_of(of_h=lambda h, W2: W2),
                walks.values_made_of(of_x=lambda x, W1: W1),
            ),
        ),
        Misconception(
            name="bias slopes missing",
            when=walks.lack_biases,
            hint="Slopes for some of the nine numbers are missing. A bias is a weight whose value is"
            " always 1, so its slope is the blame itself. Return four things: for W1, b1, W2 and b2.",
            examples=(
                lambda *case: [walks.right(*case)[0], walks.right(*case)[2]],
                lambda *case: walks.right(*case)[:3],
            ),
        ),
        Misconception(
            name="bias slopes",
            hint="The weights are right, the biases are not. The value at the start of a bias is"
            " always 1, so its slope is the blame itself.",
            examples=(
                walks.made_of(bias=lambda blame, b: 0 * blame),
                walks.made_of(bias=lambda blame, b: b * blame),
                walks.made_of(bias=lambda blame, b: 1 + 0 * blame),
            ),
        ),
        Misconception(
            name="another example’s numbers",
            when=cases.ignores_an_argument,
            hint="The answers stay the same when another example or other weights come in. Use what is"
            " handed in, not what stands in the notebook.",
            examples=(
                lambda *case: walks.right(*cases.PLAIN[0]),
                lambda x, t, *numbers: walks.right(*cases.EXAMPLE, *numbers),
                lambda x, t, W1, b1, W2, b2: walks.made_of()(x, t, W1, b1, *cases.OUTPUT),
            ),
        ),
    ),
)
