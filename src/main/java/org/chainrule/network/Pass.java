package org.chainrule.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.chainrule.layer.DescentStep;
import org.chainrule.layer.Layer;
import org.chainrule.layer.LayerBuffers;
import org.chainrule.layer.Mode;
import org.chainrule.math.Half;
import org.chainrule.math.TwoThreads;
import org.chainrule.parameter.ParameterBlock;

/**
 * The engine: one batch through all layers forward and backward, on arrays that are reused.
 *
 * <p>The records {@link Forward} and {@link Deltas} copy what it leaves in its buffers, and the training loop runs it
 * again and again: the explained numbers are the trained numbers.
 */
public class Pass {
    /** From so many multiplications of a sample with a parameter on two threads are faster. */
    private static final long ENOUGH_FOR_TWO_THREADS = 500_000;

    private static final int ENOUGH_SAMPLES = 16;

    private final Network network;
    private final double[] input;
    private final Values values;
    private final double[] parameters;
    private final double[] gradients;
    private final DescentStep descent;
    private final List<LayerBuffers> buffers = new ArrayList<>();
    private final OutputLoss loss;

    /** So many layers at the beginning are {@link ImageLayers}. */
    private final int leading;

    private final List<ImageLayers> imageLayers;

    /** The layers with running statistics. */
    private final int[] remembering;

    /**
     * Buffers for a network and a batch size, with the network's parameters.
     *
     * @param network the structure and the initial parameters
     * @param samples rows of the batch
     */
    public Pass(Network network, int samples) {
        this(network, samples, Values.of(network, true));
    }

    /** Buffers of its own that work on the parameters and gradients of another pass. */
    Pass(Pass other, int samples) {
        this(other.network, samples, other.values);
    }

    private Pass(Network network, int samples, Values values) {
        this.network = network;
        this.input = new double[samples * network.inputs().size()];
        this.values = values;
        this.parameters = values.parameters();
        this.gradients = values.gradients();
        this.descent = new DescentStep(parameters, gradients);
        double[] previous = input;
        for (Layer layer : network.layers()) {
            boolean keeps = values.keepsEverything() || layer == network.outputLayer();
            LayerBuffers next =
                    keeps ? layer.newBuffers(samples, previous) : layer.newTrainingBuffers(samples, previous);
            buffers.add(next);
            previous = next.output();
        }
        this.loss = new OutputLoss(network, buffers.get(buffers.size() - 1));
        this.remembering = IntStream.range(0, buffers.size())
                .filter(i -> network.layers().get(i).blocks().stream()
                        .anyMatch(block -> block.kind() == ParameterBlock.Kind.STATISTICS))
                .toArray();
        this.leading = leading(network);
        this.imageLayers = imageLayers(samples);
    }

    /**
     * Buffers for a training that nobody looks into: z and the output gradient of a hidden layer may be overwritten.
     *
     * @param network the structure and the initial parameters
     * @param samples rows of the batch
     * @return a pass that computes the same numbers as any other, with fewer arrays
     */
    public static Pass forTraining(Network network, int samples) {
        return new Pass(network, samples, Values.of(network, false));
    }

    /** The arrays that passes of different sizes share, and whether they keep what only those read who look at every number. */
    private record Values(double[] parameters, double[] gradients, boolean keepsEverything) {
        static Values of(Network network, boolean keepsEverything) {
            double[] parameters = network.parameters().toArray();
            return new Values(parameters, new double[parameters.length], keepsEverything);
        }
    }

    /** The image layers, for each half of the samples, which two threads could take; a few samples are not worth it. */
    private List<ImageLayers> imageLayers(int samples) {
        if (leading == 0) {
            return List.of();
        }
        if (samples < ENOUGH_SAMPLES) {
            return List.of(imageLayers(0, samples));
        }
        return Stream.of(Half.values())
                .map(half -> imageLayers(half.from(samples), half.to(samples)))
                .toList();
    }

    private ImageLayers imageLayers(int from, int to) {
        return new ImageLayers(network.layers().subList(0, leading), part(0, leading, from, to), parameters);
    }

