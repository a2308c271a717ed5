"""The kernel's jar in a stock JJava, as PyPI has it."""

import nbformat
from nbclient import NotebookClient

from conftest import JAR

CELLS = [
    f"%classpath {JAR}",
    """\
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
net.forward(1, 2)""",
    'Table.create("t", DoubleColumn.create("Yp", 0.744323))',
    "Stream.of(1, 2).collect(Collectors.toList())",
    "42",
    """\
var slow = training(net).sample(x(1, 2), y(3)).optimizer(sgd(0.5)).epochs(8)
    .onEpoch(report -> { try { Thread.sleep(100); } catch (InterruptedException e) { } });
var run = slow.run();""",
]


def test_jar_loads_into_a_stock_jjava():
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in CELLS])
    NotebookClient(notebook, kernel_name="java", timeout=60).execute()
    loaded, forward, table, stream, number, progress = [cell.outputs for cell in notebook.cells]
    assert loaded == []
    assert "0.744323" in forward[0]["data"]["text/html"]
    assert "<table" in table[0]["data"]["text/html"]
    assert stream[0]["data"] == {"text/plain": "[1, 2]"}
    assert number[0]["data"] == {"text/plain": "42"}
    assert [output["output_type"] for output in progress] == ["display_data"]
    assert progress[0]["data"]["text/plain"].startswith("epoch 8 of 8: loss ")
