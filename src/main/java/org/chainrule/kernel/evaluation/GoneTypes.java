package org.chainrule.kernel.evaluation;

import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.TypeDeclSnippet;

/**
 * Holds the place of types that JShell has rejected or dropped. That of Java 25 stumbles over a type that is gone, whatever it is asked:
 * the type of every value is Object then, and nothing has documentation, until a type of this name is declared again. So one is
 * declared that waits for another which never comes: no cell can use it, and the next declaration replaces it.
 */
final class GoneTypes {
    private static final String NEVER_COMES = "$NeverComes";

    private GoneTypes() {}

    static void hold(JShell shell, Snippet gone) {
        if (gone instanceof TypeDeclSnippet type) {
            shell.eval("class " + type.name() + " extends " + type.name() + NEVER_COMES + " {}");
        }
    }
}
