package org.chainrule.network;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.chainrule.activation.Activation;
import org.chainrule.parameter.Bias;
import org.chainrule.parameter.Names;

/**
 * A layer while it is being described, immutable.
 *
 * @param units its units
 * @param activation their function, null until it is named
 * @param weights the weights into its units
 * @param biases the bias of each unit that has one; units with equal biases share it
 */
record LayerSketch(Names units, Activation activation, WeightSketch weights, Map<String, Bias> biases) {
    LayerSketch {
        biases = Collections.unmodifiableMap(new LinkedHashMap<>(biases));
    }

    LayerSketch(Names units) {
        this(units, null, new WeightSketch(), Map.of());
    }

    LayerSketch withActivation(Activation named) {
        return new LayerSketch(units, named, weights, biases);
    }

    LayerSketch withWeights(WeightSketch described) {
        return new LayerSketch(units, activation, described, biases);
    }

    LayerSketch withBias(String unit, Bias bias) {
        Map<String, Bias> more = new LinkedHashMap<>(biases);
        more.put(unit, bias);
        return new LayerSketch(units, activation, weights, more);
    }

    LayerSketch withSharedBias(Bias bias) {
        LayerSketch shared = this;
        for (String unit : units.toList()) {
            shared = shared.withBias(unit, bias);
        }
        return shared;
    }
}
