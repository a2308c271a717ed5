package org.chainrule.property;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.chainrule.explain.Equation;
import org.chainrule.explain.Explainer;
import org.chainrule.explain.Explanation;
import org.chainrule.explain.Notation;
import org.chainrule.layer.Layer;
import org.chainrule.network.Deltas;
import org.chainrule.network.Forward;
import org.chainrule.network.Network;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every formula that explains a number, of any kind of layer, gives the number that the engine recorded. */
class ExplanationPropertyTest {
    private static final List<Notation> NOTATIONS = List.of(Notation.named(), Notation.layered(), Notation.indexed());

    static Stream<Arguments> networks() {
        return Stream.of(Layers.values()).flatMap(layer -> Sizes.random(3).map(size -> Arguments.of(layer, size)));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void inUse(Layers layer, Sizes size) {
        Network net = layer.of(size);
        checkAll(net.forward(Samples.inputs(net, size)).deltas(Samples.targets(net, size)));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void inTraining(Layers layer, Sizes size) {
        Network net = layer.of(size);
        checkAll(net.trainingForward(2, Samples.inputs(net, size)).deltas(Samples.targets(net, size)));
    }

    private static void checkAll(Deltas deltas) {
        Forward pass = deltas.forward();
        Network net = deltas.network();
        for (Notation notation : NOTATIONS) {
            Explainer explainer = new Explainer(notation);
            int sample = pass.samples() - 1;
            for (Layer layer : net.layers()) {
                for (String unit : layer.units().toList()) {
                    check(explainer.explain(pass, unit, sample), unit);
                    check(explainer.explain(deltas, unit, sample), "δ of " + unit);
                }
            }
            for (String parameter : net.parameters().names().toList()) {
                check(explainer.explain(deltas, parameter), parameter);
            }
        }
    }

    private static void check(Explanation explanation, String what) {
        for (Equation equation : explanation.equations()) {
            double recorded = equation.result();
            double error = 1e-13 + 1e-11 * Math.abs(recorded);
            assertEquals(recorded, equation.right().value(), error, () -> what + ": " + equation);
        }
    }
}
