package org.chainrule.data;

import static org.chainrule.formula.Given.all;
import static org.chainrule.formula.Given.given;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.chainrule.data.ClassTargets.Encoding;
import org.chainrule.math.Matrix;
import org.chainrule.math.Seed;
import org.chainrule.parameter.Names;

/**
 * Samples to learn from: named features, and for each sample its target. Immutable.
 *
 * <p>Example: {@code iris().split(0.8, seed(42)).training()}.
 *
 * <p>Making one throws an IllegalArgumentException if names come twice, rows and targets differ in number, or a value is not
 * finite.
 *
 * @param name what it is called, such as {@code iris}
 * @param features the names of the inputs
 * @param inputs samples × features, finite
 * @param targets as many as there are samples
 */
public record Dataset(String name, List<String> features, Matrix inputs, Targets targets) {
    public Dataset {
        features = List.copyOf(features);
        Checks.columnNames("dataset()", "feature", features, inputs.columns());
        Checks.sameSize(inputs.rows(), targets.size());
        Checks.finite(features, inputs);
        if (targets instanceof NumericTargets numeric) {
            Checks.finite(numeric.names(), numeric.values());
        }
    }

    /**
     * A data set for regression, with features x1, x2, … and targets y1, y2, … (y if there is one).
     *
     * @param inputs one row per sample
     * @param targets one row per sample
     * @return the data set
     */
    public static Dataset of(double[][] inputs, double[][] targets) {
        return FromArrays.regression(inputs, targets);
    }

    /**
     * A data set for classification, with features x1, x2, … and the classes 0 to the largest label.
     *
     * @param inputs one row per sample
     * @param labels the number of the class of each sample, from 0
     * @return the data set, one-hot until {@link #labels()} is asked for
     */
    public static Dataset of(double[][] inputs, int[] labels) {
        return FromArrays.classification(inputs, labels);
    }

    /**
     * A data set for classification, with features x1, x2, … and the classes in alphabetical order.
     *
     * @param inputs one row per sample
     * @param labels the class of each sample
     * @return the data set, one-hot until {@link #labels()} is asked for
     */
    public static Dataset of(double[][] inputs, String... labels) {
        return FromArrays.classification(inputs, labels);
    }

    /**
     * This data set with another name.
     *
     * @param other such as {@code "my measurements"}
     * @return a new data set
     */
    public Dataset named(String other) {
        return new Dataset(other, features, inputs, targets);
    }

    /**
     * This data set with other names for its features.
     *
     * <pre>{@code dataset(new double[][] {{1, 2}}, new double[][] {{3}}).withFeatures("size", "age").features();}</pre>
     *
     * @param names one per feature
     * @return a new data set
     */
    public Dataset withFeatures(String... names) {
        return new Dataset(name, all("withFeatures()", "names", names), inputs, targets);
    }

    /**
     * This data set with other inputs for the same samples, as preprocessing makes them.
     *
     * @param names one per column
     * @param values samples × names
     * @return a new data set
     */
    public Dataset withInputs(List<String> names, Matrix values) {
        return new Dataset(
                name, given("withInputs()", names, "names"), given("withInputs()", values, "numbers"), targets);
    }

    /**
     * How many samples there are.
     *
     * @return at least 1
     */
    public int size() {
        return inputs.rows();
    }

    /**
     * The names of the classes.
     *
     * @return in the order of their labels, empty for regression
     */
    public List<String> classes() {
        return targets instanceof ClassTargets labelled ? labelled.classes() : List.of();
    }

