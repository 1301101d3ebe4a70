"""Explorables in a real JupyterLab: hands, keys, cells and training loops move the same things."""

import itertools
import re

import pytest

NEURON = """from nnlib import Perceptron, explore
neuron = Perceptron([1, 1], -1.5)
lab = explore.Neuron(neuron)
lab"""
SENTENCE = ".nnlib .sentence"


def sentence(lab, number=0):
    """Return the sentence under a picture."""
    return lab.page.locator(SENTENCE).nth(number).inner_text()


def wait_for_sentence(lab, text, number=0):
    """Wait until a picture says something that contains `text`."""
    lab.page.wait_for_function(
        """([number, text]) => {
            const host = document.querySelectorAll('.nnlib')[number];
            return host?.shadowRoot.querySelector('.sentence')?.textContent.includes(text);
        }""",
        arg=[number, text],
    )


def handle(lab, name, number=0):
    return lab.page.locator(f".nnlib .handle[data-name={name}]").nth(number)


def slider(lab, name, number=0):
    return lab.page.locator(f".nnlib [data-name={name}] input[type=range]").nth(number)


def typed(lab, name):
    return lab.page.locator(f".nnlib [data-name={name}] input.typed").first


def picture(lab, number=0):
    """Return the picture's SVG text."""
    return lab.page.locator(".nnlib .picture svg > g").nth(number).inner_html()


@pytest.fixture
def neuron(lab):
    """A page with the neuron on it, run."""
    lab.open_cells(NEURON)
    lab.run_all()
    wait_for_sentence(lab, "neuron answers 0")
    yield lab
    assert lab.errors == []
    assert lab.foreign == []


def agree(lab, number=0):
    """Check that picture, words and Python say the same."""
    said = lab.run_code("print(lab)")
    wait_for_sentence(lab, said, number)
    assert lab.page.locator(".nnlib .picture svg").nth(number).get_attribute("aria-label") == said
    w1 = re.match(r"z = (\S+)", said).group(1).replace("−", "-")
    assert float(w1) == pytest.approx(float(lab.run_code("print(neuron.weights[0])")), abs=0.006)


def test_a_slider_follows_mouse_and_keys(neuron):
    before = picture(neuron)
    slider(neuron, "w1").focus()
    for _ in range(3):
        neuron.page.keyboard.press("ArrowRight")
    wait_for_sentence(neuron, "z = 1.3")
    assert picture(neuron) != before
    agree(neuron)
    neuron.drag(slider(neuron, "w2"), right=60, down=0)
    assert float(neuron.run_code("print(neuron.weights[1])")) > 1
    agree(neuron)
    neuron.screenshot("neuron-slider")


def test_a_number_can_be_typed_and_a_wrong_one_is_answered_in_place(neuron):
    typed(neuron, "w1").fill("2,5")
    neuron.page.keyboard.press("Enter")
    wait_for_sentence(neuron, "z = 2.5")
    for wrong in ("1e308", "nan", "a lot", "<img src=x onerror=alert(1)>"):
        typed(neuron, "w1").fill(wrong)
        neuron.page.keyboard.press("Enter")
        problem = neuron.page.locator(".nnlib .problem span")
        problem.wait_for(state="visible")
        assert "weight of x₁" in problem.inner_text()
        assert float(neuron.run_code("print(neuron.weights[0])")) == 2.5
    neuron.screenshot("neuron-wrong-number")
    typed(neuron, "w1").fill("−1")
    neuron.page.keyboard.press("Enter")
    wait_for_sentence(neuron, "z = −1")
    assert neuron.page.locator(".nnlib .problem").is_hidden()
    agree(neuron)


def test_a_handle_follows_mouse_and_keys(neuron):
    neuron.drag(handle(neuron, "weights"), right=50, down=40)
    after = neuron.run_code("neuron.weights.round(2).tolist()")
    assert after != "[1.0, 1.0]"
    agree(neuron)
    handle(neuron, "input").focus()
    neuron.page.keyboard.press("ArrowUp")
    wait_for_sentence(neuron, "· 0.1")
    neuron.page.keyboard.press("Shift+ArrowLeft")
    wait_for_sentence(neuron, "· 0.5")
    agree(neuron)
    neuron.drag(handle(neuron, "bias"), right=20, down=20)
    assert float(neuron.run_code("neuron.bias")) != -1.5
    agree(neuron)


