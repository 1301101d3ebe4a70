"""Messages wait in the inbox, views are heard, and nobody waits for ever."""

import threading

import pytest

from nnlib.live.audience import GONE, LOST, PATIENCE, Audience
from nnlib.live.inbox import Inbox


class Clock:
    """A clock that stands still until it is told otherwise."""

    now = 100.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def audience(clock):
    return Audience(clock)


def test_of_a_drag_only_the_newest_value_stays():
    inbox = Inbox()
    for value in range(1000):
        inbox.put({"type": "set", "name": "w", "value": value})
    assert inbox.take() == [{"type": "set", "name": "w", "value": 999}]
    assert inbox.take() == []


def test_order_is_kept_between_different_things():
    inbox = Inbox()
    messages = [
        {"type": "set", "name": "w", "value": 1},
        {"type": "press", "name": "reset"},
        {"type": "press", "name": "reset"},
        {"type": "set", "name": "w", "value": 2},
        {"type": "set", "name": "b", "value": 3},
    ]
    for message in messages:
        inbox.put(message)
    assert inbox.take() == messages


@pytest.mark.parametrize("kind", [["set"], {"set": 1}, None, 3])
def test_a_kind_that_is_none_waits_like_any_other(kind):
    inbox = Inbox()
    messages = [{"type": "set", "name": "w"}, {"type": kind, "name": "w"}, {"type": kind, "name": kind}]
    for message in messages:
        inbox.put(message)
    assert inbox.take() == messages


def test_two_threads_lose_nothing():
    inbox, taken = Inbox(), []

    def send(name):
        for _ in range(500):
            inbox.put({"type": "press", "name": name})

    threads = [threading.Thread(target=send, args=(name,)) for name in "ab"]
    for thread in threads:
        thread.start()
    while any(thread.is_alive() for thread in threads):
        taken += inbox.take()
    taken += inbox.take()
    assert len(taken) == 1000


def test_a_frame_waits_until_the_last_was_shown(audience, clock):
    audience.hear("a", {"type": "hello"})
    assert audience.ready
    frame = audience.sending()
    assert not audience.ready
    audience.hear("a", {"type": "ack", "frame": frame})
    assert audience.ready


def test_patience_ends(audience, clock):
    audience.hear("a", {"type": "hello"})
    audience.sending()
    clock.now += PATIENCE
    assert audience.ready


def test_a_lost_view_blocks_nobody(audience, clock):
    audience.hear("lost", {"type": "hello"})
    audience.hear("here", {"type": "hello"})
    clock.now += LOST
    audience.hear("here", {"type": "ack", "frame": audience.sending()})
    assert audience.ready


def test_the_slower_of_two_views_is_waited_for(audience):
    for view in "ab":
        audience.hear(view, {"type": "hello"})
    frame = audience.sending()
    audience.hear("a", {"type": "ack", "frame": frame})
    assert not audience.ready
    audience.hear("b", {"type": "ack", "frame": frame})
    assert audience.ready


def test_a_page_that_was_closed_without_a_word_is_forgotten(audience, clock):
    for view in "ab":
        audience.hear(view, {"type": "hello"})
    audience.hear("b", {"type": "visible", "visible": False})  # scrolled away, but there
    audience.sending()
    clock.now += GONE / 2
    audience.forget_the_lost()
    assert set(audience.views) == {"a", "b"}
    clock.now += GONE
    audience.forget_the_lost()
    assert set(audience.views) == {"b"}
    audience.hear("b", {"type": "bye"})
    assert not audience.left  # it may be a reload
    clock.now += GONE
    assert audience.left
    audience.hear("a", {"type": "ack", "frame": 1})  # it was only kept from speaking
    assert set(audience.views) == {"a"}


def test_where_nobody_ever_was_nobody_has_left(audience):
    audience.forget_the_lost()
    assert not audience.left


def test_a_late_acknowledgement_does_not_bring_a_view_back(audience):
    audience.hear("a", {"type": "hello"})
    frame = audience.sending()
    audience.hear("a", {"type": "bye"})
    audience.hear("a", {"type": "ack", "frame": frame})
    assert not audience.views


def test_what_is_off_screen_is_not_watching(audience):
    audience.hear("a", {"type": "visible", "visible": False})
    assert not audience.watching
    audience.hear("a", {"type": "visible", "visible": True})
    assert audience.watching
    audience.hear("a", {"type": "bye"})
    assert not audience.views


@pytest.mark.parametrize("frame", [None, "9", 1e300, -1, 10**9, [1]])
def test_a_hostile_acknowledgement_acknowledges_nothing_that_was_not_sent(audience, frame):
    audience.hear("a", {"type": "hello"})
    audience.hear("a", {"type": "ack", "frame": frame})
    assert audience.views["a"].shown <= audience.frame
