package org.chainrule.explain;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.chainrule.layer.Conv2d;
import org.chainrule.layer.Dense;
import org.chainrule.layer.Layer;
import org.chainrule.layer.TimeDistributedDense;
import org.chainrule.parameter.ParameterBlock;

/** Which values of the layer before the units of a layer of weighted sums read, and which parameters stand there. */
interface Connections {
    /** What a unit reads, by place in the layer before. */
    List<Integer> sources(int unit);

    /** Which units read a value of the layer before. */
    List<Integer> readers(int source);

    /** Where the weight of a unit for a source is among the network's parameters. */
    int weight(int unit, int source);

    /** Where the bias of a unit is among the network's parameters, if it has one. */
    OptionalInt bias(int unit);

    /** Those of a layer that adds up weighted values. */
    static Connections of(Layer layer) {
        if (layer instanceof Dense dense) {
            return new Full(dense);
        } else if (layer instanceof TimeDistributedDense steps) {
            return new EveryStep(steps);
        } else if (layer instanceof Conv2d conv) {
            return new Windows(conv, WindowPlaces.of(conv));
        }
        throw new IllegalStateException("no weighted sums: " + layer);
    }

    /** Every unit reads every value. */
    record Full(Dense layer) implements Connections {
        @Override
        public List<Integer> sources(int unit) {
            return IntStream.range(0, layer.inputs()).boxed().toList();
        }

        @Override
        public List<Integer> readers(int source) {
            return IntStream.range(0, layer.units().size()).boxed().toList();
        }

        @Override
        public int weight(int unit, int source) {
            return layer.weightIndex(unit, source);
        }

        @Override
        public OptionalInt bias(int unit) {
            int bias = layer.biasIndex(unit);
            return bias == Dense.NO_BIAS ? OptionalInt.empty() : OptionalInt.of(bias);
        }
    }

    /** Every unit of a step reads every value of that step. */
    record EveryStep(TimeDistributedDense layer) implements Connections {
        @Override
        public List<Integer> sources(int unit) {
            return range(unit / units(), inputs());
        }

        @Override
        public List<Integer> readers(int source) {
            return range(source / inputs(), units());
        }

        private static List<Integer> range(int step, int width) {
            return IntStream.range(step * width, (step + 1) * width).boxed().toList();
        }

        private int units() {
            return layer.outputShape().features();
        }

        private int inputs() {
            return layer.inputShape().features();
        }

        @Override
        public int weight(int unit, int source) {
            return layer.blocks().get(0).offset() + unit % units() * inputs() + source % inputs();
        }

        @Override
        public OptionalInt bias(int unit) {
            return biasOf(layer, unit % units());
        }
    }

    /** Every unit reads what its window sees; all units of a filter have the same weights. */
    record Windows(Conv2d layer, WindowPlaces places) implements Connections {
        @Override
        public List<Integer> sources(int unit) {
            return places.seenBy(unit);
        }

        @Override
        public List<Integer> readers(int source) {
            return places.seeing(source);
        }

        @Override
        public int weight(int unit, int source) {
            ParameterBlock weights = layer.blocks().get(0);
            return weights.offset() + filter(unit) * weights.columns() + places.tap(unit, source);
        }

        @Override
        public OptionalInt bias(int unit) {
            return biasOf(layer, filter(unit));
        }

        private int filter(int unit) {
            return unit / (layer.outputShape().height() * layer.outputShape().width());
        }
    }

    private static OptionalInt biasOf(Layer layer, int number) {
        return layer.blocks().stream()
                .skip(1)
                .mapToInt(biases -> biases.offset() + number)
                .findFirst();
    }
}
