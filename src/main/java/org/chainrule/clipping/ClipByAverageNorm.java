package org.chainrule.clipping;

import org.chainrule.formula.Numbers;
import org.chainrule.parameter.ParameterBlock;
import org.chainrule.parameter.ParameterLayout;

/**
 * Clips the average norm of each block, the norm divided by the number of its elements n: G ← G · limit / max(‖G‖/n, limit).
 *
 * @param limit above 0
 */
public record ClipByAverageNorm(double limit) implements Clipping {
    public ClipByAverageNorm {
        Norm.checkLimit("clipByAverageNorm", limit);
    }

    @Override
    public void clip(double[] gradients, ParameterLayout layout) {
        for (ParameterBlock block : layout.blocks()) {
            double average = Norm.of(gradients, block.offset(), block.end()) / block.size();
            Norm.scale(gradients, block.offset(), block.end(), average, limit);
        }
    }

    @Override
    public String toString() {
        return "clipByAverageNorm(" + Numbers.given(limit) + ")";
    }
}
