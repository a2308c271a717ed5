package org.chainrule;

import static org.chainrule.formula.Given.given;

import java.nio.file.Path;
import org.chainrule.data.Batches;
import org.chainrule.data.Bundled;
import org.chainrule.data.Dataset;
import org.chainrule.data.DatasetReader;
import org.chainrule.data.Generated;
import org.chainrule.data.Idx;
import org.chainrule.math.Seed;
import org.chainrule.table.DatasetTable;
import tech.tablesaw.api.Table;

/** The words for data sets, part of {@link Chainrule}. */
public abstract sealed class DataWords extends LossWords permits PreprocessingWords {
    DataWords() {}

    /**
     * A data set for regression from arrays; features are named x1, x2, … and targets y1, y2, … (y if there is one).
     *
     * <pre>{@code dataset(new double[][] {{1, 2}, {3, 4}}, new double[][] {{3}, {7}}).withFeatures("a", "b");}</pre>
     *
     * @param inputs one row per sample
     * @param targets one row per sample
     * @return the data set
     */
    public static Dataset dataset(double[][] inputs, double[][] targets) {
        return Dataset.of(inputs, targets);
    }

    /**
     * A data set for classification from arrays; the classes are 0 to the largest label.
     *
     * <pre>{@code dataset(new double[][] {{1, 2}, {3, 4}, {5, 6}}, new int[] {0, 1, 1}).classCounts(); // {0=1, 1=2}}</pre>
     *
     * @param inputs one row per sample
     * @param labels the number of the class of each sample, from 0
     * @return the data set, one-hot until {@code .labels()} is asked for
     */
    public static Dataset dataset(double[][] inputs, int[] labels) {
        return Dataset.of(inputs, labels);
    }

    /**
     * A data set for classification from arrays; the classes are in alphabetical order.
     *
     * <pre>{@code dataset(new double[][] {{0.5}, {2.0}}, new String[] {"small", "large"}).classes(); // [large, small]}</pre>
     *
     * @param inputs one row per sample
     * @param labels the class of each sample
     * @return the data set, one-hot until {@code .labels()} is asked for
     */
    public static Dataset dataset(double[][] inputs, String[] labels) {
        return Dataset.of(inputs, labels);
    }

    /**
     * Starts to read a CSV file whose first line names the columns: {@code fromCsv("data/iris.csv").label("species").dataset()}.
     *
     * <pre>{@code fromCsv("data/iris.csv").label("species").dataset();}</pre>
     *
     * @param file path of the file, UTF-8, comma separated
     * @return what is to be told the target
     */
    public static DatasetReader fromCsv(String file) {
        return fromCsv(file, ',');
    }

    /**
     * Starts to read a CSV file with another separator.
     *
     * <pre>{@code fromCsv("data/iris.csv", ',').features("petal_length", "petal_width").label("species").dataset();}</pre>
     *
     * @param file path of the file, UTF-8
     * @param separator such as {@code ';'}
     * @return what is to be told the target
     */
    public static DatasetReader fromCsv(String file, char separator) {
        return DatasetReader.csv(Path.of(given("fromCsv()", file, "the name of a file")), separator);
    }

    /**
     * Starts to take a data set from a Tablesaw table: {@code fromTable(table).target("mpg").dataset()}.
     *
     * <pre>{@code
     * var table = tech.tablesaw.api.Table.create("lengths",
     *     tech.tablesaw.api.DoubleColumn.create("x", 1, 2), tech.tablesaw.api.DoubleColumn.create("y", 3, 5));
     * fromTable(table).target("y").dataset();
     * }</pre>
     *
     * @param table any table with at least one row
     * @return what is to be told the target
     */
    public static DatasetReader fromTable(Table table) {
        return DatasetTable.reader(given("fromTable()", table, "a table"));
    }

    /**
     * Reads MNIST and its kin: images and labels in the IDX format, packed by gzip or not; pixels come as 0 to 1.
     *
     * @param images path of the images; those of MNIST's training set need 0.8 GB of memory
     * @param labels path of their labels
     * @return features p1_1, p1_2, … row by row, and the class of each image
     */
    public static Dataset fromIdx(String images, String labels) {
        return fromIdx(images, labels, Integer.MAX_VALUE);
    }

    /**
     * Reads the first images of MNIST and its kin.
     *
     * @param images path of the images
     * @param labels path of their labels
     * @param limit at most so many images, the first ones
     * @return features p1_1, p1_2, … row by row, and the class of each image
     */
    public static Dataset fromIdx(String images, String labels, int limit) {
        return Idx.read(
                Path.of(given("fromIdx()", images, "the name of a file")),
                Path.of(given("fromIdx()", labels, "the name of a file")),
                limit);
    }

