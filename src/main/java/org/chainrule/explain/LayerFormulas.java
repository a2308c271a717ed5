package org.chainrule.explain;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.chainrule.formula.Formula;
import org.chainrule.layer.AveragePool2d;
import org.chainrule.layer.BatchNorm;
import org.chainrule.layer.Dropout;
import org.chainrule.layer.Flatten;
import org.chainrule.layer.Layer;
import org.chainrule.layer.Lstm;
import org.chainrule.layer.MaxPool2d;
import org.chainrule.layer.Maxout;
import org.chainrule.layer.SimpleRnn;
import org.chainrule.network.Network;

/** The formulas of one kind of layer: how its units come about, what it hands back, the gradients of its parameters. */
interface LayerFormulas {
    /** Those of a kind of layer. */
    static LayerFormulas of(Layer layer) {
        if (layer instanceof BatchNorm norm) {
            return new BatchNormFormulas(norm);
        } else if (layer instanceof MaxPool2d pool) {
            return new MaxPoolFormulas(WindowPlaces.of(pool));
        } else if (layer instanceof AveragePool2d pool) {
            return new AveragePoolFormulas(pool);
        } else if (layer instanceof Maxout maxout) {
            return new MaxoutFormulas(maxout);
        } else if (layer instanceof SimpleRnn rnn) {
            return new SimpleRnnFormulas(rnn);
        } else if (layer instanceof Lstm lstm) {
            return new LstmFormulas(lstm);
        } else if (layer instanceof Dropout) {
            return new DropoutFormulas();
        }
        return layer instanceof Flatten ? new FlattenFormulas() : new WeightedSums();
    }

    /** Those of a layer, counted from 1. */
    static LayerFormulas of(Network network, int layer) {
        return of(network.layers().get(layer - 1));
    }

    /** The layer of a parameter, counted from 1. */
    static int layerOf(Network network, int parameter) {
        List<Layer> layers = network.layers();
        return IntStream.range(0, layers.size())
                        .filter(i -> layers.get(i).blocks().stream()
                                .anyMatch(block -> block.offset() <= parameter && parameter < block.end()))
                        .findFirst()
                        .orElseThrow()
                + 1;
    }

    /** How a unit is computed, line by line; the last line is its output. */
    List<Equation> forward(Unit unit, Symbols symbols);

    /** dC/d output of a unit of the layer before, by the δ of this layer. */
    Formula handedBack(Unit source, DeltaSymbols symbols);

    /** How the error comes back to a unit: dC/d output, and δ behind a function. */
    default List<Equation> backward(Unit unit, DeltaSymbols symbols) {
        DeltaEquations equations = new DeltaEquations(symbols);
        return unit.activates()
                ? List.of(equations.outputGradient(unit), equations.delta(unit))
                : List.of(equations.delta(unit));
    }

    /** The gradient of a parameter, counted among all of the network, for one sample each. */
    default Function<DeltaSymbols, Formula> gradient(Network network, int parameter) {
        throw new IllegalStateException("this kind of layer has no parameters");
    }
}
