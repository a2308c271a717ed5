package org.chainrule.kernel.protocol;

import org.zeromq.SocketType;
import org.zeromq.ZMQ;

/** Wakes a thread that waits for sockets; any thread may ring. */
final class Bell implements AutoCloseable {
    private static final byte[] RING = {};

    private final ZMQ.Socket listening;
    private final ZMQ.Socket ringing;
    private boolean closed;

    Bell(ZMQ.Context context, String address) {
        listening = context.socket(SocketType.PAIR);
        listening.bind(address);
        ringing = context.socket(SocketType.PAIR);
        ringing.connect(address);
    }

    /** What the waiting thread polls. */
    ZMQ.Socket socket() {
        return listening;
    }

    synchronized void ring() {
        if (!closed) {
            ringing.send(RING, ZMQ.DONTWAIT); // a full queue means that it is ringing already
        }
    }

    /** Called by the waiting thread once it is awake. */
    void silence() {
        listening.recv();
    }

    @Override
    public synchronized void close() {
        closed = true;
        ringing.close();
        listening.close();
    }
}
