"""Installs the built kernel into a folder of its own, where every test finds it and nothing else is touched."""

import os
import re
import shutil
import subprocess
import sys
import threading
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
JAR = ROOT / "target" / "chainrule-kernel.jar"
JUPYTER = ROOT / "target" / "jupyter"


def java():
    home = os.environ.get("JAVA_HOME")
    return str(Path(home, "bin", "java")) if home else shutil.which("java")


def address_of(server):
    """Where a JupyterLab says that it listens; what it says later is read and dropped, or it would wait for a reader."""
    address = next(found.group() for line in server.stderr if (found := re.search(r"http://127\S+:\d+/", line)))
    threading.Thread(target=server.stderr.read, daemon=True).start()
    return address


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
