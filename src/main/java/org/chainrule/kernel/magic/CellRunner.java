package org.chainrule.kernel.magic;

import java.util.BitSet;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chainrule.kernel.cell.Cell;
import org.chainrule.kernel.cell.CellException;
import org.chainrule.kernel.cell.CodeScanner;
import org.chainrule.kernel.evaluation.CellEvaluator;

/** Runs cells as they are typed: Java code with lines of magics between, or a magic for the whole cell. */
public final class CellRunner {
    private static final Pattern CELL_MAGIC = Pattern.compile("\\s*%%(\\w+)([^\\n]*)\\n?(.*)", Pattern.DOTALL);
    private static final Pattern LINE_MAGIC = Pattern.compile("^[ \\t]*%(\\w+)(.*)$", Pattern.MULTILINE);

    private final CellEvaluator evaluator;
    private final Magics magics;

    /**
     * For cells with and without magics.
     *
     * @param evaluator runs the Java code
     * @param magics run their lines
     */
    public CellRunner(CellEvaluator evaluator, Magics magics) {
        this.evaluator = evaluator;
        this.magics = magics;
    }

    /** The value of the cell, empty if it has none to show. */
    public Optional<Object> run(Cell cell) throws CellException {
        Matcher whole = CELL_MAGIC.matcher(cell.code());
        if (whole.matches()) {
            Cell body = part(cell, whole.start(3), cell.code().length());
            return magics.runCell(whole.group(1), whole.group(2), body, this);
        }
        return runLines(cell);
    }

    private Optional<Object> runLines(Cell cell) throws CellException {
        BitSet codePositions = CodeScanner.codePositions(cell.code());
        Matcher magic = LINE_MAGIC.matcher(cell.code());
        Optional<Object> value = Optional.empty();
        int done = 0;
        while (magic.find()) {
            if (codePositions.get(magic.start(1) - 1)) {
                evaluator.evaluate(part(cell, done, magic.start()));
                value = magics.runLine(magic.group(1), magic.group(2), part(cell, magic.start(2), magic.end()), this);
                done = magic.end();
            }
        }
        boolean codeFollows = codePositions.nextSetBit(done) >= 0;
        return codeFollows ? evaluator.evaluate(part(cell, done, cell.code().length())) : value;
    }

    /** The cell with all but a part made blank, so that the lines of the part keep their numbers. */
    private static Cell part(Cell cell, int start, int end) {
        String code = cell.code();
        return new Cell(
                cell.name(), blank(code.substring(0, start)) + code.substring(start, end) + blank(code.substring(end)));
    }

    private static String blank(String text) {
        return text.replaceAll("[^\\n]", " ");
    }
}
