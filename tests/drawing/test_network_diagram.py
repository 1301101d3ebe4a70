"""Behind the words of a diagram lies paper, so that no line runs through them."""

import pytest

from nnlib.drawing.network_diagram import MOST_NUMBERS, NetworkDiagram
from nnlib.drawing.theme import house_style, new_figure
from nnlib.drawing.unit_names import unit_names

TWO_LINES = "h₁ = −0.06\nz’s blame −0.06"


def diagram_of(sizes):
    with house_style():
        return NetworkDiagram(new_figure(452, 306).add_axes([0, 0, 1, 1]), unit_names(sizes), lines=2)


def words_of(diagram, words):
    return dict.fromkeys(diagram.places, words)


@pytest.fixture(params=[[2, 2, 1], [2, 3, 1], [2, 3, 2, 1]], ids=str)
def diagram(request):
    return diagram_of(request.param)


@pytest.mark.parametrize("words", [TWO_LINES, "h₁ = 0.4", "0.5"])
def test_the_paper_is_nearly_as_large_as_the_words(diagram, words):
    diagram.show_words(words_of(diagram, words), known=diagram.places)
    renderer = diagram.axes.figure.canvas.get_renderer()
    for name, paper in diagram._papers.items():
        with house_style():
            text = diagram._words[name].get_window_extent(renderer)
        sheet = paper._sheet.get_extents()
        assert abs(sheet.width - text.width) < 0.15 * text.width + 3 and abs(sheet.height - text.height) < 8
        assert (sheet.x0 + sheet.x1) / 2 == pytest.approx((text.x0 + text.x1) / 2, abs=1)
        assert sheet.y1 == pytest.approx(text.y1, abs=3)


def test_the_paper_lies_above_the_lines_and_below_squares_and_words(diagram):
    for name, paper in diagram._papers.items():
        above = [diagram._words[name], *diagram._frames.values(), *diagram._fields.values()]
        below = diagram._strands.values()
        assert max(a.get_zorder() for a in below) < paper._sheet.get_zorder() < min(a.get_zorder() for a in above)


def test_other_digits_leave_the_paper_as_it_is(diagram):
    diagram.show_words(words_of(diagram, TWO_LINES), known=())
    paths = [paper._sheet.get_path() for paper in diagram._papers.values()]
    diagram.show_words(words_of(diagram, TWO_LINES.replace("6", "7")), known=())
    assert all(paper._sheet.get_path() is path for paper, path in zip(diagram._papers.values(), paths))
    diagram.show_words(words_of(diagram, "h₁"), known=())
    assert not any(paper._sheet.get_path() is path for paper, path in zip(diagram._papers.values(), paths))


def test_in_a_crowd_there_is_no_paper():
    crowd = diagram_of([2, 8, 8, 1])
    assert len(crowd.ends) > MOST_NUMBERS and not crowd._papers
    crowd.show_words(words_of(crowd, TWO_LINES), known=())
    assert crowd._words["h1"].get_text() == TWO_LINES
