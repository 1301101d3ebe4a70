"""The two labs of digits: they train the real network, and read what a hand draws."""

import numpy as np
import pytest

from nnlib import Adam, Data, Network, Perceptron, accuracy, data, handwriting, train
from nnlib.drawing.mistakes import SHOWN
from nnlib.explore import DigitDrawing, DigitTraining
from nnlib.live.pad import MOST, strokes_in, strokes_text
from tests.live.page_double import PageDouble
from tests.numerics.drawings import DRAWINGS

SEVEN = [[(8, 7), (23, 7), (17, 16), (13, 27)]]


@pytest.fixture(scope="module")
def trained():
    network = Network([64, 16, 10], seed=0)
    for _ in train(network, data.digits()[0], Adam(0.01), epochs=25, seed=0, l2=0.0001):
        pass
    return network


@pytest.fixture
def pad(trained):
    lab = DigitDrawing(trained)
    yield lab
    lab.close()


@pytest.fixture
def lab():
    lab = DigitTraining()
    yield lab
    lab.close()


def on_pad(lab, points):
    """Turn dots of the pad into CSS pixels of the picture, as the page sends them."""
    return [list(map(float, lab.pad.axes.transData.transform(point))) for point in points]


def trace(page, lab, strokes):
    for points in strokes:
        for number, point in enumerate(on_pad(lab, points)):
            page.say(type="trace", name="pad", points=[point] if number else [None, point])


# Drawing


def test_scripted_drawings_are_read_by_hand(pad):
    page, read = PageDouble(pad), {}
    for digit, strokes in DRAWINGS.items():
        page.say(type="press", name="clear")
        trace(page, pad, strokes)
        assert pad.my_strokes == strokes
        read[digit] = pad.state()["digit"]
    assert sum(read[digit] == digit for digit in DRAWINGS) >= 8, read


def test_the_probabilities_follow_each_stroke_and_are_those_of_the_network(pad):
    page, seen = PageDouble(pad), []
    for points in DRAWINGS[4]:
        trace(page, pad, [points])
        expected = pad.model.predict(handwriting.prepare(handwriting.draw(pad.my_strokes)))[0]
        assert np.array_equal(pad.probabilities, expected)
        assert f"reads a {expected.argmax()}, with probability {expected.max():.2f}" in page.shown["sentence"]
        seen.append(expected)
    assert np.abs(seen[0] - seen[1]).max() > 0.1


def test_whatever_the_hand_did_the_picture_equals_a_fresh_one(pad, trained):
    page = PageDouble(pad)
    trace(page, pad, DRAWINGS[7])
    page.set("uncentred", True)
    page.set("shift_right", 1)
    fresh = DigitDrawing(trained)
    fresh.restore(page.shown["share"])
    assert page.marks == PageDouble(fresh).marks
    assert fresh.my_strokes == DRAWINGS[7]
    fresh.close()


def test_a_seven_by_keys(pad):
    page = PageDouble(pad)

    def press(*keys, far=True):
        for key in keys:
            page.say(type="pen", name="pad", key=key, far=far)

    press("ArrowLeft", "ArrowUp", "ArrowUp")
    press(" ", *["ArrowRight"] * 3, *["ArrowDown"] * 2)
    press(*["ArrowLeft", "ArrowDown", "ArrowDown"] * 4, far=False)
    press(" ", "ArrowLeft")
    assert pad.my_strokes[0][:5] == [(12, 8), (16, 8), (20, 8), (24, 8), (24, 12)]
    assert len(pad.my_strokes) == 1 and pad.state()["digit"] == 7
    assert "pen up" in pad.pad.where()[3]
    press("Backspace")
    assert pad.my_strokes == [] and page.shown["sentence"].startswith("The pad is empty")


def test_the_pen_stays_on_the_pad(pad):
    page = PageDouble(pad)
    page.say(type="pen", name="pad", key=" ", far=False)
    for key in ("ArrowLeft", "ArrowUp", "ArrowRight", "ArrowDown"):
        for _ in range(20):
            page.say(type="pen", name="pad", key=key, far=True)
    places = np.array(pad.my_strokes[0])
    assert places.min() >= 0 and places.max() <= 32 and page.shown["problem"] is None
    page.say(type="trace", name="pad", points=[None, [-1e5, 1e5]])
    assert strokes_in(pad.drawing)[1] == [(0, 0)]


def test_undo_clear_and_the_pen_that_is_down(pad):
    page = PageDouble(pad)
    trace(page, pad, DRAWINGS[4])
    page.say(type="press", name="undo")
    assert pad.my_strokes == DRAWINGS[4][:1]
    page.say(type="pen", name="pad", key=" ", far=False)
    page.say(type="press", name="clear")
    page.say(type="pen", name="pad", key="ArrowLeft", far=False)
    assert pad.my_strokes == [] and pad.state()["digit"] == -1
    page.say(type="press", name="undo")
    assert page.shown["problem"] is None


