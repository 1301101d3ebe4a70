"""Can this Python run the course? What is installed here, what is missing, and what to do then.

The packages are not loaded to find out, so the answer comes even when one of them is broken. numpy
is the exception: nnlib itself cannot be imported without it, and then says `No module named 'numpy'`.
"""

import platform
import re
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version

NEEDED = {
    "Python": "3.11",
    "numpy": "2.1",
    "matplotlib": "3.10",
    "ipywidgets": "8.1.5",
    "anywidget": "0.9.18",
    "jupyterlab": "4.4",
}  # or newer; pyproject.toml says the same, and a test compares the two

ALL_WELL = "Everything is here: you can start."
REMEDY = (
    "Close JupyterLab and start it again with the line under “Start” in README.md: it installs what"
    " is missing. Then run this cell once more."
)


@dataclass(frozen=True, repr=False)
class Report:
    """Tell which version of each needed thing is installed; None stands for missing."""

    versions: dict

    @property
    def faults(self):
        """One sentence for each thing that is missing or too old."""
        return [fault for name in NEEDED if (fault := _fault(name, self.versions[name]))]

    def __repr__(self):
        width = max(map(len, NEEDED)) + 2
        table = [f"{name:{width}}{self.versions[name] or 'missing'}" for name in NEEDED]
        verdict = [*self.faults, REMEDY] if self.faults else [ALL_WELL]
        return "\n".join([*table, "", *verdict])


def report(version_of=None):
    """Return a Report on this Python; it shows itself as a few lines of text.

    `version_of` is a function from a name to its version or None, by default `installed`.
    """
    version_of = version_of or installed
    return Report({name: version_of(name) for name in NEEDED})


def installed(name):
    """Return the version of an installed package, or of Python itself; None when it is missing."""
    if name == "Python":
        return platform.python_version()
    try:
        return version(name)
    except PackageNotFoundError:
        return None


def _fault(name, found):
    if found is None:
        return f"{name} is missing; {NEEDED[name]} or newer is needed."
    if _numbers(found) < _numbers(NEEDED[name]):
        return f"{name} is {found}; {NEEDED[name]} or newer is needed."
    return None


def _numbers(text):
    """Return the numbers that a version begins with: "8.1.5rc1" gives (8, 1, 5)."""
    return tuple(map(int, re.match(r"\d+(\.\d+)*", text).group().split(".")))
