"""Progress is kept: by two notebooks at once, in a read-only folder, beside a broken file."""

import json
import os
import re
import subprocess
import sys
import threading
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nnlib.exercises import lock, progress
from nnlib.exercises.book import BEST, Book, merged
from nnlib.exercises.perceptron import guess_xor, nand, quiz, xor
from nnlib.exercises.shelf import TITLES, contents, notebooks, place_of, title
from nnlib.exercises.start import guess_loss


def entries(path, notebook="perceptron"):
    return json.loads(path.read_text(encoding="utf-8"))["notebooks"][notebook]


# What is written down.


def test_a_check_is_written_down_by_notebook_and_name(progress_file):
    xor.check(4)
    xor.check(3)
    xor.check(2)
    xor.check(...)
    assert entries(progress_file) == {"xor": {"best": "correct", "tries": 3, "answer": None}}


def test_questions_and_predictions_are_written_down_with_their_answer(progress_file):
    quiz.answer("sign", "b")
    guess_xor.record(4)
    guess_loss.record("a")
    assert entries(progress_file) == {
        "quiz.sign": {"best": "not yet", "tries": 1, "answer": quiz.questions[1].options[1].text},
        "guess_xor": {"best": "recorded", "tries": 1, "answer": 4.0},
    }
    assert entries(progress_file, "start")["guess_loss"]["answer"] == "it falls all the way"


def test_nothing_is_written_where_nothing_was_done(progress_file):
    nand.check()
    nand.hint()
    assert repr(progress.summary()) and progress.recall(nand) == {}
    assert not progress_file.exists()


def test_switched_off_nothing_is_written_anywhere(tmp_path, monkeypatch):
    monkeypatch.setenv("NNLIB_PROGRESS", "")
    monkeypatch.chdir(tmp_path)
    xor.check(3)
    guess_xor.record(2)
    assert guess_xor.recorded == 2, "within the session it is still known"
    assert list(tmp_path.iterdir()) == []
    assert "once you run this yourself" in repr(progress.summary())
    assert "once you run this yourself" in progress.summary()._repr_html_()


def test_without_a_setting_the_file_stands_in_the_folder_of_the_kernel(tmp_path):
    program = (
        "import os\nfrom nnlib.exercises.perceptron import xor\n"
        "xor.check(3)\nos.chdir('elsewhere')\nxor.check(3)"
    )
    (tmp_path / "elsewhere").mkdir()
    environment = {name: value for name, value in os.environ.items() if name != "NNLIB_PROGRESS"}
    subprocess.run([sys.executable, "-c", program], cwd=tmp_path, env=environment, check=True)
    assert entries(tmp_path / "progress.json")["xor"]["tries"] == 2
    assert sorted(one.name for one in tmp_path.iterdir()) == ["elsewhere", "progress.json"]


def test_everything_on_the_shelf_has_a_place_and_a_notebook_with_a_number():
    shelf = notebooks()
    assert list(shelf)[0] == "start"
    for notebook, module in shelf.items():
        assert title(notebook, module)[:2].isdigit(), f"name its notebook, “notebook 07”: {module}"
        things = contents(module)
        assert {thing.kind for thing in things.values()} <= {"exercise", "question", "prediction"}
        for name, thing in things.items():
            assert place_of(thing) == (notebook, name)
            assert name.rpartition(".")[2] == thing.name


def test_the_titles_are_those_of_the_map(request):
    """The map of the course stands in notebook 00."""
    path = request.config.rootpath / "notebooks/00_start_here.ipynb"
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    lines = "".join(next(cell["source"] for cell in cells if cell["id"] == "map"))
    rows = re.findall(r"^\| (\d\d) \| \[?([^\](|]+?)\]?(?: ?\(.*?\))? \|", lines, re.MULTILINE)
    assert dict(rows) == TITLES


# The summary.


def test_the_summary_counts(progress_file):
    xor.check(3)
    nand.check({"w1": 0, "w2": 0, "bias": 1, "use_bias": True})
    quiz.answer(1, "c")
    guess_xor.record(3)
    line = next(line for line in repr(progress.summary()).splitlines() if "Perceptron" in line)
    assert line == "03 Perceptron: exercises solved 1 of 7, questions right 1 of 4, predictions made 1 of 4"
    html = progress.summary()._repr_html_()
    assert "<tr><td>03 Perceptron</td><td>1 of 7</td><td>1 of 4</td><td>1 of 4</td></tr>" in html


def test_what_is_no_longer_asked_counts_for_nothing(progress_file):
    Book(progress_file).add("perceptron", "an_exercise_that_was_here", "correct")
    assert "exercises solved 0 of 7" in repr(progress.summary())


def test_reset_begins_anew_and_keeps_the_old_file(progress_file):
    for turn in (1, 2):
        xor.check(3)
        guess_xor.record(turn)
        guess_xor.compare(3)
        said = progress.summary().take("reset", True)
        backup = "progress.backup.json" if turn == 1 else "progress.backup-2.json"
        assert said == f"Your progress begins anew. The old file is kept as {backup}."
        assert entries(progress_file.with_name(backup))["guess_xor"]["answer"] == turn
        assert not progress_file.exists() and guess_xor.recorded is None
        assert not guess_xor.fields()[0].locked
    assert progress.reset() == "Your progress begins anew."


