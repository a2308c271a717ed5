package org.chainrule.clipping;

import static org.chainrule.Chainrule.clipByAverageNorm;
import static org.chainrule.Chainrule.clipByGlobalNorm;
import static org.chainrule.Chainrule.clipByNorm;
import static org.chainrule.Chainrule.clipByValue;
import static org.chainrule.Chainrule.globalNorm;
import static org.chainrule.Chainrule.halfSquaredError;
import static org.chainrule.Chainrule.identity;
import static org.chainrule.Chainrule.sgd;
import static org.chainrule.Chainrule.training;
import static org.chainrule.Chainrule.x;
import static org.chainrule.Chainrule.y;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.chainrule.Examples;
import org.chainrule.Examples.Biases;
import org.chainrule.network.Deltas;
import org.chainrule.network.Network;
import org.chainrule.parameter.ParameterValues;
import org.chainrule.training.Training;
import org.chainrule.training.TrainingRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class ClippingTest {
    private final Network net = Examples.worked();
    private final Deltas deltas = net.forward(1, 2).deltas(y(3));

    @Test
    void theGlobalNormIsTheRootOfAllSquares() {
        double squares = 0;
        for (String name : net.parameters().names().toList()) {
            squares += deltas.gradient(name) * deltas.gradient(name);
        }
        assertEquals(Math.sqrt(squares), globalNorm(deltas), 1e-15);
    }

    /** A block is the weights, or the biases, of one layer: w5 and w6 by themselves. */
    @Test
    void aNormIsThatOfOneBlock() {
        ParameterValues clipped = clipByNorm(0.1).clip(deltas.gradients());
        double norm = Math.hypot(deltas.gradient("w5"), deltas.gradient("w6"));
        assertEquals(deltas.gradient("w5") * 0.1 / norm, clipped.at("w5"), 1e-15);
        assertEquals(-0.1, clipped.at("b2"), 1e-15);
        assertEquals(deltas.gradient("w1"), clipped.at("w1"), 0);
    }

    @Test
    void theAverageNormIsDividedByTheNumberOfElements() {
        ParameterValues clipped = clipByAverageNorm(0.1).clip(deltas.gradients());
        double average = Math.hypot(deltas.gradient("w5"), deltas.gradient("w6")) / 2;
        assertEquals(deltas.gradient("w6") * 0.1 / average, clipped.at("w6"), 1e-15);
        assertEquals(deltas.gradient("w4"), clipped.at("w4"), 0);
    }

    @Test
    void normsNeitherOverflowNorVanish() {
        for (double size : new double[] {1e-200, 1, 1e200}) {
            double[] values = {9, 3 * size, -4 * size, 9};
            assertEquals(5 * size, Norm.of(values, 1, 3), 5 * size * 1e-15);
        }
        assertEquals(0, Norm.of(new double[2], 0, 2), 0);
        assertEquals(Double.POSITIVE_INFINITY, Norm.of(new double[] {1, Double.NEGATIVE_INFINITY}, 0, 2), 0);
    }

    /** One step of a training moves by α times the clipped gradient. */
    @Test
    void aTrainingStepsWithTheClippedGradient() {
        for (Clipping clipping : Stream.of(clipByValue(0.05), clipByNorm(0.05), clipByGlobalNorm(0.05))
                .toList()) {
            double[] gradient = clipping.clip(deltas.gradients()).toArray();
            double[] expected = net.parameters().toArray();
            for (int i = 0; i < expected.length; i++) {
                expected[i] -= 0.5 * gradient[i];
            }
            TrainingRun run = onWorked(net).clip(clipping).epochs(1).run();
            assertArrayEquals(expected, run.network().parameters().toArray(), 0, clipping.toString());
        }
    }

    /** Frozen biases have a gradient, but no part in the norm of the step. */
    @Test
    void frozenParametersDoNotCount() {
        Network frozen = Examples.worked("A", identity(), identity(), halfSquaredError(), Biases.FROZEN);
        TrainingRun run =
                onWorked(frozen).clip(clipByGlobalNorm(0.01)).epochs(1).run();
        double squares = 0;
        for (int i = 0; i < frozen.parameters().size(); i++) {
            double change =
                    run.network().parameters().at(i) - frozen.parameters().at(i);
            squares += change * change;
        }
        assertEquals(0.5 * 0.01, Math.sqrt(squares), 1e-15);
    }

    /** α = 1000 blows the network up within a few epochs; with clipping every number stays finite. */
    @Test
    void clippingHoldsAnExplosion() {
        Network linear = Examples.worked("A", identity(), identity(), halfSquaredError(), Biases.SHARED);
        Training wild =
                training(linear).sample(x(1, 2), y(3)).optimizer(sgd(1000)).epochs(100);
        assertTrue(wild.run().history().epochs() < 100);
        assertEquals(100, wild.clip(clipByGlobalNorm(1e-4)).run().history().epochs());
    }

    @Test
    void refusesLimitsThatAreNone() {
        String needed = ", but it needs a finite limit above 0.";
        assertRefused(() -> clipByValue(0), "clipByValue() got 0.0" + needed);
        assertRefused(() -> clipByNorm(Double.NaN), "clipByNorm() got NaN" + needed);
        assertRefused(() -> clipByAverageNorm(-1), "clipByAverageNorm() got -1.0" + needed);
        assertRefused(() -> clipByGlobalNorm(Double.POSITIVE_INFINITY), "clipByGlobalNorm() got Infinity" + needed);
        assertEquals("clipByNorm(0.5).perUnit()", clipByNorm(0.5).perUnit().toString());
    }

    private static Training onWorked(Network start) {
        return training(start).sample(x(1, 2), y(3)).optimizer(sgd(0.5));
    }

    private static void assertRefused(Executable call, String message) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
