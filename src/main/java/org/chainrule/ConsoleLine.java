package org.chainrule;

import java.io.PrintStream;
import org.chainrule.training.Progress;

/** A line of a terminal, written over in place; elsewhere, as in a file, only its last text is written. */
final class ConsoleLine implements Progress.Line {
    private final PrintStream out;
    private final boolean replaceable;
    private int width;

    ConsoleLine(PrintStream out, boolean replaceable) {
        this.out = out;
        this.replaceable = replaceable;
    }

    @Override
    public void show(String text) {
        if (replaceable) {
            out.print(over(text));
            out.flush();
            width = text.length();
        }
    }

    @Override
    public void end(String text) {
        out.println(replaceable ? over(text) : text);
        width = 0;
    }

    /** From the start of the line, with blanks over the rest of a longer text. */
    private String over(String text) {
        return "\r" + text + " ".repeat(Math.max(0, width - text.length()));
    }
}
