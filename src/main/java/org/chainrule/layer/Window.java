package org.chainrule.layer;

import java.util.ArrayList;
import java.util.List;

/**
 * A window that slides over an image: what convolution and pooling have in common.
 *
 * <p>Output rows ⌊(H + padding before and after − height) / stride⌋ + 1, columns likewise. Output (r, c) sees the image values (r·stride +
 * i − padding before, c·stride + j − padding before) for i below the height, j below the width; values outside the image are padding.
 *
 * @param image what it slides over
 * @param size rows and columns of the window
 * @param stride how far it moves down and across, at least 1×1
 * @param padding how many rows and columns are added around
 */
public record Window(Shape.Image image, Extent size, Extent stride, Padding padding) {
    /**
     * Where the window can stand.
     *
     * @param channels of the output
     * @return the output of a layer with this window
     */
    public Shape.Image output(int channels) {
        return new Shape.Image(channels, rows().places(), columns().places());
    }

    private Axis rows() {
        return new Axis(
                image.height(),
                size.rows(),
                stride.rows(),
                padding.before().rows(),
                padding.after().rows());
    }

    private Axis columns() {
        return new Axis(
                image.width(),
                size.columns(),
                stride.columns(),
                padding.before().columns(),
                padding.after().columns());
    }

    /** The same in one direction: the image has so many values, the window so many. */
    private record Axis(int image, int window, int stride, int before, int after) {
        int places() {
            return (int) Math.min(Integer.MAX_VALUE, ((long) image + before + after - window) / stride + 1);
        }

        /** The places of the window where its value number {@code offset} lies inside the image. */
        Span span(int offset) {
            int first = Math.max(0, Math.floorDiv(before - offset + stride - 1, stride));
            int end = Math.min(places(), Math.floorDiv(image - 1 + before - offset, stride) + 1);
            return new Span(first, Math.max(first, end));
        }
    }

    /** How far apart the rows that two neighbouring output rows see are in memory. */
    int rowStep() {
        return stride.rows() * image.width();
    }

    /**
     * Every place in the window, for a number of channels.
     *
     * @param channels how many channels of the image the window reaches through
     * @return channel after channel, row after row
     */
    Tap[] taps(int channels) {
        List<Tap> taps = new ArrayList<>();
        for (int channel = 0; channel < channels; channel++) {
            int plane = channel * image.height() * image.width();
            for (int i = 0; i < size.rows(); i++) {
                for (int j = 0; j < size.columns(); j++) {
                    int shift = plane
                            + (i - padding.before().rows()) * image.width()
                            + j
                            - padding.before().columns();
                    taps.add(new Tap(shift, rows().span(i), columns().span(j)));
                }
            }
        }
        return taps.toArray(Tap[]::new);
    }

    /** From first up to, not including, end. */
    record Span(int first, int end) {}

    /**
     * One place in the window: for output (r, c) it sees the value {@code shift + r·rowStep + c·stride} of the image.
     *
     * @param shift the value it sees for output (0, 0), which may lie outside the image
     * @param rows the output rows for which it sees the image and not the padding
     * @param columns the output columns likewise
     */
    record Tap(int shift, Span rows, Span columns) {}

    @Override
    public String toString() {
        return size
                + (stride.equals(Extent.square(1)) ? "" : ", stride " + stride)
                + (padding.equals(Padding.NONE) ? "" : ", padding " + padding);
    }
}
