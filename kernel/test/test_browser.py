"""What a student sees: notebooks in JupyterLab and in Notebook 7, in a real browser. Screenshots are kept in target/."""

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
SCREENSHOTS = ROOT / "target"
MILLISECONDS = 60_000
expect.set_options(timeout=MILLISECONDS)
ERROR = ', '.join(f'[data-mime-type="application/vnd.jupyter.{kind}"]' for kind in ('error', 'stderr'))
STDERR = '[data-mime-type="application/vnd.jupyter.stderr"]'


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Notebooks: the worked example without outputs, with them but by somebody else, and one of two empty cells."""
    folder = tmp_path_factory.mktemp("browser")
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    nbformat.write(notebook, folder / "untrusted.ipynb")
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    nbformat.write(notebook, folder / NOTEBOOK.name)
    for name in ("scratch", "endless"):
        empty = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell() for _ in range(2)], metadata=notebook.metadata)
        nbformat.write(empty, folder / f"{name}.ipynb")
    return folder


@pytest.fixture(scope="module", params=["jupyterlab", "notebook"])
def either(request, folder):
    yield from served(request.param, folder)


@pytest.fixture(scope="module")
def lab(folder):
    yield from served("jupyterlab", folder)


def served(program, folder):
    """The address of a JupyterLab or Notebook on the folder that shows all cells of a notebook at once."""
    settings = folder / "settings" / "@jupyterlab"
    write(settings / "notebook-extension" / "tracker.jupyterlab-settings", {"windowingMode": "none"})
    write(settings / "apputils-extension" / "notification.jupyterlab-settings", {"fetchNews": "false"})
    command = [sys.executable, "-m", program, "--no-browser", "--allow-root", "--ip=127.0.0.1", "--port=0"]
    command += [f"--ServerApp.root_dir={folder}", "--IdentityProvider.token=test", "--expose-app-in-browser"]
    environment = {**os.environ, "JUPYTERLAB_SETTINGS_DIR": str(folder / "settings")}
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, env=environment)
    try:
        yield f"{address_of(server)}{'lab/tree' if program == 'jupyterlab' else 'notebooks'}/"
    finally:
        server.terminate()
        server.wait(timeout=60)


def write(path, settings):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(settings))


@pytest.fixture(scope="module")
def chromium():
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    assert program, "the browser tests need Chromium: apt install chromium"
    with sync_playwright() as playwright:
        arguments = ["--no-sandbox", "--disable-background-networking", "--disable-dev-shm-usage"]
        browser = playwright.chromium.launch(executable_path=program, args=arguments)
        yield browser
        browser.close()


@pytest.fixture
def page(chromium):
    """A page that is tall enough for a screenshot that shows something."""
    page = chromium.new_page(viewport={"width": 1400, "height": 3000})
    page.set_default_timeout(MILLISECONDS)
    yield page
    page.close()


def open_notebook(page, address, name):
    page.goto(f"{address}{name}?token=test&reset")  # without what an earlier page had open
    expect(page.locator(".jp-Notebook .jp-CodeCell").first).to_be_visible()
    expect(page.get_by_text("Java (Chainrule)").locator("visible=true").first).to_be_visible()
    page.locator(".jp-Notebook-ExecutionIndicator[data-status=idle]").wait_for()


def command(page, name, **arguments):
    """What a menu entry of JupyterLab does."""
    page.evaluate("([name, args]) => window.jupyterapp.commands.execute(name, args)", [name, arguments])


def type_into(page, cell, code):
    """Fills a cell as a student does; its editor."""
    editor = page.locator(".jp-CodeCell").nth(cell).locator(".cm-content")
    editor.click()
    page.keyboard.press("Control+A")
    page.keyboard.type(code, delay=10)
    return editor


def screenshot(page, name):
    page.screenshot(path=SCREENSHOTS / f"{name}.png")


def test_worked_example(either, page):
    open_notebook(page, either, NOTEBOOK.name)
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_text("Run All Cells", exact=True).click()
    wait_until_all_cells_ran(page)
    program = "jupyterlab" if "lab/tree" in either else "notebook"
    screenshot(page, program)
    assert page.locator(ERROR).count() == 0
    assert page.locator(STDERR).count() == 0
    outputs = page.locator(".jp-OutputArea-output")
    expect(outputs.locator("table caption").first).to_be_visible()
    expect(outputs.locator("table").filter(has_text="0.744323").first).to_be_visible()
    expect(outputs.locator("mjx-container").first).to_be_visible()
    chart = outputs.locator('img[alt*="epoch"]').first
    expect(chart).to_be_visible()
    assert is_drawn(chart)
    chart.scroll_into_view_if_needed()
    screenshot(page, program)


def wait_until_all_cells_ran(page):
    """A cell that has run shows its number, one that waits or runs shows a star, and an empty one stays blank."""
    filled = sum(1 for cell in nbformat.read(NOTEBOOK, as_version=4).cells if cell.cell_type == "code" and cell.source)
    numbered = page.locator(".jp-CodeCell .jp-InputPrompt").filter(has_text=re.compile(r"\[\d+\]:"))
    expect(numbered).to_have_count(filled)


def is_drawn(picture):
    return picture.evaluate("image => image.complete && image.naturalWidth > 200")


def test_pictures_of_an_untrusted_notebook(lab, page):
    """Somebody else's outputs, before anything was run: no script, but tables, formulas and pictures."""
    open_notebook(page, lab, "untrusted.ipynb")
    pictures = page.locator(".jp-OutputArea-output img")
    expected = sum("data:image/png" in str(cell.get("outputs", "")) for cell in nbformat.read(NOTEBOOK, as_version=4).cells)
    expect(pictures).to_have_count(expected)
    assert expected >= 4 and all(is_drawn(picture) for picture in pictures.all())
    expect(page.locator(".jp-OutputArea-output table caption").first).to_be_visible()
    page.locator('img[alt*="epoch"]').first.scroll_into_view_if_needed()
    screenshot(page, "jupyterlab-untrusted")
    command(page, "apputils:change-theme", theme="JupyterLab Dark")
    expect(page.locator('body[data-jp-theme-light="false"]')).to_be_attached()
    cell = page.locator(".jp-OutputArea-output table td").first
    assert contrast(cell) > 4.5
    screenshot(page, "jupyterlab-dark")
    command(page, "apputils:change-theme", theme="JupyterLab Light")


