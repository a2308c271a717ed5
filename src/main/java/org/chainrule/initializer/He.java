package org.chainrule.initializer;

import org.chainrule.math.Seed;

/**
 * Weights with variance 2 / fan-in, also called Kaiming: makes up for ReLU, which lets half of the variance through.
 *
 * <p>Source: K. He, X. Zhang, S. Ren, J. Sun, "Delving deep into rectifiers" (2015), formula 10 (the normal one).
 *
 * @param distribution the shape: normal or uniform, with the same variance
 * @param seed where the random numbers start
 */
public record He(Distribution distribution, Seed seed) implements Initializer {
    @Override
    public String formula() {
        return distribution == Distribution.NORMAL
                ? "w ~ N(0, σ), σ = √(2 / fan_in)"
                : "w ~ U(−a, a), a = √(6 / fan_in)";
    }

    @Override
    public double standardDeviation(Fans fans) {
        return Math.sqrt(2.0 / fans.in());
    }

    @Override
    public double[] draw(int count, Fans fans, int layer) {
        return distribution.draw(count, standardDeviation(fans), seed.derive(layer));
    }

    @Override
    public String toString() {
        return (distribution == Distribution.NORMAL ? "he" : "heUniform") + "(" + seed + ")";
    }
}
