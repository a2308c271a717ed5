package org.chainrule.clipping;

import org.chainrule.parameter.ParameterLayout;
import org.chainrule.parameter.ParameterValues;

/**
 * Keeps gradients from being too large, between the backward pass and the optimizer.
 *
 * <p>A norm is that of one block, the weights or the biases of a layer; the global norm is that of all of them.
 */
public sealed interface Clipping permits NoClipping, ClipByValue, ClipByNorm, ClipByAverageNorm, ClipByGlobalNorm {
    /** Leaves the gradients as they are. */
    Clipping NONE = new NoClipping();

    /**
     * Clips.
     *
     * @param gradients changed in place
     * @param layout which gradient belongs to which block
     */
    void clip(double[] gradients, ParameterLayout layout);

    /**
     * Clips a copy: {@code clipByNorm(1).clip(deltas.gradients())}.
     *
     * @param gradients they stay as they are
     * @return the clipped gradients
     */
    default ParameterValues clip(ParameterValues gradients) {
        double[] clipped = gradients.toArray();
        clip(clipped, gradients.layout());
        return new ParameterValues(gradients.layout(), clipped);
    }
}
