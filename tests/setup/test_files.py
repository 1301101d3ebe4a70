"""What every file of the project keeps to: nobody's machine, nobody's registry, no loose ends."""

import re

import pytest

from tests.setup.project import PROJECT, modules, text_files

# Places on one machine, and addresses that only a package registry has.
MACHINE_PATH = re.compile(r"(?<![\w.\-/:<])/(?:home|Users|root|work|workspace|mnt)/[\w.]")
REGISTRY = re.compile(r"https?://[^\s\"']*/(?:simple\b|packages/[0-9a-f]{2}/|-/[^\s\"']*\.tgz)")
LOOSE_END = re.compile(r"\b(?:TODO|FIXME|XXX)\b|pytest\.mark\.(?:skip|xfail)\b")
STILL = re.compile(r'"image/png": "[^"]*"')  # letters that mean nothing, such as XXX
EXAMPLES = {"tests/setup/test_files.py", "tests/notebooks/test_form.py"}  # They show what is wrong.

FILES = {path.relative_to(PROJECT).as_posix(): path for path in text_files()}


def faults(text):
    """Return what in `text` belongs to one machine, to a registry, or to another day."""
    patterns = (MACHINE_PATH, REGISTRY, LOOSE_END)
    return [found.group() for pattern in patterns for found in pattern.finditer(text)]


@pytest.mark.parametrize("name", sorted(FILES.keys() - EXAMPLES))
def test_the_file_belongs_to_no_machine(name):
    text = FILES[name].read_text(encoding="utf-8")
    assert faults(STILL.sub("", text)) == []


@pytest.mark.parametrize("text", [
    "/home/ada/course", "open('/workspace/x')", "cd /mnt/course", '"/Users/ada"',
    "https://example.org/simple/numpy", "https://example.org/packages/a1/98/x.whl",
    "https://example.org/numpy/-/numpy-1.tgz", "# TODO later", "@pytest.mark.skip",
])
def test_each_of_these_is_found(text):
    assert len(faults(text)) == 1


def test_no_module_is_called_utils():
    names = {part for name in modules() for part in name.split(".")}
    assert not names & {"utils", "util", "helpers", "misc", "common"}


@pytest.mark.parametrize("name", modules())
def test_every_module_speaks_to_the_reader(name):
    assert modules()[name].read_text(encoding="utf-8").lstrip().startswith(('"""', 'r"""'))
