package org.chainrule.kernel;

import java.util.Arrays;
import java.util.List;

/**
 * One input of the user.
 *
 * @param session the number of its session
 * @param number that of the cell in its session
 * @param input what was typed
 * @param output what the cell showed, as text, or {@code null}
 */
record HistoryEntry(int session, int number, String input, String output) {
    HistoryEntry of(int other) {
        return new HistoryEntry(other, number, input, output);
    }

    /** As the protocol has it: a triple, whose last part is a pair if outputs are wanted too. */
    List<Object> triple(boolean withOutput) {
        return List.of(session, number, withOutput ? Arrays.asList(input, output) : input);
    }
}
