package org.chainrule.layer;

import org.chainrule.math.MatrixProduct;
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
    void addTo(Rows z, double[] parameters, Rows x, MatrixProduct product) {
        product.left(x.values(), x.offset(), x.stride())
                .rightTransposed(parameters, weights.offset(), weights.columns())
                .addTo(z.values(), z.offset(), z.stride())
                .run(z.count(), weights.rows(), weights.columns());
    }

    void addGradients(double[] gradients, Rows delta, Rows x, MatrixProduct product) {
        product.leftTransposed(delta.values(), delta.offset(), delta.stride())
                .right(x.values(), x.offset(), x.stride())
                .addTo(gradients, weights.offset(), weights.columns())
                .run(weights.rows(), weights.columns(), delta.count());
    }

    void addToInput(Rows inputGradient, double[] parameters, Rows delta, MatrixProduct product) {
        product.left(delta.values(), delta.offset(), delta.stride())
                .right(parameters, weights.offset(), weights.columns())
                .addTo(inputGradient.values(), inputGradient.offset(), inputGradient.stride())
                .run(delta.count(), weights.columns(), weights.rows());
    }
}
