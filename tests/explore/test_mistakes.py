"""The perceptron rule in the picture is the rule of nnlib, step by step, whoever drives it."""

import re

import numpy as np
import pytest
from matplotlib.transforms import Bbox

from nnlib import Data, Network, Perceptron, data, learn
from nnlib.explore import Mistakes
from nnlib.live.furniture import furniture
from tests.live.page_double import PageDouble

GATES = ("AND", "OR", "NAND", "XOR")


@pytest.fixture
def lab():
    lab = Mistakes()
    yield lab
    lab.close()


def own(lab):
    """Return the points as rows (x₁, x₂, class)."""
    return np.column_stack([lab.data.inputs, lab.data.labels]).tolist()


def click(page, lab, x, y, shift=False):
    """Click into the plane at (x, y)."""
    place = lab._rule.plane.axes.transData.transform((x, y))
    page.say(type="pointer", event="down", x=float(place[0]), y=float(place[1]), shift=shift)


@pytest.mark.parametrize("gate", GATES)
@pytest.mark.parametrize("rate", [1, 0.5, 0.1])
def test_its_steps_are_those_of_learn(gate, rate):
    lab, alone = Mistakes(points=gate, rate=rate), Perceptron()
    points = data.gate(gate)
    for step in learn(alone, points.inputs, points.labels, rate=rate, passes=8):
        if step.example is not None:
            lab.player.advance()
            assert repr(lab.step) == repr(step)
        assert (lab.model.parameters == alone.parameters).all()
    lab.close()


@pytest.mark.parametrize(("gate", "passes"), [("AND", 6), ("OR", 4), ("NAND", 6)])
def test_whole_passes_lead_to_the_end(gate, passes):
    lab = Mistakes(points=gate)
    for _ in range(passes):
        assert not lab.state()["settled"]
        lab.whole_pass()
    assert lab.state()["settled"] and lab.wrong == 0
    assert f"it has settled in pass {passes}." in lab.describe()
    for press in (lab.whole_pass, lab.next_mistake, lab.player.advance):
        press()  # after the end nothing is left to do, and nothing goes on for ever
        assert lab.step.settled and lab.step.pass_number == passes
    lab.close()


def test_next_mistake_finds_every_mistake_and_only_mistakes(lab):
    points = data.gate("AND")
    expected = [repr(step) for step in learn(Perceptron(), points.inputs, points.labels) if step.mistake]
    found = []
    for _ in range(len(expected)):
        lab.next_mistake()
        found.append(repr(lab.step))
    assert found == expected
    lab.next_mistake()
    assert lab.step.settled


def test_xor_goes_round_in_a_circle():
    lab = Mistakes(points="XOR")
    lab.whole_pass(), lab.whole_pass()
    second = lab.model.parameters.copy()
    lab.whole_pass()
    assert (lab.model.parameters == second).all() and lab.step.mistakes == 4
    lab.close()


def test_the_words_hold_the_sum_the_decision_and_the_move(lab):
    assert lab.describe() == (
        "Before the first example: the weights are 0 and 0, the bias is 0. 3 of 4 points are wrong. "
        "In the square: point 1 at (0, 0), class 0."
    )
    lab.next_mistake(), lab.next_mistake()
    assert lab.describe() == (
        "Pass 1, point 4 at (1, 1), which should fire: z = 0 · 1 + 0 · 1 − 1 = −1, so the answer is 0: "
        "a mistake. "
        "The point is added: weights 1 and 1, bias 0, and the sum here is now 2. 3 of 4 points are wrong. "
        "In the square: point 1 at (0, 0), class 0."
    )


def test_a_sum_that_misses_zero_by_rounding_is_shown_as_it_is():
    lab = Mistakes(rate=0.1)
    said = set()
    for _ in range(16):
        lab.player.advance()
        said.add(lab.describe())
    assert any("e-17 , so" in text.replace(",", " ,") for text in said)
    assert lab.step.settled and lab.step.pass_number == 4
    lab.close()


def test_the_words_say_how_much_of_the_point_is_added():
    lab = Mistakes(rate=0.5)
    lab.next_mistake()
    assert "a mistake. The point, times 0.5, is taken away: weights 0 and 0, bias −0.5" in lab.describe()
    lab.rate = 0
    lab.next_mistake()
    assert "The point, times 0, is taken away: weights 0 and 0, bias 0" in lab.describe()
    lab.close()


