"""The player: step, scrub, reset, play; and it stops when it should."""

import asyncio
import os
import signal
import time

import pytest

from nnlib.live.kernel import MainLoop
from nnlib.live.player import KEPT, Player


class Shown(list):
    """What a player has shown, and what it has said."""

    def __init__(self, steps=None, fails_at=None, **options):
        self.starts, self.errors = [], []

        def start(seed):
            self.starts.append(seed)
            number = 0
            while steps is None or number < steps:
                if number == fails_at:
                    raise ZeroDivisionError("planted")
                yield number
                number += 1

        self.player = Player(start, self.append, on_error=self.errors.append, **options)


def test_steps_one_at_a_time_and_at_last_ends():
    shown = Shown(steps=3)
    for _ in range(3):
        shown.player.advance()
    assert shown == [1, 2, 2]  # 0 is where it starts, which is no step
    assert shown.player.ended
    assert shown.player.for_page()["position"] == 2


def test_many_steps_are_shown_as_one():
    shown = Shown()
    shown.player.advance(50)
    assert shown == [50]


def test_time_can_be_scrubbed_and_goes_on_from_the_present():
    shown = Shown()
    for _ in range(10):
        shown.player.advance()
    shown.player.seek(8)
    assert shown[-1] == 8
    for _ in range(3):
        shown.player.advance()
    assert shown[-3:] == [9, 10, 11]  # what there was, then on: the run itself never went back


@pytest.mark.parametrize("position", [-5, 10**9])
def test_scrubbing_past_the_ends_stays_inside(position):
    shown = Shown()
    shown.player.advance(5)
    shown.player.seek(position)
    assert shown[-1] in (0, 5)


def test_a_long_run_is_kept_thinly_from_end_to_end():
    shown = Shown()
    shown.player.advance(10 * KEPT)
    moments = shown.player.moments
    assert KEPT / 2 <= len(moments) <= KEPT
    assert moments[0] == 0
    assert moments[-1] == 10 * KEPT
    gaps = {after - before for before, after in zip(moments, moments[1:-1], strict=False)}
    assert len(gaps) == 1


def test_reset_begins_the_same_run_or_another():
    shown = Shown()
    shown.player.advance(5)
    shown.player.reset()
    shown.player.reset(seed=7)
    assert shown.starts == [0, 0, 7]
    assert shown[-1] == 0


def run(coroutine):
    async def in_time():
        async with asyncio.timeout(20):
            return await coroutine

    return asyncio.run(in_time())


def test_plays_while_the_loop_does_other_things():
    async def scene():
        shown = Shown(pause_between=0.001)
        shown.player.play(MainLoop())
        others = 0
        while len(shown) < 20:
            others += 1
            await asyncio.sleep(0)
        shown.player.pause()
        count = len(shown)
        await asyncio.sleep(0.05)
        assert len(shown) == count
        assert others > 10

    run(scene())


def test_plays_many_steps_a_frame_when_not_paced():
    async def scene():
        shown = Shown()
        shown.player.play(MainLoop())
        while len(shown) < 5:
            await asyncio.sleep(0.005)
        shown.player.pause()
        assert shown.player._taken > 10 * len(shown)

    run(scene())


def test_playing_twice_is_one_run_and_leaves_no_task():
    async def scene():
        shown = Shown(steps=200)
        for _ in range(5):
            shown.player.play(MainLoop())
        while shown.player.playing:
            await asyncio.sleep(0.005)
        await asyncio.sleep(0.01)
        assert shown.starts == [0]
        assert asyncio.all_tasks() == {asyncio.current_task()}

    run(scene())


def test_play_in_the_past_of_a_finished_run_replays_it():
    async def scene():
        shown = Shown(steps=6, pause_between=0.001)
        shown.player.advance(9)
        shown.player.seek(2)
        shown.clear()
        shown.player.play(MainLoop())
        while shown.player.playing:
            await asyncio.sleep(0.005)
        assert shown == [3, 4, 5]
        assert shown.starts == [0]

    run(scene())


def test_play_in_the_past_of_a_run_that_goes_on_replays_it_first():
    async def scene():
        shown = Shown(pause_between=0.001)
        for _ in range(6):
            shown.player.advance()
        shown.player.seek(2)
        shown.clear()
        shown.player.play(MainLoop())
        while len(shown) < 8:
            await asyncio.sleep(0.005)
        shown.player.pause()
        assert shown[:8] == [3, 4, 5, 6, 7, 8, 9, 10]

    run(scene())


