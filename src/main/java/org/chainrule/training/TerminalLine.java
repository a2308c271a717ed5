package org.chainrule.training;

import java.io.Console;
import java.io.PrintStream;
import java.util.Optional;

/** A line of a terminal, written over in place. */
final class TerminalLine implements ProgressLine {
    private final PrintStream out;
    private int width;

    TerminalLine(PrintStream out) {
        this.out = out;
    }

    /** A line of the terminal that the program runs in, if it runs in one. */
    static Optional<ProgressLine> find() {
        return isTerminal(System.console()) ? Optional.of(new TerminalLine(System.out)) : Optional.empty();
    }

    /** From JDK 22 on there is a console elsewhere too, which then says that it is no terminal. */
    private static boolean isTerminal(Console console) {
        try {
            return console != null
                    && (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException beforeJdk22) {
            return true;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void show(String text) {
        out.print(over(text));
        out.flush();
        width = text.length();
    }

    @Override
    public void end(String text) {
        out.println(over(text));
        width = 0;
    }

    /** From the start of the line, with blanks over the rest of a longer text. */
    private String over(String text) {
        return "\r" + text + " ".repeat(Math.max(0, width - text.length()));
    }
}
