"""A form carries questions to the page and answers back, and never an answer nobody has given."""

import asyncio
import json
import threading

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ipywidgets.widgets.widget import _instances

from nnlib.exercises import perceptron, progress, start
from nnlib.exercises.prediction import NumberPrediction
from nnlib.live import ask
from nnlib.live.form import CLOSED, FormPage
from nnlib.live.kernel import Cells


@pytest.fixture(autouse=True)
def own_progress(tmp_path, monkeypatch):
    monkeypatch.setenv("NNLIB_PROGRESS", str(tmp_path / "progress.json"))
    return tmp_path / "progress.json"


class PageDouble:
    """Stand for the page: keep what a form sends, and hand in what a learner would."""

    def __init__(self, form, greet=True):
        self.form = form
        self.messages = []
        form._page.send = self.messages.append
        if greet:
            self.say(type="hello")

    def say(self, **message):
        self.form._page._receive(message)
        return self.messages[-1] if self.messages else None

    def answer(self, name, value):
        return self.say(type="answer", name=name, value=value)

    def field(self, name):
        return next(field for field in self.messages[-1]["fields"] if field["name"] == name)


@pytest.fixture
def open_form():
    forms = []

    def open_it(thing, **options):
        forms.append(ask(thing))
        return PageDouble(forms[-1], **options)

    yield open_it
    for form in forms:
        form.close()


def test_a_new_view_gets_every_question_and_no_answer(open_form):
    page = open_form(perceptron.quiz)
    message = page.messages[0]
    assert message["heading"] == perceptron.quiz.title
    assert [field["text"] for field in message["fields"]] == [q.text for q in perceptron.quiz.questions]
    sent = json.dumps(message, ensure_ascii=False)
    for question in perceptron.quiz.questions:
        for option in question.options:
            assert option.text in sent and option.reason not in sent
            assert not option.misconception or option.misconception not in sent
    assert '"right"' not in sent


def test_the_script_holds_no_answer():
    for quiz in (perceptron.quiz, start.quiz):
        for question in quiz.questions:
            assert not any(option.reason in FormPage._esm for option in question.options)


def test_a_choice_is_answered_with_its_reason_and_may_be_changed(open_form):
    page = open_form(perceptron.quiz)
    page.answer("sign", perceptron.quiz.questions[1].options[2].text)
    field = page.field("sign")
    assert field["outcome"] == "not yet" and field["reply"].startswith("Not yet. As hard as that")
    page.answer("sign", perceptron.quiz.questions[1].options[0].text)
    assert page.field("sign")["outcome"] == "correct" and not page.field("sign")["locked"]
    assert page.field("bias")["reply"] == ""


def test_a_prediction_is_recorded_changed_and_then_locked_by_the_comparison(open_form):
    page = open_form(perceptron.guess_xor)
    page.answer("guess_xor", "3,5")
    page.answer("guess_xor", "4")
    assert perceptron.guess_xor.recorded == 4
    assert page.field("guess_xor")["reply"].startswith("You predict: 4 rows.")
    perceptron.guess_xor.compare(3)
    page.form.cell_ended()
    assert page.field("guess_xor")["locked"]
    assert "have seen what came out" in page.answer("guess_xor", "3")["refusal"]
    assert perceptron.guess_xor.recorded == 4


@pytest.mark.parametrize("value, words", [
    ("many", "“many” is not a number"), ("9", "out of range"), (None, "one number is asked for"),
    ({"a": 1}, "one number is asked for"), ([], "one number is asked for"),
])
def test_a_refusal_is_said_at_its_field(open_form, value, words):
    page = open_form(start.guess_digits)
    answer = page.answer("guess_digits", value)
    assert words in answer.get("refusal", "") or value == "9"
    assert answer["name"] == "guess_digits"
    assert start.guess_digits.recorded == (9 if value == "9" else None)


def test_what_the_page_should_not_send_does_no_harm(open_form):
    page = open_form(start.quiz)
    for message in ({}, {"type": "answer"}, {"type": "answer", "name": "run_all", "value": "z"},
                    {"type": ["answer"]}, {"type": "answer", "name": 3, "value": 3}):
        page.say(**message)
    page.form._page._receive("no message at all")
    page.form._page._receive(None)
    assert progress.recall(start.quiz.questions[0]) == {}


json_values = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
)


@settings(max_examples=100, deadline=None)
@given(name=st.sampled_from(["run_all", "guess_digits", "reset", ""]), value=json_values)
def test_arbitrary_messages_are_survived(name, value):
    for thing in (start.quiz, start.guess_digits, progress.summary()):
        if (name, value) == ("reset", True):
            continue
        page = PageDouble(ask(thing))
        answer = page.answer(name, value)
        assert {"type", "heading", "fields"} <= answer.keys()
        page.form.close()


