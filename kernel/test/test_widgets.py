"""Sliders and the stop button as a student uses them: in JupyterLab in a real browser, by keyboard and by mouse."""

import json
import os
import re
import shutil
import subprocess
import sys

import nbformat
import pytest
from playwright.sync_api import expect, sync_playwright

from conftest import ROOT, address_of

NOTEBOOK = ROOT / "notebooks" / "03-sliders.ipynb"
MILLISECONDS = 60_000


@pytest.fixture
def lab(tmp_path):
    """The address of a dark JupyterLab with the notebook, without its outputs."""
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
            cell.source = cell.source.replace("epochs(3000)", "epochs(10_000_000)")
    nbformat.write(notebook, tmp_path / NOTEBOOK.name)
    settings = tmp_path / "settings" / "@jupyterlab"
    write(settings / "notebook-extension" / "tracker.jupyterlab-settings", {"windowingMode": "none"})
    write(settings / "apputils-extension" / "notification.jupyterlab-settings", {"fetchNews": "false"})
    write(settings / "apputils-extension" / "themes.jupyterlab-settings", {"theme": "JupyterLab Dark"})
    command = [sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root", "--ip=127.0.0.1", "--port=0"]
    command += [f"--ServerApp.root_dir={tmp_path}", "--IdentityProvider.token=test"]
    environment = {**os.environ, "JUPYTERLAB_SETTINGS_DIR": str(tmp_path / "settings")}
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, env=environment)
    try:
        yield address_of(server)
    finally:
        server.terminate()
        server.wait(timeout=60)


def write(path, settings):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(settings))


@pytest.fixture
def page():
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    assert chromium, "the browser test needs Chromium: apt install chromium"
    expect.set_options(timeout=MILLISECONDS)
    with sync_playwright() as playwright:
        arguments = ["--no-sandbox", "--disable-background-networking", "--disable-dev-shm-usage"]
        browser = playwright.chromium.launch(executable_path=chromium, args=arguments)
        page = browser.new_page(viewport={"width": 1300, "height": 2400})
        page.set_default_timeout(MILLISECONDS)
        yield page
        browser.close()


def test_sliders_and_stop_button(lab, page):
    page.goto(f"{lab}lab/tree/{NOTEBOOK.name}?token=test")
    expect(page.locator(".jp-Notebook .jp-CodeCell").first).to_be_visible()
    expect(page.get_by_text("Java (Chainrule)").first).to_be_visible()
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_text("Run All Cells", exact=True).click()

    expect(page.get_by_text(re.compile(r"epoch \d+ of 10000000"))).to_be_visible()
    move_by_keyboard_while_a_cell_runs(page)
    page.get_by_role("button", name="Stop the training").click()
    expect(page.locator('img[alt*="adam(0.003)"]')).to_be_visible()  # the last line of the cell that was stopped

    page.get_by_role("combobox", name="activation").select_option("tanh")
    expect(page.get_by_text("tanh(1.5)")).to_be_visible()
    page.get_by_role("slider", name="learning rate").fill("0")
    expect(page.get_by_text("Loss 2.544040, after one step with α = 0: 2.544040")).to_be_visible()
    assert page.locator('[data-mime-type="application/vnd.jupyter.error"]').count() == 0
    page.screenshot(path=ROOT / "target" / "sliders.png")


def move_by_keyboard_while_a_cell_runs(page):
    views = page.locator(".chainrule-views").first
    expect(views).to_contain_text("Loss 2.544040, after one step with α = 0.5: 2.357169")
    slider = page.get_by_role("slider", name="w5")
    slider.focus()
    page.keyboard.press("ArrowRight")
    assert slider.input_value() == "0.35"
    expect(views).not_to_contain_text("Loss 2.544040")
    page.keyboard.press("ArrowLeft")
    expect(views).to_contain_text("Loss 2.544040")