    /**
     * How many samples each class has.
     *
     * @return in the order of the labels, empty for regression
     */
    public Map<String, Integer> classCounts() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        if (targets instanceof ClassTargets labelled) {
            classes().forEach(each -> counts.put(each, 0));
            labelled.labels().forEach(label -> counts.merge(classes().get(label), 1, Integer::sum));
        }
        return counts;
    }

    /**
     * The inputs of every sample, for {@code training(net).samples(…)} and {@code net.forward(…)}.
     *
     * @return one row per sample, copied
     */
    public double[][] inputRows() {
        return Rows.toArrays(inputs);
    }

    /**
     * The targets of every sample as numbers.
     *
     * @return one row per sample, copied
     */
    public double[][] targetRows() {
        return Rows.toArrays(targets.values());
    }

    /**
     * The classes as one column per class, which is how they are at first.
     *
     * <pre>{@code iris().labels().oneHot().targetRows()[0][0]; // 1.0}</pre>
     *
     * @return a new data set
     */
    public Dataset oneHot() {
        return new Dataset(name, features, inputs, classTargets("oneHot()").with(Encoding.ONE_HOT));
    }

    /**
     * The classes as one column with their numbers: for sparse categorical cross-entropy, or one sigmoid output.
     *
     * <pre>{@code iris().labels().targetRows()[149][0]; // 2.0}</pre>
     *
     * @return a new data set
     */
    public Dataset labels() {
        return new Dataset(name, features, inputs, classTargets("labels()").with(Encoding.LABEL));
    }

    private ClassTargets classTargets(String call) {
        if (targets instanceof ClassTargets labelled) {
            return labelled;
        }
        throw new IllegalArgumentException(
                call + " needs classes, but the targets " + targets.names() + " of " + name + " are numbers.");
    }

    /**
     * Some of the samples.
     *
     * @param samples which, from 0, in their new order; at least one
     * @return a new data set
     * @throws IllegalArgumentException if there is none, or one that the data set does not have
     */
    public Dataset rows(int... samples) {
        Checks.samples(given("rows()", samples, "sample numbers"), size());
        return new Dataset(name, features, Rows.of(inputs, samples), targets.rows(samples));
    }

    /**
     * The first samples.
     *
     * <pre>{@code iris().head(10).size(); // 10}</pre>
     *
     * @param count at least 1; all if there are fewer
     * @return a new data set
     */
    public Dataset head(int count) {
        return rows(IntStream.range(0, Math.min(count, size())).toArray());
    }

    /**
     * Only some of the features.
     *
     * <pre>{@code iris().select("petal_length", "petal_width").inputs().columns(); // 2}</pre>
     *
     * @param names which, in their new order
     * @return a new data set
     */
    public Dataset select(String... names) {
        int[] columns = all("select()", "names of features", names).stream()
                .mapToInt(each -> Checks.columnOf("select()", each, features))
                .toArray();
        return withInputs(List.of(names), Rows.columns(inputs, columns));
    }

    /**
     * The samples in random order.
     *
     * <pre>{@code iris().shuffle(seed(1)).head(10);}</pre>
     *
     * @param seed as {@code seed(42)}
     * @return a new data set
     */
    public Dataset shuffle(Seed seed) {
        return rows(given("shuffle()", seed, "a seed such as seed(1)").stream().permutation(size()));
    }

    /**
     * Sets samples aside for the test, at random.
     *
     * <pre>{@code iris().split(0.8, seed(1)).test().size(); // 30}</pre>
     *
     * @param training the share for training, such as 0.8
     * @param seed as {@code seed(42)}
     * @return training and test data
     * @throws IllegalArgumentException if one of them would be empty
     */
    public Split split(double training, Seed seed) {
        return Split.of(this, given("split()", seed, "a seed such as seed(1)"), training);
    }

    /**
     * Sets samples aside for validation and for the test, at random.
     *
     * <pre>{@code iris().split(0.6, 0.2, seed(1)).validation().size(); // 30}</pre>
     *
     * @param training the share for training, such as 0.7
     * @param validation the share for validation, such as 0.15; the rest is for the test
     * @param seed as {@code seed(42)}
     * @return training, validation and test data
     * @throws IllegalArgumentException if one of them would be empty
     */
    public Split split(double training, double validation, Seed seed) {
        return Split.of(this, given("split()", seed, "a seed such as seed(1)"), training, validation);
    }

    /**
     * Like {@link #split(double, Seed)}, with the same mix of classes in both parts.
     *
     * <pre>{@code iris().stratifiedSplit(0.8, seed(1)).test().classCounts(); // ten of each}</pre>
     *
     * @param training the share for training
     * @param seed as {@code seed(42)}
     * @return training and test data
     */
    public Split stratifiedSplit(double training, Seed seed) {
        return Split.stratified(
                this,
                classTargets("stratifiedSplit()").labels(),
                given("stratifiedSplit()", seed, "a seed such as seed(1)"),
                training);
    }

    /**
     * Like {@link #split(double, double, Seed)}, with the same mix of classes in all parts.
     *
     * <pre>{@code iris().stratifiedSplit(0.6, 0.2, seed(1)).validation().classCounts(); // ten of each}</pre>
     *
     * @param training the share for training, such as 0.7
     * @param validation the share for validation, such as 0.15
     * @param seed as {@code seed(42)}
     * @return training, validation and test data
     */
    public Split stratifiedSplit(double training, double validation, Seed seed) {
        return Split.stratified(
                this,
                classTargets("stratifiedSplit()").labels(),
                given("stratifiedSplit()", seed, "a seed such as seed(1)"),
                training,
                validation);
    }

    /**
     * k-fold cross-validation of shuffled samples: k splits, in each of which another k-th of the samples is the test; the first
     * samples mod k tests have one sample more.
     *
     * <pre>{@code iris().folds(5, seed(1)).get(0).test().size(); // 30}</pre>
     *
     * @param k at least 2, at most the number of samples
     * @param seed as {@code seed(42)}
     * @return k splits
     */
    public List<Split> folds(int k, Seed seed) {
        given("folds()", seed, "a seed such as seed(1), or none: folds(5)");
        return Split.all(this, Folds.of(Folds.order(size(), Optional.of(seed)), k));
    }

    /**
     * Like {@link #folds(int, Seed)}, with the samples in their own order: the first test is the beginning of the data.
     *
     * <pre>{@code iris().folds(5).get(0).test().classCounts(); // 30 setosa}</pre>
     *
     * @param k at least 2, at most the number of samples
     * @return k splits
     */
    public List<Split> folds(int k) {
        return Split.all(this, Folds.of(Folds.order(size(), Optional.empty()), k));
    }

    /**
     * Like {@link #folds(int, Seed)}, with the same mix of classes in all tests.
     *
     * <pre>{@code iris().stratifiedFolds(5, seed(1)).get(0).test().classCounts(); // ten of each}</pre>
     *
     * @param k at least 2, at most the number of samples of the largest class; a class with fewer is missing in some tests
     * @param seed as {@code seed(42)}
     * @return k splits
     */
    public List<Split> stratifiedFolds(int k, Seed seed) {
        given("stratifiedFolds()", seed, "a seed such as seed(1), or none: stratifiedFolds(5)");
        return Split.all(
                this, Folds.stratified(classTargets("stratifiedFolds()").labels(), k, Optional.of(seed)));
    }

    /**
     * Like {@link #stratifiedFolds(int, Seed)}, with the samples in their own order: the first of each class are in the first test.
     *
     * <pre>{@code iris().stratifiedFolds(5).get(0).test().classCounts(); // ten of each}</pre>
     *
     * @param k at least 2, at most the number of samples of the largest class; a class with fewer is missing in some tests
     * @return k splits
     */
    public List<Split> stratifiedFolds(int k) {
        return Split.all(
                this, Folds.stratified(classTargets("stratifiedFolds()").labels(), k, Optional.empty()));
    }

    /**
     * The samples in batches, shuffled anew for every epoch.
     *
     * <pre>{@code iris().batches(32, seed(1)).updatesPerEpoch(); // 5}</pre>
     *
     * @param size samples per update, at least 1; the last batch of an epoch may be shorter
     * @param seed as {@code seed(42)}
     * @return the batches of every epoch
     */
    public Batches batches(int size, Seed seed) {
        return new Batches(this, size, Optional.of(given("batches()", seed, "a seed such as seed(1)")));
    }

    /**
     * The samples in batches, in their own order.
     *
     * @param size samples per update, at least 1; the last batch of an epoch may be shorter
     * @return the batches, the same in every epoch
     */
    public Batches batches(int size) {
        return new Batches(this, size, Optional.empty());
    }

    /**
     * Smallest and largest value, mean and population standard deviation of each feature.
     *
     * @return one row per feature
     */
    public List<ColumnSummary> summary() {
        return ColumnSummary.of(features, inputs);
    }

    /** The size in one line: {@code Dataset iris: 150 samples, 4 features [sepal_length, …], classes [setosa, …]}. */
    @Override
    public String toString() {
        String answer = classes().isEmpty() ? "targets " + targets.names() : "classes " + classes();
        return "Dataset " + name + ": " + size() + (size() == 1 ? " sample, " : " samples, ") + features.size()
                + (features.size() == 1 ? " feature " : " features ") + Names.of(features) + ", " + answer;
    }
}
