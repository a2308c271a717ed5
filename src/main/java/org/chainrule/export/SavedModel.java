package org.chainrule.export;

import java.util.Optional;
import org.chainrule.data.Preprocessing;
import org.chainrule.network.Forward;
import org.chainrule.network.Network;
import org.chainrule.optimizer.Optimizer;
import org.chainrule.optimizer.OptimizerState;
import org.chainrule.training.Training;
import org.chainrule.training.TrainingRun;

/**
 * What a file holds: a network, and, where they were saved with it, its preprocessing and the optimizer with its state.
 *
 * <p>Example: {@code load("digits.json").forward(1, 2).prediction()}.
 *
 * @param network with its parameters, exact to the bit
 * @param preprocessing what the inputs went through in training
 * @param optimizer the rule that it was trained with
 * @param state what that rule remembers
 */
public record SavedModel(
        Network network,
        Optional<Preprocessing> preprocessing,
        Optional<Optimizer> optimizer,
        Optional<OptimizerState> state) {
    public SavedModel {
        preprocessing.ifPresent(fitted -> checkInputs(network, fitted));
        if (optimizer.isPresent() && state.isPresent()) {
            state.get().working(optimizer.get(), network.parameters().size());
        }
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
        return new SavedModel(network, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * What a training left: the network, the optimizer and its state.
     *
     * @param run any run
     * @return the model
     */
    public static SavedModel of(TrainingRun run) {
        return new SavedModel(
                run.network(), Optional.empty(), Optional.of(run.training().optimizer()), Optional.of(run.state()));
    }

    /**
     * The same with a preprocessing.
     *
     * @param fitted what the inputs of the network went through
     * @return a new model
     * @throws IllegalArgumentException if it gives another number of values than the network has inputs
     */
    public SavedModel with(Preprocessing fitted) {
        return new SavedModel(network, Optional.of(fitted), optimizer, state);
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
     * Continues the training where it ended: {@code load("run.json").training().data(data).epochs(10).run()}.
     *
     * @return a training with the network, and the optimizer and its state if the file has them
     */
    public Training training() {
        Training start = Training.of(network);
        Training ruled = optimizer.map(start::optimizer).orElse(start);
        return state.map(ruled::state).orElse(ruled);
    }

    /** What there is: {@code SavedModel Network [x1, x2] → …, adam(0.1), OptimizerState after 3 steps, …}. */
    @Override
    public String toString() {
        return "SavedModel " + network
                + preprocessing.map(fitted -> ", " + fitted).orElse("")
                + optimizer.map(rule -> ", " + rule).orElse("")
                + state.map(remembered -> ", " + remembered).orElse("");
    }
}
