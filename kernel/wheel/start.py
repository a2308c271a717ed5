"""Runs java with the words of kernel.json: the java of JAVA_HOME, or else the first one on the PATH.

If that is missing, too old, or has no compiler, a small kernel takes its place that says so in the notebook.
"""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

OLDEST_JAVA = 17
WINDOWS = os.name == "nt"
ARCHIVE = "-XX:SharedArchiveFile="
HOW = "Debian, Ubuntu: apt install openjdk-17-jdk; else https://adoptium.net; then restart the kernel."


def main(words):
    java = find_java()
    if java is None:
        home = os.environ.get("JAVA_HOME")
        where = f"none in JAVA_HOME, which is {home}" if home else "none on the PATH"
        return explain(f"Chainrule needs a JDK {OLDEST_JAVA} or newer, but found {where}: install one ({HOW})", words[-1])
    problem = None if is_known_as_good(java) else problem_with(java, jar=words[-2])
    if problem:
        return explain(f"{problem} ({HOW})", words[-1])
    return become([java, *possible(words)])


def find_java():
    home = os.environ.get("JAVA_HOME")
    return shutil.which("java", path=str(Path(home) / "bin") if home else None)


def is_known_as_good(java):
    """Whether it says of itself in a file that it is a JDK and new enough, which is faster than to ask it."""
    try:
        release = (Path(java).resolve().parent.parent / "release").read_text(errors="replace")
    except OSError:
        return False
    version = re.search(r'^JAVA_VERSION="(1\.)?(\d+)', release, re.MULTILINE)
    modules = re.search(r'^MODULES="(.*)"', release, re.MULTILINE)
    return bool(version and modules and int(version.group(2)) >= OLDEST_JAVA and "jdk.jshell" in modules.group(1).split())


def problem_with(java, jar):
    """The kernel itself says in one line why a Java will not do."""
    said = subprocess.run([java, "-jar", jar, "--version"], capture_output=True, text=True, errors="replace")
    return None if said.returncode == 0 else said.stderr.strip().splitlines()[-1]


def possible(words):
    """Without an archive that is not as it was made."""
    return [word for word in words if not word.startswith(ARCHIVE) or is_whole(word[len(ARCHIVE) :])]


def is_whole(archive):
    """As start.sh looks at it: as large as it was made, and not changed since."""
    try:
        mark = Path(f"{archive}.whole")
        made, found = mark.stat(), os.stat(archive)
        return found.st_mtime_ns <= made.st_mtime_ns and found.st_size == int(mark.read_text())
    except (OSError, ValueError):  # one of them is missing or empty
        return False


def become(command):
    """Runs a command in place of this one; Windows can only wait for it."""
    if WINDOWS:
        return subprocess.run(command).returncode
    os.execv(command[0], command)


def explain(problem, connection_file):
    """A kernel that answers every cell with the problem."""
    print(problem, file=sys.stderr, flush=True)
    import zmq
    from jupyter_client.session import Session

    connection = json.loads(Path(connection_file).read_text())
    session = Session(key=connection["key"].encode(), signature_scheme=connection["signature_scheme"])
    context = zmq.Context()

    def bind(kind, port):
        socket = context.socket(kind)
        socket.bind(f"{connection['transport']}://{connection['ip']}:{connection[port]}")
        return socket

    shell, control = bind(zmq.ROUTER, "shell_port"), bind(zmq.ROUTER, "control_port")
    beat, publish = bind(zmq.REP, "hb_port"), bind(zmq.PUB, "iopub_port")
    bind(zmq.ROUTER, "stdin_port")
    poller = zmq.Poller()
    for socket in (shell, control, beat):
        poller.register(socket, zmq.POLLIN)
    while True:
        for socket, _ in poller.poll():
            if socket is beat:
                beat.send(beat.recv())
            elif answer(session, socket, publish, problem):
                context.destroy(linger=500)
                return 1


def answer(session, socket, publish, problem):
    """Answers a request; whether it was the last one."""
    identities, request = session.recv(socket, mode=0)
    kind = request["msg_type"]
    failure = {"ename": "NoJava", "evalue": problem, "traceback": [problem]}
    if kind == "kernel_info_request":
        language = {"name": "java", "version": "", "mimetype": "text/x-java", "file_extension": ".jshell"}
        content = {"status": "ok", "protocol_version": "5.3", "implementation": "chainrule", "implementation_version": ""}
        content.update(language_info=language, banner=problem, help_links=[])
    elif kind == "shutdown_request":
        content = {"status": "ok", "restart": request["content"]["restart"]}
    else:
        content = {"status": "error", "execution_count": 0, **failure}
    session.send(publish, "status", {"execution_state": "busy"}, parent=request)
    if kind == "execute_request":
        session.send(publish, "error", failure, parent=request)
    session.send(socket, kind.replace("request", "reply"), content, parent=request, ident=identities)
    session.send(publish, "status", {"execution_state": "idle"}, parent=request)
    return kind == "shutdown_request"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
