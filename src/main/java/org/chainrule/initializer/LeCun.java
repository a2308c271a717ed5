package org.chainrule.initializer;

import org.chainrule.math.Seed;

/**
 * Weights with variance 1 / fan-in: keeps the variance of the outputs of a layer without activation, or with tanh near zero.
 *
 * <p>Source: Y. LeCun, L. Bottou, G. Orr, K.-R. Müller, "Efficient BackProp" (1998), section 4.6.
 *
 * @param distribution the shape: normal or uniform, with the same variance
 * @param seed where the random numbers start
 */
public record LeCun(Distribution distribution, Seed seed) implements Initializer {
    @Override
    public String formula() {
        return distribution == Distribution.NORMAL
                ? "w ~ N(0, σ), σ = √(1 / fan_in)"
                : "w ~ U(−a, a), a = √(3 / fan_in)";
    }

    @Override
    public double standardDeviation(Fans fans) {
        return Math.sqrt(1.0 / fans.in());
    }

    @Override
    public double[] draw(int count, Fans fans, int layer) {
        return distribution.draw(count, standardDeviation(fans), seed.derive(layer));
    }

    @Override
    public String toString() {
        return (distribution == Distribution.NORMAL ? "lecun" : "lecunUniform") + "(" + seed + ")";
    }
}
