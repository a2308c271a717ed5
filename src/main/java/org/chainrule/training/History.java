package org.chainrule.training;

import static org.chainrule.formula.Given.given;

import java.util.ArrayList;
import java.util.List;
import org.chainrule.formula.Numbers;
import org.chainrule.network.Forward;
import org.chainrule.parameter.ParameterValues;

/**
 * How a training went: entry n is the state after n epochs, entry 0 the state before the first update.
 *
 * <p>With several batches per epoch the loss of entry n is the mean of the batches' losses in epoch n, each just before its
 * update; validation losses, parameters and intermediates are those after the epoch.
 *
 * <p>What a training began to keep only when it was resumed covers the last epochs; the entries before are missing.
 *
 * @param losses the loss after n epochs, with the penalty if there is one, for n = 0, 1, …
 * @param validationLosses the loss of the validation samples after n epochs; empty without any
 * @param parts the same losses split into data and penalty; empty without a regularizer
 * @param parameters the parameters after n epochs; empty unless recorded
 * @param intermediates the forward pass after n epochs; empty unless recorded
 */
public record History(
        List<Double> losses,
        List<Double> validationLosses,
        List<LossParts> parts,
        List<ParameterValues> parameters,
        List<Forward> intermediates) {
    public History {
        losses = losses instanceof Losses ? losses : List.copyOf(losses);
        validationLosses = validationLosses instanceof Losses ? validationLosses : List.copyOf(validationLosses);
        parts = List.copyOf(parts);
        parameters = List.copyOf(parameters);
        intermediates = List.copyOf(intermediates);
        for (List<?> kept : List.of(validationLosses, parts, parameters, intermediates)) {
            if (losses.isEmpty() || kept.size() > losses.size()) {
                throw new IllegalArgumentException("A history got " + losses.size() + " losses and " + kept.size()
                        + " entries of another kind, but it needs a loss for each, at least one.");
            }
        }
    }

    /**
     * How many epochs were run.
     *
     * @return n; the history has n + 1 entries
     */
    public int epochs() {
        return losses.size() - 1;
    }

    /**
     * The loss after a number of epochs, with the parameters as they are then.
     *
     * @param epoch 0 for the loss before the first update
     * @return C
     */
    public double loss(int epoch) {
        return losses.get(checked("loss", epoch));
    }

    /**
     * The loss of the validation samples after a number of epochs.
     *
     * @param epoch 0 for the loss before the first update
     * @return C of the validation samples
     * @throws IllegalArgumentException if there were none
     */
    public double validationLoss(int epoch) {
        if (validationLosses.isEmpty()) {
            throw new IllegalArgumentException(
                    "The history has no validation losses; give the samples with .validation(…) before .run().");
        }
        return kept("validationLoss", validationLosses, epoch);
    }

    /**
     * The loss after a number of epochs, split into data and penalty.
     *
     * @param epoch 0 for the loss before the first update
     * @return both parts; the penalty is 0 without a regularizer
     */
    public LossParts parts(int epoch) {
        double loss = losses.get(checked("parts", epoch));
        return epoch < first(parts) ? new LossParts(loss, 0) : parts.get(epoch - first(parts));
    }

    /**
     * A parameter after a number of epochs.
     *
     * @param name such as {@code w5}
     * @param epoch 0 for its initial value
     * @return its value
     * @throws IllegalArgumentException if the parameters were not recorded
     */
    public double parameter(String name, int epoch) {
        return parameters(epoch).at(name);
    }

    /**
     * All parameters after a number of epochs.
     *
     * @param epoch 0 for the initial values
     * @return the values
     * @throws IllegalArgumentException if the parameters were not recorded
     */
    public ParameterValues parameters(int epoch) {
        checkRecorded("parameters", parameters);
        return kept("parameters", parameters, epoch);
    }

    /**
     * The forward pass of the samples after a number of epochs.
     *
     * @param epoch 0 for the pass before the first update
     * @return every pre-activation and output
     * @throws IllegalArgumentException if the intermediates were not recorded
     */
    public Forward intermediates(int epoch) {
        checkRecorded("intermediates", intermediates);
        return kept("intermediates", intermediates, epoch);
    }

    private static void checkRecorded(String what, List<?> entries) {
        if (entries.isEmpty()) {
            throw new IllegalArgumentException(
                    "The history kept no " + what + "; ask for them with .record(" + what + "()) before .run().");
        }
    }

    /**
     * The first epoch that a list of entries has, which is 0 unless a resumed training began to keep them later.
     *
     * @param entries one of the lists of this history
     * @return the epoch of its first entry
     */
    public int first(List<?> entries) {
        return losses.size()
                - given("first()", entries, "one of the lists of the history").size();
    }

    private <T> T kept(String call, List<T> entries, int epoch) {
        int first = first(entries);
        if (checked(call, epoch) < first) {
            throw new IllegalArgumentException(call + "() got epoch " + epoch
                    + ", but the history keeps them from epoch " + first + " on, where the training was resumed.");
        }
        return entries.get(epoch - first);
    }

    /** The first epochs of this history. */
    History until(int epoch) {
        int later = epochs() - checked("until", epoch);
        return later == 0
                ? this
                : new History(
                        withoutLast(later, losses),
                        withoutLast(later, validationLosses),
                        withoutLast(later, parts),
                        withoutLast(later, parameters),
                        withoutLast(later, intermediates));
    }

    private static <T> List<T> withoutLast(int count, List<T> entries) {
        return entries.subList(0, Math.max(0, entries.size() - count));
    }

    private int checked(String call, int epoch) {
        if (epoch < 0 || epoch > epochs()) {
            throw new IllegalArgumentException(call + "() got epoch " + epoch + ", but the history has the epochs 0 to "
                    + epochs() + " (0 is before the first update).");
        }
        return epoch;
    }

    /** The first and last losses: {@code History 1000 epochs, loss 2.544040 → 2.000677}. */
    @Override
    public String toString() {
        return "History " + epochs() + (epochs() == 1 ? " epoch" : " epochs") + ", loss " + Numbers.computed(loss(0))
                + " → " + Numbers.computed(loss(epochs()));
    }

    /** Collects a history while the loop runs. */
    static final class Collector {
        final Losses.Builder losses = new Losses.Builder();
        final Losses.Builder validationLosses = new Losses.Builder();
        final List<LossParts> parts = new ArrayList<>();
        final List<ParameterValues> parameters = new ArrayList<>();
        final List<Forward> intermediates = new ArrayList<>();

        /** Takes over losses; and what else the training keeps on keeping, up to the entry that it will look at again. */
        void goOn(History before, Training training) {
            before.losses.forEach(losses::add);
            parts.addAll(before.parts);
            if (!training.validation().isEmpty()) {
                withoutLast(1, before.validationLosses).forEach(validationLosses::add);
            }
            if (training.records(Recording.PARAMETERS)) {
                parameters.addAll(withoutLast(1, before.parameters));
            }
            if (training.records(Recording.INTERMEDIATES)) {
                intermediates.addAll(withoutLast(1, before.intermediates));
            }
        }

        History history() {
            return new History(losses.build(), validationLosses.build(), parts, parameters, intermediates);
        }
    }
}
