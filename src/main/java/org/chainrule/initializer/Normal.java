package org.chainrule.initializer;

import org.chainrule.formula.Require;
import org.chainrule.math.Seed;

/**
 * Weights from N(0, σ), whatever the size of the layer.
 *
 * @param sigma standard deviation σ, at least 0 and finite
 * @param seed where the random numbers start
 */
public record Normal(double sigma, Seed seed) implements Initializer {
    public Normal {
        Require.notNegative("normal() got the standard deviation", sigma);
    }

    @Override
    public String formula() {
        return "w ~ N(0, σ), σ = " + sigma;
    }

    @Override
    public double standardDeviation(Fans fans) {
        return sigma;
    }

    @Override
    public double[] draw(int count, Fans fans, int layer) {
        return Distribution.NORMAL.draw(count, sigma, seed.derive(layer));
    }

    @Override
    public String toString() {
        return "normal(" + sigma + ", " + seed + ")";
    }
}
