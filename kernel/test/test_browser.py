"""What a student sees: the worked example, run in JupyterLab in a real browser."""

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

NOTEBOOK = ROOT / "notebooks" / "01-worked-example.ipynb"
SCREENSHOT = ROOT / "target" / "jupyterlab.png"
MILLISECONDS = 120_000


@pytest.fixture
def lab(tmp_path):
    """The address of a JupyterLab that serves the notebook without its outputs, and shows all of its cells at once."""
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    nbformat.write(notebook, tmp_path / NOTEBOOK.name)
    settings = tmp_path / "settings" / "@jupyterlab"
    write(settings / "notebook-extension" / "tracker.jupyterlab-settings", {"windowingMode": "none"})
    write(settings / "apputils-extension" / "notification.jupyterlab-settings", {"fetchNews": "false"})
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
    """A page of Debian's Chromium, tall enough for a screenshot that shows something."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    assert chromium, "the browser test needs Chromium: apt install chromium"
    with sync_playwright() as playwright:
        arguments = ["--no-sandbox", "--disable-background-networking", "--disable-dev-shm-usage"]
        browser = playwright.chromium.launch(executable_path=chromium, args=arguments)
        page = browser.new_page(viewport={"width": 1400, "height": 3000})
        page.set_default_timeout(MILLISECONDS)
        yield page
        browser.close()


def test_worked_example_in_jupyterlab(lab, page):
    page.goto(f"{lab}lab/tree/{NOTEBOOK.name}?token=test")
    expect(page.locator(".jp-Notebook .jp-CodeCell").first).to_be_visible(timeout=MILLISECONDS)
    expect(page.get_by_text("Java (Chainrule)").first).to_be_visible(timeout=MILLISECONDS)
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_text("Run All Cells", exact=True).click()
    wait_until_all_cells_ran(page)
    outputs = page.locator(".jp-OutputArea-output")
    page.screenshot(path=SCREENSHOT)
    assert page.locator('[data-mime-type="application/vnd.jupyter.error"]').count() == 0
    assert page.locator('[data-mime-type="application/vnd.jupyter.stderr"]').count() == 0
    expect(outputs.locator("table caption").first).to_be_visible()
    expect(outputs.locator("table").filter(has_text="0.744323").first).to_be_visible()
    expect(outputs.locator("mjx-container").first).to_be_visible()
    chart = outputs.locator('img[alt*="epoch"]').first
    expect(chart).to_be_visible()
    assert chart.evaluate("image => image.complete && image.naturalWidth > 200")
    chart.scroll_into_view_if_needed()
    page.screenshot(path=SCREENSHOT)


def wait_until_all_cells_ran(page):
    """A cell that has run shows its number, one that waits or runs shows a star, and an empty one stays blank."""
    filled = sum(1 for cell in nbformat.read(NOTEBOOK, as_version=4).cells if cell.cell_type == "code" and cell.source)
    numbered = page.locator(".jp-CodeCell .jp-InputPrompt").filter(has_text=re.compile(r"\[\d+\]:"))
    expect(numbered).to_have_count(filled, timeout=MILLISECONDS)