def contrast(element):
    """Of a text with the background that it is seen on, as the guidelines for accessible pages compute it."""
    return element.evaluate("""element => {
        const parts = colour => colour.match(/[\\d.]+/g).map(Number);
        const light = ([r, g, b]) => [r, g, b].map(c => c / 255)
            .map(c => c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
            .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
        let behind = element;
        while (behind && (parts(getComputedStyle(behind).backgroundColor)[3] ?? 1) === 0) behind = behind.parentElement;
        const [low, high] = [getComputedStyle(element).color, getComputedStyle(behind).backgroundColor]
            .map(colour => light(parts(colour))).sort((a, b) => a - b);
        return (high + 0.05) / (low + 0.05);
    }""")


def test_tab_and_shift_tab(lab, page):
    open_notebook(page, lab, "scratch.ipynb")
    type_into(page, 0, "network().")
    page.keyboard.press("Tab")
    offered = page.locator(".jp-Completer-item")
    expect(offered.filter(has_text="inputs").first).to_be_visible()
    screenshot(page, "jupyterlab-tab")
    page.keyboard.press("Escape")
    type_into(page, 1, "sigmoid(")
    page.keyboard.press("Shift+Tab")
    help_ = page.locator(".jp-Tooltip")
    expect(help_).to_be_visible()
    expect(help_).to_contain_text("sigmoid")
    screenshot(page, "jupyterlab-shift-tab")


def test_interrupt_and_restart(lab, page):
    open_notebook(page, lab, "endless.ipynb")
    type_into(page, 0, 'int kept = 42; System.out.println("begun"); while (true) {}')
    page.keyboard.press("Control+Enter")
    prompt = page.locator(".jp-CodeCell .jp-InputPrompt")
    expect(page.locator(".jp-OutputArea-output").first).to_contain_text("begun")
    expect(prompt.first).to_have_text("[*]:")
    page.keyboard.press("i")  # twice, in command mode, as the menu says
    page.keyboard.press("i")
    expect(page.locator(".jp-OutputArea-output").filter(has_text="nterrupted")).to_be_visible()
    screenshot(page, "jupyterlab-interrupt")
    type_into(page, 1, "kept")
    page.keyboard.press("Control+Enter")
    output = page.locator(".jp-CodeCell").nth(1).locator(".jp-OutputArea-output")
    expect(output).to_have_text("42")
    page.keyboard.press("Escape")
    page.keyboard.press("0")
    page.keyboard.press("0")
    page.locator(".jp-Dialog .jp-mod-accept").click()
    page.locator(".jp-Notebook-ExecutionIndicator[data-status=idle]").wait_for()
    page.locator(".jp-CodeCell").nth(1).locator(".cm-content").click()
    page.keyboard.press("Control+Enter")
    expect(output.filter(has_text="kept")).to_be_visible()
    expect(prompt.nth(1)).to_have_text("[1]:")
