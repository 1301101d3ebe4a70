"""State, picture and the learner's object stay together, whichever of them is moved."""

import asyncio
import gc
import threading
import time
import weakref

import ipywidgets
import numpy as np
import psutil
import pytest
import traitlets
from ipywidgets.widgets.widget import _instances

from nnlib import Perceptron, explore
from nnlib.live import Explorable
from nnlib.live.audience import GONE
from nnlib.live.controls import action, choice, number, toggle
from nnlib.live.kernel import Cells
from tests.live.page_double import PageDouble
from tests.live.test_traffic import Clock


class Line(Explorable):
    """A line through the origin, with a slope that may belong to a neuron."""

    width, height = 200, 150

    slope = number(1, -2, 2, label="slope")
    style = choice("solid", ["solid", "dashed"], label="style")
    broken = toggle(False, label="broken")
    of_model = ("slope",)
    drawn = 0

    def __init__(self, neuron=None, **state):
        self.model = neuron
        super().__init__(**state)

    def pull(self):
        self.slope = float(self.model.weights[0])

    def push(self):
        self.model.weights[0] = self.slope

    @action("Flip")
    def flip(self):
        """Turn the slope over."""
        self.slope = -self.slope

    def build(self, figure):
        axes = figure.add_axes([0, 0, 1, 1])
        axes.set(xlim=(-1, 1), ylim=(-2, 2))
        (self._line,) = axes.plot([], [], animated=True)
        self.add_handle(
            "end", "end of the line", axes, lambda: (1, self.slope),
            lambda x, y: setattr(self, "slope", self.control("slope").clamp(y)), lambda: f"slope {self.slope}",
            moves=("slope",),
        )

    def draw(self):
        if self.broken:
            raise ZeroDivisionError("planted")
        self.drawn += 1
        self._line.set_data([-1, 1], [-self.slope, self.slope])
        self._line.set_linestyle("--" if self.style == "dashed" else "-")

    def describe(self):
        return f"slope {self.slope:g}"


@pytest.fixture
def neuron():
    return Perceptron([1.0])


@pytest.fixture
def line(neuron):
    return Line(neuron)


@pytest.fixture
def page(line):
    return PageDouble(line)


# Door one: controls and handles.


def test_a_view_gets_the_whole_picture_when_it_says_hello(page):
    (frame,) = page.frames
    assert frame["type"] == "picture"
    assert "<path" in frame["svg"]
    assert page.shown["values"] == {"slope": 1.0, "style": "solid", "broken": False}
    assert [control["name"] for control in frame["controls"]] == ["slope", "style", "broken"]


def test_a_control_moves_the_trait_the_picture_and_the_object(line, page, neuron):
    before = page.marks
    page.set("slope", 0.5)
    assert line.slope == neuron.weights[0] == 0.5
    assert page.shown["sentence"] == "slope 0.5"
    assert page.marks != before
    assert page.frames[-1]["answers"] == {"view": 2}


def test_one_message_makes_one_frame(page):
    for value in (0.1, 0.2, 0.3):
        count = len(page.frames)
        page.set("slope", value)
        assert len(page.frames) == count + 1


def test_only_what_changed_is_sent(page):
    page.set("slope", 0.5)
    frame = page.frames[-1]
    assert len(frame["patches"]) == 1
    assert "player" not in frame
    page.set("slope", 0.5)
    assert not set(page.frames[-1]) & {"svg", "values", "sentence", "places"}
    assert page.frames[-1]["patches"] == {}


def test_a_handle_follows_the_mouse_and_the_arrow_keys(line, page):
    page.say(type="drag", name="end", x=200, y=150)
    assert line.slope == 2
    page.say(type="drag", name="end", x=200, y=75)
    assert line.slope == 0
    page.say(type="nudge", name="end", x=0, y=3)
    assert line.slope == pytest.approx(0.3)
    assert page.shown["places"]["end"][2] == "slope 0.3"


def test_a_button_calls_its_method(line, page):
    page.say(type="press", name="flip")
    assert line.slope == -1


@pytest.mark.parametrize(
    "message",
    [
        {"type": "set", "name": "__class__", "value": 1},
        {"type": "set", "name": "drawn", "value": 1},
        {"type": "press", "name": "close"},
        {"type": "press", "name": "__init__"},
        {"type": "drag", "name": "nothing", "x": 1, "y": 1},
        {"type": "drag", "name": "end", "x": float("nan"), "y": "1"},
        {"type": "nudge", "name": "end"},
        {"type": ["set"], "name": {"a": 1}},
        {"type": "seek", "value": "soon"},
        {"type": None},
        {},
    ],
)
def test_a_hostile_message_moves_nothing(line, page, message):
    page.say(**message)
    assert line.slope == 1
    page.set("slope", 0.5)
    assert page.shown["sentence"] == "slope 0.5"


