package org.chainrule;

import static org.chainrule.Chainrule.b;
import static org.chainrule.Chainrule.categoricalCrossEntropy;
import static org.chainrule.Chainrule.descent;
import static org.chainrule.Chainrule.gradientCheck;
import static org.chainrule.Chainrule.halfSquaredError;
import static org.chainrule.Chainrule.identity;
import static org.chainrule.Chainrule.lecun;
import static org.chainrule.Chainrule.meanSquaredError;
import static org.chainrule.Chainrule.network;
import static org.chainrule.Chainrule.seed;
import static org.chainrule.Chainrule.sgd;
import static org.chainrule.Chainrule.sigmoid;
import static org.chainrule.Chainrule.softmax;
import static org.chainrule.Chainrule.uniform;
import static org.chainrule.Chainrule.w;
import static org.chainrule.Chainrule.x;
import static org.chainrule.Chainrule.y;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.chainrule.Examples.Biases;
import org.chainrule.initializer.Fans;
import org.chainrule.network.Deltas;
import org.chainrule.network.Network;
import org.junit.jupiter.api.Test;

/** Where the slides err or leave something open: what they say, what is right, and the number that decides. */
class SlidesErrataTest {
    private static final double NINE = 5.1e-10;
    private final Network net = Examples.worked();
    private final Deltas deltas = net.forward(1, 2).deltas(y(3));

    /** They print dCf/dYp = Ya − Yp and, for dYp/dONi, once 1/(1 + e^−ON)² and once Yp itself. */
    @Test
    void threeFactorsOfTheWorkedExample() {
        double yp = deltas.forward().at("ON");
        assertEquals(-2.255677438, deltas.outputGradient("ON"), NINE);
        assertEquals(0.190306486, deltas.delta("ON") / deltas.outputGradient("ON"), NINE);
        assertEquals(-0.337335419546, deltas.gradient("w5"), 5.1e-13);
        double hidden = deltas.forward().at("HN1");
        assertEquals(0.554016076, yp * yp, NINE);
        assertEquals(0.982043490, (3 - yp) * yp * yp * hidden, NINE);
        assertEquals(1.319378910, (3 - yp) * yp * hidden, NINE);
    }

    /** One slide updates "in the direction of the gradient": uphill. */
    @Test
    void descentGoesAgainstTheGradient() {
        assertEquals(
                2.357168676, deltas.update(sgd(0.5)).network().forward(1, 2).loss(y(3)), NINE);
        Network uphill = net;
        for (String name : net.parameters().names().toList()) {
            uphill = uphill.with(name, net.parameters().at(name) + 0.5 * deltas.gradient(name));
        }
        assertEquals(2.788579894, uphill.forward(1, 2).loss(y(3)), NINE);
        assertEquals(0.9, descent(sgd(0.1), p -> p.clone(), 1, 1).end()[0], 1e-15);
    }

    /** Hidden deltas are those of the old w5 and w6; with the new ones w1 would be .116929553823. */
    @Test
    void allWeightsChangeAtOnce() {
        var step = deltas.update(sgd(0.5));
        assertEquals(0.110836816877, step.newValue("w1"), 5.1e-13);
        double hidden = deltas.forward().at("HN1");
        double tooEarly = deltas.delta("ON") * step.newValue("w5") * hidden * (1 - hidden);
        assertEquals(0.116929553823, 0.1 - 0.5 * tooEarly, 5.1e-13);
    }

    /** "When w increases by 1, L increases by 2": for L = w² at 1 it is 3, and 2 only to first order. */
    @Test
    void aGradientForetellsSmallSteps() {
        Network square = square(1);
        assertEquals(2, square.forward(1).deltas(y(0)).gradient("w"), 0);
        assertEquals(3, square(2).forward(1).loss(y(0)) - square.forward(1).loss(y(0)), 0);
        assertEquals(2, (square(1 + 1e-6).forward(1).loss(y(0)) - 1) / 1e-6, 1.1e-6);
    }

    private static Network square(double weight) {
        return network()
                .inputs("x")
                .layer("o")
                .activation(identity())
                .into("o", w("w", weight))
                .loss(meanSquaredError());
    }

    /** "Convergence is guaranteed" for batches only with steps below 2/λ: L = w² with α = 1.1. */
    @Test
    void descentDivergesWithLargeSteps() {
        double[] losses = {1.44, 2.07, 2.99, 4.30, 6.19};
        for (int steps = 1; steps <= losses.length; steps++) {
            double end =
                    descent(sgd(1.1), p -> new double[] {2 * p[0]}, steps, 1).end()[0];
            assertEquals(losses[steps - 1], end * end, 5.1e-3);
        }
    }

