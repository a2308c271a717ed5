package org.chainrule.activation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.stream.Stream;
import org.chainrule.formula.Symbol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each activation against published values, its derivative against a central difference, its formulas against both. */
class ActivationTest {
    static Stream<Elementwise> all() {
        return Stream.of(
                new Identity(),
                new Sigmoid(),
                new Tanh(),
                new Relu(),
                new LeakyRelu(0.01),
                new LeakyRelu(0.1),
                new Elu(1),
                new Elu(0.5),
                new Softplus(),
                new CustomActivation("swish", z -> z / (1 + Math.exp(-z)), ActivationTest::swishDerivative));
    }

    private static double swishDerivative(double z) {
        double s = 1 / (1 + Math.exp(-z));
        return s + z * s * (1 - s);
    }

    /** CS231n, https://cs231n.github.io/optimization-2/ : sigmoid(1) = .73 with local gradient .20; tables of functions. */
    @ParameterizedTest
    @CsvSource({
        "1.0, 0.731058578630005, 0.196611933241482",
        "1.3, 0.785834983043, 0.168298362469",
        "0.0, 0.5, 0.25",
        "-2.0, 0.119202922022118, 0.104993585403507"
    })
    void sigmoid(double z, double value, double derivative) {
        assertEquals(value, new Sigmoid().value(z), 1e-12);
        assertEquals(derivative, new Sigmoid().derivative(z, value), 1e-12);
    }

    /** tanh z = 2·sigmoid(2z) − 1; tanh 1 and sech² 1 from the tables of Abramowitz and Stegun. */
    @Test
    void tanh() {
        assertEquals(0.761594155955765, new Tanh().value(1), 1e-15);
        assertEquals(0.419974341614026, new Tanh().derivative(1, new Tanh().value(1)), 1e-14);
        assertEquals(2 * new Sigmoid().value(2.6) - 1, new Tanh().value(1.3), 1e-15);
    }

    /** CS231n assignment 2, FullyConnectedNets: relu of linspace(−.5, .5, 12). */
    @Test
    void relu() {
        double[] expected = {0, 0, 0, 0, 0, 0, .04545455, .13636364, .22727273, .31818182, .40909091, .5};
        for (int i = 0; i < 12; i++) {
            assertEquals(expected[i], new Relu().value(-0.5 + i / 11.0), 5e-9);
        }
        assertEquals(0, new Relu().derivative(0, 0), 0);
        assertTrue(Double.isNaN(new Relu().value(Double.NaN)));
    }

    @Test
    void leakyRelu() {
        assertEquals(-0.02, new LeakyRelu(0.01).value(-2), 1e-18);
        assertEquals(-0.2, new LeakyRelu(0.1).value(-2), 1e-17);
        assertEquals(0.1, new LeakyRelu(0.1).derivative(-2, -0.2), 0);
        assertEquals(3, new LeakyRelu(0.1).value(3), 0);
    }

    @ParameterizedTest
    @MethodSource("all")
    void derivativeIsTheCentralDifference(Elementwise f) {
        Random random = new Random(7);
        double h = 1e-5;
        for (int i = 0; i < 200; i++) {
            double z = random.nextDouble(-4, 4);
            if (f.kinks().stream().noneMatch(kink -> Math.abs(kink - z) < 2 * h)) {
                double numeric = (f.value(z + h) - f.value(z - h)) / (2 * h);
                assertEquals(numeric, f.derivative(z, f.value(z)), 1e-9, f + " at " + z);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void formulasGiveWhatTheRulesGive(Elementwise f) {
        Random random = new Random(8);
        for (int i = 0; i < 200; i++) {
            double z = random.nextDouble(-4, 4);
            Symbol input = Symbol.of("z", z);
            Symbol output = Symbol.of("f", f.value(z));
            assertEquals(f.value(z), f.formula(input).value(), 1e-14);
            assertEquals(
                    f.derivative(z, f.value(z)),
                    f.derivativeFormula(input, output).value(),
                    1e-14);
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void valuesStayInTheRange(Elementwise f) {
        for (double z = -30; z <= 30; z += 0.37) {
            double value = f.value(z);
            assertEquals(value, f.range().nearest(value), 0, f + " at " + z);
        }
        assertTrue(f.range().contains(f.value(0.5)));
    }

    /** e^(−1) − 1 = −0.632120558828558 and ln 2 = 0.693147180559945. */
    @Test
    void eluAndSoftplus() {
        assertEquals(-0.632120558828558, new Elu(1).value(-1), 1e-15);
        assertEquals(-0.316060279414279, new Elu(0.5).value(-1), 1e-15);
        assertEquals(0.367879441171442, new Elu(1).derivative(-1, new Elu(1).value(-1)), 1e-15);
        assertEquals(0.693147180559945, new Softplus().value(0), 1e-15);
        assertEquals(1000, new Softplus().value(1000), 0);
        assertEquals(0, new Softplus().value(-1000), 0);
        assertEquals(-1, new Elu(1).value(-1e6), 0);
    }

    @Test
    void saturationIsFinite() {
        assertEquals(0, new Sigmoid().value(-1e6), 0);
        assertEquals(1, new Sigmoid().value(1e6), 0);
        assertEquals(0, new Sigmoid().derivative(1e6, 1), 0);
        assertEquals(-1, new Tanh().value(-1e6), 0);
    }

    @Test
    void rangesReadAsIntervals() {
        assertEquals("(0, 1)", new Sigmoid().range().toString());
        assertEquals("(−1, 1)", new Tanh().range().toString());
        assertEquals("[0, ∞)", new Relu().range().toString());
        assertEquals("(−∞, ∞)", new Identity().range().toString());
        assertFalse(new Sigmoid().range().contains(1));
        assertTrue(new Relu().range().contains(0));
    }
}
