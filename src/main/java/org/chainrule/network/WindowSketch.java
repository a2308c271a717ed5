package org.chainrule.network;

import org.chainrule.layer.Shape;
import org.chainrule.layer.Window;

/**
 * A window while it is being described.
 *
 * @param call what the DSL was asked for, such as {@code conv2d()}
 * @param height rows of the window
 * @param width columns of the window
 * @param stride how far it moves
 * @param padding what is added on each side
 */
record WindowSketch(String call, int height, int width, int stride, int padding) {
    WindowSketch {
        if (height < 1 || width < 1) {
            throw new IllegalArgumentException(
                    call + " got kernel " + height + "×" + width + ", but it needs at least 1×1.");
        }
    }

    WindowSketch withStride(int value) {
        if (value < 1) {
            throw new IllegalArgumentException("stride() got " + value + ", but it needs at least 1.");
        }
        return new WindowSketch(call, height, width, value, padding);
    }

    WindowSketch withPadding(int value) {
        if (value < 0) {
            throw new IllegalArgumentException("padding() got " + value + ", but it needs at least 0.");
        }
        return new WindowSketch(call, height, width, stride, value);
    }

    /** The window on an image, or an error that says by how much it is too large. */
    Window over(Shape.Image image) {
        int missing = Math.max(height - image.height() - 2 * padding, width - image.width() - 2 * padding);
        if (missing > 0) {
            throw new IllegalArgumentException(call + " got kernel " + height + "×" + width + ", but the image is only "
                    + image.height() + "×" + image.width() + (padding > 0 ? " with padding " + padding : "")
                    + "; use a smaller kernel or padding(" + (padding + (missing + 1) / 2) + ").");
        }
        return new Window(image, height, width, stride, padding);
    }

    /** The window on an image, for pooling: none may see padding only. */
    Window pooling(Shape.Image image) {
        if (padding >= Math.min(height, width)) {
            throw new IllegalArgumentException(call + " got kernel " + height + "×" + width + " with padding " + padding
                    + ", but the padding needs to be smaller than the kernel.");
        }
        return over(image);
    }
}
