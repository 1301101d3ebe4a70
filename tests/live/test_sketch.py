"""A sketch is drawn by strokes or keys, recorded, kept as text, and then stands as it is."""

import gc
import itertools

import numpy as np
import pytest

from nnlib import Perceptron
from nnlib.explore import Neuron
from nnlib.live import Explorable
from nnlib.live.furniture import furniture
from nnlib.live.sketch import Sketch
from tests.live.page_double import PageDouble

AT = np.linspace(0, 100, 11)
KEYS = [(1, 0), (-1, 0), (0, 1), (0, -1)]


class Guess(Explorable):
    """Nothing but axes to sketch a curve in."""

    width, height = 300, 200
    title = "Guess"

    def build(self, figure):
        axes = figure.add_axes([0.1, 0.1, 0.8, 0.8])
        axes.set(xlim=(0, 100), ylim=(0, 2))
        self.sketch = Sketch(self, axes, "curve", at=AT)

    def draw(self):
        self.sketch.draw()

    def describe(self):
        return "recorded" if self.sketch.recorded else "open"


@pytest.fixture
def guess():
    return Guess()


@pytest.fixture
def neuron():
    return Neuron(Perceptron([1, 2], -1.5), sketch=True)


def place(lab, x, y):
    """Turn data coordinates into those of a message."""
    across, up = lab.sketch.axes.transData.transform((x, y))
    return {"x": float(across), "y": float(up)}


def stroke(page, *points):
    """Draw a stroke through points in data coordinates, as a pointer does."""
    kinds = ["down", *["move"] * (len(points) - 1), "up"]
    for kind, point in zip(kinds, [*points, points[-1]], strict=True):
        page.say(type="pointer", event=kind, **place(page.explorable, *point))


def press(page, name):
    page.say(type="press", name=name)


# By strokes.


def test_a_stroke_lays_the_curve_under_it(guess):
    page = PageDouble(guess)
    stroke(page, (0, 2), (40, 1), (100, 1.6))
    xs, ys = guess.sketch.outline()
    assert xs.tolist() == AT.tolist()
    assert ys == pytest.approx(np.interp(AT, [0, 40, 100], [2, 1, 1.6]), abs=0.01)
    stroke(page, (100, 0.2), (78, 0.2))  # backwards, over a part of it
    assert guess.sketch.outline()[1] == pytest.approx([*ys[:8], 0.2, 0.2, 0.2], abs=0.01)


def test_a_stroke_that_leaves_the_axes_goes_along_their_edge(guess):
    page = PageDouble(guess)
    stroke(page, (50, 1), (500, 9))
    assert guess.sketch.outline()[1][-1] == 2


def test_what_begins_outside_the_axes_or_without_a_button_draws_nothing(guess):
    page = PageDouble(guess)
    page.say(type="pointer", event="down", x=1.0, y=1.0)
    page.say(type="pointer", event="move", **place(guess, 50, 1))
    page.say(type="pointer", event="up", **place(guess, 50, 1))
    page.say(type="pointer", event="move", **place(guess, 60, 1))
    assert guess.sketched == ""


def test_a_stroke_in_the_plane_is_a_line_from_where_it_began(neuron):
    page = PageDouble(neuron)
    stroke(page, (-1, 1), (0, 0.3), (1, 0))
    assert np.transpose(neuron.sketch.outline()) == pytest.approx(np.array([[-1, 1], [1, 0]]), abs=0.01)


# By keys.


def test_a_handle_raises_the_curve_around_it_and_leaves_the_rest(guess):
    page = PageDouble(guess)
    before = guess.sketch.outline()[1]
    for _ in range(4):
        page.say(type="nudge", name="sketch_1", x=0, y=1)
    moved = guess.sketch.outline()[1] - before
    assert moved[0] == pytest.approx(0.2)
    assert (np.diff(moved) <= 0).all()
    assert (moved[3:] == 0).all()
    assert page.shown["places"]["sketch_1"][2] == "1.2"


def test_the_handles_span_the_curve_and_say_where_they_are(guess):
    labels = [handle.label for handle in guess.handles.values()]
    assert len(labels) == 7
    assert "at 0:" in labels[0]
    assert "at 100:" in labels[-1]


