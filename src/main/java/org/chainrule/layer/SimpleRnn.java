package org.chainrule.layer;

import java.util.List;
import java.util.Map;
import org.chainrule.activation.Elementwise;
import org.chainrule.math.Matrix;
import org.chainrule.parameter.ParameterBlock;

/**
 * A simple recurrent layer: each step reads the step of the sequence and what the layer said one step before.
 *
 * <pre>
 * forward    z_t = W·x_t + U·h_(t−1) + b     h_t = f(z_t)     h_0 = 0 unless given
 * backward   through time, from the last step to the first:
 *            dC/dh_t = dC/d output_t + Uᵀ·δ_(t+1)     δ_t = dC/dh_t · f′(z_t)
 *            dC/dW = Σ δ_t·x_tᵀ     dC/dU = Σ δ_t·h_(t−1)ᵀ     dC/db = Σ δ_t     dC/dx_t = Wᵀ·δ_t     dC/dh_0 = Uᵀ·δ_1
 * </pre>
 *
 * <p>Shapes: input samples × (T·n), output samples × m (the last h) or samples × (T·m) (every h), W m × n, U m × m, b m. Every
 * step's z and h, and δ and dC/dh, are recorded. Source: J. Elman, "Finding structure in time" (1990).
 */
public final class SimpleRnn extends RecurrentLayer {
    private final Elementwise function;

    /**
     * A layer over its blocks of parameters.
     *
     * @param output the names of the outputs, and whether they are all steps
     * @param input the sequence that comes in
     * @param function f, the activation of every step
     * @param blocks W, U, then b if there are biases, then h_0 if it is given
     */
    public SimpleRnn(RecurrentOutput output, Shape.Sequence input, Elementwise function, List<ParameterBlock> blocks) {
        super(output, input, blocks);
        this.function = function;
    }

    /**
     * f, the activation of every step.
     *
     * @return tanh unless another was chosen
     */
    public Elementwise function() {
        return function;
    }

    @Override
    public LayerBuffers newBuffers(int samples, double[] input) {
        return new Steps(samples, input, recurrence);
    }

    private static final class Steps extends RecurrentBuffers {
        Steps(int samples, double[] input, Recurrence recurrence) {
            super(samples, input, recurrence);
        }

        @Override
        public Map<String, Matrix> forwardDetails() {
            return Map.of("z", matrix(z()), "h", matrix(states()));
        }

        @Override
        public Map<String, Matrix> backwardDetails() {
            return Map.of("z", matrix(sumDeltas()), "h", matrix(stateGradients()));
        }
    }

    @Override
    public void forward(double[] parameters, LayerBuffers buffers) {
        Steps own = (Steps) buffers;
        recurrence.readInput(parameters, own);
        for (int step = 0; step < recurrence.input().steps(); step++) {
            recurrence.readState(parameters, own, step);
            Rows h = own.stateSteps()[step];
            for (int sample = 0; sample < own.samples(); sample++) {
                for (int i = h.start(sample); i < h.start(sample) + width; i++) {
                    own.states()[i] = function.value(own.z()[i]);
                }
            }
        }
        own.giveOutput();
    }

    @Override
    public void delta(double[] parameters, LayerBuffers buffers) {
        Steps own = (Steps) buffers;
        own.takeOutputGradient();
        for (int step = recurrence.input().steps() - 1; step >= 0; step--) {
            Rows h = own.stateSteps()[step];
            for (int sample = 0; sample < own.samples(); sample++) {
                for (int i = h.start(sample); i < h.start(sample) + width; i++) {
                    own.sumDeltas()[i] = own.stateGradients()[i] * function.derivative(own.z()[i], own.states()[i]);
                }
            }
            recurrence.handBack(parameters, own, step);
        }
    }

    @Override
    public String toString() {
        return "simple RNN " + inputShape() + " → " + outputShape() + ", " + function;
    }
}