def test_learner_text_goes_out_as_text(open_form):
    page = open_form(start.guess_digits)
    assert "“<img src=x>” is not a number" in page.answer("guess_digits", "<img src=x>")["refusal"]
    assert "innerHTML" not in FormPage._esm and "insertAdjacent" not in FormPage._esm


def test_an_error_of_our_own_is_shown_and_not_swallowed(open_form):
    class Fails:
        heading = ""

        def fields(self):
            return []

        def take(self, name, value):
            raise RuntimeError("no idea")

    assert "no idea" in open_form(Fails()).answer("a", "b")["refusal"]


def test_progress_is_shown_brought_up_to_date_and_reset(open_form, own_progress):
    page = open_form(progress.summary())
    assert page.field("reset")["rows"][0][0] == "notebook"
    perceptron.xor.check(3)
    page.form.cell_ended()
    row = next(row for row in page.field("reset")["rows"] if "Perceptron" in row[0])
    assert row[1] == "1 of 7"
    notice = page.answer("reset", True)["notice"]
    assert "progress.backup.json" in notice and not own_progress.exists()


def test_an_answer_in_one_form_shows_in_the_others(open_form, monkeypatch):
    cells = Cells()
    monkeypatch.setattr("nnlib.live.form.current_cells", lambda: cells)
    quiz, again = open_form(start.quiz), open_form(start.quiz)
    table, other = open_form(progress.summary()), open_form(start.guess_digits)
    quiz.answer("run_all", start.quiz.questions[0].options[1].text)
    assert again.field("run_all")["outcome"] == "correct"
    assert table.field("reset")["rows"][1][:3] == ("00 Start here", "0 of 2", "1 of 3")
    assert len(other.messages) == 1, "nothing has changed here"
    table.answer("reset", True)
    assert quiz.field("run_all")["reply"] == ""


def test_a_cell_that_changes_nothing_sends_nothing(open_form):
    page = open_form(start.quiz)
    page.form.cell_ended()
    assert len(page.messages) == 1
    unseen = open_form(start.quiz, greet=False)
    unseen.form.cell_ended()
    assert unseen.messages == []


def test_after_a_restart_the_answers_come_back(open_form):
    open_form(start.guess_loss).answer("guess_loss", start.guess_loss.options[1])
    open_form(start.quiz).answer("run_all", start.quiz.questions[0].options[0].text)
    progress._book.cache_clear()  # a new kernel knows only the file
    start.guess_loss._compared = None
    assert open_form(start.guess_loss).field("guess_loss")["answer"] == start.guess_loss.options[1]
    assert open_form(start.quiz).field("run_all")["reply"].startswith("Not yet. Python has done")


def test_trouble_with_the_file_is_said_in_the_form(open_form, own_progress):
    own_progress.mkdir()
    answer = open_form(start.guess_digits).answer("guess_digits", "50")
    assert "cannot be used" in answer["notice"] and start.guess_digits.recorded == 50


def test_the_text_twin_asks_the_same_and_does_not_change(open_form):
    for thing in (start.quiz, start.guess_loss, start.guess_digits, start.quiz.questions[0]):
        form = open_form(thing).form
        bundle = form._repr_mimebundle_()
        assert bundle["text/plain"] == repr(thing) == repr(form)
        assert "application/vnd.jupyter.widget-view+json" in bundle
        assert bundle["text/html"] == thing._repr_html_() and "<script" not in bundle["text/html"]
    before = repr(start.guess_digits)
    start.guess_digits.record(3)
    assert repr(start.guess_digits) == before


def test_html_of_a_question_is_escaped():
    asked = NumberPrediction(name="n", question="Is <b> & `x` bold?", low=0, high=1, close=0)
    assert asked._repr_html_().startswith("<p>Is &lt;b&gt; &amp; <code>x</code> bold?</p>")


def test_a_closed_form_says_so_and_leaves_nothing_behind():
    before = set(_instances)
    form = ask(start.quiz)
    page = PageDouble(form)
    form.close()
    form.close()
    assert page.messages[-1] == {"type": "closed"}
    assert form._repr_mimebundle_() == {"text/plain": CLOSED}
    page.form._receive({"type": "hello"})
    assert page.messages[-1] == {"type": "closed"}
    assert form._page.comm is None and set(_instances) == before


def test_messages_from_another_thread_are_seen_to_on_the_main_loop():
    seen = []

    class Thing:
        heading = ""

        def fields(self):
            return []

        def take(self, name, value):
            seen.append(threading.current_thread() is threading.main_thread())

    async def session():
        form = ask(Thing())
        PageDouble(form)
        message = {"type": "answer", "name": "a", "value": "b"}
        thread = threading.Thread(target=form._receive, args=(message,))
        thread.start()
        thread.join()
        assert seen == []
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        form.close()

    asyncio.run(session())
    assert seen == [True]
