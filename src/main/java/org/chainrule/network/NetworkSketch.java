package org.chainrule.network;

import java.util.ArrayList;
import java.util.List;
import org.chainrule.parameter.Names;

/**
 * A network while it is being described, immutable, so that a cell that is run again starts from the same description.
 *
 * @param inputs the names of the inputs
 * @param layers what is described so far, the last one still open
 */
record NetworkSketch(Names inputs, List<LayerSketch> layers) {
    NetworkSketch {
        layers = List.copyOf(layers);
    }

    NetworkSketch withLayer(LayerSketch layer) {
        List<LayerSketch> more = new ArrayList<>(layers);
        more.add(layer);
        return new NetworkSketch(inputs, more);
    }

    NetworkSketch withLast(LayerSketch layer) {
        List<LayerSketch> changed = new ArrayList<>(layers.subList(0, layers.size() - 1));
        changed.add(layer);
        return new NetworkSketch(inputs, changed);
    }

    LayerSketch last() {
        return layers.get(layers.size() - 1);
    }

    /** The names that the units of the open layer read from. */
    Names sources() {
        return layers.size() == 1 ? inputs : layers.get(layers.size() - 2).units();
    }
}
