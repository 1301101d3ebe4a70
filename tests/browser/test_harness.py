"""JupyterLab itself works here: what the other tests in this folder stand on."""

import pytest

SLIDER = """from ipywidgets import IntSlider
slider = IntSlider(value=3, description="epochs")
slider"""


def test_an_empty_notebook_opens_in_silence(lab):
    lab.open_cells("")
    assert lab.sources() == [""]
    assert lab.errors == []
    assert lab.foreign == []


def test_a_slider_runs_and_follows_the_keyboard(lab):
    lab.open_cells(SLIDER, "slider.value * 2")
    lab.run_all()
    assert lab.cell_text(1) == "6"
    handle = lab.cell(0).locator(".noUi-handle")
    handle.press("ArrowRight")
    lab.page.wait_for_function("text => document.querySelector('.widget-readout').innerText == text",
                               arg="4")
    assert lab.run_code("print(slider.value)") == "4"
    lab.drag(handle, right=40, down=0)
    assert int(lab.run_code("slider.value")) > 4
    lab.screenshot("harness-slider")
    assert lab.errors == []
    assert lab.foreign == []


def test_a_cell_that_runs_again_is_waited_for(lab):
    lab.open_cells("import time\ntime.sleep(0.5)\nprint(time.monotonic_ns())")
    lab.run_all()
    first = lab.cell_output(0)
    lab.run_cell(0)
    assert int(lab.cell_output(0)) > int(first) + 500_000_000


def test_a_cell_can_be_left_running(lab):
    lab.open_cells("import time\ntime.sleep(3)\nprint('done')")
    lab.run_cell(0, wait=False)
    assert lab.cell_output(0) == ""
    lab.wait_until_idle()
    assert lab.cell_output(0) == "done"


def test_an_error_comes_back_as_text(lab):
    lab.open_cells("")
    assert lab.run_code("1 / 0") == "ZeroDivisionError: division by zero"


def test_errors_of_the_page_and_other_hosts_are_noticed(lab):
    lab.open_cells("")
    lab.page.evaluate("console.error('a fault'); "
                      "fetch('https://example.org/picture.png').catch(() => null)")
    lab.page.wait_for_timeout(500)
    assert "a fault" in lab.errors[0]
    assert lab.foreign == ["https://example.org/picture.png"]


def test_work_in_the_kernel_survives_a_reload(lab):
    lab.open_cells("answer = 42")
    lab.run_all()
    lab.reload()
    assert lab.run_code("answer") == "42"


@pytest.mark.parametrize("theme", ["dark", "light"])
def test_the_theme_can_be_changed(lab, theme):
    lab.open_cells("'paper and ink'")
    lab.set_theme(theme)
    lab.run_all()
    paper = lab.page.evaluate(
        "getComputedStyle(document.body).getPropertyValue('--jp-layout-color0').trim()")
    lab.screenshot(f"harness-{theme}")
    assert paper in {"dark": ("#111111", "#111"), "light": ("white", "#fff", "#ffffff")}[theme]


def test_a_narrow_page_is_narrow(open_lab):
    lab = open_lab(width=800).open_cells("'narrow'")
    assert lab.page.evaluate("window.innerWidth") == 800


def test_notebook_7_runs_the_same_cells(open_lab, notebook_server):
    lab = open_lab(server=notebook_server).open_cells(SLIDER, "slider.value * 2")
    lab.run_all()
    assert lab.cell_text(1) == "6"
    lab.screenshot("harness-notebook-7")
    assert lab.errors == []
    assert lab.foreign == []
