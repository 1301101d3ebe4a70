"""What is shown: text and HTML that say the same, learner text escaped, equal on every run."""

import re
import subprocess
import sys
from html import unescape

import numpy as np
import pytest

from nnlib.exercises.card import Card
from nnlib.exercises.outcome import Outcome
from nnlib.exercises.perceptron import nand, step, weighted_sum, without_bias

SCRIPT = "<img src=x onerror=alert(1)>"


def _raises(x, w, b):
    raise ValueError(SCRIPT)


def _prints(x, w, b):
    print(SCRIPT)


Named = type(SCRIPT, (), {})

HOSTILE = [
    (weighted_sum, _raises),
    (weighted_sum, _prints),
    (weighted_sum, lambda x, w, b: Named()),
    (without_bias, [SCRIPT]),
    (nand, Named()),
    (nand, {"w1": Named(), "w2": 0, "bias": 0, "use_bias": True}),
]


@pytest.mark.parametrize("exercise, answer", HOSTILE)
def test_learner_text_is_shown_and_never_run(exercise, answer):
    result = exercise.check(answer)
    assert SCRIPT in result.text
    assert "<img" not in result._repr_html_() and "&lt;img" in result._repr_html_()


def test_the_html_says_what_the_text_says():
    card = Card(
        "A <heading>", "First `code`, then a < b.\n\nSecond & last.", "def f(x):\n    return x < 1"
    )
    text = re.sub(r"<[^>]+>", " ", re.sub(r"</?code>", "", card._repr_html_()))
    assert unescape(text).split() == repr(card).replace("`", "").split()


def test_a_result_reads_as_plain_text():
    assert repr(weighted_sum.check(lambda x, w, b: x @ w)) == (
        "Not yet: The weighted sum\n"
        "The products are added up well. Something that comes in has not been used yet."
    )
    assert repr(step.check(lambda z: [7, 7])) == (
        "Not yet: The step\n"
        "This call gave an array of shape (2,); 0 or 1, one for each number in z, is due.\n\n"
        "    step(2.0)"
    )


def test_the_three_outcomes_differ_by_more_than_a_colour():
    results = [
        nand.check(nand.right[0]),
        nand.check(nand.misconceptions[0].examples[0]),
        nand.check(),
    ]
    assert {result.outcome for result in results} == set(Outcome)
    assert len({result.border for result in results}) == 3
    assert all(result.outcome.value in result._repr_html_() for result in results)


def test_no_memory_address_reaches_the_text():
    def fails(x, w, b):
        raise ValueError(f"cannot use {object()}")

    text = weighted_sum.check(fails).text
    assert "cannot use <object object>" in text and "0x" not in text


def test_equal_answers_give_equal_text_on_every_run():
    program = (
        "from nnlib.exercises.perceptron import *\n"
        "print(predict.check(lambda x, w, b: [1]), weighted_sum.check(lambda x, w, b: object()))\n"
        "print(without_bias.check({'NOR', 'OR'}), without_bias.check({'OR'}), nand.hint())"
    )
    runs = {subprocess.check_output([sys.executable, "-c", program], text=True) for _ in range(3)}
    assert len(runs) == 1 and "Not yet" in runs.pop()


def test_exercises_load_numpy_and_no_picture():
    program = (
        "import sys; from nnlib.exercises import perceptron, start\n"
        "print(*{'matplotlib', 'ipywidgets', 'IPython', 'traitlets', 'anywidget'} & set(sys.modules))"
    )
    assert subprocess.check_output([sys.executable, "-c", program], text=True).split() == []


def test_a_float32_answer_is_close_enough():
    assert weighted_sum.check(lambda x, w, b: np.float32(x) @ np.float32(w) + np.float32(b)).correct
