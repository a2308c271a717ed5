package org.chainrule.layer;

/**
 * A number of rows and a number of columns, such as the size of a kernel.
 *
 * @param rows down
 * @param columns across
 */
public record Extent(int rows, int columns) {
    /**
     * As many rows as columns.
     *
     * @param size of both
     * @return the extent
     */
    public static Extent square(int size) {
        return new Extent(size, size);
    }

    /**
     * Whether both are large enough.
     *
     * @param least what rows and columns need to be at least
     * @return true if they are
     */
    public boolean isAtLeast(int least) {
        return rows >= least && columns >= least;
    }

    @Override
    public String toString() {
        return rows + "×" + columns;
    }
}
