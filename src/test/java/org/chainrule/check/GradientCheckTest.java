package org.chainrule.check;

import static org.chainrule.Chainrule.constant;
import static org.chainrule.Chainrule.gradientCheck;
import static org.chainrule.Chainrule.halfSquaredError;
import static org.chainrule.Chainrule.identity;
import static org.chainrule.Chainrule.network;
import static org.chainrule.Chainrule.relu;
import static org.chainrule.Chainrule.sequence;
import static org.chainrule.Chainrule.tanh;
import static org.chainrule.Chainrule.w;
import static org.chainrule.Chainrule.x;
import static org.chainrule.Chainrule.y;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.chainrule.Examples;
import org.chainrule.check.GradientCheck.Row;
import org.chainrule.check.GradientCheck.Verdict;
import org.chainrule.network.Network;
import org.junit.jupiter.api.Test;

class GradientCheckTest {
    @Test
    void rowsHoldBothNumbersAndTheirErrors() {
        Row row = gradientCheck(Examples.worked(), x(1, 2), y(3)).at("w5");
        assertEquals(-0.337335419546, row.analytic(), 1e-12);
        assertEquals(-0.337335419546, row.numeric(), 1e-10);
        assertEquals(Math.abs(row.analytic() - row.numeric()), row.absoluteError(), 0);
        assertEquals(row.absoluteError() / 0.337335419546, row.relativeError(), 1e-15);
        assertEquals(Verdict.AGREES, row.verdict());
    }

    @Test
    void aKinkInAnEarlyStepOfASequenceIsNotAFailureEither() {
        // z of the first step is exactly 0, that of the last one is not
        Network net = network()
                .inputs(sequence(2, 1))
                .simpleRnn(1, relu())
                .init(constant(1))
                .loss(halfSquaredError());
        GradientCheck check = gradientCheck(net, x(0, 1), y(3));
        assertEquals(Verdict.NOT_DIFFERENTIABLE, check.at("b1_1").verdict());
        assertEquals(Verdict.AGREES, check.at("w1_1_1").verdict());
    }

    @Test
    void aKinkIsNotAFailure() {
        // HN1i = w1·1 + w2·1 is exactly 0, the kink of ReLU
        Network net = network()
                .inputs("x1", "x2")
                .layer("HN1")
                .activation(relu())
                .into("HN1", w("w1", 1), w("w2", -1))
                .layer("ON")
                .activation(identity())
                .into("ON", w("w3", 2))
                .sharedBias("b2", 0.5)
                .loss(halfSquaredError());
        GradientCheck check = gradientCheck(net, x(1, 1), y(3));
        assertEquals(Verdict.NOT_DIFFERENTIABLE, check.at("w1").verdict());
        assertEquals("not differentiable here", check.at("w1").verdict().toString());
        assertEquals(Verdict.NOT_DIFFERENTIABLE, check.at("w2").verdict());
        assertEquals(Verdict.AGREES, check.at("w3").verdict());
        assertEquals(Verdict.AGREES, check.at("b2").verdict());
        assertTrue(check.passes());
        assertTrue(check.toString().endsWith("2 not differentiable here"), check.toString());
    }

    /** The sum of the first step is exactly 0, and only the bias moves it; the sum of the last step, 1, is far from the kink. */
    @Test
    void aKinkInAStepOfARecurrentLayerIsNotAFailure() {
        Network net = network()
                .inputs(sequence(2, 1))
                .simpleRnn(1, relu())
                .weights(new double[][] {{1}})
                .recurrentWeights(new double[][] {{0.5}})
                .biases(0)
                .loss(halfSquaredError());
        GradientCheck check = gradientCheck(net, x(0, 1), y(3));
        assertEquals(
                List.of("b1_1"),
                check.rows().stream()
                        .filter(row -> row.verdict() == Verdict.NOT_DIFFERENTIABLE)
                        .map(Row::parameter)
                        .toList());
        assertTrue(check.passes(), check::toString);
    }

    @Test
    void aWrongGradientDiffers() {
        CentralDifference difference =
                new CentralDifference(Examples.worked(), net -> net.forward(1, 2), new double[][] {{3}});
        double right = -0.337335419546452;
        assertEquals(Verdict.AGREES, difference.row("w5", right).verdict());
        // the slide's two factors: the sign of dCf/dYp, and dYp/dONi without the numerator
        assertEquals(Verdict.DIFFERS, difference.row("w5", -right).verdict());
        assertEquals(Verdict.DIFFERS, difference.row("w5", 0.982043490).verdict());
        assertEquals(Verdict.DIFFERS, difference.row("w5", right * 1.00001).verdict());
    }

    @Test
    void deepBatchesAgree() {
        Network net = network()
                .inputs(3)
                .layer(4)
                .activation(tanh())
                .weights(rows(4, 3))
                .biases(0.1, 0.2, -0.3, 0.4)
                .layer(3)
                .activation(tanh())
                .weights(rows(3, 4))
                .biases(0.1, 0.2, -0.3)
                .layer(2)
                .activation(identity())
                .weights(rows(2, 3))
                .biases(0.1, 0.2)
                .loss(halfSquaredError());
        double[][] inputs = {{1, 2, 3}, {-1, 0.5, 0.2}, {0, 0, 1}};
        double[][] targets = {{1, -1}, {0.5, 0}, {2, 2}};
        GradientCheck check = GradientCheck.of(net, inputs, targets);
        assertEquals(12 + 4 + 12 + 3 + 6 + 2, check.rows().size());
        assertTrue(check.passes(), check.toString());
        assertTrue(check.largestRelativeError() < 1e-7, check.toString());
    }

    @Test
    void unknownParameter() {
        GradientCheck check = gradientCheck(Examples.worked(), x(1, 2), y(3));
        assertThrows(IllegalArgumentException.class, () -> check.at("w7"));
    }

    @Test
    void asManyTargetsAsInputs() {
        double[][] inputs = {{1, 2}, {2, 1}};
        var refused = assertThrows(
                IllegalArgumentException.class, () -> gradientCheck(Examples.worked(), inputs, new double[][] {{3}}));
        assertEquals(
                "gradientCheck() got 2 rows of inputs and 1 of targets, but it needs one target for each.",
                refused.getMessage());
    }

    private static double[][] rows(int units, int inputs) {
        double[][] rows = new double[units][inputs];
        for (int u = 0; u < units; u++) {
            for (int i = 0; i < inputs; i++) {
                rows[u][i] = Math.sin(1 + 3 * u + 7 * i) / 2;
            }
        }
        return rows;
    }
}
