"""Starts the kernels by turns and prints a table; kernel/bench/run calls this with a Python that has what it needs."""

import os
import platform
import re
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path

import psutil
import zmq
from contenders import contenders
from jupyter_client import BlockingKernelClient
from jupyter_client.connect import write_connection_file

SECONDS = 60
WARM_UP, WARM_CELLS = 30, 50
LINES = 100_000
OPEN_NOTEBOOKS = 3


class Kernel:
    """A running kernel, and when it was started."""

    def __init__(self, contender):
        self.folder = tempfile.TemporaryDirectory()
        file, _ = write_connection_file(os.path.join(self.folder.name, "connection.json"), key=b"secret of a measurement")
        words = [word.replace("{connection_file}", file) for word in contender.argv]
        context = zmq.Context()
        context.setsockopt(zmq.RECONNECT_IVL, 5)  # or else every start would be rounded up to a tenth of a second
        self.client = BlockingKernelClient(connection_file=file, context=context)
        self.client.load_connection_file()
        self.started = time.perf_counter()
        self.process = psutil.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=self.folder.name)
        self.client.start_channels()
        self.client.kernel_info(reply=True, timeout=SECONDS)
        self.until_reply = self.age()
        self.client.wait_for_ready(timeout=SECONDS)
        self.by_signal = "ipykernel" in contender.name

    def age(self):
        return time.perf_counter() - self.started

    def run(self, code, seconds=SECONDS):
        """Runs a cell; what it published, and the time of the round trip."""
        published, begin = [], time.perf_counter()
        reply = self.client.execute_interactive(code, timeout=seconds, output_hook=published.append)
        if reply["content"]["status"] != "ok":
            raise RuntimeError(reply["content"]["evalue"])
        return published, time.perf_counter() - begin

    def complete(self, code):
        begin = time.perf_counter()
        self.client.complete(code, reply=True, timeout=SECONDS)
        return time.perf_counter() - begin

    def value(self, code):
        (result,) = [message for message in self.run(code)[0] if message["msg_type"] == "execute_result"]
        return int(result["content"]["data"]["text/plain"])

    def interrupt(self):
        if self.by_signal:
            self.process.send_signal(signal.SIGINT)
        else:
            self.client.session.send(self.client.control_channel.socket, "interrupt_request", {})

    def processes(self):
        return [self.process, *self.process.children(True)]

    def megabytes(self, kind):
        """Memory as Linux counts it: rss, all that is resident, or pss, in which shared pages count by halves, thirds …"""
        return sum(getattr(process.memory_full_info(), kind) for process in self.processes()) / 2**20

    def processor_seconds(self):
        return sum(sum(process.cpu_times()[:2]) for process in self.processes())

    def __enter__(self):
        return self

    def __exit__(self, *_):
        for process in reversed(self.processes()):
            process.kill()
        self.process.wait()
        self.client.stop_channels()
        self.folder.cleanup()


def start(contender):
    with Kernel(contender) as kernel:
        for cell in contender.before:
            kernel.run(cell)
        published, _ = kernel.run(contender.forward)
        drawn = kernel.age()
        assert any("text/html" in message["content"].get("data", {}) for message in published)
        return {"start to kernel_info_reply": (kernel.until_reply, "s"), "start to the first drawn forward table": (drawn, "s")}


def cells(contender):
    with Kernel(contender) as kernel:
        times = [kernel.run(f"{i} + 1")[1] for i in range(WARM_UP + WARM_CELLS)][WARM_UP:]
        prints = [kernel.run(contender.prints)[1] for _ in range(5)]
        return {
            "a trivial warm cell, round trip": (1000 * statistics.median(times), "ms"),
            "40 print statements in one cell, first time": (prints[0], "s"),
            "40 print statements in one cell, fifth time": (prints[-1], "s"),
        }


def completion(contender):
    """Each beginning three times; the last time counts."""
    with Kernel(contender) as kernel:
        for cell in (*contender.before, contender.declared):
            kernel.run(cell)
        for _ in range(3):
            times = [kernel.complete(beginning) for beginning in contender.beginnings]
        return {
            f"{len(times)} completions, warm: the middle one": (1000 * statistics.median(times), "ms"),
            "and the slowest": (1000 * max(times), "ms"),
        }


