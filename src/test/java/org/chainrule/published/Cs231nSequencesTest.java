package org.chainrule.published;

import static org.chainrule.Chainrule.halfSquaredError;
import static org.chainrule.Chainrule.network;
import static org.chainrule.Chainrule.sequence;
import static org.chainrule.layer.Numbered.linspace;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import org.chainrule.network.Network;
import org.junit.jupiter.api.Test;

/**
 * CS231n, assignment 3, RNN_Captioning and LSTM_Captioning: recurrent layers on evenly spaced numbers.
 *
 * <p>https://cs231n.github.io/assignments2019/assignment3/
 *
 * <p>Theirs start from a state h0 for each sample. Where it is the same for all, it is our initial state; else it goes in as more features of
 * the first step, with the recurrent weights. Both are computed here. Their
 * matrices have units in columns, ours in rows, and their gates come in the order i, f, o, g, ours in the order a (their g), i, f, o.
 */
class Cs231nSequencesTest {
    private static final double PRINTED = 5.1e-9;

    @Test
    void rnnStepForward() {
        double[][] inputs = withState(linspace(-0.4, 0.7, 3, 10), linspace(-0.2, 0.5, 3, 4), 10);
        double[][] fromState = columns(linspace(-0.3, 0.7, 4, 4));
        Network net = network()
                .inputs(sequence(1, 14))
                .simpleRnn(4)
                .weights(beside(columns(linspace(-0.1, 0.9, 10, 4)), fromState))
                .recurrentWeights(fromState)
                .biases(linspace(-0.2, 0.4, 4))
                .loss(halfSquaredError());
        assertRows(net, inputs, new double[][] {
            {-0.58172089, -0.50182032, -0.41232771, -0.31410098},
            {0.66854692, 0.79562378, 0.87755553, 0.92795967},
            {0.97934501, 0.99144213, 0.99646691, 0.99854353}
        });
    }

    @Test
    void rnnForward() {
        double[][] inputs = withState(linspace(-0.1, 0.3, 2, 12), linspace(-0.3, 0.1, 2, 5), 4);
        double[][] fromState = columns(linspace(-0.4, 0.1, 5, 5));
        Network net = network()
                .inputs(sequence(3, 9))
                .simpleRnn(5)
                .weights(beside(columns(linspace(-0.2, 0.4, 4, 5)), fromState))
                .recurrentWeights(fromState)
                .biases(linspace(-0.7, 0.1, 5))
                .allSteps()
                .loss(halfSquaredError());
        assertRows(net, inputs, new double[][] {
            {
                -0.42070749,
                -0.27279261,
                -0.11074945,
                0.05740409,
                0.22236251,
                -0.39525808,
                -0.22554661,
                -0.0409454,
                0.14649412,
                0.32397316,
                -0.42305111,
                -0.24223728,
                -0.04287027,
                0.15997045,
                0.35014525
            },
            {
                -0.55857474,
                -0.39065825,
                -0.19198182,
                0.02378408,
                0.23735671,
                -0.27150199,
                -0.07088804,
                0.13562939,
                0.33099728,
                0.50158768,
                -0.51014825,
                -0.30524429,
                -0.06755202,
                0.17806392,
                0.40333043
            }
        });
    }

    @Test
    void lstmForward() {
        double[][] inputs = withState(linspace(-0.4, 0.6, 2, 15), linspace(-0.4, 0.8, 2, 4), 5);
        double[][] fromState = gates(columns(linspace(-0.3, 0.6, 4, 16)));
        double[][] biases = gates(columns(new double[][] {linspace(0.2, 0.7, 16)}));
        Network net = network()
                .inputs(sequence(3, 9))
                .lstm(4)
                .weights(beside(gates(columns(linspace(-0.2, 0.9, 5, 16))), fromState))
                .recurrentWeights(fromState)
                .biases(Arrays.stream(biases).mapToDouble(row -> row[0]).toArray())
                .allSteps()
                .loss(halfSquaredError());
        assertRows(net, inputs, new double[][] {
            {
                0.01764008,
                0.01823233,
                0.01882671,
                0.0194232,
                0.11287491,
                0.12146228,
                0.13018446,
                0.13902939,
                0.31358768,
                0.33338627,
                0.35304453,
                0.37250975
            },
            {
                0.45767879,
                0.4761092,
                0.4936887,
                0.51041945,
                0.6704845,
                0.69350089,
                0.71486014,
                0.7346449,
                0.81733511,
                0.83677871,
                0.85403753,
                0.86935314
            }
        });
    }

    /** The same LSTM, one sample after the other from its own state. */
    @Test
    void lstmForwardFromAnInitialState() {
        double[][] inputs = linspace(-0.4, 0.6, 2, 15);
        double[][] states = linspace(-0.4, 0.8, 2, 4);
        double[][] biases = gates(columns(new double[][] {linspace(0.2, 0.7, 16)}));
        double[][] last = {
            {0.31358768, 0.33338627, 0.35304453, 0.37250975}, {0.81733511, 0.83677871, 0.85403753, 0.86935314}
        };
        for (int sample = 0; sample < 2; sample++) {
            Network net = network()
                    .inputs(sequence(3, 5))
                    .lstm(4)
                    .weights(gates(columns(linspace(-0.2, 0.9, 5, 16))))
                    .recurrentWeights(gates(columns(linspace(-0.3, 0.6, 4, 16))))
                    .biases(Arrays.stream(biases).mapToDouble(row -> row[0]).toArray())
                    .initialState(states[sample])
                    .loss(halfSquaredError());
            assertRows(net, new double[][] {inputs[sample]}, new double[][] {last[sample]});
        }
    }

    private static void assertRows(Network net, double[][] inputs, double[][] expected) {
        var prediction = net.forward(inputs).prediction();
        for (int row = 0; row < expected.length; row++) {
            assertArrayEquals(expected[row], prediction.row(row), PRINTED);
        }
    }

    /** Behind the features of each step as many as the state has: its values at the first step, zeros later. */
    private static double[][] withState(double[][] rows, double[][] states, int features) {
        int size = states[0].length;
        double[][] wide = new double[rows.length][rows[0].length / features * (features + size)];
        for (int row = 0; row < rows.length; row++) {
            for (int i = 0; i < rows[row].length; i++) {
                wide[row][i / features * (features + size) + i % features] = rows[row][i];
            }
            System.arraycopy(states[row], 0, wide[row], features, size);
        }
        return wide;
    }

    private static double[][] columns(double[][] matrix) {
        double[][] columns = new double[matrix[0].length][matrix.length];
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < matrix[i].length; j++) {
                columns[j][i] = matrix[i][j];
            }
        }
        return columns;
    }

    private static double[][] beside(double[][] left, double[][] right) {
        double[][] wide = new double[left.length][];
        for (int row = 0; row < left.length; row++) {
            wide[row] = Arrays.copyOf(left[row], left[row].length + right[row].length);
            System.arraycopy(right[row], 0, wide[row], left[row].length, right[row].length);
        }
        return wide;
    }

    /** From i, f, o, g to g, i, f, o. */
    private static double[][] gates(double[][] rows) {
        int size = rows.length / 4;
        double[][] ordered = new double[rows.length][];
        Arrays.setAll(ordered, row -> rows[(row + 3 * size) % rows.length]);
        return ordered;
    }
}
