package org.chainrule.regularizer;

import org.chainrule.formula.Numbers;
import org.chainrule.parameter.ParameterBlock;
import org.chainrule.parameter.ParameterBlock.Kind;
import org.chainrule.parameter.ParameterLayout;

/**
 * The max-norm constraint: after each step the incoming weights of a unit are scaled back to a norm of at most the limit.
 *
 * <p>It is no penalty: w ← w · limit / max(‖w‖, limit). Biases stay.
 *
 * <p>Source: Srebro and Shraibman (2005); Srivastava et al., "Dropout" (2014).
 *
 * @param limit above 0, {@link Double#POSITIVE_INFINITY} for none
 */
public record MaxNorm(double limit) {
    /** No constraint. */
    public static final MaxNorm NONE = new MaxNorm(Double.POSITIVE_INFINITY);

    public MaxNorm {
        if (!(limit > 0)) {
            throw new IllegalArgumentException("maxNorm() got " + limit + ", but it needs a limit above 0.");
        }
    }

    /**
     * Scales back the weights of every unit whose norm is too large.
     *
     * @param parameters changed in place
     * @param layout which of them are the weights of a unit
     */
    public void apply(double[] parameters, ParameterLayout layout) {
        if (limit == Double.POSITIVE_INFINITY) {
            return;
        }
        for (ParameterBlock block : layout.blocks()) {
            for (int from = block.offset();
                    block.kind() == Kind.WEIGHTS && from < block.end();
                    from += block.columns()) {
                scale(parameters, from, from + block.columns());
            }
        }
    }

    private void scale(double[] parameters, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += parameters[i] * parameters[i];
        }
        double factor = limit / Math.sqrt(sum);
        for (int i = from; factor < 1 && i < to; i++) {
            parameters[i] *= factor;
        }
    }

    @Override
    public String toString() {
        return "maxNorm(" + Numbers.given(limit) + ")";
    }
}
