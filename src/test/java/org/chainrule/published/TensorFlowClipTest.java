package org.chainrule.published;

import static org.chainrule.Chainrule.clipByGlobalNorm;
import static org.chainrule.Chainrule.clipByNorm;
import static org.chainrule.Chainrule.clipByValue;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.BitSet;
import java.util.List;
import org.chainrule.clipping.Clipping;
import org.chainrule.clipping.Norm;
import org.chainrule.parameter.Names;
import org.chainrule.parameter.ParameterBlock;
import org.chainrule.parameter.ParameterBlock.Kind;
import org.chainrule.parameter.ParameterLayout;
import org.chainrule.parameter.ParameterValues;
import org.junit.jupiter.api.Test;

/**
 * The numbers that the clipping of TensorFlow is tested with.
 *
 * <p>https://github.com/tensorflow/tensorflow, {@code tensorflow/python/kernel_tests/clip_ops_test.py}
 */
class TensorFlowClipTest {
    @Test
    void byNorm() {
        assertClipped(clipByNorm(4), gradients(2, 3, -3, 0, 0, 4, 0, 0), -2.4, 0, 0, 3.2, 0, 0);
        assertClipped(clipByNorm(6), gradients(2, 3, -3, 0, 0, 4, 0, 0), -3, 0, 0, 4, 0, 0);
        assertClipped(clipByNorm(6), gradients(2, 3, 0, 0, 0, 0, 0, 0), 0, 0, 0, 0, 0, 0);
    }

    /** Their axis 0 runs down the columns of [−3, 0, 0; 4, 0, 3]; ours are the rows of one unit each. */
    @Test
    void byTheNormOfOneAxis() {
        assertClipped(clipByNorm(4).perUnit(), gradients(3, 2, -3, 4, 0, 0, 0, 3), -2.4, 3.2, 0, 0, 0, 3);
    }

    @Test
    void byGlobalNorm() {
        ParameterLayout layout = new ParameterLayout(List.of(block(0, 2, 3), block(6, 1, 2)));
        ParameterValues both = new ParameterValues(layout, new double[] {-2, 0, 0, 4, 0, 0, 1, -2});
        assertEquals(5, Norm.global(both), 0);
        assertClipped(clipByGlobalNorm(4), both, -1.6, 0, 0, 3.2, 0, 0, .8, -1.6);
        assertClipped(clipByGlobalNorm(6), both, -2, 0, 0, 4, 0, 0, 1, -2);
    }

    @Test
    void byValue() {
        assertClipped(clipByValue(4.4), gradients(2, 3, -5, 2, 3, 4, 5, 6), -4.4, 2, 3, 4, 4.4, 4.4);
        double infinity = Double.POSITIVE_INFINITY;
        assertClipped(clipByValue(4.4), gradients(1, 3, Double.NaN, infinity, -infinity), Double.NaN, 4.4, -4.4);
    }

    private static void assertClipped(Clipping clipping, ParameterValues gradients, double... expected) {
        assertArrayEquals(expected, clipping.clip(gradients).toArray(), 1e-15, clipping.toString());
    }

    private static ParameterValues gradients(int rows, int columns, double... values) {
        return new ParameterValues(new ParameterLayout(List.of(block(0, rows, columns))), values);
    }

    private static ParameterBlock block(int offset, int rows, int columns) {
        Names names = Names.generated(rows * columns, i -> "w" + (offset + i));
        return new ParameterBlock(Kind.WEIGHTS, offset, rows, columns, names, new BitSet());
    }
}
