package org.chainrule.network;

import org.chainrule.layer.AveragePool2d;
import org.chainrule.layer.Layer;
import org.chainrule.layer.MaxPool2d;
import org.chainrule.layer.Window;
import org.chainrule.parameter.Names;

/** A pooling layer; stride and padding may come next, or the next layer. */
public final class PoolStep extends ImageStep {
    private final NetworkSketch before;
    private final boolean takesMax;
    private final WindowSketch window;

    PoolStep(NetworkSketch before, boolean takesMax, WindowSketch window) {
        super(before);
        this.before = before;
        this.takesMax = takesMax;
        this.window = window;
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
        return new PoolStep(before, takesMax, window.withStride(rows, columns));
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
        return new PoolStep(before, takesMax, window.withPadding(rows, columns));
    }

    /** The window is settled only when the next layer comes, after stride and padding. */
    @Override
    NetworkSketch sketch() {
        Window settled = window.pooling(image(before));
        Names units = before.nextUnits(settled.output(settled.image().channels()));
        Layer layer = takesMax ? new MaxPool2d(settled, units) : new AveragePool2d(settled, units);
        return before.withLayer(new ReadySketch(layer));
    }
}
