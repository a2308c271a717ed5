package org.chainrule;

import static org.chainrule.formula.Given.given;

import org.chainrule.check.GradientCheck;
import org.chainrule.data.Batches;
import org.chainrule.data.Dataset;
import org.chainrule.data.Preprocessing;
import org.chainrule.data.Split;
import org.chainrule.metric.ConfusionMatrix;
import org.chainrule.network.Deltas;
import org.chainrule.network.Forward;
import org.chainrule.network.Network;
import org.chainrule.network.Update;
import org.chainrule.optimizer.Ledger;
import org.chainrule.table.ConfusionTable;
import org.chainrule.table.DatasetTable;
import org.chainrule.table.DeltasTable;
import org.chainrule.table.ForwardTable;
import org.chainrule.table.GradientCheckTable;
import org.chainrule.table.HistoryTable;
import org.chainrule.table.LayersTable;
import org.chainrule.table.LedgerTable;
import org.chainrule.table.NetworkTable;
import org.chainrule.table.PreprocessingTable;
import org.chainrule.table.SplitTable;
import org.chainrule.table.UpdateTable;
import org.chainrule.training.History;
import org.chainrule.training.TrainingRun;
import tech.tablesaw.api.Table;

/** The words for tables, part of {@link Chainrule}. */
public abstract sealed class TableWords extends MetricWords permits ShowWords {
    TableWords() {}

    /**
     * The parameters of a network: parameter, value, kind, layer, from, to, frozen.
     *
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(identity()).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(halfSquaredError());
     * table(net).doubleColumn("value").get(0); // 0.5
     * }</pre>
     *
     * @param network any network
     * @return a new Tablesaw table, one row per parameter
     */
    public static Table table(Network network) {
        return NetworkTable.of(given("table()", network, "a network"));
    }

    /**
     * The layers of a network: layer, kind, shape of input and output, activation, parameters, and how many of those are frozen.
     *
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(identity()).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(halfSquaredError());
     * layerTable(net).rowCount(); // 1
     * }</pre>
     *
     * @param network any network
     * @return a new Tablesaw table, one row per layer
     */
    public static Table layerTable(Network network) {
        return LayersTable.of(given("layerTable()", network, "a network"));
    }

    /**
     * A forward pass: unit, layer, formula, pre-activation, activation, output, and the sample first when there are
     * several.
     *
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(identity()).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(halfSquaredError());
     * table(net.forward(2));
     * }</pre>
     *
     * @param pass any forward pass
     * @return a new Tablesaw table, one row per sample and unit
     */
    public static Table table(Forward pass) {
        return ForwardTable.of(given("table()", pass, "a forward pass such as net.forward(1, 2)"));
    }

    /**
     * The gradient of every parameter: parameter, formula, gradient.
     *
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(identity()).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(halfSquaredError());
     * table(net.forward(2).deltas(y(3))).doubleColumn("gradient").get(0); // −4.0
     * }</pre>
     *
     * @param deltas any backward pass
     * @return a new Tablesaw table, one row per parameter
     */
    public static Table table(Deltas deltas) {
        return DeltasTable.gradients(
                given("table()", deltas, "a backward pass such as net.forward(1, 2).deltas(y(3))"));
    }

    /**
     * The way of the error through the units, from the output back: unit, layer, formula, dC/d output, f′(z), δ = dC/d output ·
     * f′(z), and the sample first when there are several.
     *
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(identity()).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(halfSquaredError());
     * unitTable(net.forward(2).deltas(y(3))).doubleColumn("δ").get(0); // −2.0
     * }</pre>
     *
     * @param deltas any backward pass
     * @return a new Tablesaw table, one row per sample and unit
     */
    public static Table unitTable(Deltas deltas) {
        return DeltasTable.units(
                given("unitTable()", deltas, "a backward pass such as net.forward(1, 2).deltas(y(3))"));
    }

    /**
     * One step of an optimizer: parameter, old, gradient, change, formula, new, frozen.
     *
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(identity()).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(halfSquaredError());
     * table(net.forward(2).deltas(y(3)).update(sgd(0.1))).doubleColumn("new").get(0); // 0.9
     * }</pre>
     *
     * @param step any update
     * @return a new Tablesaw table, one row per parameter
     */
    public static Table table(Update step) {
        return UpdateTable.of(given("table()", step, "an update such as deltas.update(sgd(0.5))"));
    }

    /**
     * The books of an optimizer: step, parameter, g, its moments such as m and v, effective rate, Δw.
     *
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(identity()).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(halfSquaredError());
     * table(net.forward(2).deltas(y(3)).update(adam(0.1)).ledger());
     * }</pre>
     *
     * @param ledger such as {@code step.ledger()}
     * @return a new Tablesaw table, one row per step and parameter
     */
    public static Table table(Ledger ledger) {
        return LedgerTable.of(given("table()", ledger, "a ledger such as step.ledger()"));
    }

