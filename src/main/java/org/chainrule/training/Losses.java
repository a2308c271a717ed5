package org.chainrule.training;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.RandomAccess;

/** A list of losses in an array of plain numbers: a million epochs need no million objects. */
final class Losses extends AbstractList<Double> implements RandomAccess {
    private final double[] values;

    private Losses(double[] values) {
        this.values = values;
    }

    @Override
    public Double get(int index) {
        return values[index];
    }

    @Override
    public int size() {
        return values.length;
    }

    /** Collects losses while the loop runs. */
    static final class Builder {
        private double[] values = new double[1024];
        private int size;

        void add(double loss) {
            if (size == values.length) {
                values = Arrays.copyOf(values, 2 * size);
            }
            values[size++] = loss;
        }

        double get(int index) {
            return values[index];
        }

        double last() {
            return values[size - 1];
        }

        int size() {
            return size;
        }

        Losses build() {
            return new Losses(Arrays.copyOf(values, size));
        }
    }
}