def test_the_sum_in_words_can_be_calculated_again():
    own = data.moons(30, noise=0.2, seed=2, radius=1.5)
    for points, close in [("blobs", 0.0006), (own, 0.005)]:
        lab = Mistakes(points=points)
        for _ in range(3 * len(lab.data)):
            lab.player.advance()
            said = re.search("z = (.*) = (.*), so the answer", lab.describe().replace("−", "-").replace("·", "*"))
            assert eval(said[1]) == pytest.approx(float(said[2]), abs=close)
        lab.close()


@pytest.mark.parametrize("points", ["AND", "blobs"])
def test_the_numbers_beside_the_plane_add_up(points):
    lab = Mistakes(points=points)
    for _ in range(5):
        lab.next_mistake()
        lab.draw()
        before, added, after = (
            [float(text.get_text().replace("−", "-")) for text in row] for row in lab._rule._ledger._texts
        )
        assert np.add(before, added)[:3] == pytest.approx(after[:3], abs=1e-9)
        assert before[3] + added[3] == pytest.approx(after[3], abs=0 if points == "AND" else 0.0016)  # 3 roundings
        assert after[:3] == pytest.approx(lab.model.parameters, abs=1e-9)
        assert (added[3] > 0) == (lab.step.target == 1)
    lab.close()


def number_texts(lab):
    return [text for text in lab._rule._numbers._texts if text.get_visible() and text.get_text()]


def numbers_seen(lab):
    return [text.get_text() for text in number_texts(lab)]


def test_points_at_one_place_are_all_seen():
    lab = Mistakes(points=Data([[1, 1], [1, 1], [-1, -1], [1, 1]], [1, 0, 0, 0]))
    lab.draw()
    assert numbers_seen(lab) == ["1, 2, 4", "3"]
    assert lab._rule._under.get_xydata().tolist() == [[1, 1]]
    lab.flip(), lab.draw()
    assert numbers_seen(lab) == ["1, 2, 4", "3"]
    assert lab._rule._under.get_xydata().tolist() == []
    lab.own = "1,1,0,1,2,1"
    lab.draw()
    assert numbers_seen(lab) == ["1", "2"]
    lab.close()


def test_a_number_at_the_edge_stays_in_the_plane():
    lab = Mistakes(points=Data([[2.5, 0], [2.5, 0], [2.5, 1], [-2.5, -2.5], [2.25, -1]] + [[2.5, -2]] * 7, [0, 1] * 6))
    lab.bring_up_to_date()
    plane = lab._rule.plane.axes.bbox
    for text in number_texts(lab):
        box = extent(lab, text)
        assert box.x1 <= plane.x1 and box.y0 >= plane.y0, text.get_text()
    lab.close()


def extent(lab, text):
    return text.get_window_extent(lab.figure.canvas.get_renderer())


def across(lab, place, pixels):
    """Return the box of a mark of this size at a place of the plane."""
    x, y = lab._rule.plane.axes.transData.transform(place)
    return Bbox.from_extents(x - pixels / 2, y - pixels / 2, x + pixels / 2, y + pixels / 2)


@pytest.mark.parametrize("points", [*GATES, "blobs"])
def test_a_number_lies_on_no_point_and_no_other_number_and_is_nearest_to_its_own_point(points):
    lab = Mistakes(points=points)
    for chosen in range(len(lab.data)):
        lab.chosen = chosen
        lab.bring_up_to_date()
        places, texts = lab.data.inputs, number_texts(lab)
        boxes = [extent(lab, text) for text in texts]
        marks = [across(lab, place, 27 if which == chosen else 13) for which, place in enumerate(places)]
        for which, (text, box) in enumerate(zip(texts, boxes, strict=True)):
            assert text.get_text() == str(which + 1)
            nearest = np.linalg.norm(places - text.get_position(), axis=1).argmin()
            assert nearest == which or which == chosen  # beside a square it is clear whose it is
            assert not any(box.overlaps(other) for other in [*boxes[:which], *marks]), text.get_text()
    lab.close()


