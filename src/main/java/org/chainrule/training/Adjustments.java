package org.chainrule.training;

import org.chainrule.clipping.Clipping;
import org.chainrule.network.Frozen;
import org.chainrule.network.Network;
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
record Adjustments(Regularizer regularizer, Clipping clipping, MaxNorm constraint) {
    static final Adjustments NONE = new Adjustments(Regularizer.NONE, Clipping.NONE, MaxNorm.NONE);

    Adjustments with(Regularizer penalty) {
        return new Adjustments(penalty, clipping, constraint);
    }

    Adjustments with(Clipping clip) {
        return new Adjustments(regularizer, clip, constraint);
    }

    Adjustments with(MaxNorm limit) {
        return new Adjustments(regularizer, clipping, limit);
    }

    /** These adjustments for the parameters of one network. */
    Applied to(Network network) {
        return new Applied(this, network.parameters().layout(), Frozen.of(network));
    }

    /** For one network, the frozen parameters of which take no part. */
    record Applied(Adjustments rules, ParameterLayout layout, Frozen frozen) {
        double penalty(double[] parameters) {
            return rules.regularizer.penalty(parameters, layout);
        }

        void before(double[] parameters, double[] gradients) {
            frozen.keep(parameters);
            rules.regularizer.addGradient(parameters, gradients, layout);
            frozen.clear(gradients);
            rules.clipping.clip(gradients, layout);
        }

        void after(double[] parameters) {
            rules.constraint.apply(parameters, layout);
            frozen.restore(parameters);
        }
    }
}
