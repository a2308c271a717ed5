package org.chainrule.training;

import static org.chainrule.formula.Given.all;
import static org.chainrule.formula.Given.given;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.chainrule.clipping.Clipping;
import org.chainrule.data.Dataset;
import org.chainrule.math.Matrix;
import org.chainrule.math.Seed;
import org.chainrule.network.Adjustments;
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
 * <p>Immutable: every call gives a new description, and running one twice gives the same result. Unless {@code batchSize} says
 * otherwise, one epoch is one update from all samples together (batch gradient descent).
 */
public final class Training {
    private final Network network;
    private final Samples samples;
    private final Samples validation;
    private final Plan plan;

    private Training(Network network, Samples samples, Samples validation, Plan plan) {
        this.network = network;
        this.samples = samples;
        this.validation = validation;
        this.plan = plan;
    }

    /**
     * The start of a description.
     *
     * @param network where training starts; it stays as it is
     * @return a training without samples, optimizer or epochs
     * @throws IllegalArgumentException if there is no network
     */
    public static Training of(Network network) {
        if (network == null) {
            throw new IllegalArgumentException("training() got null, but it needs a network: training(net).");
        }
        return new Training(network, Samples.NONE, Samples.NONE, Plan.EMPTY);
    }

    /**
     * Goes on with an earlier training, with samples that are given anew: epochs are counted on, and with the same samples
     * every number is the one of a training that never stopped. {@code run.resume()} takes the samples along.
     *
     * @param network as it was at the end
     * @param checkpoint as {@code run.checkpoint()}, or as a file has it
     * @return a training without samples or epochs
     */
    public static Training resume(Network network, Checkpoint checkpoint) {
        return new Training(network, Samples.NONE, Samples.NONE, Plan.of(checkpoint));
    }

    /** The same description, going on from where a run of it ended. */
    Training resume(TrainingRun run) {
        Plan.Start start =
                new Plan.Start(Optional.of(run.state()), run.checkpoint().history());
        return new Training(run.network(), samples, validation, plan.with(start).withEpochs(0));
    }

    /**
     * Adds a sample.
     *
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(identity()).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(halfSquaredError());
     * training(net).sample(x(2), y(3)).sample(x(4), y(5)).optimizer(sgd(0.05)).epochs(10).run();
     * }</pre>
     *
     * @param input as {@code x(1, 2)}
     * @param target as {@code y(3)}
     * @return a new description
     * @throws IllegalArgumentException if the sample does not fit the network
     */
    public Training sample(Input input, Target target) {
        double[][] inputRow = {Input.required("sample()", input).values()};
        double[][] targetRow = {Target.required("sample()", target).values()};
        return samples("sample()", inputRow, targetRow);
    }

    /**
     * Adds samples.
     *
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(identity()).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(halfSquaredError());
     * training(net).samples(new double[][] {{2}, {4}}, new double[][] {{3}, {5}}).optimizer(sgd(0.05)).epochs(10).run();
     * }</pre>
     *
     * @param inputRows one row per sample
     * @param targetRows one row per sample
     * @return a new description
     * @throws IllegalArgumentException if the samples do not fit the network
     */
    public Training samples(double[][] inputRows, double[][] targetRows) {
        return samples("samples()", inputRows, targetRows);
    }

    private Training samples(String call, double[][] inputRows, double[][] targetRows) {
        return new Training(network, samples.and(call, inputRows, targetRows, network), validation, plan);
    }

    /**
     * Adds all samples of a data set.
     *
     * <pre>{@code
     * var net = network().inputs(4).layer(3).activation(softmax()).init(xavier(seed(1))).loss(categoricalCrossEntropy());
     * training(net).data(iris()).optimizer(adam(0.01)).epochs(2).run();
     * }</pre>
     *
     * @param data its inputs and targets must fit the network
     * @return a new description
     * @throws IllegalArgumentException if the samples do not fit the network
     */
    public Training data(Dataset data) {
        given("data()", data, "a data set such as iris()");
        return samples("data()", data.inputRows(), data.targetRows());
    }

