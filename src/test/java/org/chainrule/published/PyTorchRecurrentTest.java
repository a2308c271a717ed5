package org.chainrule.published;

import static org.chainrule.Chainrule.explain;
import static org.chainrule.Chainrule.halfSquaredError;
import static org.chainrule.Chainrule.identity;
import static org.chainrule.Chainrule.network;
import static org.chainrule.Chainrule.sequence;
import static org.chainrule.Chainrule.sgd;
import static org.chainrule.Chainrule.unitTable;
import static org.chainrule.Chainrule.y;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Locale;
import org.chainrule.formula.Numbers;
import org.chainrule.network.Deltas;
import org.chainrule.network.SequenceStep;
import org.junit.jupiter.api.Test;

/**
 * dC/dh of every step as PyTorch 2.15 computes it in double precision for {@code RNNCell} and {@code LSTMCell}, with
 * {@code h.retain_grad()}: on all ways that h has to the loss, so also through the next step.
 *
 * <p>https://docs.pytorch.org/docs/stable/generated/torch.Tensor.retain_grad.html
 */
class PyTorchRecurrentTest {
    private static final double[][] WEIGHTS = {{0.5, -0.3}, {0.2, 0.4}};
    private static final double[][] RECURRENT = {{0.1, 0.6}, {-0.7, 0.3}};

    @Test
    void everyStateOfASimpleRecurrentLayer() {
        assertStateGradients(
                read(network()
                        .inputs(sequence(3, 2))
                        .simpleRnn(2)
                        .weights(WEIGHTS)
                        .recurrentWeights(RECURRENT)
                        .biases(0.05, -0.1)
                        .allSteps()),
                -0.16442194162407087,
                0.15432915054531549,
                0.06661698076034268,
                -0.061551982630740396,
                -0.045607598416489474,
                0.02850474901030592);
    }

    @Test
    void everyStateOfAnLstm() {
        assertStateGradients(
                read(network()
                        .inputs(sequence(3, 2))
                        .lstm(2)
                        .weights(counting(0.05, -0.4))
                        .recurrentWeights(counting(-0.04, 0.3))
                        .biases(-0.3, -0.2, -0.1, 0, 0.1, 0.2, 0.3, 0.4)
                        .allSteps()),
                -0.12459440865800564,
                0.07478961289349824,
                0.05658637297052514,
                -0.04673248254530396,
                -0.2564451060814658,
                0.16027819130091614);
    }

    /** {@code nn.RNN(2, 2)(x, h0)}: https://docs.pytorch.org/docs/stable/generated/torch.nn.RNN.html */
    @Test
    void aSimpleRecurrentLayerFromAState() {
        Deltas deltas = read(network()
                .inputs(sequence(3, 2))
                .simpleRnn(2)
                .weights(WEIGHTS)
                .recurrentWeights(RECURRENT)
                .biases(0.05, -0.1)
                .initialState(0.4, -0.9)
                .allSteps());
        assertEquals(0.16674245726805267, deltas.loss(), 1e-15);
        assertArrayEquals(
                new double[] {
                    -0.5005202111902352,
                    0.3363755443363322,
                    -0.13735302280909029,
                    0.35510802108231226,
                    0.7159712403352917,
                    -0.1560353192185785
                },
                deltas.forward().detail(1, "h").row(0),
                1e-15);
        assertGradients(deltas, "h1_0_", -0.10750359090289122, -0.0769492385299349);
        assertGradients(deltas, "u1_1_", -0.05822316100806961, 0.15140458163837195);
        assertGradients(deltas, "u1_2_", 0.049028040045121346, -0.10197894749803202);
    }

    /** {@code nn.LSTM(2, 2)(x, (h0, c0))}: https://docs.pytorch.org/docs/stable/generated/torch.nn.LSTM.html */
    @Test
    void anLstmFromAStateAndACell() {
        Deltas deltas = read(network()
                .inputs(sequence(3, 2))
                .lstm(2)
                .weights(counting(0.05, -0.4))
                .recurrentWeights(counting(-0.04, 0.3))
                .biases(-0.3, -0.2, -0.1, 0, 0.1, 0.2, 0.3, 0.4)
                .initialState(0.4, -0.9)
                .initialCell(1.5, -0.6)
                .allSteps());
        assertEquals(0.16303251475556854, deltas.loss(), 1e-15);
        assertArrayEquals(
                new double[] {-0.029547922187520267, -0.3637731177993725},
                Arrays.copyOfRange(deltas.forward().detail(1, "c").row(0), 4, 6),
                1e-15);
        assertGradients(deltas, "h1_0_", -0.0037617032612164447, -0.004474653759964328);
        assertGradients(deltas, "c1_0_", 0.022249169992383508, -0.01490396789099935);
        assertGradients(deltas, "uf1_1_", 0.005547853809906237, -0.011527990839707052);
        assertGradients(deltas, "uf1_2_", 0.000526397548260111, -0.0005516608202911339);
    }

    /** The record and the explanation say one number, and a training leaves a state before the first step as it is. */
    private static void assertGradients(Deltas deltas, String names, double... expected) {
        for (int i = 0; i < expected.length; i++) {
            String name = names + (i + 1);
            assertEquals(expected[i], deltas.gradient(name), 1e-15, name);
            String six = Numbers.computed(Math.abs(expected[i]));
            assertTrue(explain(deltas, name).toString().contains(six), name);
            double before = deltas.network().parameters().at(name);
            double after = deltas.update(sgd(0.1)).network().parameters().at(name);
            assertEquals(names.contains("_0_"), before == after, name);
        }
    }

    /** 8 × 2: 1, 2, … 16, times a factor, plus an offset. */
    private static double[][] counting(double factor, double offset) {
        double[][] rows = new double[8][2];
        for (int i = 0; i < 16; i++) {
            rows[i / 2][i % 2] = factor * (i + 1) + offset;
        }
        return rows;
    }

    private static Deltas read(SequenceStep states) {
        return states.layer(1)
                .activation(identity())
                .weights(new double[][] {{0.8, -0.5}})
                .biases(0.1)
                .loss(halfSquaredError())
                .forward(1, 2, -0.5, 0.3, 0.7, -1)
                .deltas(y(0.5, -0.2, 1));
    }

    /** The record, its details, the table and the explanation say one number. */
    private static void assertStateGradients(Deltas deltas, double... expected) {
        assertArrayEquals(expected, deltas.detail(1, "h").row(0), 1e-15);
        assertArrayEquals(expected, deltas.outputGradients().get(0).row(0), 1e-15);
        assertArrayEquals(expected, deltas.deltas().get(0).row(0), 1e-15);
        for (int i = 0; i < expected.length; i++) {
            String unit = "h1_" + (i / 2 + 1) + "_" + (i % 2 + 1);
            int row = unitTable(deltas).stringColumn("unit").asList().indexOf(unit);
            assertEquals(expected[i], deltas.delta(unit), 1e-15);
            assertEquals(
                    expected[i], unitTable(deltas).doubleColumn("dC/d output").get(row), 1e-15);
            assertEquals(expected[i], unitTable(deltas).doubleColumn("δ").get(row), 1e-15);
            String six = String.format(Locale.ROOT, "%.6f", Math.abs(expected[i]));
            assertEquals(true, explain(deltas, unit).toString().contains(six), unit);
        }
    }
}
