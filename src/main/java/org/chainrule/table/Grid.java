package org.chainrule.table;

import java.util.List;

/**
 * A table as it is shown: text in cells, with the middle of a long one left out.
 *
 * @param caption what it shows
 * @param headings one per column
 * @param head the first rows
 * @param hidden how many rows are left out after them
 * @param tail the last rows, empty when nothing is left out
 */
public record Grid(
        String caption, List<Heading> headings, List<List<String>> head, int hidden, List<List<String>> tail) {
    /**
     * The head of a column.
     *
     * @param text its name
     * @param role what its cells hold
     */
    public record Heading(String text, Role role) {}

    /** What the cells of a column hold, which decides how they are aligned and read out. */
    public enum Role {
        /** The name or number of the row, at its left. */
        ROW_NAME,
        /** Text, aligned left. */
        TEXT,
        /** Numbers, aligned right. */
        NUMBER
    }

    public Grid {
        headings = List.copyOf(headings);
        head = head.stream().map(List::copyOf).toList();
        tail = tail.stream().map(List::copyOf).toList();
    }

    /**
     * The line that stands where rows are left out.
     *
     * @return such as {@code … 981 more rows …}
     */
    public String gapLine() {
        return hidden == 1 ? "… 1 more row …" : "… " + hidden + " more rows …";
    }

    /**
     * This grid under another caption.
     *
     * @param other what it shows
     * @return a new grid
     */
    public Grid captioned(String other) {
        return new Grid(other, headings, head, hidden, tail);
    }
}
