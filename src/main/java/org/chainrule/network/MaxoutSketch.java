package org.chainrule.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chainrule.initializer.Fans;
import org.chainrule.layer.Layer;
import org.chainrule.layer.Maxout;
import org.chainrule.layer.Shape;
import org.chainrule.parameter.Names;
import org.chainrule.parameter.ParameterBlock;
import org.chainrule.parameter.ParameterBlock.Kind;

/**
 * A maxout layer while it is being described.
 *
 * @param inputs how many values each unit reads
 * @param units how many
 * @param pieces how many affine functions each unit has
 * @param choice where its weights and biases come from
 */
record MaxoutSketch(int inputs, Names units, int pieces, WeightChoice choice) implements LayerSketch {
    MaxoutSketch with(WeightChoice other) {
        return new MaxoutSketch(inputs, units, pieces, other);
    }

    int rows() {
        return units.size() * pieces;
    }

    @Override
    public Shape shape() {
        return new Shape.Flat(units.size());
    }

    @Override
    public Optional<String> missing() {
        return choice.missing();
    }

    @Override
    public Layer build(int number, BlockStore store) {
        var draw = WeightChoice.Draw.of(rows(), inputs, new Fans(inputs, units.size()), number);
        double[] weights = choice.start(draw, "maxout layer " + number);
        double[] biases = choice.biasStart(rows());
        List<ParameterBlock> blocks = new ArrayList<>();
        Names weightNames = Names.grid("w" + number + "_", units.size(), pieces, inputs);
        blocks.add(store.add(Kind.WEIGHTS, rows(), weightNames, weights));
        if (biases.length > 0) {
            Names biasNames = Names.grid("b" + number + "_", units.size(), pieces);
            blocks.add(store.add(Kind.BIASES, rows(), biasNames, biases));
        }
        return new Maxout(units, blocks);
    }
}