def test_with_weights_that_cannot_be_drawn_no_number_lies_about():
    lab = Mistakes(Perceptron([1e12, 0], 0))
    assert "cannot be drawn" in lab.problem and numbers_seen(lab) == []
    lab.close()


def test_the_added_arrow_leads_from_the_old_tip_to_the_new_one():
    lab = Mistakes(points="blobs")
    for _ in range(4):
        before = lab.model.weights.copy()
        lab.next_mistake()
        lab.draw()
        x, y = lab._rule._added._shaft.get_data()
        np.testing.assert_allclose([[x[0], y[0]], [x[1], y[1]]], [before / 2, lab.model.weights / 2])
        assert lab._rule._line_before._line.get_visible() == bool(before.any())
    lab.player.advance()
    lab.draw()
    assert lab._rule._added._shaft.get_visible() == lab.step.mistake
    lab.close()


def test_the_curves_count_what_was_counted(lab):
    points, alone = data.gate("AND"), Perceptron()
    wrong, mistakes = [], {}
    for step in learn(alone, points.inputs, points.labels):
        wrong.append(int((alone.predict(points.inputs) != points.labels).sum()))
        mistakes[step.pass_number] = step.mistakes
    for _ in range(6):
        lab.whole_pass()
    lab.draw()
    assert list(lab._rule.curve._wrong_line.get_ydata()) == wrong
    assert list(lab._rule.curve._mistakes_line.get_ydata()) == list(mistakes.values())[1:]
    assert max(wrong[1:]) > wrong[1]  # an update may make more points wrong


def test_a_long_run_stays_light_and_in_view():
    lab = Mistakes(points="XOR")
    for _ in range(1000):
        lab.whole_pass()
    lab.draw()
    for line in (lab._rule.curve._wrong_line, lab._rule.curve._mistakes_line):
        assert len(line.get_xdata()) == len(line.get_ydata()) <= 401
    assert set(lab._rule.curve._wrong_line.get_ydata()) == {3}  # of 2 and 3, the larger
    assert lab._rule.curve._mistakes_line.get_ydata()[-1] == 4
    assert lab._rule.curve.axes.get_xlim()[1] >= 1000
    assert lab.step.mistakes == 4
    lab.close()


def test_scrubbing_brings_back_the_moment_and_its_words(lab):
    seen = [(lab.describe(), lab.model.parameters.copy())]
    for _ in range(8):
        lab.player.advance()
        seen.append((lab.describe(), lab.model.parameters.copy()))
    for position in (0, 5, 8, 2):
        lab.player.seek(position)
        assert lab.describe() == seen[position][0]
        assert (lab.model.parameters == seen[position][1]).all()


def test_reset_goes_to_the_given_start_and_a_new_start_elsewhere():
    lab = Mistakes(Perceptron([1, -2], 0.5))
    lab.whole_pass()
    lab.player.reset()
    assert lab.model.parameters.tolist() == [1, -2, 0.5]
    lab.player.reset(1)
    other = lab.model.parameters.tolist()
    assert other != [1, -2, 0.5]
    lab.whole_pass()
    lab.player.reset()
    assert lab.model.parameters.tolist() == other
    fresh = Mistakes()
    fresh.restore(lab.share())
    assert fresh.model.parameters.tolist() == other and fresh.describe() == lab.describe()
    lab.close(), fresh.close()


def test_a_restored_state_stands_at_its_own_start_whatever_went_before(lab):
    other = Mistakes(Perceptron([2, -1], 0.25), "OR", rate=0.5)
    lab.player.reset(4)
    lab.whole_pass()
    lab.restore(other.share())
    assert lab.describe() == other.describe() and lab.model.parameters.tolist() == [2, -1, 0.25]
    lab.whole_pass(), other.whole_pass()
    lab.restore(lab.share())
    assert lab.step is None and lab.model.parameters.tolist() == [2, -1, 0.25]
    other.close()


def test_weights_set_in_a_cell_are_a_new_start(lab):
    lab.whole_pass()
    lab.player.reset(2)
    lab.model.weights = [3, -1]
    lab.cell_ended()
    assert lab.describe().startswith("Before the first example: the weights are 3 and −1")
    lab.next_mistake()
    lab.player.reset()
    assert lab.model.weights.tolist() == [3, -1]


