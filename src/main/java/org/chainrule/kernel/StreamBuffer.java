package org.chainrule.kernel;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.BiConsumer;

/**
 * Collects what a cell prints, so that a loop of {@code println} becomes a few messages instead of thousands.
 *
 * <p>Both streams share the buffer: a change of stream sends what the other one holds, which keeps their order.
 */
final class StreamBuffer {
    /** The two streams of a process. */
    enum Name {
        OUT,
        ERR
    }

    private static final int FULL = 8192;

    private final BiConsumer<Name, byte[]> sink;
    private final Runnable onFirstByte;
    private final Runnable afterWrite;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private Name current = Name.OUT;

    /**
     * @param sink sends a piece of text
     * @param onFirstByte called when there is something to send at last
     * @param afterWrite called after each write, when no lock is held
     */
    StreamBuffer(BiConsumer<Name, byte[]> sink, Runnable onFirstByte, Runnable afterWrite) {
        this.afterWrite = afterWrite;
        this.sink = sink;
        this.onFirstByte = onFirstByte;
    }

    /** A stream for {@link System#setOut} or {@link System#setErr}. */
    PrintStream stream(Name name) {
        OutputStream raw = new OutputStream() {
            @Override
            public void write(int b) {
                append(name, new byte[] {(byte) b}, 0, 1);
                afterWrite.run();
            }

            @Override
            public void write(byte[] text, int offset, int length) {
                append(name, text, offset, length);
                afterWrite.run();
            }
        };
        return new PrintStream(raw, false, StandardCharsets.UTF_8);
    }

    synchronized boolean isEmpty() {
        return bytes.size() == 0;
    }

    /** Sends all that was printed so far. */
    synchronized void flush() {
        send(bytes.size());
    }

    private synchronized void append(Name name, byte[] text, int offset, int length) {
        if (name != current) {
            flush();
            current = name;
        }
        if (bytes.size() == 0) {
            onFirstByte.run();
        }
        bytes.write(text, offset, length);
        if (bytes.size() >= FULL) {
            send(wholeCharacters());
        }
    }

    private void send(int length) {
        if (length == 0) {
            return;
        }
        byte[] all = bytes.toByteArray();
        byte[] text = Arrays.copyOf(all, length);
        bytes.reset();
        bytes.write(all, length, all.length - length);
        sink.accept(current, text);
    }

    /** The length of the longest start of the buffer that does not end within a UTF-8 character. */
    private int wholeCharacters() {
        byte[] all = bytes.toByteArray();
        int last = all.length - 1;
        while (last > 0 && (all[last] & 0xC0) == 0x80) {
            last--;
        }
        return all[last] < 0 && last > 0 ? last : all.length;
    }
}
