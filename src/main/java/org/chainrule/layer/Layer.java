package org.chainrule.layer;

import java.util.List;
import org.chainrule.activation.Activation;
import org.chainrule.activation.Identity;
import org.chainrule.math.Half;
import org.chainrule.parameter.Names;
import org.chainrule.parameter.ParameterBlock;

/**
 * One layer: what its units are called, which parameters it has, and its forward rule beside its backward rule.
 *
 * <p>A layer holds no numbers. Parameters and gradients come in as the network's one array, of which the layer's
 * {@linkplain #blocks() blocks} say which part is its own. What a batch leaves behind is in its {@link LayerBuffers}.
 */
public sealed interface Layer
        permits Dense, TimeDistributedDense, Conv2d, Pool2d, Flatten, BatchNorm, Dropout, Maxout, RecurrentLayer {
    /** What a layer has that applies no function after its own rule. */
    Activation NO_ACTIVATION = new Identity();

    /**
     * The units in order.
     *
     * @return their names
     */
    Names units();

    /**
     * How the values that come in are arranged.
     *
     * @return the shape of one sample
     */
    Shape inputShape();

    /**
     * How the values that go out are arranged.
     *
     * @return the shape of one sample
     */
    Shape outputShape();

    /**
     * How many values one sample brings in.
     *
     * @return the size of the input shape
     */
    default int inputs() {
        return inputShape().size();
    }

    /**
     * The function of every unit.
     *
     * @return the activation; identity where the layer's own rule is all
     */
    default Activation activation() {
        return NO_ACTIVATION;
    }

    /**
     * The parameters of this layer.
     *
     * @return weights, then biases if there are any
     */
    default List<ParameterBlock> blocks() {
        return List.of();
    }

    /**
     * Whether the rules take the samples one after the other, so that they can be run on some of them at a time: in their order,
     * each sample once. See {@link LayerBuffers#work}.
     *
     * @return true if {@code gradients} adds up what the samples contribute, from the first to the last of its buffers
     */
    default boolean goesBySample() {
        return false;
    }

    /**
     * The arrays for one batch.
     *
     * @param samples rows of every array
     * @param input the outputs of the layer before, shared with it
     * @return new buffers, for this layer only
     */
    LayerBuffers newBuffers(int samples, double[] input);

    /**
     * The arrays for one batch of a training that nobody looks into: fewer, if the rules need fewer, since what stays in the cache is
     * faster.
     *
     * @param samples rows of every array
     * @param input the outputs of the layer before, shared with it
     * @return new buffers, for this layer only; of an activation that works {@linkplain org.chainrule.activation.InPlace in place} the
     *     output overwrites z, and δ the output gradient
     */
    default LayerBuffers newTrainingBuffers(int samples, double[] input) {
        return newBuffers(samples, input);
    }

    /**
     * Buffers for some of the samples, on the same arrays but with scratch space of their own, so that two threads can take a part
     * each.
     *
     * @param whole the buffers for all samples, of this layer
     * @param from the first sample, from 0
     * @param to the sample after the last
     * @return what the rules work on for these samples; {@link #gradients(LayerBuffers, double[])} adds up theirs only, if the layer
     *     goes by sample
     */
    default LayerBuffers part(LayerBuffers whole, int from, int to) {
        return new LayerBuffers(whole, from, to);
    }

    /**
     * How many multiplications with its parameters one sample takes.
     *
     * @return about as many as the layer has parameters, if it uses each once
     */
    default long multiplications() {
        return blocks().stream().mapToLong(ParameterBlock::size).sum();
    }

    /**
     * Forward rule: fills {@code preActivation} and {@code output} from {@code input}.
     *
     * @param parameters all parameters of the network
     * @param buffers of this layer
     */
    void forward(double[] parameters, LayerBuffers buffers);

    /**
     * Moves what the layer keeps of the batches it learns from, once for each of them: running statistics, which are parameters.
     *
     * @param parameters all parameters of the network; changed in place
     * @param buffers of this layer, after {@link #forward} in training
     */
    default void remember(double[] parameters, LayerBuffers buffers) {}

    /**
     * First part of the backward rule: fills {@code delta} from {@code outputGradient}. Nothing to do without an activation,
     * where the two are one array.
     *
     * @param parameters all parameters of the network
     * @param buffers of this layer, after {@link #forward}
     */
    default void delta(double[] parameters, LayerBuffers buffers) {}

    /**
     * Second part of the backward rule: writes this layer's part of the gradients from {@code delta}.
     *
     * @param buffers of this layer, after {@link #delta}
     * @param gradients of all parameters of the network
     */
    default void gradients(LayerBuffers buffers, double[] gradients) {}

    /**
     * Half of what {@link #gradients(LayerBuffers, double[])} computes, for one of two threads; the halves write to different places.
     *
     * @param buffers with δ and the input of the batch
     * @param gradients receives dC/d parameter at the places of this layer's blocks
     * @param half which part of the gradients; of a layer that cannot share them the first has all
     */
    default void gradients(LayerBuffers buffers, double[] gradients, Half half) {
        if (half == Half.FIRST) {
            gradients(buffers, gradients);
        }
    }

    /**
     * As {@link #gradients(LayerBuffers, double[])}, and steps down along them.
     *
     * @param buffers of this layer, after {@link #delta} and {@link #backwardToInput}
     * @param descent the step; changes the parameters of this layer
     */
    default void descend(LayerBuffers buffers, DescentStep descent) {
        gradients(buffers, descent.gradients());
        blocks().forEach(descent::apply);
    }

    /**
     * As {@link #gradients(LayerBuffers, double[], Half)}, and steps down along them.
     *
     * @param buffers of this layer, after all of the backward rule
     * @param descent the step; changes the parameters of this layer
     * @param half which part of them
     */
    default void descend(LayerBuffers buffers, DescentStep descent, Half half) {
        if (half == Half.FIRST) {
            descend(buffers, descent);
        }
    }

    /**
     * Whether a sample goes through without the others, and in any thread, so that two threads can take half of a batch each.
     *
     * @return false for a layer that measures the batch or remembers how many samples it has seen
     */
    default boolean takesSamplesApart() {
        return false;
    }

    /**
     * Hands the gradient on: dC / d input from {@code delta}.
     *
     * @param parameters all parameters of the network
     * @param buffers of this layer, after {@link #delta}
     * @param inputGradient receives samples × inputs
     */
    void backwardToInput(double[] parameters, LayerBuffers buffers, double[] inputGradient);
}
