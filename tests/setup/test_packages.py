"""pip, uv and conda get the same packages, and the package brings all of its files."""

import tomllib

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet

from tests.setup.project import PROJECT

PYPROJECT = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))
ENVIRONMENT = yaml.safe_load((PROJECT / "environment.yml").read_text(encoding="utf-8"))


def _ranges(requirements):
    return {one.name: one.specifier for one in map(Requirement, requirements)}


def _conda_ranges():
    named = [one for one in ENVIRONMENT["dependencies"] if isinstance(one, str)]
    return _ranges(one.replace(" ", "", 1) for one in named)


def test_conda_gets_the_same_packages_and_ranges():
    expected = _ranges(PYPROJECT["project"]["dependencies"])
    expected["python"] = SpecifierSet(PYPROJECT["project"]["requires-python"])
    expected["pip"] = SpecifierSet()
    assert _conda_ranges() == expected


def test_conda_installs_this_package():
    assert {"pip": ["-e ."]} in ENVIRONMENT["dependencies"]


@pytest.mark.parametrize("name, range_", _ranges(PYPROJECT["project"]["dependencies"]).items())
def test_every_range_has_both_ends(name, range_):
    assert sorted(one.operator for one in range_) == ["<", ">="], name


def test_versions_are_pinned_by_a_date():
    assert PYPROJECT["tool"]["uv"]["exclude-newer"].endswith("T00:00:00Z")


def test_no_lock_file_is_kept():
    assert "uv.lock" in (PROJECT / ".gitignore").read_text(encoding="utf-8").splitlines()


def test_learners_do_not_install_the_tools_of_the_tests():
    tests_only = _ranges(PYPROJECT["dependency-groups"]["test"]).keys()
    assert not tests_only & _ranges(PYPROJECT["project"]["dependencies"]).keys()
    assert "test" not in PYPROJECT["tool"]["uv"].get("default-groups", [])
