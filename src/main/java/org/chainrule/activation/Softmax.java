package org.chainrule.activation;

import java.util.List;
import org.chainrule.formula.Formula;
import org.chainrule.formula.Sum;
import org.chainrule.math.Kernels;

/**
 * Softmax over the units of a layer: p_j = e^(z_j) / Σ_k e^(z_k); outputs in (0, 1) that add up to 1.
 *
 * <p>Jacobian: dp_j/dz_k = p_j(1[j = k] − p_k), so δ_k = p_k · (g_k − Σ_j g_j p_j) with g = dC/dp. Computed with the largest
 * z subtracted, which changes nothing but cannot overflow.
 *
 * <p>Source: slides "Training a NNet" (SoftMax) and "Training of neural networks: basics" (derivative).
 */
public record Softmax() implements Activation {
    @Override
    public String name() {
        return "softmax";
    }

    @Override
    public Range range() {
        return Range.open(0, 1);
    }

    @Override
    public void apply(Batch batch, int from, int to) {
        double[] z = batch.z();
        double[] output = batch.output();
        int units = batch.units();
        for (int row = from; row < to; row += units) {
            double largest = largest(z, row, units);
            for (int i = row; i < row + units; i++) {
                output[i] = z[i] - largest;
            }
        }
        Kernels.fastest().exp(output, output, from, to);
        for (int row = from; row < to; row += units) {
            double sum = 0;
            for (int i = row; i < row + units; i++) {
                sum += output[i];
            }
            for (int i = row; i < row + units; i++) {
                output[i] /= sum;
            }
        }
    }

    @Override
    public void backward(Batch batch, int from, int to) {
        double[] p = batch.output();
        double[] g = batch.outputGradient();
        double[] delta = batch.delta();
        int units = batch.units();
        for (int row = from; row < to; row += units) {
            double mean = 0;
            for (int i = row; i < row + units; i++) {
                mean += g[i] * p[i];
            }
            for (int i = row; i < row + units; i++) {
                delta[i] = p[i] * (g[i] - mean);
            }
        }
    }

    @Override
    public Formula formula(List<Formula> z, int unit) {
        return Formula.exp(z.get(unit))
                .over(new Sum(z.stream().map(Formula::exp).toList()));
    }

    /** p_j(1 − p_j) on the diagonal of the Jacobian, −p_j · p_k beside it. */
    @Override
    public Formula derivativeFormula(Units layer, int output, int unit) {
        Formula p = layer.f().get(output);
        return output == unit
                ? p.times(Formula.number(1).minus(p))
                : p.times(layer.f().get(unit)).negated();
    }

    /**
     * The matrix of all derivatives dp_j/dz_k of one sample.
     *
     * @param p the outputs of the layer
     * @return units × units, row j, column k
     */
    public double[][] jacobian(double... p) {
        double[][] jacobian = new double[p.length][p.length];
        for (int j = 0; j < p.length; j++) {
            for (int k = 0; k < p.length; k++) {
                jacobian[j][k] = p[j] * ((j == k ? 1 : 0) - p[k]);
            }
        }
        return jacobian;
    }

    /**
     * ln Σ_k e^(z_k) of one row, without overflow: z_k − ln p_k is the same for all k, and taken where it is largest.
     *
     * @param z pre-activations, samples × units, row-major
     * @param p their softmax
     * @param row the index where the row starts
     * @param units the number of columns
     * @return the logarithm of the denominator of softmax
     */
    public static double logSumExp(double[] z, double[] p, int row, int units) {
        int largest = row;
        for (int i = row + 1; i < row + units; i++) {
            if (z[i] > z[largest]) {
                largest = i;
            }
        }
        return z[largest] - Math.log(p[largest]);
    }

    private static double largest(double[] z, int row, int units) {
        double largest = z[row];
        for (int i = row + 1; i < row + units; i++) {
            largest = z[i] > largest ? z[i] : largest;
        }
        return largest;
    }

    @Override
    public String toString() {
        return name();
    }
}
