package org.chainrule.kernel.cell;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;

/** The statements of a cell, one after another; of those that print, all in a row. */
public final class Statements {
    /** What prints has no value and declares nothing, so it does not matter with what it is compiled. */
    private static final Pattern PRINT =
            Pattern.compile("System\\.(?:out|err)\\.print(?:ln)?\\(.*\\);", Pattern.DOTALL);

    /** More together might be too long for a method. */
    private static final int MOST_TOGETHER = 100;

    private final Cell cell;
    private final SourceCodeAnalysis analysis;
    private final BitSet codePositions;
    private int start;
    private Origin ahead;

    /**
     * The statements of a cell.
     *
     * @param cell where they stand
     * @param analysis finds where each ends
     */
    public Statements(Cell cell, SourceCodeAnalysis analysis) {
        this.cell = cell;
        this.analysis = analysis;
        this.codePositions = CodeScanner.codePositions(cell.code());
        this.start = codePositions.nextSetBit(0);
        this.ahead = read();
    }

    /**
     * Whether there is another statement.
     *
     * @return false at the end of the cell
     */
    public boolean hasNext() {
        return ahead != null;
    }

    /** The next statement, with those that print behind one that prints. */
    public List<Origin> next() {
        List<Origin> row = new ArrayList<>();
        do {
            row.add(ahead);
            ahead = read();
        } while (ahead != null && row.size() < MOST_TOGETHER && prints(ahead) && prints(row.get(0)));
        return row;
    }

    private static boolean prints(Origin statement) {
        return PRINT.matcher(statement.source()).matches();
    }

    private Origin read() {
        if (start < 0) {
            return null;
        }
        // JShell counts lines reliably only if a snippet starts with code, not with blanks or comments
        String rest = cell.code().substring(start);
        CompletionInfo info = analysis.analyzeCompletion(rest);
        boolean whole = info.completeness().isComplete();
        Origin statement = new Origin(cell, start, whole ? info.source() : rest);
        start = whole
                ? codePositions.nextSetBit(
                        cell.code().length() - info.remaining().length())
                : -1;
        return statement;
    }
}
