package org.chainrule.data;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Says which columns of a table are features and which are targets.
 *
 * <p>Example: {@code fromCsv("cars.csv").target("mpg").oneHot("origin").without("name").dropMissing().dataset()}.
 *
 * <p>Immutable. Cells that are empty or say {@code ?}, {@code NA}, {@code NaN} or {@code null} are missing values; they are refused
 * until {@link #dropMissing()} or {@link #fillMissing()} says what to do.
 */
public final class DatasetReader {
    private final TextTable table;
    private final TargetChoice target;
    private final FeatureChoice features;
    private final Missing missing;

    /** What becomes of a missing value. */
    enum Missing {
        REFUSE,
        DROP,
        FILL
    }

    /** The target columns, and whether their values are classes even if they look like numbers. */
    record TargetChoice(List<String> columns, boolean labelled) {}

    /** The feature columns (none named: all others), those to leave out and those that hold classes. */
    record FeatureChoice(List<String> named, Set<String> without, Set<String> oneHot) {}

    private DatasetReader(TextTable table, TargetChoice target, FeatureChoice features, Missing missing) {
        this.table = table;
        this.target = target;
        this.features = features;
        this.missing = missing;
    }

    /**
     * A reader of any table.
     *
     * @param table named columns of text
     * @return a reader that has no target yet
     */
    public static DatasetReader of(TextTable table) {
        return new DatasetReader(
                table,
                new TargetChoice(List.of(), false),
                new FeatureChoice(List.of(), Set.of(), Set.of()),
                Missing.REFUSE);
    }

    /**
     * A reader of a CSV file whose first line names the columns.
     *
     * @param file in UTF-8
     * @param separator between the cells, such as a comma
     * @return a reader that has no target yet
     * @throws IllegalArgumentException if there is no such file, or it is not a CSV file
     */
    public static DatasetReader csv(Path file, char separator) {
        return of(CsvFile.read(file, separator));
    }

    /**
     * Names the columns to predict: numbers for regression; one column of text for classification.
     *
     * @param columns at least one
     * @return a new reader
     * @throws IllegalArgumentException if there is no such column
     */
    public DatasetReader target(String... columns) {
        checkColumns("target()", columns);
        return new DatasetReader(table, new TargetChoice(List.of(columns), false), features, missing);
    }

    /**
     * Names the column whose values are classes to predict, also if they look like numbers.
     *
     * @param column such as {@code species} or {@code digit}
     * @return a new reader
     * @throws IllegalArgumentException if there is no such column
     */
    public DatasetReader label(String column) {
        checkColumns("label()", column);
        return new DatasetReader(table, new TargetChoice(List.of(column), true), features, missing);
    }

    /**
     * Names the columns to predict from; without this they are all that are no target.
     *
     * @param columns in the order of the inputs
     * @return a new reader
     * @throws IllegalArgumentException if there is no such column
     */
    public DatasetReader features(String... columns) {
        checkColumns("features()", columns);
        return with(new FeatureChoice(List.of(columns), features.without(), features.oneHot()), missing);
    }

    /**
     * Names columns that are neither features nor targets.
     *
     * @param columns such as {@code name}
     * @return a new reader
     * @throws IllegalArgumentException if there is no such column
     */
    public DatasetReader without(String... columns) {
        checkColumns("without()", columns);
        return with(
                new FeatureChoice(features.named(), union(features.without(), columns), features.oneHot()), missing);
    }

    /**
     * Names features whose values are classes: each becomes a column per class, such as {@code origin=Japan}.
     *
     * @param columns such as {@code origin}
     * @return a new reader
     * @throws IllegalArgumentException if there is no such column
     */
    public DatasetReader oneHot(String... columns) {
        checkColumns("oneHot()", columns);
        return with(
                new FeatureChoice(features.named(), features.without(), union(features.oneHot(), columns)), missing);
    }

    /**
     * Leaves out every row that lacks one of the values that are needed.
     *
     * @return a new reader
     */
    public DatasetReader dropMissing() {
        return with(features, Missing.DROP);
    }

    /**
     * Fills missing numbers of a feature with the mean of the others in its column, over all rows that are read. Rows that are split off
     * for a test later have their part in that mean; where not even that may leak, {@link #dropMissing()} has nothing to leak.
     *
     * @return a new reader
     */
    public DatasetReader fillMissing() {
        return with(features, Missing.FILL);
    }

    /**
     * Reads the numbers.
     *
     * @return the data set
     * @throws IllegalArgumentException if no target is named, a feature is not a number or a value is missing: with line and column
     */
    public Dataset dataset() {
        if (target.columns().isEmpty()) {
            throw new IllegalArgumentException(
                    "dataset() got no target; add .target(\"…\") or .label(\"…\") with one of the columns "
                            + table.columns() + ".");
        }
        return new DatasetAssembly(table, target, features, missing).dataset();
    }

    private DatasetReader with(FeatureChoice chosen, Missing policy) {
        return new DatasetReader(table, target, chosen, policy);
    }

    private void checkColumns(String call, String... columns) {
        if (columns.length == 0) {
            throw new IllegalArgumentException(call + " got no column; the columns are " + table.columns() + ".");
        }
        for (String column : columns) {
            table.column(call, column);
        }
    }

    private static Set<String> union(Set<String> before, String... more) {
        Set<String> all = new LinkedHashSet<>(before);
        all.addAll(List.of(more));
        return all;
    }

    /** The columns: {@code DatasetReader of cars.csv: 398 rows, columns [mpg, …], target [mpg]}. */
    @Override
    public String toString() {
        return "DatasetReader of " + table.name() + ": " + table.rows().size() + " rows, columns " + table.columns()
                + ", target " + target.columns();
    }
}
