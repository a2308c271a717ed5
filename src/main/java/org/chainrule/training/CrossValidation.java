package org.chainrule.training;

import static org.chainrule.formula.Given.given;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.chainrule.data.Dataset;
import org.chainrule.data.Split;
import org.chainrule.formula.Numbers;
import org.chainrule.metric.Metric;
import org.chainrule.network.Network;

/**
 * k-fold cross-validation: k trainings, each judged by the part of the samples that it has not seen.
 *
 * <pre>{@code
 * var data = iris().labels();
 * var net = network().inputs(4).layer(3).activation(softmax()).init(xavier(seed(1))).loss(sparseCategoricalCrossEntropy());
 * var folds = data.folds(5, seed(1)).stream().map(fold -> fold.prepare(part -> standardize(part))).toList();
 * var result = crossValidation(folds, part -> training(net).data(part).optimizer(adam(0.05)).epochs(50));
 * result.folds().size(); // 5.0
 * }</pre>
 *
 * @param folds one per training
 */
public record CrossValidation(List<Fold> folds) {
    public CrossValidation {
        folds = List.copyOf(folds);
        if (folds.isEmpty()) {
            throw new IllegalArgumentException("crossValidation() got no folds; data.folds(5, seed(1)) gives five.");
        }
    }

    /**
     * One training of k.
     *
     * @param split what was learned from and what was kept aside
     * @param run the training
     * @param trainingLoss of its network on what it learned from
     * @param testLoss of its network on the rest
     */
    public record Fold(Split split, TrainingRun run, double trainingLoss, double testLoss) {}

    /**
     * Trains once per fold.
     *
     * @param folds as {@code data.folds(5, seed(1))} gives them
     * @param training from the data to learn from to the training on them
     * @return all trainings with their losses
     */
    public static CrossValidation of(List<Split> folds, Function<Dataset, Training> training) {
        given("crossValidation()", training, "a training for each fold: part -> training(net).data(part)…");
        return new CrossValidation(given("crossValidation()", folds, "folds such as data.folds(5, seed(1))").stream()
                .map(split -> fold(split, training.apply(split.training()).run()))
                .toList());
    }

    private static Fold fold(Split split, TrainingRun run) {
        return new Fold(split, run, loss(run.network(), split.training()), loss(run.network(), split.test()));
    }

    private static double loss(Network network, Dataset data) {
        return network.forward(data.inputRows()).loss(data.targetRows());
    }

    /**
     * What to expect on new data.
     *
     * @return the mean of the test losses
     */
    public double testLoss() {
        return average(Fold::testLoss);
    }

    /**
     * What the networks reach on the data that they learned from.
     *
     * @return the mean of the training losses
     */
    public double trainingLoss() {
        return average(Fold::trainingLoss);
    }

    /**
     * How much the test loss varies from fold to fold.
     *
     * @return the standard deviation √(Σ (loss − mean)² / k)
     */
    public double deviation() {
        double mean = testLoss();
        return Math.sqrt(average(fold -> (fold.testLoss() - mean) * (fold.testLoss() - mean)));
    }

    private double average(ToDoubleFunction<Fold> number) {
        return folds.stream().mapToDouble(number).average().orElseThrow();
    }

    /**
     * A metric on the data that were kept aside, such as {@code accuracy()}.
     *
     * @param metric any metric
     * @return its mean over the folds
     */
    public double mean(Metric metric) {
        return average(fold -> metric.of(fold.run().network(), fold.split().test()));
    }

    /** {@code CrossValidation of 5 folds: training loss 0.040000, test loss 0.050000 ± 0.010000}. */
    @Override
    public String toString() {
        return "CrossValidation of " + folds.size() + " folds: training loss " + Numbers.computed(trainingLoss())
                + ", test loss " + Numbers.computed(testLoss()) + " ± " + Numbers.computed(deviation());
    }
}
