"""The archive of classes: used when it fits, made again when it does not, and never a reason not to start."""

import os
import subprocess
import time

import pytest
from jupyter_client import KernelManager

from conftest import JUPYTER, java

INSTALLED = JUPYTER / "data" / "kernels" / "chainrule"
SECONDS = 60


@pytest.fixture
def archive():
    """The installed archive, which may be damaged; elsewhere than where it was made, Java would not take it at all."""
    path, mark = INSTALLED / "chainrule-kernel.jsa", INSTALLED / "chainrule-kernel.jsa.whole"
    whole, size = path.read_bytes(), mark.read_bytes()
    yield path
    path.unlink(missing_ok=True)
    path.write_bytes(whole)
    mark.write_bytes(size)


def run(log, *options, until=None, code="1 + 1"):
    """Starts the kernel, runs a cell and ends it; what it wrote to the terminal."""
    manager = KernelManager(kernel_name="chainrule")
    command = manager.kernel_spec.argv
    command[command.index("-jar") : command.index("-jar")] = options
    with open(log, "w") as output:
        manager.start_kernel(stdout=output, stderr=output)
    client = manager.client()
    client.start_channels()
    try:
        client.wait_for_ready(timeout=SECONDS)
        assert client.execute_interactive(code, timeout=SECONDS, output_hook=lambda _: None)["content"]["status"] == "ok"
        if until:
            wait_for(until)
    finally:
        client.stop_channels()
        manager.shutdown_kernel()
    return log.read_text()


def wait_for(condition):
    end = time.monotonic() + SECONDS
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.2)


def classes(log):
    """The classes that a kernel loads, and those of ours that it takes from the archive."""
    loaded = run(log, "-Xlog:class+load").splitlines()
    ours = [line for line in loaded if "org.chainrule." in line and "Lambda" not in line]
    return loaded, ours, [line for line in ours if "shared objects file" in line]


def test_classes_come_from_the_archive(archive, tmp_path):
    loaded, ours, archived = classes(tmp_path / "log")
    assert len(archived) > 0.9 * len(ours) > 50
    assert any("com.sun.tools.javac.comp.Attr " in line and "shared objects" in line for line in loaded)


@pytest.mark.parametrize("damage", ["missing", "empty", "garbage", "of another Java"])
def test_starts_with_an_archive_that_does_not_fit(archive, tmp_path, damage):
    whole = archive.read_bytes()
    archive.unlink()
    if damage != "missing":
        version = whole.index(b"(1" if b"(1" in whole[:2000] else b"(2")
        other = whole[:version] + b"(99" + whole[version + 3 :]
        archive.write_bytes({"empty": b"", "garbage": b"garbage" * 9999, "of another Java": other}[damage])
        archive.with_suffix(".jsa.whole").write_text(str(archive.stat().st_size))  # so that Java gets to see it
    assert run(tmp_path / "log") == ""


@pytest.mark.parametrize("damage", ["half", "half, as old as before", "flipped bits"])
def test_leaves_a_changed_archive_alone(archive, tmp_path, damage):
    """Some Javas crash on half an archive, and none looks for wrong bits in it."""
    whole, before = archive.read_bytes(), archive.stat()
    archive.unlink()
    middle = len(whole) // 2
    flipped = bytes(byte ^ 0xFF for byte in whole[middle : middle + 4096])
    archive.write_bytes(whole[:middle] if damage.startswith("half") else whole[:middle] + flipped + whole[middle + 4096 :])
    if damage.endswith("before"):
        os.utime(archive, ns=(before.st_atime_ns, before.st_mtime_ns))
    _, ours, archived = classes(tmp_path / "log")
    assert len(ours) > 50
    assert archived == []


def test_is_made_again(archive, tmp_path):
    archive.write_bytes(b"")
    mark = archive.with_suffix(".jsa.whole")
    mark.unlink()
    assert run(tmp_path / "log", until=lambda: mark.exists() and mark.read_text()) == ""
    assert int(mark.read_text()) == archive.stat().st_size > 0
    assert sorted(path.name for path in INSTALLED.glob("*.jsa*")) == [archive.name, mark.name]


def test_installing_again_keeps_what_fits(archive):
    before = archive.stat().st_mtime_ns
    subprocess.run([java(), "-jar", INSTALLED / "chainrule-kernel.jar", "install", "--user"], check=True)
    assert archive.stat().st_mtime_ns == before


def test_the_vector_module_is_there_without_an_option(tmp_path):
    """Java would start later with the option, and leave a part of the archive unused."""
    assert not any("jdk.incubator.vector" in word for word in KernelManager(kernel_name="chainrule").kernel_spec.argv)
    check = 'if (!"VectorKernels".equals(Kernels.fastest().getClass().getSimpleName())) throw new Error("plain loops");'
    assert run(tmp_path / "log", code=check) == ""
