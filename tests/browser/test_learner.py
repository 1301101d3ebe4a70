"""A new learner's first day: predict, fail, ask, solve, choose, go away, and come back the next day.

Progress is kept in a file beside the notebooks, as for everybody; elsewhere the tests switch it off.
"""

import json

import pytest

from tests.browser.lab import Lab
from tests.browser.server import JupyterServer

NOTEBOOK = "notebooks/00_start_here.ipynb"


@pytest.fixture(scope="module")
def home_server(browser):
    """A server of a learner's own, which keeps progress."""
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("NNLIB_PROGRESS", raising=False)
        with JupyterServer("jupyterlab") as server:
            yield server


@pytest.fixture
def lab(browser, home_server):
    with Lab(browser, home_server, height=1000) as lab:
        yield lab


@pytest.fixture
def kept(home_server):
    """Give a function that reads what is kept of notebook 00; nothing is when the test begins."""
    path = home_server.root / "notebooks/progress.json"
    path.unlink(missing_ok=True)
    return lambda: json.loads(path.read_text(encoding="utf-8"))["notebooks"].get("start", {})


def place(lab, ends_with):
    """Return the number of the cell whose source ends with this."""
    return next(n for n, source in enumerate(lab.sources()) if source.strip().endswith(ends_with))


def form(lab, ends_with):
    return lab.cell(place(lab, ends_with)).locator(".nnlib-form .form")


def said(form, name):
    return form.locator(f".question[data-name='{name}'] .said")


def run(lab, ends_with):
    lab.run_cell(place(lab, ends_with))
    return lab.cell_text(place(lab, ends_with))


def rewrite(lab, ends_with, source):
    """Type a new source into a cell, and run it; return what is to be read below it."""
    number = place(lab, ends_with)
    lab.cell(number).locator(".cm-content").click()
    lab.page.keyboard.press("Control+A")
    lab.page.keyboard.type(source)
    lab.page.keyboard.press("Control+Enter")
    lab.wait_until_idle()
    return lab.cell_text(number)


def wait_for(locator, text):
    locator.filter(has_text=text).wait_for()


def restart(lab):
    """Restart the kernel and run everything, as the menu does after a yes."""
    lab.start("notebook:restart-run-all")
    lab.page.locator(".jp-Dialog button.jp-mod-accept").click()
    lab.page.wait_for_timeout(1000)
    lab.wait_until_idle()


def test_a_first_day_and_the_day_after(lab, kept):
    lab.open(NOTEBOOK)
    lab.run_all()

    # Predict, compare, and find the prediction closed.
    guess = form(lab, "ask(exercises.guess_loss)")
    guess.get_by_label("it falls all the way").check()
    guess.get_by_role("button", name="Record my prediction").click()
    wait_for(said(guess, "guess_loss"), "You predict: “it falls all the way”.")
    assert "Other than you predicted" in run(lab, "guess_loss.compare(losses)")
    lab.screenshot("learner-1-compared")
    guess = form(lab, "ask(exercises.guess_loss)")
    wait_for(said(guess, "guess_loss"), "You have seen what came out")
    assert guess.get_by_label("it rises all the way").is_disabled()

    # A number, typed with a comma first and then out of range.
    digits = form(lab, "ask(exercises.guess_digits)")
    box = digits.get_by_label("A number from 0 to 100")
    box.fill("120")
    box.press("Enter")
    wait_for(said(digits, "guess_digits"), "120 is out of range")
    box.fill("99,5")
    box.press("Enter")
    wait_for(said(digits, "guess_digits"), "You predict: 99.5 digits.")

    # Fail, ask for a hint and for the solution, solve.
    exercise = "exercises.answer.check(answer)"
    assert "Not yet" in rewrite(lab, exercise, f"answer = 1.5\n{exercise}")
    assert "Hint 1 of 2" in rewrite(lab, "exercises.answer.hint()", "exercises.answer.hint()")
    assert "Hint 2 of 2" in run(lab, "exercises.answer.hint()")
    solution = "exercises.answer.solution()"
    assert "answer = 3 * 0.5 - 1" in rewrite(lab, solution, solution)
    assert "Correct" in rewrite(lab, exercise, f"answer = 3 * 0.5 - 1\n{exercise}")
    lab.screenshot("learner-2-solved")

    overview = form(lab, "ask(progress.summary())")
    wait_for(overview, "1 of 2")
    lab.screenshot("learner-3-progress")
    assert kept()["answer"] == {"best": "correct", "tries": 2, "answer": None}

    # The day after: another kernel, and everything is still known.
    restart(lab)
    guess = form(lab, "ask(exercises.guess_loss)")
    wait_for(said(guess, "guess_loss"), "You predicted: “it falls all the way”")
    digits = form(lab, "ask(exercises.guess_digits)")
    assert digits.get_by_label("A number from 0 to 100").input_value() == "99.5"
    overview = form(lab, "ask(progress.summary())")
    wait_for(overview, "1 of 2")

    # Begin anew; it asks once more, and keeps the old file.
    overview.get_by_role("button", name="Reset my progress").click()
    lab.screenshot("learner-4-reset")
    overview.get_by_role("button", name="Keep it").click()
    assert kept()
    overview.get_by_role("button", name="Reset my progress").click()
    overview.get_by_role("button", name="Reset my progress now").click()
    wait_for(overview, "0 of 2")
    folder = lab.server.root / "notebooks"
    assert sorted(one.name for one in folder.glob("progress*")) == ["progress.backup.json"]
    assert lab.errors == [] and lab.foreign == []


def test_a_quiz_by_keyboard_alone(lab, kept):
    lab.open(NOTEBOOK)
    lab.run_all()
    before = lab.sources()
    quiz = form(lab, "ask(exercises.quiz)")
    quiz.get_by_role("radio").first.focus()
    press = lab.page.keyboard.press
    focused = "() => { let e = document.activeElement; while (e.shadowRoot?.activeElement)"\
              " e = e.shadowRoot.activeElement; return e.value || e.textContent; }"

    press("Enter")
    wait_for(said(quiz, "run_all"), "Choose one of the options first.")
    press("Space")
    press("Tab")
    assert lab.page.evaluate(focused) == "Check my answer"
    press("Enter")
    wait_for(said(quiz, "run_all"), "Not yet. Python has done its part.")
    assert lab.page.evaluate(focused) == "Check my answer", "the focus stays"
    press("Shift+Tab")
    press("ArrowDown")
    assert lab.page.evaluate(focused).startswith("That Python has done")
    press("Enter")
    wait_for(said(quiz, "run_all"), "Correct. Running takes no thought")
    wait_for(form(lab, "ask(progress.summary())"), "1 of 3")
    quiz = form(lab, "ask(exercises.quiz)")
    assert said(quiz, "run_all").get_attribute("role") == "status"
    assert said(quiz, "one_object").inner_text() == ""
    lab.screenshot("learner-5-quiz")
    for key in ("d", "d", "a", "b", "x", "ArrowUp", "Escape"):
        press(key)
    assert lab.sources() == before
    assert said(quiz, "run_all").inner_text() == "", "another option is chosen now"
    quiz.get_by_label("The weight where the slider stands now.").check()
    press("Enter")
    wait_for(said(quiz, "one_object"), "Correct. One object")
    assert said(quiz, "run_all").inner_text() == "", "and still is"
    assert kept()["quiz.run_all"]["best"] == "correct" and kept()["quiz.run_all"]["tries"] == 2
    lab.set_theme("dark")
    form(lab, "ask(exercises.quiz)")
    lab.screenshot("learner-6-quiz-dark")
    assert lab.errors == []
