package org.chainrule.kernel.error;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import org.chainrule.kernel.cell.CodeScanner;
import org.chainrule.kernel.cell.Origin;

/** Finds the further statements that cannot be parsed: the compiler stops at the first one outside of braces. */
final class BrokenStatements {
    /** A statement that was rejected, and where it stands. */
    record Broken(Snippet snippet, Origin origin) {}

    private final JShell shell;

    BrokenStatements(JShell shell) {
        this.shell = shell;
    }

    /** The broken statements behind the line of the last problem; nothing is evaluated to find them. */
    List<Broken> behind(List<CompileErrors.Problem> problems, Origin origin) {
        List<Broken> found = new ArrayList<>();
        if (problems.isEmpty() || !isBroken(origin.source())) {
            return found;
        }
        String code = origin.cell().code();
        BitSet codePositions = CodeScanner.codePositions(code);
        int error = problems.get(problems.size() - 1).start();
        while (CodeScanner.depth(code, codePositions, origin.offset(), error) == 0) {
            int lineEnd = code.indexOf('\n', error);
            int next = lineEnd < 0 ? -1 : nextBroken(code, codePositions, lineEnd);
            if (next < 0) {
                break;
            }
            Origin place = new Origin(origin.cell(), next, code.substring(next));
            Snippet rejected = shell.eval(place.source()).get(0).snippet();
            found.add(new Broken(rejected, place));
            error = next
                    + (int) shell.diagnostics(rejected)
                            .mapToLong(d -> d.getPosition())
                            .max()
                            .orElse(0);
        }
        return found;
    }

    private boolean isBroken(String source) {
        return shell.sourceCodeAnalysis().analyzeCompletion(source).completeness() == Completeness.UNKNOWN;
    }

    /** Where the next statement starts that cannot be parsed, behind those that can; -1 if there is none. */
    private int nextBroken(String code, BitSet codePositions, int from) {
        int start = codePositions.nextSetBit(from);
        while (start >= 0) {
            CompletionInfo info = shell.sourceCodeAnalysis().analyzeCompletion(code.substring(start));
            if (info.completeness() == Completeness.UNKNOWN) {
                return start;
            }
            boolean whole = info.completeness().isComplete();
            start = whole
                    ? codePositions.nextSetBit(code.length() - info.remaining().length())
                    : -1;
        }
        return -1;
    }
}
