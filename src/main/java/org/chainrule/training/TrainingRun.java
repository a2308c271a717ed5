package org.chainrule.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chainrule.formula.Numbers;
import org.chainrule.network.Network;
import org.chainrule.network.RangeNotes;
import org.chainrule.optimizer.Optimizer;
import org.chainrule.optimizer.OptimizerState;
import org.chainrule.schedule.ConstantRate;

/**
 * A training that has run: what it was asked, the network it ended with and the history.
 *
 * @param training the description that ran
 * @param network the final network
 * @param history the loss of every epoch, and what else was recorded
 * @param state what the optimizer remembers at the end, for {@code training(run.network()).state(run.state())}
 * @param ending why it ended, and which epoch the final network is from
 */
public record TrainingRun(Training training, Network network, History history, OptimizerState state, Ending ending) {
    /**
     * The loss of the final network: that after the last epoch, or that of the epoch whose parameters were restored.
     *
     * @return C, as in the history
     */
    public double loss() {
        return history.loss(ending.epoch());
    }

    /**
     * What the numbers call for saying: targets out of reach, a learning rate of 0, a loss that stopped being a number.
     *
     * @return one sentence each, often none
     */
    public List<String> notes() {
        List<String> notes = new ArrayList<>(RangeNotes.of(network, training.targets()));
        if (training.optimizer().rate() instanceof ConstantRate constant && constant.rate() == 0) {
            notes.add(Optimizer.STANDSTILL);
        }
        if (!ending.words().isEmpty()) {
            notes.add(ending.words());
        }
        return notes;
    }

    /**
     * All that it takes to go on, apart from network and samples.
     *
     * @return hyperparameters, optimizer state and history, as they belong to the final network
     */
    public Checkpoint checkpoint() {
        return new Checkpoint(training.hyperparameters(), state, Optional.of(history.until(ending.epoch())));
    }

    /**
     * Goes on where this run ended, as if it had never stopped: {@code run.resume().epochs(5).run()} counts epochs on, and its
     * history has all of them. Batches, schedule and optimizer go on too; other settings may be changed on the way.
     *
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(identity()).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(halfSquaredError());
     * var run = training(net).sample(x(2), y(3)).optimizer(sgd(0.1)).epochs(5).run();
     * run.resume().epochs(5).run().history().epochs(); // 10
     * }</pre>
     *
     * @return the same training, starting from the final network, without epochs
     */
    public Training resume() {
        return training.resume(this);
    }

    /**
     * What became of the losses, from before the first update to the final network.
     *
     * @return such as {@code loss 2.544040 → 2.000677, validation loss 2.1 → 1.9}; with a regularizer the last loss in its parts
     */
    public String outcome() {
        int end = ending.epoch();
        String loss = "loss " + Numbers.computed(history.loss(0)) + " → "
                + (training.isRegularized() ? history.parts(end) : Numbers.computed(loss()));
        List<Double> validated = history.validationLosses();
        return validated.isEmpty()
                ? loss
                : loss + ", validation loss " + Numbers.computed(validated.get(0)) + " → "
                        + Numbers.computed(history.validationLoss(end));
    }

    /** What happened in one line: {@code TrainingRun 1000 epochs of sgd(0.5): loss 2.544040 → 2.000677}. */
    @Override
    public String toString() {
        return "TrainingRun " + history.epochs() + " epochs of " + training.optimizer() + ": " + outcome();
    }
}