    /**
     * Adds samples that are only looked at: the history gets their loss after each epoch, and stop rules watch it.
     *
     * <pre>{@code
     * var net = network().inputs(4).layer(3).activation(softmax()).init(xavier(seed(1))).loss(categoricalCrossEntropy());
     * var parts = iris().stratifiedSplit(0.8, 0.1, seed(2));
     * var run = training(net).data(parts.training()).validation(parts.validation()).optimizer(adam(0.01)).epochs(2).run();
     * run.history().validationLoss(2);
     * }</pre>
     *
     * @param data its inputs and targets must fit the network
     * @return a new description
     * @throws IllegalArgumentException if the samples do not fit the network
     */
    public Training validation(Dataset data) {
        given("validation()", data, "a data set such as parts.validation()");
        return validation(data.inputRows(), data.targetRows());
    }

    /**
     * Adds samples that are only looked at.
     *
     * @param inputRows one row per sample
     * @param targetRows one row per sample
     * @return a new description
     */
    public Training validation(double[][] inputRows, double[][] targetRows) {
        return new Training(network, samples, validation.and("validation()", inputRows, targetRows, network), plan);
    }

    /**
     * Cuts the samples into batches, one update each, in their own order; the last batch may be shorter.
     *
     * @param size samples per batch: 1 is stochastic gradient descent, all samples (the default) batch gradient descent
     * @return a new description
     */
    public Training batchSize(int size) {
        return hyper(plan.hyperparameters()
                .with(new Batching(Optional.of(size), batches().seed())));
    }

    /**
     * Cuts the samples into batches, in a new order in every epoch.
     *
     * <pre>{@code
     * var net = network().inputs(4).layer(3).activation(softmax()).init(xavier(seed(1))).loss(categoricalCrossEntropy());
     * training(net).data(iris()).batchSize(32, seed(2)).optimizer(adam(0.01)).epochs(2).run(); // five updates an epoch
     * }</pre>
     *
     * @param size samples per batch
     * @param seed of the orders
     * @return a new description
     */
    public Training batchSize(int size, Seed seed) {
        given("batchSize()", seed, "a seed such as seed(1)");
        return hyper(plan.hyperparameters().with(new Batching(Optional.of(size), Optional.of(seed))));
    }

    /**
     * Stops before the last epoch when a rule says so; several rules stop at the first that does.
     *
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(identity()).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(halfSquaredError());
     * training(net).sample(x(2), y(3)).optimizer(sgd(0.1)).stopWhen(lossBelow(0.1)).epochs(100).run().history().epochs(); // 3
     * }</pre>
     *
     * @param rule such as {@code patience(10)} or {@code lossBelow(0.01)}
     * @return a new description
     */
    public Training stopWhen(StopRule rule) {
        given("stopWhen()", rule, "a rule such as patience(10)");
        return hyper(plan.hyperparameters().with(rule));
    }

    /**
     * Calls a listener after each epoch.
     *
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(identity()).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(halfSquaredError());
     * var losses = new ArrayList<Double>();
     * training(net).sample(x(2), y(3)).optimizer(sgd(0.1)).epochs(5).onEpoch(report -> losses.add(report.loss())).run();
     * losses.size(); // 5
     * }</pre>
     *
     * @param listener is told epoch and losses
     * @return a new description
     */
    public Training onEpoch(Consumer<EpochReport> listener) {
        given("onEpoch()", listener, "a listener such as report -> { }");
        return with(plan.withListener(listener));
    }

    /**
     * Shows no progress. Without this call, a training that takes longer than half a second shows a line below its cell, or in
     * the terminal, that says how far it is.
     *
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(identity()).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(halfSquaredError());
     * training(net).sample(x(2), y(3)).optimizer(sgd(0.1)).silent().epochs(20).run();
     * }</pre>
     *
     * @return a new description
     */
    public Training silent() {
        return with(plan.silent());
    }

