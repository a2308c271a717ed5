package org.chainrule.layer;

import java.util.Arrays;
import java.util.List;
import org.chainrule.activation.Activation;
import org.chainrule.parameter.Names;
import org.chainrule.parameter.ParameterBlock;

/**
 * A fully connected layer for every step of a sequence: the same weights and biases at each of them, and no way from step to step.
 *
 * <pre>
 * forward    z_t = W·x_t + b     output_t = f(z_t)
 * backward   δ_t = dC/d output_t · f′(z_t)
 *            dC/dW = Σ_t δ_t·x_tᵀ     dC/db = Σ_t δ_t     dC/dx_t = Wᵀ·δ_t
 * </pre>
 *
 * <p>Shapes: input samples × (T·n), output samples × (T·m), W m × n, b m. A softmax is taken over the m units of a step. Behind a recurrent
 * layer it is the output of every step, h_t → y_t.
 */
public final class TimeDistributedDense implements Layer {
    private final Shape.Sequence input;
    private final Names units;
    private final Activation activation;
    private final List<ParameterBlock> blocks;
    private final Affine affine;

    /**
     * A layer over its blocks of parameters.
     *
     * @param input the sequence that comes in
     * @param units the names of the outputs: step after step, the m units of each
     * @param activation the function of every unit
     * @param blocks W, then b if there are biases
     */
    public TimeDistributedDense(Shape.Sequence input, Names units, Activation activation, List<ParameterBlock> blocks) {
        this.input = input;
        this.units = units;
        this.activation = activation;
        this.blocks = List.copyOf(blocks);
        this.affine = Affine.of(blocks.get(0), blocks.subList(1, blocks.size()));
    }

    @Override
    public Names units() {
        return units;
    }

    @Override
    public Shape.Sequence inputShape() {
        return input;
    }

    @Override
    public Shape.Sequence outputShape() {
        return new Shape.Sequence(input.steps(), affine.units());
    }

    @Override
    public Activation activation() {
        return activation;
    }

    @Override
    public List<ParameterBlock> blocks() {
        return blocks;
    }

    @Override
    public LayerBuffers newBuffers(int samples, double[] input) {
        return new Steps(samples, input);
    }

    /** The arrays of the batch, a row for each step. */
    private final class Steps extends LayerBuffers {
        private final Rows inputRows;
        private final Rows zRows;
        private final Rows deltaRows;

        Steps(int samples, double[] input) {
            super(samples, input, outputShape());
            inputRows = Rows.all(input, affine.inputs());
            zRows = Rows.all(preActivation(), affine.units());
            deltaRows = Rows.all(delta(), affine.units());
        }
    }

    @Override
    public void forward(double[] parameters, LayerBuffers buffers) {
        Steps own = (Steps) buffers;
        affine.forward(own.zRows, parameters, own.inputRows, own.product());
        own.activate(activation);
    }

    @Override
    public void delta(double[] parameters, LayerBuffers buffers) {
        buffers.activateBackward(activation);
    }

    @Override
    public void gradients(LayerBuffers buffers, double[] gradients) {
        Steps own = (Steps) buffers;
        for (ParameterBlock block : blocks) {
            block.clear(gradients);
        }
        affine.addGradients(gradients, own.deltaRows, own.inputRows, own.product());
    }

    @Override
    public void backwardToInput(double[] parameters, LayerBuffers buffers, double[] inputGradient) {
        Steps own = (Steps) buffers;
        Arrays.fill(inputGradient, 0);
        affine.addToInput(Rows.all(inputGradient, affine.inputs()), parameters, own.deltaRows, own.product());
    }

    @Override
    public String toString() {
        return "dense at every step " + inputShape() + " → " + outputShape() + ", " + activation;
    }
}
