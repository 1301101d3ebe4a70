"""What notebook 04, its exercises and its teacher's page say without calculating it on the page."""

import itertools
import re
from pathlib import Path

import numpy as np
import pytest

from nnlib import Perceptron, data, explore, learn
from nnlib.exercises import learning as exercises

BLOBS = explore.Mistakes(points="blobs").data


def last_step(points, rate=1, order=1, start=(0, 0, 0), passes=1000):
    """Let the rule run from w₁, w₂, b through the rows in this order; return perceptron and last step."""
    perceptron = Perceptron(start[:2], start[2])
    *_, last = learn(perceptron, points.inputs[::order], points.labels[::order], rate=rate, passes=passes)
    return perceptron, last


def margin(perceptron, points):
    return np.abs(perceptron.weighted_sum(points.inputs)).min() / np.linalg.norm(perceptron.weights)


def comes_round(points, passes=1000):
    """Tell whether a run comes to the same weights and bias at the end of two passes with mistakes."""
    perceptron, states = Perceptron(), set()
    for step in learn(perceptron, points.inputs, points.labels, passes=passes):
        if step.number and step.number % len(points) == 0:
            if step.settled:
                return False
            state = tuple(perceptron.parameters)
            if state in states:
                return True
            states.add(state)
    raise AssertionError(f"neither settled nor repeated in {passes} passes")


@pytest.mark.parametrize(
    ("gate", "order", "rate", "passes"),
    [
        ("AND", 1, 1, 6), ("OR", 1, 1, 4), ("NAND", 1, 1, 6), ("AND", -1, 1, 8), ("OR", -1, 1, 3),
        ("AND", 1, 0.1, 4), ("AND", 1, 2, 6), ("AND", 1, 0.5, 6), ("AND", 1, 0.125, 6),
    ],
)  # fmt: skip
def test_passes_from_zero_with_0_firing_and_the_clean_pass_counted(gate, order, rate, passes):
    _, last = last_step(data.gate(gate), rate, order)
    assert last.settled and last.pass_number == passes


def test_the_predictions_are_compared_with_what_happens():
    perceptron, last = last_step(data.gate("AND"))
    assert last.settled and exercises.stops.options[0] == "Yes, and then for good"
    assert last_step(data.gate("AND"), start=perceptron.parameters)[1].pass_number == 1  # for good
    half, whole = (last_step(data.gate("AND"), rate)[1].pass_number for rate in (0.5, 1))
    assert half == whole and exercises.half_rate.options[1] == "As many as with rate 1"
    lines = [last_step(BLOBS, order=order) for order in (1, -1)]
    assert all((one.predict(BLOBS.inputs) == BLOBS.labels).all() and last.settled for one, last in lines)
    assert abs(margin(lines[0][0], BLOBS) - margin(lines[1][0], BLOBS)) > 0.1
    assert exercises.reversed_order.options[1] == "At another line, which also gets all points right"
    assert exercises.mends.options[1] == "Yes, it goes up at times"


def test_xor_makes_four_mistakes_a_pass_from_its_third_pass_on():
    xor = data.gate("XOR")
    counts = {step.pass_number: step.mistakes for step in learn(Perceptron(), xor.inputs, xor.labels, passes=1000)}
    assert (counts[1], counts[2]) == (3, 3)
    assert all(counts[number] == 4 for number in range(3, 1001))
    assert comes_round(xor)
    second, third = (last_step(xor, passes=number)[0].parameters.tolist() for number in (2, 3))
    assert second == third  # three passes are enough for the proof


def test_reset_repeats_the_random_order_too():
    lab, runs = explore.Mistakes(points="NAND", shuffle=True), []
    for _ in range(2):
        lab.player.reset()
        runs.append([])
        while not lab.player.ended:
            lab.player.advance()
            runs[-1].append(lab.step.example)
    assert runs[0] == runs[1] and runs[0][:8] != [0, 1, 2, 3] * 2
    lab.close()


def test_a_point_is_as_far_from_the_line_as_its_sum_over_the_length_of_the_arrow():
    perceptron, _ = last_step(BLOBS)
    w, b = perceptron.weights, perceptron.bias
    on_line = -b * w / (w @ w) + np.linspace(-10, 10, 200_001)[:, None] * np.array([-w[1], w[0]]) / np.linalg.norm(w)
    nearest = min(np.linalg.norm(on_line - point, axis=1).min() for point in BLOBS.inputs)
    assert nearest == pytest.approx(margin(perceptron, BLOBS), abs=1e-6)


def test_the_first_two_updates_on_and_make_one_and_then_three_rows_wrong():
    gate, perceptron = data.gate("AND"), Perceptron()
    updates = (step for step in learn(perceptron, gate.inputs, gate.labels) if step.mistake)
    next(updates)
    assert (perceptron.predict(gate.inputs) != gate.labels).tolist() == [False, False, False, True]
    next(updates)
    assert (perceptron.predict(gate.inputs) != gate.labels).tolist() == [True, True, True, False]
    assert perceptron.weighted_sum(gate.inputs[:3]).min() >= 0


def test_with_rate_a_tenth_the_third_row_of_pass_4_misses_its_tie():
    gate = data.gate("AND")
    sums = {}
    for rate in (1, 0.1):
        perceptron = Perceptron()
        steps = learn(perceptron, gate.inputs, gate.labels, rate=rate)
        *_, step = itertools.islice(steps, 15)  # the start, and 14 examples
        assert step.number == 14 and step.pass_number == 4
        sums[rate] = perceptron.weighted_sum([1, 0])  # what the next example will meet
    assert sums[1] == 0
    assert -1e-16 < sums[0.1] < 0
    assert sums[0.1] == 0.2 + (-0.1 - 0.1 - 0.1 + 0.1)


