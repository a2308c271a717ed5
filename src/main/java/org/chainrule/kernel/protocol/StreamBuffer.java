package org.chainrule.kernel.protocol;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.dflib.jjava.jupyter.messages.MessageContext;

/**
 * Collects what cells print, so that a loop of {@code println} becomes a few messages instead of thousands.
 *
 * <p>Both streams of all cells share the buffer: a change of stream or of cell sends what it holds, which keeps the order.
 */
public final class StreamBuffer {
    /** The two streams of a process. */
    public enum Name {
        OUT,
        ERR
    }

    /** Where text goes: a stream of a cell. */
    record Target(Name stream, MessageContext cell) {}

    private static final int FULL = 8192;

    private final BiConsumer<Target, byte[]> sink;
    private final Function<Name, Optional<Target>> targets;
    private final Runnable onFirstByte;
    private final Runnable afterWrite;
    private final OutputLimits limits = new OutputLimits();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private Target current;

    /**
     * @param sink sends a piece of text
     * @param targets where what the calling thread prints to a stream goes; empty if nobody needs to see it
     * @param onFirstByte called when there is something to send at last
     * @param afterWrite called after each write, when no lock is held
     */
    StreamBuffer(
            BiConsumer<Target, byte[]> sink,
            Function<Name, Optional<Target>> targets,
            Runnable onFirstByte,
            Runnable afterWrite) {
        this.sink = sink;
        this.targets = targets;
        this.onFirstByte = onFirstByte;
        this.afterWrite = afterWrite;
    }

    /** A stream for {@link System#setOut} or {@link System#setErr}. */
    public PrintStream stream(Name name) {
        OutputStream raw = new OutputStream() {
            @Override
            public void write(int b) {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] text, int offset, int length) {
                targets.apply(name).ifPresent(target -> append(target, text, offset, length));
                afterWrite.run();
            }
        };
        return new PrintStream(raw, false, StandardCharsets.UTF_8);
    }

    synchronized boolean isEmpty() {
        return bytes.size() == 0;
    }

    /** Sends all that was printed so far. */
    public synchronized void flush() {
        send(bytes.size());
    }

    /** A cell is over: says what of its output was left out, if anything. */
    public synchronized void finish(MessageContext cell) {
        add(new Target(Name.OUT, cell), limits.summary(cell));
        flush();
    }

    /** What a cell has printed is no longer shown, so that it may print as much again. */
    public synchronized void clear(MessageContext cell) {
        limits.clear(cell);
    }

    private synchronized void append(Target target, byte[] text, int offset, int length) {
        OutputLimits.Taken taken = limits.take(target.cell(), text, offset, length);
        add(target, Arrays.copyOfRange(text, offset, offset + taken.length()));
        add(target, taken.note());
    }

    private void add(Target target, byte[] text) {
        if (text.length == 0) {
            return;
        }
        if (!target.equals(current)) {
            flush();
            current = target;
        }
        if (bytes.size() == 0) {
            onFirstByte.run();
        }
        bytes.writeBytes(text);
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
