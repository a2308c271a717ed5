"""Sliders and the stop button as a student uses them: in a real browser, by keyboard and by mouse."""

import re

import nbformat
import pytest
from playwright.sync_api import expect

from browser import ERROR, await_idle, chromium_running, is_drawn, new_page, open_notebook, run_all, screenshot, served, turn, without_outputs
from conftest import ROOT

NOTEBOOK = ROOT / "notebooks" / "03-sliders.ipynb"
ENDLESS = "endless.ipynb"
LOSS = "Loss 2.544040"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """The notebook without its outputs, and the same with a training that only its button ends."""
    folder = tmp_path_factory.mktemp("widgets")
    notebook = without_outputs(nbformat.read(NOTEBOOK, as_version=4))
    nbformat.write(notebook, folder / NOTEBOOK.name)
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.source = cell.source.replace("epochs(3000)", "epochs(10_000_000)")
    nbformat.write(notebook, folder / ENDLESS)
    return folder


@pytest.fixture(scope="module")
def chromium():
    with chromium_running() as browser:
        yield browser


@pytest.fixture
def page(chromium):
    with new_page(chromium, height=2400) as page:
        yield page


@pytest.mark.parametrize("program", ["jupyterlab", "notebook"])
def test_sliders_and_stop_button(program, folder, page):
    with served(program, folder) as address:
        open_notebook(page, address, ENDLESS)
        if program == "jupyterlab":
            turn(page, "Dark")
        run_all(page)
        expect(page.get_by_text(re.compile(r"epoch \d+ of 10000000"))).to_be_visible()
        move_by_keyboard_while_a_cell_runs(page)
        page.get_by_role("button", name="Stop the training").click()
        expect(page.locator('img[alt*="adam(0.003)"]')).to_be_visible()  # the last line of the cell that was stopped

        page.get_by_role("combobox", name="activation").select_option("tanh")
        expect(page.get_by_text("tanh(1.5)")).to_be_visible()
        page.get_by_role("slider", name="learning rate").fill("0")
        expect(page.get_by_text(f"{LOSS}, after one step with α = 0: 2.544040")).to_be_visible()
        assert page.locator(ERROR).count() == 0
        screenshot(page, f"sliders-{program}")


def move_by_keyboard_while_a_cell_runs(page):
    views = page.locator(".chainrule-views").first
    expect(views).to_contain_text(f"{LOSS}, after one step with α = 0.5: 2.357169")
    slider = page.get_by_role("slider", name="w5")
    slider.press("ArrowRight")
    expect(slider).to_have_value("0.35")
    expect(views).not_to_contain_text(LOSS)
    slider.press("ArrowLeft")
    expect(views).to_contain_text(LOSS)


@pytest.mark.parametrize("program", ["jupyterlab", "notebook"])
def test_sliders_after_the_page_was_loaded_again(program, folder, page):
    """The kernel runs on meanwhile, and knows where the sliders stand."""
    with served(program, folder) as address:
        open_notebook(page, address, NOTEBOOK.name)
        page.locator(".jp-CodeCell").first.locator(".cm-content").click()
        for _ in range(3):  # the network, a text, the sliders
            page.keyboard.press("Shift+Enter")
        slider = page.get_by_role("slider", name="w5")
        slider.fill("0.45")
        views = page.locator(".chainrule-views").first
        expect(views).not_to_contain_text(LOSS)
        moved = views.inner_text().splitlines()[0]
        page.keyboard.press("Control+S")
        await_saved(page, program)

        page.reload()
        expect(page.get_by_text("Java (Chainrule)").locator("visible=true").first).to_be_visible()
        await_idle(page)
        expect(slider).to_have_value("0.45")
        expect(views).to_contain_text(moved)
        slider.fill("0.3")
        expect(views).to_contain_text(LOSS)
        screenshot(page, f"sliders-{program}-reloaded")


def await_saved(page, program):
    if program == "jupyterlab":
        expect(page.locator(".jp-mod-dirty")).to_have_count(0)
    else:
        expect(page.locator(".jp-NotebookCheckpoint")).to_contain_text("Last Checkpoint")


def test_first_state_where_anywidget_is_missing(folder, page):
    with served("jupyterlab", folder, without=("anywidget", "@jupyter-widgets/jupyterlab-manager")) as address:
        open_notebook(page, address, NOTEBOOK.name)
        page.locator(".jp-CodeCell").first.locator(".cm-content").click()
        for _ in range(3):
            page.keyboard.press("Shift+Enter")
        output = page.locator(".jp-CodeCell").nth(1).locator(".jp-OutputArea-output")
        expect(output.filter(has_text=LOSS).first).to_be_visible()
        assert all(is_drawn(picture) for picture in output.locator("img").all())
        assert output.locator("img").count() > 0
        assert page.get_by_role("slider", name="w5").count() == 0
        screenshot(page, "sliders-fallback")
