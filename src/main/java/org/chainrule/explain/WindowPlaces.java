package org.chainrule.explain;

import java.util.ArrayList;
import java.util.List;
import org.chainrule.layer.AveragePool2d;
import org.chainrule.layer.Conv2d;
import org.chainrule.layer.MaxPool2d;
import org.chainrule.layer.Shape;
import org.chainrule.layer.Window;

/**
 * What the windows of a convolution or a pooling see: values of the image, by their place in its row, the padding left out.
 *
 * @param window how it slides
 * @param output the places where it stands
 * @param throughChannels whether it sees all channels, or only the one that it gives
 */
record WindowPlaces(Window window, Shape.Image output, boolean throughChannels) {
    static WindowPlaces of(Conv2d layer) {
        return new WindowPlaces(layer.window(), layer.outputShape(), true);
    }

    static WindowPlaces of(MaxPool2d layer) {
        return new WindowPlaces(layer.window(), layer.outputShape(), false);
    }

    static WindowPlaces of(AveragePool2d layer) {
        return new WindowPlaces(layer.window(), layer.outputShape(), false);
    }

    /** A value in an image. */
    private record Cell(int channel, int row, int column) {
        static Cell of(Shape.Image image, int index) {
            int inChannel = index % (image.height() * image.width());
            return new Cell(
                    index / (image.height() * image.width()), inChannel / image.width(), inChannel % image.width());
        }

        int index(Shape.Image image) {
            return (channel * image.height() + row) * image.width() + column;
        }

        boolean isIn(Shape.Image image) {
            return row >= 0 && row < image.height() && column >= 0 && column < image.width();
        }
    }

    /** How many values of one channel a window has. */
    private int windowSize() {
        return window.size().rows() * window.size().columns();
    }

    /** What a unit sees, channel after channel, row after row. */
    List<Integer> seenBy(int unit) {
        Cell out = Cell.of(output, unit);
        List<Integer> seen = new ArrayList<>();
        for (int channel = 0; channel < window.image().channels(); channel++) {
            if (throughChannels || channel == out.channel()) {
                for (int tap = 0; tap < windowSize(); tap++) {
                    Cell cell = seen(out, channel, tap);
                    if (cell.isIn(window.image())) {
                        seen.add(cell.index(window.image()));
                    }
                }
            }
        }
        return seen;
    }

    private Cell seen(Cell out, int channel, int tap) {
        int i = tap / window.size().columns();
        int j = tap % window.size().columns();
        return new Cell(
                channel,
                out.row() * window.stride().rows()
                        + i
                        - window.padding().before().rows(),
                out.column() * window.stride().columns()
                        + j
                        - window.padding().before().columns());
    }

    /** The units whose windows see a value. */
    List<Integer> seeing(int place) {
        List<Integer> units = new ArrayList<>();
        for (int unit = 0; unit < output.size(); unit++) {
            if (tap(unit, place) >= 0) {
                units.add(unit);
            }
        }
        return units;
    }

    /** Where in the window of a unit a value is, all channels counted; −1 if it is not. */
    int tap(int unit, int place) {
        Cell out = Cell.of(output, unit);
        Cell in = Cell.of(window.image(), place);
        int i = in.row()
                - out.row() * window.stride().rows()
                + window.padding().before().rows();
        int j = in.column()
                - out.column() * window.stride().columns()
                + window.padding().before().columns();
        boolean inside = i >= 0
                && i < window.size().rows()
                && j >= 0
                && j < window.size().columns()
                && (throughChannels || in.channel() == out.channel());
        int channel = throughChannels ? in.channel() : 0;
        return inside ? (channel * window.size().rows() + i) * window.size().columns() + j : -1;
    }
}
