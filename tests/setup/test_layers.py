"""Imports point one way only, so that the numerics can be read without the pictures.

Every module of `nnlib` stands in one layer and imports only from its own layer or from those
before it. The test reads the source; it imports nothing.
"""

import ast
import sys

import pytest

from tests.setup.project import modules

LAYERS = (
    ("checked", "environment"),
    ("activations", "losses", "data", "handwriting", "text"),
    ("model", "trace"),
    ("network",),
    ("perceptron", "optimizers", "training"),
    ("attacks", "collapse", "gradcheck", "landscapes"),
    ("",),  # nnlib/__init__.py: the names a learner uses
    ("drawing",),
    ("live",),
    ("explore",),
)
NUMERICS = {name for layer in LAYERS[:7] for name in layer}
SEES_NUMERICS_ONLY = "exercises"

PICTURES = {"numpy", "matplotlib", "PIL"}  # Pillow comes with matplotlib, which writes PNG by it.
PACKAGES = dict.fromkeys(NUMERICS | {SEES_NUMERICS_ONLY}, {"numpy"}) | {
    "drawing": PICTURES,
    "live": PICTURES | {"anywidget", "ipywidgets", "traitlets", "IPython", "ipykernel", "comm"},
    "explore": PICTURES | {"traitlets"},
}
FORBIDDEN_MODULES = {"matplotlib.pyplot", "pylab", "matplotlib.pylab", "pickle", "shelve", "marshal"}
FORBIDDEN_CALLS = {"eval", "exec", "compile", "__import__", "breakpoint"}

MODULES = {name: ast.parse(path.read_text(encoding="utf-8")) for name, path in modules().items()}


def imported(name, tree):
    """Return the dotted name of everything that the module `name` imports, wherever it does."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = _absolute(name, node)
            found |= {f"{base}.{alias.name}" for alias in node.names}
    return found


def part(name):
    """Return the part of `nnlib` that `name` belongs to: nnlib.live.player -> live."""
    own = name.removeprefix("nnlib").lstrip(".").split(".")[0]
    return own if own in PACKAGES or f"nnlib.{own}" in MODULES else ""


def may_import(importer, imported_part):
    """Tell whether the arrow from one part of `nnlib` to another points the right way."""
    if importer == SEES_NUMERICS_ONLY:
        return imported_part in NUMERICS | {SEES_NUMERICS_ONLY}
    return _layer(imported_part) <= _layer(importer)


def _layer(name):
    return next((number for number, layer in enumerate(LAYERS) if name in layer), float("inf"))


def _absolute(name, node):
    if not node.level:
        return node.module
    package = name if modules()[name].stem == "__init__" else name.rpartition(".")[0]
    parts = package.split(".")[:len(package.split(".")) - node.level + 1]
    return ".".join([*parts, *filter(None, [node.module])])


@pytest.mark.parametrize("name", MODULES)
def test_every_module_has_a_place(name):
    assert part(name) == SEES_NUMERICS_ONLY or _layer(part(name)) < len(LAYERS), (
        f"{name} stands in no layer: give it one in LAYERS, as low as its imports allow.")


@pytest.mark.parametrize("name", MODULES)
def test_imports_point_one_way(name):
    inside = {one for one in imported(name, MODULES[name]) if one.split(".")[0] == "nnlib"}
    wrong = {one for one in inside if not may_import(part(name), part(one))}
    assert not wrong


@pytest.mark.parametrize("name", MODULES)
def test_only_the_packages_of_its_layer(name):
    outside = {one.split(".")[0] for one in imported(name, MODULES[name])} - {"nnlib"}
    assert outside - sys.stdlib_module_names <= PACKAGES[part(name)]


@pytest.mark.parametrize("name", [name for name in MODULES if part(name) == "explore"])
def test_explorables_do_not_know_each_other(name):
    others = {one for one in imported(name, MODULES[name]) if one.startswith("nnlib.explore.")}
    is_door = name == "nnlib.explore"
    assert is_door or not others


@pytest.mark.parametrize("name", MODULES)
def test_no_pyplot_no_star_and_nothing_evaluated(name):
    assert list(faults(name, MODULES[name])) == []


def faults(name, tree):
    """Yield a sentence for each thing that no module of `nnlib` may do."""
    for one in imported(name, tree):
        if one.endswith(".*"):
            yield f"imports {one}"
        if any(one == bad or one.startswith(f"{bad}.") for bad in FORBIDDEN_MODULES):
            yield f"imports {one}"
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and getattr(node.func, "id", None) in FORBIDDEN_CALLS:
            yield f"line {node.lineno}: calls {node.func.id}"
        if isinstance(node, ast.keyword) and node.arg == "allow_pickle" and _is_true(node.value):
            yield f"line {node.value.lineno}: allows pickles in a file"


def _is_true(value):
    return not (isinstance(value, ast.Constant) and value.value is False)


@pytest.mark.parametrize("source", [
    "import matplotlib.pyplot as plt", "from matplotlib import pyplot", "from numpy import *",
    "import pickle", "from pickle import loads", "eval('1')", "exec('x = 1')",
    "np.load('x.npy', allow_pickle=True)",
])
def test_each_of_these_is_found(source):
    assert len(list(faults("nnlib.network", ast.parse(source)))) == 1


@pytest.mark.parametrize("importer, source, wrong", [
    ("nnlib.network", "from nnlib.training import train", True),
    ("nnlib.training", "from nnlib.network import Network", False),
    ("nnlib.training", "def f():\n    import nnlib.live.player", True),
    ("nnlib.live", "from nnlib import Network", False),
    ("nnlib.data", "from nnlib import Network", True),
    ("nnlib.drawing", "from nnlib import live", True),
    ("nnlib.exercises", "from nnlib.drawing import theme", True),
    ("nnlib.exercises", "from nnlib.perceptron import Perceptron", False),
    ("nnlib.live", "from nnlib.exercises import perceptron", True),
    ("nnlib", "from .live import player", True),
])
def test_a_wrong_arrow_is_found(importer, source, wrong):
    found = imported(importer, ast.parse(source))
    assert any(not may_import(part(importer), part(one)) for one in found) is wrong