def test_uncentred_counts_the_ink_where_it_is(pad):
    pad.my_strokes = DRAWINGS[1]
    pad.uncentred = True
    assert np.array_equal(pad.inputs, handwriting.prepare(handwriting.draw(DRAWINGS[1]), centred=False))
    assert "counted where it was drawn" in pad.describe()


def test_a_digit_held_out_is_read_until_it_is_moved(pad):
    test = data.digits()[1]
    pad.shown = "a digit held out"
    still, moved = [], []
    for number in range(1, 101):
        pad.example, pad.shift_right = number, 0
        assert np.array_equal(pad.inputs, test.inputs[number - 1])
        still.append(pad.state()["digit"] == test.labels[number - 1])
        pad.shift_right = 1
        moved.append(pad.state()["digit"] == test.labels[number - 1])
    assert np.mean(still) > 0.9 and np.mean(moved) < 0.7
    assert "shifted 1 pixel right" in pad.describe()


def test_drawing_on_the_pad_takes_the_digit_held_out_away(pad):
    page = PageDouble(pad)
    page.set("shown", "a digit held out")
    assert page.shown["disabled"] == ["uncentred"]
    trace(page, pad, SEVEN)
    assert pad.shown == page.shown["values"]["shown"] == "my drawing"
    assert page.shown["disabled"] == ["example"]


def test_a_cell_that_changes_the_network_changes_the_answer(pad):
    pad.my_strokes = SEVEN
    page, weights = PageDouble(pad), pad.model.parameters.copy()
    pad.model.layers[1].bias[3] += 100
    pad.cell_ended()
    assert "reads a 3" in page.shown["sentence"]
    pad.model.parameters[:] = weights
    pad.cell_ended()
    assert "reads a 7" in page.shown["sentence"]


@pytest.mark.parametrize("wrong", ["7", 7, [[7]], [[(1, 2, 3)]], [(1, 2)]])
def test_strokes_of_another_kind_are_answered_with_a_sentence(pad, wrong):
    with pytest.raises((TypeError, ValueError), match=r"try|Try"):
        pad.my_strokes = wrong
    assert pad.my_strokes == []


def test_strokes_go_through_their_text():
    assert strokes_in(strokes_text(DRAWINGS[5])) == DRAWINGS[5]
    assert strokes_text([[(1, 1), (1.1, 1), (2, 1)]]) == strokes_text([[(1, 1), (2, 1)]])
    assert strokes_in("") == [] and strokes_text([]) == ""


@pytest.mark.parametrize("wrong", ["abcd", "~a", "~", "~ab~", "~a b ", "~ab!!", "~<b>", "~" + "a" * (2 * MOST + 2), 3])
def test_what_is_no_drawing_is_refused_with_a_sentence(pad, wrong):
    page = PageDouble(pad)
    page.set("drawing", wrong)
    assert "not a drawing" in page.shown["problem"]["sentence"] and pad.drawing == ""


@pytest.mark.parametrize(
    "points", [None, "points", [[1]], [["a", "b"]], [[1, None]], [[float("nan"), 1]], [{}], [[1, 2]] * 6000]
)
def test_a_hostile_stroke_is_refused(pad, points):
    page = PageDouble(pad)
    page.say(type="trace", name="pad", points=points)
    assert page.shown["problem"]["sentence"] and not page.shown["problem"]["details"]
    assert pad.drawing == ""


def test_a_full_pad_says_so_and_can_still_be_shared(pad):
    page = PageDouble(pad)
    for turn in range(40):
        scribble = [(x / 2, (x + turn) % 32) for x in range(60)]
        page.say(type="trace", name="pad", points=[None, *on_pad(pad, scribble)])
    assert "The pad is full" in page.shown["problem"]["sentence"]
    pad.restore(pad.share())
    assert len(pad.share()) < 4000


def test_a_pad_that_no_explorable_has_is_passed_over(lab):
    page = PageDouble(lab)
    page.say(type="trace", name="pad", points=[None, [1, 2]])
    page.say(type="pen", name="pad", key=" ")
    assert page.shown["problem"] is None


@pytest.mark.parametrize("wrong", [Perceptron(), "network", Network([2, 3, 1]), Network([64, 3]), Network([64, 3, 10], output="linear")])
def test_a_pad_needs_a_network_of_digits(wrong):
    with pytest.raises((TypeError, ValueError), match="Try"):
        DigitDrawing(wrong)


