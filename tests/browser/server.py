"""A real Jupyter server for the tests: nobody's settings, nobody's files, no word to other hosts."""

import json
import os
import secrets
import shutil
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path
from tempfile import TemporaryDirectory

import nbformat

PROJECT = Path(__file__).resolve().parents[2]
SETTINGS = {
    # The front end asks for news and updates by itself unless it is told not to.
    "@jupyterlab/apputils-extension/notification": {
        "fetchNews": "false", "checkForUpdates": False, "doNotDisturbMode": True,
    },
    # Only a save that a test asks for: no dialog in the middle of a drag.
    "@jupyterlab/docmanager-extension/plugin": {"autosave": False},
}
FLAGS = [
    "--no-browser", "--allow-root", "--expose-app-in-browser",
    "--ServerApp.ip=127.0.0.1", "--ServerApp.port=0", "--ServerApp.terminals_enabled=False",
    "--LabApp.extension_manager=readonly", "--LabApp.news_url=None",
    "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
]
PAGES = {"jupyterlab": "lab/workspaces/{workspace}/tree", "notebook": "notebooks"}


def private_environment(home):
    """Return the variables that give Jupyter the folder `home` and none of the user's settings."""
    return {
        "HOME": str(home), "USERPROFILE": str(home),
        "JUPYTER_CONFIG_DIR": str(home / "config"), "JUPYTER_DATA_DIR": str(home / "data"),
        "JUPYTER_RUNTIME_DIR": str(home / "runtime"), "IPYTHONDIR": str(home / "ipython"),
        # matplotlib's list of fonts takes seconds to build: keep the one that is there.
        "XDG_CACHE_HOME": os.environ.get("XDG_CACHE_HOME", str(Path.home() / ".cache")),
    }


class JupyterServer:
    """Run one server over a copy of the notebooks; use it in a `with` statement.

    `app` is the Python module that is started: "jupyterlab" or "notebook" (Notebook 7).
    """

    def __init__(self, app="jupyterlab"):
        self.app = app
        self.token = secrets.token_hex(16)

    def __enter__(self):
        self._folder = TemporaryDirectory(prefix="nnlib-jupyter-", ignore_cleanup_errors=True)
        self.home = Path(self._folder.name)
        self.root = self.home / "files"
        self._copy_notebooks()
        self._write_settings()
        self._process = self._start()
        try:
            self.url = self._wait_until_it_answers()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        self._process.terminate()
        try:
            self._process.wait(timeout=15)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._folder.cleanup()

    def page_url(self, path, workspace):
        """Return the address that opens the file `path`, in JupyterLab in that workspace."""
        page = PAGES[self.app].format(workspace=workspace)
        return f"{self.url}{page}/{path}?token={self.token}"

    def write_notebook(self, path, cells):
        """Write a notebook of code cells, each given by its source, and return its path."""
        notebook = nbformat.v4.new_notebook(
            cells=[nbformat.v4.new_code_cell(source) for source in cells],
            metadata={"kernelspec": {"name": "python3", "display_name": "Python 3 (ipykernel)",
                                     "language": "python"}},
        )
        target = self.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        nbformat.write(notebook, target)
        return path

    def stop_kernels(self):
        """End every kernel, so that no test inherits the work of the one before."""
        for session in self._ask("api/sessions"):
            self._ask(f"api/sessions/{session['id']}", method="DELETE")

    def log(self):
        """Return what the server has written so far."""
        return (self.home / "server.log").read_text(errors="replace")

    def _copy_notebooks(self):
        self.root.mkdir()
        for name in ("notebooks", "assets"):
            if (PROJECT / name).is_dir():
                shutil.copytree(PROJECT / name, self.root / name,
                                ignore=shutil.ignore_patterns(".ipynb_checkpoints", "__pycache__"))

    def _write_settings(self):
        for plugin, values in SETTINGS.items():
            path = self.home / "config/lab/user-settings" / f"{plugin}.jupyterlab-settings"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(json.dumps(values))

    def _start(self):
        environment = os.environ | private_environment(self.home)
        command = [sys.executable, "-m", self.app, *FLAGS,
                   f"--IdentityProvider.token={self.token}", f"--ServerApp.root_dir={self.root}"]
        with open(self.home / "server.log", "wb") as log:
            return subprocess.Popen(command, env=environment, cwd=self.root,
                                    stdin=subprocess.DEVNULL, stdout=log, stderr=log)

    def _wait_until_it_answers(self, seconds=90):
        """Return the server's address once it answers; the server itself chose the port."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline and self._process.poll() is None:
            for info in (self.home / "runtime").glob("jpserver-*.json"):
                try:
                    self.url = json.loads(info.read_text())["url"]
                    self._ask("api/status")
                    return self.url
                except (ValueError, urllib.error.URLError, ConnectionError):
                    pass  # Half written, or not yet listening.
            time.sleep(0.1)
        raise RuntimeError(f"{self.app} did not start within {seconds} s. It wrote:\n{self.log()}")

    def _ask(self, path, method="GET"):
        request = urllib.request.Request(self.url + path, method=method,
                                         headers={"Authorization": f"token {self.token}"})
        with urllib.request.urlopen(request, timeout=30) as answer:
            return json.loads(answer.read() or "null")
