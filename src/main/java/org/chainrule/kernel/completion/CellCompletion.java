package org.chainrule.kernel.completion;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import jdk.jshell.JShell;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import org.chainrule.kernel.cell.MagicLines;

/** What may follow at the cursor, and whether a cell is complete. */
public final class CellCompletion {
    private static final String INDENT = "    ";

    private final SourceCodeAnalysis analysis;
    private final JavaCompletion java;
    private final MagicCompletion magics;
    private final QuantityCompletion quantities;

    /**
     * For the names of one shell.
     *
     * @param shell what knows them
     * @param magics completes lines of magics
     * @param variables what the variables of the cells hold
     */
    public CellCompletion(JShell shell, MagicCompletion magics, Supplier<Map<String, Object>> variables) {
        this.analysis = shell.sourceCodeAnalysis();
        this.java = new JavaCompletion(shell);
        this.magics = magics;
        this.quantities = new QuantityCompletion(variables);
    }

    /** The candidates at a position of a cell. */
    public Completions at(String code, int cursor) {
        String before = code.substring(0, cursor);
        Optional<Completions> noJava =
                magics.at(before).or(() -> quantities.at(before)).or(() -> FileCompletion.inText(before));
        return noJava.orElseGet(() -> {
            String javaCode = MagicLines.blank(before);
            boolean isMagic = javaCode.isBlank() && !before.isBlank();
            return isMagic ? new Completions(List.of(), cursor) : java.at(javaCode, lastSnippet(javaCode));
        });
    }

    /** Where the snippet starts that is being typed. */
    public int lastSnippet(String code) {
        String rest = code;
        CompletionInfo info = analysis.analyzeCompletion(rest);
        while (info.completeness().isComplete() && !info.remaining().isBlank()) {
            rest = info.remaining();
            info = analysis.analyzeCompletion(rest);
        }
        return code.endsWith(rest) ? code.length() - rest.length() : 0;
    }

    /** The reply to the question whether Enter should run the cell or add a line. */
    public Map<String, String> completeness(String code) {
        if (code.stripLeading().startsWith("%")) {
            boolean open = code.stripLeading().startsWith("%%") && !code.endsWith("\n");
            return open ? Map.of("status", "incomplete", "indent", "") : Map.of("status", "complete");
        }
        if (Introspection.in(code).isPresent()) {
            return Map.of("status", "complete");
        }
        CompletionInfo info = analysis.analyzeCompletion(code);
        while (info.completeness().isComplete() && info.completeness() != Completeness.UNKNOWN) {
            info = analysis.analyzeCompletion(info.remaining());
        }
        return switch (info.completeness()) {
            case EMPTY -> Map.of("status", "complete");
            case UNKNOWN -> Map.of("status", "invalid");
            default -> Map.of("status", "incomplete", "indent", indent(code));
        };
    }

    private static String indent(String code) {
        String last = code.substring(code.stripTrailing().lastIndexOf('\n') + 1).stripTrailing();
        String same = last.substring(0, last.length() - last.stripLeading().length());
        return last.endsWith("{") || last.endsWith("(") ? same + INDENT : same;
    }
}
