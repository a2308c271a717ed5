package org.chainrule.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.Callable;

/** An input stream of lines, each asked for when it is needed. */
final class LineInput extends InputStream {
    private final Callable<String> lines;
    private byte[] line = {};
    private int position;

    LineInput(Callable<String> lines) {
        this.lines = lines;
    }

    @Override
    public synchronized int read() throws IOException {
        askIfEmpty();
        return line[position++] & 0xFF;
    }

    @Override
    public synchronized int read(byte[] target, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, target.length);
        if (length == 0) {
            return 0;
        }
        askIfEmpty();
        int count = Math.min(length, available());
        System.arraycopy(line, position, target, offset, count);
        position += count;
        return count;
    }

    @Override
    public synchronized int available() {
        return line.length - position;
    }

    private void askIfEmpty() throws IOException {
        if (available() > 0) {
            return;
        }
        try {
            line = (lines.call() + "\n").getBytes(StandardCharsets.UTF_8);
            position = 0;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("The cell was interrupted while it waited for input.");
        } catch (RuntimeException cannotAsk) {
            throw cannotAsk;
        } catch (Exception failed) {
            throw new IOException(failed);
        }
    }
}
