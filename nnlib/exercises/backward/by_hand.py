"""Three slopes of a small network, worked out by hand, each a product of factors that have names.

The hint talks about the first slope that is off, and names the factor that made it so.
"""

from nnlib.exercises.backward import about_slips, given
from nnlib.exercises.backward.given import H1, H2, INPUT, NETWORK, TARGET, Y
from nnlib.exercises.exercise import Misconception
from nnlib.exercises.values import ValuesExercise
from nnlib.exercises.words import number

OUTPUT = NETWORK.layers[1]

three_slopes = ValuesExercise(
    name="three_slopes",
    variable="slopes",
    title="Three slopes by hand",
    task=(
        f"The input is x1 = {number(INPUT[0])}, x2 = {number(INPUT[1])}, the target {number(TARGET)},"
        f" the loss (y − t)². Forward is done: h1 = {number(H1)}, h2 = {number(H2)}, y = {number(Y)}, with"
        f" tanh in the hidden layer and a sigmoid at y. The weights from h1 and h2 to y are"
        f" {number(OUTPUT.weights[0, 0])} and {number(OUTPUT.weights[1, 0])}. Work out three slopes of"
        " the loss: for the weight from h1 to y, for the weight from x1 to h1, for the bias of h2. Two"
        " decimals or better."
    ),
    expected=given.RIGHT,
    hints=(
        "Begin at the loss and go back. The blame of y is 2 · (y − t). Times the bend factor"
        " y · (1 − y) it is the blame of the sum of y. From there each line asks for one product.",
        "w_h1_y = 2 · (y − t) · y · (1 − y) · h1. For the other two, take the blame of the sum of y,"
        " times the weight back to the hidden unit, times that unit’s 1 − h²; then times x1 for"
        " w_x1_h1, and times 1 for the bias.",
    ),
    solution_code=f"""
x1, t = {INPUT[0]:g}, {TARGET:g}
h1, h2, y = {H1:.6f}, {H2:.6f}, {Y:.6f}
w_h1_y, w_h2_y = {OUTPUT.weights[0, 0]:g}, {OUTPUT.weights[1, 0]:g}

blame_y = 2 * (y - t) * y * (1 - y)        # of the sum of y
blame_h1 = blame_y * w_h1_y * (1 - h1**2)  # of the sum of h1
blame_h2 = blame_y * w_h2_y * (1 - h2**2)  # of the sum of h2
slopes = {{"w_h1_y": blame_y * h1, "w_x1_h1": blame_h1 * x1, "b_h2": blame_h2 * 1}}
""",
    explanation=(
        "Every slope is the blame of the sum at the end of the line, times the value at its start."
        " The blame itself is handed back: through a bend by the bend factor, along a line by its"
        " weight. And a bias is a weight whose value at the start is always 1."
    ),
    praise="All three agree. You have propagated the blame backward, by hand.",
    right=(
        dict(given.RIGHT),
        {name: round(value, 2) for name, value in given.RIGHT.items()},
        [round(value, 4) for value in given.RIGHT.values()],
    ),
    misconceptions=(
        Misconception(
            name="the 2 forgotten",
            when=given.slipped(given.TWO_FORGOTTEN),
            hint="At `w_h1_y` stands exactly half of the slope. The loss is (y − t)², and its slope"
            " for y is 2 · (y − t): the 2 comes down.",
            examples=given.answers(given.TWO_FORGOTTEN),
        ),
        Misconception(
            name="sign turned round",
            when=given.slipped(given.SIGN_TURNED),
            hint=about_slips.about_sign,
            examples=given.answers(given.SIGN_TURNED),
        ),
        Misconception(
            name="the blame that cross-entropy gives",
            when=given.slipped(given.BLAME_OF_CROSS_ENTROPY),
            hint="At `w_h1_y` the sum of y is blamed with y − t. That is what cross-entropy comes to,"
            " where the bend factor cancels. Here it is 2 · (y − t), times y · (1 − y).",
            examples=given.answers(given.BLAME_OF_CROSS_ENTROPY),
        ),
        Misconception(
            name="bend factor of y forgotten",
            when=given.slipped(given.BEND_OF_Y_FORGOTTEN),
            hint="At `w_h1_y` the blame went from the output y to the sum of y unchanged. Between"
            " them is the sigmoid: multiply by its slope, y · (1 − y).",
            examples=given.answers(given.BEND_OF_Y_FORGOTTEN),
        ),
        Misconception(
            name="bend factor of h forgotten",
            when=given.slipped(given.BEND_OF_H_FORGOTTEN),
            hint=about_slips.about_bend_of_h,
            examples=given.answers(given.BEND_OF_H_FORGOTTEN),
        ),
        Misconception(
            name="square of a negative number",
            when=given.slipped(given.SQUARE_NEGATIVE),
            hint="At `b_h2` the bend factor came out larger than 1. h2 is negative, but its square is not:"
            f" 1 − h2² = 1 − {number(H2**2)}.",
            examples=given.answers(given.SQUARE_NEGATIVE),
        ),
        Misconception(
            name="bend factor of another bend",
            when=given.slipped(given.BEND_OF_ANOTHER),
            hint=lambda filled: f"At `{filled.off}` the bend factor is that of another bend. At y, a sigmoid,"
            " it is y · (1 − y); at the hidden units, with tanh, 1 − h².",
            examples=given.answers(given.BEND_OF_ANOTHER),
        ),
        Misconception(
            name="slope carried on",
            when=given.slipped(given.SLOPE_CARRIED_ON),
            hint="At `w_x1_h1` the slope of the weight from h1 to y was carried on, or the weight of the"
            " other unit taken. What travels back to h1 is the blame of the sum of y, without the value h1,"
            " times the weight from h1 to y.",
            examples=(
                *given.answers(given.SLOPE_CARRIED_ON),
                given.up_to("w_x1_h1", given.SUM_BLAME * given.WEIGHT_2 * given.BEND_1 * given.X1),
            ),
        ),
        Misconception(
            name="value at the end",
            when=given.slipped(given.VALUE_AT_THE_END),
            hint=about_slips.about_value,
            examples=given.answers(given.VALUE_AT_THE_END),
        ),
        Misconception(
            name="value at the start forgotten",
            when=given.slipped(given.VALUE_FORGOTTEN),
            hint=about_slips.about_missing_value,
            examples=given.answers(given.VALUE_FORGOTTEN),
        ),
        Misconception(
            name="weight on the way back forgotten",
            when=given.slipped(given.WEIGHT_FORGOTTEN),
            hint=about_slips.about_weight,
            examples=given.answers(given.WEIGHT_FORGOTTEN),
        ),
        Misconception(
            name="way back forgotten",
            when=given.slipped(given.WAY_BACK_FORGOTTEN, given.SUM_BLAME_ONLY, near=0.01),  # −0.27 is meant, too
            hint=about_slips.about_way_back,
            examples=(
                *given.answers(given.WAY_BACK_FORGOTTEN, given.SUM_BLAME_ONLY),
                given.up_to("b_h2", -0.27),
            ),
        ),
        Misconception(
            name="weight in place of the value",
            when=given.slipped(given.WEIGHT_AS_VALUE),
            hint="At `w_h1_y` the blame was multiplied by the weight itself. That leads on to the"
            " blame of h1. The slope of the weight asks for the value at its start, h1.",
            examples=given.answers(given.WEIGHT_AS_VALUE),
        ),
        Misconception(
            name="the other unit",
            when=given.slipped(given.OTHER_UNIT, given.OTHER_BEND_FACTOR, given.OTHER_WEIGHT),
            hint=about_slips.about_unit,
            examples=given.answers(given.OTHER_UNIT, given.OTHER_BEND_FACTOR, given.OTHER_WEIGHT),
        ),
        Misconception(
            name="an input that has no part in it",
            when=given.slipped(given.OTHER_INPUT),
            hint=about_slips.about_input,
            examples=given.answers(given.OTHER_INPUT),
        ),
        Misconception(
            name="stopped at the output",
            when=given.slipped(given.OUTPUT_BLAME_ONLY, given.GAP_ONLY),
            hint="At `w_h1_y` stands where the way back begins. The blame of y is 2 · (y − t), and two more"
            " factors follow: the bend factor of y, and the value at the start of the line, h1.",
            examples=given.answers(given.OUTPUT_BLAME_ONLY, given.GAP_ONLY),
        ),
        Misconception(
            name="new weight in place of the slope",
            when=lambda filled: filled.off == "w_h1_y" and abs(filled.given - given.WEIGHT_1) < 0.3,
            hint="At `w_h1_y` stands something near the weight itself, or a new weight. Only the slope"
            " is asked for: backpropagation moves nothing.",
            examples=(
                given.up_to("w_h1_y", OUTPUT.weights[0, 0] - given.RIGHT["w_h1_y"]),
                given.up_to("w_h1_y", OUTPUT.weights[0, 0]),
            ),
        ),
        Misconception(
            name="rounded too early",
            when=lambda filled: abs(filled.given - given.RIGHT[filled.off]) < 0.03,
            hint=lambda filled: f"`{filled.off}` is nearly there, but off by more than 0.005. Some"
            " digits were dropped on the way: keep four decimals until the end, or let Python keep"
            " them all.",
            examples=(
                given.up_to("w_h1_y", 2 * (0.2 - 1) * 0.2 * (1 - 0.2) * 0.8),
                given.up_to("b_h2", 0.3),
            ),
        ),
    ),
)
