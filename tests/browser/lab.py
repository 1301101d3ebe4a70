"""One page of JupyterLab, driven as a learner would drive it.

What a learner does goes through the real mouse and keyboard; what only looks or waits
(is the kernel idle, what did the cell print) asks JupyterLab's own application object.
"""

import re
from pathlib import Path
from secrets import token_hex
from urllib.parse import urlsplit

SCREENSHOTS = Path(__file__).parent / "screenshots"
WAIT = 30_000  # ms, for a machine that does other work as well
# Notebook 7 says this about itself in every second empty notebook (7.6.5, reading its settings).
NOTEBOOK_7_NOISE = "Cannot read properties of undefined (reading 'schema')"

# What the page is asked for; `panel` is the notebook on screen, `notebook` the list of its cells.
_READY = """() => {
    const panel = window.jupyterapp && window.jupyterapp.shell.currentWidget;
    return panel && panel.isVisible && panel.context && panel.context.isReady
        && panel.sessionContext.isReady
        && panel.content.widgets.length === panel.content.model.cells.length
        && panel.sessionContext.kernelDisplayStatus === 'idle'
        && !document.getElementById('jupyterlab-splash');
}"""
_IDLE = """() => {
    const panel = window.jupyterapp.shell.currentWidget;
    const waiting = panel.content.widgets.some(
        cell => cell.inputArea && cell.inputArea.promptNode.textContent.includes('*'));
    return !waiting && !window.unfinishedCommands
        && panel.sessionContext.kernelDisplayStatus === 'idle';
}"""
_APPEND = """source => {
    const notebook = window.jupyterapp.shell.currentWidget.content;
    const cells = notebook.model.sharedModel;
    cells.insertCell(cells.cells.length, {cell_type: 'code', source});
    return cells.cells.length - 1;
}"""
_COMMAND = """([command, args]) => {
    window.unfinishedCommands = (window.unfinishedCommands || 0) + 1;
    window.jupyterapp.commands.execute(command, args).finally(() => window.unfinishedCommands -= 1);
}"""
_SELECT = """index => {
    const notebook = window.jupyterapp.shell.currentWidget.content;
    notebook.deselectAll();
    notebook.activeCellIndex = index;
    notebook.widgets[index].setPrompt('*');  // Else the number of its last run looks like an end.
}"""
_FINISHED = """index => {
    const cell = window.jupyterapp.shell.currentWidget.content.widgets[index];
    return !cell.inputArea.promptNode.textContent.includes('*');
}"""
_SOURCES = """() => window.jupyterapp.shell.currentWidget.content.model.sharedModel.cells
    .map(cell => cell.getSource())"""
_OUTPUTS = """index => window.jupyterapp.shell.currentWidget.content
    .widgets[index].model.outputs.toJSON()"""
_SHOW = """index => {
    const notebook = window.jupyterapp.shell.currentWidget.content;
    return notebook.scrollToItem(index, 'start');
}"""