    /**
     * The one sample of the worked example: x1 = 1, x2 = 2, y = 3.
     *
     * <pre>{@code workedExample().inputs().get(0, 1); // 2.0}</pre>
     *
     * @return the data set
     */
    public static Dataset workedExample() {
        return Bundled.workedExample();
    }

    /**
     * Fisher's irises: 150 flowers of 3 species, 4 sizes in cm.
     *
     * <pre>{@code iris().classes(); // [setosa, versicolor, virginica]}</pre>
     *
     * @return the data set
     */
    public static Dataset iris() {
        return Bundled.iris();
    }

    /**
     * Handwritten digits: 1797 pictures of 8×8 pixels from 0 to 16, 10 classes.
     *
     * <pre>{@code digits().inputs().columns(); // 64}</pre>
     *
     * @return the data set
     */
    public static Dataset digits() {
        return Bundled.digits();
    }

    /**
     * How many miles 392 cars of 1970 to 1982 go on a gallon, from cylinders, weight, year, origin and more.
     *
     * <pre>{@code autoMpg().size(); // 392}</pre>
     *
     * @return the data set
     */
    public static Dataset autoMpg() {
        return Bundled.autoMpg();
    }

    /**
     * The truth table of exclusive or, four samples.
     *
     * <pre>{@code xor().targetRows(); // one-hot, four rows}</pre>
     *
     * @return the data set
     */
    public static Dataset xor() {
        return Generated.xor();
    }

    /**
     * Points all over a square; class 1 where both coordinates have the same sign.
     *
     * <pre>{@code xor(200, 0.1, seed(1)).stratifiedSplit(0.8, seed(2));}</pre>
     *
     * @param samples how many
     * @param noise 0 to 0.5
     * @param seed as {@code seed(1)}
     * @return 2 features to about ±5, 2 classes
     */
    public static Dataset xor(int samples, double noise, Seed seed) {
        return Generated.xor(samples, noise, seed);
    }

    /**
     * A disc inside a ring.
     *
     * <pre>{@code circles(200, 0.1, seed(1)).classCounts();}</pre>
     *
     * @param samples how many
     * @param noise 0 to 0.5
     * @param seed as {@code seed(1)}
     * @return 2 features to ±5, 2 classes
     */
    public static Dataset circles(int samples, double noise, Seed seed) {
        return Generated.circles(samples, noise, seed);
    }

    /**
     * Two interleaved arms of a spiral.
     *
     * <pre>{@code spiral(200, 0.1, seed(1)).classCounts();}</pre>
     *
     * @param samples how many
     * @param noise 0 to 0.5
     * @param seed as {@code seed(1)}
     * @return 2 features to about ±5, 2 classes
     */
    public static Dataset spiral(int samples, double noise, Seed seed) {
        return Generated.spiral(samples, noise, seed);
    }

    /**
     * Two Gaussian blobs around (2, 2) and (−2, −2) with the variance 0.5 + 7 · noise.
     *
     * <pre>{@code blobs(200, 0.1, seed(1)).summary();}</pre>
     *
     * @param samples how many
     * @param noise 0 to 0.5
     * @param seed as {@code seed(1)}
     * @return 2 features, 2 classes
     */
    public static Dataset blobs(int samples, double noise, Seed seed) {
        return Generated.blobs(samples, noise, seed);
    }

    /**
     * Two half circles of radius 1 that reach into each other.
     *
     * <pre>{@code moons(200, 0.1, seed(1)).classCounts();}</pre>
     *
     * @param samples how many
     * @param noise standard deviation of what is added to each coordinate, such as 0.1
     * @param seed as {@code seed(1)}
     * @return 2 features, 2 classes
     */
    public static Dataset moons(int samples, double noise, Seed seed) {
        return Generated.moons(samples, noise, seed);
    }

    /**
     * Regression: y = sin(x) + noise for x from −π to π.
     *
     * <pre>{@code sine(100, 0.1, seed(1)).split(0.8, seed(2));}</pre>
     *
     * @param samples how many
     * @param noise standard deviation of what is added to y, such as 0.1
     * @param seed as {@code seed(1)}
     * @return 1 feature, 1 target
     */
    public static Dataset sine(int samples, double noise, Seed seed) {
        return Generated.sine(samples, noise, seed);
    }

    /**
     * How many updates one epoch makes: ⌈N / b⌉, so 10 000 samples in batches of 100 give 100.
     *
     * <pre>{@code updatesPerEpoch(150, 32); // 5}</pre>
     *
     * @param samples N
     * @param batchSize b, at least 1
     * @return the count
     */
    public static int updatesPerEpoch(int samples, int batchSize) {
        return Batches.updatesPerEpoch(samples, batchSize);
    }
}
