package org.chainrule.initializer;

import java.util.stream.DoubleStream;
import org.chainrule.formula.Require;
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
        Require.notNegative("uniform() got the bound", bound);
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