    /** Buffers of some layers for some samples, on the arrays of all. */
    final List<LayerBuffers> part(int firstLayer, int endLayer, int from, int to) {
        return IntStream.range(firstLayer, endLayer)
                .mapToObj(i -> network.layers().get(i).part(buffers.get(i), from, to))
                .toList();
    }

    private static int leading(Network network) {
        int count = 0;
        while (count < network.layers().size() - 1
                && network.layers().get(count).goesBySample()) {
            count++;
        }
        return count;
    }

    /**
     * Buffers for another batch size that work on the same parameters and gradients.
     *
     * @param samples rows of the batch
     * @return another pass
     */
    public Pass sharing(int samples) {
        return new Pass(this, samples);
    }

    /**
     * As {@link #sharing(int)}, on two threads if the work of a step is worth it.
     *
     * @param samples rows of the batch
     * @param threads what the second half runs on
     * @return another pass
     */
    public Pass sharing(int samples, TwoThreads threads) {
        return paysOnTwoThreads(samples) ? new HalvedPass(this, samples, threads) : sharing(samples);
    }

    /**
     * Whether two threads take a batch through faster than one.
     *
     * @param samples rows of the batch
     * @return true for many multiplications, if all layers take one sample at a time
     */
    public boolean paysOnTwoThreads(int samples) {
        long multiplications = samples
                * network.layers().stream().mapToLong(Layer::multiplications).sum();
        return samples >= ENOUGH_SAMPLES
                && multiplications >= ENOUGH_FOR_TWO_THREADS
                && network.layers().stream().allMatch(Layer::takesSamplesApart);
    }

    /**
     * Where the batch is while it goes through.
     *
     * @return samples × inputs, row-major, the array itself
     */
    public double[] input() {
        return input;
    }

    /**
     * Forward through all layers, as the network is used.
     *
     * @param samples the batch, samples × inputs, row-major; no copy is made of {@link #input()}
     */
    public void forward(double[] samples) {
        for (LayerBuffers layer : buffers) {
            layer.useForInference();
        }
        run(samples);
    }

    /**
     * Forward through all layers, as the network learns: dropout drops, and batch normalisation measures the batch; its running
     * statistics, which are among the {@link #parameters()}, move on the way back.
     *
     * @param samples the batch, samples × inputs, row-major; no copy is made of {@link #input()}
     * @param iteration the number of the update, from 1
     */
    public void trainingForward(double[] samples, long iteration) {
        for (LayerBuffers layer : buffers) {
            layer.useForTraining(iteration);
        }
        run(samples);
    }

    void forward(double[] samples, Mode mode) {
        if (mode.isTraining()) {
            trainingForward(samples, mode.iteration());
        } else {
            forward(samples);
        }
    }

    /** What the last forward pass was for. */
    Mode mode() {
        LayerBuffers first = buffers.get(0);
        return first.isTraining() ? Mode.training(first.iteration()) : Mode.INFERENCE;
    }

    private void run(double[] samples) {
        if (samples != input) {
            System.arraycopy(samples, 0, input, 0, input.length);
        }
        run();
    }

    /** All layers forward. */
    void run() {
        for (ImageLayers part : imageLayers) {
            part.forward();
        }
        for (int i = leading; i < buffers.size(); i++) {
            network.layers().get(i).forward(parameters, buffers.get(i));
        }
    }

    /**
     * The loss of the batch that went forward.
     *
     * @param target samples × target columns, row-major
     * @return C
     */
    public double loss(double[] target) {
        return loss.value(target);
    }

    /**
     * Backward through all layers: δ of every unit and the gradient of every parameter.
     *
     * @param target samples × target columns, row-major
     */
    public void backward(double[] target) {
        outputDelta(target);
        for (int i = buffers.size() - 1; i >= leading; i--) {
            backwardToInput(i);
            network.layers().get(i).gradients(buffers.get(i), gradients);
        }
        imageLayers.forEach(ImageLayers::backward);
        addImageGradients();
    }

