package org.chainrule.table;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.chainrule.data.Center;
import org.chainrule.data.MinMax;
import org.chainrule.data.Pca;
import org.chainrule.data.Pipeline;
import org.chainrule.data.Preprocessing;
import org.chainrule.data.Standardize;
import org.chainrule.data.Whiten;
import org.chainrule.math.Matrix;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** The numbers that a fitted preprocessing holds, as a table. */
public final class PreprocessingTable {
    private PreprocessingTable() {}

    /**
     * Per feature the numbers that are subtracted and divided by; of principal components the eigenvalues and eigenvectors; of a
     * pipeline its steps.
     *
     * @param fitted any preprocessing
     * @return a new table
     */
    public static Table of(Preprocessing fitted) {
        if (fitted instanceof Center center) {
            return features("Mean subtraction", center).addColumns(row("mean", center.means()));
        }
        if (fitted instanceof Standardize standardize) {
            return features("Standardisation", standardize)
                    .addColumns(row("mean", standardize.means()), row("deviation", standardize.deviations()));
        }
        if (fitted instanceof MinMax minMax) {
            return features("Min-max scaling", minMax)
                    .addColumns(row("smallest", minMax.smallest()), row("range", minMax.ranges()));
        }
        if (fitted instanceof Pca pca) {
            return components("Principal components", pca);
        }
        if (fitted instanceof Whiten whiten) {
            return components("Whitening, ε = " + whiten.epsilon(), whiten.pca());
        }
        return steps((Pipeline) fitted);
    }

    private static Table features(String title, Preprocessing fitted) {
        return Table.create(title, StringColumn.create("feature", fitted.features()));
    }

    private static DoubleColumn row(String name, Matrix values) {
        return DoubleColumn.create(name, values.row(0));
    }

    /** component, variance (eigenvalue), share of the whole variance, shares added up, then its coefficient of each feature. */
    private static Table components(String title, Pca pca) {
        int kept = pca.components().rows();
        double[] shares = pca.explainedVariance();
        List<Column<?>> columns = new ArrayList<>();
        columns.add(StringColumn.create("component", pca.outputs()));
        columns.add(DoubleColumn.create(
                "variance", perComponent(kept, i -> pca.variances().get(0, i))));
        columns.add(DoubleColumn.create("share", perComponent(kept, i -> shares[i])));
        columns.add(DoubleColumn.create("added up", perComponent(kept, i -> sumOfFirst(i + 1, shares))));
        for (int feature = 0; feature < pca.features().size(); feature++) {
            int column = feature;
            columns.add(DoubleColumn.create(
                    "× " + pca.features().get(feature),
                    perComponent(kept, i -> pca.components().get(i, column))));
        }
        return Table.create(title, columns);
    }

    private static double[] perComponent(int kept, IntToDoubleFunction number) {
        return IntStream.range(0, kept).mapToDouble(number).toArray();
    }

    private static double sumOfFirst(int count, double... values) {
        return IntStream.range(0, count).mapToDouble(i -> values[i]).sum();
    }

    private static Table steps(Pipeline pipeline) {
        List<Preprocessing> steps = pipeline.steps();
        return Table.create(
                "Steps",
                IntColumn.create("step", IntStream.rangeClosed(1, steps.size()).toArray()),
                StringColumn.create("change", steps.stream().map(step -> of(step).name())),
                IntColumn.create(
                        "features",
                        steps.stream().mapToInt(step -> step.features().size()).toArray()),
                IntColumn.create(
                        "outputs",
                        steps.stream().mapToInt(step -> step.outputs().size()).toArray()));
    }
}
