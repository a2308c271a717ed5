package org.chainrule.kernel.evaluation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.Snippet.SubKind;
import jdk.jshell.SnippetEvent;
import jdk.jshell.VarSnippet;

/** Frees the memory of what cells leave behind: older results, and the former values of variables declared anew. */
public final class Leftovers {
    /** The results that can be used by the names that JShell gives them, {@code $1}, {@code $2} and so on. */
    public static final int KEPT_RESULTS = 3;

    private final JShell shell;
    private final CapturingExecutionControl control;
    private final Deque<VarSnippet> results = new ArrayDeque<>();

    Leftovers(JShell shell, CapturingExecutionControl control) {
        this.shell = shell;
        this.control = control;
    }

    /** To be called after each statement, with what came of it. */
    void note(List<SnippetEvent> events) {
        for (SnippetEvent event : events) {
            if (!(event.snippet() instanceof VarSnippet variable)) {
                continue;
            }
            if (event.status() == Status.OVERWRITTEN) {
                forgetFormer(variable);
            } else if (variable.subKind() == SubKind.TEMP_VAR_EXPRESSION_SUBKIND) {
                results.add(variable);
            }
        }
        while (results.size() > KEPT_RESULTS) {
            forget(results.remove());
        }
    }

    /** The latest class of a variable holds its value, the ones before hold what nobody can ask for any more. */
    private void forgetFormer(VarSnippet variable) {
        List<String> classes = control.classes().names(variable.id());
        classes.stream().limit(Math.max(0, classes.size() - 1)).forEach(name -> control.forget(name, variable.name()));
    }

    private void forget(VarSnippet result) {
        List<String> classes = control.classes().names(result.id());
        boolean used = classes.stream().anyMatch(name -> control.classes().isCaptured(name, result.name()));
        if (!used && shell.status((Snippet) result) == Status.VALID) {
            shell.drop(result);
            classes.forEach(name -> control.forget(name, result.name()));
        }
    }
}
