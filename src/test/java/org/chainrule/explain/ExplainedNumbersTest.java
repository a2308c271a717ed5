package org.chainrule.explain;

import static org.chainrule.Chainrule.chain;
import static org.chainrule.Chainrule.explain;
import static org.chainrule.Chainrule.sgd;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.chainrule.check.GradientCheck;
import org.chainrule.math.Matrix;
import org.chainrule.network.Deltas;
import org.chainrule.network.Network;
import org.chainrule.network.Update;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every formula that is shown, evaluated, gives the number that the engine recorded; and that number is right. */
class ExplainedNumbersTest {
    private static final String ALL = "org.chainrule.explain.Examples#all";

    @ParameterizedTest
    @MethodSource(ALL)
    void everyUnitOfAForwardPass(Deltas deltas) {
        for (Unit unit : Unit.all(deltas.network())) {
            for (int sample = 0; sample < deltas.forward().samples(); sample++) {
                Explanation explanation = explain(deltas.forward(), unit.name(), sample);
                assertEvaluates(explanation);
                assertEquals(
                        deltas.forward().preActivation(unit.name(), sample),
                        explanation.equations().get(0).result());
                assertEquals(
                        deltas.forward().at(unit.name(), sample),
                        explanation.equations().get(1).result());
            }
        }
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void everyUnitOfABackwardPass(Deltas deltas) {
        for (Unit unit : Unit.all(deltas.network())) {
            for (int sample = 0; sample < deltas.forward().samples(); sample++) {
                Explanation explanation = explain(deltas, unit.name(), sample);
                assertEvaluates(explanation);
                assertEquals(
                        deltas.outputGradient(unit.name(), sample),
                        explanation.equations().get(0).result());
                assertEquals(
                        deltas.delta(unit.name(), sample),
                        explanation.equations().get(1).result());
            }
        }
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void everyParameter(Deltas deltas) {
        GradientCheck check =
                GradientCheck.of(deltas.network(), rows(deltas.forward().inputs()), rows(deltas.target()));
        for (String parameter : deltas.network().parameters().names().toList()) {
            Explanation explanation = explain(deltas, parameter);
            assertEvaluates(explanation);
            double explained = explanation.equations().get(0).right().value();
            double measured = check.at(parameter).numeric();
            assertEquals(measured, explained, 1e-9 + 1e-6 * Math.abs(measured), parameter);
        }
    }

    @ParameterizedTest
    @MethodSource("org.chainrule.explain.Examples#ofOneSample")
    void everyChainThatIsWrittenOut(Deltas deltas) {
        int chains = 0;
        for (String parameter : deltas.network().parameters().names().toList()) {
            boolean stopsAtDeltas = explain(deltas, parameter).toText().contains("δ");
            if (!stopsAtDeltas) {
                Explanation chain = chain(deltas, parameter);
                assertEvaluates(chain);
                assertEquals(
                        deltas.gradient(parameter), chain.equations().get(0).result());
                chains++;
            }
        }
        assertTrue(chains > 0);
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void theLoss(Deltas deltas) {
        Explanation explanation = explain(deltas, "Cf");
        assertEvaluates(explanation);
        assertEquals(
                deltas.forward().loss(rows(deltas.target())),
                explanation.equations().get(0).result());
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void everyNewValue(Deltas deltas) {
        Update step = deltas.update(sgd(0.5));
        for (String parameter : deltas.network().parameters().names().toList()) {
            Explanation explanation = explain(step, parameter);
            assertEvaluates(explanation);
            assertEquals(
                    step.newValue(parameter), explanation.equations().get(0).result());
        }
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void theSumsOfANetworkAreThoseOfItsPasses(Deltas deltas) {
        Network network = deltas.network();
        TextWriter writer = new TextWriter();
        var sums = new Explainer()
                .sums(network).stream()
                        .map(equation -> equation.symbols(writer))
                        .toList();
        var ofPass = Unit.all(network).stream()
                .flatMap(unit -> explain(deltas.forward(), unit.name(), 0).equations().stream())
                .map(equation -> equation.symbols(writer))
                .toList();
        assertFalse(sums.isEmpty());
        assertEquals(ofPass, sums);
    }

    private static void assertEvaluates(Explanation explanation) {
        assertFalse(explanation.equations().isEmpty());
        for (Equation equation : explanation.equations()) {
            double tolerance = 1e-12 * Math.max(1e-3, Math.abs(equation.result()));
            assertEquals(equation.result(), equation.right().value(), tolerance, equation.toString());
            assertEquals(equation.result(), equation.right().substituted().value(), tolerance, equation.toString());
            equation.names().forEach(name -> assertEquals(equation.result(), name.value()));
        }
    }

    private static double[][] rows(Matrix matrix) {
        double[][] rows = new double[matrix.rows()][];
        for (int row = 0; row < rows.length; row++) {
            rows[row] = matrix.row(row);
        }
        return rows;
    }
}