def test_examples_of_ones_own(trained):
    part = data.digits("order")[1].rows(slice(5))
    lab = DigitDrawing(trained, part, shown="a digit held out", example=300)
    assert np.array_equal(lab.inputs, part.inputs[4])
    lab.close()
    for wrong in (Data([[1, 2]], [1]), Data(part.inputs, part.labels)):  # a column of labels is yes or no
        with pytest.raises(TypeError, match="Try data.digits"):
            DigitDrawing(trained, wrong)


def test_the_examples_that_can_be_chosen_are_those_there_are(trained):
    lab = DigitDrawing(trained, data.digits()[1].rows(slice(5)))
    assert lab.control("example").high == 5
    assert DigitDrawing(trained).control("example").high == len(data.digits()[1])
    lab.close()


def test_a_shift_is_told_in_whole_pixels(pad):
    pad.my_strokes = SEVEN
    pad.shift_right = 0.4
    assert "shifted" not in pad.describe()
    pad.shift_right = 1.3
    assert "shifted 1 pixel right" in pad.describe()


def test_a_stroke_that_was_taken_away_while_it_was_drawn_does_not_go_on_in_another(pad):
    page = PageDouble(pad)
    trace(page, pad, [[(1, 1), (9, 9)]])
    trace(page, pad, [[(20, 20), (22, 22)]])
    page.say(type="pen", name="pad", key="Backspace")
    page.say(type="trace", name="pad", points=on_pad(pad, [(23, 23)]))
    assert pad.my_strokes == [[(1, 1), (9, 9)]]
    trace(page, pad, [[(30, 30)]])
    assert pad.my_strokes == [[(1, 1), (9, 9)], [(30, 30)]]


def test_a_pen_that_is_down_is_up_again_when_a_cell_draws(pad):
    page = PageDouble(pad)
    page.say(type="pen", name="pad", key=" ")
    pad.my_strokes = SEVEN
    assert not pad.pad.down and "pen up" in pad.pad.where()[3]
    page.say(type="pen", name="pad", key="ArrowLeft")
    assert pad.my_strokes == SEVEN


def test_a_full_pad_keeps_what_fits_and_joins_no_strokes(pad):
    page = PageDouble(pad)
    scribble = [(x / 2, (7 * x) % 32) for x in range(60)]
    for turn in range(24):
        page.say(type="trace", name="pad", points=[None, *on_pad(pad, [(x, (y + turn) % 32) for x, y in scribble])])
    kept = sum(map(len, pad.my_strokes))
    assert kept < MOST and page.shown["problem"] is None
    page.say(type="trace", name="pad", points=[None, *on_pad(pad, [(y, x) for x, y in 2 * scribble])])
    assert "The pad is full" in page.shown["problem"]["sentence"]
    assert len(pad.my_strokes) == 25 and sum(map(len, pad.my_strokes)) == MOST
    for points in ([None, [30, 30]], [[60, 60]], [[90, 90]]):
        page.say(type="trace", name="pad", points=points)
        assert "The pad is full" in page.shown["problem"]["sentence"]
        assert len(pad.my_strokes) == 25 and sum(map(len, pad.my_strokes)) == MOST
    assert not pad.pad.down


@pytest.mark.parametrize("key", [None, [], {}, 3, "Tab", "a" * 1000])
def test_a_key_that_means_nothing_to_the_pen_is_passed_over(pad, key):
    page = PageDouble(pad)
    page.say(type="pen", name="pad", key=key)
    assert page.shown["problem"] is None and pad.drawing == ""


# Training


def test_a_network_that_finds_all_digits_equally_likely_reads_none(pad):
    pad.my_strokes = [[(8, 8), (24, 24)]]
    pad.model.parameters[:] = 0
    assert pad.probabilities == pytest.approx(np.full(10, 0.1))
    assert "finds all ten digits equally likely" in repr(pad)
    assert pad.state()["digit"] == -1


def test_a_network_whose_numbers_are_none_says_so_instead_of_reading(pad):
    pad.my_strokes = [[(8, 8), (24, 24)]]
    pad.model.parameters[3] = np.nan
    pad.cell_ended()
    assert "reads" not in repr(pad) and repr(pad) == pad.problem


def test_a_unit_with_equal_weights_to_all_digits_decides_nothing():
    network = Network([64, 4, 10])
    network.parameters[:] = 0
    lab = DigitTraining(network)
    assert lab.parts.says()["unit 1"] == "equally towards all"
    lab.close()


