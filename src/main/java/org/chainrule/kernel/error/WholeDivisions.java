package org.chainrule.kernel.error;

import java.util.BitSet;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.chainrule.kernel.cell.Cell;
import org.chainrule.kernel.cell.CodeScanner;

/** Finds {@code 1/2}, which is 0 in Java: the compiler takes it, and a network with such a learning rate learns nothing. */
public final class WholeDivisions {
    /** Two whole numbers as they are typed; what a product is divided by is another matter. */
    private static final Pattern DIVISION =
            Pattern.compile("(?<![\\w.]|[*/%)\\]]\\s{0,3})(\\d{1,9})(\\s*/\\s*)(\\d{1,9})(?![\\w.])");

    private WholeDivisions() {}

    /**
     * What a student should know of them.
     *
     * @param cell any code
     * @return a line for each that leaves a remainder
     */
    public static List<String> notes(Cell cell) {
        BitSet code = CodeScanner.codePositions(cell.code());
        return DIVISION.matcher(cell.code())
                .results()
                .filter(found -> code.get(found.start()) && code.get(cell.code().indexOf('/', found.start())))
                .filter(WholeDivisions::leavesRemainder)
                .map(found -> note(found, cell.name() + ", line " + cell.lineOf(found.start())))
                .toList();
    }

    private static boolean leavesRemainder(MatchResult found) {
        int divisor = Integer.parseInt(found.group(3));
        return divisor != 0 && Integer.parseInt(found.group(1)) % divisor != 0;
    }

    private static String note(MatchResult found, String place) {
        int quotient = Integer.parseInt(found.group(1)) / Integer.parseInt(found.group(3));
        return "Note: " + found.group() + " is " + quotient + " (" + place
                + "), whole numbers are divided without a fraction; " + found.group(1) + ".0" + found.group(2)
                + found.group(3) + " has one.";
    }
}
