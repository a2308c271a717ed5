package org.chainrule.data;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.chainrule.data.ClassTargets.Encoding;
import org.chainrule.data.DatasetReader.FeatureChoice;
import org.chainrule.data.DatasetReader.Missing;
import org.chainrule.data.DatasetReader.TargetChoice;
import org.chainrule.math.Matrix;

/** Turns the chosen columns of a table of text into numbers. */
final class DatasetAssembly {
    private final TextTable table;
    private final TargetChoice target;
    private final List<String> features;
    private final FeatureChoice choice;
    private final Missing missing;

    DatasetAssembly(TextTable table, TargetChoice target, FeatureChoice choice, Missing missing) {
        this.target = target;
        this.choice = choice;
        this.missing = missing;
        List<String> candidates = choice.named().isEmpty() ? table.columns() : choice.named();
        this.features = candidates.stream()
                .filter(name ->
                        !target.columns().contains(name) && !choice.without().contains(name))
                .toList();
        this.table = missing == Missing.DROP ? complete(table) : table;
    }

    private TextTable complete(TextTable all) {
        List<String> used = new ArrayList<>(features);
        used.addAll(target.columns());
        int[] columns = used.stream().mapToInt(all.columns()::indexOf).toArray();
        return all.withRows(all.rows().stream()
                .filter(row -> IntStream.of(columns)
                        .noneMatch(column -> Cells.isMissing(row.cells().get(column))))
                .toList());
    }

    Dataset dataset() {
        List<String> names = new ArrayList<>();
        List<double[]> columns = new ArrayList<>();
        for (String feature : features) {
            if (choice.oneHot().contains(feature)) {
                addOneHot(feature, names, columns);
            } else {
                names.add(feature);
                columns.add(numbers(feature, missing == Missing.FILL));
            }
        }
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("dataset() got no feature of " + table.name()
                    + ", but it needs at least one of the columns " + table.columns() + " that is no target.");
        }
        return new Dataset(title(), names, matrix(columns), targets());
    }

    private String title() {
        return table.name().replaceFirst("\\.csv$", "");
    }

    private void addOneHot(String feature, List<String> names, List<double[]> columns) {
        List<String> cells = texts(feature);
        for (String each : OneHot.of(cells).classes()) {
            names.add(feature + "=" + each);
            columns.add(cells.stream()
                    .mapToDouble(cell -> cell.equals(each) ? 1 : 0)
                    .toArray());
        }
    }

    private Targets targets() {
        String first = target.columns().get(0);
        boolean single = target.columns().size() == 1;
        if (target.labelled() || single && !texts(first).stream().allMatch(Cells::isNumber)) {
            List<String> cells = texts(first);
            OneHot coding = OneHot.of(cells);
            List<Integer> labels = cells.stream().map(coding::label).toList();
            return new ClassTargets(first, coding.classes(), labels, Encoding.ONE_HOT);
        }
        List<double[]> columns =
                target.columns().stream().map(name -> numbers(name, false)).toList();
        return new NumericTargets(target.columns(), matrix(columns));
    }

    /** The cells of a column in which none is missing. */
    private List<String> texts(String name) {
        List<String> cells = table.cells(table.columns().indexOf(name));
        for (int row = 0; row < cells.size(); row++) {
            if (Cells.isMissing(cells.get(row))) {
                throw missing(name, row, false);
            }
        }
        return cells;
    }

    private double[] numbers(String name, boolean fill) {
        List<String> cells = table.cells(table.columns().indexOf(name));
        double[] values = new double[cells.size()];
        for (int row = 0; row < values.length; row++) {
            values[row] = number(name, row, cells.get(row));
        }
        double mean = IntStream.range(0, values.length)
                .mapToDouble(row -> values[row])
                .filter(Double::isFinite)
                .average()
                .orElse(Double.NaN);
        for (int row = 0; row < values.length; row++) {
            if (Double.isNaN(values[row]) && (!fill || Double.isNaN(mean))) {
                throw missing(name, row, !target.columns().contains(name));
            }
            values[row] = Double.isNaN(values[row]) ? mean : values[row];
        }
        return values;
    }

    /** A missing value is NaN. */
    private double number(String name, int row, String cell) {
        if (!Cells.isNumber(cell)) {
            if (Cells.isMissing(cell)) {
                return Double.NaN;
            }
            throw new IllegalArgumentException("The column " + name + " of " + table.name() + " has \"" + cell
                    + "\" in " + table.rows().get(row).place() + ", but it needs numbers" + advice(name, cell) + ".");
        }
        return Double.parseDouble(cell);
    }

    private String advice(String name, String cell) {
        if (cell.matches("\\s*[+-]?\\d+,\\d+\\s*")) {
            return "; a decimal number has a point: " + cell.strip().replace(',', '.');
        }
        return features.contains(name) ? "; add .oneHot(\"" + name + "\") or .without(\"" + name + "\")" : "";
    }

    private IllegalArgumentException missing(String name, int row, boolean canBeFilled) {
        return new IllegalArgumentException("The column " + name + " of " + table.name() + " has no value in "
                + table.rows().get(row).place() + "; add .dropMissing() to leave such rows out"
                + (canBeFilled ? " or .fillMissing() to put in the mean of the column." : "."));
    }

    private static Matrix matrix(List<double[]> columns) {
        double[][] rows = new double[columns.get(0).length][columns.size()];
        for (int column = 0; column < columns.size(); column++) {
            for (int row = 0; row < rows.length; row++) {
                rows[row][column] = columns.get(column)[row];
            }
        }
        return Matrix.of(rows);
    }
}