    /**
     * Names the rule of the updates.
     *
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(identity()).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(halfSquaredError());
     * training(net).sample(x(2), y(3)).optimizer(adam(0.01)).epochs(20).run();
     * }</pre>
     *
     * @param rule such as {@code sgd(0.5)}
     * @return a new description
     */
    public Training optimizer(Optimizer rule) {
        given("optimizer()", rule, "a rule such as sgd(0.5)");
        return hyper(plan.hyperparameters().with(rule));
    }

    /**
     * Starts with what the optimizer remembered at the end of another training.
     *
     * @param remembered as {@code run.state()}
     * @return a new description
     */
    public Training state(OptimizerState remembered) {
        given("state()", remembered, "the state of a run: run.state()");
        return with(plan.withState(remembered));
    }

    /**
     * Adds a penalty on large weights to the loss; the history shows data and penalty apart.
     *
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(identity()).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(halfSquaredError());
     * training(net).sample(x(2), y(3)).optimizer(sgd(0.1)).regularizer(l2(0.01)).epochs(20).run().history().parts(20); // data and penalty apart
     * }</pre>
     *
     * @param penalty such as {@code l2(0.01)}
     * @return a new description
     */
    public Training regularizer(Regularizer penalty) {
        return adjust(adjustments().with(penalty));
    }

    /**
     * Clips the gradients of each step, those of a penalty included.
     *
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(identity()).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(halfSquaredError());
     * training(net).sample(x(2), y(3)).optimizer(sgd(0.1)).clip(clipByGlobalNorm(1)).epochs(20).run();
     * }</pre>
     *
     * @param clipping such as {@code clipByNorm(1.0)}
     * @return a new description
     */
    public Training clip(Clipping clipping) {
        return adjust(adjustments().with(clipping));
    }

    /**
     * Holds the weights of each unit within a norm.
     *
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(identity()).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(halfSquaredError());
     * training(net).sample(x(2), y(3)).optimizer(sgd(0.1)).constraint(maxNorm(1)).epochs(20).run();
     * }</pre>
     *
     * @param limit such as {@code maxNorm(3)}
     * @return a new description
     */
    public Training constraint(MaxNorm limit) {
        return adjust(adjustments().with(limit));
    }

    /**
     * Says on how many threads to train at most. Without this call it is two, which are used where they are faster: by networks of
     * dense and image layers with half a million multiplications per batch or more. The numbers are the same, to the bit.
     *
     * <pre>{@code
     * var net = network().inputs(4).layer(3).activation(softmax()).init(xavier(seed(1))).loss(categoricalCrossEntropy());
     * training(net).data(iris()).optimizer(adam(0.01)).epochs(2).threads(1).run();
     * }</pre>
     *
     * @param count 1 or 2
     * @return a new description
     */
    public Training threads(int count) {
        if (count != 1 && count != 2) {
            throw new IllegalArgumentException("threads() got " + count + ", but a training runs on 1 or 2.");
        }
        return with(plan.withThreads(count));
    }

    /**
     * Says how often to go through all samples; of a training that goes on with another, how often more.
     *
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(identity()).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(halfSquaredError());
     * training(net).sample(x(2), y(3)).optimizer(sgd(0.1)).epochs(1).run().loss(); // 0.5
     * }</pre>
     *
     * @param count at least 0
     * @return a new description
     */
    public Training epochs(int count) {
        if (count < 0) {
            throw new IllegalArgumentException("epochs() got " + count + ", but it needs a count of at least 0.");
        }
        return with(plan.withEpochs(count));
    }

