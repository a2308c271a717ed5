package org.chainrule.network;

import java.util.ArrayList;
import java.util.List;
import org.chainrule.layer.Layer;
import org.chainrule.loss.Loss;

/** Turns a description into a network: builds layer after layer, their parameters into the one array. */
final class NetworkAssembly {
    private NetworkAssembly() {}

    static Network assemble(NetworkSketch sketch, Loss loss) {
        BlockStore store = new BlockStore();
        List<Layer> layers = new ArrayList<>();
        for (LayerSketch layer : sketch.layers()) {
            layers.add(layer.build(layers.size() + 1, store));
        }
        return new Network(sketch.inputs(), layers, loss, store.toArray());
    }
}
