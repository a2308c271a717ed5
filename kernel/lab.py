"""Opens JupyterLab with the Chainrule kernel, or executes notebooks in it. Needs only Python's standard library.

Everything it makes lies inside the checkout: the kernel's jar under target/, a virtual environment in kernel/.venv if no
Jupyter on the PATH will do, and Jupyter's own files in kernel/.jupyter. Outside of it only Maven's cache (~/.m2) is used.
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
NOTEBOOKS = ROOT / "notebooks"
JAR = ROOT / "target" / "chainrule-kernel.jar"
VENV = HERE / ".venv"
DATA = HERE / ".jupyter"
REQUIREMENTS = HERE / "requirements.txt"
WINDOWS = os.name == "nt"
OLDEST_JAVA = 17

USAGE = """\
usage: kernel/lab [OPTION...]         open JupyterLab on notebooks/; options go to jupyter lab,
                                      such as --no-browser or --port 8899
       kernel/lab run NOTEBOOK...     execute notebooks; copies with outputs and HTML pages go to target/notebooks/
       kernel/lab --help

Builds the kernel if its sources are newer than its jar, and takes the JupyterLab 4 on the PATH or else makes one in
kernel/.venv. Needs a JDK 17 or newer (JAVA_HOME or PATH) and Python 3.10 or newer. Nothing outside the checkout is
touched, apart from Maven's cache."""


def main(words):
    if words[:1] in (["--help"], ["-h"]):
        print(USAGE)
        return 0
    if words == ["run"]:
        fail("kernel/lab run got no notebook, but needs at least one: kernel/lab run notebooks/01-worked-example.ipynb")
    java = find_java()
    build()
    python = find_jupyter() or make_venv()
    environment = install_kernel(java, python)
    if words[:1] == ["run"]:
        return run([python, HERE / "execute.py", *words[1:]], environment)
    disable_news()
    options = [f"--ServerApp.root_dir={NOTEBOOKS}", "--MultiKernelManager.default_kernel_name=chainrule"]
    return become([python, "-m", "jupyterlab", *options, *words], environment)


def find_java():
    """The java of a JDK: that of JAVA_HOME, or the first one on the PATH."""
    home = os.environ.get("JAVA_HOME")
    compiler = shutil.which("javac", path=str(Path(home) / "bin") if home else None)
    if compiler is None:
        fail(f"kernel/lab needs a JDK {OLDEST_JAVA} or newer, but found no javac in {home + '/bin' if home else 'the PATH'}:"
             " install one (Debian, Ubuntu: apt install openjdk-17-jdk; else https://adoptium.net).")
    said = subprocess.run([compiler, "-version"], capture_output=True, text=True)
    version = re.search(r"javac (1\.)?(\d+)", said.stdout + said.stderr)
    if version is None or int(version.group(2)) < OLDEST_JAVA:
        fail(f"kernel/lab needs a JDK {OLDEST_JAVA} or newer, but {compiler} is {(said.stdout or said.stderr).strip()}:"
             " install a newer one and point JAVA_HOME to it.")
    return Path(compiler).resolve().with_name("java.exe" if WINDOWS else "java")


def build():
    """Builds the jar unless it is newer than everything it is made of."""
    if JAR.exists() and newest_source() <= JAR.stat().st_mtime:
        return
    say("Building the kernel (about a minute the first time) ...")
    maven = ROOT / ("mvnw.cmd" if WINDOWS else "mvnw")
    command = [maven, "-q", "-B", "-ntp", "package", "-Dmaven.test.skip=true", "-Dspotless.check.skip=true"]
    if run(command, cwd=ROOT) != 0:
        fail("kernel/lab could not build the kernel: Maven's messages are above; ./mvnw package shows all of them.")


def newest_source():
    sources = [path for folder in ("main", "launcher") for path in (ROOT / "src" / folder).rglob("*")]
    return max(path.stat().st_mtime for path in [ROOT / "pom.xml", *sources])


def find_jupyter():
    """The Python behind the jupyter on the PATH, if it has JupyterLab 4 and what executing notebooks needs."""
    jupyter = shutil.which("jupyter")
    if jupyter is None:
        return None
    check = "import jupyterlab, nbclient, nbconvert, sys; sys.exit(jupyterlab.__version__.split('.')[0] != '4')"
    for python in pythons_of(Path(jupyter)):
        try:
            if subprocess.run([python, "-c", check], capture_output=True).returncode == 0:
                return python
        except OSError:
            continue  # not an executable
    return None


def pythons_of(jupyter):
    """Where the Python may be that a jupyter command belongs to: beside it, or in its first line."""
    if WINDOWS:
        return [jupyter.with_name("python.exe"), jupyter.parent.parent / "python.exe"]
    with open(jupyter, "rb") as script:
        first = script.readline().decode(errors="replace")
    return [first[2:].strip()] if first.startswith("#!") else []


def make_venv():
    """The Python of kernel/.venv, with what requirements.txt pins; made anew when that file changes."""
    python = VENV / ("Scripts/python.exe" if WINDOWS else "bin/python")
    made_from = VENV / "requirements.txt"
    if made_from.exists() and made_from.read_bytes() == REQUIREMENTS.read_bytes():
        return python
    say("No JupyterLab 4 on the PATH: installing one into kernel/.venv (about a minute) ...")
    if run([sys.executable, "-m", "venv", "--clear", VENV]) != 0:
        fail("kernel/lab could not make a virtual environment: install Python's venv (Debian, Ubuntu: apt install python3-venv).")
    pip = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-cache-dir", "--retries=5"]
    if run([*pip, "-r", REQUIREMENTS]) != 0:
        fail("kernel/lab could not install JupyterLab: pip's message is above. Check the network, then try again.")
    shutil.copyfile(REQUIREMENTS, made_from)
    return python


def install_kernel(java, python):
    """Installs the kernel inside the checkout; returns the environment in which Jupyter finds it."""
    environment = {
        "JUPYTER_DATA_DIR": str(DATA / "data"),
        "JUPYTER_CONFIG_DIR": str(DATA / "config"),
        "JUPYTER_RUNTIME_DIR": str(DATA / "runtime"),
        "IPYTHONDIR": str(DATA / "ipython"),
    }
    DATA.mkdir(exist_ok=True)
    where = ["--prefix", VENV] if VENV in Path(python).parents else ["--user"]
    command = [java, "-jar", JAR, "install", *where]
    installed = subprocess.run(command, env={**os.environ, **environment}, stdout=subprocess.DEVNULL)
    if installed.returncode != 0:
        fail("kernel/lab could not install the kernel: the reason is above.")
    return environment


def disable_news():
    """Without this JupyterLab asks at its first start whether to fetch news, which a lesson has no use for."""
    config = DATA / "config" / "labconfig"
    config.mkdir(parents=True, exist_ok=True)
    (config / "page_config.json").write_text('{"disabledExtensions": {"@jupyterlab/apputils-extension:announcements": true}}\n')


def run(command, environment=None, cwd=None):
    try:
        return subprocess.run([str(word) for word in command], env={**os.environ, **(environment or {})}, cwd=cwd).returncode
    except KeyboardInterrupt:
        return 130


def become(command, environment):
    """Runs a command in place of this one, so that Ctrl-C and kill reach it; Windows can only wait for it."""
    if WINDOWS:
        return run(command, environment)
    words = [str(word) for word in command]
    os.execve(words[0], words, {**os.environ, **environment})


def say(line):
    print(line, file=sys.stderr, flush=True)


def fail(line):
    sys.exit(line)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
