package org.chainrule.loss;

import org.chainrule.formula.Formula;
import org.chainrule.formula.Numbers;

/**
 * How the terms of all samples and outputs become one number: their sum times a factor.
 *
 * @param kind what the factor depends on
 * @param scale the factor itself for {@link Kind#SCALE}, else 1
 */
public record Reduction(Kind kind, double scale) {
    /** What the factor in front of the sum depends on. */
    public enum Kind {
        /** Factor 1. */
        SUM,
        /** Factor 1/N for N samples: the mean over the samples of the sum over the outputs. */
        MEAN_OVER_SAMPLES,
        /** Factor 1/(N·K) for N samples of K outputs: the mean over all terms. */
        MEAN,
        /** A factor that is given, as the 1/100 of the slides. */
        SCALE
    }

    /** The plain sum. */
    public static final Reduction SUM = new Reduction(Kind.SUM, 1);

    /** 1/N, for N samples. */
    public static final Reduction MEAN_OVER_SAMPLES = new Reduction(Kind.MEAN_OVER_SAMPLES, 1);

    /** 1/(N·K), for N samples of K outputs. */
    public static final Reduction MEAN = new Reduction(Kind.MEAN, 1);

    public Reduction {
        if (!(scale > 0) || Double.isInfinite(scale)) {
            throw new IllegalArgumentException(
                    "scale() got " + scale + ", but a loss needs a positive, finite factor such as 1.0 / 100.");
        }
    }

    /**
     * The sum times a given factor.
     *
     * @param scale positive and finite
     * @return the reduction
     */
    public static Reduction scaled(double scale) {
        return new Reduction(Kind.SCALE, scale);
    }

    /**
     * What every term is multiplied by.
     *
     * @param samples N, at least 1
     * @param outputs K, at least 1
     * @return the factor
     */
    public double factor(int samples, int outputs) {
        return switch (kind) {
            case SUM, SCALE -> scale;
            case MEAN_OVER_SAMPLES -> 1.0 / samples;
            case MEAN -> 1.0 / ((double) samples * outputs);
        };
    }

    /**
     * {@link #factor} as a formula: 1, a unit fraction such as 1/100, or the number itself.
     *
     * @param samples N, at least 1
     * @param outputs K, at least 1
     * @return the tree that prints and evaluates the factor
     */
    public Formula formula(int samples, int outputs) {
        double factor = factor(samples, outputs);
        long denominator = Math.round(1 / factor);
        boolean isFraction = denominator > 1 && 1.0 / denominator == factor;
        return isFraction ? Formula.number(1).over(Formula.number(denominator)) : Formula.number(factor);
    }

    /**
     * How much the loss of a batch counts in the loss of all samples.
     *
     * @param batch samples of the batch
     * @param samples all samples
     * @return 1 for a sum, the batch's share for a mean
     */
    public double share(int batch, int samples) {
        return switch (kind) {
            case SUM, SCALE -> 1;
            case MEAN_OVER_SAMPLES, MEAN -> (double) batch / samples;
        };
    }

    @Override
    public String toString() {
        return switch (kind) {
            case SUM -> "sum";
            case MEAN_OVER_SAMPLES -> "mean over samples";
            case MEAN -> "mean";
            case SCALE -> "sum × " + Numbers.given(scale);
        };
    }
}
