package org.chainrule.math;

import java.util.Arrays;

/** The convolution in plain loops. */
final class PlainConvolution extends Convolution {
    /** Filters × (taps + 1) × columns; made when gradients are wanted. */
    private double[] sums;

    PlainConvolution(Planes image, Planes kernel) {
        super(image, kernel);
    }

    @Override
    public void into(double[] z, int offset) {
        for (int filter = 0; filter < output.count(); filter++) {
            for (int row = 0; row < output.height(); row++) {
                row(filter, row, z, offset + filter * output.area() + row * output.width());
            }
        }
    }

    private void row(int filter, int row, double[] z, int to) {
        Arrays.fill(z, to, to + output.width(), start[filter]);
        for (int tap = 0; tap < taps; tap++) {
            double weight = kernel[filter * taps + tap];
            int from = xStart + shifts[tap] + row * image.width();
            for (int column = 0; column < output.width(); column++) {
                z[to + column] = Math.fma(weight, x[from + column], z[to + column]);
            }
        }
    }

    @Override
    public void clearGradients() {
        if (sums == null) {
            sums = new double[output.count() * (taps + 1) * output.width()];
        }
        Arrays.fill(sums, 0);
    }

    @Override
    public void addGradients(double[] delta, int offset) {
        for (int filter = 0; filter < output.count(); filter++) {
            for (int row = 0; row < output.height(); row++) {
                addRow(filter, row, delta, offset + filter * output.area() + row * output.width());
            }
        }
    }

    private void addRow(int filter, int row, double[] delta, int at) {
        int to = filter * (taps + 1) * output.width();
        for (int tap = 0; tap < taps; tap++) {
            int from = xStart + shifts[tap] + row * image.width();
            for (int column = 0; column < output.width(); column++) {
                sums[to + column] = Math.fma(delta[at + column], x[from + column], sums[to + column]);
            }
            to += output.width();
        }
        for (int column = 0; column < output.width(); column++) {
            sums[to + column] += delta[at + column];
        }
    }

    @Override
    double sumOfColumns(int filter, int tap) {
        int from = (filter * (taps + 1) + tap) * output.width();
        double sum = 0;
        for (int column = 0; column < output.width(); column++) {
            sum += sums[from + column];
        }
        return sum;
    }
}
