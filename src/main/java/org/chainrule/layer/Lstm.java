package org.chainrule.layer;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chainrule.math.Kernels;
import org.chainrule.math.Matrix;
import org.chainrule.parameter.ParameterBlock;

/**
 * A long short-term memory: a cell c that is carried from step to step, and gates that say what enters, stays and goes out.
 *
 * <pre>
 * forward    z_t = W·x_t + U·h_(t−1) + b, four rows for each unit:
 *            a = tanh(z^a)     i = σ(z^i)     f = σ(z^f)     o = σ(z^o)
 *            c_t = a·i + f·c_(t−1)     h_t = o·tanh(c_t)     h_0 = c_0 = 0 unless given
 * backward   through time, from the last step to the first:
 *            dC/dh_t = dC/d output_t + Uᵀ·δ_(t+1)
 *            dC/dc_t = dC/dh_t · o(1 − tanh²c_t) + dC/dc_(t+1) · f_(t+1)
 *            δ^a = dC/dc_t · i(1 − a²)         δ^i = dC/dc_t · a·i(1 − i)
 *            δ^f = dC/dc_t · c_(t−1)·f(1 − f)  δ^o = dC/dh_t · tanh(c_t)·o(1 − o)
 *            dC/dW = Σ δ_t·x_tᵀ     dC/dU = Σ δ_t·h_(t−1)ᵀ     dC/db = Σ δ_t     dC/dx_t = Wᵀ·δ_t
 *            dC/dh_0 = Uᵀ·δ_1          dC/dc_0 = dC/dc_1 · f_1
 * </pre>
 *
 * <p>Shapes: input samples × (T·n), output samples × m (the last h) or samples × (T·m) (every h), W 4m × n, U 4m × m, b 4m, the
 * rows of the four gates after each other in the order a, i, f, o. Every step's gates, c and h are recorded, and their derivatives.
 * Sources: S. Hochreiter, J. Schmidhuber (1997); F. Gers and others (2000) for f; notation of A. Gomez, "Backpropogating an LSTM".
 */
public final class Lstm extends RecurrentLayer {
    /** The gates in the order of their rows: candidate, input, forget, output. */
    public static final List<String> GATES = List.of("a", "i", "f", "o");

    private static final Kernels KERNELS = Kernels.fastest();

    /**
     * A layer over its blocks of parameters.
     *
     * @param output the names of the outputs, and whether they are all steps
     * @param input the sequence that comes in
     * @param blocks W, U, then b if there are biases, then h_0 and c_0 if they are given
     */
    public Lstm(RecurrentOutput output, Shape.Sequence input, List<ParameterBlock> blocks) {
        super(output, input, blocks);
    }

    @Override
    public LayerBuffers newBuffers(int samples, double[] input) {
        return new Cells(samples, input);
    }

    /** The gates and the cell of every step, and dC/dc. */
    private final class Cells extends RecurrentBuffers {
        private final double[] gates = new double[z().length];
        private final double[] cells = new double[states().length];
        private final double[] squashed = new double[states().length];
        private final double[] cellGradients = new double[states().length];

        Cells(int samples, double[] input) {
            super(samples, input, recurrence);
        }

        @Override
        public Map<String, Matrix> forwardDetails() {
            Map<String, Matrix> details = new LinkedHashMap<>();
            GATES.forEach(gate -> details.put(gate, ofGate(gate, gates)));
            details.put("c", matrix(cells));
            details.put("h", matrix(states()));
            return details;
        }

        @Override
        public Map<String, Matrix> backwardDetails() {
            Map<String, Matrix> details = new LinkedHashMap<>();
            GATES.forEach(gate -> details.put(gate, ofGate(gate, sumDeltas())));
            details.put("c", matrix(cellGradients));
            details.put("h", matrix(stateGradients()));
            return details;
        }