def test_a_reset_in_one_notebook_holds_in_another(progress_file):
    mine, theirs = Book(progress_file), Book(progress_file)
    theirs.add("perceptron", "xor", "correct")
    mine.clear()
    theirs.add("perceptron", "nand", "not yet")
    assert entries(progress_file).keys() == {"nand"}


@pytest.mark.parametrize("name, value", [("reset", False), ("other", True), ("reset", "yes")])
def test_only_the_button_resets(progress_file, name, value):
    xor.check(3)
    with pytest.raises(ValueError):
        progress.summary().take(name, value)
    assert progress_file.exists()


# Two notebooks at once.

MANY = """
import sys
from nnlib.exercises.book import Book
from pathlib import Path
book = Book(Path(sys.argv[1]))
for number in range(40):
    book.add(sys.argv[2], f"task {number}", "correct")
    book.add("shared", "task", "not yet")
print(book.trouble)
"""


def test_two_notebooks_at_once_lose_nothing(tmp_path):
    path = tmp_path / "progress.json"
    names = ("one", "two", "three")
    running = [
        subprocess.Popen([sys.executable, "-c", MANY, str(path), name], stdout=subprocess.PIPE)
        for name in names
    ]
    assert [process.communicate(timeout=60)[0].strip() for process in running] == [b""] * 3
    for name in names:
        assert len(entries(path, name)) == 40
    assert entries(path, "shared")["task"]["tries"] == 120
    assert [one.name for one in tmp_path.iterdir()] == ["progress.json"]


def test_threads_of_one_notebook_lose_nothing(progress_file):
    book = Book(progress_file)
    work = [
        threading.Thread(target=lambda: [book.add("a", "b", "correct") for _ in range(25)])
        for _ in range(4)
    ]
    for thread in work:
        thread.start()
    for thread in work:
        thread.join()
    assert entries(progress_file, "a")["b"]["tries"] == 100


def test_a_lock_that_somebody_left_behind_is_broken(progress_file, monkeypatch):
    monkeypatch.setattr(lock, "PATIENCE", 0.1)
    left = progress_file.with_name("progress.json.lock")
    left.touch()
    began = time.monotonic()
    assert xor.check(3).correct
    assert time.monotonic() - began < 5 and not left.exists()
    assert entries(progress_file)["xor"]["best"] == "correct"


def test_a_lock_that_somebody_holds_is_waited_for(progress_file):
    def hold():
        with lock.locked(progress_file):
            held.set()
            time.sleep(0.3)
            progress_file.write_text('{"version": 1, "notebooks": {"a": {}}}')

    held = threading.Event()
    other = threading.Thread(target=hold)
    other.start()
    held.wait()
    Book(progress_file).add("b", "c", "correct")
    other.join()
    assert json.loads(progress_file.read_text())["notebooks"].keys() == {"a", "b"}


def test_the_stop_button_leaves_no_lock(progress_file):
    with pytest.raises(KeyboardInterrupt), lock.locked(progress_file):
        raise KeyboardInterrupt
    assert list(progress_file.parent.iterdir()) == []


# A file that cannot be written, or read.

READ_ONLY = """
import os
from nnlib.exercises import progress
from nnlib.exercises.shelf import notebooks
from nnlib.exercises.perceptron import guess_xor, nand, xor
notebooks()  # imports everything, before root, who may write everywhere, becomes nobody
if os.getuid() == 0:
    os.setuid(65534)
first, second = xor.check(3), xor.check(2)
print(first.correct, first.text)
print(second.text)
guess_xor.record(3)
print(guess_xor.recorded, progress.recall(xor)["tries"])
print(progress.summary())
"""


@pytest.fixture
def read_only(tmp_path):
    folder = tmp_path / "shelf"
    folder.mkdir()
    yield folder
    folder.chmod(0o755)


def may_be_read(folder):
    """Let everybody look into the folders above one that pytest has made."""
    for parent in [folder, *folder.parents]:
        if os.stat(parent).st_uid == os.getuid() and parent.name.startswith(("pytest-", "test_")):
            parent.chmod(0o755)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no folder that is read-only in this way")
