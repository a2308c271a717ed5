package org.chainrule.parameter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {
    @Test
    void everyNameIsFoundWhereItIs() {
        for (Names names : List.of(
                Names.of(List.of("a", "b", "c")),
                Names.numbered("x", 12),
                Names.grid("w1_", 11, 12),
                Names.grid("w1_", 2, 3, 1, 12),
                Names.joined(List.of(Names.numbered("mean1_", 3), Names.grid("wa1_", 2, 2))),
                Names.generated(5, i -> "p" + i))) {
            for (int i = 0; i < names.size(); i++) {
                assertEquals(i, names.indexOf(names.get(i)), names.get(i));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "w",
                "w1_",
                "w1_1",
                "w1_1_",
                "w1_0_1",
                "w1_1_0",
                "w1_3_1",
                "w1_1_5",
                "w1_01_1",
                "w1__1",
                "w2_1_1",
                "w1_1_1_1",
                "w1_-1_2",
                "w1_99999999999_1",
                "5",
                "_",
                "w1_1_x",
                " w1_1_1"
            })
    void whatIsNoNameIsNotFound(String other) {
        assertEquals(-1, Names.grid("w1_", 2, 4).indexOf(other));
    }

    @Test
    void namesReadAsTheyAreNumbered() {
        assertEquals(
                List.of("w2_1_1", "w2_1_2", "w2_2_1", "w2_2_2"),
                Names.grid("w2_", 2, 2).toList());
        assertEquals(
                List.of("x1_1_1", "x1_1_2", "x2_1_1", "x2_1_2"),
                Names.grid("x", 2, 1, 2).toList());
        assertEquals(-1, Names.joined(List.of(Names.numbered("a", 2))).indexOf("b1"));
        assertEquals("[x1, x2, x3, … 784 in all]", Names.numbered("x", 784).toString());
        assertEquals(-1, Names.numbered("x", 3).indexOf("x4"));
        assertEquals(-1, Names.numbered("x", 3).indexOf("x0"));
        assertEquals(-1, Names.of(List.of("a")).indexOf("b"));
    }
}