        private Matrix ofGate(String gate, double[] values) {
            double[] own = new double[states().length];
            for (int i = 0; i < own.length; i++) {
                own[i] = values[gateIndex(i) + GATES.indexOf(gate) * width];
            }
            return matrix(own);
        }
    }

    /** Where the first gate of a state is; the others follow at distances of the width. */
    private int gateIndex(int state) {
        return state / width * GATES.size() * width + state % width;
    }

    @Override
    public void forward(double[] parameters, LayerBuffers buffers) {
        Cells own = (Cells) buffers;
        recurrence.readInput(parameters, own);
        for (int step = 0; step < recurrence.input().steps(); step++) {
            recurrence.readState(parameters, own, step);
            for (int sample = 0; sample < own.samples(); sample++) {
                forwardCells(own, own.stateSteps()[step].start(sample), step);
            }
        }
        own.giveOutput();
    }

    /** c one step before, of a unit whose state is at this place. */
    private double cellBefore(Cells own, int state, int step) {
        if (step > 0) {
            return own.cells[state - width];
        }
        return own.starts().length > 0 ? own.starts()[1].values().values()[state % width] : 0;
    }

    /** The cells of one sample and step, from one state on. */
    private void forwardCells(Cells own, int state, int step) {
        int a = gateIndex(state);
        KERNELS.tanh(own.z(), own.gates, a, a + width);
        KERNELS.sigmoid(own.z(), own.gates, a + width, a + GATES.size() * width);
        for (int unit = 0; unit < width; unit++) {
            double entering = own.gates[a + unit] * own.gates[a + width + unit];
            double before = cellBefore(own, state + unit, step);
            own.cells[state + unit] = entering + own.gates[a + 2 * width + unit] * before;
        }
        KERNELS.tanh(own.cells, own.squashed, state, state + width);
        for (int unit = 0; unit < width; unit++) {
            own.states()[state + unit] = own.gates[a + 3 * width + unit] * own.squashed[state + unit];
        }
    }

    @Override
    public void delta(double[] parameters, LayerBuffers buffers) {
        Cells own = (Cells) buffers;
        own.takeOutputGradient();
        Arrays.fill(own.cellGradients, 0);
        for (int step = recurrence.input().steps() - 1; step >= 0; step--) {
            Rows h = own.stateSteps()[step];
            for (int sample = 0; sample < own.samples(); sample++) {
                for (int i = h.start(sample); i < h.start(sample) + width; i++) {
                    backwardCell(own, i, step);
                }
            }
            recurrence.handBack(parameters, own, step);
        }
    }

    private void backwardCell(Cells own, int state, int step) {
        double[] delta = own.sumDeltas();
        int a = gateIndex(state);
        int i = a + width;
        int f = i + width;
        int o = f + width;
        double stateGradient = own.stateGradients()[state];
        double squashed = own.squashed[state];
        own.cellGradients[state] += stateGradient * own.gates[o] * (1 - squashed * squashed);
        double cellGradient = own.cellGradients[state];
        delta[a] = cellGradient * own.gates[i] * (1 - own.gates[a] * own.gates[a]);
        delta[i] = cellGradient * own.gates[a] * own.gates[i] * (1 - own.gates[i]);
        delta[o] = stateGradient * squashed * own.gates[o] * (1 - own.gates[o]);
        delta[f] = 0;
        if (step >= recurrence.firstWithState()) {
            delta[f] = cellGradient * cellBefore(own, state, step) * own.gates[f] * (1 - own.gates[f]);
            giveCellBefore(own, state, step, cellGradient * own.gates[f]);
        }
    }

    private void giveCellBefore(Cells own, int state, int step, double gradient) {
        if (step > 0) {
            own.cellGradients[state - width] = gradient;
        } else {
            Rows start = own.starts()[1].gradients();
            start.values()[start.start(state / recurrence.states().size()) + state % width] = gradient;
        }
    }

    @Override
    public String toString() {
        return "LSTM " + inputShape() + " → " + outputShape();
    }
}
