package org.chainrule.clipping;

import org.chainrule.formula.Numbers;
import org.chainrule.parameter.ParameterBlock;
import org.chainrule.parameter.ParameterLayout;

/**
 * Clips the norm of each block: G ← G · limit / max(‖G‖, limit). The direction within a block stays.
 *
 * @param limit above 0
 * @param isPerUnit whether each row of a block, the incoming weights of one unit, has a norm of its own
 */
public record ClipByNorm(double limit, boolean isPerUnit) implements Clipping {
    public ClipByNorm {
        Norm.checkLimit("clipByNorm", limit);
    }

    /**
     * Clips the weights of each unit by themselves.
     *
     * @return a new clipping
     */
    public ClipByNorm perUnit() {
        return new ClipByNorm(limit, true);
    }

    @Override
    public void clip(double[] gradients, ParameterLayout layout) {
        for (ParameterBlock block : layout.blocks()) {
            int length = isPerUnit ? block.columns() : block.size();
            for (int from = block.offset(); from < block.end(); from += length) {
                double norm = Norm.of(gradients, from, from + length);
                Norm.scale(gradients, from, from + length, norm, limit);
            }
        }
    }

    @Override
    public String toString() {
        return "clipByNorm(" + Numbers.given(limit) + ")" + (isPerUnit ? ".perUnit()" : "");
    }
}
