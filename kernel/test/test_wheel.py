"""The wheel: installed into a new environment it is a kernel, taken away it leaves nothing."""

import json
import os
import re
import shutil
import subprocess
import sys

import pytest
from jupyter_client import KernelManager
from jupyter_client.kernelspec import KernelSpecManager

from conftest import JUPYTER, ROOT

SECONDS = 60


@pytest.fixture(scope="module")
def environment(tmp_path_factory):
    """A new virtual environment with the wheel in it."""
    folder = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", folder, ROOT / "kernel"]
    subprocess.run(pip, check=True)
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", folder / "env"], check=True)
    (wheel,) = folder.glob("chainrule-*.whl")
    run_pip(folder / "env", "install", "--no-deps", wheel)
    return folder / "env"


def run_pip(environment, *words):
    command = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check", "--python", environment / "bin" / "python"]
    subprocess.run([*command, *words], check=True)


def spec(environment):
    return environment / "share" / "jupyter" / "kernels" / "chainrule"


def answers(environment, *cells, **variables):
    """Runs cells with the environment's kernel; the reply to each, and what the kernel wrote to the terminal."""
    finder = KernelSpecManager(kernel_dirs=[str(spec(environment).parent)])
    manager = KernelManager(kernel_name="chainrule", kernel_spec_manager=finder)
    log = environment / "log.txt"
    with open(log, "w") as output:
        manager.start_kernel(stdout=output, stderr=output, env={**os.environ, **variables})
    client = manager.client()
    client.start_channels()
    try:
        client.wait_for_ready(timeout=SECONDS)
        replies = [client.execute_interactive(cell, timeout=SECONDS, output_hook=lambda _: None) for cell in cells]
        return [reply["content"] for reply in replies], log.read_text()
    finally:
        client.stop_channels()
        manager.shutdown_kernel()


def test_it_is_the_same_kernel_as_the_installed_one(environment):
    wheel = json.loads((spec(environment) / "kernel.json").read_text())
    installed = json.loads((JUPYTER / "data" / "kernels" / "chainrule" / "kernel.json").read_text())
    assert wheel["argv"][:2] == ["python", "{resource_dir}/start.py"]
    options = [word.replace("{resource_dir}", str(JUPYTER / "data" / "kernels" / "chainrule")) for word in wheel["argv"][2:]]
    assert sorted(options) == sorted(installed["argv"][3:])
    assert {**wheel, "argv": None} == {**installed, "argv": None}


def test_its_version_is_that_of_the_project(environment):
    (metadata,) = environment.glob("lib/*/site-packages/chainrule-*.dist-info/METADATA")
    version = re.search(r"<artifactId>chainrule</artifactId>\s*<version>(.*?)(-SNAPSHOT)?</version>", (ROOT / "pom.xml").read_text())
    assert f"Version: {version.group(1)}\n" in metadata.read_text()
    assert "Requires-Dist: jupyterlab>=4\n" in metadata.read_text()


def test_runs_cells(environment):
    (sum_, name), log = answers(environment, "1 + 1", "network()")
    assert (sum_["status"], name["status"]) == ("ok", "ok")
    assert log == ""


def test_says_that_there_is_no_java(environment):
    (failure,), log = answers(environment, "1 + 1", JAVA_HOME=str(environment))
    assert failure["evalue"].startswith(
        f"Chainrule needs a JDK 17 or newer, but found none in JAVA_HOME, which is {environment}: install one"
    )
    assert failure["traceback"] == [failure["evalue"]] == [log.strip()]


@pytest.mark.parametrize("what", ["too old", "without a compiler"])
def test_says_what_is_wrong_with_java(environment, tmp_path, what):
    """Java itself is asked, and the answer of a Java that will not do is what the kernel's launcher says there."""
    problem = f"Chainrule needs another Java, this one is {what}."
    (tmp_path / "bin").mkdir()
    java = tmp_path / "bin" / "java"
    java.write_text(f"#!/bin/sh\necho '{problem}' >&2\nexit 1\n")
    java.chmod(0o755)
    (tmp_path / "release").write_text('JAVA_VERSION="11.0.2"\n' if what == "too old" else 'JAVA_VERSION="21"\nMODULES="java.base"\n')
    (failure,), _ = answers(environment, "1 + 1", JAVA_HOME=str(tmp_path))
    assert failure["evalue"].startswith(problem)
    assert len(failure["traceback"]) == 1


def test_takes_the_java_of_java_home(environment, tmp_path):
    """A Java that says nothing of itself in a file is asked."""
    real = os.path.realpath(shutil.which("java", path=os.path.join(os.environ["JAVA_HOME"], "bin") if "JAVA_HOME" in os.environ else None))
    (tmp_path / "bin").mkdir()
    java = tmp_path / "bin" / "java"
    java.write_text(f'#!/bin/sh\necho "$@" >> {tmp_path}/words\nexec {real} "$@"\n')
    java.chmod(0o755)
    (reply,), _ = answers(environment, "1 + 1", JAVA_HOME=str(tmp_path))
    assert reply["status"] == "ok"
    asked, started = (tmp_path / "words").read_text().splitlines()
    assert asked.endswith("--version")
    assert "--version" not in started


def test_uninstalling_leaves_nothing(environment):
    """Also when a start has made the archive of classes meanwhile."""
    archive = spec(environment) / "chainrule-kernel.jsa"
    assert archive.stat().st_size == 0
    archive.write_bytes(b"classes")
    archive.with_suffix(".jsa.whole").write_bytes(b"7\n")
    run_pip(environment, "uninstall", "--yes", "chainrule")
    assert not spec(environment).exists()
    assert not list(environment.glob("lib/*/site-packages/*hainrule*"))
