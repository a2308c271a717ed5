"""What was typed in one session comes back in the next one: over the protocol, and by the up-arrow of jupyter console."""

import sys

import pexpect
from jupyter_client.manager import start_new_kernel

from conftest import JUPYTER

SECONDS = 120
FILES = JUPYTER / "data" / "chainrule" / "history"


def test_a_new_process_knows_what_was_typed_in_an_old_one():
    manager, client = start_new_kernel(kernel_name="chainrule", startup_timeout=SECONDS)
    client.execute_interactive('"typed yesterday"', timeout=SECONDS, output_hook=lambda _: None)
    client.stop_channels()
    manager.shutdown_kernel()
    manager, client = start_new_kernel(kernel_name="chainrule", startup_timeout=SECONDS)
    reply = client.history(reply=True, hist_access_type="search", pattern="*yesterday*", timeout=SECONDS)
    client.stop_channels()
    manager.shutdown_kernel(now=True)
    assert [entry[2] for entry in reply["content"]["history"]] == ['"typed yesterday"']


def test_the_arrow_of_the_console_brings_back_what_was_typed():
    with console() as first:
        first.send("int fortyTwo = 6 * 7;\r")
        first.expect(r"In \[.*2")
        quit_(first)
    with console() as second:
        second.send("\x1b[A")
        second.expect("fortyTwo")
        second.send("\rfortyTwo\r")
        second.expect("Out.*42")
        second.expect(r"In \[.*3")  # what comes before the prompt is not read
        quit_(second)


def console():
    words = ["-m", "jupyter_console", "--kernel", "chainrule", "--ZMQTerminalInteractiveShell.highlighting_style=bw"]
    started = pexpect.spawn(sys.executable, words, timeout=SECONDS, dimensions=(24, 120), encoding="utf-8")
    started.expect(r"In \[.*1")
    return started


def quit_(running):
    running.send("\x04")
    running.expect("exit")
    running.send("y\r")
    running.expect(pexpect.EOF)
