package org.chainrule.kernel.cell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.BitSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodeScannerTest {
    @Test
    void leavesOutCommentsBlanksAndLiterals() {
        assertEquals("a=\"\";b=''", code("a = \"x // y\"; // c\n/* d\n*/ b = 'q'"));
        assertEquals("s=\"\"", code("s = \"\"\"\n  % \"quoted\"\n  \"\"\"").replace("\"\"\"", "\""));
        assertEquals("\"\"+1", code("\"a\\\"b\" + 1"));
    }

    @Test
    void endsAnUnclosedStringWithItsLine() {
        assertEquals("\"b", code("\"open\nb"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"a; // b|true", "a // ;|false", "a /* ; */|false", "\";\"|false", "a;/*b*/|true", "''|false"})
    void findsTheSemicolonAtTheEnd(String text, boolean expected) {
        assertEquals(expected, CodeScanner.endsWithSemicolon(text));
    }

    private static String code(String text) {
        BitSet positions = CodeScanner.codePositions(text);
        StringBuilder code = new StringBuilder();
        positions.stream().forEach(position -> code.append(text.charAt(position)));
        return code.toString();
    }

    @Test
    void findsTheCallWhoseArgumentsAreTyped() {
        assertEquals(4, CodeScanner.openCall("one(two(3), "));
        assertEquals(8, CodeScanner.openCall("one(two(3, \")\", '('"));
        assertEquals(0, CodeScanner.openCall("one(two(3))"));
    }
}