def test_after_exactly_the_last_step_play_begins_again():
    async def scene():
        shown = Shown(steps=4, pause_between=0.001)
        shown.player.advance(3)  # nobody has yet noticed that this was the last
        shown.clear()
        shown.player.play(MainLoop())
        while shown.player.playing:
            await asyncio.sleep(0.005)
        assert shown == [0, 1, 2, 3]

    run(scene())


def test_steps_from_the_past_go_on_beyond_the_present():
    shown = Shown()
    for _ in range(8):
        shown.player.advance()
    shown.player.seek(3)
    shown.player.advance(10)
    assert shown[-1] == 13


def test_a_branch_forgets_what_came_after_and_goes_on_anew():
    begun = []

    def resume():
        begun.append(shown[-1])
        return iter([shown[-1], 100, 101])

    shown = Shown(resume=resume)
    for _ in range(8):
        shown.player.advance()
    shown.player.branch_off()
    assert not begun  # nothing comes after the present
    shown.player.seek(3)
    shown.player.branch_off()
    assert shown.player.moments == [0, 1, 2, 3] and begun == [3]
    shown.player.advance(2)
    assert shown[-1] == 101 and shown.player.moments == [0, 1, 2, 3, 100, 101]


def test_faster_is_faster_and_slower_slower():
    async def scene(speed):
        shown = Shown()
        shown.player.speed = speed
        shown.player.play(MainLoop())
        while len(shown) < 10:
            await asyncio.sleep(0.002)
        shown.player.pause()
        return shown[-1] / (len(shown) - 1)

    slow, normal, fast = (run(scene(speed)) for speed in (0.25, 1, 4))
    assert 3 * slow < normal < fast / 3


def test_a_change_by_others_begins_a_new_run_from_there():
    shown = Shown()
    shown.player._resume = lambda: iter(range(100, 200))
    shown.player.advance(5)
    shown.player.changed_by_others()
    shown.player.seek(0)
    assert shown == [5]  # nothing of the old run can come back
    shown.player.advance()
    assert shown[-1] == 101


def test_its_own_changes_are_not_those_of_others():
    shown = Shown()
    shown.player._resume = lambda: iter(range(100, 200))
    shown.player._show = lambda moment: shown.player.changed_by_others()
    shown.player.advance(3)
    shown.player.seek(1)
    assert shown.player.steps == 4


@pytest.mark.skipif(os.name == "nt", reason="Windows kernels are not interrupted by a signal")
def test_an_interrupt_pauses_every_player_and_leaves_no_handler():
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)

    async def scene():
        players = [Shown(pause_between=0.001).player for _ in range(3)]
        for player in players:
            player.play(MainLoop())
            await asyncio.sleep(0.01)
        players[0].pause()
        await asyncio.sleep(0.02)
        os.kill(os.getpid(), signal.SIGINT)
        await asyncio.sleep(0.05)
        assert [player.playing for player in players] == [False] * 3

    try:
        run(scene())
        assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGINT, before)


def test_play_at_the_end_begins_again():
    async def scene():
        shown = Shown(steps=3)
        shown.player.advance(9)
        shown.player.play(MainLoop())
        while shown.player.playing:
            await asyncio.sleep(0.005)
        assert shown.starts == [0, 0]

    run(scene())


def test_an_error_of_the_run_is_shown_and_stops_it():
    async def scene():
        shown = Shown(fails_at=3)
        shown.player.play(MainLoop())
        while shown.player.playing:
            await asyncio.sleep(0.005)
        assert [type(error) for error in shown.errors] == [ZeroDivisionError]

    run(scene())


@pytest.mark.skipif(os.name == "nt", reason="Windows kernels are not interrupted by a signal")
def test_the_interrupt_button_pauses_it_even_in_an_idle_kernel():
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)  # as an idle kernel does

    async def scene():
        shown = Shown()
        shown.player.play(MainLoop())
        await asyncio.sleep(0.05)
        assert shown.player.playing
        os.kill(os.getpid(), signal.SIGINT)
        until = time.monotonic() + 5
        while shown.player.playing and time.monotonic() < until:
            await asyncio.sleep(0.005)
        assert not shown.player.playing

    try:
        run(scene())
        assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGINT, before)


def test_nothing_plays_where_there_is_no_loop():
    shown = Shown()
    shown.player.play(MainLoop())
    assert not shown.player.playing
