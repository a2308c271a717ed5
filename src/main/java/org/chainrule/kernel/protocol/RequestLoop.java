package org.chainrule.kernel.protocol;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiConsumer;
import org.chainrule.kernel.memory.MemoryReserve;
import org.dflib.jjava.jupyter.channels.JupyterSocket;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;
import org.dflib.jjava.jupyter.messages.HMACGenerator;
import org.dflib.jjava.jupyter.messages.Message;
import org.slf4j.helpers.NOPLogger;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import org.zeromq.ZMQException;

/**
 * Receives requests on the shell or the control channel and sends the replies, until the context is closed.
 *
 * <p>One thread owns the socket. It goes on receiving while a cell runs, and other threads hand it their replies.
 */
public final class RequestLoop extends JupyterSocket implements Runnable {
    /** The two channels on which requests arrive. */
    public enum Channel {
        SHELL,
        CONTROL
    }

    private static final Logger LOG = System.getLogger(RequestLoop.class.getName());

    private final Channel channel;
    private final BiConsumer<Message<?>, RequestLoop> handler;
    private final Queue<Runnable> replies = new ConcurrentLinkedQueue<>();
    private final Bell bell;
    private boolean within;

    /**
     * @param handler takes each request and the loop to which its reply belongs, without keeping the next one waiting
     */
    public RequestLoop(
            ZMQ.Context context, HMACGenerator signer, Channel channel, BiConsumer<Message<?>, RequestLoop> handler) {
        super(context, SocketType.ROUTER, signer, NOPLogger.NOP_LOGGER);
        this.channel = channel;
        this.handler = handler;
        this.bell = new Bell(context, "inproc://" + channel);
    }

    @Override
    public void bind(KernelConnectionProperties connection) {
        int port = channel == Channel.SHELL ? connection.getShellPort() : connection.getControlPort();
        bind(formatAddress(connection.getTransport(), connection.getIp(), port));
    }

    /** Sends a reply, whichever thread calls. */
    @Override
    @SuppressWarnings("sync-override") // the queue orders the replies, no lock is needed
    public void sendMessage(Message<?> reply) {
        afterReplies(() -> send(reply));
    }

    /** Does something once all replies so far are sent, such as ending the kernel. */
    void afterReplies(Runnable action) {
        replies.add(action);
        bell.ring();
    }

    @Override
    public void run() {
        try (ZMQ.Poller poller = ctx.poller(2)) {
            poller.register(this, ZMQ.Poller.POLLIN);
            poller.register(bell.socket(), ZMQ.Poller.POLLIN);
            while (poller.poll() >= 0) {
                serve(poller);
            }
        } catch (ZMQException contextClosed) {
            Thread.currentThread().interrupt();
        } finally {
            bell.close();
            close();
        }
    }

    private void serve(ZMQ.Poller poller) {
        try {
            if (poller.pollin(1)) {
                bell.silence();
                sendReplies();
            }
            if (poller.pollin(0)) {
                receive().ifPresent(request -> handler.accept(request, this));
            }
        } catch (OutOfMemoryError full) { // of a cell that runs meanwhile
            LOG.log(Level.DEBUG, "Could not take a request.", full);
        }
    }

    private void sendReplies() {
        for (Runnable reply = replies.poll(); reply != null; reply = replies.poll()) {
            reply.run();
        }
    }

    private void send(Message<?> reply) {
        try {
            MemoryReserve.insist(() -> super.sendMessage(reply));
        } catch (ZMQException contextClosed) {
            throw contextClosed;
        } catch (RuntimeException | Error notSent) { // to a client that sent no address, for one
            LOG.log(Level.DEBUG, "Could not reply.", notSent);
        }
    }

    /** The next frame of one message: who reads on behind the last one would take the frames of the next message for its own. */
    @Override
    public byte[] recv(int flags) {
        if (within && !hasReceiveMore()) {
            throw new IllegalStateException("the message has too few frames");
        }
        within = true;
        return super.recv(flags);
    }

    /** The next request; empty if it was not signed with our key or is no JSON. */
    private Optional<Message<?>> receive() {
        within = false;
        try {
            return Optional.of(readMessage());
        } catch (ZMQException contextClosed) {
            throw contextClosed;
        } catch (RuntimeException | Error malformed) { // an Error: a message that nests a million brackets
            LOG.log(Level.DEBUG, "Ignored a message.", malformed);
            while (hasReceiveMore()) {
                recv();
            }
            return Optional.empty();
        }
    }
}
