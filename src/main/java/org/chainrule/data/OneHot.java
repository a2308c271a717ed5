package org.chainrule.data;

import java.util.Comparator;
import java.util.List;

/**
 * Classes as vectors: a column per class, 1 for its own and 0 for the others.
 *
 * <p>Example: {@code oneHot("red", "green", "blue").encode("green")} is (0, 1, 0).
 *
 * @param classes in the order of their labels 0, 1, 2, …
 */
public record OneHot(List<String> classes) {
    public OneHot {
        classes = List.copyOf(classes);
        Checks.columnNames("oneHot()", "class", classes, classes.size());
    }

    /**
     * The coding of the classes that occur in a column, in alphabetical order, or by value if all are numbers.
     *
     * @param column a class per sample
     * @return the coding
     */
    public static OneHot of(List<String> column) {
        boolean numbers = column.stream().allMatch(Cells::isNumber);
        return new OneHot(column.stream()
                .distinct()
                .sorted(numbers ? Comparator.comparing(Double::valueOf) : Comparator.naturalOrder())
                .toList());
    }

    /**
     * The number of a class.
     *
     * @param name one of the classes
     * @return its label, from 0
     * @throws IllegalArgumentException if there is no such class
     */
    public int label(String name) {
        int label = classes.indexOf(name);
        if (label < 0) {
            throw new IllegalArgumentException(
                    "oneHot() got the class " + name + ", but the classes are " + classes + ".");
        }
        return label;
    }

    /**
     * A class as a vector.
     *
     * @param name one of the classes
     * @return 1 at its label, 0 elsewhere
     * @throws IllegalArgumentException if there is no such class
     */
    public double[] encode(String name) {
        double[] vector = new double[classes.size()];
        vector[label(name)] = 1;
        return vector;
    }

    /**
     * The class that a vector stands for, also one of probabilities.
     *
     * @param vector one value per class
     * @return the class with the largest value, the first of equal ones
     * @throws IllegalArgumentException if the length differs from the number of classes
     */
    public String decode(double... vector) {
        if (vector.length != classes.size()) {
            throw new IllegalArgumentException("decode() got " + vector.length + " values, but there are "
                    + classes.size() + " classes " + classes + ".");
        }
        return classes.get(largest(vector));
    }

    private static int largest(double... vector) {
        int best = 0;
        for (int i = 1; i < vector.length; i++) {
            best = vector[i] > vector[best] ? i : best;
        }
        return best;
    }
}
