package org.chainrule.property;

import static org.chainrule.Chainrule.activation;
import static org.chainrule.Chainrule.categoricalCrossEntropy;
import static org.chainrule.Chainrule.elu;
import static org.chainrule.Chainrule.halfSquaredError;
import static org.chainrule.Chainrule.image;
import static org.chainrule.Chainrule.network;
import static org.chainrule.Chainrule.normal;
import static org.chainrule.Chainrule.normalization;
import static org.chainrule.Chainrule.relu;
import static org.chainrule.Chainrule.seed;
import static org.chainrule.Chainrule.sequence;
import static org.chainrule.Chainrule.sigmoid;
import static org.chainrule.Chainrule.softmax;
import static org.chainrule.Chainrule.tanh;

import java.util.Random;
import java.util.function.BiFunction;
import org.chainrule.initializer.Initializer;
import org.chainrule.layer.Normalization;
import org.chainrule.network.ImageStep;
import org.chainrule.network.Network;

/** A small network of random sizes around every kind of layer. */
enum Layers {
    DENSE((size, random) -> network()
            .inputs(size.features())
            .layer(size.units())
            .activation(sigmoid())
            .init(weights(random))
            .layer(2)
            .activation(activation("swish", Layers::swish, Layers::swishSlope))
            .init(weights(random))
            .loss(halfSquaredError())),
    CONV_2D((size, random) -> images(size)
            .conv2d(size.units(), size.window(), 1 + random.nextInt(3))
            .stride(size.stride(), 1 + random.nextInt(2))
            .padding(size.padding(), random.nextInt(2))
            .activation(tanh())
            .init(weights(random))
            .conv2d(1, 2, 4)
            .samePadding()
            .activation(sigmoid())
            .init(weights(random))
            .conv2d(2, 2)
            .padding(1)
            .activation(relu())
            .init(weights(random))
            .flatten()
            .loss(halfSquaredError())),
    MAX_POOL_2D((size, random) -> images(size)
            .conv2d(2, 1)
            .activation(sigmoid())
            .init(weights(random))
            .maxPool(Math.max(2, size.window()))
            .stride(size.stride())
            .padding(size.padding() / 2)
            .flatten()
            .loss(halfSquaredError())),
    AVERAGE_POOL_2D((size, random) -> images(size)
            .conv2d(2, 1)
            .activation(sigmoid())
            .init(weights(random))
            .averagePool(Math.max(2, size.window()))
            .stride(size.stride())
            .padding(size.padding() / 2)
            .averagePool(2)
            .stride(1, 2)
            .padding(1)
            .excludePadding()
            .averagePool(2, 3)
            .samePadding()
            .flatten()
            .layer(2)
            .activation(tanh())
            .init(weights(random))
            .loss(halfSquaredError())),
    FLATTEN((size, random) -> network()
            .inputs(sequence(size.steps(), size.features()))
            .flatten()
            .layer(size.units())
            .activation(elu(0.7))
            .init(weights(random))
            .loss(halfSquaredError())),
    BATCH_NORM((size, random) -> network()
            .inputs(size.features())
            .layer(size.units())
            .activation(tanh())
            .init(weights(random))
            .batchNorm(spread(random))
            .layer(2)
            .activation(tanh())
            .init(weights(random))
            .loss(halfSquaredError())),
    BATCH_NORM_OF_IMAGES((size, random) -> images(size)
            .batchNorm(spread(random))
            .conv2d(size.units(), size.window())
            .activation(elu(0.7))
            .init(weights(random))
            .batchNorm(spread(random))
            .activation(tanh())
            .flatten()
            .loss(halfSquaredError())),
    BATCH_NORM_OF_THE_SLIDES((size, random) -> network()
            .inputs(size.features())
            .batchNorm(spread(random).epsilonOutsideRoot())
            .layer(size.units())
            .activation(tanh())
            .init(weights(random))
            .loss(halfSquaredError())),
    DROPOUT((size, random) -> network()
            .inputs(size.features())
            .dropout(0.3, seed(random.nextLong()))
            .layer(size.units())
            .activation(tanh())
            .init(weights(random))
            .dropout(0.5, seed(random.nextLong()))
            .layer(2)
            .activation(tanh())
            .init(weights(random))
            .loss(halfSquaredError())),
    MAXOUT((size, random) -> network()
            .inputs(size.features())
            .maxout(size.units(), 1 + size.window())
            .init(weights(random))
            .layer(2)
            .activation(tanh())
            .init(weights(random))
            .loss(halfSquaredError())),
    SIMPLE_RNN((size, random) -> network()
            .inputs(sequence(size.steps(), size.features()))
            .simpleRnn(size.units(), elu())
            .init(weights(random))
            .allSteps()
            .simpleRnn(2)
            .init(weights(random))
            .initialState(0.7, -0.4)
            .loss(halfSquaredError())),
    LSTM((size, random) -> network()
            .inputs(sequence(size.steps(), size.features()))
            .lstm(size.units())
            .init(weights(random))
            .allSteps()
            .lstm(2)
            .init(weights(random))
            .initialState(0.7, -0.4)
            .initialCell(-0.9, 1.3)
            .allSteps()
            .flatten()
            .loss(halfSquaredError())),
    TIME_DISTRIBUTED_DENSE((size, random) -> network()
            .inputs(sequence(size.steps(), size.features()))
            .layer(size.units())
            .activation(tanh())
            .init(weights(random))
            .lstm(2)
            .init(weights(random))
            .allSteps()
            .layer(3)
            .activation(softmax())
            .init(weights(random))
            .loss(categoricalCrossEntropy())),
    ALL_TOGETHER((size, random) -> images(size)
            .conv2d(2, size.window())
            .padding(size.padding())
            .activation(relu())
            .init(weights(random))
            .batchNorm(spread(random))
            .maxPool(2)
            .stride(1)
            .padding(1)
            .dropout(0.3, seed(random.nextLong()))
            .flatten()
            .maxout(4, 2)
            .init(weights(random))
            .batchNorm(spread(random))
            .layer(3)
            .activation(softmax())
            .init(weights(random))
            .loss(categoricalCrossEntropy()));

    private final BiFunction<Sizes, Random, Network> build;

    Layers(BiFunction<Sizes, Random, Network> build) {
        this.build = build;
    }

    /** Every parameter moved off its start, so that γ is not 1, β and the biases not 0, the statistics not those of no data. */
    Network of(Sizes size) {
        Random random = size.stream();
        Network net = build.apply(size, random);
        double[] values = net.parameters().toArray();
        for (int i = 0; i < values.length; i++) {
            values[i] += 0.3 * random.nextDouble();
        }
        return net.with(values);
    }

    private static ImageStep images(Sizes size) {
        return network().inputs(image(size.channels(), size.height(), size.width()));
    }

    private static Initializer weights(Random random) {
        return normal(0.7, seed(random.nextLong()));
    }

    private static Normalization spread(Random random) {
        return normalization().epsilon(0.02 + 0.1 * random.nextDouble());
    }

    static double swish(double z) {
        return z / (1 + Math.exp(-z));
    }

    static double swishSlope(double z) {
        double s = 1 / (1 + Math.exp(-z));
        return s + z * s * (1 - s);
    }
}