def test_a_row_of_the_table_can_be_clicked(neuron):
    box = neuron.page.locator(".nnlib .picture svg").bounding_box()
    neuron.page.mouse.click(box["x"] + 0.8 * box["width"], box["y"] + 0.92 * box["height"])
    wait_for_sentence(neuron, "1 · 1 + 1 · 1")
    assert neuron.run_code("lab.x1, lab.x2") == "(1.0, 1.0)"


def test_keys_inside_a_figure_do_not_act_on_cells(neuron):
    before = neuron.sources()
    for place in (handle(neuron, "weights"), slider(neuron, "bias"), neuron.page.locator(".nnlib button").first):
        place.focus()
        for key in ["d", "d", "a", "b", "x", "y", "m", "ArrowUp", "ArrowDown", "0", "0", "Enter", "Space"]:
            neuron.page.keyboard.press(key)
    assert neuron.sources() == before
    assert neuron.page.locator(".jp-Dialog").count() == 0


def test_every_control_is_reached_with_the_tab_key(neuron):
    slider(neuron, "x1").focus()
    names = []
    for _ in range(40):
        names.append(
            neuron.page.evaluate("""() => {
                const focus = document.querySelector('.nnlib')?.shadowRoot.activeElement;
                return focus && (focus.getAttribute('aria-label') || focus.labels?.[0]?.textContent
                    || focus.textContent);
            }""")
        )
        neuron.page.keyboard.press("Tab")
    said = " | ".join(filter(None, names))
    for name in ["input x₁", "weight of x₂", "bias, b", "use the bias", "AND", "Flip", "tip of the weight arrow",
                 "the dividing line", "Play", "Step", "Reset", "Share"]:  # fmt: skip
        assert name in said, said


def test_a_cell_moves_every_picture_of_the_object(neuron):
    neuron.run_code("other = explore.Neuron(neuron)\nother")
    wait_for_sentence(neuron, "z = 1 ·", 1)
    neuron.run_code("neuron.weights[0] = 3")
    for number in (0, 1):
        wait_for_sentence(neuron, "z = 3 ·", number)
    handle(neuron, "weights", 1).focus()
    neuron.page.keyboard.press("ArrowLeft")
    wait_for_sentence(neuron, "z = 2.9", 0)
    neuron.screenshot("neuron-two-pictures")
    agree(neuron)


def test_two_views_of_one_lab_stay_the_same(neuron):
    neuron.run_code("lab")
    wait_for_sentence(neuron, "z = 1 ·", 1)
    slider(neuron, "w1", 1).focus()
    neuron.page.keyboard.press("ArrowRight")
    for number in (0, 1):
        wait_for_sentence(neuron, "z = 1.1", number)
    assert picture(neuron, 0) == picture(neuron, 1)


def test_a_loop_in_a_plain_cell_moves_the_picture(neuron):
    seen = neuron.page.evaluate_handle("""() => {
        const seen = new Set();
        const words = document.querySelector('.nnlib').shadowRoot.querySelector('.sentence');
        new MutationObserver(() => seen.add(words.textContent)).observe(words, {childList: true});
        return seen;
    }""")
    neuron.run_code(
        "import time\nfor k in range(40):\n    neuron.weights[0] = k / 20\n    neuron.report()\n    time.sleep(0.05)"
    )
    wait_for_sentence(neuron, "z = 1.95")
    assert 5 <= seen.evaluate("seen => seen.size") <= 41


TRAINING = """from nnlib import Adam, Network, data, explore, train
network = Network([2, 8, 8, 1], seed=0)
lab = explore.Training(network)
lab"""


def training(lab):
    lab.open_cells(TRAINING)
    lab.run_all()
    wait_for_sentence(lab, "Step 0")
    return lab


def step_number(lab):
    return int(re.match(r"Step (\d+)", sentence(lab)).group(1))


def test_training_in_a_plain_cell_moves_the_picture_and_hears_a_slider(lab):
    training(lab)
    before = picture(lab)
    code = (
        "import time\nbegun = time.monotonic()\nfor step in train(network, lab.data, Adam(0.01)):\n"
        "    if lab.rate > 0.5 or time.monotonic() > begun + 20:\n        break\n"
        "print('rate', lab.rate, 'in time', time.monotonic() < begun + 15)"
    )
    cells = lab.page.evaluate(
        "source => { const cells = jupyterapp.shell.currentWidget.content.model.sharedModel;"
        "cells.insertCell(cells.cells.length, {cell_type: 'code', source}); return cells.cells.length - 1; }",
        code,
    )
    lab.run_cell(cells, wait=False)
    lab.page.wait_for_timeout(1500)
    assert picture(lab) != before
    moving = step_number(lab)
    assert moving > 0
    typed(lab, "rate").fill("1")
    lab.page.keyboard.press("Enter")
    lab.wait_until_finished(cells)
    assert lab.cell_output(cells) == "rate 1.0 in time True"
    assert lab.errors == []


