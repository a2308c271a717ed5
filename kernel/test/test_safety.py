"""What a kernel must not do: listen to others, call home, or run classes that happen to lie around."""

import os
import shutil
import socket
import subprocess

import psutil
import pytest
from jupyter_client import KernelManager
from jupyter_client.kernelspec import KernelSpecManager

from conftest import JAR, java

SECONDS = 60
CELLS = [
    'var net = network().inputs("x").layer("out").activation(identity()).into("out", w("w", 2)).loss(halfSquaredError());\nnet',
    "lossCurve(training(net).sample(x(1), y(3)).optimizer(sgd(0.1)).epochs(10).run())",
    "table(net.forward(3))",
]


@pytest.fixture(scope="module")
def kernel(tmp_path_factory):
    """A kernel in a folder with a class that must not be found, and the result of a cell in it."""
    folder = tmp_path_factory.mktemp("safety")
    (folder / "Planted.java").write_text("public class Planted { public static int x = 1; }")
    subprocess.run([shutil.which("javac", path=os.path.dirname(java())), "Planted.java"], cwd=folder, check=True)
    manager = KernelManager(kernel_name="chainrule")
    manager.start_kernel(cwd=folder, env={**os.environ, "CLASSPATH": str(folder)})
    client = manager.client()
    client.start_channels()
    client.wait_for_ready(timeout=SECONDS)

    def run(cell):
        return client.execute_interactive(cell, timeout=SECONDS, output_hook=lambda _: None)["content"]

    yield manager, run
    client.stop_channels()
    manager.shutdown_kernel()


def test_listens_on_the_address_of_the_connection_file_only(kernel):
    manager, _ = kernel
    ports = [manager.shell_port, manager.iopub_port, manager.stdin_port, manager.control_port, manager.hb_port]
    for port in ports:
        socket.create_connection(("127.0.0.1", port), timeout=5).close()
        with pytest.raises(ConnectionRefusedError):
            socket.create_connection(("127.0.0.2", port), timeout=5)
    listening = {c.laddr for c in connections(manager) if c.status == psutil.CONN_LISTEN}
    assert {(address.ip.removeprefix("::ffff:"), address.port) for address in listening} == {("127.0.0.1", p) for p in ports}


def test_connects_to_nobody(kernel):
    """No telemetry, no news, no fonts from elsewhere: a drawn network, a training and a table need no network."""
    manager, run = kernel
    assert [run(cell)["status"] for cell in CELLS] == ["ok"] * len(CELLS)
    others = {c.raddr.ip.removeprefix("::ffff:") for c in connections(manager) if c.raddr}
    assert others == {"127.0.0.1"}


def connections(manager):
    return psutil.Process(manager.provisioner.pid).net_connections("inet")


def test_its_files_are_the_users_alone(tmp_path):
    """Kernel, archive of classes, history and whatever else it writes, where files are usually readable for everybody."""
    data, temporary = tmp_path / "data", tmp_path / "tmp"
    temporary.mkdir()
    environment = {**os.environ, "JUPYTER_DATA_DIR": str(data), "JAVA_TOOL_OPTIONS": f"-Djava.io.tmpdir={temporary}"}
    before = os.umask(0o022)
    try:
        subprocess.run([java(), "-jar", JAR, "install", "--user"], check=True, env=environment, capture_output=True)
        finder = KernelSpecManager(kernel_dirs=[str(data / "kernels")])
        manager = KernelManager(kernel_name="chainrule", kernel_spec_manager=finder)
        manager.start_kernel(cwd=tmp_path, env=environment, stderr=subprocess.DEVNULL)
    finally:
        os.umask(before)
    client = manager.client()
    client.start_channels()
    client.wait_for_ready(timeout=SECONDS)
    for cell in CELLS:
        client.execute_interactive(cell, timeout=SECONDS, output_hook=lambda _: None)
    client.stop_channels()
    manager.shutdown_kernel()
    found = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert {"chainrule-kernel.jsa", "session-1.jsonl"} <= {path.name for path in found}
    assert [path for path in found if is_open_to_others(path, tmp_path)] == []


def is_open_to_others(path, above):
    """Whether neither the file nor a folder on the way to it is the user's alone."""
    way = [path, *path.parents]
    return all(step.stat().st_mode & 0o077 for step in way[: way.index(above)])


def test_takes_no_class_from_the_working_directory(kernel):
    _, run = kernel
    assert run("Planted.x")["status"] == "error"
    assert run('Class.forName("Planted")')["ename"] == "ClassNotFoundException"
    assert run('Thread.currentThread().getContextClassLoader().loadClass("Planted")')["ename"] == "ClassNotFoundException"
