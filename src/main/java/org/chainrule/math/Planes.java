package org.chainrule.math;

/**
 * The layout of an image in an array: plane after plane, row after row.
 *
 * @param count how many planes: channels or filters
 * @param height rows of a plane
 * @param width columns of a plane
 */
public record Planes(int count, int height, int width) {
    /**
     * How many values one plane has.
     *
     * @return height × width
     */
    public int area() {
        return height * width;
    }

    /**
     * How many values all planes have.
     *
     * @return count × area
     */
    public int size() {
        return count * area();
    }
}
