package org.chainrule.network;

import org.chainrule.loss.Loss;

/** A layer that hands on a row of values; the next layer or the loss comes next. */
public sealed class FlatStep extends NextLayerStep permits WeightsStep, MaxoutStep, RecurrentStep, BatchNormStep {
    private final NetworkSketch sketch;

    FlatStep(NetworkSketch sketch) {
        this.sketch = sketch;
    }

    @Override
    NetworkSketch sketch() {
        return sketch;
    }

    /**
     * Names the loss and ends the description.
     *
     * @param loss such as {@code halfSquaredError()}
     * @return the network
     * @throws IllegalArgumentException if a unit has no weights, a name comes twice or a value is not finite
     */
    public Network loss(Loss loss) {
        if (loss == null) {
            throw new IllegalArgumentException("loss() got null, but it needs one such as halfSquaredError().");
        }
        return NetworkAssembly.assemble(sketch(), loss);
    }

    /** What is still to be said. */
    @Override
    public String toString() {
        String next = sketch.missing().orElse(".layer(…) or .loss(…)");
        return Text.unfinished("of " + Text.count(sketch.layers().size(), "layer"), next);
    }
}
