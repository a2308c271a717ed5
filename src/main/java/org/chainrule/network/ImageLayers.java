package org.chainrule.network;

import java.util.List;
import org.chainrule.layer.Layer;
import org.chainrule.layer.LayerBuffers;
import org.chainrule.parameter.ParameterBlock;

/**
 * The layers at the beginning that {@linkplain Layer#goesBySample() go by sample}, those of images, for a part of the batch: a few
 * samples at a time, so that each layer finds in the cache what the one before it wrote.
 */
final class ImageLayers {
    /** So many values of one array stay in the cache while the layers take them through their rules. */
    private static final int CACHED = 16_384;

    private final List<Layer> layers;
    private final List<LayerBuffers> buffers;
    private final double[] parameters;

    /** As many as these layers have parameters, which are the first of the network. */
    private final double[] gradients;

    private final int from;
    private final int to;
    private final int round;

    /**
     * The first layers of a pass.
     *
     * @param layers one or more
     * @param buffers of each, for the part of the batch
     * @param parameters of the network
     */
    ImageLayers(List<Layer> layers, List<LayerBuffers> buffers, double[] parameters) {
        this.layers = layers;
        this.buffers = buffers;
        this.parameters = parameters;
        this.gradients = new double
                [layers.stream()
                        .flatMap(layer -> layer.blocks().stream())
                        .mapToInt(ParameterBlock::end)
                        .max()
                        .orElse(0)];
        this.from = buffers.get(0).from();
        this.to = buffers.get(0).to();
        int widest =
                layers.stream().mapToInt(layer -> layer.units().size()).max().orElseThrow();
        this.round = Math.max(1, CACHED / widest);
    }

    /** All of them forward. */
    void forward() {
        for (int first = from; first < to; first += round) {
            for (int i = 0; i < layers.size(); i++) {
                work(i, first);
                layers.get(i).forward(parameters, buffers.get(i));
            }
        }
    }

    /** All of them backward, from the output gradient of the last. */
    void backward() {
        for (int first = from; first < to; first += round) {
            for (int i = layers.size() - 1; i >= 0; i--) {
                work(i, first);
                backward(i);
            }
        }
    }

    private void backward(int i) {
        Layer layer = layers.get(i);
        layer.delta(parameters, buffers.get(i));
        layer.gradients(buffers.get(i), gradients);
        if (i > 0) {
            layer.backwardToInput(parameters, buffers.get(i), buffers.get(i - 1).outputGradient());
        }
    }

    private void work(int layer, int first) {
        buffers.get(layer).work(first, Math.min(first + round, to));
    }

    /**
     * Hands out what {@link #backward} found.
     *
     * @param all the gradients of all parameters of the network
     * @param adds whether to add to what is there
     */
    void putGradients(double[] all, boolean adds) {
        for (int i = 0; i < gradients.length; i++) {
            all[i] = adds ? all[i] + gradients[i] : gradients[i];
        }
    }
}
