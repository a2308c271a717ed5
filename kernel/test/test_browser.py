"""What a student sees: notebooks in JupyterLab and in Notebook 7, in a real browser. Screenshots are kept in target/."""

import re

import nbformat
import pytest
from playwright.sync_api import TimeoutError, expect

from browser import (
    ERROR,
    STDERR,
    await_idle,
    chromium_running,
    contrast,
    is_drawn,
    new_page,
    notebook_of,
    open_notebook,
    run_all,
    screenshot,
    served,
    turn,
    type_into,
    without_outputs,
)
from conftest import ROOT

NOTEBOOK = ROOT / "notebooks" / "01-worked-example.ipynb"
MISTAKES = {
    'var net = network().inputs("x1", "x2").layer("ON").activation(sigmoid())\n'
    '    .into("ON", w("w5", 0.3), w("w6", 0.4)).sharedBias("b2", 0.5).loss(halfSquaredErorr());': "did you mean halfSquaredError?",
    'var rate = sgd(0,5);\nString first = iris().size();': "a decimal number has a point: 0.5",
    'double ratio(int[] a, int i) {\n    return a[i] / a[0];\n}\nratio(new int[] {1, 2}, 3)': "Index 3 out of bounds for length 2",
    'try {\n    Integer.parseInt("three");\n} catch (NumberFormatException e) {\n'
    '    throw new IllegalStateException("the file cannot be read", e);\n}': "caused by NumberFormatException",
    "network().inputs(\"x1\").layer(2).activation(relu()).init(he(seed(1)))\n"
    "    .loss(halfSquaredError()).forward(1, 2)": "forward() got 2 values",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Notebooks: the worked example without outputs, with them but by somebody else, mistakes, and some of empty cells."""
    folder = tmp_path_factory.mktemp("browser")
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    nbformat.write(notebook, folder / "untrusted.ipynb")
    nbformat.write(without_outputs(notebook), folder / NOTEBOOK.name)
    nbformat.write(notebook_of(notebook, *MISTAKES), folder / "mistakes.ipynb")
    for name in ("scratch", "help", "endless", "pager"):
        nbformat.write(notebook_of(notebook, "", ""), folder / f"{name}.ipynb")
    return folder


@pytest.fixture(scope="module", params=["jupyterlab", "notebook"])
def either(request, folder):
    with served(request.param, folder) as address:
        yield address


@pytest.fixture(scope="module")
def lab(folder):
    with served("jupyterlab", folder) as address:
        yield address


@pytest.fixture(scope="module")
def chromium():
    with chromium_running() as browser:
        yield browser


@pytest.fixture
def page(chromium):
    with new_page(chromium) as page:
        yield page


def test_worked_example(either, page):
    open_notebook(page, either, NOTEBOOK.name)
    run_all(page)
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
    turn(page, "Dark")
    cell = page.locator(".jp-OutputArea-output table td").first
    assert contrast(cell) > 4.5
    screenshot(page, "jupyterlab-dark")
    turn(page, "Light")


def test_tab(lab, page):
    open_notebook(page, lab, "scratch.ipynb")
    type_into(page, 0, 'var start = network().inputs("x1");')
    page.keyboard.press("Control+Enter")
    expect(page.locator(".jp-CodeCell .jp-InputPrompt").first).to_have_text("[1]:")
    type_into(page, 1, "var layer = start.")
    offered = page.locator(".jp-Completer-item")
    press_until_visible(page, "Tab", offered.first)
    expect(offered.first).to_have_attribute("data-value", "layer(")
    expect(offered.first.locator(".jp-Completer-monogram")).to_have_attribute("data-color-index", re.compile("[1-9]"))
    documentation = page.locator(".jp-Completer-docpanel")
    expect(documentation).to_contain_text("layer(String... units)")
    screenshot(page, "jupyterlab-tab")
    turn(page, "Dark")
    page.keyboard.press("ArrowDown")
    expect(documentation).to_contain_text(".maxout(")
    screenshot(page, "jupyterlab-tab-dark")
    turn(page, "Light")
    page.keyboard.press("Enter")
    expect(page.locator(".jp-CodeCell").nth(1).locator(".cm-content")).to_contain_text("var layer = start.maxout(")


def press_until_visible(page, key, wanted):
    """JupyterLab drops what comes later than after a second, which on a busy machine it may."""
    for _ in range(10):
        page.keyboard.press(key)
        try:
            wanted.wait_for(timeout=5_000)
            return
        except TimeoutError:
            continue
    raise AssertionError(f"{key} shows nothing.")


def test_shift_tab_shows_more_when_pressed_again(lab, page):
    open_notebook(page, lab, "help.ipynb")
    type_into(page, 0, "adam(0.1")
    page.keyboard.press("Shift+Tab")
    help_ = page.locator(".jp-Tooltip")
    expect(help_.locator("pre").first).to_contain_text("Adam Chainrule.adam(double learningRate)")
    expect(help_).to_contain_text("Shift+Tab once more")
    expect(help_).not_to_contain_text("returns the optimizer")
    assert contrast(help_.locator("pre").first) > 4.5
    screenshot(page, "jupyterlab-shift-tab")
    page.keyboard.press("Shift+Tab")
    expect(help_).to_contain_text("returns the optimizer")
    expect(help_).not_to_contain_text("Shift+Tab once more")
    screenshot(page, "jupyterlab-shift-tab-twice")
    turn(page, "Dark")
    type_into(page, 1, "QuickChart.getChart(")
    page.keyboard.press("Shift+Tab")
    expect(help_).to_contain_text("Creates a Chart with default style")
    assert contrast(help_.locator("pre").first) > 4.5
    screenshot(page, "jupyterlab-shift-tab-dark")
    turn(page, "Light")


def test_a_question_is_answered_below_its_cell(lab, page):
    open_notebook(page, lab, "pager.ipynb")
    answers = page.locator(".jp-OutputArea-output")
    for number, (question, said) in enumerate([("adam?", "adam?? shows all of it."), ("adam??", "returns the optimizer")]):
        type_into(page, number, question)
        page.keyboard.press("Control+Enter")
        expect(answers.nth(number)).to_contain_text(said)
    for theme in ("Light", "Dark"):
        turn(page, theme)
        assert all(contrast(code) > 4.5 for code in answers.locator("pre, p, code").all())
        screenshot(page, f"jupyterlab-pager-{theme.lower()}")
    turn(page, "Light")


def test_the_help_menu_opens_our_page(lab, page):
    open_notebook(page, lab, "pager.ipynb")
    await_idle(page)
    page.locator(".lm-MenuBar-itemLabel", has_text=re.compile("^Help$")).click()
    screenshot(page, "jupyterlab-help-menu")
    page.locator(".lm-Menu-itemLabel", has_text=re.compile("^Chainrule")).click()
    help_ = page.frame_locator("iframe[src*='kernelspecs/chainrule/help.html']")
    expect(help_.locator("h1")).to_have_text("Chainrule")
    expect(help_.locator("#words")).to_contain_text("halfSquaredError")
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        assert contrast(help_.locator("p").first) > 4.5
        screenshot(page, f"jupyterlab-help-{scheme}")
    page.emulate_media(color_scheme="light")


def test_errors_can_be_read(lab, page):
    """Compile errors, an exception in a method, a chain of causes, and a library's one line, in both themes."""
    open_notebook(page, lab, "mistakes.ipynb")
    run_all(page)
    errors = page.locator(ERROR)
    expect(errors).to_have_count(len(MISTAKES))
    for shown, expected in zip(errors.all(), MISTAKES.values()):
        expect(shown).to_contain_text(expected)
        expect(shown).to_contain_text(re.compile(r"cell \d, line \d:"))
        assert "org.chainrule" not in shown.inner_text()
    for theme in ("Light", "Dark"):
        turn(page, theme)
        assert all(contrast(shown.locator("pre")) > 4.5 for shown in errors.all())
        screenshot(page, f"jupyterlab-errors-{theme.lower()}")
    turn(page, "Light")


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
    await_idle(page)
    page.locator(".jp-CodeCell").nth(1).locator(".cm-content").click()
    page.keyboard.press("Control+Enter")
    expect(output.filter(has_text="kept")).to_be_visible()
    expect(prompt.nth(1)).to_have_text("[1]:")
