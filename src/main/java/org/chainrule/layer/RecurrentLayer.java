package org.chainrule.layer;

import java.util.List;
import org.chainrule.parameter.Names;
import org.chainrule.parameter.ParameterBlock;

/** What recurrent layers have in common: their blocks of parameters, and what is left to do after the way back through time. */
public abstract sealed class RecurrentLayer implements Layer permits SimpleRnn, Lstm {
    final Recurrence recurrence;
    final int width;
    private final Names units;
    private final List<ParameterBlock> blocks;

    /** Over W, U, the biases if there are any, and the states before the first step if there are any. */
    RecurrentLayer(RecurrentOutput output, Shape.Sequence input, List<ParameterBlock> blocks) {
        this.recurrence = Recurrence.of(input, output.allSteps(), blocks);
        this.width = recurrence.states().features();
        this.units = output.units();
        this.blocks = List.copyOf(blocks);
    }

    @Override
    public final Names units() {
        return units;
    }

    @Override
    public final Shape.Sequence inputShape() {
        return recurrence.input();
    }

    @Override
    public final Shape outputShape() {
        return recurrence.output();
    }

    @Override
    public final List<ParameterBlock> blocks() {
        return blocks;
    }

    /**
     * What the layer remembers before the first step, the same for every sample.
     *
     * @return h_0, in an LSTM also c_0; none if they are zeros
     */
    public final List<ParameterBlock> starts() {
        return recurrence.starts();
    }

    @Override
    public final void gradients(LayerBuffers buffers, double[] gradients) {
        for (ParameterBlock block : blocks) {
            block.clear(gradients);
        }
        recurrence.gradients((RecurrentBuffers) buffers, gradients);
    }

    @Override
    public final void backwardToInput(double[] parameters, LayerBuffers buffers, double[] inputGradient) {
        recurrence.backwardToInput(parameters, (RecurrentBuffers) buffers, inputGradient);
    }
}
