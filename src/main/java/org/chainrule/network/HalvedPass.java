package org.chainrule.network;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.chainrule.layer.Dense;
import org.chainrule.layer.Layer;
import org.chainrule.layer.LayerBuffers;
import org.chainrule.math.Half;
import org.chainrule.math.TwoThreads;

/**
 * A pass on two threads: each takes half of the samples through all layers forward, and back again; then each computes half of the
 * gradients of every layer, for all samples. Through large dense layers at the beginning they go together, each with half of the units, so that
 * each reads only half of the weights, the same ones that it changes afterwards. The gradients of the image layers are added up on the way back already, for each half of the
 * samples, as on one thread.
 *
 * <p>No sum is cut, so the bits are those of one thread. It is for layers that look at one sample at a time, as
 * {@link Layer#takesSamplesApart()} says.
 */
final class HalvedPass extends Pass {
    private final TwoThreads threads;

    /** The layers after the image layers. */
    private final List<Layer> layers;

    private final List<LayerBuffers> whole;
    private final List<LayerBuffers> first;
    private final List<LayerBuffers> second;
    private final List<Consumer<Half>> forward;

    HalvedPass(Pass other, int samples, TwoThreads threads) {
        super(other, samples);
        this.threads = threads;
        List<Layer> all = network().layers();
        this.layers = all.subList(leading(), all.size());
        this.whole =
                IntStream.range(leading(), all.size()).mapToObj(this::buffers).toList();
        this.first = half(Half.FIRST, samples);
        this.second = half(Half.SECOND, samples);
        this.forward = stages();
    }

    private List<LayerBuffers> half(Half half, int samples) {
        return part(leading(), leading() + layers.size(), half.from(samples), half.to(samples));
    }

    @Override
    void run() {
        for (Consumer<Half> stage : forward) {
            threads.run(stage);
        }
    }

    /** Large dense layers at the beginning, each by halves of its units; then the rest, by halves of the samples. */
    private List<Consumer<Half>> stages() {
        List<Layer> together = leading() > 0
                ? List.of()
                : layers.stream().takeWhile(HalvedPass::sharesUnits).toList();
        List<Consumer<Half>> stages = new ArrayList<>();
        for (int i = 0; i < together.size(); i++) {
            Dense layer = (Dense) together.get(i);
            LayerBuffers buffers = whole.get(i);
            stages.add(half -> layer.forward(parameters(), buffers, half));
        }
        stages.add(half -> forward(half, together.size()));
        return stages;
    }

    private static boolean sharesUnits(Layer layer) {
        return layer instanceof Dense dense && dense.sharesUnits();
    }

    private void forward(Half half, int from) {
        if (leading() > 0) {
            imageLayers(half).forward();
        }
        List<LayerBuffers> buffers = part(half);
        for (int i = from; i < layers.size(); i++) {
            layers.get(i).forward(parameters(), buffers.get(i));
        }
    }

    @Override
    public void backward(double[] target) {
        outputDelta(target);
        threads.run(this::deltas);
        threads.run(this::gradients);
        addImageGradients();
    }

    @Override
    public void descend(double[] target, double rate) {
        outputDelta(target);
        descent().begin(rate);
        threads.run(this::deltas);
        threads.run(this::descend);
        descendImageLayers();
    }

    /** δ of all layers before the last, from that of the last. */
    private void deltas(Half half) {
        List<LayerBuffers> buffers = part(half);
        for (int i = layers.size() - 1; i > 0; i--) {
            handOn(i, buffers.get(i), buffers.get(i - 1));
            layers.get(i - 1).delta(parameters(), buffers.get(i - 1));
        }
        if (leading() > 0) {
            handOn(0, buffers.get(0), buffers(leading() - 1));
            imageLayers(half).backward();
        }
    }

    private void handOn(int layer, LayerBuffers buffers, LayerBuffers before) {
        layers.get(layer).backwardToInput(parameters(), buffers, before.outputGradient());
    }

    private void gradients(Half half) {
        for (int i = 0; i < layers.size(); i++) {
            layers.get(i).gradients(whole.get(i), gradients(), half);
        }
    }

    private void descend(Half half) {
        for (int i = 0; i < layers.size(); i++) {
            layers.get(i).descend(whole.get(i), descent(), half);
        }
    }

    private List<LayerBuffers> part(Half half) {
        return half == Half.FIRST ? first : second;
    }
}
