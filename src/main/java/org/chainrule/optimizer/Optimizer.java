package org.chainrule.optimizer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chainrule.math.TwoThreads;
import org.chainrule.schedule.Schedule;

/**
 * The rule that turns gradients into changes of the parameters.
 *
 * <p>An optimizer is a description that never changes. What it remembers from step to step is an {@link OptimizerState}.
 */
public sealed interface Optimizer
        permits GradientDescent,
                Momentum,
                Nesterov,
                AdaGrad,
                RmsProp,
                AdaDelta,
                Adam,
                AdaMax,
                Nadam,
                AmsGrad,
                AdamW,
                Ftrl,
                ProximalGradientDescent,
                ProximalAdaGrad,
                AdaGradDualAveraging {
    /** What a learning rate of 0 calls for saying. */
    String STANDSTILL =
            "the learning rate is 0, so nothing can change; if you wrote 1/2, in Java that is 0: write 0.5.";

    /**
     * The field's name of the rule.
     *
     * @return such as {@code gradient descent}
     */
    String name();

    /**
     * The learning rate as a function of the step.
     *
     * @return a constant unless a schedule was given
     */
    Schedule rate();

    /**
     * What the rule remembers of each parameter.
     *
     * @return names and initial values, in the order in which {@link #apply} finds them; empty for plain gradient descent
     */
    default List<Slot> slots() {
        return List.of();
    }

    /**
     * What a step changes once for all parameters, before {@link #apply}. Most rules have no such thing.
     *
     * @param state as it was before this step; its vectors are changed in place
     */
    default void begin(WorkingState state) {}

    /**
     * The rule itself: changes the parameters {@code from} to {@code to}, exclusive, each from its own old value, gradient and
     * memory only. It allocates nothing.
     *
     * @param parameters changed in place
     * @param gradients of the same length
     * @param from the first index
     * @param to the index after the last
     * @param state as {@link #begin} left it; its vectors are changed in place
     */
    void apply(double[] parameters, double[] gradients, int from, int to, WorkingState state);

    /**
     * One step: the rule for all parameters, and the state counts it.
     *
     * @param parameters changed in place
     * @param gradients of the same length
     * @param state changed in place
     */
    default void step(double[] parameters, double[] gradients, WorkingState state) {
        begin(state);
        apply(parameters, gradients, 0, parameters.length, state);
        state.advance();
    }

    /**
     * The same step, half of the parameters on each of two threads.
     *
     * @param parameters changed in place
     * @param gradients of the same length
     * @param state changed in place
     * @param threads what the halves run on
     */
    default void step(double[] parameters, double[] gradients, WorkingState state, TwoThreads threads) {
        int size = parameters.length;
        begin(state);
        threads.run(half -> apply(parameters, gradients, half.from(size), half.to(size), state));
        state.advance();
    }

    /**
     * The state before the first step.
     *
     * @param parameters how many there are
     * @return a state of 0 steps
     */
    default OptimizerState initialState(int parameters) {
        return OptimizerState.initial(slots(), parameters);
    }

    /**
     * What a step left in the memory of one parameter, by the letters of the field; with what the rule makes of it, such
     * as the corrected m̂ and v̂ of Adam.
     *
     * @param state after the step
     * @param parameter its index
     * @return in the order of the computation
     */
    default Map<String, Double> moments(OptimizerState state, int parameter) {
        Map<String, Double> moments = new LinkedHashMap<>();
        for (Slot slot : slots()) {
            if (!slot.scalar()) {
                moments.put(slot.name(), state.at(slot.name(), parameter));
            }
        }
        return moments;
    }

    /**
     * What a step multiplied the gradient (or its average) of one parameter by.
     *
     * @param before the state before the step
     * @param after the state after it
     * @param parameter its index
     * @return the learning rate, divided by what the rule divides it by
     */
    default double effectiveRate(OptimizerState before, OptimizerState after, int parameter) {
        return before.nextRate(rate());
    }

    /**
     * The rule as formulas of one parameter, in the order of the computation; the last one gives its new value.
     *
     * @param symbols the quantities of one step, with their numbers
     * @return one formula for a rule that remembers nothing, else one for each thing that it computes
     */
    List<StepFormula> formulas(StepSymbols symbols);

    /**
     * The size of the first step.
     *
     * @return the learning rate at step 0
     */
    default double learningRate() {
        return rate().at(0);
    }
}
