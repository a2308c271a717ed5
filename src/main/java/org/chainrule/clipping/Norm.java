package org.chainrule.clipping;

import org.chainrule.parameter.ParameterValues;

/** The Euclidean norm √Σx², and scaling a range of numbers to a limit of it. */
public final class Norm {
    private Norm() {}

    /**
     * The global norm: √Σg² over all gradients of a network.
     *
     * @param gradients as {@code deltas.gradients()}
     * @return at least 0
     */
    public static double global(ParameterValues gradients) {
        return of(gradients.toArray(), 0, gradients.size());
    }

    /** √Σx², without overflow where the squares would. */
    static double of(double[] values, int from, int to) {
        double sum = 0;
        double largest = 0;
        for (int i = from; i < to; i++) {
            sum += values[i] * values[i];
            largest = Math.max(largest, Math.abs(values[i]));
        }
        boolean usual = sum > Double.MIN_NORMAL && sum < Double.POSITIVE_INFINITY;
        return usual || largest == 0 || !(largest < Double.POSITIVE_INFINITY)
                ? Math.sqrt(sum)
                : largest * relative(values, from, to, largest);
    }

    private static double relative(double[] values, int from, int to, double largest) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            double part = values[i] / largest;
            sum += part * part;
        }
        return Math.sqrt(sum);
    }

    /** Multiplies a range by {@code limit / norm} if the norm is larger than the limit. */
    static void scale(double[] values, int from, int to, double norm, double limit) {
        if (norm <= limit) {
            return;
        }
        double factor = limit / norm;
        for (int i = from; i < to; i++) {
            values[i] *= factor;
        }
    }

    static void checkLimit(String call, double limit) {
        if (!(limit > 0) || Double.isInfinite(limit)) {
            throw new IllegalArgumentException(call + "() got " + limit + ", but it needs a finite limit above 0.");
        }
    }
}
