package org.chainrule;

import static org.chainrule.formula.Given.all;
import static org.chainrule.formula.Given.given;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.chainrule.check.GradientCheck;
import org.chainrule.check.Scalar;
import org.chainrule.check.StepSizeSweep;
import org.chainrule.data.Dataset;
import org.chainrule.data.Preprocessing;
import org.chainrule.data.Split;
import org.chainrule.export.ModelFile;
import org.chainrule.export.SavedModel;
import org.chainrule.network.Input;
import org.chainrule.network.Network;
import org.chainrule.network.Target;
import org.chainrule.table.StepSizeSweepTable;
import org.chainrule.table.ValidationTable;
import org.chainrule.training.CrossValidation;
import org.chainrule.training.Ensemble;
import org.chainrule.training.Training;
import org.chainrule.training.TrainingRun;
import tech.tablesaw.api.Table;

/** The words for what is done with whole networks, part of {@link Chainrule}: saving, checking, several networks together. */
public abstract sealed class ModelWords extends OptimizerWords permits InitializerWords {
    ModelWords() {}

    // --- files

    /**
     * Saves a network as a readable JSON file, exact to the bit; a file of that name is replaced.
     *
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(identity()).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(halfSquaredError());
     * var file = Files.createTempDirectory("example").resolve("line.json").toString();
     * save(net, file);
     * load(file).network().parameters().at("w"); // 0.5
     * }</pre>
     *
     * @param network any network without functions of your own
     * @param file such as {@code "xor.json"}
     */
    public static void save(Network network, String file) {
        ModelFile.write(SavedModel.of(network), path(file));
    }

    /**
     * Saves a network with the preprocessing of its inputs: {@code load(file).forward(…)} applies it.
     *
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(identity()).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(halfSquaredError());
     * var file = Files.createTempDirectory("example").resolve("line.json").toString();
     * save(net, minMax(dataset(new double[][] {{0}, {4}}, new double[][] {{0}, {2}})), file);
     * load(file).forward(2).at("out"); // 0.25
     * }</pre>
     *
     * @param network any network without functions of your own
     * @param fitted what its inputs go through
     * @param file such as {@code "iris.json"}
     */
    public static void save(Network network, Preprocessing fitted, String file) {
        ModelFile.write(SavedModel.of(network).with(fitted), path(file));
    }

    /**
     * Saves what a training left, with all that it takes to go on: {@code load(file).training().data(data).epochs(5).run()} gives the
     * same bits as a training that never stopped. The samples are not saved.
     *
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(identity()).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(halfSquaredError());
     * var file = Files.createTempDirectory("example").resolve("line.json").toString();
     * save(training(net).sample(x(2), y(3)).optimizer(adam(0.1)).epochs(5).run(), file);
     * load(file).training().sample(x(2), y(3)).epochs(5).run().history().epochs(); // 10
     * }</pre>
     *
     * @param run any run
     * @param file such as {@code "digits.json"}
     */
    public static void save(TrainingRun run, String file) {
        ModelFile.write(SavedModel.of(run), path(file));
    }

    /**
     * The same with the preprocessing of the inputs.
     *
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(identity()).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(halfSquaredError());
     * var data = dataset(new double[][] {{0}, {4}}, new double[][] {{1}, {3}});
     * var fitted = minMax(data);
     * var file = Files.createTempDirectory("example").resolve("line.json").toString();
     * save(training(net).data(fitted.apply(data)).optimizer(sgd(0.1)).epochs(5).run(), fitted, file);
     * load(file).forward(2).at("out");
     * }</pre>
     *
     * @param run any run
     * @param fitted what the inputs go through
     * @param file such as {@code "digits.json"}
     */
    public static void save(TrainingRun run, Preprocessing fitted, String file) {
        ModelFile.write(SavedModel.of(run).with(fitted), path(file));
    }

    /**
     * Loads what was saved: {@code load("xor.json").network()}.
     *
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(identity()).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(halfSquaredError());
     * var file = Files.createTempDirectory("example").resolve("line.json").toString();
     * save(net, file);
     * load(file).forward(2).at("out"); // 1.0
     * }</pre>
     *
     * @param file written by {@code save(…)}
     * @return the network, and what was saved with it
     * @throws IllegalArgumentException if there is no such file, or it is not complete and consistent
     */
    public static SavedModel load(String file) {
        return ModelFile.read(path(file));
    }

    private static Path path(String file) {
        return Path.of(given("save() or load()", file, "the name of a file such as \"net.json\""));
    }

    // --- a second opinion

    /**
     * A number whose derivatives are wanted: {@code value("a", 2).times(value("b", 3)).backward().gradient("a")} is 3.
     *
     * <pre>{@code
     * var graph = value("a", 2).times(value("b", 3)).backward();
     * graph.gradient("a"); // 3.0
     * }</pre>
     *
     * @param name such as {@code "w1"}
     * @param value any number
     * @return the scalar; it computes with {@code plus, minus, times, over, power, exp, log, tanh, sigmoid, relu}
     */
    public static Scalar value(String name, double value) {
        return Scalar.of(name, value);
    }

