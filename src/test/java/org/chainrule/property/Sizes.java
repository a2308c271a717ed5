package org.chainrule.property;

import static org.instancio.Select.field;

import java.util.Random;
import java.util.stream.Stream;
import org.instancio.Instancio;

/**
 * Random sizes of what a network may be made of, small enough that every number of it can be moved one by one.
 *
 * @param samples of the batch
 * @param features of a sample, or of a step of a sequence
 * @param steps of a sequence
 * @param channels of an image
 * @param height of an image
 * @param width of an image
 * @param units of a layer, or kernels of a convolution
 * @param window height and width of a kernel or a pool
 * @param stride of both
 * @param padding around an image
 * @param seed of weights, samples and targets
 */
record Sizes(
        int samples,
        int features,
        int steps,
        int channels,
        int height,
        int width,
        int units,
        int window,
        int stride,
        int padding,
        long seed) {
    /** The same sizes in every run; change it to look at others. */
    private static final long SEED = 20;

    static Stream<Sizes> random(int count) {
        return Instancio.of(Sizes.class)
                .withSeed(SEED)
                .generate(field(Sizes::samples), gen -> gen.ints().range(1, 4))
                .generate(field(Sizes::features), gen -> gen.ints().range(1, 4))
                .generate(field(Sizes::steps), gen -> gen.ints().range(1, 4))
                .generate(field(Sizes::channels), gen -> gen.ints().range(1, 3))
                .generate(field(Sizes::height), gen -> gen.ints().range(3, 6))
                .generate(field(Sizes::width), gen -> gen.ints().range(3, 6))
                .generate(field(Sizes::units), gen -> gen.ints().range(1, 4))
                .generate(field(Sizes::window), gen -> gen.ints().range(1, 3))
                .generate(field(Sizes::stride), gen -> gen.ints().range(1, 3))
                .generate(field(Sizes::padding), gen -> gen.ints().range(0, 2))
                .generate(field(Sizes::seed), gen -> gen.longs().range(0L, 1_000_000L))
                .stream()
                .limit(count);
    }

    Random stream() {
        return new Random(seed);
    }
}
