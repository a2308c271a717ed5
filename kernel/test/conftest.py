"""Installs the built kernel into a folder of its own, where every test finds it and nothing else is touched."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
JAR = ROOT / "target" / "chainrule-kernel.jar"
JUPYTER = ROOT / "target" / "jupyter"


def java():
    home = os.environ.get("JAVA_HOME")
    return str(Path(home, "bin", "java")) if home else shutil.which("java")


@pytest.fixture(scope="session", autouse=True)
def installed_kernel():
    """The kernel is there for this process and for all it starts."""
    shutil.rmtree(JUPYTER, ignore_errors=True)
    for variable, folder in {
        "JUPYTER_DATA_DIR": "data",
        "JUPYTER_CONFIG_DIR": "config",
        "JUPYTER_RUNTIME_DIR": "runtime",
        "IPYTHONDIR": "ipython",
    }.items():
        os.environ[variable] = str(JUPYTER / folder)
        (JUPYTER / folder).mkdir(parents=True)
    os.environ["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    subprocess.run([java(), "-jar", JAR, "install", "--user"], check=True)
