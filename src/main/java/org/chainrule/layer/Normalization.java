package org.chainrule.layer;

import org.chainrule.formula.Numbers;
import org.chainrule.formula.Require;

/**
 * How a batch normalisation divides and remembers: {@code normalization().epsilon(1e-3)}.
 *
 * @param epsilon ε, keeps the divisor from being zero; positive
 * @param insideRoot whether to divide by √(σ² + ε), as everybody does, or by σ + ε, as the slide does
 * @param momentum how much the running statistics keep of what they were at each update, from 0 up to 1
 * @param unbiased whether the running variance takes Σ(x − μ)²/(m − 1) of a batch, as PyTorch does, instead of Σ(x − μ)²/m
 */
public record Normalization(double epsilon, boolean insideRoot, double momentum, boolean unbiased) {
    /** The usual ε: {@value}. */
    public static final double DEFAULT_EPSILON = 1e-5;

    /** The usual momentum: {@value}; running ← momentum · running + (1 − momentum) · batch. */
    public static final double DEFAULT_MOMENTUM = 0.9;

    /** The usual form: √(σ² + ε). */
    public static final Normalization DEFAULT = new Normalization(DEFAULT_EPSILON, true, DEFAULT_MOMENTUM, false);

    public Normalization {
        if (!(epsilon > 0) || Double.isInfinite(epsilon)) {
            throw new IllegalArgumentException(
                    "normalization() got epsilon " + epsilon + ", but it needs a positive, finite number.");
        }
        Require.upTo1("normalization() got momentum", momentum);
    }

    /**
     * With another ε.
     *
     * @param value positive
     * @return a new normalisation
     */
    public Normalization epsilon(double value) {
        return new Normalization(value, insideRoot, momentum, unbiased);
    }

    /**
     * With the slide's divisor σ + ε.
     *
     * @return a new normalisation
     */
    public Normalization epsilonOutsideRoot() {
        return new Normalization(epsilon, false, momentum, unbiased);
    }

    /**
     * With another momentum of the running statistics.
     *
     * @param value from 0 (only the last batch counts) to 1 (they never change)
     * @return a new normalisation
     */
    public Normalization momentum(double value) {
        return new Normalization(epsilon, insideRoot, value, unbiased);
    }

    /**
     * With a running variance of Σ(x − μ)²/(m − 1), which is not too small on average; a batch of one value counts as it is. What
     * a batch is divided by stays the same.
     *
     * @return a new normalisation
     */
    public Normalization unbiasedVariance() {
        return new Normalization(epsilon, insideRoot, momentum, true);
    }

    /** What the running variance takes of a batch of so many values. */
    double remembered(double variance, int count) {
        return unbiased && count > 1 ? variance * count / (count - 1) : variance;
    }

    /** √(σ² + ε) or σ + ε. */
    double divisor(double variance) {
        return insideRoot ? Math.sqrt(variance + epsilon) : Math.sqrt(variance) + epsilon;
    }

    /** What d divisor / dx has besides x̂ / m: 1 for √(σ² + ε), (σ + ε) / σ for σ + ε; 0 where σ is 0 and has no derivative. */
    double slopeFactor(double variance) {
        if (insideRoot) {
            return 1;
        }
        return variance == 0 ? 0 : divisor(variance) / Math.sqrt(variance);
    }

    @Override
    public String toString() {
        return (insideRoot ? "√(σ² + ε)" : "σ + ε") + ", ε " + Numbers.given(epsilon) + ", momentum "
                + Numbers.given(momentum) + (unbiased ? ", unbiased running variance" : "");
    }
}
