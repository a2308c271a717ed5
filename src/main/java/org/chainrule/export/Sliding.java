package org.chainrule.export;

import org.chainrule.layer.Extent;
import org.chainrule.layer.Shape;
import org.chainrule.layer.Window;

/** A window over an image as a file has it: one that fits. */
record Sliding(Shape.Image image, Extent size, Extent stride, Extent padding) {
    public Sliding {
        boolean positive = size.isAtLeast(1) && stride.isAtLeast(1) && padding.isAtLeast(0);
        boolean fits = positive
                && size.rows() <= image.height() + 2L * padding.rows()
                && size.columns() <= image.width() + 2L * padding.columns();
        if (!fits) {
            throw new IllegalArgumentException("a window of " + size + " with stride " + stride + " and padding "
                    + padding + " does not fit into an image of " + image);
        }
    }

    static Sliding of(Window window) {
        return new Sliding(window.image(), window.size(), window.stride(), window.padding());
    }

    Window window() {
        return new Window(image, size, stride, padding);
    }

    Window pooling() {
        if (padding.rows() >= size.rows() || padding.columns() >= size.columns()) {
            throw new IllegalArgumentException(
                    "a pooling of " + size + " has the padding " + padding + ", which needs to be smaller");
        }
        return window();
    }
}
