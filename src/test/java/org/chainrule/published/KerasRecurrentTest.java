package org.chainrule.published;

import static org.chainrule.Chainrule.constant;
import static org.chainrule.Chainrule.halfSquaredError;
import static org.chainrule.Chainrule.network;
import static org.chainrule.Chainrule.sequence;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.chainrule.network.Forward;
import org.chainrule.network.Network;
import org.chainrule.network.RecurrentStep;
import org.junit.jupiter.api.Test;

/**
 * Keras' tests of recurrent layers: sequences of 0, 1, 2, …, every weight of the input 0.01, of the state 0.02, every bias 0.03, but 1 in the gate f.
 *
 * <p>https://github.com/keras-team/keras/tree/master/keras/src/layers/rnn : simple_rnn_test.py, lstm_test.py
 */
class KerasRecurrentTest {
    @Test
    void simpleRnnOfKeras() {
        Network net = simple(3, 4, 4).loss(halfSquaredError());
        assertRows(net.forward(counting(2, 12)), 0.405432, 0.73605347);
    }

    @Test
    void aSimpleRnnFromAStateOfEachSample() {
        double[] ends = {0.33621645, 0.6262637};
        for (int sample = 0; sample < 2; sample++) {
            Network net = simple(4, 3, 4).initialState(counting(2, 4)[sample]).loss(halfSquaredError());
            assertRows(net.forward(counting(2, 12)[sample]), ends[sample]);
        }
    }

    /** A second time over the sequences, from where the first ended. */
    @Test
    void aStatefulSimpleRnn() {
        double[] ends = {0.40559256, 0.7361247};
        for (int sample = 0; sample < 2; sample++) {
            double[] sequence = counting(2, 12)[sample];
            Network net = simple(3, 4, 4).loss(halfSquaredError());
            double[] end = net.forward(sequence).prediction().row(0);
            Network again = simple(3, 4, 4).initialState(end).loss(halfSquaredError());
            assertRows(again.forward(sequence), ends[sample]);
        }
    }

    @Test
    void lstmOfKeras() {
        double[][] sequences = counting(3, 24);
        Network net = lstm(6, 4, 3, 1).loss(halfSquaredError());
        assertRows(net.forward(sequences), 0.6288687, 0.86899155, 0.9460773);
        Network sameBiases = lstm(6, 4, 3, 0.03).loss(halfSquaredError());
        assertRows(sameBiases.forward(sequences), 0.57019705, 0.8661914, 0.9459622);
        Network none = lstm(6, 4, 3, 1).biases(new double[12]).loss(halfSquaredError());
        assertRows(none.forward(sequences), 0.54986924, 0.86226785, 0.9443936);
    }

    @Test
    void anLstmFromAStateOfEachSample() {
        double[][] ends = {{0.20574439, 0.3558822}, {0.64930826, 0.66276}};
        for (int sample = 0; sample < 2; sample++) {
            double[] start = counting(2, 2)[sample];
            Network net =
                    lstm(4, 3, 2, 1).initialState(start).initialCell(start).loss(halfSquaredError());
            double[] end = net.forward(counting(2, 12)[sample]).prediction().row(0);
            assertArrayEquals(ends[sample], end, 1e-6);
        }
    }

    @Test
    void aStatefulLstm() {
        double[] ends = {0.3124785, 0.6863672};
        for (int sample = 0; sample < 2; sample++) {
            double[] sequence = counting(2, 12)[sample];
            Forward first = lstm(3, 4, 4, 1).loss(halfSquaredError()).forward(sequence);
            Network again = lstm(3, 4, 4, 1)
                    .initialState(last(first, "h"))
                    .initialCell(last(first, "c"))
                    .loss(halfSquaredError());
            assertRows(again.forward(sequence), ends[sample]);
        }
    }

    /** What a layer of 4 units remembers after its last step. */
    private static double[] last(Forward pass, String name) {
        double[] steps = pass.detail(1, name).row(0);
        return Arrays.copyOfRange(steps, steps.length - 4, steps.length);
    }

    private static RecurrentStep simple(int steps, int features, int units) {
        double[][] recurrent = new double[units][units];
        Arrays.stream(recurrent).forEach(row -> Arrays.fill(row, 0.02));
        double[] biases = new double[units];
        Arrays.fill(biases, 0.03);
        return network()
                .inputs(sequence(steps, features))
                .simpleRnn(units)
                .init(constant(0.01))
                .recurrentWeights(recurrent)
                .biases(biases);
    }

    private static RecurrentStep lstm(int steps, int features, int units, double forget) {
        double[][] recurrent = new double[4 * units][units];
        Arrays.stream(recurrent).forEach(row -> Arrays.fill(row, 0.02));
        double[] biases = new double[4 * units];
        Arrays.fill(biases, 0.03);
        Arrays.fill(biases, 2 * units, 3 * units, forget);
        return network()
                .inputs(sequence(steps, features))
                .lstm(units)
                .init(constant(0.01))
                .recurrentWeights(recurrent)
                .biases(biases);
    }

    private static double[][] counting(int rows, int columns) {
        return IntStream.range(0, rows)
                .mapToObj(row -> IntStream.range(row * columns, (row + 1) * columns)
                        .asDoubleStream()
                        .toArray())
                .toArray(double[][]::new);
    }

    /** All units of a sample say the same. */
    private static void assertRows(Forward pass, double... expected) {
        for (int row = 0; row < expected.length; row++) {
            for (double unit : pass.prediction().row(row)) {
                assertArrayEquals(new double[] {expected[row]}, new double[] {unit}, 1e-6);
            }
        }
    }
}
