package org.chainrule.kernel.protocol;

import org.chainrule.kernel.memory.MemoryReserve;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import org.zeromq.ZMQException;

/** Echoes what arrives, which tells the front end that the kernel lives. */
public final class Heartbeat implements Runnable {
    private final ZMQ.Socket socket;

    /**
     * Opens the socket.
     *
     * @param context whose threads serve it
     * @param connection its address
     */
    public Heartbeat(ZMQ.Context context, KernelConnectionProperties connection) {
        socket = context.socket(SocketType.REP);
        socket.bind(connection.getTransport() + "://" + connection.getIp() + ":" + connection.getHbPort());
    }

    @Override
    public void run() {
        try {
            while (true) {
                MemoryReserve.insist(() -> socket.send(socket.recv()));
            }
        } catch (ZMQException contextClosed) {
            Thread.currentThread().interrupt();
        } finally {
            socket.close();
        }
    }
}
