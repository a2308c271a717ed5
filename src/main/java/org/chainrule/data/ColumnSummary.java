package org.chainrule.data;

import java.util.List;
import java.util.stream.IntStream;
import org.chainrule.math.Matrix;

/**
 * What the values of one column are like.
 *
 * @param column its name
 * @param smallest value
 * @param largest value
 * @param mean Σ x / N
 * @param deviation the population standard deviation √(Σ (x − mean)² / N); exactly 0 for a column of equal values
 */
public record ColumnSummary(String column, double smallest, double largest, double mean, double deviation) {
    static List<ColumnSummary> of(List<String> names, Matrix values) {
        return IntStream.range(0, names.size())
                .mapToObj(column -> of(names.get(column), column(values, column)))
                .toList();
    }

    private static double[] column(Matrix values, int column) {
        return IntStream.range(0, values.rows())
                .mapToDouble(row -> values.get(row, column))
                .toArray();
    }

    private static ColumnSummary of(String name, double... values) {
        double smallest = Double.POSITIVE_INFINITY;
        double largest = Double.NEGATIVE_INFINITY;
        double sum = 0;
        for (double value : values) {
            smallest = Math.min(smallest, value);
            largest = Math.max(largest, value);
            sum += value;
        }
        if (smallest == largest) {
            return new ColumnSummary(name, smallest, largest, smallest, 0); // rounding must not make it vary
        }
        double mean = sum / values.length;
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return new ColumnSummary(name, smallest, largest, mean, Math.sqrt(squares / values.length));
    }
}
