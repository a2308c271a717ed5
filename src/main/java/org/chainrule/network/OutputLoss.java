package org.chainrule.network;

import org.chainrule.layer.LayerBuffers;

/**
 * The loss behind the last layer, and δ of that layer: by the common rule of loss and activation where they have one, else by one after
 * the other.
 */
final class OutputLoss {
    private final Network network;
    private final LayerBuffers last;

    OutputLoss(Network network, LayerBuffers last) {
        this.network = network;
        this.last = last;
    }

    /** C of the batch that went forward. */
    double value(double[] target) {
        return fuses()
                ? network.loss().fusedValue(last.preActivation(), last.output(), target, predictions())
                : network.loss().value(last.output(), target, predictions());
    }

    /** δ of the last layer. */
    void delta(double[] target, double[] parameters) {
        if (fuses()) {
            network.loss().fusedDelta(last.output(), target, predictions(), last.delta());
        } else {
            gradient(target);
            network.outputLayer().delta(parameters, last);
        }
    }

    /** After {@link #delta}: dC/dYp also where that left it out, because there is a common rule. */
    void completeGradient(double[] target) {
        if (fuses()) {
            gradient(target);
        }
    }

    private void gradient(double[] target) {
        network.loss().gradient(last.output(), target, predictions(), last.outputGradient());
    }

    /** How many rows the loss is taken over: each step of a sequence that goes out is one. */
    private int predictions() {
        return last.samples() * network.outputSteps();
    }

    private boolean fuses() {
        return network.loss().fusesWith(network.outputLayer().activation());
    }
}