    /**
     * Holds the gradient of every parameter against a central difference, on a batch.
     *
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(identity()).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(halfSquaredError());
     * gradientCheck(net, dataset(new double[][] {{1}, {2}}, new double[][] {{3}, {5}})).passes(); // true
     * }</pre>
     *
     * @param network the network
     * @param data the batch
     * @return analytic and numeric gradient, errors and verdict of every parameter
     */
    public static GradientCheck gradientCheck(Network network, Dataset data) {
        return GradientCheck.of(
                network,
                given("gradientCheck()", data, "a data set such as iris()").inputRows(),
                data.targetRows());
    }

    /**
     * Holds the gradient of every parameter against a central difference, on a batch given as rows.
     *
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(identity()).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(halfSquaredError());
     * gradientCheck(net, new double[][] {{1}, {2}}, new double[][] {{3}, {5}}).passes(); // true
     * }</pre>
     *
     * @param network the network
     * @param inputs one row per sample
     * @param targets one row per sample
     * @return analytic and numeric gradient, errors and verdict of every parameter
     */
    public static GradientCheck gradientCheck(Network network, double[][] inputs, double[][] targets) {
        return GradientCheck.of(network, inputs, targets);
    }

    /**
     * The central difference of one parameter with the steps h = 10⁻¹ to 10⁻¹², each with its error.
     *
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(identity()).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(halfSquaredError());
     * stepSizeSweep(net, x(2), y(3), "w").best().step(); // the h with the smallest error
     * }</pre>
     *
     * @param network the network
     * @param input one sample, as {@code x(1, 2)}
     * @param target its target, as {@code y(3)}
     * @param parameter such as {@code "w5"}
     * @return one row per step
     */
    public static StepSizeSweep stepSizeSweep(Network network, Input input, Target target, String parameter) {
        return StepSizeSweep.of(network, input, target, parameter);
    }

    /**
     * The sweep as a table.
     *
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(identity()).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(halfSquaredError());
     * table(stepSizeSweep(net, x(2), y(3), "w"));
     * }</pre>
     *
     * @param sweep any sweep
     * @return h, analytic, numeric, error
     */
    public static Table table(StepSizeSweep sweep) {
        return StepSizeSweepTable.of(given("table()", sweep, "a sweep"));
    }

    // --- several networks

    /**
     * Networks whose answers are averaged.
     *
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(identity()).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(halfSquaredError());
     * ensemble(net, net.with("w", 1.5)).prediction(2)[0]; // 2.0
     * }</pre>
     *
     * @param networks at least one, all with as many inputs and outputs
     * @return the ensemble; {@code .errors(data)} has each one's loss and that of the mean
     */
    public static Ensemble ensemble(Network... networks) {
        return new Ensemble(all("ensemble()", "networks", networks));
    }

    /**
     * Trains networks whose answers are averaged: {@code ensemble(5, number -> training(netWith(seed(number))).data(data)…)}.
     *
     * <pre>{@code
     * var three = ensemble(3, number -> training(
     *     network().inputs(2).layer(1).activation(identity()).init(xavier(seed(number))).loss(halfSquaredError()))
     *     .data(workedExample()).optimizer(sgd(0.05)).epochs(5));
     * three.errors(workedExample());
     * }</pre>
     *
     * @param k how many, at least 1
     * @param training the training of number 1 … k, each with a seed of its own
     * @return the ensemble
     */
    public static Ensemble ensemble(int k, IntFunction<Training> training) {
        return Ensemble.train(k, training);
    }

    /**
     * The losses of an ensemble as a table.
     *
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(identity()).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(halfSquaredError());
     * table(ensemble(net, net.with("w", 1.5)).errors(dataset(new double[][] {{2}}, new double[][] {{3}})));
     * }</pre>
     *
     * @param errors what {@code ensemble.errors(data)} gives
     * @return one row per network, their mean, and the ensemble
     */
    public static Table table(Ensemble.Errors errors) {
        return ValidationTable.of(given("table()", errors, "the errors of an ensemble"));
    }

    /**
     * k-fold cross-validation: trains once per fold and judges by the samples kept aside.
     *
     * @param folds as {@code data.folds(5, seed(1))} gives them
     * @param training from the data to learn from to the training on them
     * @return all trainings with their losses
     */
    public static CrossValidation crossValidation(List<Split> folds, Function<Dataset, Training> training) {
        return CrossValidation.of(folds, training);
    }

    /**
     * A cross-validation as a table.
     *
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(identity()).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(halfSquaredError());
     * var data = dataset(new double[][] {{1}, {2}, {3}, {4}}, new double[][] {{3}, {5}, {7}, {9}});
     * table(crossValidation(data.folds(2, seed(1)), fold -> training(net).data(fold).optimizer(sgd(0.05)).epochs(5)));
     * }</pre>
     *
     * @param validation any cross-validation
     * @return one row per fold, then the mean
     */
    public static Table table(CrossValidation validation) {
        return ValidationTable.of(given("table()", validation, "a cross-validation"));
    }
}
