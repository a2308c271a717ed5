package org.chainrule.kernel.protocol;

import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.chainrule.kernel.cell.CellNames;
import org.chainrule.kernel.comm.CommMessage;
import org.chainrule.kernel.evaluation.CellGuard;
import org.chainrule.kernel.memory.MemoryReserve;
import org.dflib.jjava.jupyter.channels.JupyterSocket;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;
import org.dflib.jjava.jupyter.messages.HMACGenerator;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.MessageContext;
import org.dflib.jjava.jupyter.messages.MessageType;
import org.dflib.jjava.jupyter.messages.publish.PublishStatus;
import org.dflib.jjava.jupyter.messages.publish.PublishStream;
import org.slf4j.helpers.NOPLogger;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import org.zeromq.ZMQException;

/**
 * What every front end sees: status, output, results and errors, in the order in which they were published.
 *
 * <p>One thread owns the socket. The threads of a cell only append to a lock-free queue, so that stopping them at any
 * point cannot leave a half-sent message behind.
 */
public final class Publisher extends JupyterSocket implements Runnable {
    private static final long FLUSH_MILLIS = 50;
    private static final long IDLE_MILLIS = 200;
    private static final int MOST_WAITING = 100;
    private static final long PAUSE_NANOS = 1_000_000;
    private static final Runnable WAKE = () -> {};

    private final LinkedTransferQueue<Runnable> queue = new LinkedTransferQueue<>();
    private final StreamBuffer streams =
            new StreamBuffer(this::publishStream, this::target, () -> queue.put(WAKE), this::slowDown);
    private final Pace pace = new Pace();
    private final AtomicInteger waiting = new AtomicInteger();
    /** The threads that a cell starts inherit it, so that what they show later stands below that cell. */
    private final InheritableThreadLocal<MessageContext> inherited = new InheritableThreadLocal<>();

    private volatile MessageContext current;
    private volatile Thread evaluating;
    private volatile boolean open = true;

    /**
     * A channel that is not bound yet.
     *
     * @param context whose threads serve it
     * @param signer of the messages
     */
    public Publisher(ZMQ.Context context, HMACGenerator signer) {
        super(context, SocketType.PUB, signer, NOPLogger.NOP_LOGGER);
        setSndHWM(0); // a full queue would drop messages, also the one that says that the cell is over
    }

    @Override
    public void bind(KernelConnectionProperties connection) {
        bind(formatAddress(connection.getTransport(), connection.getIp(), connection.getIopubPort()));
    }

    /** From now on, what the calling thread and those that it starts show belongs to this request. */
    public void answerTo(MessageContext request) {
        inherited.set(request);
        current = request;
        evaluating = Thread.currentThread();
    }

    /** Does work of another thread than that of the cells: what it shows belongs to this request. */
    public <T> T inReplyTo(MessageContext request, Supplier<T> work) {
        MessageContext before = inherited.get();
        inherited.set(request);
        try {
            return work.get();
        } finally {
            inherited.set(before);
        }
    }

    /**
     * What cells have printed and nobody has sent yet.
     *
     * @return the buffer of both streams
     */
    public StreamBuffer streams() {
        return streams;
    }

    /**
     * Says whether the kernel is at work.
     *
     * @param request the work it is for
     * @param status busy, idle or starting
     */
    public void status(MessageContext request, PublishStatus status) {
        sendMessage(new Message<>(request, PublishStatus.MESSAGE_TYPE, status));
    }

    /** Publishes on behalf of the cell to which the calling thread belongs, after all that was printed before. */
    public void publish(MessageType<?> type, Object content) {
        streams.flush();
        sendMessage(Wire.message(parent(), type, content));
    }

    /** Publishes a message of a comm on behalf of the cell or the message for which the calling thread works. */
    public void publishComm(MessageType<?> type, JsonObject content, CommMessage message) {
        streams.flush();
        sendMessage(Wire.message(parent(), type, content, message));
    }

    /** The request of the cell that started the calling thread; the pool that all cells share works for the current one. */
    public MessageContext parent() {
        boolean shared = Thread.currentThread() instanceof ForkJoinWorkerThread worker
                && worker.getPool() == ForkJoinPool.commonPool();
        MessageContext own = shared ? null : inherited.get();
        return own == null ? current : own;
    }

    /** A cell runs on threads of its own: what the evaluating one complains about comes from a failing compiler. */
    private Optional<StreamBuffer.Target> target(StreamBuffer.Name stream) {
        boolean compiler = stream == StreamBuffer.Name.ERR && Thread.currentThread() == evaluating;
        return compiler ? Optional.empty() : Optional.of(new StreamBuffer.Target(stream, parent()));
    }

    private void publishStream(StreamBuffer.Target target, byte[] text) {
        PublishStream.StreamType type =
                target.stream() == StreamBuffer.Name.OUT ? PublishStream.StreamType.OUT : PublishStream.StreamType.ERR;
        PublishStream content = new PublishStream(type, CellNames.simple(new String(text, StandardCharsets.UTF_8)));
        sendMessage(new Message<>(target.cell(), PublishStream.MESSAGE_TYPE, content));
    }

    @Override
    @SuppressWarnings("sync-override") // the queue orders the messages, no lock is needed
    public void sendMessage(Message<?> message) {
        waiting.incrementAndGet();
        queue.put(() -> {
            pace.awaitNext();
            waiting.decrementAndGet();
            MemoryReserve.insist(() -> deliver(message));
        });
    }

    private void deliver(Message<?> message) {
        if (message.getContent() instanceof JsonObject) {
            Envelope.send(message, hmacGenerator, this);
        } else {
            super.sendMessage(message);
        }
    }

    /** Makes a cell wait that shows things faster than they can be sent; called by its threads only, without a lock. */
    public void slowDown() {
        while (waiting.get() > MOST_WAITING) {
            CellGuard.check(); // but an interrupt alone must not open the gates: it comes some time before the end
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    @Override
    public void run() {
        try {
            while (open || !queue.isEmpty()) {
                sendNext();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            close();
        }
    }

    /** What cannot be sent must not keep back what can; and where memory is short, even waiting may fail. */
    private void sendNext() throws InterruptedException {
        try {
            // never for ever: a thread stopped while it queued something may not have woken this one
            Runnable next = queue.poll(streams.isEmpty() ? IDLE_MILLIS : FLUSH_MILLIS, TimeUnit.MILLISECONDS);
            if (next == null) {
                streams.flush();
            } else {
                next.run();
            }
        } catch (ZMQException contextClosed) {
            throw contextClosed;
        } catch (RuntimeException | Error notSent) {
            Thread.onSpinWait();
        }
    }

    /** Sends what is queued and ends the thread. */
    public void finish() {
        streams.flush();
        queue.put(() -> open = false);
    }
}
