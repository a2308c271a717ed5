package org.chainrule.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.chainrule.check.Scalar.Edge;
import org.chainrule.formula.Numbers;

/**
 * The numbers that a result was computed from, each with the derivative of the result by it.
 *
 * @param result what {@link Scalar#backward()} was called on
 * @param nodes every number behind it in the order of computation, the result last
 */
public record ScalarGraph(Scalar result, List<Node> nodes) {
    public ScalarGraph {
        nodes = List.copyOf(nodes);
    }

    /**
     * One number of the graph.
     *
     * @param name the one it was given; {@code v3} for the third node if it has none and was computed, its digits for a constant
     * @param operation such as {@code w1 · x1}; empty for a given number
     * @param scalar the number itself
     * @param gradient d result / d number
     */
    public record Node(String name, String operation, Scalar scalar, double gradient) {}

    static ScalarGraph of(Scalar result) {
        List<Scalar> order = inOrder(result);
        Map<Scalar, Double> gradients = new IdentityHashMap<>();
        gradients.put(result, 1.0);
        for (int i = order.size() - 1; i >= 0; i--) {
            double gradient = gradients.get(order.get(i));
            for (Edge edge : order.get(i).operands()) {
                gradients.merge(edge.from(), gradient * edge.slope(), Double::sum);
            }
        }
        return new ScalarGraph(result, nodes(order, gradients));
    }

    /** All numbers behind a result: those it was computed from come before it, because they are less deep. */
    private static List<Scalar> inOrder(Scalar result) {
        Map<Scalar, Integer> found = new IdentityHashMap<>();
        List<Scalar> order = new ArrayList<>(List.of(result));
        for (int i = 0; i < order.size(); i++) {
            for (Edge edge : order.get(i).operands()) {
                if (found.putIfAbsent(edge.from(), i) == null) {
                    order.add(edge.from());
                }
            }
        }
        order.sort(Comparator.comparingInt(Scalar::depth));
        return order;
    }

    private static List<Node> nodes(List<Scalar> order, Map<Scalar, Double> gradients) {
        Map<Scalar, String> names = new IdentityHashMap<>();
        IntStream.range(0, order.size()).forEach(i -> names.put(order.get(i), name(order.get(i), i + 1)));
        return order.stream()
                .map(scalar -> new Node(names.get(scalar), operation(scalar, names), scalar, gradients.get(scalar)))
                .toList();
    }

    private static String name(Scalar scalar, int number) {
        if (!scalar.name().isEmpty()) {
            return scalar.name();
        }
        return scalar.operands().isEmpty() ? Numbers.given(scalar.value()) : "v" + number;
    }

    private static String operation(Scalar scalar, Map<Scalar, String> names) {
        List<String> from =
                scalar.operands().stream().map(edge -> names.get(edge.from())).toList();
        if (from.size() == 2) {
            return from.get(0) + " " + scalar.rule() + " " + from.get(1);
        }
        String rule = scalar.rule();
        return from.isEmpty() ? "" : rule.startsWith("^") ? from.get(0) + rule : rule + "(" + from.get(0) + ")";
    }

    /**
     * The derivative of the result by a number.
     *
     * @param name as it was given, such as {@code w1}
     * @return d result / d w1
     * @throws IllegalArgumentException if no number, or more than one, has that name
     */
    public double gradient(String name) {
        return at(name).gradient();
    }

    /**
     * The derivative of the result by a number.
     *
     * @param scalar the number itself
     * @return its gradient; 0 if the result does not depend on it
     */
    public double gradient(Scalar scalar) {
        return nodes.stream()
                .filter(node -> node.scalar() == scalar)
                .mapToDouble(Node::gradient)
                .sum();
    }

    /**
     * The value of a number.
     *
     * @param name as it was given, such as {@code HN1i}
     * @return its value
     * @throws IllegalArgumentException if no number, or more than one, has that name
     */
    public double value(String name) {
        return at(name).scalar().value();
    }

    private Node at(String name) {
        Map<String, Integer> counts = new HashMap<>();
        nodes.forEach(node -> counts.merge(node.name(), 1, Integer::sum));
        int count = counts.getOrDefault(name, 0);
        if (count != 1) {
            String known = nodes.stream()
                    .map(node -> node.scalar().name())
                    .filter(each -> !each.isEmpty())
                    .distinct()
                    .limit(20)
                    .collect(Collectors.joining(", "));
            throw new IllegalArgumentException("There " + (count == 0 ? "is no number" : "are " + count + " numbers")
                    + " named " + name + " in the graph; the names are " + known + ".");
        }
        return nodes.stream()
                .filter(node -> node.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** One line per number: {@code v5 = w1 · x1 = 0.100000, gradient −0.021674}. */
    @Override
    public String toString() {
        return nodes.stream()
                .map(node -> node.name() + " = " + (node.operation().isEmpty() ? "" : node.operation() + " = ")
                        + Numbers.computed(node.scalar().value()) + ", gradient " + Numbers.computed(node.gradient()))
                .collect(Collectors.joining("\n"));
    }
}
