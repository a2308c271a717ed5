package org.chainrule.kernel.evaluation;

import jdk.jshell.VarSnippet;
import org.chainrule.kernel.cell.SnippetClasses;

/** The values that variables have before a statement, given back where it makes JShell declare them anew. */
final class FormerValues {
    private final CapturingExecutionControl control;
    private int classesBefore;

    FormerValues(CapturingExecutionControl control) {
        this.control = control;
    }

    /** A statement comes. */
    void begin() {
        classesBefore = control.classes().count();
    }

    /** Gives a variable the value that it had before the statement, if that is still of its type. */
    boolean restore(VarSnippet variable) {
        SnippetClasses classes = control.classes();
        String held = classes.latest(variable.id(), classesBefore);
        return control.restore(held, classes.latest(variable.id()), variable.name());
    }
}
