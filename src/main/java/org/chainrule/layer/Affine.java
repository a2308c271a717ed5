package org.chainrule.layer;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.chainrule.math.MatrixProduct;
import org.chainrule.parameter.ParameterBlock;

/**
 * z = W·x + b for every row of a batch, and its backward rules.
 *
 * @param product with the weights W, units × inputs
 * @param biases b, one per unit, or none
 */
record Affine(Product product, Optional<ParameterBlock> biases) {
    /** Over weights, then biases if there are any. */
    static Affine of(ParameterBlock weights, List<ParameterBlock> biases) {
        return new Affine(new Product(weights), biases.stream().findFirst());
    }

    int units() {
        return product.weights().rows();
    }

    int inputs() {
        return product.weights().columns();
    }

    void forward(Rows z, double[] parameters, Rows x, MatrixProduct multiplier) {
        for (int row = 0; row < z.count(); row++) {
            int start = z.start(row);
            if (biases.isPresent()) {
                System.arraycopy(parameters, biases.get().offset(), z.values(), start, units());
            } else {
                Arrays.fill(z.values(), start, start + units(), 0);
            }
        }
        product.addTo(z, parameters, x, multiplier);
    }

    void addGradients(double[] gradients, Rows delta, Rows x, MatrixProduct multiplier) {
        product.addGradients(gradients, delta, x, multiplier);
        if (biases.isEmpty()) {
            return;
        }
        int offset = biases.get().offset();
        for (int row = 0; row < delta.count(); row++) {
            for (int unit = 0; unit < units(); unit++) {
                gradients[offset + unit] += delta.values()[delta.start(row) + unit];
            }
        }
    }

    void addToInput(Rows inputGradient, double[] parameters, Rows delta, MatrixProduct multiplier) {
        product.addToInput(inputGradient, parameters, delta, multiplier);
    }
}
