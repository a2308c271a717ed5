package org.chainrule.metric;

import static org.chainrule.formula.Given.given;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.chainrule.data.Dataset;
import org.chainrule.math.Matrix;
import org.chainrule.network.Network;

/**
 * Which class was taken for which.
 *
 * <p>Example: {@code confusionMatrix(net, parts.test()).score("setosa").recall()}.
 *
 * @param classes in the order of their labels
 * @param counts rows are the actual classes, columns the predicted ones
 */
public record ConfusionMatrix(List<String> classes, List<List<Integer>> counts) {
    public ConfusionMatrix {
        classes = List.copyOf(classes);
        counts = counts.stream().map(List::copyOf).toList();
    }

    /**
     * Counts the answers of a network.
     *
     * @param network what predicts
     * @param data with classes
     * @return the matrix
     * @throws IllegalArgumentException if the data set has no classes or the network other outputs
     */
    public static ConfusionMatrix of(Network network, Dataset data) {
        given("confusionMatrix()", network, "a network");
        given("confusionMatrix()", data, "a data set such as iris()");
        if (data.classes().isEmpty()) {
            throw new IllegalArgumentException("confusionMatrix() needs classes, but the targets "
                    + data.targets().names() + " of " + data.name() + " are numbers.");
        }
        Matrix predicted = network.forward(data.inputRows()).prediction();
        return of(data.classes(), predicted, data.targets().values());
    }

    /**
     * Counts answers.
     *
     * @param classes in the order of their labels
     * @param predicted samples × classes, or one column for two classes (class 1 from 0.5 on)
     * @param actual as many samples: one-hot rows or one column of labels
     * @return the matrix
     * @throws IllegalArgumentException if the shapes do not fit
     */
    public static ConfusionMatrix of(List<String> classes, Matrix predicted, Matrix actual) {
        Shapes.checkSamples("confusionMatrix()", predicted, actual);
        int n = classes.size();
        if (predicted.columns() != n && !(predicted.columns() == 1 && n == 2)) {
            throw new IllegalArgumentException("confusionMatrix() got " + Shapes.text(predicted)
                    + " predictions, but it needs an output for each of the " + n + " classes " + classes + ".");
        }
        int[] answers = Labels.predicted(predicted);
        int[] right = Labels.actual("confusionMatrix()", actual);
        int[][] counts = new int[n][n];
        for (int i = 0; i < right.length; i++) {
            counts[checked(right[i], classes)][answers[i]]++;
        }
        List<List<Integer>> rows = new ArrayList<>();
        for (int[] row : counts) {
            rows.add(IntStream.of(row).boxed().toList());
        }
        return new ConfusionMatrix(classes, rows);
    }

    private static int checked(int label, List<String> classes) {
        if (label >= classes.size()) {
            throw new IllegalArgumentException("confusionMatrix() got the label " + label + ", but the "
                    + classes.size() + " classes have the labels 0 to " + (classes.size() - 1) + ".");
        }
        return label;
    }

    /**
     * How many samples of one class were taken for another.
     *
     * @param actual a class
     * @param predicted a class, perhaps the same
     * @return the count
     * @throws IllegalArgumentException if there is no such class
     */
    public int count(String actual, String predicted) {
        return counts.get(label(actual)).get(label(predicted));
    }

    private int label(String name) {
        int label = classes.indexOf(name);
        if (label < 0) {
            throw new IllegalArgumentException(
                    "There is no class named " + name + "; the classes are " + classes + ".");
        }
        return label;
    }

    /**
     * The share of samples on the diagonal.
     *
     * @return 0 to 1
     */
    public double accuracy() {
        int all = IntStream.range(0, classes.size()).map(this::support).sum();
        int hits = IntStream.range(0, classes.size())
                .map(i -> counts.get(i).get(i))
                .sum();
        return all == 0 ? 0 : (double) hits / all;
    }

    /**
     * Precision, recall and F1 of each class.
     *
     * @return in the order of the labels
     */
    public List<ClassScore> scores() {
        return IntStream.range(0, classes.size()).mapToObj(this::score).toList();
    }

    /**
     * Precision, recall and F1 of one class.
     *
     * <pre>{@code
     * var net = network().inputs(2).layer(2).activation(softmax()).weights(new double[][] {{1, 0}, {0, 1}}).biases(0, 0)
     *     .loss(categoricalCrossEntropy());
     * confusionMatrix(net, dataset(new double[][] {{2, 1}, {0, 1}, {3, 1}}, new int[] {0, 1, 1})).score("1").recall(); // 0.5
     * }</pre>
     *
     * @param name the class
     * @return its scores
     * @throws IllegalArgumentException if there is no such class
     */
    public ClassScore score(String name) {
        return score(label(name));
    }

    /**
     * The mean of the classes' scores, each class counting the same ("macro"); one that no sample has and none was taken for counts 0.
     *
     * <pre>{@code
     * var net = network().inputs(2).layer(2).activation(softmax()).weights(new double[][] {{1, 0}, {0, 1}}).biases(0, 0)
     *     .loss(categoricalCrossEntropy());
     * confusionMatrix(net, dataset(new double[][] {{2, 1}, {0, 1}, {3, 1}}, new int[] {0, 1, 1})).macroAverage().recall(); // 0.75
     * }</pre>
     *
     * @return precision, recall and F1, and how many samples there are
     */
    public ClassScore macroAverage() {
        return ClassScore.average("macro average", scores(), score -> 1);
    }

    /**
     * The mean of the classes' scores, each class counting as often as it has samples; its recall is the accuracy.
     *
     * <pre>{@code
     * var net = network().inputs(2).layer(2).activation(softmax()).weights(new double[][] {{1, 0}, {0, 1}}).biases(0, 0)
     *     .loss(categoricalCrossEntropy());
     * confusionMatrix(net, dataset(new double[][] {{2, 1}, {0, 1}, {3, 1}}, new int[] {0, 1, 1})).weightedAverage().recall(); // 0.6667
     * }</pre>
     *
     * @return precision, recall and F1, and how many samples there are
     */
    public ClassScore weightedAverage() {
        return ClassScore.average("weighted average", scores(), ClassScore::support);
    }

    private ClassScore score(int label) {
        int taken = counts.stream().mapToInt(row -> row.get(label)).sum();
        return ClassScore.of(classes.get(label), counts.get(label).get(label), taken, support(label));
    }

    private int support(int label) {
        return counts.get(label).stream().mapToInt(Integer::intValue).sum();
    }

    /** The counts as a table, actual classes down, predicted ones across. */
    @Override
    public String toString() {
        int width = classes.stream().mapToInt(String::length).max().orElse(1) + 2;
        String format = "%" + Math.max(width, 7) + "s";
        StringBuilder text = new StringBuilder("ConfusionMatrix, actual down, predicted across, accuracy ");
        text.append(String.format(Locale.ROOT, "%.4f", accuracy())).append('\n');
        text.append(line(format, "", classes));
        for (int i = 0; i < classes.size(); i++) {
            text.append('\n').append(line(format, classes.get(i), counts.get(i)));
        }
        return text.toString();
    }

    private static String line(String format, String first, List<?> cells) {
        return cells.stream()
                .map(cell -> String.format(Locale.ROOT, format, cell))
                .collect(Collectors.joining("", String.format(Locale.ROOT, format, first), ""));
    }
}
