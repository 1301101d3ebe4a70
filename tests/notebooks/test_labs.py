"""The list of labs says what is there: each has code, a place in a notebook, and tests of its own."""

from notebooks.labs import PAGE, count_rows, lab_rows, page


def test_the_page_is_up_to_date():
    assert PAGE.read_text(encoding="utf-8") == page(), "Run notebooks/labs.py to write it anew."


def test_every_lab_has_tests_of_its_own():
    for notebook, lab, _, tests in lab_rows():
        assert "tests/explore/" in tests, f"{notebook}: {lab}"


def test_every_notebook_from_03_on_has_exercises_predictions_and_a_quiz():
    rows = {row[0][:2]: list(map(int, row[1:])) for row in count_rows()}
    for number in ("03", "04", "05", "06", "07", "08"):
        exercises, predictions, questions = rows[number]
        assert exercises >= 3
        assert predictions >= 2
        assert questions >= 3