    /**
     * Asks the history to keep more than the loss.
     *
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(identity()).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(halfSquaredError());
     * training(net).sample(x(2), y(3)).optimizer(sgd(0.1)).epochs(5).record(parameters(), intermediates()).run().history().parameter("w", 1); // 0.9
     * }</pre>
     *
     * @param what {@code parameters()}, {@code intermediates()} or both
     * @return a new description
     */
    public Training record(Recording... what) {
        Set<Recording> more = EnumSet.noneOf(Recording.class);
        more.addAll(plan.recordings());
        more.addAll(all("record()", "parameters() or intermediates()", what));
        return with(plan.withRecordings(Set.copyOf(more)));
    }

    /**
     * Trains.
     *
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(identity()).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(halfSquaredError());
     * training(net).sample(x(2), y(3)).optimizer(sgd(0.1)).epochs(1).run().network().parameters().at("w"); // 0.9
     * }</pre>
     *
     * @return the final network and the history
     * @throws IllegalArgumentException if samples, optimizer or epochs are missing, or the loss is infinite from the start
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    public TrainingRun run() {
        require(!samples.isEmpty(), "samples", ".sample(x(1, 2), y(3))");
        require(optimizer() != null, "an optimizer", ".optimizer(sgd(0.5))");
        require(plan.epochs() > 0, "epochs", ".epochs(1000)");
        return run(Progress.of(this));
    }

    /** Trains with a line of progress that is shown elsewhere. */
    TrainingRun run(Progress progress) {
        return new TrainingLoop(this, progress).run();
    }

    private static void require(boolean given, String what, String call) {
        if (!given) {
            throw new IllegalArgumentException("run() got no " + what.replaceFirst("^an? ", "")
                    + ", but training needs " + what + ": add " + call + " before .run().");
        }
    }

    private Training adjust(Adjustments changed) {
        return hyper(plan.hyperparameters().with(changed));
    }

    private Training hyper(Hyperparameters changed) {
        return with(plan.with(changed));
    }

    private Training with(Plan changed) {
        return new Training(network, samples, validation, changed);
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
        return samples.inputMatrix();
    }

    /**
     * The targets of all samples.
     *
     * @return samples × outputs
     */
    public Matrix targets() {
        return samples.targetMatrix();
    }

    /**
     * The rule of the updates.
     *
     * @return null until it is named
     */
    public Optimizer optimizer() {
        return plan.hyperparameters().optimizer();
    }

    /** The state given, or that of a fresh optimizer. */
    OptimizerState startState() {
        return plan.start()
                .state()
                .orElseGet(() -> optimizer().initialState(network.parameters().size()));
    }

    /** How to train. */
    Plan plan() {
        return plan;
    }

    /** What to learn from. */
    Samples samples() {
        return samples;
    }

    /** What to look at only. */
    Samples validation() {
        return validation;
    }

    /** What happens before and after each step of the optimizer. */
    Adjustments adjustments() {
        return plan.hyperparameters().adjustments();
    }

    /** How the samples are cut. */
    Batching batches() {
        return plan.hyperparameters().batches();
    }

    /**
     * What may be tuned.
     *
     * @return optimizer, regularizer, clipping, batches and stop rules
     */
    public Hyperparameters hyperparameters() {
        return plan.hyperparameters();
    }

    /**
     * Whether a penalty joins the loss.
     *
     * @return false without a regularizer
     */
    public boolean isRegularized() {
        return adjustments().isRegularized();
    }

    /**
     * How many epochs are asked for.
     *
     * @return the count
     */
    public int epochs() {
        return plan.epochs();
    }

    /**
     * Whether the history is to keep something.
     *
     * @param what parameters or intermediates
     * @return true if it was asked for
     */
    public boolean records(Recording what) {
        return plan.recordings().contains(given("records()", what, "parameters() or intermediates()"));
    }

    /** The description in one line. */
    @Override
    public String toString() {
        return "Training of " + samples.size() + " samples, " + plan.epochs() + " epochs, "
                + (optimizer() == null ? "no optimizer yet" : "optimizer " + optimizer());
    }
}
