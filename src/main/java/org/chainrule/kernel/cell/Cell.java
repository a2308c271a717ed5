package org.chainrule.kernel.cell;

/**
 * A piece of code that is evaluated as a whole.
 *
 * @param name how messages call it, as in {@code cell 5}
 * @param code its text
 */
public record Cell(String name, String code) {
    /**
     * A cell as the notebook counts it.
     *
     * @param number from 1
     * @param code what it says
     * @return the cell, by the name that errors use
     */
    public static Cell numbered(int number, String code) {
        return new Cell("cell " + number, code);
    }

    /** The number, counted from 1, of the line that holds a character. */
    public int lineOf(int offset) {
        return 1
                + (int) code.substring(0, Math.min(offset, code.length()))
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
    }

    /** A line of the cell without its line break; empty beyond the end. */
    public String line(int number) {
        return code.lines().skip(number - 1L).findFirst().orElse("");
    }
}
