package org.chainrule.export;

import java.util.Optional;
import org.chainrule.layer.Extent;
import org.chainrule.layer.Padding;
import org.chainrule.layer.Shape;
import org.chainrule.layer.Window;

/**
 * A window over an image as a file has it: one that fits.
 *
 * @param paddingAfter below and on the right, where it is not as much as above and on the left
 */
record Sliding(Shape.Image image, Extent size, Extent stride, Extent padding, Optional<Extent> paddingAfter) {
    public Sliding {
        Extent after = paddingAfter.orElse(padding);
        boolean positive = size.isAtLeast(1) && stride.isAtLeast(1) && padding.isAtLeast(0) && after.isAtLeast(0);
        boolean fits = positive
                && size.rows() <= (long) image.height() + padding.rows() + after.rows()
                && size.columns() <= (long) image.width() + padding.columns() + after.columns();
        if (!fits) {
            throw new IllegalArgumentException("a window of " + size + " with stride " + stride + " and padding "
                    + new Padding(padding, after) + " does not fit into an image of " + image);
        }
    }

    static Sliding of(Window window) {
        Padding padding = window.padding();
        Optional<Extent> after = padding.isSymmetric() ? Optional.empty() : Optional.of(padding.after());
        return new Sliding(window.image(), window.size(), window.stride(), padding.before(), after);
    }

    Window window() {
        return new Window(image, size, stride, new Padding(padding, paddingAfter.orElse(padding)));
    }

    Window pooling() {
        Extent after = paddingAfter.orElse(padding);
        boolean small = Math.max(padding.rows(), after.rows()) < size.rows()
                && Math.max(padding.columns(), after.columns()) < size.columns();
        if (!small) {
            throw new IllegalArgumentException(
                    "a pooling of " + size + " has the padding " + padding + ", which needs to be smaller");
        }
        return window();
    }
}