@pytest.mark.parametrize("make", [Guess, lambda: Neuron(sketch=True)])
def test_every_handle_answers_the_arrow_keys_and_bears_any_distance(make):
    lab = make()
    page = PageDouble(lab)
    for name in [name for name in lab.handles if name.startswith("sketch")]:
        before = lab.sketched
        for x, y in KEYS:
            page.say(type="nudge", name=name, x=x, y=y)
        press(page, "sketch_anew")
        page.say(type="nudge", name=name, x=0, y=1)
        assert lab.sketched != before
        for x, y in itertools.product([-1e6, 1e6], repeat=2):
            page.say(type="nudge", name=name, x=x, y=y)
            page.say(type="drag", name=name, x=x, y=y)
            assert page.shown["problem"] is None
        (left, right), (low, high) = lab.sketch.axes.get_xlim(), lab.sketch.axes.get_ylim()
        xs, ys = lab.sketch.outline()
        assert (min(xs), max(xs)) >= (left, left)
        assert max(xs) <= right
        assert low <= min(ys) <= max(ys) <= high


# Recording.


def test_an_empty_sketch_is_not_recorded_and_the_answer_says_what_to_do(guess):
    page = PageDouble(guess)
    press(page, "record_sketch")
    assert "no sketch yet" in page.shown["problem"]["sentence"]
    assert page.shown["sentence"] == "open"


def test_a_line_without_a_direction_is_not_recorded(neuron):
    page = PageDouble(neuron)
    stroke(page, (0.5, 0.5))
    press(page, "record_sketch")
    assert "too short" in page.shown["problem"]["sentence"]
    assert neuron.sketch.open


def test_once_recorded_it_cannot_be_changed_until_it_is_begun_anew(guess):
    page = PageDouble(guess)
    stroke(page, (0, 1.5), (100, 0.5))
    assert page.shown["strokes"] is True
    press(page, "record_sketch")
    assert page.shown["sentence"] == "recorded"
    assert page.shown["strokes"] is False
    assert page.shown["disabled"] == ["record_sketch"]
    assert set(page.shown["places"].values()) == {None}
    recorded, marks = guess.sketched, page.marks
    stroke(page, (0, 0), (100, 0))
    page.say(type="nudge", name="sketch_2", x=0, y=3)
    page.say(type="drag", name="sketch_2", x=10, y=10)
    press(page, "record_sketch")
    assert guess.sketched == recorded
    assert page.marks == marks
    press(page, "sketch_anew")
    assert (guess.sketched, page.shown["sentence"]) == ("", "open")
    stroke(page, (0, 0), (100, 0))
    assert guess.sketched == ",".join("0" * 11)


def test_a_stroke_that_is_under_way_ends_with_the_recording(guess):
    page = PageDouble(guess)
    stroke(page, (0, 1.5), (100, 0.5))
    page.say(type="pointer", event="down", **place(guess, 0, 1))
    press(page, "record_sketch")
    recorded = guess.sketched
    page.say(type="pointer", event="move", **place(guess, 90, 0))
    assert guess.sketched == recorded


# State and share string.


def test_it_travels_in_the_state_and_the_share_string_as_plain_numbers(guess):
    page = PageDouble(guess)
    stroke(page, (0, 2), (100, 1))
    press(page, "record_sketch")
    assert guess.share() == "Guess?sketched=2,1.9,1.8,1.7,1.6,1.5,1.4,1.3,1.2,1.1,1&sketch_is=recorded"
    other = Guess()
    other.restore(guess.share())
    assert other.state() == guess.state()
    assert other.sketch.recorded
    assert PageDouble(other).marks == page.marks
    other.restore(Guess().share())
    assert other.sketch.open
    assert other.sketched == ""


def test_every_state_of_a_sketch_looks_like_a_fresh_one(neuron):
    page = PageDouble(neuron)

    def check():
        fresh = Neuron(sketch=True)
        fresh.restore(neuron.share())
        assert page.marks == PageDouble(fresh).marks
        assert page.shown["sentence"] == fresh.describe()

    stroke(page, (-1.5, 1), (1.5, 0.25))
    check()
    press(page, "record_sketch")
    check()
    page.set("w1", -1)
    check()
    press(page, "sketch_anew")
    check()


@pytest.mark.parametrize("x", [float("inf"), float("nan"), 1e300, 10**400, None, [1], "1"])
@pytest.mark.parametrize("event", ["down", "move", ["down"], None])
def test_a_pointer_that_is_nowhere_draws_nothing(guess, event, x):
    page = PageDouble(guess)
    page.say(type="pointer", event=event, x=x, y=1.0)
    assert page.shown["problem"] is None and guess.sketched == ""


