package org.chainrule.kernel.magic;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.chainrule.kernel.cell.Cell;
import org.chainrule.kernel.cell.CellException;
import org.chainrule.kernel.evaluation.CellEvaluator;
import org.chainrule.kernel.evaluation.Variables;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;

/** The magics that show text as it is, measure a cell, keep what it prints, and look after the variables. */
final class NotebookMagics {
    private static final double MEGABYTE = 1e6;

    private final CellEvaluator evaluator;
    private final Variables variables;

    NotebookMagics(CellEvaluator evaluator) {
        this.evaluator = evaluator;
        this.variables = evaluator.variables();
    }

    void register(MagicList magics) {
        magics.add(
                "%time",
                "%time net.forward(1, 2)", "runs the line, says how long it took and what it allocated", this::time);
        magics.add("%%time", "%%time", "the same for the cell", this::time);
        magics.add("%who", "%who", "lists the variables with types and values", (words, code, runner) -> who());
        magics.add("%reset", "%reset", "forgets all that cells have declared", (words, code, runner) -> reset());
        magics.add("%%html", "%%html", "shows the cell as HTML", (words, body, runner) -> show("text/html", body));
        magics.add("%%latex", "%%latex", "shows the cell as LaTeX", (words, body, runner) -> show("text/latex", body));
        magics.add(
                "%%markdown",
                "%%markdown", "shows the cell as Markdown", (words, body, runner) -> show("text/markdown", body));
        magics.add("%%output", "%%output all.txt", "writes what the cell prints to a file", NotebookMagics::output);
        magics.add("%help", "%help", "lists the magics", (words, code, runner) -> Optional.of(magics.help()));
    }

    private Optional<Object> who() {
        return Optional.of(new DisplayData(variables.list()));
    }

    private Optional<Object> reset() {
        variables.reset();
        return Optional.empty();
    }

    private static Optional<Object> show(String type, Cell body) {
        String text = body.code().strip();
        DisplayData shown = new DisplayData(text);
        shown.putData(type, text);
        return Optional.of(shown);
    }

    private Optional<Object> time(List<String> arguments, Cell code, CellRunner runner) throws CellException {
        long start = System.nanoTime();
        evaluator.measureAllocation();
        try {
            return runner.run(code);
        } finally {
            double seconds = (System.nanoTime() - start) / 1e9;
            double megabytes = evaluator.allocatedBytes() / MEGABYTE;
            System.out.printf(Locale.ROOT, "Wall time: %.3f s, allocated: %.1f MB%n", seconds, megabytes);
        }
    }

    private static Optional<Object> output(List<String> arguments, Cell body, CellRunner runner) throws CellException {
        if (arguments.size() != 1) {
            throw CellException.of("UsageError", "%%output needs the name of one file, as in %%output all.txt");
        }
        PrintStream out = System.out;
        try (PrintStream file = new PrintStream(arguments.get(0), StandardCharsets.UTF_8)) {
            System.setOut(file);
            return runner.run(body);
        } catch (IOException failed) {
            throw CellException.of(
                    "FileNotWritten", "%%output cannot write " + arguments.get(0) + ": " + failed.getMessage());
        } finally {
            System.setOut(out);
        }
    }
}
