package org.chainrule.kernel.cell;

/**
 * Where a snippet stands.
 *
 * @param cell the cell that holds it
 * @param offset the position of its source in the cell
 * @param source its text, which starts with code
 */
public record Origin(Cell cell, int offset, String source) {
    /** The line of the cell for a line of the snippet. */
    int cellLine(int snippetLine) {
        return cell.lineOf(offset) + Math.max(1, snippetLine) - 1;
    }

    /** As in {@code cell 5, line 3}. */
    public String describe(int snippetLine) {
        return cell.name() + ", line " + cellLine(snippetLine);
    }

    /** The text of a line of the snippet, as it stands in the cell. */
    public String text(int snippetLine) {
        return cell.line(cellLine(snippetLine)).strip();
    }
}
