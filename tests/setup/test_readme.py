"""The lines of the README do what the README says."""

import os
import re
import shlex
import subprocess
import sys
import time
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

from tests.browser.server import private_environment
from tests.setup.project import PROJECT

README = (PROJECT / "README.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"^```(?:sh|powershell)\n(.+?)\n```$", README, re.MULTILINE)
START = "jupyter lab notebooks/00_start_here.ipynb"
TEST = "--group test pytest"


def test_each_way_to_start_and_to_test_is_one_line():
    assert all("\n" not in command for command in COMMANDS)
    assert [command.endswith(START) for command in COMMANDS].count(True) == 4
    assert [command.endswith(TEST) for command in COMMANDS].count(True) == 3


def test_ci_finds_the_line_that_tests():
    wanted = re.search(r"grep -m 1 '([^']+)' README.md", (PROJECT / ".ci/run").read_text()).group(1)
    assert re.findall(wanted, README, re.MULTILINE) == [
        "python3 -m pip install uv && python3 -m uv run --group test pytest"]


def test_every_file_that_a_line_names_is_there():
    words = {word for command in COMMANDS for word in shlex.split(command)}
    named = {word for word in words if word.endswith((".ipynb", ".yml", ".py"))}
    assert named == {"notebooks/00_start_here.ipynb", "environment.yml"}
    assert all((PROJECT / word).is_file() for word in named)


def test_the_first_line_opens_the_start_page(tmp_path):
    """Start JupyterLab as the README does, with a "browser" that writes down what it is shown."""
    draft, shown = tmp_path / "draft.txt", tmp_path / "shown.txt"
    notepad = tmp_path / "notepad.py"
    notepad.write_text("import os, sys\n"
                       f"open({str(draft)!r}, 'w').write(sys.argv[1])\n"
                       f"os.replace({str(draft)!r}, {str(shown)!r})")
    environment = os.environ | private_environment(tmp_path) | {
        "BROWSER": f"{sys.executable} {notepad} %s"}
    with open(tmp_path / "log.txt", "w") as log:
        lab = subprocess.Popen([sys.executable, "-m", *START.split()], cwd=PROJECT,
                               env=environment, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        try:
            _wait_for(shown, lab)
            assert shown.is_file(), (tmp_path / "log.txt").read_text()
            page = Path(url2pathname(urlsplit(shown.read_text()).path)).read_text()
        finally:
            lab.terminate()
            lab.wait(timeout=30)
    assert "/lab/tree/notebooks/00_start_here.ipynb" in page


def _wait_for(file, process, seconds=60):
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline and process.poll() is None and not file.is_file():
        time.sleep(0.1)
