package org.chainrule.layer;

import org.chainrule.parameter.ParameterBlock;

/**
 * A step of plain gradient descent, w ← w − α · dC/dw, which layers take themselves while they compute their gradients, with the same bits as
 * one after the other. A large layer can then do without writing its gradients down.
 */
public final class DescentStep {
    private final double[] parameters;
    private final double[] gradients;
    private double rate;

    /**
     * Steps on the arrays of a network.
     *
     * @param parameters changed in place
     * @param gradients room for those of all parameters; what it holds after a step is not defined
     */
    public DescentStep(double[] parameters, double[] gradients) {
        this.parameters = parameters;
        this.gradients = gradients;
    }

    /**
     * Begins a step.
     *
     * @param learningRate α
     */
    public void begin(double learningRate) {
        rate = learningRate;
    }

    /**
     * Takes the step for parameters the gradients of which are written down.
     *
     * @param block one of the network's
     */
    public void apply(ParameterBlock block) {
        for (int i = block.offset(); i < block.end(); i++) {
            parameters[i] -= rate * gradients[i];
        }
    }

    double[] parameters() {
        return parameters;
    }

    double[] gradients() {
        return gradients;
    }

    double rate() {
        return rate;
    }
}
