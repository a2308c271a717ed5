package org.chainrule.network;

import java.util.Optional;
import org.chainrule.layer.Layer;
import org.chainrule.layer.Shape;
import org.chainrule.parameter.Names;

/** A layer while it is being described, immutable. */
interface LayerSketch {
    /** How the values that go out are arranged. */
    Shape shape();

    /** The names of the values that go out. */
    Names units();

    /** What of its parameters has to be said before anything can follow; empty if nothing is left open. */
    default Optional<String> missing() {
        return Optional.empty();
    }

    /** The layer, with its parameters in the store. */
    Layer build(int number, BlockStore store);
}
