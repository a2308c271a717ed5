package org.chainrule.export;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.chainrule.activation.Activation;
import org.chainrule.activation.Elementwise;
import org.chainrule.layer.Layer;
import org.chainrule.layer.Normalization;
import org.chainrule.layer.RecurrentOutput;
import org.chainrule.layer.Shape;
import org.chainrule.math.Seed;
import org.chainrule.parameter.Names;
import org.chainrule.parameter.ParameterBlock;
import org.chainrule.parameter.ParameterBlock.Kind;

/** What a layer is besides its units and parameters, one record for each kind of layer and named like it. */
sealed interface LayerRule {
    /**
     * The layer of this rule.
     *
     * @throws IllegalArgumentException if the parameters do not have the shapes it needs
     */
    Layer layer(Names units, Blocks blocks);

    static LayerRule of(Layer layer) {
        if (layer instanceof org.chainrule.layer.Dense dense) {
            return Dense.of(dense);
        } else if (layer instanceof org.chainrule.layer.TimeDistributedDense dense) {
            return new TimeDistributedDense(dense.inputShape(), dense.activation());
        } else if (layer instanceof org.chainrule.layer.Conv2d conv) {
            return new Conv2d(Sliding.of(conv.window()), conv.activation());
        } else if (layer instanceof org.chainrule.layer.MaxPool2d pool) {
            return new MaxPool2d(Sliding.of(pool.window()));
        } else if (layer instanceof org.chainrule.layer.AveragePool2d pool) {
            return new AveragePool2d(Sliding.of(pool.window()), pool.countsPadding());
        } else if (layer instanceof org.chainrule.layer.BatchNorm norm) {
            return new BatchNorm(norm.inputShape(), norm.normalization(), norm.activation());
        } else if (layer instanceof org.chainrule.layer.Dropout dropout) {
            return new Dropout(dropout.shape(), dropout.rate(), dropout.seed());
        } else if (layer instanceof org.chainrule.layer.SimpleRnn rnn) {
            return new SimpleRnn(rnn.inputShape(), rnn.outputShape() instanceof Shape.Sequence, rnn.function());
        } else if (layer instanceof org.chainrule.layer.Lstm lstm) {
            return new Lstm(lstm.inputShape(), lstm.outputShape() instanceof Shape.Sequence);
        }
        return layer instanceof org.chainrule.layer.Maxout ? new Maxout() : new Flatten(layer.inputShape());
    }

    /** Fully connected; the bias slot of each unit, −1 for none. */
    record Dense(Activation activation, List<Integer> biasOfUnit) implements LayerRule {
        static Dense of(org.chainrule.layer.Dense layer) {
            int offset = layer.blocks().get(layer.blocks().size() - 1).offset();
            return new Dense(
                    layer.activation(),
                    IntStream.range(0, layer.units().size())
                            .map(layer::biasIndex)
                            .map(index -> index == org.chainrule.layer.Dense.NO_BIAS ? index : index - offset)
                            .boxed()
                            .toList());
        }

        @Override
        public Layer layer(Names units, Blocks blocks) {
            blocks.check(0, Kind.WEIGHTS, units.size(), Blocks.ANY);
            Optional<ParameterBlock> biases = blocks.optional(1, Kind.BIASES, Blocks.ANY);
            int slots = biases.map(ParameterBlock::size).orElse(0);
            boolean fit = biasOfUnit.stream().allMatch(slot -> slot >= -1 && slot < slots);
            if (!fit || biasOfUnit.size() != units.size()) {
                throw new IllegalArgumentException("the bias slots " + biasOfUnit + " of " + units.size()
                        + " units do not fit to " + slots + " biases");
            }
            int[] slotOfUnit = biasOfUnit.stream().mapToInt(Integer::intValue).toArray();
            return new org.chainrule.layer.Dense(units, activation, blocks.get(0), biases, slotOfUnit);
        }
    }

    /** Fully connected at every step. */
    record TimeDistributedDense(Shape.Sequence input, Activation activation) implements LayerRule {
        @Override
        public Layer layer(Names units, Blocks blocks) {
            int size = blocks.get(0).rows();
            blocks.check(0, Kind.WEIGHTS, size, input.features());
            blocks.optional(1, Kind.BIASES, size);
            return new org.chainrule.layer.TimeDistributedDense(input, units, activation, blocks.list());
        }
    }