@pytest.mark.parametrize("message", [None, 3, "set", ["set"]])
def test_what_is_no_message_at_all_is_passed_over(line, page, message):
    line._traffic.receive(message)
    assert line.slope == 1


# Doors two and three: training and cells.


def test_a_report_of_the_model_moves_every_picture(line, page, neuron):
    other = PageDouble(Line(neuron))
    neuron.weights[0] = -1.5
    neuron.report()
    assert page.shown["sentence"] == other.shown["sentence"] == "slope -1.5"


def test_a_cell_that_changed_the_model_moves_every_picture(line, page, neuron):
    other = Line(neuron)
    other_page = PageDouble(other)
    neuron.weights[0] = 2
    assert page.shown["sentence"] == "slope 1"
    for explorable in (line, other):
        explorable.cell_ended()
    assert page.shown["sentence"] == other_page.shown["sentence"] == "slope 2"


def test_a_picture_shown_in_the_cell_that_changed_the_model_shows_the_new_numbers(line, neuron):
    neuron.weights[0] = 2
    assert repr(line) == "slope 2" and line._repr_mimebundle_()[0]["text/plain"] == "slope 2"
    assert line.slope == 2


def test_a_frame_that_takes_over_what_a_cell_did_is_one_and_new(line, page, neuron):
    before = len(page.frames)
    neuron.weights[0] = 2
    line.refresh()
    line.cell_ended()
    assert page.shown["sentence"] == "slope 2" and len(page.frames) == before + 1


def test_a_control_of_one_picture_moves_the_other(page, neuron):
    other = PageDouble(Line(neuron))
    page.set("slope", 0.7)
    assert other.shown["sentence"] == "slope 0.7"


def test_traits_can_be_linked_to_other_widgets(line, page):
    slider = ipywidgets.FloatSlider(min=-2, max=2)
    traitlets.link((line, "slope"), (slider, "value"))
    slider.value = -0.5
    assert page.shown["sentence"] == "slope -0.5"
    page.set("slope", 1.5)
    assert slider.value == 1.5


def test_what_a_cell_did_is_not_undone_by_the_next_control(line, page, neuron):
    """Within one cell, before anybody was told: first the array, then a trait that is not of the model."""
    neuron.weights[0] = 0.25
    line.style = "dashed"
    assert neuron.weights[0] == 0.25
    assert line.slope == 0.25
    neuron.weights[0] = 0.75
    assert line.state()["slope"] == 0.75
    neuron.weights[0] = 1.25
    page.set("slope", -1)
    assert neuron.weights[0] == line.slope == -1


def test_a_state_given_at_the_start_moves_the_model(neuron):
    assert Line(neuron, slope=-0.5).slope == neuron.weights[0] == -0.5


@pytest.mark.parametrize(("options", "says"), [({"slpoe": 1}, "no slpoe to set"), ({"show": ["slpoe"]}, "no slpoe to show")])
def test_a_misspelt_option_is_refused(options, says):
    with pytest.raises((TypeError, ValueError), match=says):
        Line(**options)


def test_only_the_wanted_controls_are_shown(neuron):
    page = PageDouble(Line(neuron, show=["style"]))
    (frame,) = page.frames
    assert [control["name"] for control in frame["controls"]] == ["style"]
    assert frame["handles"] == frame["actions"] == []


# Pacing.


def test_a_loop_in_a_cell_draws_by_the_clock_and_builds_no_backlog(line, neuron):
    page = PageDouble(line, acknowledges=False)
    until, turns = time.monotonic() + 0.7, 0
    while time.monotonic() < until:
        neuron.weights[0] = np.sin(turns)
        neuron.report()
        turns += 1
    line.cell_ended()
    frames = [frame for frame in page.frames if frame["type"] == "frame"]
    assert 2 <= len(frames) <= 8
    assert turns > 10 * len(frames)


def test_the_last_state_is_drawn_when_the_cell_ends_late(line, neuron):
    page = PageDouble(line, acknowledges=False)
    for value in (0.1, 0.2, 0.3):
        neuron.weights[0] = value
        neuron.report()
    time.sleep(0.2)
    line.cell_ended()
    assert page.shown["sentence"] == "slope 0.3"


