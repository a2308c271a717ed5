package org.chainrule.network;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.chainrule.initializer.Initializer;
import org.chainrule.parameter.Weight;

/**
 * The weights of a layer while it is being described, immutable.
 *
 * @param given the weights into each unit that has chosen ones, in the order of the inputs
 * @param initializer what draws all others
 * @param hasBiases whether units whose weights are drawn get a bias that starts at 0
 */
record WeightSketch(Map<String, Weight[]> given, Optional<Initializer> initializer, boolean hasBiases) {
    WeightSketch {
        given = Collections.unmodifiableMap(new LinkedHashMap<>(given));
    }

    WeightSketch() {
        this(Map.of(), Optional.empty(), true);
    }

    WeightSketch with(String unit, Weight... into) {
        Map<String, Weight[]> more = new LinkedHashMap<>(given);
        more.put(unit, into.clone());
        return new WeightSketch(more, initializer, hasBiases);
    }

    WeightSketch with(Initializer others) {
        return new WeightSketch(given, Optional.of(others), hasBiases);
    }

    WeightSketch withoutBiases() {
        return new WeightSketch(given, initializer, false);
    }
}
