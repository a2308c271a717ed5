package org.chainrule.regularizer;

/** No penalty. */
record NoRegularizer() implements Regularizer {
    @Override
    public double penalty(double[] parameters, int from, int to) {
        return 0;
    }

    @Override
    public void addGradient(double[] parameters, double[] gradients, int from, int to) {}

    @Override
    public boolean biases() {
        return false;
    }

    @Override
    public Regularizer includingBiases() {
        return this;
    }

    @Override
    public String toString() {
        return "no regularizer";
    }
}
