package org.chainrule.layer;

import java.util.ArrayList;
import java.util.List;

/**
 * A window that slides over an image: what convolution and pooling have in common.
 *
 * <p>Output rows ⌊(H + 2·padding − height) / stride⌋ + 1, columns likewise. Output (r, c) sees the image values (r·stride + i −
 * padding, c·stride + j − padding) for i below height, j below width; values outside the image are padding.
 *
 * @param image what it slides over
 * @param height rows of the window
 * @param width columns of the window
 * @param stride how far it moves, at least 1
 * @param padding how many rows and columns are added on each side, at least 0
 */
public record Window(Shape.Image image, int height, int width, int stride, int padding) {
    /**
     * Where the window can stand.
     *
     * @param channels of the output
     * @return the output of a layer with this window
     */
    public Shape.Image output(int channels) {
        return new Shape.Image(channels, places(image.height(), height), places(image.width(), width));
    }

    private int places(int size, int window) {
        return (size + 2 * padding - window) / stride + 1;
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
            for (int i = 0; i < height; i++) {
                for (int j = 0; j < width; j++) {
                    int plane = channel * image.height() * image.width();
                    int shift = plane + (i - padding) * image.width() + j - padding;
                    taps.add(new Tap(shift, span(i, image.height(), height), span(j, image.width(), width)));
                }
            }
        }
        return taps.toArray(Tap[]::new);
    }

    /** The places of the window where its row (or column) lies inside the image. */
    private Span span(int offset, int size, int window) {
        int first = Math.max(0, Math.floorDiv(padding - offset + stride - 1, stride));
        int end = Math.min(places(size, window), Math.floorDiv(size - 1 + padding - offset, stride) + 1);
        return new Span(first, Math.max(first, end));
    }

    /** From first up to, not including, end. */
    record Span(int first, int end) {}

    /**
     * One place in the window: for output (r, c) it sees the value {@code shift + r·stride·W + c·stride} of the image.
     *
     * @param shift the value it sees for output (0, 0), which may lie outside the image
     * @param rows the output rows for which it sees the image and not the padding
     * @param columns the output columns likewise
     */
    record Tap(int shift, Span rows, Span columns) {}

    @Override
    public String toString() {
        return height + "×" + width + (stride == 1 ? "" : ", stride " + stride)
                + (padding == 0 ? "" : ", padding " + padding);
    }
}
