package org.chainrule.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chainrule.activation.Activation;
import org.chainrule.initializer.Fans;
import org.chainrule.layer.Layer;
import org.chainrule.layer.Shape;
import org.chainrule.layer.TimeDistributedDense;
import org.chainrule.parameter.Names;
import org.chainrule.parameter.ParameterBlock;
import org.chainrule.parameter.ParameterBlock.Kind;

/**
 * A fully connected layer for every step of a sequence, while it is being described.
 *
 * @param input the sequence it reads
 * @param shape the sequence it gives
 * @param units the names of what goes out
 * @param activation the function of every unit, null until it is named
 * @param choice where its weights and biases come from
 */
record TimeDistributedSketch(
        Shape.Sequence input, Shape.Sequence shape, Names units, Activation activation, WeightChoice choice)
        implements LayerSketch {
    TimeDistributedSketch with(Activation named) {
        return new TimeDistributedSketch(input, shape, units, named, choice);
    }

    TimeDistributedSketch with(WeightChoice other) {
        return new TimeDistributedSketch(input, shape, units, activation, other);
    }

    int size() {
        return shape.features();
    }

    int inputs() {
        return input.features();
    }

    @Override
    public Optional<String> missing() {
        return choice.missing();
    }

    @Override
    public Layer build(int number, BlockStore store) {
        var draw = WeightChoice.Draw.of(size(), inputs(), new Fans(inputs(), size()), number);
        List<ParameterBlock> blocks = new ArrayList<>();
        double[] weights = choice.start(draw, "layer " + number);
        blocks.add(store.add(Kind.WEIGHTS, size(), Names.grid("w" + number + "_", size(), inputs()), weights));
        double[] biases = choice.biasStart(size());
        if (biases.length > 0) {
            blocks.add(store.add(Kind.BIASES, size(), Names.numbered("b" + number + "_", size()), biases));
        }
        return new TimeDistributedDense(input, units, activation, blocks);
    }
}
