"""Every notebook is well formed, and every rule can tell a broken notebook from a good one."""

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from notebooks.store import METADATA
from tests.notebooks import rules

PICTURE = {"image/png": "iVBORw0KGgo=", "text/plain": "A line climbs from left to right."}


def test_the_course_has_a_start(request):
    assert (request.config.rootpath / "notebooks/00_start_here.ipynb").is_file()


@pytest.mark.parametrize("rule", rules.RULES, ids=lambda rule: rule.__name__)
def test_the_notebook_is_well_formed(path, rule):
    notebook = nbformat.v4.reads(path.read_text(encoding="utf-8"))  # `read` mends what it finds.
    assert list(rule(notebook, path)) == []


@pytest.mark.parametrize("rule", rules.RULES, ids=lambda rule: rule.__name__)
def test_a_good_notebook_keeps_every_rule(tmp_path, rule):
    (tmp_path / "other file.md").touch()
    good = _notebook(
        _text("# Title\n\nIntro, [a file](other%20file.md), [below](#A-part-of-it), "
              "[a page](https://example.org)"),
        _text("## A part of it\n```\n# no heading, [no link](nowhere.md)\n```\n`![](x.png)`"),
        _run("1 + 1", new_output("execute_result", {"text/plain": "2"}, execution_count=1)),
        _run("picture", new_output("display_data", PICTURE), count=2),
        _text("### Deeper\n## And back"),
        _run("'done'", count=3, metadata={"tags": ["hide-input"],
                                          "jupyter": {"source_hidden": True}}),
    )
    assert list(rule(good, tmp_path / "good.ipynb")) == []


def _notebook(*cells, **metadata):
    return new_notebook(cells=list(cells), metadata=METADATA | metadata)


def _text(source):
    return new_markdown_cell(source)


def _run(source, *outputs, count=1, metadata=None):
    return new_code_cell(source, execution_count=count, outputs=list(outputs),
                         metadata=metadata or {})


def _with_ids(*ids):
    notebook = _notebook(*[_text("words") for _ in ids])
    for cell, cell_id in zip(notebook.cells, ids):
        cell.id = cell_id
    return notebook


def _showing(**data):
    kinds = {name.replace("_", "/"): value for name, value in data.items()}
    return _notebook(_run("x", new_output("display_data", kinds)))


def _printing(text, name="stdout"):
    return _notebook(_run("x", new_output("stream", name=name, text=text)))


BROKEN = [
    (rules.has_one_title, _notebook(_text("## No title"))),
    (rules.has_one_title, _notebook(_text("words"), _text("# Late title"))),
    (rules.has_one_title, _notebook(_text("# One\n# Two"))),
    (rules.skips_no_heading_level, _notebook(_text("# One\n### Three"))),
    (rules.has_short_cells, _notebook(_run("x = 1\n" * 16))),
    (rules.has_no_magics, _notebook(_run("%matplotlib inline"))),
    (rules.has_no_magics, _notebook(_run("x = 1\n!ls"))),
    (rules.has_no_magics, _notebook(_run("print?"))),
    (rules.names_its_kernel, new_notebook()),
    (rules.names_its_kernel, _notebook(language_info={"name": "python", "version": "3.11.0"})),
    (rules.has_cell_ids, _with_ids("same", "same")),
    (rules.has_cell_ids, _with_ids("one", None)),
    (rules.was_run_from_top_to_bottom, _notebook(_run("x", count=7))),
    (rules.was_run_from_top_to_bottom, _notebook(_run("x", count=None))),
    (rules.shows_no_fault, _notebook(_run("x", new_output("error", ename="NameError",
                                                          evalue="x", traceback=[])))),
    (rules.shows_no_fault, _printing("FutureWarning: soon", name="stderr")),
    (rules.has_inert_outputs, _showing(text_html="<b onclick='go()'>press</b>")),
    (rules.has_inert_outputs, _showing(text_html="<script>go()</script>")),
    (rules.has_inert_outputs, _showing(text_html="<img src='https://example.org/a.png'>")),
    (rules.has_inert_outputs, _showing(application_javascript="go()")),
    (rules.has_no_live_views, _notebook(widgets={})),
    (rules.has_no_live_views, _showing(**{"application_vnd.jupyter.widget-view+json": {}})),
    (rules.is_small, _showing(image_png="A" * 300_000)),
    (rules.is_small, _notebook(_text("word " * 200_001))),
    (rules.names_no_machine, _printing("/home/ada/course/notebook.py")),
    (rules.names_no_machine, _printing(r"C:\Users\ada")),
    (rules.names_no_machine, _printing("ipykernel_1234")),
    (rules.says_what_pictures_show, _notebook(_text("![ ](picture.png)"))),
    (rules.says_what_pictures_show, _notebook(_text("<img src='picture.png'>"))),
    (rules.says_what_pictures_show, _notebook(_text("<img src='picture.png' alt=''>"))),
    (rules.says_what_pictures_show, _showing(image_png="A", text_plain="<Figure size 640x480>")),
    (rules.says_what_pictures_show, _showing(image_png="A")),
    (rules.has_living_links, _notebook(_text("[next](99_no_such_notebook.ipynb)"))),
    (rules.has_living_links, _notebook(_text("![A cat.](no_such_picture.png)"))),
    (rules.has_living_links, _notebook(_text("[here](http://localhost:8888/lab)"))),
    (rules.has_living_links, _notebook(_text("[root](/etc/hosts)"))),
    (rules.has_living_links, _notebook(_text("# Title\n[part](#No-such-part)"))),
    (rules.has_living_links, _notebook(_text("<a href='nowhere.md'>there</a>"))),
    (rules.loads_no_picture_from_elsewhere, _notebook(_text("![A cat.](https://example.org/c.png)"))),
    (rules.loads_no_picture_from_elsewhere, _notebook(_text("<img src='http://a.org/c.png'>"))),
    (rules.uses_known_tags, _notebook(_run("x", metadata={"tags": ["homework"]}))),
    (rules.uses_known_tags, _notebook(_run("x", metadata={"tags": ["hide-input"]}))),
    (rules.uses_known_tags, _notebook(_run("x", metadata={"jupyter": {"source_hidden": True}}))),
]


@pytest.mark.parametrize("rule, notebook", BROKEN,
                         ids=[f"{rule.__name__}-{n}" for n, (rule, _) in enumerate(BROKEN)])
def test_a_broken_notebook_is_found_out(tmp_path, rule, notebook):
    faults = list(rule(notebook, tmp_path / "broken.ipynb"))
    assert len(faults) == 1
    assert faults[0].endswith(".") or ":" in faults[0]


def test_every_rule_has_a_notebook_that_breaks_it():
    assert {rule for rule, _ in BROKEN} == set(rules.RULES)
