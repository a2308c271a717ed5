package org.chainrule.export;

import java.util.Optional;
import org.chainrule.data.Preprocessing;
import org.chainrule.network.Forward;
import org.chainrule.network.Network;
import org.chainrule.optimizer.Optimizer;
import org.chainrule.optimizer.OptimizerState;
import org.chainrule.training.Checkpoint;
import org.chainrule.training.Training;
import org.chainrule.training.TrainingRun;

/**
 * What a file holds: a network, and, where they were saved with it, its preprocessing and where its training stands.
 *
 * <p>Example: {@code load("digits.json").forward(1, 2).prediction()}.
 *
 * @param network with its parameters, exact to the bit
 * @param preprocessing what the inputs went through in training
 * @param checkpoint with which settings it was trained, what the optimizer remembers and the losses so far
 */
public record SavedModel(Network network, Optional<Preprocessing> preprocessing, Optional<Checkpoint> checkpoint) {
    public SavedModel {
        preprocessing.ifPresent(fitted -> checkInputs(network, fitted));
        checkpoint.ifPresent(training -> training.state()
                .working(
                        training.hyperparameters().optimizer(),
                        network.parameters().size()));
    }

    private static void checkInputs(Network network, Preprocessing fitted) {
        if (fitted.outputs().size() != network.inputs().size()) {
            throw new IllegalArgumentException("the preprocessing gives "
                    + fitted.outputs().size() + " values, but the network has "
                    + network.inputs().size() + " inputs.");
        }
    }

    /**
     * A network on its own.
     *
     * @param network any network
     * @return the model
     */
    public static SavedModel of(Network network) {
        if (network == null) {
            throw new IllegalArgumentException("save() got null, but it needs a network: save(net, \"net.json\").");
        }
        return new SavedModel(network, Optional.empty(), Optional.empty());
    }

    /**
     * What a training left: the network, and all that it takes to go on.
     *
     * @param run any run
     * @return the model
     */
    public static SavedModel of(TrainingRun run) {
        if (run == null) {
            throw new IllegalArgumentException("save() got null, but it needs a training that has run.");
        }
        return new SavedModel(run.network(), Optional.empty(), Optional.of(run.checkpoint()));
    }

    /**
     * The same with a preprocessing.
     *
     * @param fitted what the inputs of the network went through
     * @return a new model
     * @throws IllegalArgumentException if it gives another number of values than the network has inputs
     */
    public SavedModel with(Preprocessing fitted) {
        if (fitted == null) {
            throw new IllegalArgumentException("save() got null for the preprocessing; leave it out if there is none.");
        }
        return new SavedModel(network, Optional.of(fitted), checkpoint);
    }

    /**
     * The rule that the network was trained with.
     *
     * @return empty if only a network was saved
     */
    public Optional<Optimizer> optimizer() {
        return checkpoint.map(training -> training.hyperparameters().optimizer());
    }

    /**
     * What that rule remembers.
     *
     * @return empty if only a network was saved
     */
    public Optional<OptimizerState> state() {
        return checkpoint.map(Checkpoint::state);
    }

    /**
     * Sends one sample through the preprocessing, if there is one, and the network.
     *
     * @param sample as it was measured
     * @return the forward pass
     */
    public Forward forward(double... sample) {
        return network.forward(preprocessing.map(fitted -> fitted.apply(sample)).orElse(sample));
    }

    /**
     * Continues the training where it ended: {@code load("run.json").training().data(data).epochs(10).run()}. With the same data
     * every number is the one of a training that never stopped: epochs are counted on, and batches, schedule, optimizer, penalty,
     * clipping and stop rules are those that were saved.
     *
     * @return a training without samples and epochs; a new one if only a network was saved
     */
    public Training training() {
        return checkpoint.map(saved -> Training.resume(network, saved)).orElseGet(() -> Training.of(network));
    }

    /** What there is: {@code SavedModel Network [x1, x2] → …, 3 epochs of adam(0.1), OptimizerState after 3 steps, …}. */
    @Override
    public String toString() {
        return "SavedModel " + network
                + preprocessing.map(fitted -> ", " + fitted).orElse("")
                + checkpoint.map(SavedModel::text).orElse("");
    }

    private static String text(Checkpoint saved) {
        return ", " + saved.epochs() + " epochs of " + saved.hyperparameters().optimizer() + ", " + saved.state();
    }
}