    /** A convolution. */
    record Conv2d(Sliding window, Activation activation) implements LayerRule {
        @Override
        public Layer layer(Names units, Blocks blocks) {
            int places = window.window().output(1).size();
            int filters = blocks.get(0).rows();
            int columns = window.image().channels()
                    * window.size().rows()
                    * window.size().columns();
            blocks.check(0, Kind.WEIGHTS, units.size() / places, columns);
            blocks.optional(1, Kind.BIASES, filters);
            return new org.chainrule.layer.Conv2d(window.window(), activation, units, blocks.list());
        }
    }

    /** Maximum pooling. */
    record MaxPool2d(Sliding window) implements LayerRule {
        @Override
        public Layer layer(Names units, Blocks blocks) {
            blocks.checkNone();
            return new org.chainrule.layer.MaxPool2d(window.pooling(), units);
        }
    }

    /** Average pooling. */
    record AveragePool2d(Sliding window, boolean countsPadding) implements LayerRule {
        @Override
        public Layer layer(Names units, Blocks blocks) {
            blocks.checkNone();
            return new org.chainrule.layer.AveragePool2d(window.pooling(), units, countsPadding);
        }
    }

    /** A plain row of what comes in. */
    record Flatten(Shape shape) implements LayerRule {
        @Override
        public Layer layer(Names units, Blocks blocks) {
            blocks.checkNone();
            return new org.chainrule.layer.Flatten(shape, units);
        }
    }

    /** Batch normalisation. */
    record BatchNorm(Shape shape, Normalization normalization, Activation activation) implements LayerRule {
        @Override
        public Layer layer(Names units, Blocks blocks) {
            int channels = shape instanceof Shape.Image image ? image.channels() : shape.size();
            blocks.check(0, Kind.SCALES, channels, 1);
            blocks.check(1, Kind.BIASES, channels, 1);
            blocks.check(2, Kind.STATISTICS, 2, channels);
            // the layer knows by identity that it applies nothing
            Activation own = activation.equals(Layer.NO_ACTIVATION) ? Layer.NO_ACTIVATION : activation;
            var rule = new org.chainrule.layer.BatchNorm.Rule(normalization, own);
            return new org.chainrule.layer.BatchNorm(shape, units, rule, blocks.list());
        }
    }

    /** Dropout. */
    record Dropout(Shape shape, double rate, Seed seed) implements LayerRule {
        public Dropout {
            if (!(rate >= 0 && rate < 1)) {
                throw new IllegalArgumentException(
                        "a dropout has the rate " + rate + ", but it needs a number from 0 up to, not including, 1");
            }
        }

        @Override
        public Layer layer(Names units, Blocks blocks) {
            blocks.checkNone();
            return new org.chainrule.layer.Dropout(shape, units, rate, seed);
        }
    }

    /** Maxout; the pieces are the rows of its weights per unit. */
    record Maxout() implements LayerRule {
        @Override
        public Layer layer(Names units, Blocks blocks) {
            int rows = blocks.get(0).rows();
            blocks.check(0, Kind.WEIGHTS, Math.max(1, rows / units.size()) * units.size(), Blocks.ANY);
            blocks.optional(1, Kind.BIASES, rows);
            return new org.chainrule.layer.Maxout(units, blocks.list());
        }
    }

    /** A simple recurrent layer. */
    record SimpleRnn(Shape.Sequence input, boolean allSteps, Elementwise function) implements LayerRule {
        @Override
        public Layer layer(Names units, Blocks blocks) {
            blocks.checkRecurrent(input.features(), 1, 1);
            return new org.chainrule.layer.SimpleRnn(
                    new RecurrentOutput(units, allSteps), input, function, blocks.list());
        }
    }

    /** A layer with long short-term memory. */
    record Lstm(Shape.Sequence input, boolean allSteps) implements LayerRule {
        @Override
        public Layer layer(Names units, Blocks blocks) {
            blocks.checkRecurrent(input.features(), org.chainrule.layer.Lstm.GATES.size(), 2);
            return new org.chainrule.layer.Lstm(new RecurrentOutput(units, allSteps), input, blocks.list());
        }
    }
}