    /**
     * A training of one sample as the slide's table: epoch, inputs, target Ya, and for every epoch the loss Cf with the
     * parameters and intermediate values that {@code .record(parameters(), intermediates())} kept.
     *
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(identity()).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(halfSquaredError());
     * table(training(net).sample(x(2), y(3)).optimizer(sgd(0.1)).epochs(10).record(parameters()).run()).rowCount(); // 11
     * }</pre>
     *
     * @param run any training that has run
     * @return a new Tablesaw table, one row per epoch, row 0 before the first update
     */
    public static Table table(TrainingRun run) {
        return HistoryTable.of(given("table()", run, "a training that has run"));
    }

    /**
     * A history: epoch, loss, and what else was recorded.
     *
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(identity()).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(halfSquaredError());
     * table(training(net).sample(x(2), y(3)).optimizer(sgd(0.1)).epochs(10).run().history());
     * }</pre>
     *
     * @param history any history
     * @return a new Tablesaw table, one row per epoch, row 0 before the first update
     */
    public static Table table(History history) {
        return HistoryTable.of(given("table()", history, "a history such as run.history()"));
    }

    /**
     * A gradient check: parameter, analytic, numeric, absolute error, relative error, verdict.
     *
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(identity()).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(halfSquaredError());
     * table(gradientCheck(net, x(2), y(3)));
     * }</pre>
     *
     * @param check any gradient check
     * @return a new Tablesaw table, one row per parameter
     */
    public static Table table(GradientCheck check) {
        return GradientCheckTable.of(given("table()", check, "a check such as gradientCheck(net, x(1, 2), y(3))"));
    }

    /**
     * A data set: a column per feature, then the targets.
     *
     * <pre>{@code table(workedExample()).columnNames(); // [x1, x2, y]}</pre>
     *
     * @param data any data set
     * @return a new Tablesaw table, one row per sample
     */
    public static Table table(Dataset data) {
        return DatasetTable.of(given("table()", data, "a data set such as iris()"));
    }

    /**
     * The parts of a split: their samples, shares and, of classes, the samples of each class.
     *
     * <pre>{@code table(iris().stratifiedSplit(0.6, 0.2, seed(1)));}</pre>
     *
     * @param split as {@code data.split(0.8, seed(1))}
     * @return a new table, one row per part
     */
    public static Table table(Split split) {
        return SplitTable.of(given("table()", split, "a split such as data.split(0.8, seed(1))"));
    }

    /**
     * What the batches of an epoch are like: sizes, updates, order.
     *
     * <pre>{@code table(iris().batches(32, seed(1)));}</pre>
     *
     * @param batches as {@code data.batches(32, seed(1))}
     * @return a new table
     */
    public static Table table(Batches batches) {
        return SplitTable.of(given("table()", batches, "batches such as data.batches(32)"));
    }

    /**
     * What the features of a data set are like: feature, smallest, largest, mean, deviation (of the population).
     *
     * <pre>{@code summaryTable(iris()).doubleColumn("smallest").get(0); // 4.3}</pre>
     *
     * @param data any data set
     * @return a new Tablesaw table, one row per feature
     */
    public static Table summaryTable(Dataset data) {
        return DatasetTable.summary(given("summaryTable()", data, "a data set such as iris()"));
    }

    /**
     * The numbers that a fitted preprocessing holds: means and deviations per feature, or eigenvalues and eigenvectors.
     *
     * <pre>{@code table(standardize(iris()));}</pre>
     *
     * @param fitted as {@code standardize(data)} or {@code pca(data, 2)}
     * @return a new Tablesaw table
     */
    public static Table table(Preprocessing fitted) {
        return PreprocessingTable.of(given("table()", fitted, "a preprocessing such as standardize(data)"));
    }

    /**
     * How many samples of which class were taken for which.
     *
     * <pre>{@code
     * var net = network().inputs(4).layer(3).activation(softmax()).init(xavier(seed(1))).loss(categoricalCrossEntropy());
     * table(confusionMatrix(net, iris()));
     * }</pre>
     *
     * @param matrix any confusion matrix
     * @return a new Tablesaw table: a row per actual class, a column per predicted class
     */
    public static Table table(ConfusionMatrix matrix) {
        return ConfusionTable.of(given("table()", matrix, "a confusion matrix"));
    }

    /**
     * How well each class is recognised: class, precision, recall, F1, samples.
     *
     * <pre>{@code
     * var net = network().inputs(4).layer(3).activation(softmax()).init(xavier(seed(1))).loss(categoricalCrossEntropy());
     * scoreTable(confusionMatrix(net, iris()));
     * }</pre>
     *
     * @param matrix any confusion matrix
     * @return a new Tablesaw table, one row per class
     */
    public static Table scoreTable(ConfusionMatrix matrix) {
        return ConfusionTable.scores(given("scoreTable()", matrix, "a confusion matrix"));
    }
}
