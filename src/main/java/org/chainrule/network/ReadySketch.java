package org.chainrule.network;

import org.chainrule.layer.Layer;
import org.chainrule.layer.Shape;
import org.chainrule.parameter.Names;

/**
 * A layer without parameters, of which nothing is left open.
 *
 * @param layer the layer itself
 */
record ReadySketch(Layer layer) implements LayerSketch {
    @Override
    public Shape shape() {
        return layer.outputShape();
    }

    @Override
    public Names units() {
        return layer.units();
    }

    @Override
    public Layer build(int number, BlockStore store) {
        return layer;
    }
}
