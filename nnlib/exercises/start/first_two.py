"""Two small exercises, to meet check, hint and solution.

One is answered with a number, the other by moving a control until a loss is small.
"""

from nnlib.exercises.exercise import Misconception
from nnlib.exercises.reading import read_number
from nnlib.exercises.state import StateExercise
from nnlib.exercises.value import ValueExercise
from nnlib.exercises.words import number

SMALL = 0.02  # the loss to reach; a place of the slider beside the best one gives 0.01


answer = ValueExercise(
    name="answer",
    variable="answer",
    title="A small sum",
    task="How much is 3 × 0.5 − 1? Put the number in `answer`.",
    read=read_number,
    expected=0.5,
    hints=(
        "Multiply first. How much is half of 3?",
        "3 × 0.5 is 1.5. One step is left.",
    ),
    solution_code="answer = 3 * 0.5 - 1",
    explanation=(
        "Multiply first: 3 × 0.5 = 1.5. Then take 1 away: 0.5. Let Python do the sum if you like;"
        " only the number counts."
    ),
    praise="3 × 0.5 = 1.5, and 1.5 − 1 = 0.5. First multiply, then add or take away: every neuron in"
    " this course begins like that.",
    right=(0.5, 1 / 2, 3 * 0.5 - 1),
    misconceptions=(
        Misconception(
            name="stopped after the product",
            hint="1.5 is the product, 3 × 0.5. What does the − 1 do to it?",
            examples=(1.5,),
        ),
        Misconception(
            name="subtracted first",
            hint="It looks as if you did 0.5 − 1 first. Without brackets, the product comes first.",
            examples=(-1.5,),
        ),
        Misconception(
            name="another sign",
            hint="Compare the two signs in your sum with the task: first ×, then −.",
            examples=(2.5,),  # 3 × 0.5 + 1, and also 3 + 0.5 − 1
        ),
    ),
)


def _settings(weight, input=2.0, target=-1.0):
    return {"weight": weight, "input": input, "target": target}


def prediction(state):
    """Return what the neuron predicts: weight × input."""
    return state["weight"] * state["input"]


def loss(state):
    """Return the squared distance between prediction and target."""
    distance = prediction(state) - state["target"]
    return distance * distance


def _loss_grew(state):
    return loss(state) > loss(state | {"weight": find_weight.start["weight"]})


def _wrong_side(state):
    return prediction(state) * state["target"] < 0


def _which_way(state):
    side = "below" if prediction(state) < state["target"] else "above"
    return (
        f"The loss is {number(loss(state))} now. The prediction, {number(prediction(state))}, is"
        f" still {side} the target, {number(state['target'])}. Move the weight a little further"
        " the way that makes the loss smaller, in smaller steps as you come near."
    )


find_weight = StateExercise(
    name="find_weight",
    title="Find the weight",
    task="Move the weight until the loss is smaller than 0.02, then run this check.",
    start=_settings(1.5),
    moved=("weight",),
    goal=lambda state: loss(state) < SMALL,
    hints=(
        "Watch the loss while you move the weight. Does it grow or shrink?",
        "The prediction is weight × input. Which weight times the input gives the target?",
    ),
    solution_code="lab.weight = lab.target / lab.input",
    explanation=(
        "The loss is 0 when weight × input equals the target, so the weight is target ÷ input."
        " With one weight you can calculate it. With thousands nobody can, and then the loss shows"
        " the way, as it did while you were moving."
    ),
    praise="The loss is small: you trained a neuron with one weight, by hand.",
    right=(
        _settings(-0.5),
        _settings(-0.45),
        _settings(-0.55),
        _settings(2.0, target=4.0),
    ),
    misconceptions=(
        Misconception(
            name="no input",
            when=lambda state: state["input"] == 0,
            hint="The input is 0, and any weight times 0 is 0. Take a lab with another input.",
            examples=(_settings(0.5, input=0.0),),
        ),
        Misconception(
            name="the loss grew",
            when=_loss_grew,
            hint="The loss is larger than it was before you moved anything. Turn back, and stop"
            " where it is smallest.",
            examples=(_settings(2.0), _settings(-4.0)),
        ),
        Misconception(
            name="wrong sign",
            when=_wrong_side,
            hint="The prediction and the target lie on two sides of 0. What does the sign of the"
            " weight do to the prediction?",
            examples=(_settings(0.5),),
        ),
        Misconception(
            name="not there yet",
            when=lambda state: True,
            hint=_which_way,
            examples=(_settings(-1.0), _settings(-0.4)),
        ),
    ),
)
