package org.chainrule.layer;

import org.chainrule.parameter.Names;

/**
 * Takes an image or a sequence for a plain row of values; the numbers stay as they are.
 *
 * <pre>
 * forward    output_j = x_j          backward   dC/d x_j = dC/d output_j
 * </pre>
 *
 * @param inputShape what comes in
 * @param units the names of the outputs
 */
public record Flatten(Shape inputShape, Names units) implements Layer {
    @Override
    public Shape outputShape() {
        return new Shape.Flat(units.size());
    }

    @Override
    public boolean goesBySample() {
        return true;
    }

    @Override
    public boolean takesSamplesApart() {
        return true;
    }

    @Override
    public LayerBuffers newBuffers(int samples, double[] input) {
        return new LayerBuffers(samples, input, units.size(), false);
    }

    @Override
    public void forward(double[] parameters, LayerBuffers buffers) {
        copy(buffers, buffers.input(), buffers.output());
    }

    @Override
    public void backwardToInput(double[] parameters, LayerBuffers buffers, double[] inputGradient) {
        copy(buffers, buffers.delta(), inputGradient);
    }

    private void copy(LayerBuffers buffers, double[] from, double[] to) {
        int start = buffers.first() * units.size();
        System.arraycopy(from, start, to, start, buffers.end() * units.size() - start);
    }

    @Override
    public String toString() {
        return "flatten " + inputShape + " → " + outputShape();
    }
}
