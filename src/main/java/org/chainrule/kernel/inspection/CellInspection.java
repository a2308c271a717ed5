package org.chainrule.kernel.inspection;

import java.util.List;
import java.util.Optional;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Documentation;
import org.chainrule.kernel.cell.CodeScanner;
import org.chainrule.kernel.cell.MagicLines;
import org.chainrule.kernel.completion.CellCompletion;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;

/** The documentation of what stands at the cursor. */
public final class CellInspection {
    private final SourceCodeAnalysis analysis;
    private final CellCompletion completion;
    private final JavadocSources sources;
    private Position last = new Position("", 0);

    /** Where in which code. */
    private record Position(String code, int cursor) {}

    /**
     * For the names of one shell.
     *
     * @param analysis what knows their types
     * @param completion knows where a snippet of a cell begins
     * @param sources where their Javadoc is
     */
    public CellInspection(SourceCodeAnalysis analysis, CellCompletion completion, JavadocSources sources) {
        this.analysis = analysis;
        this.completion = completion;
        this.sources = sources;
    }

    /**
     * Signatures and Javadoc.
     *
     * @param whole whether all of it is wanted and not the first sentences only; JupyterLab never says so when Shift-Tab
     *     is pressed again, so the same question asked twice means it too
     * @return empty if nothing is known
     */
    public Optional<DisplayData> at(String code, int cursor, boolean whole) {
        Position position = new Position(code, cursor);
        boolean again = position.equals(last);
        last = again ? new Position("", 0) : position;
        List<Documentation> found = documentation(MagicLines.blank(code), cursor);
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(new JavadocPage(found, sources.areMissing())
                        .show(whole || again, "Shift+Tab once more shows all of it."));
    }

    /** The same for a name that a cell asks for; however often it is asked, it is no second Shift-Tab. */
    public Optional<DisplayData> page(String name, boolean whole) {
        List<Documentation> found = documentation(name, name.length());
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(new JavadocPage(found, sources.areMissing()).show(whole, name + "?? shows all of it."));
    }

    /** Of the name at the cursor, or else of the call whose arguments are being typed. */
    private List<Documentation> documentation(String code, int cursor) {
        sources.load();
        List<Documentation> found = of(code.substring(0, endOfName(code, cursor)));
        int call = CodeScanner.openCall(code.substring(0, cursor));
        return found.isEmpty() && call > 0 ? of(code.substring(0, call)) : found;
    }

    private List<Documentation> of(String before) {
        int start = completion.lastSnippet(before);
        List<Documentation> alone = ofSnippet(before.substring(start));
        // what the cell itself declares further up is known only if all of it is seen as one block
        return alone.isEmpty() && start > 0 ? ofSnippet("{" + before) : alone;
    }

    private List<Documentation> ofSnippet(String snippet) {
        List<Documentation> found = analysis.documentation(snippet, snippet.length(), true);
        return found.isEmpty() // JShell knows a method by its parenthesis only
                ? analysis.documentation(snippet + "(", snippet.length() + 1, true)
                : found;
    }

    /** Behind the name at the cursor, or just before it, and if it is that of a method, behind its parenthesis. */
    private static int endOfName(String code, int cursor) {
        int end = cursor >= 2 && code.startsWith("()", cursor - 2) ? cursor - 2 : cursor;
        while (end < code.length() && Character.isJavaIdentifierPart(code.charAt(end))) {
            end++;
        }
        return end < code.length() && code.charAt(end) == '(' && end > 0 ? end + 1 : end;
    }
}
