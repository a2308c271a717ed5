package org.chainrule.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.chainrule.formula.Numbers;
import org.chainrule.layer.Dense;
import org.chainrule.network.Network;
import org.chainrule.parameter.Names;
import org.chainrule.parameter.ParameterLayout;

/** Where everything goes: one column of circles per layer, left to right, large layers cut short. */
final class Layout {
    /** Of a layer with more units only the first three and the last are drawn. */
    static final int MOST_UNITS = 6;

    /** Between two columns with more lines the lines carry no labels. */
    static final int MOST_LABELS = 16;

    static final int RADIUS = 36;
    static final int BIAS_WIDTH = 84;
    static final int BIAS_HEIGHT = 40;
    private static final int ROW = 132;
    private static final int TOP = 84;
    private static final int LEFT = 60;
    private static final int FLOW = 230;

    /** About the width of a letter. */
    private static final int LETTER = 8;

    /**
     * A circle.
     *
     * @param layer 0 for the inputs
     * @param unit its index, −1 where units are left out
     * @param name of the unit, or what is left out
     */
    record Node(int layer, int unit, String name, double x, double y) {
        boolean isGap() {
            return unit < 0;
        }
    }

    /** A line from a unit to a unit, with the parameter it stands for. */
    record Edge(Node from, Node to, String name, double value, boolean labelled) {}

    /** A bias: a square with lines to the circles that share it, or a line of text above the one circle that has it. */
    record BiasNode(String name, double value, double x, double y, List<Node> users) {
        boolean isShared() {
            return users.size() > 1;
        }
    }

    /** An arrow into a layer whose weights are not lines between units. */
    record Flow(String name, double from, double to, double y) {}

    private final Subject subject;
    private final Network network;
    private final List<List<Node>> columns = new ArrayList<>();
    private final List<Edge> edges = new ArrayList<>();
    private final List<BiasNode> biases = new ArrayList<>();
    private final List<Flow> flows = new ArrayList<>();
    private final int rows;

    Layout(Subject subject) {
        this.subject = subject;
        this.network = subject.network();
        this.rows = IntStream.rangeClosed(0, network.layers().size())
                .map(layer -> slots(names(layer).size()).length)
                .max()
                .orElseThrow();
        double x = LEFT + RADIUS;
        for (int layer = 0; layer <= network.layers().size(); layer++) {
            x += layer == 0 ? 0 : gap(layer);
            columns.add(column(layer, x));
        }
        for (int layer = 1; layer <= network.layers().size(); layer++) {
            if (network.layers().get(layer - 1) instanceof Dense dense) {
                addEdges(layer, dense);
                addBiases(layer, dense);
            } else {
                addFlow(layer);
            }
        }
    }

    private Names names(int layer) {
        return layer == 0 ? network.inputs() : network.layers().get(layer - 1).units();
    }

    /** The units to draw, −1 where some are left out. */
    private static int[] slots(int units) {
        return units <= MOST_UNITS ? IntStream.range(0, units).toArray() : new int[] {0, 1, 2, -1, units - 1};
    }

    private int lines(int layer) {
        return slots(names(layer - 1).size()).length * slots(names(layer).size()).length;
    }

    private int gap(int layer) {
        if (!(network.layers().get(layer - 1) instanceof Dense)) {
            return FLOW;
        }
        return Math.max(270, Math.min(440, 200 + 20 * lines(layer)));
    }

    private List<Node> column(int layer, double x) {
        Names names = names(layer);
        int[] slots = slots(names.size());
        double top = TOP + RADIUS + (rows - slots.length) * ROW / 2.0;
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < slots.length; i++) {
            String name = slots[i] < 0 ? names.size() + " units" : names.get(slots[i]);
            nodes.add(new Node(layer, slots[i], name, x, top + i * ROW));
        }
        return nodes;
    }

    private void addEdges(int layer, Dense dense) {
        ParameterLayout layout = network.parameters().layout();
        boolean labelled = lines(layer) <= MOST_LABELS;
        for (Node from : columns.get(layer - 1)) {
            for (Node to : columns.get(layer)) {
                if (!from.isGap() && !to.isGap()) {
                    int index = dense.weightIndex(to.unit(), from.unit());
                    edges.add(new Edge(from, to, layout.name(index), subject.ofParameter(index), labelled));
                }
            }
        }
    }

    private void addFlow(int layer) {
        String name = network.layers().get(layer - 1).getClass().getSimpleName();
        double from = columns.get(layer - 1).get(0).x() + RADIUS + 24;
        double to = columns.get(layer).get(0).x() - RADIUS - 24;
        flows.add(new Flow(name, from, to, TOP + RADIUS + (rows - 1) * ROW / 2.0));
    }

    private void addBiases(int layer, Dense dense) {
        List<Node> units =
                columns.get(layer).stream().filter(node -> !node.isGap()).toList();
        units.stream()
                .map(node -> dense.biasIndex(node.unit()))
                .filter(index -> index != Dense.NO_BIAS)
                .distinct()
                .forEach(index -> biases.add(bias(layer, index, usersOf(dense, index, units))));
    }

    private static List<Node> usersOf(Dense dense, int index, List<Node> units) {
        return units.stream()
                .filter(node -> dense.biasIndex(node.unit()) == index)
                .toList();
    }

    /** The bias of one unit stands above it; one that several units share stands below the column before them. */
    private BiasNode bias(int layer, int index, List<Node> users) {
        String name = network.parameters().layout().name(index);
        Node last = users.get(users.size() - 1);
        boolean shared = users.size() > 1;
        double x = shared ? last.x() - gap(layer) * 0.55 : last.x();
        double y = shared ? bottom() - BIAS_HEIGHT / 2.0 : last.y() - RADIUS - 12;
        return new BiasNode(name, subject.ofParameter(index), x, y, users);
    }

    private double bottom() {
        int shared = hasSharedBias() ? 36 + BIAS_HEIGHT : 24;
        return TOP + 2 * RADIUS + (rows - 1) * ROW + shared;
    }

    private boolean hasSharedBias() {
        return network.layers().stream()
                .filter(Dense.class::isInstance)
                .map(Dense.class::cast)
                .anyMatch(dense -> dense.units().size() > 1
                        && dense.biasIndex(0) != Dense.NO_BIAS
                        && dense.biasIndex(0) == dense.biasIndex(1));
    }

    Subject subject() {
        return subject;
    }

    List<List<Node>> columns() {
        return columns;
    }

    List<Edge> edges() {
        return edges;
    }

    List<BiasNode> biases() {
        return biases;
    }

    List<Flow> flows() {
        return flows;
    }

    double largest() {
        double ofEdges =
                edges.stream().mapToDouble(edge -> Math.abs(edge.value())).max().orElse(0);
        double ofBiases = biases.stream()
                .mapToDouble(bias -> Math.abs(bias.value()))
                .max()
                .orElse(0);
        return Math.max(ofEdges, ofBiases);
    }

    int width() {
        List<Node> outputs = columns.get(columns.size() - 1);
        int letters = subject.result().stream().mapToInt(String::length).max().orElse(0);
        return (int) outputs.get(0).x() + RADIUS + LEFT + LETTER * letters;
    }

    int height() {
        return (int) bottom() + 20;
    }

    /** A number as short as it stays readable on a line. */
    static String number(double value) {
        if (Numbers.decimals(value) <= 4) {
            return Numbers.given(value);
        }
        return computed(value);
    }

    /** A computed number that fits into a circle. */
    static String computed(double value) {
        return value != 0 && Math.abs(value) < 1e-3 ? Numbers.scientific(value, 2) : Numbers.computed(value);
    }
}
