package org.chainrule.kernel.protocol;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.WeakHashMap;
import org.dflib.jjava.jupyter.messages.MessageContext;

/** Keeps what one cell prints within what a browser can show; the rest is counted, and the cell says how much it was. */
final class OutputLimits {
    /** Bytes that a cell may print: about 100,000 short lines. */
    static final int MOST_BYTES = 2_000_000;

    private static final byte[] NOTHING = {};

    /**
     * How much of a text is shown.
     *
     * @param length the bytes at its start that are shown
     * @param note what is shown behind them
     */
    record Taken(int length, byte[] note) {}

    /** What a cell has printed. */
    private static final class Printed {
        private long shown;
        private long bytesLeftOut;
        private long linesLeftOut;
    }

    private final Map<MessageContext, Printed> cells = new WeakHashMap<>();

    /** Decides how much of a text is still shown. */
    Taken take(MessageContext cell, byte[] text, int offset, int length) {
        Printed printed = cells.computeIfAbsent(cell, first -> new Printed());
        int taken = (int) Math.min(length, MOST_BYTES - printed.shown);
        boolean exceeds = taken < length && printed.bytesLeftOut == 0;
        printed.shown += taken;
        printed.bytesLeftOut += length - taken;
        for (int i = offset + taken; i < offset + length; i++) {
            printed.linesLeftOut += text[i] == '\n' ? 1 : 0;
        }
        return new Taken(
                taken,
                exceeds
                        ? bytes("%n… the cell prints more than %,d bytes: the rest is counted only.%n", MOST_BYTES)
                        : NOTHING);
    }

    /** What to say at the end of a cell: nothing, if all that it printed was shown. */
    byte[] summary(MessageContext cell) {
        Printed printed = cells.get(cell);
        if (printed == null || printed.bytesLeftOut == 0) {
            return NOTHING;
        }
        return bytes(
                "… left out: %,d lines (%,d bytes). To see all, write it to a file: begin the cell with %%%%output all.txt%n",
                printed.linesLeftOut, printed.bytesLeftOut);
    }

    void clear(MessageContext cell) {
        cells.remove(cell);
    }

    private static byte[] bytes(String format, Object... values) {
        return String.format(Locale.ROOT, format, values).getBytes(StandardCharsets.UTF_8);
    }
}
