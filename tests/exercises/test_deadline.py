"""Endless loops end: by the timer on the main thread, by a look at the clock everywhere else."""

import signal
import subprocess
import sys
import threading
import time
from dataclasses import replace

import pytest

from nnlib.exercises.deadline import TimeUp, call_within
from nnlib.exercises.perceptron import nand, weighted_sum

LIMIT = 0.3  # seconds
has_timer = pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="no timer on this system")

LOOPS = """
import itertools, time
from dataclasses import replace
from nnlib.exercises.perceptron import nand, weighted_sum

def plain(x, w, b):
    while True:
        pass

def counting(x, w, b):
    z = b
    for i in itertools.count():
        z = z + 1
    return z

def catches_exceptions(x, w, b):
    while True:
        try:
            w[99]
        except Exception:
            pass

def catches_the_first_strike(x, w, b):
    try:
        while True:
            pass
    except BaseException:
        while True:
            pass

def prints(x, w, b):
    while True:
        print("still here")

class Lab:
    def state(self):
        while True:
            pass

class Number:
    def __array__(self, *arguments, **options):
        while True:
            pass

for loop in (plain, counting, catches_exceptions, LAST, prints, lambda x, w, b: Number()):
    result = replace(weighted_sum, seconds=0.3).check(loop)
    print(result.outcome.value, result.misconception)
print(replace(nand, seconds=0.3).check(Lab()).misconception)
"""
ON_A_THREAD = """
import threading
thread = threading.Thread(target=lambda: exec(LOOPS, {}))
thread.start()
thread.join()
"""
ENDED = ["Not yet endless"] * 6 + ["endless"]


def _run(program):
    return subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=True
    ).stdout.splitlines()


@has_timer
def test_endless_loops_end():
    assert _run(LOOPS.replace("LAST", "catches_the_first_strike")) == ENDED


def test_endless_loops_end_on_other_threads():
    # A trace function is dropped once it has raised, so there is no second strike here.
    loops = LOOPS.replace("LAST", "plain")
    assert _run(f"LOOPS = {loops!r}\n{ON_A_THREAD}") == ENDED


def test_the_sentence_names_the_time_and_what_to_look_at():
    def endless(x, w, b):
        while b == b:
            w = w + 1

    text = replace(weighted_sum, seconds=LIMIT).check(endless).text
    assert "stopped after 0.3 seconds" in text and "`while`" in text


def test_a_slow_right_answer_has_its_time():
    def slow(x, w, b):
        time.sleep(0.01)
        return x @ w + b

    assert weighted_sum.check(slow).correct


@has_timer
def test_sleeping_is_stopped_too():
    began = time.monotonic()
    with pytest.raises(TimeUp):
        call_within(LIMIT, lambda: time.sleep(60))
    assert time.monotonic() - began < 10


@has_timer
def test_the_handler_and_the_timer_of_somebody_else_come_back():
    rings = []
    before = signal.signal(signal.SIGALRM, lambda *_: rings.append("rings"))
    signal.setitimer(signal.ITIMER_REAL, 60)
    try:
        assert call_within(5, lambda: "done") == "done"
        with pytest.raises(TimeUp):
            call_within(0.05, lambda: time.sleep(60))
        assert 0 < signal.setitimer(signal.ITIMER_REAL, 0)[0] < 60
        signal.raise_signal(signal.SIGALRM)
        assert rings == ["rings"]
        call_within(5, lambda: None)
        assert signal.getitimer(signal.ITIMER_REAL)[0] == 0, "no timer before, none after"
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def test_the_tracer_of_somebody_else_comes_back():
    def check_in_a_thread():
        sys.settrace(tracer)
        weighted_sum.check(lambda x, w, b: x @ w + b)
        traced.append(sys.gettrace())
        sys.settrace(None)

    traced = []

    def tracer(frame, event, argument):
        return None

    thread = threading.Thread(target=check_in_a_thread)
    thread.start()
    thread.join()
    assert traced == [tracer]


@has_timer
def test_a_strike_in_the_very_last_moment_never_escapes():
    for _ in range(200):
        before = signal.getsignal(signal.SIGALRM)
        end = time.perf_counter() + 0.001
        try:
            call_within(
                0.001, lambda: [None for _ in iter(lambda: time.perf_counter() > end, True)]
            )
        except TimeUp:
            pass
        assert signal.getsignal(signal.SIGALRM) is before
        assert signal.getitimer(signal.ITIMER_REAL)[0] == 0


@pytest.mark.parametrize("exercise", [weighted_sum, nand])
def test_the_stop_button_goes_through(exercise):
    class Stopped:
        def __call__(self, x, w, b):
            raise KeyboardInterrupt

        def state(self):
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        exercise.check(Stopped())
