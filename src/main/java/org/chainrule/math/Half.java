package org.chainrule.math;

/** One of two halves of a number of rows, for two threads; the first ends at a multiple of 8, which suits the products. */
public enum Half {
    /** The rows from the first on. */
    FIRST,

    /** The rows up to the last. */
    SECOND;

    private static final int TILE = 8;

    /**
     * Where the half starts.
     *
     * @param rows of both halves together
     * @return the index of its first row
     */
    public int from(int rows) {
        return this == FIRST ? 0 : middle(rows);
    }

    /**
     * Where the half ends.
     *
     * @param rows of both halves together
     * @return the index after its last row
     */
    public int to(int rows) {
        return this == FIRST ? middle(rows) : rows;
    }

    private static int middle(int rows) {
        return Math.min(rows, (rows / 2 + TILE - 1) / TILE * TILE);
    }
}