def memory(contender):
    with ExitStack() as stack:
        opened = [stack.enter_context(Kernel(contender)) for _ in range(OPEN_NOTEBOOKS)]
        for kernel in opened:
            for cell in (*contender.before, *contender.example):
                kernel.run(cell)
        share = statistics.mean(kernel.megabytes("pss") for kernel in opened)
        return {
            "resident memory after the worked example": (opened[0].megabytes("rss"), "MB"),
            f"and of each of {OPEN_NOTEBOOKS} open at once, shared pages counted once": (share, "MB"),
        }


def trouble(contender):
    return {
        "100,000 printed lines": (lines(contender), ""),
        "interrupt of an endless loop": (interrupt(contender), ""),
        "memory held by six results of 32 MB": (six_results(contender), "MB"),
    }


def lines(contender):
    with Kernel(contender) as kernel:
        try:
            published, seconds = kernel.run(contender.many_lines)
        except TimeoutError:
            return f"no end after {SECONDS} s"
        text = "".join(m["content"]["text"] for m in published if m["msg_type"] == "stream")
        arrived = len(re.findall(r"^\d+$", text, re.MULTILINE))
        return f"{'all' if arrived == LINES else arrived} of them in {seconds:.1f} s"


def interrupt(contender):
    with Kernel(contender) as kernel:
        kernel.client.execute(contender.endless)
        time.sleep(1)
        kernel.interrupt()
        time.sleep(3)  # compilers still work for a while
        before = kernel.processor_seconds()
        time.sleep(2)
        busy = 50 * (kernel.processor_seconds() - before)
        try:
            kernel.run("1 + 1", seconds=10)
        except (TimeoutError, RuntimeError):
            return "the next cell does not run"
        return "stops" if busy < 50 else f"goes on with {busy:.0f} % of a core"


def six_results(contender):
    with Kernel(contender) as kernel:
        if kernel.by_signal:
            kernel.run("import numpy as np")
        before = kernel.value(contender.used)
        for _ in range(6):
            kernel.run(contender.million)
        kernel.run("1 + 1")
        return (kernel.value(contender.used) - before) / 2**20


def measure(part, kernels, rounds):
    """Each row's values by kernel, from rounds in which every kernel has its turn."""
    rows = {}
    for _ in range(rounds if part in ("start", "cells", "completion") else 1):
        for contender in kernels:
            try:
                measured = globals()[part](contender)
            except (RuntimeError, TimeoutError, AssertionError) as failure:
                print(f"{contender.name}, {part}: {failure}", file=sys.stderr)
                continue
            for row, (value, unit) in measured.items():
                rows.setdefault((row, unit), {}).setdefault(contender.name, []).append(value)
    return rows


def text(values, unit):
    if not values:
        return "fails"
    if unit == "":
        return values[0]
    digits = 2 if unit == "s" else 0
    return f"{statistics.median(values):.{digits}f} {unit}"


def machine(java):
    said = subprocess.run([java, "-version"], capture_output=True, text=True).stderr.splitlines()[1]
    model = re.search(r"model name\s*: (.*)", Path("/proc/cpuinfo").read_text()).group(1) if sys.platform == "linux" else ""
    cores, gigabytes = os.cpu_count(), psutil.virtual_memory().total / 2**30
    return f"{model or platform.processor()}, {cores} cores, {gigabytes:.0f} GB; {platform.system()}; {said}; Python {platform.python_version()}"


def main(java, rounds, *parts):
    kernels = contenders(java)
    print(machine(java), "\n")
    print("| |", " | ".join(kernel.name for kernel in kernels), "|")
    print("|---" * (len(kernels) + 1) + "|")
    for part in parts:
        for (row, unit), values in measure(part, kernels, int(rounds)).items():
            print(f"| {row} |", " | ".join(text(values.get(kernel.name), unit) for kernel in kernels), "|", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
