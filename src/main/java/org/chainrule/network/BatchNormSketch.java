package org.chainrule.network;

import java.util.Arrays;
import java.util.List;
import org.chainrule.activation.Activation;
import org.chainrule.layer.BatchNorm;
import org.chainrule.layer.Layer;
import org.chainrule.layer.Shape;
import org.chainrule.parameter.Names;
import org.chainrule.parameter.ParameterBlock;
import org.chainrule.parameter.ParameterBlock.Kind;

/**
 * A batch normalisation while it is being described: γ starts at 1, β at 0, the running mean at 0, the running variance at 1.
 *
 * @param shape of what comes in and goes out
 * @param units the names of the outputs
 * @param rule how it divides, remembers and activates
 */
record BatchNormSketch(Shape shape, Names units, BatchNorm.Rule rule) implements LayerSketch {
    BatchNormSketch with(Activation activation) {
        return new BatchNormSketch(shape, units, new BatchNorm.Rule(rule.normalization(), activation));
    }

    @Override
    public Layer build(int number, BlockStore store) {
        int channels = shape instanceof Shape.Image image ? image.channels() : shape.size();
        ParameterBlock gamma = store.add(Kind.SCALES, channels, named("gamma", number, channels), filled(1, channels));
        ParameterBlock beta = store.add(Kind.BIASES, channels, named("beta", number, channels), new double[channels]);
        Names names = Names.joined(List.of(named("mean", number, channels), named("variance", number, channels)));
        double[] start = new double[2 * channels];
        Arrays.fill(start, channels, start.length, 1);
        ParameterBlock statistics = store.add(Kind.STATISTICS, 2, names, start);
        return new BatchNorm(shape, units, rule, List.of(gamma, beta, statistics));
    }

    private static Names named(String name, int number, int channels) {
        return Names.numbered(name + number + "_", channels);
    }

    private static double[] filled(double value, int size) {
        double[] values = new double[size];
        Arrays.fill(values, value);
        return values;
    }
}
