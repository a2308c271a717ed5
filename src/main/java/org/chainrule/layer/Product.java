package org.chainrule.layer;

import org.chainrule.parameter.ParameterBlock;

/**
 * The product of a weight matrix with every row of a batch, and its backward rules; each adds to what is there.
 *
 * <pre>
 * forward    z += W·x          backward   dC/dW += Σ_rows δ·xᵀ          dC/dx += Wᵀ·δ
 * </pre>
 *
 * @param weights W, units × inputs
 */
record Product(ParameterBlock weights) {
    void addTo(Rows z, double[] parameters, Rows x) {
        for (int row = 0; row < z.count(); row++) {
            for (int unit = 0; unit < weights.rows(); unit++) {
                int w = weights.offset() + unit * weights.columns();
                int from = x.start(row);
                double sum = 0;
                for (int i = 0; i < weights.columns(); i++) {
                    sum += parameters[w + i] * x.values()[from + i];
                }
                z.values()[z.start(row) + unit] += sum;
            }
        }
    }

    void addGradients(double[] gradients, Rows delta, Rows x) {
        for (int row = 0; row < delta.count(); row++) {
            for (int unit = 0; unit < weights.rows(); unit++) {
                int w = weights.offset() + unit * weights.columns();
                int from = x.start(row);
                double d = delta.values()[delta.start(row) + unit];
                for (int i = 0; i < weights.columns(); i++) {
                    gradients[w + i] += d * x.values()[from + i];
                }
            }
        }
    }

    void addToInput(Rows inputGradient, double[] parameters, Rows delta) {
        for (int row = 0; row < delta.count(); row++) {
            for (int unit = 0; unit < weights.rows(); unit++) {
                int w = weights.offset() + unit * weights.columns();
                int to = inputGradient.start(row);
                double d = delta.values()[delta.start(row) + unit];
                for (int i = 0; i < weights.columns(); i++) {
                    inputGradient.values()[to + i] += parameters[w + i] * d;
                }
            }
        }
    }
}
