package org.chainrule.regularizer;

import org.chainrule.parameter.ParameterLayout;

/** No penalty, and no pass over the blocks to find that out. */
record NoRegularizer() implements Regularizer {
    @Override
    public double penalty(double[] parameters, ParameterLayout layout) {
        return 0;
    }

    @Override
    public void addGradient(double[] parameters, double[] gradients, ParameterLayout layout) {}

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
