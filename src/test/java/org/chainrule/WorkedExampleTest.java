package org.chainrule;

import static org.chainrule.Chainrule.halfSquaredError;
import static org.chainrule.Chainrule.identity;
import static org.chainrule.Chainrule.relu;
import static org.chainrule.Chainrule.sgd;
import static org.chainrule.Chainrule.sigmoid;
import static org.chainrule.Chainrule.training;
import static org.chainrule.Chainrule.x;
import static org.chainrule.Chainrule.y;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.chainrule.Examples.Biases;
import org.chainrule.network.Deltas;
import org.chainrule.network.Forward;
import org.chainrule.network.Network;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The worked 2-2-1 example of the slides "Training a NNet", both readings and all variants, against numbers computed
 * independently ({@code worked.json}).
 */
class WorkedExampleTest {
    private static final double EXACT = 1e-12;
    private static final JsonObject WORKED = read();

    private record Variant(String reading, String tag, Biases biases) {
        Network network() {
            return switch (tag) {
                case "sigmoid_sigmoid_half" ->
                    Examples.worked(reading, sigmoid(), sigmoid(), halfSquaredError(), biases);
                case "sigmoid_sigmoid_half_over100" ->
                    Examples.worked(
                            reading, sigmoid(), sigmoid(), halfSquaredError().scale(1.0 / 100), biases);
                case "sigmoid_identity_half" ->
                    Examples.worked(reading, sigmoid(), identity(), halfSquaredError(), biases);
                case "relu_identity_half" -> Examples.worked(reading, relu(), identity(), halfSquaredError(), biases);
                default -> throw new IllegalStateException(tag);
            };
        }

        JsonObject expected() {
            return WORKED.getAsJsonObject("reading_" + reading).getAsJsonObject(tag);
        }

        JsonObject trained() {
            String key = switch (biases) {
                case SHARED -> "shared";
                case PER_UNIT -> "perNeuron";
                case FROZEN -> "frozen";
            };
            return expected().getAsJsonObject("training_simultaneous_update").getAsJsonObject(key);
        }
    }

    static Stream<Variant> variants() {
        List<Variant> variants = new ArrayList<>();
        for (String reading : List.of("A", "B")) {
            for (String tag : WORKED.getAsJsonObject("reading_" + reading).keySet().stream()
                    .toList()) {
                for (Biases biases : Biases.values()) {
                    Variant variant = new Variant(reading, tag, biases);
                    if (variant.trained() != null) {
                        variants.add(variant);
                    }
                }
            }
        }
        return variants.stream();
    }

    @Test
    void allVariantsAreThere() {
        assertEquals(20, variants().count());
    }

    @ParameterizedTest
    @MethodSource("variants")
    void forwardPass(Variant variant) {
        Forward pass = variant.network().forward(1, 2);
        assertForward(variant.expected().getAsJsonObject("forward"), pass);
    }

    @ParameterizedTest
    @MethodSource("variants")
    void backwardPass(Variant variant) {
        JsonObject backward = variant.expected().getAsJsonObject("backward");
        Deltas deltas = variant.network().forward(1, 2).deltas(y(3));
        assertEquals(number(backward, "dCf_dYp"), deltas.outputGradient("ON"), EXACT);
        assertEquals(number(backward, "dCf_dHN1o"), deltas.outputGradient("HN1"), EXACT);
        assertEquals(number(backward, "dCf_dHN2o"), deltas.outputGradient("HN2"), EXACT);
        assertEquals(number(backward, "delta_ON"), deltas.delta("ON"), EXACT);
        assertEquals(number(backward, "delta_HN1"), deltas.delta("HN1"), EXACT);
        assertEquals(number(backward, "delta_HN2"), deltas.delta("HN2"), EXACT);
    }

