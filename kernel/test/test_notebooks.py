"""Every notebook, executed from top to bottom in the kernel: no errors, nothing on stderr, and the right numbers."""

import re

import nbformat
import pytest
from nbclient import NotebookClient

from conftest import ROOT

NOTEBOOKS = ROOT / "notebooks"
SECONDS_PER_CELL = 120

# The numbers of the worked example as the slides have them, rounded as the notebook shows them.
NUMBERS = {
    "01-worked-example.ipynb": [
        "1.300000",  # HN1i
        "0.785835",  # HN1o
        "0.832018",  # HN2o
        "1.068558",  # ONi
        "0.744323",  # Yp
        "2.544040",  # Cf
        "-0.429270",  # delta of ON
        "-0.337335",  # dCf/dw5
        "-0.021674",  # dCf/dw1
        "-0.045672",  # dCf/db1, shared
        "2.511032",  # w5 after 1000 updates
        "2.000677",  # Cf after 1000 updates
    ],
    "02-training.ipynb": [
        "Accuracy 0.966667",  # iris, test
        "540",  # updates of 60 epochs in batches of 10
        "5400",  # and in batches of 1
        "test 0.977",  # spiral
        "The network is that of epoch 32, the best one.",
        "test accuracy 0.989",  # digits, convolution
    ],
    "03-sliders.ipynb": [
        "Loss 2.544040, after one step with α = 0.5: 2.357169",
        "from -1.7 to 2.3",  # the slider of w5
        "0.817574",  # a sigmoid of 1.5
        "in 3000 epochs",  # nobody has stopped it
    ],
}


def test_every_notebook_has_its_numbers():
    assert {path.name for path in NOTEBOOKS.glob("*.ipynb")} == set(NUMBERS)


@pytest.fixture(scope="module", params=NUMBERS)
def pair(request):
    """A notebook as it is committed, and as it comes out of the kernel."""
    path = NOTEBOOKS / request.param
    committed, executed = (nbformat.read(path, as_version=4) for _ in range(2))
    for cell in code_cells(executed):
        cell.outputs = []
    resources = {"metadata": {"path": str(NOTEBOOKS)}}
    NotebookClient(executed, kernel_name="chainrule", timeout=SECONDS_PER_CELL, resources=resources).execute()
    return request.param, committed, executed


def test_numbers(pair):
    name, _, executed = pair
    text = "\n".join(plain_text(cell) for cell in code_cells(executed)).replace("\N{MINUS SIGN}", "-")
    assert [number for number in NUMBERS[name] if number not in text] == []


def test_digits_are_read():
    notebook = nbformat.read(NOTEBOOKS / "02-training.ipynb", as_version=4)
    text = "\n".join(plain_text(cell) for cell in code_cells(notebook))
    accuracies = [float(number) for number in re.findall(r"^test accuracy (0\.\d+)$", text, re.MULTILINE)]
    assert len(accuracies) == 2 and min(accuracies) >= 0.97, accuracies


def test_nothing_on_stderr(pair):
    _, _, executed = pair
    streams = [output for cell in code_cells(executed) for output in cell.outputs if output.output_type == "stream"]
    assert [output.text for output in streams if output.name == "stderr"] == []


def test_committed_outputs_are_up_to_date(pair):
    _, committed, executed = pair
    for before, now in zip(code_cells(committed), code_cells(executed), strict=True):
        assert plain_text(before) == plain_text(now), f"execute the notebook again; the cell is:\n{before.source}"


def code_cells(notebook):
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def plain_text(cell):
    """What a cell shows, but for the progress of trainings, which slow machines show and fast ones do not."""
    texts = [output.get("text", "") + output.get("data", {}).get("text/plain", "") for output in cell.outputs]
    return "".join(text for text in texts if not re.fullmatch(r"epoch \d+ of \d+: loss .*\n?", text))
