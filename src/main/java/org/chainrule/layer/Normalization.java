package org.chainrule.layer;

import org.chainrule.formula.Numbers;

/**
 * How a batch normalisation divides and remembers: {@code normalization().epsilon(1e-3)}.
 *
 * @param epsilon ε, keeps the divisor from being zero; positive
 * @param insideRoot whether to divide by √(σ² + ε), as everybody does, or by σ + ε, as the slide does
 * @param momentum how much the running statistics keep of what they were at each update, from 0 up to 1
 */
public record Normalization(double epsilon, boolean insideRoot, double momentum) {
    /** The usual ε: {@value}. */
    public static final double DEFAULT_EPSILON = 1e-5;

    /** The usual momentum: {@value}; running ← momentum · running + (1 − momentum) · batch. */
    public static final double DEFAULT_MOMENTUM = 0.9;

    /** The usual form: √(σ² + ε). */
    public static final Normalization DEFAULT = new Normalization(DEFAULT_EPSILON, true, DEFAULT_MOMENTUM);

    public Normalization {
        if (!(epsilon > 0) || Double.isInfinite(epsilon)) {
            throw new IllegalArgumentException(
                    "normalization() got epsilon " + epsilon + ", but it needs a positive, finite number.");
        }
        if (!(momentum >= 0 && momentum <= 1)) {
            throw new IllegalArgumentException(
                    "normalization() got momentum " + momentum + ", but it needs a number from 0 to 1.");
        }
    }

    /**
     * With another ε.
     *
     * @param value positive
     * @return a new normalisation
     */
    public Normalization epsilon(double value) {
        return new Normalization(value, insideRoot, momentum);
    }

    /**
     * With the slide's divisor σ + ε.
     *
     * @return a new normalisation
     */
    public Normalization epsilonOutsideRoot() {
        return new Normalization(epsilon, false, momentum);
    }

    /**
     * With another momentum of the running statistics.
     *
     * @param value from 0 (only the last batch counts) to 1 (they never change)
     * @return a new normalisation
     */
    public Normalization momentum(double value) {
        return new Normalization(epsilon, insideRoot, value);
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
                + Numbers.given(momentum);
    }
}
