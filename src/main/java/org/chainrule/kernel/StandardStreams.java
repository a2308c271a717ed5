package org.chainrule.kernel;

import java.io.InputStream;
import java.io.PrintStream;
import org.chainrule.kernel.protocol.StreamBuffer;

/** The process's standard streams, given to the cells while the kernel runs. */
final class StandardStreams {
    private final PrintStream originalOut = System.out;
    private final PrintStream originalErr = System.err;
    private final InputStream originalIn = System.in;
    private final StreamBuffer buffer;
    private PrintStream out;
    private PrintStream err;

    StandardStreams(StreamBuffer buffer) {
        this.buffer = buffer;
    }

    /** What cells print goes to the front end from now on, what they read comes from there. */
    void redirect(InputStream in) {
        out = buffer.stream(StreamBuffer.Name.OUT);
        err = buffer.stream(StreamBuffer.Name.ERR);
        System.setOut(out);
        System.setErr(err);
        System.setIn(in);
    }

    /** Forgets what a stopped cell left half printed in the streams, unless the user has put others in their place. */
    void renew() {
        if (System.out == out) {
            out = buffer.stream(StreamBuffer.Name.OUT);
            System.setOut(out);
        }
        if (System.err == err) {
            err = buffer.stream(StreamBuffer.Name.ERR);
            System.setErr(err);
        }
    }

    /** Gives the streams back to the process. */
    void restore() {
        System.setOut(originalOut);
        System.setErr(originalErr);
        System.setIn(originalIn);
    }
}
