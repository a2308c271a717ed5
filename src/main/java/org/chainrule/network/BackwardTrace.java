package org.chainrule.network;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.chainrule.math.Matrix;

/**
 * What a backward pass left besides the gradients of units and parameters.
 *
 * @param inputGradients dC/dx of every input, samples × inputs
 * @param details what each layer remembers, by name, such as the deltas of the gates of an LSTM
 */
public record BackwardTrace(Matrix inputGradients, List<Map<String, Matrix>> details) {
    public BackwardTrace {
        details = List.copyOf(details);
    }

    static BackwardTrace of(Forward forward, Pass pass) {
        var details = IntStream.range(0, forward.network().layers().size())
                .mapToObj(layer -> pass.buffers(layer).backwardDetails())
                .toList();
        return new BackwardTrace(Matrix.ofRowMajor(forward.samples(), pass.inputGradients()), details);
    }
}
