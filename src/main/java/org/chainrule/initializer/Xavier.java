package org.chainrule.initializer;

import org.chainrule.math.Seed;

/**
 * Weights with variance 2 / (fan-in + fan-out), also called Glorot: a compromise that keeps the variance of outputs going
 * forward and of gradients going backward; for sigmoid and tanh.
 *
 * <p>Source: X. Glorot, Y. Bengio, "Understanding the difficulty of training deep feedforward neural networks" (2010),
 * formula 16 (the uniform one).
 *
 * @param distribution the shape: normal or uniform, with the same variance
 * @param seed where the random numbers start
 */
public record Xavier(Distribution distribution, Seed seed) implements Initializer {
    @Override
    public String formula() {
        return distribution == Distribution.NORMAL
                ? "w ~ N(0, σ), σ = √(2 / (fan_in + fan_out))"
                : "w ~ U(−a, a), a = √(6 / (fan_in + fan_out))";
    }

    @Override
    public double standardDeviation(Fans fans) {
        return Math.sqrt(2.0 / (fans.in() + fans.out()));
    }

    @Override
    public double[] draw(int count, Fans fans, int layer) {
        return distribution.draw(count, standardDeviation(fans), seed.derive(layer));
    }

    @Override
    public String toString() {
        return (distribution == Distribution.NORMAL ? "xavierNormal" : "xavier") + "(" + seed + ")";
    }
}