def test_a_slider_is_heard_while_a_loop_trains(line, neuron):
    """The message comes on another thread; the loop itself makes room for it when it reports."""

    async def scene():
        lab = Line(neuron)
        page = PageDouble(lab, acknowledges=False)
        await asyncio.sleep(0)
        sender = threading.Thread(target=page.set, args=("style", "dashed"))
        sender.start()
        sender.join()
        assert lab.style == "solid"
        time.sleep(0.2)  # a cell that does not let go
        neuron.weights[0] = 0.3
        neuron.report()
        assert lab.style == "dashed"
        assert page.frames[-1]["answers"] == {"view": 2}

    asyncio.run(scene())


def test_a_view_that_cannot_say_hello_yet_gets_whole_pictures(line, neuron):
    """A cell that shows a lab and then trains keeps the page's first message waiting."""
    frames = []
    line.widget.send = lambda frame, buffers=None: frames.append(frame)
    line._repr_mimebundle_()
    until = time.monotonic() + 1.2
    while time.monotonic() < until:
        neuron.weights[0] = np.sin(time.monotonic())
        neuron.report()
    assert 2 <= len(frames) <= 3
    assert {frame["type"] for frame in frames} == {"picture"}
    line.cell_ended()
    count = len(frames)
    neuron.report()
    assert len(frames) == count  # nobody was there after all
    PageDouble(line)


def test_a_player_stops_when_its_last_view_is_closed_but_not_for_a_reload():
    """On a clock that stands still, so that a busy machine cannot be taken for an absent learner."""
    clock = Clock()

    async def scene():
        lab = explore.Training()
        lab._traffic._audience._clock = clock
        page = PageDouble(lab)
        page.say(type="play")
        await asyncio.sleep(0.1)
        assert lab.player.playing
        page.say(type="bye")
        clock.now += GONE / 2
        await asyncio.sleep(0.1)
        assert lab.player.playing
        again = PageDouble(lab, view="the page after a reload")
        clock.now += 2 * GONE
        await asyncio.sleep(0.1)
        assert lab.player.playing
        again.say(type="bye")
        clock.now += GONE
        until = time.monotonic() + 10
        while lab.player.playing and time.monotonic() < until:
            await asyncio.sleep(0.01)
        assert not lab.player.playing
        lab.close()

    asyncio.run(scene())


def test_without_a_view_nothing_is_drawn_in_vain(line, neuron):
    before = line.drawn
    for _ in range(100):
        neuron.report()
    assert line.drawn == before


def test_an_off_screen_view_gets_no_frames_and_catches_up(line, page, neuron):
    page.say(type="visible", visible=False)
    count = len(page.frames)
    neuron.weights[0] = 0.25
    neuron.report()
    assert len(page.frames) == count
    page.say(type="visible", visible=True)
    assert page.shown["sentence"] == "slope 0.25"


def test_a_reloaded_page_gets_everything_again(line, page):
    page.set("slope", 0.5)
    again = PageDouble(line, view="another")
    assert again.shown["values"]["slope"] == 0.5
    assert again.marks == page.marks


# Threads: state and pictures change on the main loop alone.


def test_messages_on_another_thread_are_worked_off_on_the_main_loop(neuron):
    threads = set()

    class Watched(Line):
        def draw(self):
            threads.add(threading.current_thread())
            super().draw()

    async def scene():
        line = Watched(neuron)
        page = PageDouble(line)
        senders = [
            threading.Thread(target=lambda: [page.set("slope", step / 500) for step in range(1000)])
            for _ in range(2)
        ]
        for sender in senders:
            sender.start()
        while any(sender.is_alive() for sender in senders):
            await asyncio.sleep(0.001)
        await asyncio.sleep(0.05)
        assert line.slope == pytest.approx(1.998)
        assert page.shown["sentence"] == "slope 1.998"

    asyncio.run(scene())
    assert threads == {threading.main_thread()}


def test_a_trait_set_on_another_thread_is_drawn_on_the_main_loop(neuron):
    async def scene():
        line = Line(neuron)
        page = PageDouble(line)
        sender = threading.Thread(target=lambda: setattr(line, "slope", -2.0))
        sender.start()
        sender.join()
        await asyncio.sleep(0.05)
        assert page.shown["sentence"] == "slope -2"

    asyncio.run(scene())


# Errors are shown in place.


def test_an_error_while_drawing_is_shown_and_the_next_good_state_works(line, page):
    page.set("broken", True)
    assert "planted" in page.shown["problem"]["sentence"]
    assert "ZeroDivisionError" in page.shown["problem"]["details"]
    page.set("broken", False)
    assert page.shown["problem"] is None


