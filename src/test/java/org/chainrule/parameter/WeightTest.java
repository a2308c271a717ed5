package org.chainrule.parameter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class WeightTest {
    @Test
    void weightsAndBiasesReadAsTheyAreTyped() {
        assertEquals("w(\"w1\", 0.1)", new Weight("w1", 0.1, false).toString());
        assertEquals("b(\"b1\", 1).frozen()", new Bias("b1", 1, true).toString());
    }
}