    @ParameterizedTest
    @MethodSource("variants")
    void gradients(Variant variant) {
        Deltas deltas = variant.network().forward(1, 2).deltas(y(3));
        JsonObject gradients = variant.expected().getAsJsonObject("gradients");
        for (String parameter : variant.network().parameters().names().toList()) {
            double expected = switch (parameter) {
                case "b1a" -> number(variant.expected().getAsJsonObject("perNeuronBiasGradients"), "b11");
                case "b1b" -> number(variant.expected().getAsJsonObject("perNeuronBiasGradients"), "b12");
                default -> number(gradients, parameter);
            };
            assertEquals(expected, deltas.gradient(parameter), EXACT, parameter);
        }
    }

    @ParameterizedTest
    @MethodSource("variants")
    void trainingReachesThePublishedParameters(Variant variant) {
        for (String alpha : variant.trained().keySet()) {
            double rate = Double.parseDouble(alpha.substring("alpha_".length()));
            for (String iterations : variant.trained().getAsJsonObject(alpha).keySet()) {
                var run = training(variant.network())
                        .sample(x(1, 2), y(3))
                        .optimizer(sgd(rate))
                        .epochs(Integer.parseInt(iterations))
                        .run();
                JsonObject expected = variant.trained().getAsJsonObject(alpha).getAsJsonObject(iterations);
                JsonObject parameters = expected.getAsJsonObject("params");
                for (String parameter : parameters.keySet()) {
                    assertEquals(
                            number(parameters, parameter),
                            run.network().parameters().at(parameter),
                            EXACT,
                            alpha + " it " + iterations + " " + parameter);
                }
                assertForward(expected.getAsJsonObject("forward"), run.network().forward(1, 2));
                assertEquals(number(expected.getAsJsonObject("forward"), "Cf"), run.loss(), EXACT);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("variants")
    void gradientCheckAgrees(Variant variant) {
        var check = Chainrule.gradientCheck(variant.network(), x(1, 2), y(3));
        assertTrue(check.passes(), check.toString());
        assertTrue(check.largestRelativeError() < 1e-7, check.toString());
    }

    @Test
    void stepsByHandEqualTraining() {
        Network net = Examples.worked();
        for (int i = 0; i < 10; i++) {
            net = net.forward(1, 2).deltas(y(3)).update(sgd(0.5)).network();
        }
        var run = training(Examples.worked())
                .sample(x(1, 2), y(3))
                .optimizer(sgd(0.5))
                .epochs(10)
                .run();
        assertEquals(net.parameters().toString(), run.network().parameters().toString());
        assertEquals(net.parameters().at("w5"), run.network().parameters().at("w5"), 0);
    }

    @Test
    void printedDigitsOfTheInventory() {
        Deltas deltas = Examples.worked().forward(1, 2).deltas(y(3));
        assertEquals("2.544040352493", twelve(deltas.loss()));
        assertEquals("-0.429270046289", twelve(deltas.delta("ON")));
        assertEquals("-0.337335419546", twelve(deltas.gradient("w5")));
        assertEquals("-0.021673633754", twelve(deltas.gradient("w1")));
        assertEquals("-0.045672197527", twelve(deltas.gradient("b1")));
    }

    private static void assertForward(JsonObject expected, Forward pass) {
        assertEquals(number(expected, "HN1i"), pass.preActivation("HN1"), EXACT);
        assertEquals(number(expected, "HN2i"), pass.preActivation("HN2"), EXACT);
        assertEquals(number(expected, "HN1o"), pass.at("HN1"), EXACT);
        assertEquals(number(expected, "HN2o"), pass.at("HN2"), EXACT);
        assertEquals(number(expected, "ONi"), pass.preActivation("ON"), EXACT);
        assertEquals(number(expected, "Yp"), pass.at("ON"), EXACT);
        assertEquals(number(expected, "Cf"), pass.loss(y(3)), EXACT);
    }

    private static String twelve(double value) {
        return String.format(Locale.ROOT, "%.12f", value);
    }

    private static double number(JsonObject object, String name) {
        return object.get(name).getAsDouble();
    }

    private static JsonObject read() {
        try (Reader reader = new InputStreamReader(
                WorkedExampleTest.class.getResourceAsStream("worked.json"), StandardCharsets.UTF_8)) {
            return JsonParser.parseReader(reader).getAsJsonObject();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