def test_the_lab_makes_the_run_of_train(lab):
    lab.player.advance(100)
    network = Network([64, 16, 10], seed=0)
    for _ in train(network, data.digits()[0], Adam(0.01), batch=32, steps=100, seed=0, l2=0.0001):
        pass
    assert np.array_equal(lab.model.parameters, network.parameters)
    assert lab.state()["validation_accuracy"] == accuracy(network, data.digits()[1])


def test_the_other_split_begins_at_the_same_start_and_its_curve_stays_beside(lab):
    start = lab.model.parameters.copy()
    lab.player.advance(180)
    random = lab._accuracy.run
    lab.split = "by order"
    assert np.array_equal(lab.model.parameters, start)
    assert len(lab.validation) == 359 and np.array_equal(lab.validation.inputs, data.digits("order")[1].inputs)
    assert lab._accuracy._other.points == random and len(lab._accuracy.run) == 1
    assert f"With the other split the last run came to {random[-1][1]:.3f}." in lab.describe()
    lab.player.advance(45)
    lab.split = "random"
    assert len(lab._accuracy._other.points) == 2


def test_the_mistakes_are_those_of_the_network(lab):
    lab.player.advance(135)
    page = PageDouble(lab)
    answers = lab.model.predict(lab.validation.inputs).argmax(axis=1)
    expected = np.flatnonzero(answers != lab.validation.labels)
    assert np.array_equal(lab.mistakes, expected)
    assert f"{len(expected)} mistakes among 359" in page.shown["sentence"]
    first = expected[0]
    assert f"{lab.validation.labels[first]} as {answers[first]}" in page.marks
    says = lab.parts.says()
    assert says["mistake 1"].startswith(f"{lab.validation.labels[first]}, read as {answers[first]} ")


def test_a_unit_and_a_mistake_are_chosen_by_their_parts(lab):
    page = PageDouble(lab)
    lab.player.advance(45)
    page.say(type="select", name="unit 6")
    page.say(type="select", name="mistake 3")
    assert lab.looked_at == "6,3"
    assert "unit 6" in page.marks
    onward = lab.model.layers[1].weights[5]
    assert f"towards {onward.argmax()}, " in page.marks and f"away from {onward.argmin()}, " in page.marks


def test_arrow_keys_lead_from_every_part_to_every_other(lab):
    reached, waiting = set(), ["unit 1"]
    while waiting:
        name = waiting.pop()
        if name not in reached:
            reached.add(name)
            waiting += lab.parts.every[name].beside.values()
    assert reached == set(lab.parts.every) and len(reached) == 16 + SHOWN


def test_a_network_without_mistakes_has_nothing_to_choose(lab):
    perfect = lab.validation.rows(np.setdiff1d(np.arange(359), lab.mistakes))
    lab._parts_of_data["random"] = lab.training, perfect
    page = PageDouble(lab)
    page.say(type="select", name="mistake 2")
    assert page.shown["problem"] is None
    assert lab.parts.says()["mistake 2"] == "there is none"
    assert "0 mistakes" in page.marks


@pytest.mark.parametrize("looked_at", ["", "0,0", "-5,99", "1e5,1e5", "3", "2.6,1,7"])
def test_what_is_looked_at_is_brought_into_range(lab, looked_at):
    page = PageDouble(lab)
    page.set("looked_at", looked_at)
    assert page.shown["problem"] is None
    unit, mistake = lab._chosen
    assert 0 <= unit < 16 and 0 <= mistake < SHOWN


def test_training_in_a_cell_draws_the_curves(lab):
    for _ in train(lab.model, lab.training, Adam(0.01), epochs=3, validation=lab.validation):
        pass
    assert len(lab._accuracy.run) == 4
    assert lab._accuracy.run[-1] == (135, accuracy(lab.model, lab.validation))
    assert "Step 135, epoch 3" in lab.describe()


def test_the_run_comes_to_its_end(lab):
    lab.player.advance(5000)
    assert lab.player.ended and "Step 1125, epoch 25" in lab.describe()


@pytest.mark.parametrize(
    "wrong",
    [Perceptron(), "network", Network([64, 16, 10], output="sigmoid"), Network([64, 10]), Network([64, 65, 10]),
     Network([64, 8, 8, 10]), Network([2, 3, 10])],
)  # fmt: skip
def test_what_cannot_be_trained_here_is_refused_with_a_sentence(wrong):
    with pytest.raises((TypeError, ValueError), match=r"Try Network\(\[64"):
        DigitTraining(wrong)


def test_one_network_on_two_labs(lab):
    pad = DigitDrawing(lab.model)
    pad.my_strokes = SEVEN
    page = PageDouble(pad)
    before = page.shown["sentence"]
    lab.player.advance(200)
    assert page.shown["sentence"] != before and "reads a 7" in page.shown["sentence"]
    pad.close()
