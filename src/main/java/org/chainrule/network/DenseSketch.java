package org.chainrule.network;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.chainrule.activation.Activation;
import org.chainrule.layer.Layer;
import org.chainrule.layer.Shape;
import org.chainrule.parameter.Bias;
import org.chainrule.parameter.Names;

/**
 * A fully connected layer while it is being described.
 *
 * @param sources what its units read
 * @param units its units
 * @param activation their function, null until it is named
 * @param weights the weights into its units
 * @param biases the bias of each unit that has one; units with equal biases share it
 */
record DenseSketch(Names sources, Names units, Activation activation, WeightSketch weights, Map<String, Bias> biases)
        implements LayerSketch {
    DenseSketch {
        biases = Collections.unmodifiableMap(new LinkedHashMap<>(biases));
    }

    DenseSketch(Names sources, Names units) {
        this(sources, units, null, new WeightSketch(), Map.of());
    }

    @Override
    public Shape shape() {
        return new Shape.Flat(units.size());
    }

    @Override
    public Optional<String> missing() {
        boolean complete = weights.initializer().isPresent() || weights.given().size() == units.size();
        return complete ? Optional.empty() : Optional.of(".into(…), .weights(…) or .init(…)");
    }

    @Override
    public Layer build(int number, BlockStore store) {
        return new DenseAssembly(this, number, store).layer();
    }

    DenseSketch withActivation(Activation named) {
        return new DenseSketch(sources, units, named, weights, biases);
    }

    DenseSketch withWeights(WeightSketch described) {
        return new DenseSketch(sources, units, activation, described, biases);
    }

    DenseSketch withBias(String unit, Bias bias) {
        Map<String, Bias> more = new LinkedHashMap<>(biases);
        more.put(unit, bias);
        return new DenseSketch(sources, units, activation, weights, more);
    }

    DenseSketch withSharedBias(Bias bias) {
        DenseSketch shared = this;
        for (String unit : units.toList()) {
            shared = shared.withBias(unit, bias);
        }
        return shared;
    }
}