def test_a_cell_that_shows_a_curve_and_trains_is_live(lab):
    lab.open_cells(
        "from nnlib import Adam, Network, data, explore, train\nnetwork = Network([64, 32, 10])\n"
        "digits, _ = data.digits()",
        "import time\ncurve = explore.LossCurve(network)\ndisplay(curve)\n"
        "for step in train(network, digits, Adam(0.001), steps=60):\n    time.sleep(0.1)",
    )
    lab.run_cell(0)
    lab.run_cell(1, wait=False)
    wait_for_sentence(lab, "After")
    first = sentence(lab)
    lab.page.wait_for_timeout(1500)
    assert sentence(lab) != first
    assert lab.page.evaluate("() => !/\\d/.test(jupyterapp.shell.currentWidget.content.widgets[1].inputArea.promptNode.textContent)")
    lab.wait_until_finished(1)
    wait_for_sentence(lab, "After 60 steps")


def test_a_number_being_typed_is_not_overwritten(lab):
    training(lab)
    lab.page.get_by_role("button", name="Play").click()
    typed(lab, "rate").fill("0.5")
    lab.page.wait_for_timeout(800)
    assert typed(lab, "rate").input_value() == "0.5"
    lab.page.keyboard.press("Enter")
    lab.page.wait_for_timeout(300)
    assert lab.run_code("lab.rate") == "0.5"


def test_a_slider_answers_while_the_player_trains_and_cells_run(lab):
    training(lab)
    lab.page.get_by_role("button", name="Play").click()
    lab.page.wait_for_timeout(800)
    first = step_number(lab)
    assert first > 0
    slider(lab, "rate").focus()
    lab.page.keyboard.press("ArrowRight")
    lab.page.wait_for_timeout(300)
    assert float(lab.run_code("lab.rate")) > 0.01
    assert lab.run_code("import asyncio\nawait asyncio.sleep(1)\nlab.player.playing") == "True"
    assert step_number(lab) > first
    lab.screenshot("training-plays")
    lab.page.get_by_role("button", name="Pause").click()
    lab.page.wait_for_timeout(300)
    stopped = step_number(lab)
    lab.page.wait_for_timeout(500)
    assert step_number(lab) == stopped
    assert lab.run_code("lab.player.playing") == "False"
    assert lab.errors == []


def test_the_player_survives_a_reload_and_stops_when_its_cell_is_run_again(lab):
    training(lab)
    lab.run_code("first = lab\nlab.player.play(lab.loop)")
    lab.reload()
    lab.run_code("lab")
    lab.page.wait_for_timeout(1000)
    one = step_number(lab)
    lab.page.wait_for_timeout(500)
    assert step_number(lab) > one
    lab.run_cell(0)
    assert lab.run_code("first.player.playing, first.closed") == "(False, True)"


def test_time_can_be_scrubbed(lab):
    training(lab)
    step = lab.page.get_by_role("button", name="Step", exact=True)
    for _ in range(4):
        step.click()
    wait_for_sentence(lab, "Step 4")
    now = lab.run_code("network.parameters.tolist()")
    lab.page.get_by_label("Time").focus()
    lab.page.keyboard.press("Home")
    wait_for_sentence(lab, "Step 0")
    assert lab.run_code("network.parameters.tolist()") != now
    lab.page.get_by_label("Time").focus()
    lab.page.keyboard.press("End")
    wait_for_sentence(lab, "Step 4")
    assert lab.run_code("network.parameters.tolist()") == now


def test_the_interrupt_button_pauses_the_player(lab):
    training(lab)
    lab.page.get_by_role("button", name="Play").click()
    lab.page.wait_for_timeout(500)
    lab.start("notebook:interrupt-kernel")
    lab.page.wait_for_timeout(1000)
    assert lab.run_code("lab.player.playing") == "False"


