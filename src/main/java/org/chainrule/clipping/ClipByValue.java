package org.chainrule.clipping;

import org.chainrule.formula.Numbers;
import org.chainrule.parameter.ParameterLayout;

/**
 * Clips each gradient by itself: g ← max(−limit, min(limit, g)). This may turn the direction. NaN stays NaN.
 *
 * @param limit above 0
 */
public record ClipByValue(double limit) implements Clipping {
    public ClipByValue {
        Norm.checkLimit("clipByValue", limit);
    }

    @Override
    public void clip(double[] gradients, ParameterLayout layout) {
        for (int i = 0; i < gradients.length; i++) {
            gradients[i] = Math.max(-limit, Math.min(limit, gradients[i]));
        }
    }

    @Override
    public String toString() {
        return "clipByValue(" + Numbers.given(limit) + ")";
    }
}
