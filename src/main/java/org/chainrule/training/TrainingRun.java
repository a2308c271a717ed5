package org.chainrule.training;

import java.util.ArrayList;
import java.util.List;
import org.chainrule.formula.Numbers;
import org.chainrule.network.Network;
import org.chainrule.network.RangeNotes;
import org.chainrule.optimizer.OptimizerState;

/**
 * A training that has run: what it was asked, the network it ended with and the history.
 *
 * @param training the description that ran
 * @param network the final network
 * @param history the loss of every epoch, and what else was recorded
 * @param state what the optimizer remembers at the end, for {@code training(run.network()).state(run.state())}
 */
public record TrainingRun(Training training, Network network, History history, OptimizerState state) {
    /**
     * The loss after the last update.
     *
     * @return C
     */
    public double loss() {
        return history.loss(history.epochs());
    }

    /**
     * What the numbers call for saying: targets out of reach, a loss that stopped being a number.
     *
     * @return one sentence each, often none
     */
    public List<String> notes() {
        List<String> notes = new ArrayList<>(RangeNotes.of(network, training.targets()));
        if (history.epochs() < training.epochs()) {
            notes.add("training stopped in epoch " + (history.epochs() + 1) + " of " + training.epochs()
                    + ": the loss was no longer a finite number; the network is the last one with a finite loss. A"
                    + " smaller learning rate often helps.");
        }
        return notes;
    }

    /** What happened in one line: {@code TrainingRun 1000 epochs of sgd(0.5): loss 2.544040 → 2.000677}. */
    @Override
    public String toString() {
        return "TrainingRun " + history.epochs() + " epochs of " + training.optimizer() + ": loss "
                + Numbers.computed(history.loss(0)) + " → "
                + (training.isRegularized() ? history.parts(history.epochs()) : Numbers.computed(loss()));
    }
}