def test_an_error_while_rendering_is_shown_too_and_the_view_is_answered(line, page):
    line._line.set_data = lambda *data: type(line._line).set_data(line._line, [0, 1, 2], [0, 1])
    for slope in (0.5, 0.6, 0.7):
        page.set("slope", slope)
        assert page.shown["problem"]["sentence"]
        assert page.frames[-1]["answers"]
    del line._line.set_data
    page.set("slope", 0.8)
    assert page.shown["problem"] is None
    assert page.marks == PageDouble(line, view="late").marks


def test_a_shown_error_stays_while_the_picture_scrolls_in_and_out(line, page):
    page.set("slope", "much")
    page.say(type="visible", visible=False)
    page.say(type="visible", visible=True)
    assert "is not a number" in page.shown["problem"]["sentence"]
    line.slope = 1.5
    assert page.shown["problem"] is None


def test_the_same_refusal_is_said_again(page):
    for _ in range(2):
        page.set("slope", "nonsense")
        assert "is not a number" in page.frames[-1]["problem"]["sentence"]


@pytest.mark.parametrize("value", [np.nan, np.inf, -np.inf, 1e308])
def test_numbers_that_cannot_be_drawn_keep_the_last_picture(line, page, neuron, value):
    before = page.marks
    neuron.weights[0] = value
    line.cell_ended()
    assert "cannot be drawn" in page.shown["problem"]["sentence"]
    assert page.marks == before
    neuron.weights[0] = 0.5
    line.cell_ended()
    assert page.shown["problem"] is None
    assert page.shown["sentence"] == "slope 0.5"


def test_a_restored_string_moves_the_lab_and_a_bad_one_says_why(line, page):
    page.say(type="restore", value="Line?slope=-2&style=dashed&broken=False")
    assert (line.slope, line.style) == (-2, "dashed")
    page.say(type="restore", value="Line?slope=much")
    assert "is not a number" in page.shown["problem"]["sentence"]
    assert line.slope == -2
    with pytest.raises(ValueError, match="is not a number"):
        line.restore("Line?slope=much")


def test_a_state_beyond_the_sliders_goes_through_a_string_too(line, neuron):
    neuron.weights[0] = 30
    string = line.share()
    other = Line()
    other.restore(string)
    assert other.slope == 30


# Beginning and end.


def test_shows_a_still_a_sentence_and_the_living_widget(line):
    data, _ = line._repr_mimebundle_()
    assert data["text/plain"] == repr(line) == "slope 1"
    assert data["image/png"].startswith(b"\x89PNG")
    assert data["application/vnd.jupyter.widget-view+json"]["model_id"] == line.widget.model_id


def test_a_cell_run_again_closes_what_it_made_before(monkeypatch):
    class Info:
        cell_id = "one"

    class Shell:
        def __init__(self):
            self.events, self.heard = self, {}

        def get_parent(self):
            return {"metadata": {"cellId": "one"}}

        def register(self, event, function):
            self.heard[event] = function

    shell = Shell()
    cells = Cells(shell)
    monkeypatch.setattr("nnlib.live.explorable.current_cells", lambda: cells)
    first = Line()  # in the cell that runs already when the first lab is made
    Info.cell_id = "two"
    shell.heard["pre_run_cell"](Info)
    second = Line()
    Info.cell_id = "one"
    shell.heard["pre_run_cell"](Info)
    assert first.closed
    assert not second.closed
    assert "closed" in first._repr_mimebundle_()["text/plain"]


def test_closing_leaves_no_listener_no_comm_and_no_object(neuron):
    widgets = set(_instances)
    line = Line(neuron)
    page = PageDouble(line)
    page.set("slope", 0.5)
    line.close()
    assert page.frames[-1] == {"type": "closed"}
    assert neuron._listeners() == []
    assert line.widget.comm is None
    assert set(_instances) == widgets
    gone = weakref.ref(line)
    del line, page
    gc.collect()
    assert gone() is None


def test_a_closed_lab_takes_no_messages_and_can_be_closed_again(line, page):
    line.close()
    count = len(page.frames)
    page.set("slope", 0.5)
    line.slope = 0.25
    line.close()
    assert len(page.frames) == count


def test_ten_thousand_updates_take_no_memory(line, page):
    page._receive = lambda frame, buffers=None: None
    line.widget.send = page._receive
    process = psutil.Process()

    def move(times):
        for turn in range(times):
            line._traffic.receive({"type": "set", "name": "slope", "value": turn % 40 / 20, "view": "view", "n": turn})
        gc.collect()
        return process.memory_info().rss, len(gc.get_objects())

    move(1000)
    readings = np.array([move(2500) for _ in range(5)])
    grown_memory, grown_objects = np.diff(readings, axis=0).min(axis=0)
    # What leaks does so in every round; what else this process does comes and goes.
    assert grown_objects < 50
    assert grown_memory < 500_000  # bytes
