package org.chainrule.initializer;

import java.util.Arrays;

/**
 * All weights equal. Units that start equal stay equal, so a layer that starts so learns as if it had one unit.
 *
 * @param value of every weight, finite
 */
public record Constant(double value) implements Initializer {
    public Constant {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("constant() got " + value + ", but weights need finite values.");
        }
    }

    @Override
    public String formula() {
        return "w = " + value;
    }

    @Override
    public double standardDeviation(Fans fans) {
        return 0;
    }

    @Override
    public double[] draw(int count, Fans fans, int layer) {
        double[] weights = new double[count];
        Arrays.fill(weights, value);
        return weights;
    }

    @Override
    public String toString() {
        return value == 0 ? "zeros()" : "constant(" + value + ")";
    }
}
