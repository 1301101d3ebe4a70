"""`import nnlib` is quick: numpy, nnlib and nothing else; and it asks for a single thread."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import nnlib

CODE = """
import sys, json, os
before = set(sys.modules)
import nnlib
new = {name.partition(".")[0] for name in set(sys.modules) - before}
print(json.dumps([sorted(new - set(sys.stdlib_module_names)), os.environ["OPENBLAS_NUM_THREADS"]]))
"""


def imported(**environment):
    keep = {name: value for name, value in os.environ.items() if name != "OPENBLAS_NUM_THREADS"}
    keep |= {"PYTHONPATH": str(Path(nnlib.__file__).parent.parent)} | environment
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", CODE], env=keep, capture_output=True, text=True, check=True
    )
    return json.loads(done.stdout)


def test_only_numpy_is_loaded():
    modules, threads = imported()
    assert modules == ["nnlib", "numpy"]
    assert threads == "1"


def test_a_number_of_threads_already_chosen_is_kept():
    assert imported(OPENBLAS_NUM_THREADS="2")[1] == "2"


@pytest.mark.parametrize("name", nnlib.__all__)
def test_what_is_promised_is_there(name):
    assert getattr(nnlib, name) is not None


def test_it_has_a_version():
    assert nnlib.__version__.count(".") == 2
