package org.chainrule.kernel.evaluation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;
import jdk.jshell.VarSnippet;

/**
 * Puts back what a declaration that fails would have replaced, so that a cell with a mistake takes nothing away. JShell lets go of the
 * former declaration before it looks at the new one, and holds 0 or null where the computation of a first value ended in an exception.
 */
final class FormerDeclarations {
    private final JShell shell;
    private final CapturingExecutionControl control;

    FormerDeclarations(JShell shell, CapturingExecutionControl control) {
        this.shell = shell;
        this.control = control;
    }

    /**
     * To be called after each statement, with what came of it.
     *
     * @param events what JShell says
     * @param interrupted whether the statement was stopped, of which JShell says nothing
     * @return what came of putting back; nothing where nothing failed
     */
    List<SnippetEvent> putBack(List<SnippetEvent> events, boolean interrupted) {
        return events.stream()
                .filter(event -> event.causeSnippet() == null)
                .flatMap(event -> putBack(event, former(event.snippet(), events), interrupted))
                .toList();
    }

    private static Optional<Snippet> former(Snippet replacing, List<SnippetEvent> events) {
        return events.stream()
                .filter(event -> event.status() == Status.OVERWRITTEN && event.causeSnippet() == replacing)
                .map(SnippetEvent::snippet)
                .findFirst();
    }

    private Stream<SnippetEvent> putBack(SnippetEvent event, Optional<Snippet> former, boolean interrupted) {
        if (event.status() == Status.REJECTED) {
            if (former.isEmpty()) {
                GoneTypes.hold(shell, event.snippet());
            }
            return former.stream().flatMap(snippet -> declare(snippet, 0));
        }
        boolean failed = event.exception() != null || interrupted;
        if (!failed || !(event.snippet() instanceof VarSnippet variable)) {
            return Stream.empty();
        }
        if (former.isEmpty()) {
            return shell.drop(variable).stream();
        }
        return isRestored(variable, former.get()) ? Stream.empty() : declare(former.get(), 1);
    }

    /**
     * A variable gets back its value; what computed it does not run again.
     *
     * @param since how many classes JShell has made of it since it had that value
     */
    private Stream<SnippetEvent> declare(Snippet former, int since) {
        if (!(former instanceof VarSnippet variable)) {
            return shell.eval(former.source()).stream();
        }
        String held = latestClass(variable, since);
        List<SnippetEvent> events = shell.eval(variable.typeName() + " " + variable.name() + ";");
        control.restore(held, latestClass(variable, 0), variable.name());
        return events.stream();
    }

    /** Where the type is the same, the new declaration can keep the former value. */
    private boolean isRestored(VarSnippet variable, Snippet former) {
        return former instanceof VarSnippet before
                && variable.typeName().equals(before.typeName())
                && control.restore(latestClass(variable, 1), latestClass(variable, 0), variable.name());
    }

    private String latestClass(VarSnippet variable, int before) {
        List<String> classes = control.classes().names(variable.id());
        int index = classes.size() - 1 - before;
        return index < 0 ? "" : classes.get(index);
    }
}
