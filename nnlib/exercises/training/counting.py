"""Steps and epochs: how many updates it takes to go through all examples many times."""

from nnlib.exercises.exercise import Misconception
from nnlib.exercises.reading import read_number
from nnlib.exercises.value import ValueExercise

EXAMPLES, BATCH, EPOCHS = 1438, 32, 25

steps = ValueExercise(
    name="steps",
    variable="number_of_steps",
    title="How many steps?",
    task=f"There are {EXAMPLES} training digits, and every step looks at a batch of {BATCH}; the last batch"
    f" of an epoch may be shorter. How many steps are {EPOCHS} epochs? Put the number in"
    " `number_of_steps`.",
    read=read_number,
    expected=float(-(-EXAMPLES // BATCH) * EPOCHS),
    hints=(
        "One epoch first: how many batches does it take until every digit has been looked at once?",
        f"{EXAMPLES} / {BATCH} is a little less than 45. The digits that are left over make a batch of"
        " their own, a short one.",
    ),
    solution_code=f"""
import math

batches = math.ceil({EXAMPLES} / {BATCH})
number_of_steps = batches * {EPOCHS}
""",
    explanation=f"44 full batches are 1408 digits; the other 30 make the 45th. So an epoch is 45 steps, and"
    f" {EPOCHS} epochs are 1125. One step is one update, one epoch is once through all examples.",
    praise="45 steps an epoch, the short batch counted.",
    right=(1125, 1125.0, 45 * 25),
    misconceptions=(
        Misconception(
            name="epoch = step",
            hint="That would be one step an epoch. A step looks at one batch only; how many of them does"
            " it take to see all digits?",
            examples=(25,),
        ),
        Misconception(
            name="last short batch left out",
            hint="Nearly. 44 full batches leave some digits over, and those would never be learned from.",
            examples=(1100,),
        ),
        Misconception(
            name="a part of a step",
            when=lambda number: 1123 <= number <= 1124,
            hint="A step cannot be taken in part: the last batch of each epoch is shorter, but it is a"
            " whole step. So round up the steps of one epoch, and then multiply.",
            examples=(1123.4375, 1123, 1123.44, 1124),
        ),
        Misconception(
            name="the start counted as a step",
            hint="Did you count the turns of `train`? Its first one, step 0, is the state before training.",
            examples=(1126,),
        ),
        Misconception(
            name="one example a step",
            hint="That is how many digits it has looked at. A step looks at a whole batch of them.",
            examples=(35950,),
        ),
        Misconception(
            name="a batch too many",
            examples=(1150,),
            hint="44 full batches are 1408 digits. How many batches do the other 30 need?",
        ),
        Misconception(
            name="one epoch only",
            when=lambda number: 44 <= number <= 45,
            hint=f"That is one epoch. There are {EPOCHS}.",
            examples=(45, 44.9375, 44),
        ),
    ),
)
