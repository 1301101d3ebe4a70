"""What there is to solve, to answer and to predict: found by itself, notebook by notebook.

Each notebook has a module or a package here that names in ``__all__`` what it offers. A quiz counts
as its questions.
"""

import importlib
import pkgutil
import re
import sys

TITLES = {
    "00": "Start here", "01": "Neuron", "02": "From rules to learning", "03": "Perceptron",
    "04": "Learning from mistakes", "05": "Activations", "06": "Forward propagation",
    "07": "Loss and slope", "08": "Backpropagation", "09": "Training", "10": "Overfitting",
    "11": "Adversarial examples", "12": "Make",
}  # fmt: skip
PACKAGE = __name__.rpartition(".")[0]


def notebooks():
    """Return ``{name: module}`` for every notebook that offers something, in their order."""
    names = [info.name for info in pkgutil.iter_modules(sys.modules[PACKAGE].__path__)]
    modules = {name: importlib.import_module(f"{PACKAGE}.{name}") for name in names}
    offering = {name: module for name, module in modules.items() if contents(module)}
    return dict(sorted(offering.items(), key=lambda item: title(*item)))


def contents(module):
    """Return ``{name: thing}`` of all exercises, questions and predictions that a module offers."""
    offered = [getattr(module, name) for name in getattr(module, "__all__", ())]
    found = {}
    for thing in offered:
        for question in getattr(thing, "questions", ()):
            found[f"{thing.name}.{question.name}"] = question
        if hasattr(thing, "kind"):
            found[thing.name] = thing
    return found


def place_of(thing):
    """Return the notebook and the name of ``thing``, or None if it stands in no notebook."""
    for name, module in list(sys.modules.items()):
        parent, _, notebook = name.rpartition(".")
        if parent == PACKAGE:
            for own_name, one in contents(module).items():
                if one is thing:
                    return notebook, own_name
    return None


def title(name, module):
    """Return the number and the title of a module's notebook; its docstring says the number."""
    found = re.search(r"notebook (\d\d)", module.__doc__ or "")
    number = found.group(1) if found else "–"
    return f"{number} {TITLES.get(number, name)}"
