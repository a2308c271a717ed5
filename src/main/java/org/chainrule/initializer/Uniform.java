package org.chainrule.initializer;

import java.util.stream.DoubleStream;
import org.chainrule.math.RandomStream;
import org.chainrule.math.Seed;

/**
 * Weights from U(−a, a), whatever the size of the layer.
 *
 * @param bound a, at least 0 and finite
 * @param seed where the random numbers start
 */
public record Uniform(double bound, Seed seed) implements Initializer {
    public Uniform {
        if (!(bound >= 0 && bound < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "uniform() got the bound " + bound + ", but it needs a finite number that is not negative.");
        }
    }

    @Override
    public String formula() {
        return "w ~ U(−a, a), a = " + bound;
    }

    @Override
    public double standardDeviation(Fans fans) {
        return bound / Math.sqrt(3);
    }

    @Override
    public double[] draw(int count, Fans fans, int layer) {
        RandomStream random = seed.derive(layer).stream();
        return DoubleStream.generate(() -> random.nextUniform(-bound, bound))
                .limit(count)
                .toArray();
    }

    @Override
    public String toString() {
        return "uniform(" + bound + ", " + seed + ")";
    }
}
