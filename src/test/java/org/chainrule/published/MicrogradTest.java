package org.chainrule.published;

import static org.chainrule.Chainrule.value;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.chainrule.check.Scalar;
import org.chainrule.check.ScalarGraph;
import org.junit.jupiter.api.Test;

/**
 * The example of micrograd's README, and one of an earlier guide by its author.
 *
 * <p>https://github.com/karpathy/micrograd
 */
class MicrogradTest {
    @Test
    void readme() {
        Scalar a = value("a", -4);
        Scalar b = value("b", 2);
        Scalar c = a.plus(b);
        Scalar d = a.times(b).plus(b.power(3));
        c = c.plus(c.plus(1));
        c = c.plus(c.plus(1).minus(a));
        d = d.plus(d.times(2).plus(b.plus(a).relu()));
        d = d.plus(d.times(3).plus(b.minus(a).relu()));
        Scalar f = c.minus(d).power(2);
        Scalar g = f.over(2).plus(value("ten", 10).over(f));
        ScalarGraph graph = g.backward();
        // the README prints four decimals
        assertEquals(24.7041, g.value(), 5e-5);
        assertEquals(138.8338, graph.gradient("a"), 5e-5);
        assertEquals(645.5773, graph.gradient("b"), 5e-5);
        // the same with all digits of a double
        assertEquals(24.70408163265306, g.value(), 1e-12);
        assertEquals(138.83381924198251, graph.gradient("a"), 1e-12);
        assertEquals(645.5772594752187, graph.gradient("b"), 1e-12);
    }

    /** A. Karpathy, "Hacker's guide to Neural Networks", http://karpathy.github.io/neuralnets/ : one neuron, and a step of 0.01 up its gradient. */
    @Test
    void neuronOfTheHackersGuide() {
        double[] start = {1, 2, -3, -1, 3};
        double[] slopes = {-0.105, 0.315, 0.105, 0.105, 0.210};
        Scalar neuron = neuron(start);
        ScalarGraph graph = neuron.backward();
        assertEquals(0.8808, neuron.value(), 5.1e-5);
        double[] up = new double[5];
        for (int i = 0; i < 5; i++) {
            double slope = graph.gradient("abcxy".substring(i, i + 1));
            assertEquals(slopes[i], slope, 5.1e-4);
            up[i] = start[i] + 0.01 * slope;
        }
        assertEquals(0.8825, neuron(up).value(), 5.1e-5);
    }

    /** σ(a·x + b·y + c). */
    private static Scalar neuron(double... values) {
        Scalar ax = value("a", values[0]).times(value("x", values[3]));
        Scalar by = value("b", values[1]).times(value("y", values[4]));
        return ax.plus(by).plus(value("c", values[2])).sigmoid();
    }
}
