package org.chainrule.network;

import org.chainrule.layer.AveragePool2d;
import org.chainrule.layer.Layer;
import org.chainrule.layer.MaxPool2d;
import org.chainrule.layer.Window;
import org.chainrule.parameter.Names;

/** A pooling layer; stride and padding may come next, or the next layer. */
public final class PoolStep extends ImageStep {
    private final NetworkSketch before;
    private final Kind kind;
    private final WindowSketch window;

    PoolStep(NetworkSketch before, Kind kind, WindowSketch window) {
        super(before);
        this.before = before;
        this.kind = kind;
        this.window = window;
    }

    /** What goes on of each window. */
    enum Kind {
        MAX,
        AVERAGE,
        AVERAGE_WITHOUT_PADDING
    }

    /**
     * How far the window moves; as far as it is large unless given.
     *
     * <pre>{@code network().inputs(image(1, 8, 8)).maxPool(3).stride(1).flatten().loss(halfSquaredError()).outputs().size(); // 36}</pre>
     *
     * @param places down and across, at least 1
     * @return this step again
     */
    public PoolStep stride(int places) {
        return stride(places, places);
    }

    /**
     * How far the window moves; as far as it is large unless given.
     *
     * @param rows down, at least 1
     * @param columns across, at least 1
     * @return this step again
     */
    public PoolStep stride(int rows, int columns) {
        return new PoolStep(before, kind, window.withStride(rows, columns));
    }

    /**
     * How many rows and columns are added on each side, fewer than the window has; 0 unless given.
     *
     * <pre>{@code network().inputs(image(1, 8, 8)).maxPool(2).padding(1).flatten().loss(halfSquaredError()).outputs().size(); // 25}</pre>
     *
     * @param places above, below, left and right, at least 0
     * @return this step again
     */
    public PoolStep padding(int places) {
        return padding(places, places);
    }

    /**
     * How many rows and columns are added on each side, fewer than the window has; 0 unless given.
     *
     * @param rows above and below, at least 0
     * @param columns left and right, at least 0
     * @return this step again
     */
    public PoolStep padding(int rows, int columns) {
        return new PoolStep(before, kind, window.withPadding(rows, columns));
    }

    /**
     * As many rows and columns around as are needed for an output of ⌈rows / stride⌉ × ⌈columns / stride⌉: as large as the image for stride 1. What
     * is odd is added below and on the right, as in Keras.
     *
     * <pre>{@code
     * network().inputs(image(1, 7, 7)).maxPool(2).samePadding().flatten().loss(halfSquaredError())
     *     .outputs().size(); // 16
     * }</pre>
     *
     * @return this step again
     */
    public PoolStep samePadding() {
        return new PoolStep(before, kind, window.withSamePadding());
    }

    /**
     * Leaves the padding out of a mean: it is that of the values of the image that the window sees. A maximum never sees the padding.
     *
     * <pre>{@code
     * var net = network().inputs(image(1, 1, 1)).averagePool(2).padding(1).excludePadding().flatten().loss(halfSquaredError());
     * net.forward(8).prediction().get(0, 0); // 8.0
     * }</pre>
     *
     * @return this step again
     */
    public PoolStep excludePadding() {
        return new PoolStep(before, kind == Kind.MAX ? Kind.MAX : Kind.AVERAGE_WITHOUT_PADDING, window);
    }

    /** The window is settled only when the next layer comes, after stride and padding. */
    @Override
    NetworkSketch sketch() {
        Window settled = window.pooling(image(before));
        Names units = before.nextUnits(settled.output(settled.image().channels()));
        Layer layer = kind == Kind.MAX
                ? new MaxPool2d(settled, units)
                : new AveragePool2d(settled, units, kind == Kind.AVERAGE);
        return before.withLayer(new ReadySketch(layer));
    }
}
