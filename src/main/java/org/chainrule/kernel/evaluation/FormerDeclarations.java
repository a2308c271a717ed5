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
    private final FormerValues values;

    FormerDeclarations(JShell shell, CapturingExecutionControl control, FormerValues values) {
        this.shell = shell;
        this.control = control;
        this.values = values;
    }

    /**
     * To be called after each statement, with what came of it.
     *
     * @param events what JShell says
     * @return what came of putting back; nothing where nothing failed
     */
    List<SnippetEvent> putBack(List<SnippetEvent> events) {
        return events.stream()
                .filter(event -> event.causeSnippet() == null)
                .flatMap(event -> putBack(event, former(event.snippet(), events)))
                .toList();
    }

    private static Optional<Snippet> former(Snippet replacing, List<SnippetEvent> events) {
        return events.stream()
                .filter(event -> event.status() == Status.OVERWRITTEN && event.causeSnippet() == replacing)
                .map(SnippetEvent::snippet)
                .findFirst();
    }

    private Stream<SnippetEvent> putBack(SnippetEvent event, Optional<Snippet> former) {
        if (event.status() == Status.REJECTED) {
            if (former.isEmpty()) {
                GoneTypes.hold(shell, event.snippet());
            }
            return former.stream().flatMap(this::declare);
        }
        if (!(event.snippet() instanceof VarSnippet variable) || !isUnset(event, variable)) {
            return Stream.empty();
        }
        if (former.isEmpty()) {
            return shell.drop(variable).stream();
        }
        return isRestored(variable, former.get()) ? Stream.empty() : declare(former.get());
    }

    private boolean isUnset(SnippetEvent event, VarSnippet variable) {
        return event.exception() != null || control.isStopped(control.classes().latest(variable.id()));
    }

    /** A variable gets back its value; what computed it does not run again. */
    private Stream<SnippetEvent> declare(Snippet former) {
        if (!(former instanceof VarSnippet variable)) {
            return shell.eval(former.source()).stream();
        }
        List<SnippetEvent> events = shell.eval(variable.typeName() + " " + variable.name() + ";");
        if (!values.restore(variable)) { // of a type without a name; null would be no value that it ever had
            shell.variables()
                    .filter(now -> now.name().equals(variable.name()))
                    .toList()
                    .forEach(shell::drop);
        }
        return events.stream();
    }

    /** Where the type is the same, the new declaration can keep the former value. */
    private boolean isRestored(VarSnippet variable, Snippet former) {
        return former instanceof VarSnippet before
                && variable.typeName().equals(before.typeName())
                && values.restore(variable);
    }
}
