package org.chainrule.kernel.evaluation;

import java.util.List;
import java.util.stream.Stream;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;
import jdk.jshell.VarSnippet;

/**
 * Puts back what a declaration with a mistake would have replaced, so that a cell that does not compile takes nothing away. JShell lets go
 * of the former declaration before it looks at the new one.
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
     * @return what came of putting back; nothing where nothing was rejected
     */
    List<SnippetEvent> putBack(List<SnippetEvent> events) {
        return events.stream()
                .filter(event -> event.status() == Status.REJECTED)
                .map(SnippetEvent::snippet)
                .flatMap(rejected -> putBack(rejected, events))
                .toList();
    }

    private Stream<SnippetEvent> putBack(Snippet rejected, List<SnippetEvent> events) {
        List<Snippet> former = events.stream()
                .filter(event -> event.status() == Status.OVERWRITTEN && event.causeSnippet() == rejected)
                .map(SnippetEvent::snippet)
                .toList();
        if (former.isEmpty()) {
            GoneTypes.hold(shell, rejected);
        }
        return former.stream().flatMap(this::declare);
    }

    /** A variable gets back its value; what computed it does not run again. */
    private Stream<SnippetEvent> declare(Snippet former) {
        if (!(former instanceof VarSnippet variable)) {
            return shell.eval(former.source()).stream();
        }
        String held = latestClass(variable);
        List<SnippetEvent> events = shell.eval(variable.typeName() + " " + variable.name() + ";");
        control.restore(held, latestClass(variable), variable.name());
        return events.stream();
    }

    private String latestClass(VarSnippet variable) {
        List<String> classes = control.classes().names(variable.id());
        return classes.isEmpty() ? "" : classes.get(classes.size() - 1);
    }
}
