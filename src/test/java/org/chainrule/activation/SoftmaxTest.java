package org.chainrule.activation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SoftmaxTest {
    private final Softmax softmax = new Softmax();

    /** Prakash Jay's output layer; see {@code PrakashJayTest} for the source. */
    @Test
    void publishedProbabilities() {
        double[] p = softmax(1.867067971562, 2.230282320574, 2.823036032725);
        assertArrayEquals(new double[] {.198446894233, .285355530425, .516197575342}, p, 1e-12);
    }

    /** For two classes softmax([z, 0]) is the sigmoid of z. */
    @Test
    void twoClassesAreTheSigmoid() {
        assertEquals(new Sigmoid().value(1.3), softmax(1.3, 0)[0], 1e-15);
    }

    @Test
    void hugeInputsDoNotOverflow() {
        assertArrayEquals(new double[] {1, 0}, softmax(1e6, -1e6), 0);
        assertArrayEquals(new double[] {0.5, 0.5}, softmax(-1e300, -1e300), 0);
        assertEquals(
                1000 + Math.log(2), Softmax.logSumExp(new double[] {1000, 1000}, new double[] {0.5, 0.5}, 0, 2), 1e-12);
    }

    @Test
    void jacobianIsTheCentralDifference() {
        double[] z = {0.3, -1.2, 2, 0.1};
        double[][] jacobian = softmax.jacobian(softmax(z));
        double h = 1e-5;
        for (int k = 0; k < z.length; k++) {
            double[] above = z.clone();
            double[] below = z.clone();
            above[k] += h;
            below[k] -= h;
            for (int j = 0; j < z.length; j++) {
                assertEquals((softmax(above)[j] - softmax(below)[j]) / (2 * h), jacobian[j][k], 1e-10);
            }
        }
    }

    @Test
    void backwardIsTheJacobianTimesTheGradient() {
        Random random = new Random(5);
        double[] z = random.doubles(6, -2, 2).toArray();
        double[] g = random.doubles(6, -2, 2).toArray();
        double[] p = new double[6];
        double[] delta = new double[6];
        Activation.Batch batch = new Activation.Batch(z, p, g, delta, 3);
        softmax.apply(batch, 0, 6);
        softmax.backward(batch, 0, 6);
        for (int row = 0; row < 2; row++) {
            double[][] jacobian = softmax.jacobian(Arrays.copyOfRange(p, row * 3, row * 3 + 3));
            for (int k = 0; k < 3; k++) {
                double sum = 0;
                for (int j = 0; j < 3; j++) {
                    sum += g[row * 3 + j] * jacobian[j][k];
                }
                assertEquals(sum, delta[row * 3 + k], 1e-15);
            }
        }
    }

    private double[] softmax(double... z) {
        double[] p = new double[z.length];
        softmax.apply(z, p, z.length);
        return p;
    }
}
