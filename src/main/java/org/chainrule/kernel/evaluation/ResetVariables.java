package org.chainrule.kernel.evaluation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jdk.jshell.JShell;
import jdk.jshell.PersistentSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;
import jdk.jshell.VarSnippet;
import org.chainrule.kernel.error.RuntimeErrors;

/** Which variables lost their values because what they are made of was declared anew, and where they can be set again. */
final class ResetVariables {
    private static final String NO_VALUE = "null";

    private final JShell shell;
    private final FormerValues values;
    private final RuntimeErrors origins;
    private final Map<VarSnippet, Snippet> causes = new LinkedHashMap<>();

    ResetVariables(JShell shell, FormerValues values, RuntimeErrors origins) {
        this.shell = shell;
        this.values = values;
        this.origins = origins;
    }

    /** A cell begins. */
    void clear() {
        causes.clear();
    }

    /** To be called after each statement, with what came of it. */
    void note(List<SnippetEvent> events) {
        for (SnippetEvent event : events) {
            Snippet cause = event.causeSnippet();
            boolean reset = cause != null && event.isSignatureChange() && event.previousStatus() == Status.VALID;
            if (reset && event.snippet() instanceof VarSnippet variable && !isRestored(variable)) {
                causes.put(variable, cause);
            }
        }
    }

    /**
     * JShell compiles a variable declared with var again, although its value can stay: {@code var nine = square(3)}; twice where a
     * declaration fails and the former one is put back.
     */
    private boolean isRestored(VarSnippet variable) {
        return shell.status(variable) == Status.VALID && values.restore(variable);
    }

    /** What the cell says at its end of those that it has not set again. */
    List<String> notes() {
        return causes.entrySet().stream()
                .filter(reset -> isUnset(reset.getKey()))
                .map(reset -> note(reset.getKey(), (PersistentSnippet) reset.getValue()))
                .toList();
    }

    private boolean isUnset(VarSnippet variable) {
        Status status = shell.status(variable);
        return status == Status.RECOVERABLE_NOT_DEFINED
                || status == Status.VALID && shell.varValue(variable).equals(NO_VALUE);
    }

    private String note(VarSnippet variable, PersistentSnippet cause) {
        String where = origins.origin(variable)
                .map(origin -> " (" + origin.describe(1) + ")")
                .orElse("");
        return "Note: " + variable.name() + " lost its value, because " + cause.name()
                + " was declared anew; run again what sets it" + where + ".";
    }
}
