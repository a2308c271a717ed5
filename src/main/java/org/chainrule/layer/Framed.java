package org.chainrule.layer;

import org.chainrule.math.Convolution;
import org.chainrule.math.Planes;

/** Images with a frame of zeros around every plane, one at a time. Without a frame nothing is copied. */
final class Framed {
    private final Planes image;
    private final Extent before;
    private final Planes planes;
    private final double[] values;

    Framed(Planes image, Padding frame) {
        this.image = image;
        this.before = frame.before();
        this.planes = new Planes(
                image.count(),
                before.rows() + image.height() + frame.after().rows(),
                before.columns() + image.width() + frame.after().columns());
        this.values = new double[planes.equals(image) ? 0 : planes.size()];
    }

    /** With the frame. */
    Planes planes() {
        return planes;
    }

    /** Lets a convolution slide over one of the images that lie in an array one after the other. */
    void show(Convolution convolution, double[] images, int number) {
        int start = number * image.size();
        if (planes.equals(image)) {
            convolution.of(images, start);
            return;
        }
        for (int plane = 0; plane < image.count(); plane++) {
            for (int row = 0; row < image.height(); row++) {
                int from = start + plane * image.area() + row * image.width();
                int to = plane * planes.area() + (row + before.rows()) * planes.width() + before.columns();
                System.arraycopy(images, from, values, to, image.width());
            }
        }
        convolution.of(values, 0);
    }
}
