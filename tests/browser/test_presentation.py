"""A lab on a projector: one button for all labs of the page, large, calm, and back with Escape."""

import pytest

from tests.browser.test_explorables import NEURON, handle, wait_for_sentence

MEASURES = """() => [...document.querySelectorAll('.nnlib')].map((host) => {
    const of = (selector) => host.shadowRoot.querySelector(selector);
    const box = of('.picture svg').getBoundingClientRect();
    const page = host.closest('.jp-WindowedPanel-outer, .jp-Notebook').getBoundingClientRect();
    return {
        type: parseFloat(getComputedStyle(of('.sentence')).fontSize),
        width: box.width, aspect: box.width / box.height,
        height: of('.sentence').getBoundingClientRect().bottom - host.getBoundingClientRect().top,
        room: page.height, pressed: of('.present').getAttribute('aria-pressed'),
        folded: ['.controls', '.player', '.share'].every((name) => !of(name)?.offsetParent),
        top: host.getBoundingClientRect().top,
    };
})"""
CELLS = [NEURON, "explore.OneWeight()", "explore.Training()"]


def open_labs(open_lab, **options):
    lab = open_lab(**options)
    lab.open_cells(*CELLS)
    lab.run_all()
    wait_for_sentence(lab, "neuron answers 0")
    wait_for_sentence(lab, "Step 0", 2)
    return lab


def settle(lab):
    """Wait until the page has been laid out again."""
    lab.page.wait_for_timeout(400)


def button(lab, name, number):
    return lab.page.locator(".nnlib").nth(number).locator(f"button.{name}")


@pytest.mark.parametrize(("width", "height", "theme"), [(1280, 800, "light"), (1920, 1080, "dark")])
def test_one_button_presents_every_lab_of_the_page(open_lab, width, height, theme):
    lab = open_labs(open_lab, width=width, height=height)
    lab.set_theme(theme)
    lab.cell(2)
    settle(lab)
    before = lab.page.evaluate(MEASURES)
    button(lab, "present", 2).focus()
    lab.page.keyboard.press("Enter")
    settle(lab)
    after = lab.page.evaluate(MEASURES)
    assert [one["pressed"] for one in after] == ["true"] * 3
    assert abs(after[2]["top"] - before[2]["top"]) < 60  # the lab stays under the eyes
    for old, new in zip(before, after, strict=True):
        assert new["type"] >= 19 > old["type"]
        assert new["folded"]
        assert not old["folded"]
        assert new["width"] > 1.15 * old["width"]
        assert new["aspect"] == pytest.approx(old["aspect"], rel=0.01)
        assert new["height"] < new["room"]  # the picture and its sentence are seen at once
    for number in range(3):
        lab.cell(number)
        settle(lab)
        lab.screenshot(f"present-{number}-{theme}-{width}")
    button(lab, "unfold", 0).click()
    lab.cell(0)
    settle(lab)
    lab.screenshot(f"present-controls-{theme}-{width}")
    assert [one["folded"] for one in lab.page.evaluate(MEASURES)] == [False, True, True]
    lab.drag(handle(lab, "weights"), right=40, down=0)
    assert float(lab.run_code("print(neuron.weights[0])")) > 1.1
    handle(lab, "weights").focus()
    lab.page.keyboard.press("Escape")
    settle(lab)
    last = lab.page.evaluate(MEASURES)
    assert [(one["pressed"], one["type"], one["folded"]) for one in last] == [("false", 14, False)] * 3
    assert lab.errors == []


def test_the_choice_outlives_a_reload_and_what_is_new_follows_it(open_lab):
    lab = open_labs(open_lab)
    button(lab, "present", 0).click()
    lab.run_code("explore.OneWeight()")
    wait_for_sentence(lab, "Weight", 3)
    assert lab.page.evaluate(MEASURES)[3]["pressed"] == "true"
    lab.run_code("from nnlib.exercises import perceptron\nfrom nnlib.live import ask\nask(perceptron.quiz)")
    quiz = lab.page.locator(".nnlib-form h3")
    assert quiz.evaluate("heading => parseFloat(getComputedStyle(heading.parentElement).fontSize)") == 20
    lab.reload()
    lab.run_all()
    wait_for_sentence(lab, "Step 0", 2)
    assert [one["pressed"] for one in lab.page.evaluate(MEASURES)] == ["true"] * 3
    lab.cell(0)
    button(lab, "present", 0).click()
    assert lab.page.evaluate(MEASURES)[0]["pressed"] == "false"
    assert lab.errors == []
