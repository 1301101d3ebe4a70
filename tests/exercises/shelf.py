"""Everything that the course asks, found by itself, so that a new one is proved without a new test."""

from nnlib.exercises.exercise import Exercise
from nnlib.exercises.recording import Prediction
from nnlib.exercises.quiz import Quiz
from nnlib.exercises.shelf import notebooks

OFFERED = [
    (notebook, name, getattr(module, name))
    for notebook, module in notebooks().items()
    for name in module.__all__
]
SHELF = [found for found in OFFERED if isinstance(found[2], Exercise)]
NAMES = [f"{notebook}.{name}" for notebook, name, _ in SHELF]
EXERCISES = [exercise for _, _, exercise in SHELF]
QUIZZES = {f"{notebook}.{name}": one for notebook, name, one in OFFERED if isinstance(one, Quiz)}
PREDICTIONS = {
    f"{notebook}.{name}": one for notebook, name, one in OFFERED if isinstance(one, Prediction)
}
