package org.chainrule.data;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.chainrule.formula.Numbers;
import org.chainrule.math.Matrix;

/**
 * Numbers to predict: regression.
 *
 * @param names one per column
 * @param values samples × outputs
 */
public record NumericTargets(List<String> names, Matrix values) implements Targets {
    public NumericTargets {
        names = List.copyOf(names);
        Checks.columnNames("dataset()", "target", names, values.columns());
    }

    @Override
    public int size() {
        return values.rows();
    }

    @Override
    public String text(int sample) {
        return Arrays.stream(values.row(sample)).mapToObj(Numbers::given).collect(Collectors.joining(", "));
    }

    @Override
    public Targets rows(int... samples) {
        return new NumericTargets(names, Rows.of(values, samples));
    }
}
