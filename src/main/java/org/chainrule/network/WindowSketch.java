package org.chainrule.network;

import java.util.Optional;
import org.chainrule.layer.Extent;
import org.chainrule.layer.Padding;
import org.chainrule.layer.Shape;
import org.chainrule.layer.Window;

/**
 * A window while it is being described.
 *
 * @param call what the DSL was asked for, such as {@code conv2d()}
 * @param size rows and columns of the window
 * @param stride how far it moves
 * @param sides what is added on each side; empty for as much as is needed, so that the output is as large as the image
 */
record WindowSketch(String call, Extent size, Extent stride, Optional<Extent> sides) {
    WindowSketch {
        check(call + " got kernel ", size, 1);
        check("stride() got ", stride, 1);
        sides.ifPresent(extent -> check("padding() got ", extent, 0));
    }

    /** Without padding. */
    WindowSketch(String call, Extent size, Extent stride) {
        this(call, size, stride, Optional.of(Extent.square(0)));
    }

    private static void check(String got, Extent extent, int least) {
        if (!extent.isAtLeast(least)) {
            throw new IllegalArgumentException(got + extent + ", but it needs at least " + Extent.square(least) + ".");
        }
    }

    WindowSketch withStride(int rows, int columns) {
        return new WindowSketch(call, size, new Extent(rows, columns), sides);
    }

    WindowSketch withPadding(int rows, int columns) {
        return new WindowSketch(call, size, stride, Optional.of(new Extent(rows, columns)));
    }

    WindowSketch withSamePadding() {
        return new WindowSketch(call, size, stride, Optional.empty());
    }

    private Padding padding(Shape.Image image) {
        return sides.map(Padding::around).orElseGet(() -> Padding.same(image, size, stride));
    }

    /** The window on an image, or an error that says by how much it is too large. */
    Window over(Shape.Image image) {
        int rows = size.rows() - image.height();
        int columns = size.columns() - image.width();
        Padding padding = padding(image);
        if (rows > (long) padding.before().rows() + padding.after().rows()
                || columns > (long) padding.before().columns() + padding.after().columns()) {
            boolean padded = !padding.equals(Padding.NONE);
            throw new IllegalArgumentException(call + " got kernel " + size + ", but the image is only "
                    + image.height() + "×" + image.width() + (padded ? " with padding " + padding : "")
                    + "; use a smaller kernel or padding(" + (Math.max(rows, columns) + 1) / 2 + ").");
        }
        return new Window(image, size, stride, padding);
    }

    /** The window on an image, for pooling: none may see padding only. */
    Window pooling(Shape.Image image) {
        Extent most = padding(image).after();
        if (most.rows() >= size.rows() || most.columns() >= size.columns()) {
            throw new IllegalArgumentException(call + " got kernel " + size + " with padding " + most
                    + ", but the padding needs to be smaller than the kernel.");
        }
        return over(image);
    }
}
