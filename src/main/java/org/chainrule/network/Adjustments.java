package org.chainrule.network;

import org.chainrule.clipping.Clipping;
import org.chainrule.parameter.ParameterLayout;
import org.chainrule.regularizer.MaxNorm;
import org.chainrule.regularizer.Regularizer;

/**
 * What happens to gradients before a step of the optimizer and to parameters after it.
 *
 * @param regularizer the penalty whose gradient joins that of the data
 * @param clipping of both together
 * @param constraint on the weights after the step
 */
public record Adjustments(Regularizer regularizer, Clipping clipping, MaxNorm constraint) {
    /** Gradients and parameters stay as they are. */
    public static final Adjustments NONE = new Adjustments(Regularizer.NONE, Clipping.NONE, MaxNorm.NONE);

    public Adjustments {
        require(regularizer, "regularizer", "l2(0.01)");
        require(clipping, "clip", "clipByNorm(1)");
        require(constraint, "constraint", "maxNorm(3)");
    }

    private static void require(Object rule, String call, String example) {
        if (rule == null) {
            throw new IllegalArgumentException(call + "() got null, but it needs a rule such as " + example + ".");
        }
    }

    /**
     * With another penalty.
     *
     * @param penalty such as {@code l2(0.01)}
     * @return new adjustments
     */
    public Adjustments with(Regularizer penalty) {
        return new Adjustments(penalty, clipping, constraint);
    }

    /**
     * With another clipping.
     *
     * @param clip such as {@code clipByNorm(1)}
     * @return new adjustments
     */
    public Adjustments with(Clipping clip) {
        return new Adjustments(regularizer, clip, constraint);
    }

    /**
     * With another constraint.
     *
     * @param limit such as {@code maxNorm(3)}
     * @return new adjustments
     */
    public Adjustments with(MaxNorm limit) {
        return new Adjustments(regularizer, clipping, limit);
    }

    /**
     * Whether a penalty joins the loss.
     *
     * @return false without a regularizer
     */
    public boolean isRegularized() {
        return regularizer != Regularizer.NONE;
    }

    /**
     * These adjustments for the parameters of one network.
     *
     * @param network which parameters are weights, and which are frozen
     * @return a helper for one loop of updates, which remembers the frozen values between before and after
     */
    public Applied to(Network network) {
        return new Applied(this, network.parameters().layout(), Frozen.of(network));
    }

    /** For one network, the frozen parameters of which take no part. */
    public static final class Applied {
        private final Adjustments rules;
        private final ParameterLayout layout;
        private final Frozen frozen;

        private Applied(Adjustments rules, ParameterLayout layout, Frozen frozen) {
            this.rules = rules;
            this.layout = layout;
            this.frozen = frozen;
        }

        /**
         * Whether there is anything to do at all.
         *
         * @return true without rules and frozen parameters: a step is the optimizer's alone
         */
        public boolean isIdle() {
            return rules.equals(NONE) && frozen.isEmpty();
        }

        /**
         * What the regularizer adds to the loss.
         *
         * @param parameters of the network
         * @return at least 0
         */
        public double penalty(double[] parameters) {
            return rules.regularizer.penalty(parameters, layout);
        }

        /**
         * Adds the gradient of the penalty, then clips.
         *
         * @param parameters before the step
         * @param gradients of the data; changed in place
         */
        public void before(double[] parameters, double[] gradients) {
            frozen.keep(parameters);
            rules.regularizer.addGradient(parameters, gradients, layout);
            frozen.clear(gradients);
            rules.clipping.clip(gradients, layout);
        }

        /**
         * Holds the weights within their limit and puts the frozen parameters back.
         *
         * @param parameters after the step; changed in place
         */
        public void after(double[] parameters) {
            rules.constraint.apply(parameters, layout);
            frozen.restore(parameters);
        }
    }
}
