"""List every lab of the series: where its code is, where it is used, and what tests it.

    uv run python notebooks/labs.py    # writes notebooks/teacher/labs.md anew

A lab is an explorable of `nnlib.explore`; what is listed is found in the notebooks and the tests, and
a test compares the list with the file.
"""

import re
from pathlib import Path

import nbformat

from nnlib import explore
from nnlib.exercises.exercise import Exercise
from nnlib.exercises.quiz import Quiz
from nnlib.exercises.recording import Prediction
from nnlib.exercises.shelf import notebooks, title

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "notebooks" / "teacher" / "labs.md"


def labs_of(path):
    """Return the names of the explorables that a notebook uses, in the order of their appearance."""
    notebook = nbformat.read(path, as_version=4)
    code = "\n".join(cell.source for cell in notebook.cells if cell.cell_type == "code")
    return list(dict.fromkeys(re.findall(r"explore\.([A-Z]\w*)", code)))


def tests_of(name, notebook):
    """Return the files of tests that make an explorable, or walk through its notebook in a browser."""
    makes = rf"explore\.{name}\b|\b{name}\(|import .*\b{name}\b"
    walks = rf"\b{notebook.stem}\b"
    found = {"browser": f"{makes}|{walks}", "explore": makes}
    return [
        path
        for kind, words in found.items()
        for path in sorted((ROOT / "tests" / kind).glob("test_*.py"))
        if re.search(words, path.read_text("utf-8"))
    ]


def link(path):
    """Write a link from the page to a file of the repository."""
    return f"[{path.name}]({'../' * 2}{path.relative_to(ROOT).as_posix()})"


def lab_rows():
    """Return a row for each lab of each notebook: notebook, lab, code, tests."""
    rows = []
    for path in sorted((ROOT / "notebooks").glob("[0-9][0-9]_*.ipynb")):
        labs = labs_of(path)
        for place, name in enumerate(labs):
            letter = f"{'ABCDEFG'[place]}: " if len(labs) > 1 else ""
            code = ROOT / f"{explore.ALL[name].__module__.replace('.', '/')}.py"
            tests = ", ".join(map(link, tests_of(name, path)))
            rows.append([link(path), f"{letter}{explore.ALL[name].title or name}", link(code), tests])
    return rows


def count_rows():
    """Return a row for each notebook: exercises, predictions, quiz questions."""
    rows = []
    for name, module in notebooks().items():
        offered = [getattr(module, each) for each in module.__all__]
        exercises = sum(isinstance(each, Exercise) for each in offered)
        predictions = sum(isinstance(each, Prediction) for each in offered)
        questions = sum(len(each.questions) for each in offered if isinstance(each, Quiz))
        rows.append([title(name, module), str(exercises), str(predictions), str(questions)])
    return rows


def page():
    """Return the page as Markdown."""
    labs = _table(["notebook", "lab", "code", "tests, besides the contract that all must keep"], lab_rows())
    counts = _table(["notebook", "exercises", "predictions", "quiz questions"], count_rows())
    return (
        "# Every lab, and what there is to answer\n\n"
        "Written by `notebooks/labs.py`, which reads the notebooks and the tests.\n\n"
        f"{labs}\n\nEvery lab is also opened in a real browser, in its notebook, and its first slider and handle "
        "are moved ([test_notebooks.py](../../tests/browser/test_notebooks.py)); it is held to "
        "[one contract](../../tests/explore/test_contract.py), and every "
        f"exercise, question and prediction to [another](../../tests/exercises/test_every_exercise.py).\n\n{counts}\n"
    )


def _table(head, rows):
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