    /** δ of a layer, of which that of the last is there already, and what it hands on. */
    private void backwardToInput(int i) {
        Layer layer = network.layers().get(i);
        if (i < buffers.size() - 1) {
            layer.delta(parameters, buffers.get(i));
        }
        if (i > 0) {
            layer.backwardToInput(parameters, buffers.get(i), buffers.get(i - 1).outputGradient());
        }
    }

    /**
     * As {@link #backward}, and a step of plain gradient descent with it: the same bits as one after the other, faster for large layers.
     * The {@link #gradients()} are not defined after it.
     *
     * @param target samples × target columns, row-major
     * @param rate α
     */
    public void descend(double[] target, double rate) {
        outputDelta(target);
        descent.begin(rate);
        for (int i = buffers.size() - 1; i >= leading; i--) {
            backwardToInput(i);
            network.layers().get(i).descend(buffers.get(i), descent);
        }
        imageLayers.forEach(ImageLayers::backward);
        descendImageLayers();
    }

    /** The steps of the image layers, the gradients of which are known for all parts of the batch. */
    final void descendImageLayers() {
        addImageGradients();
        for (int i = 0; i < leading; i++) {
            network.layers().get(i).blocks().forEach(descent::apply);
        }
    }

    /** The gradients of the image layers, of all parts of the batch. */
    final void addImageGradients() {
        for (int part = 0; part < imageLayers.size(); part++) {
            imageLayers.get(part).putGradients(gradients, part > 0);
        }
    }

    /** Begins the way back, on which running statistics move, so that a look at the loss alone moves nothing; δ of the last layer. */
    final void outputDelta(double[] target) {
        for (int i : remembering) {
            if (buffers.get(i).isTraining()) {
                network.layers().get(i).remember(parameters, buffers.get(i));
            }
        }
        loss.delta(target, parameters);
    }

    /** After {@link #backward}: dC/dYp also where that left it out, because loss and activation have a common rule. */
    void completeLossGradient(double[] target) {
        loss.completeGradient(target);
    }

    /**
     * The first layer of the last forward pass with an output that is not a finite number, else the first one with such a
     * parameter.
     *
     * @return its number from 1, or 0 if all are finite
     */
    public int firstLayerNotFinite() {
        for (int i = 0; i < buffers.size(); i++) {
            if (!isFinite(buffers.get(i).output(), 0, buffers.get(i).output().length)) {
                return i + 1;
            }
        }
        for (int i = 0; i < buffers.size(); i++) {
            for (ParameterBlock block : network.layers().get(i).blocks()) {
                if (!isFinite(parameters, block.offset(), block.end())) {
                    return i + 1;
                }
            }
        }
        return 0;
    }

    private static boolean isFinite(double[] values, int from, int to) {
        return Arrays.stream(values, from, to).allMatch(Double::isFinite);
    }

    /**
     * The parameters the pass runs with.
     *
     * @return the array itself; an optimizer steps on it
     */
    public double[] parameters() {
        return parameters;
    }

    /**
     * The gradients of the last {@link #backward}.
     *
     * @return the array itself
     */
    public double[] gradients() {
        return gradients;
    }

    /** dC/dx of every input after {@link #backward}, which does not need it, so it is computed when asked for. */
    double[] inputGradients() {
        double[] inputGradients = new double[input.length];
        network.layers().get(0).backwardToInput(parameters, buffers.get(0), inputGradients);
        return inputGradients;
    }

    /**
     * The buffers of one layer.
     *
     * @param layer from 0
     * @return its arrays after the last pass
     */
    final LayerBuffers buffers(int layer) {
        return buffers.get(layer);
    }

    final DescentStep descent() {
        return descent;
    }

    final Network network() {
        return network;
    }

    /** How many layers at the beginning are image layers. */
    final int leading() {
        return leading;
    }

    /** The image layers, for half of a batch that is large enough for two threads. */
    final ImageLayers imageLayers(Half half) {
        return imageLayers.get(half.ordinal());
    }
}
