"""The labs of notebook 05 in a real JupyterLab: arrows, folds and bends, by mouse and by keys."""


from tests.browser.test_explorables import handle, sentence, slider, wait_for_sentence

WARP = """from nnlib import Network, explore
network = Network([2, 2, 1])
lab = explore.Warp(network)
lab"""
ARROW = "network.layers[0].weights[:, 0].round(2).tolist()"


def agree(lab):
    """Check that the page says what Python says."""
    wait_for_sentence(lab, lab.run_code("print(lab)"))


def test_arrows_folds_and_bends_are_moved_by_mouse_and_keys(lab):
    lab.open_cells(WARP)
    lab.run_all()
    wait_for_sentence(lab, "points right")
    before = lab.run_code(ARROW)
    lab.drag(handle(lab, "arrow1"), right=40, down=-30)
    dragged = lab.run_code(ARROW)
    assert dragged != before
    agree(lab)
    handle(lab, "arrow1").focus()
    lab.page.keyboard.press("ArrowRight")
    agree(lab)
    assert lab.run_code(ARROW) != dragged
    bias = lab.run_code("network.layers[0].bias.tolist()")
    handle(lab, "fold2").focus()
    lab.page.keyboard.press("Shift+ArrowUp")
    agree(lab)
    assert lab.run_code("network.layers[0].bias.tolist()") != bias
    slider(lab, "bend1").focus()
    lab.page.keyboard.press("ArrowLeft")
    wait_for_sentence(lab, "0.95·tanh(z₁) + 0.05·z₁")
    assert lab.run_code("network") == "Network([2, 2, 1], hidden='tanh by 0.95, 1', output='sigmoid')"
    lab.page.get_by_role("button", name="Remove the bends").click()
    wait_for_sentence(lab, "Nothing bends")
    assert "hidden='linear'" in lab.run_code("network")
    lab.screenshot("warp-without-bends")
    assert lab.errors == []
    assert lab.foreign == []


def test_a_point_of_ones_own_is_placed_with_keys_alone(lab):
    lab.open_cells(WARP)
    lab.run_all()
    wait_for_sentence(lab, "points right")
    handle(lab, "diamond").focus()
    lab.page.keyboard.press("Shift+ArrowUp")
    button = lab.page.get_by_role("button", name="Add a disc")
    button.focus()
    lab.page.keyboard.press("Enter")
    wait_for_sentence(lab, "of 1 points right")
    assert lab.run_code("lab.data.inputs.tolist()") == "[[0.5, -0.75]]"
    assert lab.errors == []


def test_the_three_labs_are_seen(open_lab):
    lab = open_lab(height=1000)
    lab.open_cells("from nnlib import explore\nexplore.Bend()", "explore.Pieces()", "explore.Warp()")
    lab.run_all()
    lab.page.wait_for_timeout(1000)
    for width, theme in [(1280, "light"), (800, "light"), (1280, "dark")]:
        lab.set_theme(theme)
        lab.set_width(width)
        for index, name in enumerate(("bend", "pieces", "warp")):
            lab.cell(index).scroll_into_view_if_needed()
            lab.page.wait_for_timeout(300)
            assert sentence(lab, index)
            lab.screenshot(f"{name}-{theme}-{width}")
    assert lab.errors == []
