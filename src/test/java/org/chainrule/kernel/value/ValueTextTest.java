package org.chainrule.kernel.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ValueTextTest {
    private record Sample(double[] x, double y, int[] none) {}

    private record Named(String name) {
        @Override
        public String toString() {
            return "<" + name + ">";
        }
    }

    @Test
    void writesArraysByTheirContents() {
        assertEquals("[1.5, 2.0]", ValueText.of(new double[] {1.5, 2}));
        assertEquals("[a, null, [true]]", ValueText.of(new Object[] {"a", null, new boolean[] {true}}));
        assertEquals("[[1, 2],\n [3]]", ValueText.of(new int[][] {{1, 2}, {3}}));
        assertEquals("[]", ValueText.of(new int[0]));
    }

    @Test
    void writesCollectionsByTheirContents() {
        assertEquals("[1, 2]", ValueText.of(List.of(1, 2)));
        assertEquals("[[1, 2],\n [3, 4]]", ValueText.of(List.of(List.of(1, 2), List.of(3, 4))));
        assertEquals("[[1.0]]", ValueText.of(Set.of(new double[] {1})));
        assertEquals("{a=[1, 2]}", ValueText.of(Map.of("a", new int[] {1, 2})));
        assertEquals("Optional[[1]]", ValueText.of(Optional.of(new int[] {1})));
        assertEquals("Optional.empty", ValueText.of(Optional.empty()));
    }

    @Test
    void writesRecordsWithWhatTheirArraysHold() {
        assertEquals("Sample[x=[1.0, 2.0], y=3.0, none=null]", ValueText.of(new Sample(new double[] {1, 2}, 3, null)));
        assertEquals("<it>", ValueText.of(new Named("it")));
    }

    @Test
    void shortensWhatIsLongAndSaysHowLongItIs() {
        String values = ValueText.of(IntStream.range(0, 5000).toArray());
        assertTrue(values.startsWith("[0, 1, 2, "), values);
        assertTrue(values.endsWith("19, …, 4997, 4998, 4999] (5,000 values)"), values);
        assertTrue(ValueText.of(new int[200][2]).endsWith(" [0, 0],\n [0, 0]] (200 rows)"));
        assertTrue(ValueText.of(Collections.nCopies(101, "x")).endsWith("…, x, x, x] (101 values)"));
        String entries = ValueText.of(IntStream.range(0, 500).boxed().collect(Collectors.toMap(i -> i, i -> i)));
        assertTrue(entries.endsWith(", …} (500 entries)"), entries);
        String text = ValueText.of("x".repeat(1_000_000));
        assertTrue(text.endsWith("xxx (1,000,000 characters)"));
        assertTrue(text.length() < 10_000);
    }

    @Test
    void leavesStreamsAsTheyAre() {
        Stream<Integer> stream = Stream.of(1, 2).map(i -> i + 1);
        assertEquals("a Stream, whose values come when it is used, as by .toList()", ValueText.of(stream));
        assertEquals(List.of(2, 3), stream.toList());
        assertEquals(
                "an IntStream, whose values come when it is used, as by .toArray()",
                ValueText.of(IntStream.range(0, 3)));
    }

    @Test
    void writesOtherValuesByWhatTheyAre() {
        assertEquals(
                "RuntimeException: outer\ncaused by IllegalStateException: inner",
                ValueText.of(new RuntimeException("outer", new IllegalStateException("inner"))));
        assertEquals("an image of 3 × 2 pixels", ValueText.of(new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB)));
        IntUnaryOperator lambda = i -> i;
        assertEquals("a lambda expression (IntUnaryOperator)", ValueText.of(lambda));
        assertEquals("null", ValueText.of(null));
        assertEquals("text", ValueText.of("text"));
    }

    @Test
    void endsWithAListThatHoldsItself() {
        List<Object> itself = new ArrayList<>();
        itself.add(itself);
        assertTrue(ValueText.of(itself).contains("…"));
    }
}
