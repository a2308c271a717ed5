package org.chainrule.data;

import static org.chainrule.formula.Given.given;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.chainrule.math.Seed;

/**
 * A data set in parts that share no sample: one to learn from, one to choose settings by if asked for, one to judge by at the
 * end.
 *
 * <p>Example: {@code var parts = iris().split(0.8, seed(1)).prepare(Standardize::fit);}
 */
public final class Split {
    private final Dataset training;
    private final Optional<Dataset> validation;
    private final Dataset test;

    Split(Dataset training, Optional<Dataset> validation, Dataset test) {
        this.training = training;
        this.validation = validation;
        this.test = test;
    }

    static Split of(Dataset data, Seed seed, double... shares) {
        return of(data, Shares.cut("split()", seed.stream().permutation(data.size()), shares));
    }

    static Split stratified(Dataset data, List<Integer> labels, Seed seed, double... shares) {
        return of(data, Shares.cutEachClass("stratifiedSplit()", labels, seed, shares));
    }

    private static Split of(Dataset data, List<int[]> parts) {
        Optional<Dataset> validation = parts.size() == 3 ? Optional.of(data.rows(parts.get(1))) : Optional.empty();
        return new Split(data.rows(parts.get(0)), validation, data.rows(parts.get(parts.size() - 1)));
    }

    static List<Split> all(Dataset data, List<List<int[]>> folds) {
        return folds.stream().map(parts -> of(data, parts)).toList();
    }

    /**
     * What the network learns from.
     *
     * @return the training data
     */
    public Dataset training() {
        return training;
    }

    /**
     * What settings are chosen by, such as the epoch to stop at.
     *
     * @return the validation data
     * @throws IllegalStateException if the split was made without
     */
    public Dataset validation() {
        return validation.orElseThrow(
                () -> new IllegalStateException(
                        "validation() found none, because this split has two parts; ask for three with split(0.7, 0.15, seed(1))."));
    }

    /**
     * Whether there is a part for validation.
     *
     * @return true after a split in three
     */
    public boolean hasValidation() {
        return validation.isPresent();
    }

    /**
     * What the network is judged by at the end.
     *
     * @return the test data
     */
    public Dataset test() {
        return test;
    }

    /**
     * Applies a preprocessing to all parts that is fitted on the training data alone, so that nothing of the test leaks.
     *
     * @param fit such as {@code Standardize::fit} or {@code data -> pca(data, 2)}
     * @return a new split
     */
    public Split prepare(Function<Dataset, ? extends Preprocessing> fit) {
        Preprocessing fitted = given("prepare()", fit, "a preprocessing such as Standardize::fit")
                .apply(training);
        return new Split(fitted.apply(training), validation.map(fitted::apply), fitted.apply(test));
    }

    /** The sizes: {@code Split of iris: 120 for training, 30 for the test}. */
    @Override
    public String toString() {
        return "Split of " + training.name() + ": " + training.size() + " for training, "
                + validation.map(data -> data.size() + " for validation, ").orElse("") + test.size() + " for the test";
    }
}
