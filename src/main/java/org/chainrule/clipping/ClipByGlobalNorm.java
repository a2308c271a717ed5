package org.chainrule.clipping;

import org.chainrule.formula.Numbers;
import org.chainrule.parameter.ParameterLayout;

/**
 * Clips the norm of all gradients together: g ← g · limit / max(‖g‖, limit). The direction of the whole step stays.
 *
 * <p>Source: Pascanu, Mikolov and Bengio (2013).
 *
 * @param limit above 0
 */
public record ClipByGlobalNorm(double limit) implements Clipping {
    public ClipByGlobalNorm {
        Norm.checkLimit("clipByGlobalNorm", limit);
    }

    @Override
    public void clip(double[] gradients, ParameterLayout layout) {
        double norm = Norm.of(gradients, 0, gradients.length);
        Norm.scale(gradients, 0, gradients.length, norm, limit);
    }

    @Override
    public String toString() {
        return "clipByGlobalNorm(" + Numbers.given(limit) + ")";
    }
}
