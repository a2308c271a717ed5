"""The worked example in the tools with which people run notebooks."""

import subprocess
import sys

import nbformat
import pytest

from conftest import ROOT

NOTEBOOK = ROOT / "notebooks" / "01-worked-example.ipynb"
SECONDS = 120


def tool(*words, folder, typed=None):
    command = [sys.executable, "-m", *map(str, words)]
    said = subprocess.run(command, cwd=folder, input=typed, capture_output=True, text=True, timeout=SECONDS)
    assert said.returncode == 0, said.stdout + said.stderr
    return said.stdout


def has_run(path):
    cells = [cell for cell in nbformat.read(path, as_version=4).cells if cell.cell_type == "code" and cell.source]
    return all(cell.execution_count for cell in cells) and "0.744323" in str(cells)


def test_nbconvert(tmp_path):
    words = ["--execute", "--to", "notebook", "--output-dir", tmp_path, NOTEBOOK]
    tool("nbconvert", "--log-level=ERROR", *words, folder=tmp_path)
    assert has_run(tmp_path / NOTEBOOK.name)


def test_papermill(tmp_path):
    tool("papermill", "--no-progress-bar", NOTEBOOK, "out.ipynb", folder=tmp_path)
    assert has_run(tmp_path / "out.ipynb")


@pytest.mark.parametrize("option", ["--nbmake", "--nbval"])
def test_plugins_of_pytest(option, tmp_path):
    """nbval also compares every output, pictures too, with those in the file."""
    said = tool("pytest", "-q", "-p", "no:cacheprovider", option, NOTEBOOK, folder=tmp_path)
    assert " passed" in said and "failed" not in said


def test_console(tmp_path):
    typed = "int a = 40;\na + 2\nexit\n"
    said = tool("jupyter_console", "--kernel", "chainrule", "--simple-prompt", typed=typed, folder=tmp_path)
    assert "a network that shows its working" in said
    assert "Out[2]: 42" in said