def test_from_another_start_a_small_rate_takes_long():
    counts = [last_step(data.gate("AND"), rate, start=(3, -2, 1))[1].pass_number for rate in (2, 1, 0.5, 0.125)]
    assert counts == [6, 7, 11, 32]


def test_other_starts_find_other_lines_and_never_a_better_one():
    lab, lines = explore.Mistakes(points="blobs"), set()
    angles = np.linspace(0, 2 * np.pi, 20_001)
    arrows = np.array([np.cos(angles), np.sin(angles)])
    is_one = BLOBS.labels == 1
    gaps = (BLOBS.inputs[is_one] @ arrows).min(axis=0) - (BLOBS.inputs[~is_one] @ arrows).max(axis=0)
    for seed in range(1, 21):
        lab.player.reset(seed)
        while not lab.state()["settled"]:
            lab.whole_pass()
        lines.add(tuple((lab.model.parameters / np.linalg.norm(lab.model.weights)).round(3)))
        assert lab.wrong == 0 and margin(lab.model, BLOBS) <= gaps.max() / 2 + 1e-9
    assert len(lines) >= 18  # "hardly ever the same one"
    lab.close()


def test_the_exercise_names_exactly_the_sets_that_never_stop():
    assert {name for name, points in exercises.sets.items() if comes_round(points)} == exercises.endless.expected


def test_two_points_are_enough_at_one_place_and_three_in_a_row():
    assert comes_round(data.Data([[1, 1], [1, 1]], [0, 1]))
    assert comes_round(exercises.sets["stripe"])
    rng = np.random.default_rng(0)
    for _ in range(50):
        three = rng.integers(-8, 9, size=(3, 2)) / 4
        edges = three[1:] - three[0]
        if edges[0, 0] * edges[1, 1] == edges[0, 1] * edges[1, 0]:
            continue  # in a row
        for labels in itertools.product((0, 1), repeat=3):
            assert last_step(data.Data(three, labels), passes=100_000)[1].settled


def test_novikoffs_bound_holds_and_the_plane_named_for_and_is_the_best():
    gate = data.gate("AND")
    extended = np.column_stack([gate.inputs, np.ones(4)]) * np.where(gate.labels == 1, 1, -1)[:, None]
    best = np.array([2, 2, -3]) / np.sqrt(17)
    assert (extended @ best).min() == pytest.approx(1 / np.sqrt(17))
    others = np.random.default_rng(0).normal(size=(200_000, 3))
    others /= np.linalg.norm(others, axis=1, keepdims=True)
    assert (extended @ others.T).min(axis=0).max() <= 1 / np.sqrt(17)
    rng = np.random.default_rng(1)
    for _ in range(50):
        rows = rng.permutation(4)
        steps = learn(Perceptron(), gate.inputs[rows], gate.labels[rows], rate=float(rng.choice([0.25, 1, 2])))
        assert sum(step.mistake for step in steps) <= 51


def test_the_pasted_loop_with_a_right_update_ends_like_learn():
    names = {}
    exec(compile(exercises.update.solution().code, "solution", "exec"), names)
    gate, w, b = data.gate("AND"), np.zeros(2), 0.0
    for _ in range(6):
        for x, target in zip(gate.inputs, gate.labels):
            w, b = names["update"](x, target, w, b, rate=1)
    assert [*w, b] == last_step(gate)[0].parameters.tolist() == [2, 1, -3]


def test_the_teachers_table_is_the_run_on_and():
    page = Path(__file__).parents[2] / "notebooks/teacher/04_learning_from_mistakes.md"
    found = re.findall(
        r"^\| (\d) \| \((\d), (\d)\) \| (added|taken away) \| (\S+), (\S+), (\S+) \| (\d) \|$",
        page.read_text(encoding="utf-8").replace("−", "-"), re.MULTILINE,
    )  # fmt: skip
    gate, perceptron, expected = data.gate("AND"), Perceptron(), []
    for step in learn(perceptron, gate.inputs, gate.labels):
        if step.mistake:
            wrong = (perceptron.predict(gate.inputs) != gate.labels).sum()
            done = "added" if step.target else "taken away"
            numbers = [step.pass_number, *step.x, done, *perceptron.parameters, wrong]
            expected.append(tuple(each if each == done else f"{each:g}" for each in numbers))
    assert found == expected and len(found) == 11


def test_the_teachers_page_quotes_what_the_checks_and_the_margins_say():
    page = (Path(__file__).parents[2] / "notebooks/teacher/04_learning_from_mistakes.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (−?[\d.]+) \| [^|]+ \| “(.*)” \|$", page, re.MULTILINE)
    assert len(rows) == 7
    for answer, quoted in rows:
        said = exercises.by_hand.check(float(answer.replace("−", "-"))).text
        assert all(part.strip() in said for part in quoted.split("…")), (answer, said)
    first, second = (f"{margin(last_step(BLOBS, order=order)[0], BLOBS):.3f}" for order in (1, -1))
    assert f"compares {first} with {second}" in page and f"{second} instead of {first}" in page


def test_a_narrow_lane_and_a_tenth_on_nand():
    lane = exercises.sets["lane"]
    *steps, last = learn(Perceptron(), lane.inputs, lane.labels)
    assert last.pass_number == 5 and sum(step.mistake for step in steps) == 15
    assert last_step(data.gate("NAND"), rate=0.1)[1].pass_number == 6
