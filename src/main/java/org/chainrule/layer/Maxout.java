package org.chainrule.layer;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.chainrule.math.Matrix;
import org.chainrule.parameter.Names;
import org.chainrule.parameter.ParameterBlock;

/**
 * A maxout layer: every unit has several affine pieces, and the largest is its output.
 *
 * <pre>
 * forward    z_j,p = Σ_i w_j,p,i · x_i + b_j,p     output_j = max_p z_j,p
 * backward   the winner takes all: δ_j,p = dC/d output_j for the winning piece, 0 for the others
 *            dC/dw_j,p,i = Σ_samples δ_j,p · x_i    dC/db_j,p = Σ_samples δ_j,p    dC/d x_i = Σ_j,p δ_j,p · w_j,p,i
 * </pre>
 *
 * <p>Among equal pieces the first wins; the winners are recorded, counted from 0. Shapes: input samples × n, output samples × m,
 * weights (m·pieces) × n, biases m·pieces. Source: slides "Training a NNet", maxout: max(w₁ᵀx + b₁, w₂ᵀx + b₂).
 */
public final class Maxout implements Layer {
    private final Names units;
    private final List<ParameterBlock> blocks;
    private final Affine affine;
    private final int pieces;

    /**
     * A layer over its blocks of parameters.
     *
     * @param units the names of the m units
     * @param blocks weights, unit after unit, each piece after piece; then biases in the same order if there are any
     */
    public Maxout(Names units, List<ParameterBlock> blocks) {
        this.units = units;
        this.blocks = List.copyOf(blocks);
        this.affine = Affine.of(blocks.get(0), blocks.subList(1, blocks.size()));
        this.pieces = affine.units() / units.size();
    }

    @Override
    public Names units() {
        return units;
    }

    @Override
    public Shape inputShape() {
        return new Shape.Flat(affine.inputs());
    }

    @Override
    public Shape outputShape() {
        return new Shape.Flat(units.size());
    }

    /**
     * How many affine functions each unit takes the largest of.
     *
     * @return the number of pieces
     */
    public int pieces() {
        return pieces;
    }

    @Override
    public List<ParameterBlock> blocks() {
        return blocks;
    }

    @Override
    public LayerBuffers newBuffers(int samples, double[] input) {
        return new Pieces(samples, input);
    }

    private final class Pieces extends LayerBuffers {
        private final double[] z;
        private final double[] pieceDelta;
        private final int[] winners;
        private final Rows inputRows;
        private final Rows zRows;
        private final Rows deltaRows;

        Pieces(int samples, double[] input) {
            super(samples, input, units.size(), false);
            z = new double[samples * affine.units()];
            pieceDelta = new double[z.length];
            winners = new int[samples * units.size()];
            inputRows = Rows.all(input, affine.inputs());
            zRows = Rows.all(z, affine.units());
            deltaRows = Rows.all(pieceDelta, affine.units());
        }

        @Override
        public Map<String, Matrix> forwardDetails() {
            double[] places = Arrays.stream(winners).asDoubleStream().toArray();
            return Map.of("winner", Matrix.ofRowMajor(samples(), places), "pieces", Matrix.ofRowMajor(samples(), z));
        }

        @Override
        public Map<String, Matrix> backwardDetails() {
            return Map.of("pieces", Matrix.ofRowMajor(samples(), pieceDelta));
        }
    }

    @Override
    public void forward(double[] parameters, LayerBuffers buffers) {
        Pieces own = (Pieces) buffers;
        affine.forward(own.zRows, parameters, own.inputRows, own.product());
        for (int i = 0; i < own.winners.length; i++) {
            own.winners[i] = winner(own.z, i * pieces);
            own.output()[i] = own.z[i * pieces + own.winners[i]];
        }
    }

    private int winner(double[] z, int start) {
        int best = 0;
        for (int piece = 1; piece < pieces; piece++) {
            if (z[start + piece] > z[start + best] || Double.isNaN(z[start + piece])) {
                best = piece;
            }
        }
        return best;
    }

    @Override
    public void delta(double[] parameters, LayerBuffers buffers) {
        Pieces own = (Pieces) buffers;
        Arrays.fill(own.pieceDelta, 0);
        for (int i = 0; i < own.winners.length; i++) {
            own.pieceDelta[i * pieces + own.winners[i]] = own.outputGradient()[i];
        }
    }

    @Override
    public void gradients(LayerBuffers buffers, double[] gradients) {
        Pieces own = (Pieces) buffers;
        for (ParameterBlock block : blocks) {
            block.clear(gradients);
        }
        affine.addGradients(gradients, own.deltaRows, own.inputRows, own.product());
    }

    @Override
    public void backwardToInput(double[] parameters, LayerBuffers buffers, double[] inputGradient) {
        Arrays.fill(inputGradient, 0);
        Pieces own = (Pieces) buffers;
        affine.addToInput(Rows.all(inputGradient, inputs()), parameters, own.deltaRows, own.product());
    }

    @Override
    public String toString() {
        return "maxout " + inputs() + " → " + units.size() + ", " + pieces + " pieces each";
    }
}
