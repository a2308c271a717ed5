package org.chainrule.training;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.chainrule.clipping.Clipping;
import org.chainrule.math.Matrix;
import org.chainrule.network.Input;
import org.chainrule.network.Network;
import org.chainrule.network.Target;
import org.chainrule.optimizer.Optimizer;
import org.chainrule.optimizer.OptimizerState;
import org.chainrule.regularizer.MaxNorm;
import org.chainrule.regularizer.Regularizer;

/**
 * A training as it is described: {@code training(net).sample(x(1, 2), y(3)).optimizer(sgd(0.5)).epochs(1000).run()}.
 *
 * <p>Immutable: every call gives a new description, and running one twice gives the same result. One epoch is one update
 * from all samples together (batch gradient descent).
 */
public final class Training {
    private final Network network;
    private final List<double[]> inputs;
    private final List<double[]> targets;
    private final Plan plan;

    private Training(Network network, List<double[]> inputs, List<double[]> targets, Plan plan) {
        this.network = network;
        this.inputs = List.copyOf(inputs);
        this.targets = List.copyOf(targets);
        this.plan = plan;
    }

    /** How to train; a state of null is that of a fresh optimizer. */
    private record Plan(
            Optimizer optimizer,
            OptimizerState state,
            int epochs,
            Set<Recording> recordings,
            Adjustments adjustments) {}

    /**
     * The start of a description.
     *
     * @param network where training starts; it stays as it is
     * @return a training without samples, optimizer or epochs
     */
    public static Training of(Network network) {
        return new Training(network, List.of(), List.of(), new Plan(null, null, 0, Set.of(), Adjustments.NONE));
    }

    /**
     * Adds a sample.
     *
     * @param input as {@code x(1, 2)}
     * @param target as {@code y(3)}
     * @return a new description
     * @throws IllegalArgumentException if the sample does not fit the network
     */
    public Training sample(Input input, Target target) {
        network.forward(input).loss(target);
        return samples(new double[][] {input.values()}, new double[][] {target.values()});
    }

    /**
     * Adds samples.
     *
     * @param inputRows one row per sample
     * @param targetRows one row per sample
     * @return a new description
     * @throws IllegalArgumentException if the samples do not fit the network
     */
    public Training samples(double[][] inputRows, double[][] targetRows) {
        network.forward(inputRows).loss(targetRows);
        List<double[]> moreInputs = new ArrayList<>(inputs);
        List<double[]> moreTargets = new ArrayList<>(targets);
        for (int i = 0; i < inputRows.length; i++) {
            moreInputs.add(inputRows[i].clone());
            moreTargets.add(targetRows[i].clone());
        }
        return new Training(network, moreInputs, moreTargets, plan);
    }

    /**
     * Names the rule of the updates.
     *
     * @param rule such as {@code sgd(0.5)}
     * @return a new description
     */
    public Training optimizer(Optimizer rule) {
        return with(new Plan(rule, plan.state, plan.epochs, plan.recordings, plan.adjustments));
    }

    /**
     * Starts with what the optimizer remembered at the end of another training.
     *
     * @param remembered as {@code run.state()}
     * @return a new description
     */
    public Training state(OptimizerState remembered) {
        return with(new Plan(plan.optimizer, remembered, plan.epochs, plan.recordings, plan.adjustments));
    }

    /**
     * Adds a penalty on large weights to the loss; the history shows data and penalty apart.
     *
     * @param penalty such as {@code l2(0.01)}
     * @return a new description
     */
    public Training regularizer(Regularizer penalty) {
        return with(plan.adjustments.with(penalty));
    }

    /**
     * Clips the gradients of each step, those of a penalty included.
     *
     * @param clipping such as {@code clipByNorm(1.0)}
     * @return a new description
     */
    public Training clip(Clipping clipping) {
        return with(plan.adjustments.with(clipping));
    }

    /**
     * Holds the weights of each unit within a norm.
     *
     * @param limit such as {@code maxNorm(3)}
     * @return a new description
     */
    public Training constraint(MaxNorm limit) {
        return with(plan.adjustments.with(limit));
    }

    /**
     * Says how often to go through all samples.
     *
     * @param count at least 0
     * @return a new description
     */
    public Training epochs(int count) {
        if (count < 0) {
            throw new IllegalArgumentException("epochs() got " + count + ", but it needs a count of at least 0.");
        }
        return with(new Plan(plan.optimizer, plan.state, count, plan.recordings, plan.adjustments));
    }

    /**
     * Asks the history to keep more than the loss.
     *
     * @param what {@code parameters()}, {@code intermediates()} or both
     * @return a new description
     */
    public Training record(Recording... what) {
        Set<Recording> more = EnumSet.noneOf(Recording.class);
        more.addAll(plan.recordings);
        more.addAll(List.of(what));
        return with(new Plan(plan.optimizer, plan.state, plan.epochs, Set.copyOf(more), plan.adjustments));
    }

    /**
     * Trains.
     *
     * @return the final network and the history
     * @throws IllegalArgumentException if samples, optimizer or epochs are missing
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    public TrainingRun run() {
        require(!inputs.isEmpty(), "samples", ".sample(x(1, 2), y(3))");
        require(plan.optimizer != null, "an optimizer", ".optimizer(sgd(0.5))");
        require(plan.epochs > 0, "epochs", ".epochs(1000)");
        return new TrainingLoop(this).run();
    }

    private static void require(boolean given, String what, String call) {
        if (!given) {
            throw new IllegalArgumentException("run() got no " + what.replaceFirst("^an? ", "")
                    + ", but training needs " + what + ": add " + call + " before .run().");
        }
    }

    private Training with(Adjustments changed) {
        return with(new Plan(plan.optimizer, plan.state, plan.epochs, plan.recordings, changed));
    }

    private Training with(Plan changed) {
        return new Training(network, inputs, targets, changed);
    }

    /**
     * Where training starts.
     *
     * @return the initial network
     */
    public Network network() {
        return network;
    }

    /**
     * The inputs of all samples.
     *
     * @return samples × inputs
     */
    public Matrix inputs() {
        return Matrix.of(inputs.toArray(double[][]::new));
    }

    /**
     * The targets of all samples.
     *
     * @return samples × outputs
     */
    public Matrix targets() {
        return Matrix.of(targets.toArray(double[][]::new));
    }

    /**
     * The rule of the updates.
     *
     * @return null until it is named
     */
    public Optimizer optimizer() {
        return plan.optimizer;
    }

    /** The state given, or that of a fresh optimizer. */
    OptimizerState startState() {
        return plan.state != null
                ? plan.state
                : plan.optimizer.initialState(network.parameters().size());
    }

    /** What happens before and after each step of the optimizer. */
    Adjustments adjustments() {
        return plan.adjustments;
    }

    /**
     * Whether a penalty joins the loss.
     *
     * @return false without a regularizer
     */
    public boolean isRegularized() {
        return plan.adjustments.regularizer() != Regularizer.NONE;
    }

    /**
     * How many epochs are asked for.
     *
     * @return the count
     */
    public int epochs() {
        return plan.epochs;
    }

    /**
     * Whether the history is to keep something.
     *
     * @param what parameters or intermediates
     * @return true if it was asked for
     */
    public boolean records(Recording what) {
        return plan.recordings.contains(what);
    }

    /** The description in one line. */
    @Override
    public String toString() {
        return "Training of " + inputs.size() + " samples, " + plan.epochs + " epochs, optimizer " + plan.optimizer;
    }
}
