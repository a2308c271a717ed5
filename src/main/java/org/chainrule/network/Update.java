package org.chainrule.network;

import static org.chainrule.formula.Given.given;

import java.util.ArrayList;
import java.util.List;
import org.chainrule.optimizer.Ledger;
import org.chainrule.optimizer.Optimizer;
import org.chainrule.optimizer.OptimizerState;
import org.chainrule.optimizer.Step;
import org.chainrule.parameter.ParameterLayout;
import org.chainrule.parameter.ParameterValues;

/**
 * One step of an optimizer: old value, gradient, change and new value of every parameter. Frozen parameters stay.
 *
 * <p>Example: {@code net.forward(1, 2).deltas(y(3)).update(sgd(0.5)).newValue("w5")} is 0.468667709773.
 *
 * @param adjusted the gradients it started from
 * @param step the rule, and its state before and after
 * @param network the next network
 */
public record Update(AdjustedDeltas adjusted, Step step, Network network) {
    static Update of(AdjustedDeltas adjusted, Optimizer optimizer, OptimizerState state) {
        Network network = adjusted.deltas().network();
        Adjustments.Applied adjustments = adjusted.adjustments().to(network);
        given("update()", state, "the state of the step before: step.state()");
        double[] before = adjusted.parameters();
        double[] gradients = adjusted.deltas().gradients().toArray();
        adjustments.before(before, gradients);
        Step step = Step.take(optimizer, state, before, gradients);
        double[] values = step.newValues();
        adjustments.after(values);
        NumberCheck.update(network, values);
        return new Update(adjusted, step, network.with(values));
    }

    /**
     * The backward pass it started from.
     *
     * @return with the gradients of the loss
     */
    public Deltas deltas() {
        return adjusted.deltas();
    }

    /**
     * What the optimizer got: {@link #gradient}, with that of a penalty and clipped if that was asked for; 0 for frozen parameters.
     *
     * @return one gradient per parameter
     */
    public ParameterValues gradients() {
        return new ParameterValues(network.parameters().layout(), step.gradients());
    }

    /**
     * How the gradients of the loss were adjusted, in words.
     *
     * @return such as {@code with l2(0.01), clipByNorm(1)}; empty if they were not
     */
    public String adjustments() {
        return adjusted.words();
    }

    /**
     * The rule.
     *
     * @return the optimizer
     */
    public Optimizer optimizer() {
        return step.optimizer();
    }

    /**
     * What the optimizer remembers after this step, for the next one: {@code deltas.update(adam(0.1), step.state())}.
     *
     * @return its count of steps and its vectors
     */
    public OptimizerState state() {
        return step.state();
    }

    /**
     * The learning rate of this step.
     *
     * @return α, as the schedule gave it
     */
    public double learningRate() {
        return step.learningRate();
    }

    /**
     * The books of this step, without the frozen parameters.
     *
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(identity()).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(halfSquaredError());
     * net.forward(2).deltas(y(3)).update(adam(0.1)).ledger(); // g, m, v, m̂, v̂, effective rate and Δw of each parameter
     * }</pre>
     *
     * @return g, the moments, the effective rate and Δw of each parameter in reading order
     */
    public Ledger ledger() {
        ParameterLayout layout = network.parameters().layout();
        return new Ledger(layout.readingOrder().stream()
                .filter(index -> !layout.isFrozen(index))
                .map(index -> step.entry(layout.name(index), index))
                .toList());
    }

    /**
     * The value of a parameter before the step.
     *
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(identity()).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(halfSquaredError());
     * net.forward(2).deltas(y(3)).update(sgd(0.1)).oldValue("w"); // 0.5
     * }</pre>
     *
     * @param parameter such as {@code w5}
     * @return its old value
     */
    public double oldValue(String parameter) {
        return deltas().network().parameters().at(parameter);
    }

    /**
     * The gradient of the loss with respect to a parameter, before the step.
     *
     * @param parameter such as {@code w5}
     * @return dC/dw5
     */
    public double gradient(String parameter) {
        return deltas().gradient(parameter);
    }

    /**
     * What the step added to a parameter.
     *
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(identity()).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(halfSquaredError());
     * net.forward(2).deltas(y(3)).update(sgd(0.1)).change("w"); // 0.4
     * }</pre>
     *
     * @param parameter such as {@code w5}
     * @return new − old
     */
    public double change(String parameter) {
        return newValue(parameter) - oldValue(parameter);
    }

    /**
     * The value of a parameter after the step.
     *
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(identity()).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(halfSquaredError());
     * net.forward(2).deltas(y(3)).update(sgd(0.1)).newValue("w"); // 0.9
     * }</pre>
     *
     * @param parameter such as {@code w5}
     * @return its new value
     */
    public double newValue(String parameter) {
        return network.parameters().at(parameter);
    }

    /**
     * What the step added to each parameter.
     *
     * @return new − old
     */
    public ParameterValues changes() {
        ParameterValues before = deltas().network().parameters();
        ParameterLayout layout = before.layout();
        double[] changes = network.parameters().toArray();
        for (int i = 0; i < changes.length; i++) {
            changes[i] -= before.at(i);
        }
        return new ParameterValues(layout, changes);
    }

    /**
     * What the numbers call for saying: targets out of reach, a learning rate of 0.
     *
     * @return one sentence each, often none
     */
    public List<String> notes() {
        List<String> notes = new ArrayList<>(deltas().notes());
        if (learningRate() == 0) {
            notes.add(Optimizer.STANDSTILL);
        }
        return notes;
    }

    /** The rule and the new values: {@code Update sgd(0.5): w1 0.110837, …}. */
    @Override
    public String toString() {
        String with = adjustments().isEmpty() ? "" : " " + adjustments();
        return "Update " + optimizer() + with + ": " + network.parameters();
    }
}
