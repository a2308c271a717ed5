"""The kernels that are compared, and how each says the same things."""

import json
import shutil
import subprocess
import sys
import textwrap
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
JAR = ROOT / "target" / "chainrule-kernel.jar"
PREFIX = ROOT / "target" / "bench"
NOTEBOOK = ROOT / "notebooks" / "01-worked-example.ipynb"

NETWORK = """\
var net = network()
    .inputs("x1", "x2")
    .layer("HN1", "HN2").activation(sigmoid())
        .into("HN1", w("w1", 0.1), w("w3", 0.1))
        .into("HN2", w("w2", 0.2), w("w4", 0.2))
        .sharedBias("b1", 1.0)
    .layer("ON").activation(sigmoid())
        .into("ON", w("w5", 0.3), w("w6", 0.4))
        .sharedBias("b2", 0.5)
    .loss(halfSquaredError());
"""

# The same in Python: a drawing of the network, and the table of its forward pass.
NUMPY = textwrap.dedent("""\
    import matplotlib.pyplot as plt
    import numpy as np
    import pandas as pd
    sigmoid = lambda z: 1 / (1 + np.exp(-z))
    W1, b1 = np.array([[0.1, 0.1], [0.2, 0.2]]), 1.0
    W2, b2 = np.array([[0.3, 0.4]]), 0.5
    z1 = W1 @ np.array([1, 2]) + b1
    z2 = W2 @ sigmoid(z1) + b2
    units = {"x1": (0, 1), "x2": (0, 0), "HN1": (1, 1), "HN2": (1, 0), "ON": (2, 0.5)}
    figure, axes = plt.subplots()
    for a, b in [("x1", "HN1"), ("x2", "HN1"), ("x1", "HN2"), ("x2", "HN2"), ("HN1", "ON"), ("HN2", "ON")]:
        axes.plot(*zip(units[a], units[b]))
    for name, place in units.items():
        axes.annotate(name, place)
    plt.show()
    pd.DataFrame({"sum": [*z1, *z2], "output": [*sigmoid(z1), *sigmoid(z2)]}, index=["HN1", "HN2", "ON"])
    """)


# What Tab is pressed behind: names, chains, arguments, members of libraries, code in which something is open.
IN_JAVA = """\
net.|pass.|network().|network().inputs("a").|network().inputs("a").layer(2).|sig|rel|training(net).|var deltas = pass.del|\
display(net.|text.|text.sub|"text".|Math.|Math.s|List.of(1).stream().|List.of(1).stream().ma|Sys|System.out.pr|numb|new Arr|Arr|\
Files.|import java.util.|for (int i = 0; i < num|String s = te|Map<String, Int|LocalDate.n|Collections.s|new StringBuilder().app""".split("|")
IN_PYTHON = """\
W1.|z1.|pd.|pd.DataFrame({"a": [1]}).|np.linspace(0, 1).|sig|np.si|plt.|deltas = z1.ma|\
display(W1.|text.|text.sp|"text".|math.|math.s|[1].|map(st|Syst|sys.stdout.wr|numb|Arith|Arr|\
os.path.|import os.|for i in range(num|s = te|dict(a=in|datetime.date.t|itertools.c|io.StringIO().wr""".split("|")


@dataclass(frozen=True)
class Contender:
    """A kernel, and the code of the measurements in its language."""

    name: str
    argv: list
    before: tuple  # cells that other kernels need before they can run the example
    forward: str  # the drawn network and the table of its forward pass
    example: tuple  # the cells of the worked example
    prints: str  # 40 statements that print
    many_lines: str
    endless: str
    million: str  # an expression with a value of 32 MB
    used: str  # an expression of the bytes in use
    declared: str  # what the completions complete
    beginnings: tuple  # what stands before the cursor


def contenders(java):
    return [chainrule(java), jjava(java), ipykernel()]


def chainrule(java):
    shutil.rmtree(PREFIX, ignore_errors=True)
    subprocess.run([java, "-jar", JAR, "install", "--prefix", PREFIX], check=True, stdout=subprocess.DEVNULL)
    argv = json.loads((PREFIX / "share/jupyter/kernels/chainrule/kernel.json").read_text())["argv"]
    return in_java("Chainrule", argv, ())


def jjava(java):
    folder = Path(sys.prefix, "share/jupyter/kernels/java")
    argv = [word.replace("{resource_dir}", str(folder)) for word in json.loads((folder / "kernel.json").read_text())["argv"]]
    return in_java(f"JJava {version('jjava')}", [java, *argv[1:]], (f"%classpath {JAR}",))


def in_java(name, argv, before):
    cells = json.loads(NOTEBOOK.read_text())["cells"]
    return Contender(
        name,
        argv,
        before,
        forward=NETWORK + "display(diagram(net));\nnet.forward(1, 2)",
        example=tuple("".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"),
        prints="".join(f"System.out.println({i});\n" for i in range(40)),
        many_lines="for (int i = 0; i < 100_000; i++) System.out.println(i);",
        endless="while (true) {}",
        million="new double[4_000_000]",
        used="System.gc(); Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()",
        declared=NETWORK + 'var pass = net.forward(1, 2);\nvar text = "text";\nint number = 3;',
        beginnings=tuple(IN_JAVA),
    )


def ipykernel():
    return Contender(
        f"ipykernel {version('ipykernel')}",
        [sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}"],
        (),
        forward=NUMPY,
        example=(NUMPY,),
        prints="".join(f"print({i})\n" for i in range(40)),
        many_lines="for i in range(100_000): print(i)",
        endless="while True: pass",
        million="np.ones(4_000_000)",
        used="import psutil; psutil.Process().memory_info().rss",
        declared=NUMPY + 'import datetime, io, itertools, math, os, sys\ntext = "text"\nnumber = 3',
        beginnings=tuple(IN_PYTHON),
    )
