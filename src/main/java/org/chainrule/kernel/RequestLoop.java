package org.chainrule.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dflib.jjava.jupyter.channels.JupyterSocket;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;
import org.dflib.jjava.jupyter.messages.HMACGenerator;
import org.dflib.jjava.jupyter.messages.Message;
import org.slf4j.helpers.NOPLogger;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import org.zeromq.ZMQException;

/** Receives requests on the shell or the control channel, one after the other, until the context is closed. */
final class RequestLoop extends JupyterSocket implements Runnable {
    /** The two channels on which requests arrive. */
    enum Channel {
        SHELL,
        CONTROL
    }

    /** Answers a request. */
    interface Handler {
        void handle(Message<?> request, RequestLoop channel);
    }

    private final Channel channel;
    private final Handler handler;

    RequestLoop(ZMQ.Context context, HMACGenerator signer, Channel channel, Handler handler) {
        super(context, SocketType.ROUTER, signer, NOPLogger.NOP_LOGGER);
        this.channel = channel;
        this.handler = handler;
    }

    @Override
    public void bind(KernelConnectionProperties connection) {
        int port = channel == Channel.SHELL ? connection.getShellPort() : connection.getControlPort();
        bind(formatAddress(connection.getTransport(), connection.getIp(), port));
    }

    @Override
    public void run() {
        try {
            while (true) {
                receive().ifPresent(request -> handler.handle(request, this));
            }
        } catch (ZMQException contextClosed) {
            Thread.currentThread().interrupt();
        } finally {
            close();
        }
    }

    /** The requests that have arrived already, taken out of the queue. */
    List<Message<?>> waiting() {
        List<Message<?>> waiting = new ArrayList<>();
        while ((getEvents() & ZMQ.Poller.POLLIN) != 0) {
            receive().ifPresent(waiting::add);
        }
        return waiting;
    }

    /** The next request; empty if it was not signed with our key or is no JSON. */
    private Optional<Message<?>> receive() {
        try {
            return Optional.of(readMessage());
        } catch (ZMQException contextClosed) {
            throw contextClosed;
        } catch (RuntimeException malformed) {
            while (hasReceiveMore()) {
                recv();
            }
            return Optional.empty();
        }
    }
}