def test_a_loop_in_a_cell_is_followed(lab):
    points = lab.data
    for step in learn(lab.model, points.inputs, points.labels):
        assert lab.step is None if step.example is None else lab.step is step
    assert "it has settled in pass 6." in lab.describe()
    lab.player.advance()  # goes on from here, with a pass of its own
    assert not lab.step.mistake and lab.step.pass_number == 1


def test_a_loop_over_other_points_only_moves_the_line(lab):
    points = data.blobs(6, seed=1, radius=2)
    for _ in learn(lab.model, points.inputs, points.labels):
        pass
    assert lab.step is None
    assert lab.describe().startswith("Before the first example")


@pytest.mark.parametrize("rows", [[0, 1], [0, 1, 2, 3, 0]])
def test_a_loop_over_more_or_fewer_rows_is_no_pass_of_this_picture(lab, rows):
    points = data.gate("AND").rows(rows)
    for _ in learn(lab.model, points.inputs, points.labels, passes=20):
        assert "settled" not in lab.describe()
    assert lab.model.parameters.any()


def test_what_settles_on_other_points_has_not_settled_on_these():
    neuron = Perceptron()
    taught, watching = Mistakes(neuron, "AND"), Mistakes(neuron, "OR")
    while not taught.state()["settled"]:
        taught.player.advance()
    assert taught.wrong == 0 and watching.wrong == 2
    assert not watching.state()["settled"] and "settled" not in watching.describe()
    taught.close(), watching.close()


def test_a_loop_that_wants_other_answers_is_not_told_as_if_it_wanted_these(lab):
    points = lab.data
    for _ in learn(lab.model, points.inputs, 1 - points.labels, passes=3):
        assert lab.step is None or lab.step.target == points.labels[lab.step.example]


def test_a_cell_that_holds_the_bias_still_is_told_truly(lab):
    points, told = lab.data, 0
    before = lab.model.parameters.copy()
    for step in learn(lab.model, points.inputs, points.labels, passes=3):
        if lab.step is step and step.mistake:
            lab.draw()
            rows = [[float(text.get_text().replace("−", "-")) for text in row] for row in lab._rule._ledger._texts]
            assert rows[0][:3] == before.tolist() and rows[1][:3] == [*step.added, step.added_bias]
            told += 1
        lab.model.bias = 0
        before = lab.model.parameters.copy()
    assert told >= 3


def test_rate_order_and_points_begin_again(lab):
    for name, value in [("rate", 0.5), ("shuffle", True), ("points", "OR"), ("points", "blobs")]:
        lab.whole_pass()
        setattr(lab, name, value)
        assert lab.step is None and not lab.model.parameters.any()


def test_shuffling_changes_the_order_and_nothing_else(lab):
    lab.shuffle = True
    seen = []
    for _ in range(8):
        lab.player.advance()
        seen.append(lab.step.example)
    assert sorted(seen[:4]) == sorted(seen[4:]) == [0, 1, 2, 3] and seen != [0, 1, 2, 3] * 2


def test_dragging_a_point_makes_the_points_your_own_and_leaves_the_line(lab):
    page = PageDouble(lab)
    lab.whole_pass()
    before = lab.model.parameters.tolist()
    page.say(type="nudge", name="point4", x=1, y=-2)
    assert lab.points == "my own" and own(lab)[3] == [1.25, 0.5, 1]
    assert lab.model.parameters.tolist() == before and lab.chosen == 3
    assert page.shown["places"]["point4"][2] == "(1.25, 0.5), class 1"
    assert page.shown["places"]["point5"] is None
    lab.next_mistake()
    assert lab.step.pass_number == 1
    lab.player.reset()
    assert lab.model.parameters.tolist() == [0, 0, 0]


