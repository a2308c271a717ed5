"""The first command: kernel/lab."""

import json
import os
import re
import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path

import nbformat
import pytest

from conftest import ROOT, address_of

FORMULA = """\
var net = network().inputs("x").layer("out").activation(identity()).into("out", w("w", 2)).loss(halfSquaredError());
explain(net.forward(3).deltas(y(4)), "w")"""
LAB = ROOT / "kernel" / "lab"
EXECUTED = ROOT / "target" / "notebooks"


def lab(*words, **environment):
    env = {**os.environ, **environment}
    return subprocess.run([LAB, *words], env=env, capture_output=True, text=True, timeout=300)


@pytest.fixture
def notebook(tmp_path):
    """Writes a notebook of the given cells."""

    def write(name, *cells):
        path = tmp_path / name
        code = [nbformat.v4.new_code_cell(cell) for cell in cells]
        nbformat.write(nbformat.v4.new_notebook(cells=[nbformat.v4.new_markdown_cell("# Title"), *code]), path)
        return path

    return write


def test_help_names_both_uses():
    said = lab("--help")
    assert said.returncode == 0
    assert "kernel/lab [OPTION...]" in said.stdout
    assert "kernel/lab run NOTEBOOK..." in said.stdout


def test_run_writes_copies_and_pages(notebook):
    path = notebook("scratch-good.ipynb", "int a = 40;", "a + 2")
    said = lab("run", path)
    assert said.returncode == 0, said.stdout + said.stderr
    assert re.fullmatch(rf"{path} \.\.\. ok: 2 cells in [\d.]+ s, .*scratch-good\.html\n", said.stdout)
    assert said.stderr == ""
    copy = nbformat.read(EXECUTED / "scratch-good.ipynb", as_version=4)
    assert copy.cells[2].outputs[0].data["text/plain"] == "42"
    assert "42" in (EXECUTED / "scratch-good.html").read_text()
    assert nbformat.read(path, as_version=4).cells[2].outputs == []


def test_pages_need_no_network(tmp_path):
    path = tmp_path / "scratch-math.ipynb"
    text = nbformat.v4.new_markdown_cell("The sum is $a_1 + b$, the price `$1`, and\n\n$$\\frac{\\partial C}{\\partial w}$$")
    nbformat.write(nbformat.v4.new_notebook(cells=[text, nbformat.v4.new_code_cell(FORMULA)]), path)
    said = lab("run", path)
    assert said.returncode == 0, said.stdout + said.stderr
    page = (EXECUTED / "scratch-math.html").read_text()
    assert page.count("<math") == 3
    assert page.count("<mtable") == 1
    assert "<mfrac>" in page
    assert "\\frac" not in page
    assert "<code>$1</code>" in page
    assert not re.search(r'<(script|link)[^>]*(src|href)="http', page)


def test_run_says_which_cell_failed_and_goes_on(notebook):
    bad = notebook("scratch-bad.ipynb", "int[] a = {1};", "int i = 3;\na[i]", "i")
    good = notebook("scratch-after.ipynb", "1")
    said = lab("run", bad, good)
    assert said.returncode == 1
    first, second, third, last = said.stdout.splitlines()
    assert re.search(r"FAILED after [\d.]+ s: cell 3: .*Index 3 out of bounds for length 1", first)
    assert [second, third] == ["    | int i = 3;", "    | a[i]"]
    assert "scratch-after.ipynb ... ok: 1 cells" in last


def test_run_says_that_the_kernel_died(notebook):
    kill = 'new ProcessBuilder("kill", "-9", "" + ProcessHandle.current().pid()).start().waitFor();'
    said = lab("run", notebook("scratch-dead.ipynb", "1", kill))
    assert said.returncode == 1
    assert re.search(r"FAILED after [\d.]+ s: cell 3: the kernel died\n", said.stdout), said.stdout
    assert f"    | {kill}" in said.stdout


def test_run_says_that_a_file_is_missing(tmp_path):
    said = lab("run", tmp_path / "none.ipynb")
    assert said.returncode == 1
    assert "none.ipynb FAILED: cannot be read as a notebook:" in said.stdout


def test_without_python_it_says_what_to_install(tmp_path):
    for tool in ("sh", "dirname"):
        (tmp_path / tool).symlink_to(Path("/usr/bin") / tool)
    said = lab("run", "any.ipynb", PATH=str(tmp_path))
    assert said.returncode == 1
    assert said.stderr.startswith("kernel/lab needs Python 3.10 or newer, but found none: install it")
    assert said.stderr.count("\n") == 1


def test_without_a_jdk_it_says_what_to_install(tmp_path):
    said = lab("run", "any.ipynb", JAVA_HOME=str(tmp_path))
    assert said.returncode == 1
    assert said.stderr.startswith(f"kernel/lab needs a JDK 17 or newer, but found no javac in {tmp_path}/bin: install one")
    assert said.stderr.count("\n") == 1


def fetch(address, seconds=30):
    """A page; the server announces its address a moment before it listens."""
    end = time.monotonic() + seconds
    while True:
        try:
            with urllib.request.urlopen(address) as answer:
                return answer.read().decode()
        except urllib.error.URLError:
            if time.monotonic() > end:
                raise
            time.sleep(0.1)


def test_serves_jupyterlab_with_the_kernel():
    command = [LAB, "--no-browser", "--allow-root", "--ip=127.0.0.1", "--port=0", "--IdentityProvider.token=test"]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    try:
        address = address_of(server)
        kernels = json.loads(fetch(f"{address}api/kernelspecs?token=test"))
        assert kernels["default"] == "chainrule"
        assert kernels["kernelspecs"]["chainrule"]["spec"]["display_name"] == "Java (Chainrule)"
        assert "<title>JupyterLab</title>" in fetch(f"{address}lab?token=test")
    finally:
        server.terminate()
        server.wait(timeout=60)
