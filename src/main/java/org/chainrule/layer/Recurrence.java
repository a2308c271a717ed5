package org.chainrule.layer;

import java.util.Arrays;
import java.util.List;
import org.chainrule.parameter.ParameterBlock;

/**
 * What recurrent layers have in common: z_t = W·x_t + U·h_(t−1) + b with h_0 = 0, and the way back through time.
 *
 * @param input the sequence that comes in
 * @param allSteps whether h of every step goes out, or only the last
 * @param fromInput W and b
 * @param fromState U
 */
record Recurrence(Shape.Sequence input, boolean allSteps, Affine fromInput, Product fromState) {
    /** Over W, U and the biases if there are any. */
    static Recurrence of(Shape.Sequence input, boolean allSteps, List<ParameterBlock> blocks) {
        Affine fromInput = Affine.of(blocks.get(0), blocks.subList(2, blocks.size()));
        return new Recurrence(input, allSteps, fromInput, new Product(blocks.get(1)));
    }

    /** h of every step. */
    Shape.Sequence states() {
        return new Shape.Sequence(input.steps(), fromState.weights().columns());
    }

    /** z of every step. */
    Shape.Sequence sums() {
        return new Shape.Sequence(input.steps(), fromInput.units());
    }

    Shape output() {
        return allSteps ? states() : new Shape.Flat(states().features());
    }

    /** z_t = W·x_t + b, for all steps at once. */
    void readInput(double[] parameters, RecurrentBuffers buffers) {
        fromInput.forward(buffers.zRows(), parameters, buffers.inputRows(), buffers.product());
    }

    /** z_t += U·h_(t−1). */
    void readState(double[] parameters, RecurrentBuffers buffers, int step) {
        if (step > 0) {
            fromState.addTo(buffers.zSteps()[step], parameters, buffers.stateSteps()[step - 1], buffers.product());
        }
    }

    /** dC/dh_(t−1) += Uᵀ·dC/dz_t. */
    void handBack(double[] parameters, RecurrentBuffers buffers, int step) {
        if (step > 0) {
            Rows before = buffers.stateGradientSteps()[step - 1];
            fromState.addToInput(before, parameters, buffers.deltaSteps()[step], buffers.product());
        }
    }

    /** dC/dW = Σ δ_t·x_tᵀ, dC/dU = Σ δ_t·h_(t−1)ᵀ, dC/db = Σ δ_t, over samples and steps. */
    void gradients(RecurrentBuffers buffers, double[] gradients) {
        fromInput.addGradients(gradients, buffers.deltaRows(), buffers.inputRows(), buffers.product());
        for (int step = 1; step < input.steps(); step++) {
            Rows before = buffers.stateSteps()[step - 1];
            fromState.addGradients(gradients, buffers.deltaSteps()[step], before, buffers.product());
        }
    }

    /** dC/dx_t = Wᵀ·δ_t. */
    void backwardToInput(double[] parameters, RecurrentBuffers buffers, double[] inputGradient) {
        Arrays.fill(inputGradient, 0);
        Rows rows = Rows.all(inputGradient, input.features());
        fromInput.addToInput(rows, parameters, buffers.deltaRows(), buffers.product());
    }
}
