"""What a learner hands in who has not begun: for values, for functions, for labs."""

from nnlib.exercises.code import CodeExercise
from nnlib.exercises.state import StateExercise
from nnlib.exercises.value import ValueExercise
from nnlib.exercises.values import ValuesExercise


def dots(*arguments): ...


def only_pass(*arguments):
    pass


def dots_on_two_lines(*arguments):
    ...
    ...


def only_a_docstring(*arguments):
    """Return the answer, one day."""


def returns_dots(*arguments):
    return ...


def dots_in_the_middle(*arguments):
    products = ...
    return products + 1


def not_implemented(*arguments):
    raise NotImplementedError


FUNCTIONS = (
    dots,
    only_pass,
    dots_on_two_lines,
    only_a_docstring,
    returns_dots,
    dots_in_the_middle,
    not_implemented,
    lambda *arguments: ...,
)


OWN = {
    CodeExercise: lambda exercise: FUNCTIONS,
    StateExercise: lambda exercise: (dict(exercise.start),),
    ValueExercise: lambda exercise: ([...], (...,), {...}),
    ValuesExercise: lambda exercise: (
        dict.fromkeys(exercise.expected, ...),
        [...] * len(exercise.expected),
    ),
}


def blanks_for(exercise):
    """Return every form of an unanswered ``exercise``; of a kind not listed above, the common two."""
    own = [make(exercise) for kind, make in OWN.items() if isinstance(exercise, kind)]
    return (..., None, *(answer for answers in own for answer in answers))
