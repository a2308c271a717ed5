"""A Jupyter server and a real browser, for the tests of what a student sees. Screenshots are kept in target/."""

import json
import os
import shutil
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from urllib.parse import urlsplit

import nbformat
from playwright.sync_api import expect, sync_playwright

from conftest import ROOT, address_of

SCREENSHOTS = ROOT / "target"
MILLISECONDS = 60_000
ERROR = ", ".join(f'[data-mime-type="application/vnd.jupyter.{kind}"]' for kind in ("error", "stderr"))
STDERR = '[data-mime-type="application/vnd.jupyter.stderr"]'


@contextmanager
def served(program, folder, without=()):
    """The address of a JupyterLab or Notebook on a folder, which shows all cells at once, without some extensions."""
    settings = folder / "settings" / "@jupyterlab"
    write(settings / "notebook-extension" / "tracker.jupyterlab-settings", {"windowingMode": "none"})
    write(settings / "apputils-extension" / "notification.jupyterlab-settings", {"fetchNews": "false"})
    write(settings / "completer-extension" / "manager.jupyterlab-settings", {"showDocumentationPanel": True})
    write(folder / "config" / "labconfig" / "page_config.json", {"disabledExtensions": {name: True for name in without}})
    command = [sys.executable, "-m", program, "--no-browser", "--allow-root", "--ip=127.0.0.1", "--port=0"]
    command += [f"--ServerApp.root_dir={folder}", "--IdentityProvider.token=test", "--expose-app-in-browser"]
    environment = {
        **os.environ,
        "JUPYTERLAB_SETTINGS_DIR": str(folder / "settings"),
        "JUPYTER_CONFIG_PATH": str(folder / "config"),
    }
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, env=environment)
    try:
        address = address_of(server)
        await_listening(address)
        yield f"{address}{'lab/tree' if program == 'jupyterlab' else 'notebooks'}/"
    finally:
        server.terminate()
        server.wait(timeout=60)


def await_listening(address, seconds=30):
    """The server announces its address a moment before it listens."""
    end = time.monotonic() + seconds
    while True:
        try:
            with socket.create_connection((urlsplit(address).hostname, urlsplit(address).port)):
                return
        except ConnectionRefusedError:
            if time.monotonic() > end:
                raise
            time.sleep(0.1)


def write(path, settings):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(settings))


@contextmanager
def chromium_running():
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    assert program, "the browser tests need Chromium: apt install chromium"
    expect.set_options(timeout=MILLISECONDS)
    with sync_playwright() as playwright:
        arguments = ["--no-sandbox", "--disable-background-networking", "--disable-dev-shm-usage"]
        browser = playwright.chromium.launch(executable_path=program, args=arguments)
        yield browser
        browser.close()


@contextmanager
def new_page(chromium, height=3000):
    """A page that is tall enough for a screenshot that shows something."""
    page = chromium.new_page(viewport={"width": 1400, "height": height})
    page.set_default_timeout(MILLISECONDS)
    yield page
    page.close()


def without_outputs(notebook):
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    return notebook


def notebook_of(like, *sources):
    """A notebook of code cells, each of which may fail without stopping the rest."""
    cells = [nbformat.v4.new_code_cell(source, metadata={"tags": ["raises-exception"]}) for source in sources]
    return nbformat.v4.new_notebook(cells=cells, metadata=like.metadata)


def open_notebook(page, address, name):
    page.goto(f"{address}{name}?token=test&reset")  # without what an earlier page had open
    expect(page.locator(".jp-Notebook .jp-CodeCell").first).to_be_visible()
    expect(page.get_by_text("Java (Chainrule)").locator("visible=true").first).to_be_visible()
    await_idle(page)


def await_idle(page):
    page.locator(".jp-Notebook-ExecutionIndicator[data-status=idle]").wait_for()


def run_all(page):
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_text("Run All Cells", exact=True).click()


def command(page, name, **arguments):
    """What a menu entry of JupyterLab does."""
    page.evaluate("([name, args]) => window.jupyterapp.commands.execute(name, args)", [name, arguments])


def turn(page, theme):
    command(page, "apputils:change-theme", theme=f"JupyterLab {theme}")
    expect(page.locator(f'body[data-jp-theme-light="{str(theme == "Light").lower()}"]')).to_be_attached()


def type_into(page, cell, code):
    """Fills a cell as a student does; its editor."""
    editor = page.locator(".jp-CodeCell").nth(cell).locator(".cm-content")
    editor.click()
    page.keyboard.press("Control+A")
    page.keyboard.type(code, delay=10)
    return editor


def screenshot(page, name):
    page.screenshot(path=SCREENSHOTS / f"{name}.png")


def is_drawn(picture):
    return picture.evaluate("image => image.complete && image.naturalWidth > 200")


def contrast(element):
    """Of a text with what it is seen on, which may shine through, as the guidelines for accessible pages compute it."""
    return element.evaluate("""element => {
        const parts = colour => colour.match(/[\\d.]+/g).map(Number);
        const over = ([r, g, b, a = 1], below) => [r, g, b].map((c, i) => a * c + (1 - a) * below[i]);
        const seenOn = node => node === null ? [255, 255, 255]
            : over(parts(getComputedStyle(node).backgroundColor), seenOn(node.parentElement));
        const light = colour => colour.map(c => c / 255)
            .map(c => c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
            .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
        const behind = seenOn(element);
        const text = over(parts(getComputedStyle(element).color), behind);
        const [low, high] = [text, behind].map(light).sort((a, b) => a - b);
        return (high + 0.05) / (low + 0.05);
    }""")
