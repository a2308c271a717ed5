package org.chainrule.published;

import static org.chainrule.Chainrule.value;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.chainrule.check.Scalar;
import org.chainrule.check.ScalarGraph;
import org.junit.jupiter.api.Test;

/**
 * The example of micrograd's README.
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
}