def test_clicks_and_keys_add_points_up_to_twelve(lab):
    page = PageDouble(lab)
    click(page, lab, -1.1, 2.02)
    click(page, lab, 2, -2, shift=True)
    assert own(lab)[4:] == [[-1, 2, 1], [2, -2, 0]]
    for _ in range(6):
        page.say(type="press", name="add_point")
    assert len(lab.data) == 12 and len({tuple(row[:2]) for row in own(lab)}) == 12
    page.say(type="press", name="add_point")
    assert "12" in page.shown["problem"]["sentence"] and not page.shown["problem"].get("details")
    for number in range(1, 13):  # every one of them is reached by keys
        before = own(lab)[number - 1]
        page.say(type="nudge", name=f"point{number}", x=0, y=-1 if before[1] > 0 else 1)
        assert own(lab)[number - 1] != before


def test_points_change_class_and_disappear(lab):
    page = PageDouble(lab)
    page.say(type="press", name="choose")
    assert page.shown["sentence"].endswith("In the square: point 2 at (0, 1), class 0.")
    page.say(type="press", name="flip")
    assert page.shown["sentence"].endswith("In the square: point 2 at (0, 1), class 1.")
    assert own(lab)[1] == [0, 1, 1] and lab.chosen == 1
    page.say(type="press", name="delete")
    assert [row[:2] for row in own(lab)] == [[0, 0], [1, 0], [1, 1]]
    for _ in range(5):
        page.say(type="press", name="delete")
    assert len(lab.data) == 1
    assert page.shown["problem"] is None
    assert page.marks == PageDouble(lab, view="late").marks


def test_where_points_are_not_offered_a_click_adds_none():
    lab = Mistakes(show=["next_mistake", "player"])
    page = PageDouble(lab)
    click(page, lab, 2, 2)
    assert len(lab.data) == 4 and lab.points == "AND"
    assert furniture(lab)["handles"] == []
    lab.close()


def test_data_of_ones_own():
    points = data.moons(40, noise=0.1, seed=3, radius=1.5)
    lab = Mistakes(points=points)
    np.testing.assert_allclose(lab.data.inputs, points.inputs, rtol=1e-9)
    for _ in range(3):
        lab.whole_pass()
    assert lab.problem is None and "of 40 points" in lab.describe()
    other = Mistakes()
    other.restore(lab.share())
    assert len(other.data) == 40
    lab.close(), other.close()


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        (Data([[1, 2, 3]], [0]), "2 features"),
        (Data([[5, 0]], [0]), "outside the plane"),
        (Data([[1, 0]], [0.5]), "neither 0 nor 1"),
        (Data(np.zeros((61, 2)), np.zeros(61)), "too many"),
    ],
)
def test_points_for_which_there_is_no_place_are_refused(wrong, words):
    with pytest.raises(ValueError, match=words):
        Mistakes(points=wrong)


@pytest.mark.parametrize("wrong", ["", "1", "0,0,2", "9,9,1", "0,0,1,1", ",".join(["0,0,1"] * 61)])
def test_a_share_string_with_impossible_points_is_answered(lab, wrong):
    page = PageDouble(lab)
    page.say(type="restore", value=f"Mistakes?own={wrong}")
    assert page.shown["problem"]["sentence"] and not page.shown["problem"].get("details")
    assert lab.points == "AND"


@pytest.mark.parametrize("wrong", [Network([2, 1]), "neuron", Perceptron([1, 2, 3])])
def test_what_cannot_be_taught_here_is_refused_with_a_sentence(wrong):
    with pytest.raises((TypeError, ValueError), match=r"Try Mistakes\("):
        Mistakes(wrong)


def test_a_rate_of_zero_learns_nothing_and_ends_no_button():
    lab = Mistakes(rate=0)
    for _ in range(3):
        lab.next_mistake()
    assert lab.step.mistake and not lab.model.parameters.any()
    lab.close()


def test_whole_pass_and_next_mistake_go_as_far_in_the_past_of_a_finished_run(lab):
    page = PageDouble(lab)
    while not lab.player.at_end:
        lab.player.advance()
    page.say(type="seek", value=0)
    page.say(type="press", name="whole_pass")
    assert lab.step.number == 4
    page.say(type="seek", value=0)
    page.say(type="press", name="next_mistake")
    assert lab.step.mistake


def test_two_labs_of_one_perceptron_do_not_hold_each_other_up(lab):
    other = Mistakes(lab.model)
    for _ in range(12):
        lab.player.advance()
        other.player.advance()
    assert max(lab.player.steps, other.player.steps) > 4
    other.close()
