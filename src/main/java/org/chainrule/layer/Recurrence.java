package org.chainrule.layer;

import java.util.Arrays;
import java.util.List;
import org.chainrule.parameter.ParameterBlock;
import org.chainrule.parameter.ParameterBlock.Kind;

/**
 * What recurrent layers have in common: z_t = W·x_t + U·h_(t−1) + b with h_0 = 0 unless it is given, and the way back through time.
 *
 * @param input the sequence that comes in
 * @param allSteps whether h of every step goes out, or only the last
 * @param fromInput W and b
 * @param fromState U
 * @param starts h_0, in an LSTM also c_0; none if they are zeros
 */
record Recurrence(
        Shape.Sequence input, boolean allSteps, Affine fromInput, Product fromState, List<ParameterBlock> starts) {
    /** Over W, U, the biases if there are any, and the states before the first step if there are any. */
    static Recurrence of(Shape.Sequence input, boolean allSteps, List<ParameterBlock> blocks) {
        Affine fromInput = Affine.of(blocks.get(0), ofKind(Kind.BIASES, blocks));
        Product fromState = new Product(blocks.get(1));
        return new Recurrence(input, allSteps, fromInput, fromState, ofKind(Kind.STATES, blocks));
    }

    private static List<ParameterBlock> ofKind(Kind kind, List<ParameterBlock> blocks) {
        return blocks.stream().filter(block -> block.kind() == kind).toList();
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

    /** The first step that has a state before it. */
    int firstWithState() {
        return starts.isEmpty() ? 1 : 0;
    }

    /** z_t = W·x_t + b, for all steps at once. */
    void readInput(double[] parameters, RecurrentBuffers buffers) {
        for (StartState start : buffers.starts()) {
            start.read(parameters);
        }
        fromInput.forward(buffers.zRows(), parameters, buffers.inputRows(), buffers.product());
    }

    /** z_t += U·h_(t−1). */
    void readState(double[] parameters, RecurrentBuffers buffers, int step) {
        if (step >= firstWithState()) {
            fromState.addTo(buffers.zSteps()[step], parameters, buffers.before(step), buffers.product());
        }
    }

    /** dC/dh_(t−1) += Uᵀ·dC/dz_t. */
    void handBack(double[] parameters, RecurrentBuffers buffers, int step) {
        if (step >= firstWithState()) {
            Rows before = buffers.gradientBefore(step);
            fromState.addToInput(before, parameters, buffers.deltaSteps()[step], buffers.product());
        }
    }

    /** dC/dW = Σ δ_t·x_tᵀ, dC/dU = Σ δ_t·h_(t−1)ᵀ, dC/db = Σ δ_t, over samples and steps; dC/dh_0 over samples. */
    void gradients(RecurrentBuffers buffers, double[] gradients) {
        fromInput.addGradients(gradients, buffers.deltaRows(), buffers.inputRows(), buffers.product());
        for (int step = firstWithState(); step < input.steps(); step++) {
            fromState.addGradients(gradients, buffers.deltaSteps()[step], buffers.before(step), buffers.product());
        }
        for (StartState start : buffers.starts()) {
            start.addGradients(gradients);
        }
    }

    /** dC/dx_t = Wᵀ·δ_t. */
    void backwardToInput(double[] parameters, RecurrentBuffers buffers, double[] inputGradient) {
        Arrays.fill(inputGradient, 0);
        Rows rows = Rows.all(inputGradient, input.features());
        fromInput.addToInput(rows, parameters, buffers.deltaRows(), buffers.product());
    }
}
