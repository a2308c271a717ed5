package org.chainrule.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chainrule.formula.Require;
import org.chainrule.layer.BatchNorm;
import org.chainrule.layer.Dropout;
import org.chainrule.layer.Flatten;
import org.chainrule.layer.Layer;
import org.chainrule.layer.Normalization;
import org.chainrule.layer.Shape;
import org.chainrule.math.Seed;
import org.chainrule.parameter.Names;

/**
 * A network while it is being described, immutable, so that a cell that is run again starts from the same description.
 *
 * @param inputs the names of the inputs
 * @param inputShape how they are arranged
 * @param layers what is described so far
 */
record NetworkSketch(Names inputs, Shape inputShape, List<LayerSketch> layers) {
    NetworkSketch {
        layers = List.copyOf(layers);
    }

    /** Inputs without layers. */
    NetworkSketch(Names inputs, Shape inputShape) {
        this(inputs, inputShape, List.of());
    }

    NetworkSketch withLayer(LayerSketch layer) {
        List<LayerSketch> more = new ArrayList<>(layers);
        more.add(layer);
        return new NetworkSketch(inputs, inputShape, more);
    }

    /** The names that the next layer reads from. */
    Names units() {
        return layers.isEmpty() ? inputs : layers.get(layers.size() - 1).units();
    }

    /** How the values that the next layer reads are arranged. */
    Shape shape() {
        return layers.isEmpty() ? inputShape : layers.get(layers.size() - 1).shape();
    }

    /** What is still to be said of the last layer. */
    Optional<String> missing() {
        return layers.isEmpty()
                ? Optional.empty()
                : layers.get(layers.size() - 1).missing();
    }

    /** The number of the next layer, from 1. */
    int nextNumber() {
        return layers.size() + 1;
    }

    /** Generated names for what the next layer hands on: {@code h2_1, h2_2, …}. */
    Names nextUnits(Shape shape) {
        return shape.names("h" + nextNumber() + "_");
    }

    /** A batch normalisation of what comes now, without an activation of its own. */
    BatchNormSketch batchNorm(Normalization normalization) {
        if (normalization == null) {
            throw new IllegalArgumentException("batchNorm() got null, but it needs one such as normalization().");
        }
        var rule = new BatchNorm.Rule(normalization, Layer.NO_ACTIVATION);
        return new BatchNormSketch(shape(), nextUnits(shape()), rule);
    }

    NetworkSketch withDropout(double rate, Seed seed) {
        Require.below1("dropout() got rate", rate);
        if (seed == null) {
            throw new IllegalArgumentException("dropout() got null for the seed, but it needs one such as seed(7).");
        }
        Dropout layer = new Dropout(shape(), nextUnits(shape()), rate, seed.derive(nextNumber()));
        return withLayer(new ReadySketch(layer));
    }

    NetworkSketch flattened() {
        Shape flat = new Shape.Flat(shape().size());
        return withLayer(new ReadySketch(new Flatten(shape(), nextUnits(flat))));
    }
}