@pytest.mark.parametrize(
    "hostile",
    ["1", "1,2,3,4,5", "nan" + ",1" * 10, "1e999" + ",1" * 10, "<b>", "1e7" + ",1" * 10, ",", "0" * 5000,
     None, 3, [1.0] * 11, {"a": 1}, "__import__('os')"],
)  # fmt: skip
def test_a_hostile_sketch_is_answered_with_a_sentence(guess, hostile):
    page = PageDouble(guess)
    page.set("sketched", hostile)
    assert page.shown["problem"]["sentence"]
    assert not page.shown["problem"].get("details")
    assert len(page.shown["problem"]["sentence"]) < 200
    assert guess.sketched == ""
    with pytest.raises(ValueError, match="your sketch"):
        guess.sketched = hostile


def test_recorded_without_numbers_is_still_open(guess):
    page = PageDouble(guess)
    page.set("sketch_is", "recorded")
    assert page.shown["sentence"] == "open"
    page.set("sketch_is", "torn")
    assert "not on the list" in page.shown["problem"]["sentence"]


@pytest.mark.parametrize("numbers", ["-1,1,1,0", "0.5,0.5,0.5,0.5", "0.5,0.5,0.5,0.5,1,2,-1.5"])
def test_a_recorded_line_that_is_none_or_lacks_its_weights_is_still_open(neuron, numbers):
    page = PageDouble(neuron)
    neuron.restore(f"Neuron?sketched={numbers}&sketch_is=recorded")
    assert neuron.sketch.open
    assert page.shown["problem"] is None
    assert "Sketch the line" in page.shown["sentence"]
    stroke(page, (-1.5, 1.5), (1.5, 0))
    press(page, "record_sketch")
    assert "4 of the 4 cases" in page.shown["sentence"]


def test_it_belongs_to_one_lab_alone_and_goes_with_it(neuron):
    assert "sketched" not in Neuron().controls
    assert "record_sketch" not in Neuron().actions
    chosen = Neuron(sketch=True, show=["x1"])
    assert [action["name"] for action in furniture(chosen)["actions"]] == ["record_sketch", "sketch_anew"]
    assert "sketch_1" in [handle["name"] for handle in furniture(chosen)["handles"]]
    chosen.close()
    gc.collect()


@pytest.mark.parametrize(
    ("options", "says"),
    [({"kind": "circle"}, "Try one of curve, line"), ({"at": [1]}, "at least 2"), ({"at": [1, 1]}, "rise")],
)
def test_a_sketch_that_cannot_be_is_refused_with_a_sentence(options, says):
    class Wrong(Guess):
        def build(self, figure):
            Sketch(self, figure.add_axes([0, 0, 1, 1]), **options)

    with pytest.raises(ValueError, match=says):
        Wrong()


# In the neuron: the truth waits.


def test_the_truth_is_hidden_until_the_line_is_recorded(neuron):
    page = PageDouble(neuron)
    hidden = page.shown["sentence"]
    assert "Sketch the line" in hidden
    assert "rows right" not in hidden
    assert not neuron._line._line.get_visible()
    assert not neuron._plane._field.get_array()[..., 3].any()
    assert {text.get_text() for text in neuron._table._sums} == {"?"}
    assert not any(artist.get_visible() for artist in (*neuron._table._answers, *neuron._table._marks))
    assert page.shown["places"]["bias"] is None
    stroke(page, (-1.5, 1.5), (1.5, 0))
    assert page.shown["sentence"] == hidden
    press(page, "record_sketch")
    assert neuron._line._line.get_visible()
    assert neuron._plane._field.get_array()[..., 3].any()
    assert neuron._table._sums[1].get_text() == "0.5"
    assert "4 of the 4 cases lie on the side you expected" in page.shown["sentence"]
    assert "Your line crosses the x₁ axis at 1.5 and the x₂ axis at 0.75" in page.shown["sentence"]


def test_for_other_weights_the_sketch_says_which_it_was_for(neuron):
    page = PageDouble(neuron)
    stroke(page, (-1.5, 1.5), (1.5, 0))
    press(page, "record_sketch")
    page.set("w1", 3)
    assert "Your line was for w₁ = 1, w₂ = 2 and b = −1.5" in page.shown["sentence"]
    page.set("w1", 1)
    assert "you expected" in page.shown["sentence"]
