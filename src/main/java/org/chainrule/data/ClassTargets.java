package org.chainrule.data;

import java.util.Arrays;
import java.util.List;
import org.chainrule.math.Matrix;

/**
 * A class to predict for each sample: classification. As numbers either one-hot (a column per class, for softmax with
 * categorical cross-entropy) or labels (one column with the number of the class, for the sparse form, or for one sigmoid
 * output and two classes).
 *
 * @param name of the column, such as {@code species}
 * @param classes in the order of their numbers from 0
 * @param labels the number of the class of each sample
 * @param encoding as which numbers a loss gets them
 */
public record ClassTargets(String name, List<String> classes, List<Integer> labels, Encoding encoding)
        implements Targets {
    /** How a class becomes numbers. */
    public enum Encoding {
        /** A column per class: 1 for its own, 0 for the others. */
        ONE_HOT,
        /** One column: the number of the class. */
        LABEL
    }

    public ClassTargets {
        classes = List.copyOf(classes);
        labels = List.copyOf(labels);
        for (int i = 0; i < labels.size(); i++) {
            if (labels.get(i) < 0 || labels.get(i) >= classes.size()) {
                throw new IllegalArgumentException("dataset() got the label " + labels.get(i) + " in row " + i
                        + ", but the " + classes.size() + " classes have the labels 0 to " + (classes.size() - 1)
                        + ".");
            }
        }
    }

    @Override
    public List<String> names() {
        return encoding == Encoding.ONE_HOT ? classes : List.of(name);
    }

    @Override
    public Matrix values() {
        if (encoding == Encoding.ONE_HOT) {
            return Matrix.ofRowMajor(size(), oneHot());
        }
        return Matrix.ofRowMajor(
                size(), labels.stream().mapToDouble(Integer::doubleValue).toArray());
    }

    private double[] oneHot() {
        double[] values = new double[size() * classes.size()];
        for (int i = 0; i < size(); i++) {
            values[i * classes.size() + labels.get(i)] = 1;
        }
        return values;
    }

    @Override
    public int size() {
        return labels.size();
    }

    @Override
    public String text(int sample) {
        return classes.get(labels.get(sample));
    }

    @Override
    public Targets rows(int... samples) {
        return new ClassTargets(
                name, classes, Arrays.stream(samples).mapToObj(labels::get).toList(), encoding);
    }

    ClassTargets with(Encoding other) {
        return new ClassTargets(name, classes, labels, other);
    }
}
