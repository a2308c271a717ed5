package org.chainrule.network;

import org.chainrule.activation.Activation;

/** A batch normalisation of an image; an activation of its own may come next, or the next layer. */
public final class ImageBatchNormStep extends ImageStep {
    private final NetworkSketch before;
    private final BatchNormSketch layer;

    ImageBatchNormStep(NetworkSketch before, BatchNormSketch layer) {
        super(before.withLayer(layer));
        this.before = before;
        this.layer = layer;
    }

    /**
     * Names the function of every unit, so that the values are normalised before the activation and not after it. The layer before
     * then has {@code activation(identity())}.
     *
     * @param activation such as {@code relu()}
     * @return this step again
     */
    public ImageBatchNormStep activation(Activation activation) {
        return new ImageBatchNormStep(before, layer.with(Text.elementwise("activation()", activation)));
    }
}
