package org.chainrule.layer;

/**
 * How many rows and columns are added around an image.
 *
 * @param before rows above, columns on the left
 * @param after rows below, columns on the right
 */
public record Padding(Extent before, Extent after) {
    /** Nothing is added. */
    public static final Padding NONE = around(Extent.square(0));

    /**
     * The same on both sides.
     *
     * @param sides rows above and below, columns on the left and on the right
     * @return the padding
     */
    public static Padding around(Extent sides) {
        return new Padding(sides, sides);
    }

    /**
     * As much as a window needs to stand at ⌈H / stride⌉ × ⌈W / stride⌉ places: what is odd is added below and on the right.
     *
     * @param image what it slides over
     * @param size rows and columns of the window
     * @param stride how far it moves
     * @return the padding that Keras and TensorFlow call "same"
     */
    public static Padding same(Shape.Image image, Extent size, Extent stride) {
        int rows = needed(image.height(), size.rows(), stride.rows());
        int columns = needed(image.width(), size.columns(), stride.columns());
        Extent before = new Extent(rows / 2, columns / 2);
        return new Padding(before, new Extent(rows - before.rows(), columns - before.columns()));
    }

    private static int needed(int image, int window, int stride) {
        int places = (image + stride - 1) / stride;
        return Math.max(0, (places - 1) * stride + window - image);
    }

    /**
     * Whether as much is added after as before.
     *
     * @return false where one side has more
     */
    public boolean isSymmetric() {
        return before.equals(after);
    }

    @Override
    public String toString() {
        return isSymmetric() ? before.toString() : before + " before and " + after + " after";
    }
}
