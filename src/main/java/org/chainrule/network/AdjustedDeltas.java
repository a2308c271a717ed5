package org.chainrule.network;

import org.chainrule.clipping.Clipping;
import org.chainrule.formula.Numbers;
import org.chainrule.optimizer.Optimizer;
import org.chainrule.optimizer.OptimizerState;
import org.chainrule.parameter.ParameterValues;
import org.chainrule.regularizer.Regularizer;

/**
 * Gradients as a training gives them to its optimizer: with those of a penalty, then clipped.
 *
 * <p>Example: {@code deltas.regularizer(l2(0.01)).clip(clipByNorm(1)).update(sgd(0.5))}.
 *
 * @param deltas the backward pass they come from
 * @param adjustments what becomes of its gradients
 */
public record AdjustedDeltas(Deltas deltas, Adjustments adjustments) {
    /**
     * With another penalty.
     *
     * @param penalty such as {@code l2(0.01)}
     * @return new adjusted gradients
     */
    public AdjustedDeltas regularizer(Regularizer penalty) {
        return new AdjustedDeltas(deltas, adjustments.with(penalty));
    }

    /**
     * With another clipping, of the gradients together with those of the penalty.
     *
     * @param clipping such as {@code clipByNorm(1)}
     * @return new adjusted gradients
     */
    public AdjustedDeltas clip(Clipping clipping) {
        return new AdjustedDeltas(deltas, adjustments.with(clipping));
    }

    /**
     * What the optimizer gets; 0 for frozen parameters.
     *
     * @return one gradient per parameter
     */
    public ParameterValues gradients() {
        double[] gradients = deltas.gradients().toArray();
        adjustments.to(deltas.network()).before(parameters(), gradients);
        return new ParameterValues(deltas.gradients().layout(), gradients);
    }

    /**
     * What the regularizer adds to the loss.
     *
     * @return at least 0
     */
    public double penalty() {
        return adjustments.regularizer().penalty(deltas.network().parameters());
    }

    /**
     * What training makes small.
     *
     * @return the loss of the data and the penalty
     */
    public double loss() {
        return deltas.loss() + penalty();
    }

    /**
     * One step of an optimizer: every parameter changes at once, each from the old values.
     *
     * @param optimizer as {@code sgd(0.5)}
     * @return old, gradient, change and new of every parameter, and the next network
     * @throws IllegalArgumentException if there is no optimizer
     */
    public Update update(Optimizer optimizer) {
        Deltas.requireOptimizer(optimizer);
        return update(optimizer, optimizer.initialState(deltas.gradients().size()));
    }

    /**
     * The next step of an optimizer that remembers: with the state of the step before.
     *
     * @param optimizer as {@code adam(0.1)}
     * @param state as {@code step.state()}
     * @return old, gradient, change and new of every parameter, the next state and the next network
     * @throws IllegalArgumentException if the state belongs to another optimizer or another network
     */
    public Update update(Optimizer optimizer, OptimizerState state) {
        Deltas.requireOptimizer(optimizer);
        return Update.of(this, optimizer, state);
    }

    /** The parameters that the pass was made with. */
    double[] parameters() {
        return deltas.forward().trace().parameters().toArray();
    }

    /** The rules in words: {@code with l2(0.01), clipByNorm(1)}; empty without any. */
    String words() {
        String penalty = adjustments.isRegularized() ? adjustments.regularizer().toString() : "";
        String clipping = adjustments.clipping() == Clipping.NONE
                ? ""
                : adjustments.clipping().toString();
        String both = penalty + (penalty.isEmpty() || clipping.isEmpty() ? "" : ", ") + clipping;
        return both.isEmpty() ? "" : "with " + both;
    }

    /** The loss in its parts and the gradients. */
    @Override
    public String toString() {
        return "AdjustedDeltas " + words() + ": loss " + Numbers.computed(loss()) + " = data "
                + Numbers.computed(deltas.loss()) + " + penalty " + Numbers.computed(penalty()) + ", gradients "
                + gradients();
    }
}
