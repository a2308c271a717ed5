package org.chainrule.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chainrule.activation.Activation;
import org.chainrule.initializer.Fans;
import org.chainrule.layer.Conv2d;
import org.chainrule.layer.Layer;
import org.chainrule.layer.Shape;
import org.chainrule.layer.Window;
import org.chainrule.parameter.Names;
import org.chainrule.parameter.ParameterBlock;
import org.chainrule.parameter.ParameterBlock.Kind;

/**
 * A convolution while it is being described.
 *
 * @param window how the kernel slides
 * @param activation the function of every unit
 * @param units the names of the outputs, filter after filter
 * @param choice where its weights and biases come from
 */
record Conv2dSketch(Window window, Activation activation, Names units, WeightChoice choice) implements LayerSketch {
    Conv2dSketch with(WeightChoice other) {
        return new Conv2dSketch(window, activation, units, other);
    }

    int filters() {
        return units.size() / window.output(1).size();
    }

    /** How many values each unit reads. */
    int inputs() {
        return window.image().channels() * window.size().rows() * window.size().columns();
    }

    @Override
    public Shape shape() {
        return window.output(filters());
    }

    @Override
    public Optional<String> missing() {
        return choice.missing();
    }

    @Override
    public Layer build(int number, BlockStore store) {
        var fans = new Fans(
                inputs(), filters() * window.size().rows() * window.size().columns());
        var draw = WeightChoice.Draw.of(filters(), inputs(), fans, number);
        double[] weights = choice.start(draw, "conv2d layer " + number);
        double[] biases = choice.biasStart(filters());
        List<ParameterBlock> blocks = new ArrayList<>();
        Names names = Names.grid(
                "w" + number + "_",
                filters(),
                window.image().channels(),
                window.size().rows(),
                window.size().columns());
        blocks.add(store.add(Kind.WEIGHTS, filters(), names, weights));
        if (biases.length > 0) {
            blocks.add(store.add(Kind.BIASES, filters(), Names.numbered("b" + number + "_", filters()), biases));
        }
        return new Conv2d(window, activation, units, blocks);
    }
}