@pytest.mark.parametrize("present", [None, '{"version": 1, "notebooks": {}}', "{broken"])
def test_in_a_read_only_folder_nothing_is_lost_and_it_is_said_once(read_only, present):
    path = read_only / "progress.json"
    if present is not None:
        path.write_text(present)
    may_be_read(read_only)
    read_only.chmod(0o555)
    run = subprocess.run(
        [sys.executable, "-B", "-c", READ_ONLY], capture_output=True, text=True,
        env=os.environ | {"NNLIB_PROGRESS": str(path)}, cwd=os.sep,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    assert run.stdout.startswith("True Three, and no more.") and "3.0 2" in run.stdout
    assert run.stdout.count("kept in memory until the kernel stops") == 2, "once, and in the table"
    assert "exercises solved 1 of 7" in run.stdout
    assert (path.read_text() if path.exists() else None) == present


def test_what_could_not_be_written_is_written_later(tmp_path):
    path = tmp_path / "not there yet" / "progress.json"
    book = Book(path)
    book.add("a", "b", "not yet")
    assert "progress.json cannot be used" in book.trouble
    assert book.pages()["a"]["b"]["tries"] == 1
    path.parent.mkdir()
    book.add("a", "b", "correct")
    assert book.trouble == "" and entries(path, "a")["b"] == {
        "best": "correct", "tries": 2, "answer": None,
    }  # fmt: skip


def test_a_full_disk_leaves_the_old_file_whole(progress_file, monkeypatch):
    book = Book(progress_file)
    book.add("a", "b", "not yet")
    before = progress_file.read_text()

    def full(*arguments):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    book.add("a", "b", "correct")
    assert "(No space left on device)" in book.trouble
    assert progress_file.read_text() == before
    assert book.pages()["a"]["b"]["best"] == "correct"
    assert [one.name for one in progress_file.parent.iterdir()] == ["progress.json"]


BROKEN = [
    b"", b"{", b"[]", b"null", b"\xff\xfe", b"[" * 100_000, b'{"version": 2, "notebooks": {}}',
    b'{"version": 1}', b'{"version": 1, "notebooks": {"a": 3}}',
    b'{"version": 1, "notebooks": {"a": {"b": {"best": "correct"}}}}',
    b'{"version": 1, "notebooks": {"a": {"b": {"best": "great", "tries": 1, "answer": null}}}}',
    b'{"version": 1, "notebooks": {"a": {"b": {"best": [], "tries": true, "answer": []}}}}',
]  # fmt: skip


@pytest.mark.parametrize("content", BROKEN)
def test_a_broken_file_is_put_aside_and_said(progress_file, content):
    progress_file.write_bytes(content)
    result = xor.check(3)
    assert result.correct and "It was kept as progress.broken.json" in result.text
    assert progress_file.with_name("progress.broken.json").read_bytes() == content
    assert entries(progress_file)["xor"]["best"] == "correct"
    assert "progress.broken.json" not in xor.check(3).text, "said once"
    assert "progress.broken.json" in repr(progress.summary())


def test_what_another_notebook_puts_in_the_place_of_a_broken_file_stays(progress_file, monkeypatch):
    progress_file.write_text("{broken")
    mine, theirs, loads = Book(progress_file), Book(progress_file), json.loads

    def loads_late(text):  # they are quicker, between our look at the broken file and what follows
        monkeypatch.setattr(json, "loads", loads)
        theirs.add("a", "b", "correct")
        return loads(text)

    monkeypatch.setattr(json, "loads", loads_late)
    written = {"a": {"b": {"best": "correct", "tries": 1, "answer": None}}}
    assert mine.pages() == written and theirs.pages() == written
    assert progress_file.with_name("progress.broken.json").read_text() == "{broken"


def test_after_a_reset_the_broken_file_is_no_longer_talked_about(progress_file):
    progress_file.write_text("{broken")
    book = Book(progress_file)
    book.add("a", "b", "correct")
    book.clear()
    assert book.trouble == ""


def test_text_that_no_file_can_hold_as_it_is_does_no_harm(progress_file):
    half = '{"best": "correct", "tries": 1, "answer": "\\ud800"}'
    progress_file.write_text('{"version": 1, "notebooks": {"a": {"b": %s}}}' % half)
    assert xor.check(3).correct and repr(progress.summary())
    assert entries(progress_file)["xor"]["tries"] == 1 and "b" in entries(progress_file, "a")


def test_a_second_broken_file_does_not_replace_the_first(progress_file):
    for number, content in enumerate(["one", "two"]):
        progress_file.write_text(content)
        xor.check(3)
    kept = sorted(one.read_text() for one in progress_file.parent.glob("progress.broken*"))
    assert kept == ["one", "two"]


def test_a_folder_in_the_place_of_the_file_is_survived(progress_file):
    progress_file.mkdir()
    assert xor.check(3).correct and progress.recall(xor)["tries"] == 1
    assert "cannot be used" in repr(progress.summary())


# Whatever is merged, nothing gets less.

entry = st.fixed_dictionaries(
    {"best": st.sampled_from(BEST), "tries": st.integers(0, 9), "answer": st.none() | st.text()}
)
pages = st.dictionaries(st.text(max_size=2), st.dictionaries(st.text(max_size=2), entry))


@settings(max_examples=60, deadline=None)
@given(one=pages, other=pages)
def test_merging_loses_nothing(one, other):
    both = merged(one, other)
    for source in (one, other):
        for notebook, found in source.items():
            for name, mine in found.items():
                theirs = both[notebook][name]
                assert theirs["tries"] >= mine["tries"]
                assert BEST.index(theirs["best"]) >= BEST.index(mine["best"])
    assert sum(map(len, both.values())) <= sum(map(len, [*one.values(), *other.values()]))
