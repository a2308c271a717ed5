package org.chainrule.math;

/** The kernels in plain loops, for every JVM. */
final class PlainKernels implements Kernels {
    @Override
    public MatrixProduct product() {
        return new PlainProduct();
    }

    @Override
    public Convolution convolution(Planes image, Planes kernel) {
        return new PlainConvolution(image, kernel);
    }

    @Override
    public MaxPooling maxPooling(Planes image) {
        return new PlainMaxPooling(image);
    }

    @Override
    public void exp(double[] x, double[] result, int from, int to) {
        for (int i = from; i < to; i++) {
            result[i] = Exponentials.exp(x[i]);
        }
    }

    @Override
    public void sigmoid(double[] x, double[] result, int from, int to) {
        for (int i = from; i < to; i++) {
            result[i] = Exponentials.sigmoid(x[i]);
        }
    }

    @Override
    public void tanh(double[] x, double[] result, int from, int to) {
        for (int i = from; i < to; i++) {
            result[i] = Exponentials.tanh(x[i]);
        }
    }

    @Override
    public void relu(double[] x, double[] result, int from, int to) {
        for (int i = from; i < to; i++) {
            result[i] = x[i] <= 0 ? 0 : x[i];
        }
    }

    @Override
    public void reluGradient(double[] x, double[] gradient, double[] result, int from, int to) {
        for (int i = from; i < to; i++) {
            result[i] = x[i] > 0 ? gradient[i] : 0;
        }
    }
}
