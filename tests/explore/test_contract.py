"""Every explorable of the course, found by itself, keeps the same promises."""

import asyncio
import gc
import itertools
import threading

import numpy as np
import pytest

from nnlib import Network, explore
from nnlib.live.controls import Numbers
from nnlib.live.kernel import MainLoop
from tests.live.page_double import PageDouble

NEEDS = {"LossCurve": lambda: Network([2, 3, 1])}  # what it cannot be made without


def new(make):
    """Make an explorable with its defaults."""
    return make(NEEDS[make.__name__]()) if make.__name__ in NEEDS else make()


EVERY = pytest.mark.parametrize("make", explore.ALL.values(), ids=explore.ALL)


def those_with(name):
    """Pick the explorables that have a `model` or a `player`."""
    having = {title: make for title, make in explore.ALL.items() if getattr(new(make), name) is not None}
    return pytest.mark.parametrize("make", having.values(), ids=having)


HOSTILE = [
    "nan", "inf", "-inf", "1e308", "1e999", "", "one", "None", None, [], [1], {}, {"a": 1}, "1+2j", "0x10",
    "__import__('os')", "<b>1</b>", "1" * 5000, True, 1e308, float("nan"), float("inf"), 10**400, "−", "٣ three",
]  # fmt: skip
EDITS = [np.nan, np.inf, -np.inf, 1e308, -1e308, np.float64(np.nan), np.array(np.inf)]


@pytest.fixture
def lab(make):
    lab = new(make)
    yield lab
    lab.close()


def values_of(control):
    """Choose values that lead a control through its range, and to both ends of it."""
    if control.kind == "number":
        return [control.low, control.high, (control.low + control.high) / 2]
    if isinstance(control, Numbers):
        return []  # how many there must be differs; its own tests move it
    return list(control.options) if hasattr(control, "options") else [True, False]


def moves(lab):
    return [(name, value) for name, control in lab.controls.items() for value in values_of(control)]


@EVERY
def test_is_whole_with_its_defaults(lab):
    data, _ = lab._repr_mimebundle_()
    assert lab.problem is None
    assert lab.describe() == data["text/plain"]
    assert lab.describe().endswith((".", "?"))
    assert lab.title
    assert type(lab).__doc__.strip()
    assert ("image/png" in data) == lab.has_still()


@EVERY
def test_describes_itself_in_words_that_hold_no_address(lab, make):
    assert "0x" not in repr(lab)
    again = new(make)
    assert repr(again) == repr(lab)
    again.close()


@EVERY
def test_every_control_survives_its_ends(lab):
    page = PageDouble(lab)
    for name, value in moves(lab):
        page.set(name, value)
        problem = page.shown["problem"]
        assert problem is None or not problem.get("details"), problem
        assert page.frames[-1]["answers"]


@EVERY
def test_a_moved_picture_equals_a_fresh_one(lab, make):
    page = PageDouble(lab)
    for name, value in moves(lab):
        page.set(name, value)
        if page.shown["problem"]:
            continue
        fresh = new(make)
        fresh.restore(lab.share())
        assert page.marks == PageDouble(fresh).marks, f"after {name} = {value}"
        assert page.shown["sentence"] == fresh.describe()
        fresh.close()


@EVERY
def test_artists_keep_their_identity(lab):
    page = PageDouble(lab)
    before = lab.figure.findobj()
    for name, value in moves(lab):
        page.set(name, value)
    moving = set(map(id, lab._picture._moving.values()))
    assert moving <= set(map(id, before))
    assert len(lab.figure.findobj()) <= len(before) + 40  # ticks may come, artists may not


@EVERY
def test_every_control_has_a_name_and_a_keyboard(lab):
    """Native inputs are reached by keys; what else can be held must answer the arrow keys."""
    for control in lab.controls.values():
        assert control.label
        assert control.kind in {"number", "choice", "toggle", "kept"}
    page = PageDouble(lab)
    for name, handle in lab.handles.items():
        assert handle.label
        if handle.at() is None:
            continue  # there is nothing to hold at present
        before = lab.share()
        for x, y in [(1, 0), (0, 1), (-1, 0), (0, -1)]:
            page.say(type="nudge", name=name, x=x, y=y)
            if lab.share() != before:
                break
        assert lab.share() != before, f"no arrow key moves {name}"
        for x, y in itertools.product([-1e4, 1e4], repeat=2):
            page.say(type="nudge", name=name, x=x, y=y)
            assert page.shown["problem"] is None
            page.say(type="drag", name=name, x=x, y=y)
            assert page.shown["problem"] is None


@EVERY
def test_a_hostile_value_is_answered_with_a_sentence(lab):
    page = PageDouble(lab)
    for name, control in lab.controls.items():
        for value in HOSTILE:
            before = lab.state()
            page.set(name, value)
            if (control.kind == "toggle" and value is True) or (isinstance(control, Numbers) and value == ""):
                continue  # which is a good value here, or may be one
            assert page.shown["problem"]["sentence"], f"{name} = {value!r} was taken in silence"
            assert not page.shown["problem"].get("details")
            assert lab.state() == before
        page.set(name, next(iter(values_of(control)), getattr(lab, name)))
        problem = page.shown["problem"]
        assert problem is None or not problem.get("details")


@those_with("model")
def test_array_edits_that_numpy_accepts_are_survived(lab):
    page = PageDouble(lab)
    good = lab.model.parameters.copy()
    for place, value in itertools.product(range(min(3, good.size)), EDITS):
        lab.model.parameters[place] = value
        lab.cell_ended()
        assert "cannot be drawn" in page.shown["problem"]["sentence"] or "too large" in page.shown["problem"]["sentence"]
        assert repr(lab)
        lab._repr_mimebundle_()
        lab.model.parameters[:] = good
        lab.cell_ended()
        assert page.shown["problem"] is None
    assert page.marks == PageDouble(lab, view="late").marks


@EVERY
def test_its_state_is_plain_and_goes_through_a_string(lab, make):
    assert all(isinstance(value, int | float | str | bool) for value in lab.state().values())
    other = new(make)
    other.restore(lab.share())
    assert other.state() == lab.state()
    other.close()


@those_with("player")
def test_hands_that_come_on_another_thread_find_the_player_in_good_order(lab):
    """Messages are kept while a step is being taken; they never reach into it."""

    async def scene():
        lab._traffic.loop = MainLoop()
        page = PageDouble(lab)
        page.say(type="play")
        for kind in ("step", "play", "reset", "play", "seek", "play", "step"):
            sender = threading.Timer(0.02, page.say, kwargs={"type": kind, "value": 0})
            sender.start()
            await asyncio.sleep(0.06)
        lab.player.pause()
        await asyncio.sleep(0.02)
        assert page.shown["problem"] is None
        lab.player.seek(0)
        first = lab.describe()
        lab.player.reset()
        assert lab.describe() == first

    asyncio.run(scene())


@those_with("player")
def test_its_player_can_be_driven(lab):
    page = PageDouble(lab)
    for kind in ("step", "step", "reset", "step", "restart", "play", "pause"):
        page.say(type=kind)
        assert page.shown["problem"] is None
    page.say(type="seek", value=0)
    assert page.shown["player"]["position"] == 0
    page.say(type="speed", value=1e5)
    assert page.shown["player"]["speed"] == 10


@EVERY
def test_closing_leaves_nothing_behind(make):
    lab = new(make)
    page = PageDouble(lab)
    page.say(type="step")
    model = lab.model
    lab.close()
    assert lab.widget.comm is None
    if model is not None:
        assert model._listeners() == []
    gc.collect()
