package org.chainrule.training;

import java.util.concurrent.CancellationException;
import org.chainrule.data.Batches;
import org.chainrule.math.Matrix;
import org.chainrule.math.TwoThreads;
import org.chainrule.network.Adjustments;
import org.chainrule.network.Pass;
import org.chainrule.optimizer.GradientDescent;
import org.chainrule.optimizer.WorkingState;

/**
 * The updates of an epoch: forward, loss, backward, step, batch after batch, on arrays that are reused.
 *
 * <p>With all samples in one batch the loss of an epoch is that of the parameters after it. With several batches it is the mean
 * of the batches' losses as each was just before its update, which costs nothing extra.
 */
final class Updates implements AutoCloseable {
    /** From so many parameters on, the gradients drive other things out of the cache, and are better not written down. */
    private static final int ENOUGH_TO_DESCEND = 50_000;

    private final Training training;
    private final WorkingState state;
    private final Progress progress;
    private final Adjustments.Applied adjustments;
    private final double[] inputs;
    private final double[] targets;
    private final int samples;
    private final int batches;
    private final TwoThreads threads;
    private final boolean descends;
    private final BatchBuffers full;
    private final BatchBuffers rest;
    private BatchBuffers last;
    private int batch;

    Updates(Training training, WorkingState state, Progress progress) {
        Matrix allInputs = training.inputs();
        Matrix allTargets = training.targets();
        this.training = training;
        this.state = state;
        this.progress = progress;
        this.adjustments = training.adjustments().to(training.network());
        this.inputs = allInputs.toRowMajor();
        this.targets = allTargets.toRowMajor();
        this.samples = allInputs.rows();
        int size = training.batches().of(samples);
        this.batches = Batches.updatesPerEpoch(samples, size);
        Pass pass = training.records(Recording.INTERMEDIATES)
                ? new Pass(training.network(), size)
                : Pass.forTraining(training.network(), size);
        this.threads = twoThreads(pass, size);
        this.full = buffers(threads == null ? pass : pass.sharing(size, threads), size);
        int left = samples - (batches - 1) * size;
        this.rest =
                left == size ? full : buffers(threads == null ? pass.sharing(left) : pass.sharing(left, threads), left);
        this.last = full;
        this.descends = descends();
        if (batches == 1) {
            full.fill(inputs, targets);
        }
    }

    /** The second thread, or null where one is enough. */
    private TwoThreads twoThreads(Pass pass, int size) {
        boolean two = training.plan().threads() == 2 && Runtime.getRuntime().availableProcessors() > 1;
        return two && pass.paysOnTwoThreads(size) ? new TwoThreads() : null;
    }

    /** Whether layers can step while they compute their gradients, because nobody else needs these. */
    private boolean descends() {
        return training.optimizer() instanceof GradientDescent
                && adjustments.isIdle()
                && parameters().length >= ENOUGH_TO_DESCEND;
    }

    private BatchBuffers buffers(Pass pass, int size) {
        return BatchBuffers.of(pass, training.targets().columns(), size);
    }

    @Override
    public void close() {
        if (threads != null) {
            threads.close();
        }
    }

    /** Puts parameters and state back as they were after an epoch, ready for the next one. */
    void goBackTo(Snapshot epoch) {
        epoch.restore(parameters(), state);
        if (batches == 1) {
            lossOfAll(); // what the next update starts from
        }
    }

    /** The one array of parameters that all updates change. */
    double[] parameters() {
        return full.pass().parameters();
    }

    /** The pass that ran last, for what there is to see in its buffers. */
    Pass last() {
        return last.pass();
    }

    /** How many updates an epoch has. */
    int batches() {
        return batches;
    }

    /** Where a number that is not finite was met: {@code epoch 3 of 10, batch 2 of 4, layer 1}. */
    String place(int epoch, int epochs) {
        int layer = last.pass().firstLayerNotFinite();
        return "epoch " + epoch + " of " + epochs + (batches > 1 ? ", batch " + batch + " of " + batches : "")
                + (layer > 0 ? ", layer " + layer : ", after the last layer");
    }

    /** Whether the last update left finite numbers; the loss that it was made with does not tell. */
    boolean areParametersFinite() {
        for (double parameter : parameters()) {
            if (!Double.isFinite(parameter)) {
                return false;
            }
        }
        return true;
    }

    /** The loss before the first update. */
    LossParts before() {
        return batches == 1 ? lossOfAll() : withPenalty(lossOfBatches());
    }

    /** All updates of an epoch; ends early where a loss is not a finite number. */
    LossParts epoch(int epoch) {
        if (batches > 1) {
            return updateBatches(epoch);
        }
        batch = 1;
        checkInterrupt(epoch);
        update(full.pass(), full.targets());
        return lossOfAll();
    }

    private LossParts lossOfAll() {
        full.pass().trainingForward(full.inputs(), state.steps() + 1);
        return withPenalty(full.pass().loss(full.targets()));
    }

    private double lossOfBatches() {
        double loss = 0;
        int[] order = order(0);
        for (batch = 1; batch <= batches; batch++) {
            gather(order);
            last.pass().forward(last.inputs());
            loss += share(last.pass().loss(last.targets()));
        }
        return loss;
    }

    private LossParts updateBatches(int epoch) {
        double loss = 0;
        int[] order = order(epoch);
        for (batch = 1; batch <= batches && Double.isFinite(loss); batch++) {
            checkInterrupt(epoch);
            gather(order);
            last.pass().trainingForward(last.inputs(), state.steps() + 1);
            loss += share(last.pass().loss(last.targets()));
            update(last.pass(), last.targets());
        }
        batch--;
        return withPenalty(loss);
    }

    private void gather(int[] order) {
        last = batch == batches ? rest : full;
        last.gather(inputs, targets, order, (batch - 1) * full.samples());
    }

    /** What the loss of the last batch counts in that of all samples. */
    private double share(double loss) {
        return loss * training.network().loss().reduction().share(last.samples(), samples);
    }

    private void update(Pass pass, double[] batchTargets) {
        if (descends) {
            pass.descend(batchTargets, ((GradientDescent) training.optimizer()).countStep(state));
            return;
        }
        pass.backward(batchTargets);
        adjustments.before(pass.parameters(), pass.gradients());
        step(pass.parameters(), pass.gradients());
        adjustments.after(pass.parameters());
    }

    private void step(double[] parameters, double[] gradients) {
        if (threads == null) {
            training.optimizer().step(parameters, gradients, state);
        } else {
            training.optimizer().step(parameters, gradients, state, threads);
        }
    }

    private int[] order(int epoch) {
        return Batches.order(samples, training.batches().seed(), epoch);
    }

    private LossParts withPenalty(double loss) {
        return new LossParts(loss, adjustments.penalty(parameters()));
    }

    /** Once per batch: is there still someone who waits for the end, and how far is it? */
    private void checkInterrupt(int epoch) {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("training was interrupted in epoch " + epoch + " of "
                    + training.plan().lastEpoch() + ".");
        }
        progress.step(epoch, batch, batches);
    }
}
