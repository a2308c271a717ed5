package org.chainrule.network;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.chainrule.layer.Mode;
import org.chainrule.math.Matrix;
import org.chainrule.parameter.ParameterValues;

/**
 * What a forward pass was for and what it left besides pre-activations and outputs.
 *
 * @param mode training or inference
 * @param details what each layer remembers, by name, such as the mask of a dropout
 * @param parameters those of the pass, but for the running statistics, which move on when the network learns from a pass in
 *     training
 */
public record ForwardTrace(Mode mode, List<Map<String, Matrix>> details, ParameterValues parameters) {
    public ForwardTrace {
        details = List.copyOf(details);
    }

    static ForwardTrace of(Network network, Pass pass) {
        var details = IntStream.range(0, network.layers().size())
                .mapToObj(layer -> pass.buffers(layer).forwardDetails())
                .toList();
        double[] after = pass.parameters().clone();
        if (pass.mode().isTraining()) {
            for (int layer = 0; layer < network.layers().size(); layer++) {
                network.layers().get(layer).remember(after, pass.buffers(layer));
            }
        }
        return new ForwardTrace(
                pass.mode(), details, new ParameterValues(network.parameters().layout(), after));
    }
}
