package org.chainrule.parameter;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.chainrule.formula.Numbers;

/**
 * One number per parameter of a network, immutable: its values, their gradients or their changes.
 *
 * <p>Example: {@code net.parameters().at("w5")} is 0.3.
 */
public final class ParameterValues {
    private final ParameterLayout layout;
    private final double[] values;

    /**
     * Values in the order of a layout.
     *
     * @param layout which parameter is where
     * @param values one per parameter; copied
     */
    public ParameterValues(ParameterLayout layout, double[] values) {
        if (values.length != layout.size()) {
            throw new IllegalArgumentException("parameters() got " + values.length + " values, but the network has "
                    + layout.size() + " parameters.");
        }
        this.layout = layout;
        this.values = values.clone();
    }

    /**
     * The number that belongs to a parameter.
     *
     * @param name such as {@code w5}
     * @return its number
     * @throws IllegalArgumentException if there is no parameter of that name
     */
    public double at(String name) {
        return values[indexOf(name)];
    }

    /**
     * The number at an index of the layout.
     *
     * @param index from 0
     * @return its number
     * @throws IllegalArgumentException if there is no such index
     */
    public double at(int index) {
        if (index < 0 || index >= values.length) {
            throw new IllegalArgumentException(
                    "at(" + index + ") is none of the parameters, which are 0 to " + (values.length - 1) + ".");
        }
        return values[index];
    }

    /**
     * Where a parameter is.
     *
     * @param name such as {@code w5}
     * @return its index
     * @throws IllegalArgumentException if there is no parameter of that name
     */
    public int indexOf(String name) {
        int index = layout.indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException(
                    "There is no parameter named " + name + "; the parameters are " + names() + ".");
        }
        return index;
    }

    /**
     * How many parameters there are.
     *
     * @return the count
     */
    public int size() {
        return values.length;
    }

    /**
     * Which parameter is where.
     *
     * @return the layout
     */
    public ParameterLayout layout() {
        return layout;
    }

    /**
     * The names in reading order.
     *
     * @return such as {@code w1, w2, w3, w4, b1, w5, w6, b2}
     */
    public Names names() {
        List<Integer> order = layout.readingOrder();
        return Names.generated(order.size(), i -> layout.name(order.get(i)));
    }

    /**
     * All numbers in the order of the layout.
     *
     * @return a copy
     */
    public double[] toArray() {
        return values.clone();
    }

    @Override
    public String toString() {
        Names names = names();
        String more = size() > 12 ? ", … " + size() + " in all" : "";
        return IntStream.range(0, Math.min(size(), 12))
                .mapToObj(names::get)
                .map(name -> name + " " + Numbers.computed(at(name)))
                .collect(Collectors.joining(", ", "", more));
    }
}
