package org.chainrule.network;

import org.chainrule.layer.Extent;
import org.chainrule.layer.Shape;
import org.chainrule.layer.Window;

/**
 * A window while it is being described.
 *
 * @param call what the DSL was asked for, such as {@code conv2d()}
 * @param size rows and columns of the window
 * @param stride how far it moves
 * @param padding what is added on each side
 */
record WindowSketch(String call, Extent size, Extent stride, Extent padding) {
    WindowSketch {
        check(call + " got kernel ", size, 1);
        check("stride() got ", stride, 1);
        check("padding() got ", padding, 0);
    }

    private static void check(String got, Extent extent, int least) {
        if (!extent.isAtLeast(least)) {
            throw new IllegalArgumentException(got + extent + ", but it needs at least " + Extent.square(least) + ".");
        }
    }

    WindowSketch withStride(int rows, int columns) {
        return new WindowSketch(call, size, new Extent(rows, columns), padding);
    }

    WindowSketch withPadding(int rows, int columns) {
        return new WindowSketch(call, size, stride, new Extent(rows, columns));
    }

    /** The window on an image, or an error that says by how much it is too large. */
    Window over(Shape.Image image) {
        int rows = size.rows() - image.height();
        int columns = size.columns() - image.width();
        if (rows > 2L * padding.rows() || columns > 2L * padding.columns()) {
            boolean padded = padding.rows() + padding.columns() > 0;
            throw new IllegalArgumentException(call + " got kernel " + size + ", but the image is only "
                    + image.height() + "×" + image.width() + (padded ? " with padding " + padding : "")
                    + "; use a smaller kernel or padding(" + (Math.max(rows, columns) + 1) / 2 + ").");
        }
        return new Window(image, size, stride, padding);
    }

    /** The window on an image, for pooling: none may see padding only. */
    Window pooling(Shape.Image image) {
        if (padding.rows() >= size.rows() || padding.columns() >= size.columns()) {
            throw new IllegalArgumentException(call + " got kernel " + size + " with padding " + padding
                    + ", but the padding needs to be smaller than the kernel.");
        }
        return over(image);
    }
}
