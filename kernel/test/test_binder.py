"""Binder's build, as far as it goes without a container: postBuild, run beside the installed Jupyter."""

import os
import subprocess

from conftest import ROOT


def test_post_build_installs_the_kernel_and_runs_the_first_notebook(tmp_path):
    environment = {**os.environ, "NB_PYTHON_PREFIX": str(tmp_path), "JUPYTER_PATH": str(tmp_path / "share" / "jupyter")}
    environment["JUPYTER_DATA_DIR"] = str(tmp_path / "nothing")
    built = subprocess.run([ROOT / ".binder" / "postBuild"], cwd=ROOT, env=environment, capture_output=True, text=True)
    assert built.returncode == 0, built.stdout + built.stderr
    assert "01-worked-example.ipynb" in built.stdout + built.stderr
    assert (tmp_path / "share" / "jupyter" / "kernels" / "chainrule" / "chainrule-kernel.jsa").stat().st_size > 0


def test_without_the_servers_environment_it_says_so():
    environment = {name: value for name, value in os.environ.items() if name != "NB_PYTHON_PREFIX"}
    built = subprocess.run([ROOT / ".binder" / "postBuild"], cwd=ROOT, env=environment, capture_output=True, text=True)
    assert built.returncode != 0
    assert "NB_PYTHON_PREFIX: must be the environment of the notebook server" in built.stderr
