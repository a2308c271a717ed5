package org.chainrule.diagram;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.chainrule.layer.Layer;
import org.chainrule.network.Network;

/** A diagram in words, made from the numbers it shows: the text that is read instead of the picture. */
final class DiagramText {
    private static final int MOST_NUMBERS = 24;

    private final Subject subject;

    DiagramText(Subject subject) {
        this.subject = subject;
    }

    String text() {
        Layout layout = new Layout(subject);
        String result = subject.result().isEmpty() ? "" : " " + capitalised(String.join(", ", subject.result())) + ".";
        return subject.title() + ": " + shape() + "." + units(layout) + parameters(layout) + result;
    }

    private String shape() {
        Network network = subject.network();
        return count(network.inputs().size(), "input") + ", "
                + network.layers().stream()
                        .map(layer -> count(layer.units().size(), shapeNoun(layer)))
                        .collect(Collectors.joining(", "));
    }

    private static String shapeNoun(Layer layer) {
        return layer.activation() == Layer.NO_ACTIVATION
                ? layer.getClass().getSimpleName() + " unit"
                : layer.activation() + " unit";
    }

    private String units(Layout layout) {
        List<String> numbers = layout.columns().stream()
                .flatMap(List::stream)
                .filter(node -> !node.isGap())
                .map(this::unit)
                .toList();
        return " Units: " + listed(numbers) + ".";
    }

    private String unit(Layout.Node node) {
        String below = subject.belowUnit(node.layer(), node.unit());
        return (node.name() + " " + subject.inUnit(node.layer(), node.unit())).strip()
                + (below.isEmpty() ? "" : " (" + below + ")");
    }

    private String parameters(Layout layout) {
        List<String> edges = layout.edges().stream()
                .map(edge -> edge.name() + " " + Layout.number(edge.value()) + " from "
                        + edge.from().name() + " to " + edge.to().name())
                .toList();
        List<String> biases = layout.biases().stream()
                .map(bias -> bias.name() + " " + Layout.number(bias.value()))
                .toList();
        String ofBiases = biases.isEmpty() ? "" : " " + biasHeading() + ": " + listed(biases) + ".";
        String ofEdges = edges.isEmpty() ? "" : " " + capitalised(subject.edgeNoun()) + "s: " + listed(edges) + ".";
        return ofEdges + ofBiases;
    }

    private String biasHeading() {
        return subject.edgeNoun().equals("weight") ? "Biases" : capitalised(subject.edgeNoun()) + "s of the biases";
    }

    private static String listed(List<String> parts) {
        String more = parts.size() > MOST_NUMBERS ? ", … " + parts.size() + " drawn" : "";
        return parts.stream().limit(MOST_NUMBERS).collect(Collectors.joining(", ")) + more;
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    private static String capitalised(String noun) {
        return noun.substring(0, 1).toUpperCase(Locale.ROOT) + noun.substring(1);
    }
}
