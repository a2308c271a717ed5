package org.chainrule.check;

import static org.chainrule.Chainrule.value;
import static org.chainrule.Chainrule.x;
import static org.chainrule.Chainrule.y;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.UnaryOperator;
import org.chainrule.Examples;
import org.chainrule.network.Deltas;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The scalar graph against difference quotients, the engine and itself. */
class ScalarTest {
    static List<UnaryOperator<Scalar>> operations() {
        return List.of(
                a -> a.plus(3).plus(a),
                a -> a.minus(3).minus(a.times(0.5)),
                a -> a.times(a).times(2),
                a -> a.over(2).plus(value("b", 2).over(a)),
                a -> a.power(3).plus(a.power(-2)).plus(a.power(0)),
                Scalar::exp,
                a -> a.times(a).log(),
                Scalar::tanh,
                Scalar::sigmoid,
                Scalar::relu);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void slopesAreThoseOfDifferences(UnaryOperator<Scalar> operation) {
        double h = 1e-6;
        for (double a : new double[] {-1.7, -0.3, 0.4, 2.1}) {
            double gradient = operation.apply(value("a", a)).backward().gradient("a");
            double above = operation.apply(value("a", a + h)).value();
            double below = operation.apply(value("a", a - h)).value();
            double expected = (above - below) / (2 * h);
            assertEquals(expected, gradient, 1e-7 * Math.max(1, Math.abs(expected)));
        }
    }

    /** The worked example once more, unit by unit: every gradient of the engine. */
    @ParameterizedTest
    @ValueSource(doubles = {3, 0.2})
    void workedExample(double target) {
        Scalar x1 = value("x1", 1);
        Scalar x2 = value("x2", 2);
        Scalar b1 = value("b1", 1.0);
        Scalar hn1 = value("w1", 0.1)
                .times(x1)
                .plus(value("w3", 0.1).times(x2))
                .plus(b1)
                .sigmoid();
        Scalar hn2 = value("w2", 0.2)
                .times(x1)
                .plus(value("w4", 0.2).times(x2))
                .plus(b1)
                .sigmoid();
        Scalar on = value("w5", 0.3)
                .times(hn1)
                .plus(value("w6", 0.4).times(hn2))
                .plus(value("b2", 0.5))
                .sigmoid();
        ScalarGraph graph = on.minus(target).power(2).over(2).backward();
        Deltas deltas = Examples.worked().forward(x(1, 2)).deltas(y(target));
        for (String name : Examples.worked().parameters().names().toList()) {
            assertEquals(deltas.gradient(name), graph.gradient(name), 1e-12, name);
        }
        assertEquals(deltas.loss(), graph.result().value(), 1e-12);
    }

    @Test
    void whatIsUsedTwiceGetsBothGradientsAndNothingChanges() {
        Scalar a = value("a", 3);
        Scalar square = a.times(a);
        assertEquals(6, square.backward().gradient("a"));
        assertEquals(6, square.backward().gradient(a));
        assertEquals(0, square.backward().gradient(value("other", 1)));
    }

    /** A chain of a hundred thousand operations takes no more stack than one of three. */
    @Test
    void longChains() {
        Scalar start = value("a", 1);
        Scalar sum = start;
        for (int i = 0; i < 100_000; i++) {
            sum = sum.plus(start);
        }
        assertEquals(100_001, sum.backward().gradient(start));
    }

    @Test
    void theGraphListsItself() {
        ScalarGraph graph = value("x", -2)
                .plus(value("y", 5))
                .named("q")
                .times(value("z", -4))
                .power(2)
                .backward();
        assertEquals("""
                z = −4.000000, gradient −72.000000
                x = −2.000000, gradient 96.000000
                y = 5.000000, gradient 96.000000
                q = x + y = 3.000000, gradient 96.000000
                v5 = q · z = −12.000000, gradient −24.000000
                v6 = v5^2 = 144.000000, gradient 1.000000""", graph.toString());
        assertEquals(3, graph.value("q"));
        assertEquals("q = 3.000000", value("q", 3).toString());
    }

    @Test
    void unknownAndAmbiguousNames() {
        ScalarGraph graph =
                value("a", 1).plus(value("b", 2)).plus(value("b", 3)).backward();
        assertEquals(
                "There is no number named c in the graph; the names are b, a.",
                assertThrows(IllegalArgumentException.class, () -> graph.gradient("c"))
                        .getMessage());
        String twice = assertThrows(IllegalArgumentException.class, () -> graph.gradient("b"))
                .getMessage();
        assertTrue(twice.startsWith("There are 2 numbers named b in the graph"), twice);
    }

    @Test
    void whatIsNoNumberIsSaid() {
        assertSays("ln comes to NaN for [a = −1.000000].", () -> value("a", -1).log());
        assertSays(
                "^0.5 comes to NaN for [a = −2.000000].", () -> value("a", -2).power(0.5));
        assertSays("value() got NaN, but it needs a number.", () -> value("a", Double.NaN));
    }

    private static void assertSays(String message, Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
