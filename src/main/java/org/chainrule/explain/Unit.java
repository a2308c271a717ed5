package org.chainrule.explain;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.chainrule.activation.Activation;
import org.chainrule.layer.Dense;
import org.chainrule.layer.Layer;
import org.chainrule.layer.Shape;
import org.chainrule.network.Network;
import org.chainrule.parameter.Names;

/**
 * One unit or input of a network with what it reads and what reads it.
 *
 * @param network its network
 * @param layer 0 for the inputs, 1 for the first layer with weights
 * @param index its place in that layer, from 0
 */
public record Unit(Network network, int layer, int index) {
    /** All units of the network that compute, layer by layer. */
    static List<Unit> all(Network network) {
        return IntStream.rangeClosed(1, network.layers().size())
                .boxed()
                .flatMap(layer -> level(network, layer).stream())
                .toList();
    }

    /** The units that predict. */
    static List<Unit> outputs(Network network) {
        return level(network, network.layers().size());
    }

    /** The units of one layer, or the inputs. */
    static List<Unit> level(Network network, int layer) {
        return IntStream.range(0, names(network, layer).size())
                .mapToObj(index -> new Unit(network, layer, index))
                .toList();
    }

    private static Names names(Network network, int layer) {
        return layer == 0 ? network.inputs() : network.layers().get(layer - 1).units();
    }

    /**
     * The name that the network gives it.
     *
     * @return such as {@code HN1} or {@code x1}
     */
    public String name() {
        return names(network, layer).get(index);
    }

    /**
     * Whether it is an input, which computes nothing.
     *
     * @return true in layer 0
     */
    public boolean isInput() {
        return layer == 0;
    }

    /**
     * Whether it gives a prediction.
     *
     * @return true in the last layer
     */
    public boolean isOutput() {
        return layer == network.layers().size();
    }

    /**
     * How many units its layer has.
     *
     * @return at least 1
     */
    public int layerSize() {
        return names(network, layer).size();
    }

    /**
     * The name that the network gives to one of its weights.
     *
     * @param source one of the units or inputs it reads
     * @return such as {@code w3}
     */
    public String weightName(Unit source) {
        return network.parameters().layout().name(weightFrom(source));
    }

    /**
     * The name that the network gives to its bias.
     *
     * @return such as {@code b1}
     * @throws java.util.NoSuchElementException if it has none
     */
    public String biasName() {
        return network.parameters().layout().name(bias().getAsInt());
    }

    /**
     * Whether another unit of its layer has the same bias.
     *
     * @return true for a shared bias
     */
    public boolean sharesBias() {
        return bias().isPresent()
                && peers().stream().filter(peer -> peer.bias().equals(bias())).count() > 1;
    }

    /** The step of the sequence that it belongs to, from 0; without a sequence 0. */
    int step() {
        return index / unitsPerStep();
    }

    /** Its place among the units of its step. */
    int indexInStep() {
        return index % unitsPerStep();
    }

    private int unitsPerStep() {
        Shape shape = isInput()
                ? network.inputShape()
                : network.layers().get(layer - 1).outputShape();
        return shape instanceof Shape.Sequence sequence ? sequence.features() : layerSize();
    }

    /** All units of its layer; of a sequence those of its step. */
    List<Unit> peers() {
        return level(network, layer).subList(step() * unitsPerStep(), (step() + 1) * unitsPerStep());
    }

    /** A unit or input of the layer before. */
    Unit below(int place) {
        return new Unit(network, layer - 1, place);
    }

    /** A unit of the layer behind. */
    Unit above(int place) {
        return new Unit(network, layer + 1, place);
    }

    /** The units or inputs that it adds up. */
    List<Unit> sources() {
        return connections().sources(index).stream().map(this::below).toList();
    }

    /** The units that add it up, none for an output. */
    List<Unit> readers() {
        return isOutput()
                ? List.of()
                : above(0).connections().readers(index).stream()
                        .map(this::above)
                        .toList();
    }

    Activation activation() {
        return own().activation();
    }

    /** Whether its layer applies a function, so that it has a pre-activation apart from its output. */
    boolean activates() {
        return own().activation() != Layer.NO_ACTIVATION;
    }

    /** Whether its weights are its own, as in a dense layer. */
    boolean hasOwnWeights() {
        return own() instanceof Dense;
    }

    /** Where the weight from one of its sources is among the network's parameters. */
    int weightFrom(Unit source) {
        return connections().weight(index, source.index());
    }

    /** Where its bias is among the network's parameters, if it has one. */
    OptionalInt bias() {
        return connections().bias(index);
    }

    /** Whether only dense layers come after its own, so that its paths to the loss can be written out. */
    boolean isFollowedByDense() {
        return network.layers().stream().skip(layer).allMatch(Dense.class::isInstance);
    }

    /** How its layer computes. */
    LayerFormulas formulas() {
        return LayerFormulas.of(own());
    }

    private Connections connections() {
        return Connections.of(own());
    }

    private Layer own() {
        return network.layers().get(layer - 1);
    }
}
