"""Somebody who walks through a notebook by keyboard alone.

Only keys act here. What else asks the page only looks: where the focus is, what is to be read.
"""

ACTIVE = "() => window.jupyterapp.shell.currentWidget.content.activeCell.model.id"
FOCUS = """() => {
    let focus = document.activeElement;
    while (focus.shadowRoot?.activeElement) focus = focus.shadowRoot.activeElement;
    const isCell = focus.classList.contains('jp-Cell');
    const words = [focus.type, focus.getAttribute('aria-label'), isCell ? '' : focus.textContent];
    return {isCell, name: focus.dataset.name, words: words.join(' ')};
}"""
TABS = 60  # at most, from a cell to anything in it


class Walker:
    """Press keys in a page of JupyterLab, and read what is on screen; `name` begins its screenshots."""

    def __init__(self, lab, name):
        self.lab, self.page, self.name = lab, lab.page, name

    def press(self, *keys):
        """Press keys one after the other."""
        for key in keys:
            self.page.keyboard.press(key)
            self.page.wait_for_timeout(30)

    def type(self, text):
        """Type a text."""
        self.page.keyboard.type(text)

    def run_all(self):
        """Run all cells by way of the command palette."""
        self.press("Control+Shift+c")
        self.page.locator(".lm-CommandPalette-input:visible").wait_for()
        self.type("Run All Cells")
        self.page.locator(".lm-CommandPalette-item.lm-mod-active", has_text="Run All Cells").first.wait_for()
        self.press("Enter")
        self.page.wait_for_timeout(500)
        self.lab.wait_until_idle()

    def go_to(self, cell):
        """Come from anywhere to the cell with this id, and let it be the one that keys act on."""
        self.go_to_top_of_lab()
        ids = self.page.evaluate(
            "() => window.jupyterapp.shell.currentWidget.content.widgets.map(cell => cell.model.id)"
        )
        way = ids.index(cell) - ids.index(self.page.evaluate(ACTIVE))
        self.press(*["j" if way > 0 else "k"] * abs(way))
        assert self.page.evaluate(ACTIVE) == cell

    def focus(self):
        """Return what has the focus: its name, its type, label and text, and whether it is a cell."""
        return self.page.evaluate(FOCUS)

    def tab_to(self, words, key="Tab"):
        """Press Tab until the focus is on something of this name, or with these words."""
        for _ in range(TABS):
            focus = self.focus()
            if words == focus.get("name") or words in focus["words"]:
                return
            self.press(key)
        raise AssertionError(f"The Tab key does not lead to “{words}”.")

    def is_at(self, name):
        """Tell whether the focus is on the part of a diagram with this name."""
        return self.focus().get("name") == name

    @property
    def cell(self):
        """The cell that keys act on."""
        return self.page.locator(".jp-Notebook .jp-Cell.jp-mod-active")

    def see(self, words, within=".nnlib .sentence"):
        """Wait until these words are to be read in the present cell."""
        self.cell.locator(within).filter(has_text=words).first.wait_for()

    def see_in_picture(self, words):
        """Wait until these words stand in the picture of the present cell."""
        self.see(words, within=".nnlib .picture svg text")

    def set_weight(self, text):
        """Type a number for the weight or bias that has the focus."""
        self.press("Enter")
        self.type(text)
        self.press("Enter")

    def show(self, name):
        """Keep a screenshot of this stage."""
        self.page.wait_for_timeout(300)
        self.lab.screenshot(f"{self.name}-{name}")

    def see_output(self, words):
        """Wait until a cell has shown these words below it."""
        self.see(words, within=".jp-OutputArea-output")

    def write(self, source):
        """Put a source into the present cell, and run it."""
        self.press("Enter", "Control+a")
        self.page.keyboard.insert_text(source)
        self.press("Control+Enter")

    def run(self, cell):
        """Run a cell and wait for its end."""
        self.go_to(cell)
        self.press("Control+Enter")
        self.lab.wait_until_idle()

    def type_into(self, control, text):
        """Go to the number box of a control, and type."""
        self.go_to_top_of_lab()
        self.tab_to(f"{control}, type a number")
        self.press("Control+a")
        self.type(text)
        self.press("Enter")

    def choose(self, group, key):
        """Come to a group of options, counted from 1, and press a key there."""
        self.go_to_top_of_lab()
        for number in range(group):
            if number:
                self.press("Tab")
            self.tab_to("radio")
        self.press(key)

    def go_to_top_of_lab(self):
        """Come back to the cell, from where Tab leads through its lab from the start."""
        for _ in range(TABS):
            if self.focus()["isCell"]:
                return
            self.press("Shift+Tab")

    def formula(self):
        """Return what stands in the picture, as one text."""
        return " ".join(self.cell.locator(".nnlib .picture svg text").all_text_contents())
