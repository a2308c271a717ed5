package org.chainrule.network;

import java.util.ArrayList;
import java.util.List;
import org.chainrule.layer.Layer;
import org.chainrule.layer.LayerBuffers;

/**
 * The engine: one batch through all layers forward and backward, on arrays that are reused.
 *
 * <p>The records {@link Forward} and {@link Deltas} copy what it leaves in its buffers, and the training loop runs it
 * again and again: the explained numbers are the trained numbers.
 */
public final class Pass {
    private final Network network;
    private final double[] input;
    private final double[] parameters;
    private final double[] gradients;
    private final List<LayerBuffers> buffers = new ArrayList<>();

    /**
     * Buffers for a network and a batch size, with the network's parameters.
     *
     * @param network the structure and the initial parameters
     * @param samples rows of the batch
     */
    public Pass(Network network, int samples) {
        this.network = network;
        this.input = new double[samples * network.inputs().size()];
        this.parameters = network.parameters().toArray();
        this.gradients = new double[parameters.length];
        double[] previous = input;
        for (Layer layer : network.layers()) {
            LayerBuffers next =
                    new LayerBuffers(samples, previous, layer.units().size());
            buffers.add(next);
            previous = next.output();
        }
    }

    /**
     * Forward through all layers.
     *
     * @param samples the batch, samples × inputs, row-major
     */
    public void forward(double[] samples) {
        System.arraycopy(samples, 0, input, 0, input.length);
        for (int i = 0; i < buffers.size(); i++) {
            network.layers().get(i).forward(parameters, buffers.get(i));
        }
    }

    /**
     * The loss of the batch that went forward.
     *
     * @param target samples × target columns, row-major
     * @return C
     */
    public double loss(double[] target) {
        LayerBuffers last = last();
        return fused()
                ? network.loss().fusedValue(last.preActivation(), target, last.samples())
                : network.loss().value(last.output(), target, last.samples());
    }

    /**
     * Backward through all layers: δ of every unit and the gradient of every parameter.
     *
     * @param target samples × target columns, row-major
     */
    public void backward(double[] target) {
        network.loss().gradient(last().output(), target, last().samples(), last().outputGradient());
        for (int i = buffers.size() - 1; i >= 0; i--) {
            Layer layer = network.layers().get(i);
            if (i == buffers.size() - 1 && fused()) {
                network.loss().fusedDelta(last().output(), target, last().samples(), last().delta());
            } else {
                layer.delta(buffers.get(i));
            }
            layer.gradients(buffers.get(i), gradients);
            if (i > 0) {
                layer.backwardToInput(
                        parameters, buffers.get(i), buffers.get(i - 1).outputGradient());
            }
        }
    }

    private boolean fused() {
        return network.loss().fusesWith(network.outputLayer().activation());
    }

    /**
     * The parameters the pass runs with.
     *
     * @return the array itself; an optimizer steps on it
     */
    public double[] parameters() {
        return parameters;
    }

    /**
     * The gradients of the last {@link #backward}.
     *
     * @return the array itself
     */
    public double[] gradients() {
        return gradients;
    }

    /**
     * The buffers of one layer.
     *
     * @param layer from 0
     * @return its arrays after the last pass
     */
    LayerBuffers buffers(int layer) {
        return buffers.get(layer);
    }

    private LayerBuffers last() {
        return buffers.get(buffers.size() - 1);
    }
}
