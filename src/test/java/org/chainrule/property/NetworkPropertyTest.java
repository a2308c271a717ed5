package org.chainrule.property;

import static org.chainrule.Chainrule.load;
import static org.chainrule.Chainrule.save;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.chainrule.activation.Softmax;
import org.chainrule.network.Network;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every network, whatever it is made of. */
class NetworkPropertyTest {
    @TempDir
    Path folder;

    static Stream<Arguments> networks() {
        return Stream.of(Layers.values()).flatMap(layer -> Sizes.random(5).map(size -> Arguments.of(layer, size)));
    }

    /** Code of one's own cannot be saved. */
    static Stream<Arguments> filed() {
        return networks().filter(each -> each.get()[0] != Layers.DENSE);
    }

    @ParameterizedTest
    @MethodSource("filed")
    void savedAndLoadedItGivesTheSameBits(Layers layer, Sizes size) {
        Network net = layer.of(size);
        String file = folder.resolve("net.json").toString();
        save(net, file);
        Network again = load(file).network();
        double[][] inputs = Samples.inputs(net, size);
        double[][] targets = Samples.targets(net, size);
        assertArrayEquals(
                bits(net.parameters().toArray()), bits(again.parameters().toArray()));
        assertArrayEquals(
                bits(net.trainingForward(2, inputs).deltas(targets).gradients().toArray()),
                bits(again.trainingForward(2, inputs)
                        .deltas(targets)
                        .gradients()
                        .toArray()));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void theGradientOfABatchIsTheMeanOfThoseOfItsSamples(Layers layer, Sizes size) {
        Network net = layer.of(size);
        double[][] inputs = Samples.inputs(net, size);
        double[][] targets = Samples.targets(net, size);
        double[] mean = new double[net.parameters().size()];
        for (int i = 0; i < inputs.length; i++) {
            double[] one = gradients(net, new double[][] {inputs[i]}, new double[][] {targets[i]});
            for (int j = 0; j < mean.length; j++) {
                mean[j] += one[j] / inputs.length;
            }
        }
        assertClose(mean, gradients(net, inputs, targets));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void theOrderOfTheSamplesDoesNotMatter(Layers layer, Sizes size) {
        Network net = layer.of(size);
        double[][] inputs = Samples.inputs(net, size);
        double[][] targets = Samples.targets(net, size);
        double[][] predicted = predictions(net, inputs);
        double[] gradients = gradients(net, inputs, targets);
        for (List<double[]> rows : List.of(Arrays.asList(inputs), Arrays.asList(targets), Arrays.asList(predicted))) {
            Collections.shuffle(rows, new Random(size.seed()));
        }
        double[][] shuffled = predictions(net, inputs);
        for (int i = 0; i < predicted.length; i++) {
            assertArrayEquals(bits(predicted[i]), bits(shuffled[i]));
        }
        assertClose(gradients, gradients(net, inputs, targets));
    }

    static Stream<Sizes> sizes() {
        return Sizes.random(40);
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void softmaxIsADistributionWhateverGoesIn(Sizes size) {
        int units = size.units() + size.height();
        double spread = Math.pow(10, size.channels() * size.window() / 3.0);
        double[] z = size.stream().doubles(units, -spread, spread).toArray();
        double[] p = new double[units];
        new Softmax().apply(z, p, units);
        assertEquals(1, Arrays.stream(p).sum(), 1e-15 * units);
        assertTrue(Arrays.stream(p).allMatch(share -> share >= 0 && share <= 1));
        double shift = 3.25;
        double[] shifted = new double[units];
        new Softmax().apply(Arrays.stream(z).map(v -> v + shift).toArray(), shifted, units);
        assertArrayEquals(p, shifted, 1e-12);
    }

    private static double[][] predictions(Network net, double[][] inputs) {
        var predicted = net.forward(inputs).prediction();
        return IntStream.range(0, predicted.rows()).mapToObj(predicted::row).toArray(double[][]::new);
    }

    private static double[] gradients(Network net, double[][] inputs, double[][] targets) {
        return net.forward(inputs).deltas(targets).gradients().toArray();
    }

    private static void assertClose(double[] expected, double[] actual) {
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], actual[i], 1e-13 * (1 + Math.abs(expected[i])));
        }
    }

    private static long[] bits(double[] values) {
        return Arrays.stream(values).mapToLong(Double::doubleToRawLongBits).toArray();
    }
}
