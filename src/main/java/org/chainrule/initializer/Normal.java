package org.chainrule.initializer;

import org.chainrule.math.Seed;

/**
 * Weights from N(0, σ), whatever the size of the layer.
 *
 * @param sigma standard deviation σ, at least 0 and finite
 * @param seed where the random numbers start
 */
public record Normal(double sigma, Seed seed) implements Initializer {
    public Normal {
        if (!(sigma >= 0 && sigma < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("normal() got the standard deviation " + sigma
                    + ", but it needs a finite number that is not negative.");
        }
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
