"""The notebooks hang together: each leads to its neighbours, and the maps name all that exist."""

import re

import nbformat
import pytest

from tests.notebooks.conftest import NOTEBOOKS
from tests.setup.project import PROJECT

NEIGHBOURS = list(zip(NOTEBOOKS, NOTEBOOKS[1:]))
NAMES = [path.stem for path in NOTEBOOKS]


def pages(path):
    """Return the text cells of a notebook."""
    return [cell.source for cell in nbformat.read(path, 4).cells if cell.cell_type == "markdown"]


def minutes(path):
    """Return the minutes that a notebook states in its title, as the maps write them: 45–60."""
    stated = re.search(r"(\d+)(?: to (\d+))? minutes", pages(path)[0])
    return "–".join(filter(None, stated.groups()))


def rows(text):
    """Return {number: row} of the lines of a table that begin with the number of a notebook."""
    return {line[2:4]: line for line in text.splitlines() if re.match(r"\| \d\d \|", line)}


def map_of_00():
    return rows("\n".join(pages(NOTEBOOKS[0])))


def map_for_teachers():
    return rows((PROJECT / "notebooks/teacher/README.md").read_text(encoding="utf-8"))


@pytest.mark.parametrize("before, after", NEIGHBOURS, ids=NAMES[1:])
def test_the_last_page_leads_to_the_next_notebook_and_back(before, after):
    assert f"]({after.name})" in pages(before)[-1]
    assert f"]({before.name})" in pages(after)[-1]


def test_nothing_that_exists_is_said_to_be_coming(path):
    coming = re.findall(r"(\d\d) [A-Z][a-z ]+ \(coming\)", "\n".join(pages(path)))
    assert set(coming).isdisjoint(name[:2] for name in NAMES)


@pytest.mark.parametrize("notebook", NOTEBOOKS[1:], ids=NAMES[1:])
def test_the_map_has_its_link_its_question_and_its_minutes(notebook):
    row, title = map_of_00()[notebook.stem[:2]], pages(notebook)[0].splitlines()[0]
    assert f"]({notebook.name})" in row
    assert f" {minutes(notebook)} " in row
    question = row.split("|")[3].strip().replace("*", "")
    assert question.lower() in title.lower()


def test_the_teachers_page_is_listed_with_the_same_minutes(path):
    row = map_for_teachers()[path.stem[:2]]
    assert f"]({path.stem}.md)" in row
    assert f" {minutes(path)} " in row