def test_an_error_in_drawing_is_shown_in_the_picture(neuron):
    neuron.run_code("def fail():\n    raise RuntimeError('<b>planted</b>')\nlab.draw = fail")
    slider(neuron, "w1").focus()
    neuron.page.keyboard.press("ArrowRight")
    problem = neuron.page.locator(".nnlib .problem")
    problem.wait_for(state="visible")
    assert "<b>planted</b>" in problem.locator("span").inner_text()
    neuron.run_code("del lab.draw")
    slider(neuron, "w1").focus()
    neuron.page.keyboard.press("ArrowRight")
    problem.wait_for(state="hidden")


def test_a_restarted_kernel_is_noticed(neuron):
    neuron.page.evaluate("() => jupyterapp.shell.currentWidget.sessionContext.restartKernel()")
    neuron.page.wait_for_timeout(2000)
    slider(neuron, "w1").focus()
    neuron.page.keyboard.press("ArrowRight")
    note = neuron.page.locator(".nnlib .note").first
    note.wait_for(state="visible")
    assert "Run All" in note.inner_text()
    neuron.screenshot("neuron-kernel-gone")
    neuron.run_all()
    wait_for_sentence(neuron, "neuron answers 0")


def test_the_share_string_goes_out_and_comes_in(neuron):
    neuron.page.locator(".nnlib .share summary").click()
    field = neuron.page.locator(".nnlib .share input")
    assert field.input_value() == neuron.run_code("print(lab.share())")
    field.fill("Neuron?w1=-2&target=NAND")
    neuron.page.keyboard.press("Enter")
    wait_for_sentence(neuron, "z = −2")
    field.fill("Neuron?w1=__import__('os')")
    neuron.page.keyboard.press("Enter")
    neuron.page.locator(".nnlib .problem").wait_for(state="visible")
    agree(neuron)


def test_every_explorable_is_seen_in_both_themes_and_widths(open_lab):
    lab = open_lab(height=1000)
    lab.open_cells(
        "from nnlib import Network, explore\nexplore.OneWeight()", "explore.Neuron()", "explore.Training()",
        "explore.LossCurve(Network([2, 3, 1]))",
    )  # fmt: skip
    lab.run_all()
    lab.page.wait_for_timeout(1500)
    for theme, width in itertools.product(["light", "dark"], [1280, 800]):
        lab.set_theme(theme)
        lab.set_width(width)
        for index in range(4):
            lab.cell(index).scroll_into_view_if_needed()
            lab.page.wait_for_timeout(300)
            lab.screenshot(f"explorable-{index}-{theme}-{width}")
        assert lab.page.locator(".nnlib .picture").count() == 4
    assert lab.errors == []


def test_a_narrow_page_stacks_the_panels_and_keeps_them_alive(open_lab):
    lab = open_lab(width=800, height=1100)
    lab.open_cells(NEURON)
    lab.run_all()
    wait_for_sentence(lab, "neuron answers 0")
    frames = lab.page.locator(".nnlib .frame")
    assert frames.count() == 2
    first, second = (frames.nth(number).bounding_box() for number in (0, 1))
    assert second["y"] >= first["y"] + first["height"]
    lab.drag(handle(lab, "weights"), right=30, down=10)
    assert lab.run_code("neuron.weights.tolist()") != "[1.0, 1.0]"
    box = frames.nth(1).bounding_box()
    lab.page.mouse.click(box["x"] + 0.5 * box["width"], box["y"] + 0.92 * box["height"])
    wait_for_sentence(lab, "1 +")
    assert lab.run_code("lab.x1, lab.x2") == "(1.0, 1.0)"
    frames.nth(0).scroll_into_view_if_needed()
    lab.screenshot("neuron-narrow")
    lab.page.set_viewport_size({"width": 1400, "height": 900})
    lab.page.wait_for_timeout(500)
    assert frames.count() == 1
    agree(lab)
    assert lab.errors == []


def test_notebook_7_shows_it_too(open_lab, notebook_server):
    lab = open_lab(server=notebook_server).open_cells(NEURON)
    lab.run_all()
    wait_for_sentence(lab, "neuron answers 0")
    slider(lab, "w1").focus()
    lab.page.keyboard.press("ArrowRight")
    wait_for_sentence(lab, "z = 1.1")
    lab.drag(handle(lab, "weights"), right=30, down=0)
    agree(lab)
    lab.screenshot("neuron-notebook-7")
    assert lab.errors == []
