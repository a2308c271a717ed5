package org.chainrule.math;

/**
 * The largest value of every block of 2×2 values and where it is; among equals the first wins. What is left over at the right and
 * below belongs to no block. A NaN goes on; the winner is then one of the numbers before it.
 */
public abstract class MaxPooling {
    final Planes image;
    final Planes blocks;
    double[] x;
    int xStart;

    /**
     * Nothing is kept from one image to the next.
     *
     * @param image what is pooled, plane by plane
     */
    MaxPooling(Planes image) {
        this.image = image;
        this.blocks = new Planes(image.count(), image.height() / 2, image.width() / 2);
    }

    /**
     * Says what the image is.
     *
     * @param values an array that holds it
     * @param offset the index of its first element
     * @return this
     */
    public final MaxPooling of(double[] values, int offset) {
        x = values;
        xStart = offset;
        return this;
    }

    /**
     * Looks at every block.
     *
     * @param largest where the largest values are written, plane by plane
     * @param winners where their indices in the array of the image are written
     * @param offset the index of the first element of both
     */
    public abstract void into(double[] largest, int[] winners, int offset);
}
