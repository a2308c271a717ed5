package org.chainrule.data;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.chainrule.math.Matrix;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * Eigenvalues and eigenvectors of a covariance matrix; EJML does the work.
 *
 * @param values 1 × n, the largest first, none negative
 * @param vectors n × n, one per row, its largest coefficient positive
 */
record Eigen(Matrix values, Matrix vectors) {
    static Eigen ofCovariance(Matrix samples, Matrix means) {
        DMatrixRMaj covariance = covariance(samples, means);
        EigenDecomposition_F64<DMatrixRMaj> solver = DecompositionFactory_DDRM.eig(samples.columns(), true, true);
        boolean isFinite = Arrays.stream(covariance.data).allMatch(Double::isFinite);
        if (!isFinite || !solver.decompose(covariance)) {
            throw new IllegalArgumentException(
                    "pca() found no eigenvalues; the features may be too large: standardize first.");
        }
        int[] order = IntStream.range(0, samples.columns())
                .boxed()
                .sorted(Comparator.comparing(i -> -solver.getEigenvalue(i).getReal()))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] values = IntStream.of(order)
                .mapToDouble(i -> Math.max(0, solver.getEigenvalue(i).getReal()))
                .toArray();
        double[][] vectors = IntStream.of(order)
                .mapToObj(i -> upright(solver.getEigenVector(i).getData()))
                .toArray(double[][]::new);
        return new Eigen(Matrix.of(values), Matrix.of(vectors));
    }

    private static DMatrixRMaj covariance(Matrix samples, Matrix means) {
        int n = samples.columns();
        double[][] sums = new double[n][n];
        for (int row = 0; row < samples.rows(); row++) {
            double[] centered = samples.row(row);
            for (int i = 0; i < n; i++) {
                centered[i] -= means.get(0, i);
            }
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    sums[i][j] += centered[i] * centered[j] / samples.rows();
                }
            }
        }
        return new DMatrixRMaj(sums);
    }

    /** An eigenvector may point either way; this choice makes it the same everywhere. */
    private static double[] upright(double... vector) {
        double largest = 0;
        for (double value : vector) {
            largest = Math.abs(value) > Math.abs(largest) ? value : largest;
        }
        double sign = largest < 0 ? -1 : 1;
        return Arrays.stream(vector).map(value -> sign * value).toArray();
    }
}
