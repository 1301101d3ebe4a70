"""The report of notebook 00 tells the truth about what is installed, and what to do."""

import sys
import tomllib

import numpy
import pytest
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet

from nnlib.environment import ALL_WELL, NEEDED, REMEDY, installed, report
from tests.setup.project import PROJECT

PROJECT_TABLE = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def _lowest(specifiers):
    return next(one.version for one in specifiers if one.operator == ">=")


def _with(**changed):
    """Return a report on a machine that has just what is needed, but for what is `changed`."""
    return report(lambda name: changed.get(name, NEEDED[name]))


def test_it_asks_for_what_the_project_asks_for():
    asked = {one.name: one.specifier for one in map(Requirement, PROJECT_TABLE["dependencies"])}
    asked["Python"] = SpecifierSet(PROJECT_TABLE["requires-python"])
    assert {name: _lowest(specifiers) for name, specifiers in asked.items()} == NEEDED


def test_this_python_can_run_the_course():
    found = report()
    assert found.versions["Python"].startswith(".".join(map(str, sys.version_info[:3])))
    assert found.versions["numpy"] == numpy.__version__
    assert found.faults == []
    assert repr(found).endswith(ALL_WELL)


def test_the_oldest_versions_that_will_do_are_enough():
    assert _with().faults == []


@pytest.mark.parametrize("name", NEEDED)
def test_what_is_missing_is_named_with_what_to_do(name):
    found = _with(**{name: None})
    assert found.faults == [f"{name} is missing; {NEEDED[name]} or newer is needed."]
    assert repr(found).endswith(f"{found.faults[0]}\n{REMEDY}")


@pytest.mark.parametrize("name, old", [
    ("Python", "3.9.18"), ("numpy", "1.26.4"), ("matplotlib", "3.9"), ("ipywidgets", "8.1.4"),
    ("anywidget", "0.9.9"), ("jupyterlab", "4.3.0rc1"),
])
def test_what_is_too_old_is_named(name, old):
    assert _with(**{name: old}).faults == [f"{name} is {old}; {NEEDED[name]} or newer is needed."]


@pytest.mark.parametrize("name, new", [
    ("numpy", "2.10.0"), ("matplotlib", "3.11.0.post1"), ("jupyterlab", "4.10.0a2"),
])
def test_what_is_newer_will_do(name, new):
    assert _with(**{name: new}).faults == []


def test_a_package_that_nobody_has_is_missing():
    assert installed("nnlib-no-such-package") is None