class Lab:
    """A page of the browser with JupyterLab (or Notebook 7) in it.

    `errors` collects what the page's console calls an error, `foreign` the addresses on other
    hosts that the page asked for.  Use it in a `with` statement.
    """

    def __init__(self, browser, server, width=1280, height=900, scale=1,
                 reduced_motion="no-preference"):
        self.server = server
        self.errors = []
        self.foreign = []
        self._workspace = token_hex(4)  # Else the page opens what the page before had open.
        self._context = browser.new_context(viewport={"width": width, "height": height},
                                            device_scale_factor=scale,
                                            reduced_motion=reduced_motion)
        self._context.set_default_timeout(WAIT)
        self._context.on("request", self._note_request)
        self.page = self._context.new_page()
        self.page.on("console", self._note_console)
        self.page.on("pageerror", self._note_fault)
        self.page.on("websocket", self._note_request)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._context.close()
        self.server.stop_kernels()

    # --- what a learner does

    def open(self, path):
        """Open the notebook at `path` and wait until its kernel is ready."""
        self.page.goto(self.server.page_url(path, self._workspace))
        self.page.wait_for_function(_READY)
        return self

    def open_cells(self, *cells):
        """Write a notebook of these code cells, open it and wait until its kernel is ready."""
        number = len(list(self.server.root.glob("scratch*.ipynb")))
        return self.open(self.server.write_notebook(f"scratch{number}.ipynb", cells))

    def reload(self):
        """Load the page again; the kernel lives on."""
        self.page.reload()
        self.page.wait_for_function(_READY)

    def run_all(self):
        """Run all cells and wait until the last has finished."""
        self.start("notebook:run-all-cells")
        self.wait_until_idle()

    def run_cell(self, index, wait=True):
        """Run the cell at `index`; with `wait=False` return while it still runs."""
        self.page.evaluate(_SELECT, index)
        self.start("notebook:run-cell")
        if wait:
            self.wait_until_finished(index)

    def run_code(self, code):
        """Run `code` in a new last cell and return what it printed or showed, as text."""
        index = self.page.evaluate(_APPEND, code)
        self.run_cell(index)
        return self.cell_output(index)

    def drag(self, target, right, down, steps=10):
        """Drag the middle of `target` (a locator) by so many pixels, with the mouse."""
        target.scroll_into_view_if_needed()
        box = target.bounding_box()
        x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
        self.page.mouse.move(x, y)
        self.page.mouse.down()
        self.page.mouse.move(x + right, y + down, steps=steps)
        self.page.mouse.up()

    def set_theme(self, name):
        """Change to the "light" or the "dark" theme."""
        self.start("apputils:change-theme", {"theme": f"JupyterLab {name.capitalize()}"})
        is_light = str(name == "light").lower()
        self.page.wait_for_selector(f"body[data-jp-theme-light='{is_light}']", state="attached")
        self.page.wait_for_selector("#jupyterlab-splash", state="detached")

    def set_width(self, width):
        """Make the window as wide as this, in CSS pixels."""
        self.page.set_viewport_size({**self.page.viewport_size, "width": width})
        self.page.wait_for_timeout(500)

    # --- what a learner sees

    def cell(self, index):
        """Return the locator of the cell at `index` (negative: from the end), scrolled into view."""
        index %= len(self.sources())
        self.page.evaluate(_SHOW, index)
        return self.page.locator(f".jp-Notebook .jp-Cell[data-windowed-list-index='{index}']")

    def cell_text(self, index):
        """Return what is to be read on screen below the cell at `index`, one line per output."""
        outputs = self.cell(index).locator(".jp-OutputArea-output")
        return "\n".join(text.strip() for text in outputs.all_inner_texts())

    def cell_output(self, index):
        """Return the stored outputs of the cell at `index` as text; an error gives its last line."""
        return "".join(map(_output_text, self.page.evaluate(_OUTPUTS, index))).strip()

    def sources(self):
        """Return the source of every cell, top to bottom."""
        return self.page.evaluate(_SOURCES)

    def screenshot(self, name):
        """Keep a picture of the page as screenshots/`name`.png and return its path."""
        SCREENSHOTS.mkdir(exist_ok=True)
        path = SCREENSHOTS / f"{re.sub(r'[^A-Za-z0-9_.-]+', '-', name)}.png"
        self.page.screenshot(path=path)
        return path

    # --- waiting, and what a test needs besides

    def start(self, command, arguments=None):
        """Start one of JupyterLab's commands without waiting for its end."""
        self.page.evaluate(_COMMAND, [command, arguments or {}])

    def wait_until_idle(self):
        """Wait until no cell runs or waits, and the kernel is at rest."""
        self.page.wait_for_function(_IDLE)

    def wait_until_finished(self, index):
        """Wait until the cell at `index` no longer shows [*]."""
        self.page.wait_for_function(_FINISHED, arg=index)

    def _note_console(self, message):
        if message.type == "error":
            self.errors.append(f"{message.text} ({message.location.get('url', '')})")

    def _note_fault(self, error):
        if not (self.server.app == "notebook" and NOTEBOOK_7_NOISE in str(error)):
            self.errors.append(str(error))

    def _note_request(self, request):
        address = urlsplit(request.url)
        if address.scheme in ("http", "https", "ws", "wss") and address.hostname != "127.0.0.1":
            self.foreign.append(request.url)


def _output_text(output):
    if output["output_type"] == "stream":
        return _joined(output["text"])
    if output["output_type"] == "error":
        return f"{output['ename']}: {output['evalue']}\n"
    return _joined(output["data"].get("text/plain", "")) + "\n"


def _joined(text):
    return text if isinstance(text, str) else "".join(text)
