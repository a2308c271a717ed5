package org.chainrule.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class MatrixTest {
    private static final Matrix FOUR = Matrix.of(new double[][] {{1, 2}, {3, 4}});

    @Test
    void rowsAndColumnsCountFromZero() {
        assertEquals(2, FOUR.get(0, 1));
        assertEquals(3, FOUR.get(1, 0));
        assertArrayEquals(new double[] {3, 4}, FOUR.row(1));
    }

    /** In memory row 0 goes on into row 1; nobody who asks for a column 3 is to get what is there. */
    @Test
    void aPlaceOutsideIsNoOtherPlace() {
        String there = " is outside of the matrix, which has the rows 0 to 1 and the columns 0 to 1.";
        assertSays("get(0, 3)" + there, () -> FOUR.get(0, 3));
        assertSays("get(1, -1)" + there, () -> FOUR.get(1, -1));
        assertSays("get(2, 0)" + there, () -> FOUR.get(2, 0));
        assertSays("get(-1, 2)" + there, () -> FOUR.get(-1, 2));
        assertSays("row(2)" + there, () -> FOUR.row(2));
        assertSays("row(-1)" + there, () -> FOUR.row(-1));
    }

    private static void assertSays(String message, Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
