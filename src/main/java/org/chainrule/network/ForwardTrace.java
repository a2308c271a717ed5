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
 * @param parameters the parameters after the pass: those before it, but for the running statistics, which a pass in training
 *     moves on
 */
public record ForwardTrace(Mode mode, List<Map<String, Matrix>> details, ParameterValues parameters) {
    public ForwardTrace {
        details = List.copyOf(details);
    }

    static ForwardTrace of(Network network, Pass pass) {
        var details = IntStream.range(0, network.layers().size())
                .mapToObj(layer -> pass.buffers(layer).forwardDetails())
                .toList();
        var after = new ParameterValues(network.parameters().layout(), pass.parameters());
        return new ForwardTrace(pass.mode(), details, after);
    }
}
