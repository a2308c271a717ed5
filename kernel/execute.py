"""Executes notebooks in the Chainrule kernel: a line of progress each, copies with outputs and HTML in target/notebooks/.

kernel/lab run calls this with a Python that has nbclient and nbconvert.
"""

import re
import sys
import tempfile
import time
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError
from page import to_html

TARGET = Path(__file__).resolve().parent.parent / "target" / "notebooks"
SECONDS_PER_CELL = 600
LINES_OF_SOURCE = 8
WIDGET = "application/vnd.jupyter.widget-view+json"


def main(paths):
    TARGET.mkdir(parents=True, exist_ok=True)
    return 0 if all([execute(Path(path)) for path in paths]) else 1


def execute(path):
    """Executes one notebook and says how it went; whether every cell succeeded."""
    try:
        notebook = nbformat.read(path, as_version=4)
    except (OSError, ValueError) as error:  # ValueError: no JSON, or not that of a notebook
        print(f"{path} FAILED: cannot be read as a notebook: {first_line(error)}", flush=True)
        return False
    print(f"{path} ...", end=" ", flush=True)
    start = time.monotonic()
    failure = run_cells(notebook, path.resolve().parent)
    keep_static_forms(notebook)
    page = write(notebook, path.stem)
    seconds = time.monotonic() - start
    if failure:
        print(f"FAILED after {seconds:.1f} s: {failure}", flush=True)
    else:
        count = sum(cell.cell_type == "code" for cell in notebook.cells)
        print(f"ok: {count} cells in {seconds:.1f} s, {page}", flush=True)
    return failure is None


def run_cells(notebook, folder):
    """Runs all cells from top to bottom; says what failed, or None."""
    client = NotebookClient(
        notebook,
        kernel_name="chainrule",
        timeout=SECONDS_PER_CELL,
        record_timing=False,
        store_widget_state=False,
        resources={"metadata": {"path": str(folder)}},
    )
    with tempfile.TemporaryFile() as log:  # what Java itself says, also when all is well
        try:
            client.execute(stderr=log)
        except CellExecutionError as error:
            return describe(notebook, f"{error.ename}: {error.evalue}")
        except CellTimeoutError:
            return describe(notebook, f"not finished after {SECONDS_PER_CELL} s")
        except DeadKernelError:
            return describe(notebook, "the kernel died") + last_words(log)
        except RuntimeError as error:  # the kernel did not start
            return first_line(error) + last_words(log)
    return None


def keep_static_forms(notebook):
    """Without a kernel behind it a widget is an empty place, so a copy keeps its other form: tables and pictures of its first state."""
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            if len(output.get("data", {})) > 1:
                output.data.pop(WIDGET, None)


def last_words(log):
    """The last lines that a kernel wrote before it died."""
    log.seek(0)
    lines = log.read().decode(errors="replace").splitlines()
    return "".join(f"\n    {line}" for line in lines[-LINES_OF_SOURCE:])


def describe(notebook, problem):
    """Names the last cell that ran, with its first lines."""
    number, cell = last_started(notebook)
    lines = cell.source.splitlines()
    shown = lines[:LINES_OF_SOURCE] + (["..."] if len(lines) > LINES_OF_SOURCE else [])
    return "\n".join([f"cell {number}: {without_colours(problem)}", *("    | " + line for line in shown)])


def last_started(notebook):
    """The cell that failed: the first with an error among its outputs, or else the last that was counted."""
    code = [(i, cell) for i, cell in enumerate(notebook.cells, 1) if cell.cell_type == "code"]
    failed = [(i, cell) for i, cell in code if any(output.output_type == "error" for output in cell.outputs)]
    counted = [(i, cell) for i, cell in code if cell.execution_count]
    return (failed or counted[-1:] or code)[0]


def write(notebook, name):
    nbformat.write(notebook, TARGET / f"{name}.ipynb")
    page = TARGET / f"{name}.html"
    page.write_text(to_html(notebook, name), encoding="utf-8")
    return page


def without_colours(text):
    return re.sub(r"\x1b\[[0-9;]*m", "", text).strip()


def first_line(error):
    return (str(error).splitlines() or [type(error).__name__])[0]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
