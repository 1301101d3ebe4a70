"""Every exercise of the course, found by itself, so that a new one is proved without a new test."""

import importlib
import pkgutil

import nnlib.exercises
from nnlib.exercises.exercise import Exercise


def all_exercises():
    """Return (notebook, name, exercise) for each exercise that a notebook's module offers."""
    modules = [info.name for info in pkgutil.iter_modules(nnlib.exercises.__path__)]
    return [found for name in modules for found in _exercises_of(name)]


def _exercises_of(notebook):
    module = importlib.import_module(f"nnlib.exercises.{notebook}")
    names = getattr(module, "__all__", ())
    offered = [(notebook, name, getattr(module, name)) for name in names]
    return [found for found in offered if isinstance(found[2], Exercise)]


SHELF = all_exercises()
NAMES = [f"{notebook}.{name}" for notebook, name, _ in SHELF]
EXERCISES = [exercise for _, _, exercise in SHELF]
