package org.chainrule.data;

import static org.chainrule.formula.Given.all;
import static org.chainrule.formula.Given.given;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.chainrule.data.ClassTargets.Encoding;
import org.chainrule.math.Matrix;

/** Makes data sets from arrays, and names for columns that have none: x1, x2, … and y1, y2, …. */
final class FromArrays {
    private static final String INPUTS = "a row of numbers per sample";

    private FromArrays() {}

    static Dataset regression(double[][] inputs, double[][] targets) {
        all("dataset()", INPUTS, inputs);
        all("dataset()", "a row of targets per sample", targets);
        Checks.sameSize(inputs.length, targets.length);
        Matrix values = Checks.matrix("targets", targets);
        List<String> names = values.columns() == 1 ? List.of("y") : numbered("y", values.columns());
        return dataset(inputs, new NumericTargets(names, values));
    }

    static Dataset classification(double[][] inputs, int... labels) {
        all("dataset()", INPUTS, inputs);
        given("dataset()", labels, "a label per sample");
        Checks.sameSize(inputs.length, labels.length);
        int classes = Math.max(0, Arrays.stream(labels).max().orElse(0)) + 1;
        List<String> names =
                IntStream.range(0, classes).mapToObj(Integer::toString).toList();
        return dataset(inputs, targets(names, labels));
    }

    static Dataset classification(double[][] inputs, String... labels) {
        all("dataset()", INPUTS, inputs);
        all("dataset()", "a label per sample", labels);
        Checks.sameSize(inputs.length, labels.length);
        OneHot coding = OneHot.of(List.of(labels));
        int[] numbers = Arrays.stream(labels).mapToInt(coding::label).toArray();
        return dataset(inputs, targets(coding.classes(), numbers));
    }

    private static ClassTargets targets(List<String> classes, int... labels) {
        return new ClassTargets("class", classes, Arrays.stream(labels).boxed().toList(), Encoding.ONE_HOT);
    }

    private static Dataset dataset(double[][] inputs, Targets targets) {
        Matrix values = Checks.matrix("inputs", inputs);
        return new Dataset("data", numbered("x", values.columns()), values, targets);
    }

    private static List<String> numbered(String prefix, int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> prefix + i).toList();
    }
}