    /** The batch update on one slide sums the gradients of a loss that another slide averages: four times as much for four samples. */
    @Test
    void theGradientHasTheReductionOfItsLoss() {
        double[][] inputs = {{1}, {2}, {3}, {4}};
        double[][] targets = {{1}, {0}, {2}, {1}};
        Network mean = square(1);
        Network sum = network()
                .inputs("x")
                .layer("o")
                .activation(identity())
                .into("o", w("w", 1))
                .loss(meanSquaredError().sum());
        // Σ 2·(w·x − y)·x = 0 + 8 + 6 + 24
        assertEquals(38, sum.forward(inputs).deltas(targets).gradient("w"), 0);
        assertEquals(9.5, mean.forward(inputs).deltas(targets).gradient("w"), 0);
        assertTrue(gradientCheck(sum, inputs, targets).passes());
        assertTrue(gradientCheck(mean, inputs, targets).passes());
    }

    /** Yp as one sum over paths holds without activations only, and b1 comes in by w5 + w6, not twice: 1.53 and 1.55, not 2.85. */
    @Test
    void theExpandedPredictionIsThatOfIdentities() {
        Network a = Examples.worked("A", identity(), identity(), halfSquaredError(), Biases.SHARED);
        Network other = Examples.worked("B", identity(), identity(), halfSquaredError(), Biases.SHARED);
        assertEquals(1.53, a.forward(1, 2).at("ON"), 1e-15);
        assertEquals(1.55, other.forward(1, 2).at("ON"), 1e-15);
        assertEquals(0.744322562, net.forward(1, 2).at("ON"), NINE);
    }

    /** Layers without a function in between are one layer with the product of their weights. */
    @Test
    void identitiesCollapse() {
        Network two = network()
                .inputs(2)
                .layer(2)
                .activation(identity())
                .weights(new double[][] {{1, 2}, {3, 4}})
                .biases(1, -1)
                .layer(1)
                .activation(identity())
                .weights(new double[] {5, 6})
                .biases(2)
                .loss(halfSquaredError());
        Network one = network()
                .inputs(2)
                .layer(1)
                .activation(identity())
                .weights(new double[] {5 * 1 + 6 * 3, 5 * 2 + 6 * 4})
                .biases(5 * 1 - 6 + 2)
                .loss(halfSquaredError());
        assertEquals(one.forward(0.5, -2).prediction(), two.forward(0.5, -2).prediction());
    }

    /** A bias is the weight of a unit that always says 1. */
    @Test
    void aBiasIsAWeightOfOne() {
        Network with = unit().bias("o", b("b", 0.5)).loss(halfSquaredError());
        Network as = network()
                .inputs("x1", "x2", "one")
                .layer("o")
                .activation(sigmoid())
                .into("o", w("w1", 0.3), w("w2", -0.2), w("b", 0.5))
                .loss(halfSquaredError());
        Deltas plain = with.forward(1, 2).deltas(y(1));
        Deltas augmented = as.forward(1, 2, 1).deltas(y(1));
        assertEquals(plain.loss(), augmented.loss(), 0);
        for (String name : with.parameters().names().toList()) {
            assertEquals(plain.gradient(name), augmented.gradient(name), 0, name);
        }
    }

    private static org.chainrule.network.WeightsStep unit() {
        return network().inputs("x1", "x2").layer("o").activation(sigmoid()).into("o", w("w1", 0.3), w("w2", -0.2));
    }

    /** y − d, for an identity and half of the squared error. */
    @Test
    void outputDeltaOfAnIdentity() {
        Deltas line = square(2).forward(3).deltas(y(5));
        assertEquals(2 * (6 - 5), line.delta("o"), 0, "of the whole square twice as much");
        Network half = network()
                .inputs("x")
                .layer("o")
                .activation(identity())
                .into("o", w("w", 2))
                .loss(halfSquaredError());
        assertEquals(6 - 5, half.forward(3).deltas(y(5)).delta("o"), 0);
    }

    /** y − d needs targets that add up to 1, soft ones too; with two labels, which softmax is not for, it is S·y − d. */
    @Test
    void outputDeltaOfSoftmax() {
        Network three = network()
                .inputs(1)
                .layer(3)
                .activation(softmax())
                .weights(new double[][] {{0.2}, {-0.4}, {1}})
                .loss(categoricalCrossEntropy());
        double[] p = three.forward(1).prediction().row(0);
        double[] soft =
                three.forward(1).deltas(y(0.2, 0.5, 0.3)).deltas().get(0).row(0);
        assertArrayEquals(new double[] {p[0] - 0.2, p[1] - 0.5, p[2] - 0.3}, soft, 1e-15);
        double[] both = three.forward(1).deltas(y(1, 1, 0)).deltas().get(0).row(0);
        assertArrayEquals(new double[] {2 * p[0] - 1, 2 * p[1] - 1, 2 * p[2]}, both, 1e-15);
        assertTrue(gradientCheck(three, x(1), y(1, 1, 0)).passes());
    }

    /** N(0, 1/√M) is not the default of PyTorch, which is U(−1/√M, 1/√M): of 256 inputs .0625 and .036084. */
    @Test
    void theSpreadOfInitialWeights() {
        Fans fans = new Fans(256, 256);
        assertEquals(.0625, lecun(seed(1)).standardDeviation(fans), 1e-15);
        assertEquals(.036084, uniform(1 / Math.sqrt(256), seed(1)).standardDeviation(fans), 5.1e-7);
    }
}
