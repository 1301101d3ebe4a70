"""By keyboard alone through notebook 06: predict, step, rove, type weights, check, answer the quiz.

Only keys act here. What else asks the page only looks: where the focus is, what is to be read.
"""

import re

import pytest

ACTIVE = "() => window.jupyterapp.shell.currentWidget.content.activeCell.model.id"
FOCUS = """() => {
    let focus = document.activeElement;
    while (focus.shadowRoot?.activeElement) focus = focus.shadowRoot.activeElement;
    const isCell = focus.classList.contains('jp-Cell');
    const words = [focus.type, focus.getAttribute('aria-label'), isCell ? '' : focus.textContent];
    return {isCell, name: focus.dataset.name, words: words.join(' ')};
}"""
SOLVED = """values = {"h1": 0.635, "z_h2": -1, "h2": -0.762, "z_y": 1.388, "y": 0.8}
exercises.node_values.check(values)"""
TABS = 60  # at most, from a cell to anything in it


class Walker:
    """Press keys in a page of JupyterLab, and read what is on screen."""

    def __init__(self, lab):
        self.lab, self.page = lab, lab.page

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
        for _ in range(TABS):
            if self.focus()["isCell"]:
                break
            self.press("Shift+Tab")
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
        self.lab.screenshot(f"walk-06-{name}")


@pytest.fixture
def walker(open_lab):
    """Somebody with a keyboard before notebook 06, all cells run."""
    lab = open_lab(height=1000)
    lab.open("notebooks/06_forward.ipynb")
    walker = Walker(lab)
    walker.run_all()
    yield walker
    assert lab.errors == []
    assert lab.foreign == []


def test_by_keyboard_alone(walker):
    predict(walker)
    step(walker)
    rove(walker)
    change_weight_and_input(walker)
    fill_in_five_numbers(walker)
    solve_xor(walker)
    answer_the_quiz(walker)


def predict(walker):
    """Record the first prediction, and have it compared."""
    walker.go_to("ask-output")
    walker.tab_to("radio")
    walker.press("ArrowDown", "ArrowDown")
    walker.tab_to("Record my prediction")
    walker.press("Enter")
    walker.see("You predict: “near 1 (above 0.7)”.", within=".nnlib-form .said")
    walker.show("1-predicted")
    walker.go_to("compare-output")
    walker.press("Control+Enter")
    walker.see("As you predicted", within=".jp-OutputArea-output")
    walker.show("2-compared")


def step(walker):
    """Let the network compute unit by unit."""
    walker.go_to("first-lab")
    walker.see("0 of 3 units computed")
    walker.tab_to("Step")
    for unit in (1, 2, 3):
        walker.press("Space")
        walker.see(f"{unit} of 3 units computed")
        walker.show(f"3-step-{unit}")
    walker.press("Space")
    walker.see("gives the output y = 0.913; for the target 1 the loss is 0.091")


def rove(walker):
    """Go through the diagram, one tab stop with the arrow keys in it, and read every formula."""
    walker.go_to("first-lab")
    walker.tab_to("loss")  # where the player has come to
    walker.press(*["ArrowLeft"] * 5)
    assert walker.is_at("x1")
    walker.see_in_picture("An input computes nothing")
    for key, name, formula in (
        ("ArrowRight", "x1-h1", "weight from x₁ to h₁: 1"),
        ("ArrowRight", "h1", "tanh(1.5) = 0.905"),
        ("ArrowDown", "h2", "tanh(−0.25) = −0.245"),
        ("ArrowRight", "h2-y", "weight from h₂ to y: −2"),
        ("ArrowRight", "y", "sigmoid(2.348) = 0.913"),
        ("ArrowRight", "loss", "−ln(0.913) = 0.091"),
    ):
        walker.press(key)
        assert walker.is_at(name)
        walker.see_in_picture(formula)
    walker.show("4-roved")
    before = walker.page.evaluate(ACTIVE)
    walker.press("d", "d", "a", "b")  # in a cell these would delete and insert
    assert walker.page.evaluate(ACTIVE) == before


def change_weight_and_input(walker):
    """Type a weight, nudge a bias, type an input; Python has the same numbers."""
    walker.go_to("all-controls")
    walker.tab_to("h1")
    walker.press("ArrowLeft")
    walker.set_weight("3")
    walker.see_in_picture("weight from x₁ to h₁: 3")
    assert walker.is_at("x1-h1"), "the focus comes back to the line"
    walker.press("ArrowDown", "ArrowDown", "+", "+")
    assert walker.is_at("b-h1")
    walker.see_in_picture("bias of h₁: −0.3")
    walker.tab_to("input x₁, type a number", key="Shift+Tab")
    walker.press("Control+a")
    walker.type("-0.5")
    walker.press("Enter")
    walker.see("Input (−0.5, 0.5)")
    walker.show("5-weight-and-input")
    in_picture = output(walker.cell.locator(".nnlib .sentence"))
    walker.go_to("loss-numbers")
    walker.press("Control+Enter")
    walker.lab.wait_until_idle()
    assert output(walker.cell.locator(".jp-OutputArea-output")) == in_picture < 0.5
    walker.go_to("first-lab")  # one network, two pictures; Tab leads to where one has been
    walker.tab_to("loss")
    walker.press(*["ArrowLeft"] * 4)
    assert walker.is_at("x1-h1")
    walker.see_in_picture("weight from x₁ to h₁: 3")


def output(place):
    """Read the output y, to three decimals, from the text at `place`."""
    return round(float(re.search(r"y = ([\d.]*\d)", place.inner_text()).group(1)), 3)


def fill_in_five_numbers(walker):
    """Write an answer into a cell, and have it checked."""
    walker.go_to("exercise-node-values")
    walker.press("Enter", "Control+a")
    walker.page.keyboard.insert_text(SOLVED)
    walker.press("Control+Enter")
    walker.see("Correct: Five numbers by hand", within=".jp-OutputArea-output")
    walker.show("6-five-numbers")


def solve_xor(walker):
    """Set three of the nine numbers, then check."""
    walker.go_to("xor-lab")
    walker.see("XOR: 3 of 4 points right")
    walker.tab_to("h1")
    walker.press("ArrowLeft", *["ArrowDown"] * 5)
    assert walker.is_at("b-h2")
    walker.set_weight("-1.5")
    walker.press("ArrowRight", "ArrowRight")
    assert walker.is_at("h2-y")
    walker.set_weight("−1")
    walker.see("XOR: 2 of 4 points right")
    walker.press("ArrowDown")
    assert walker.is_at("b-y")
    walker.set_weight("-0,7")
    walker.see("XOR: 4 of 4 points right")
    walker.show("7-xor")
    walker.go_to("exercise-xor")
    walker.press("Control+Enter")
    walker.see("Correct: XOR with nine numbers", within=".jp-OutputArea-output")
    walker.show("8-xor-checked")


def answer_the_quiz(walker):
    """Answer the first question, once with a misconception and once right."""
    walker.go_to("quiz")
    walker.tab_to("radio")
    walker.press("Space")
    walker.press("Enter")
    walker.see("The two inputs compute nothing", within=".nnlib-form .said")
    walker.press("ArrowDown", "Enter")
    walker.see("Correct. Three hidden units and the output.", within=".nnlib-form .said")
    walker.show("9-quiz")
