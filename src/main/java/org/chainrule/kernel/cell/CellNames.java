package org.chainrule.kernel.cell;

import java.util.regex.Pattern;

/** The names of what cells declare, without the classes that JShell puts around it. */
public final class CellNames {
    private static final String MARK = "REPL.$JShell$";
    private static final Pattern WRAPPER = Pattern.compile("REPL\\.\\$JShell\\$\\w+[.$]");

    private CellNames() {}

    /** A text in which {@code REPL.$JShell$33$A} is called {@code A}. */
    public static String simple(String text) {
        return text.contains(MARK) ? WRAPPER.matcher(text).replaceAll("") : text;
    }
}
