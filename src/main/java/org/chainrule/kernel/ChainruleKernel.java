package org.chainrule.kernel;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.chainrule.kernel.evaluation.CapturingExecutionControl;
import org.chainrule.kernel.evaluation.Interrupter;
import org.chainrule.kernel.evaluation.StoppableCode;
import org.chainrule.kernel.protocol.ConnectionFile;
import org.chainrule.kernel.protocol.Heartbeat;
import org.chainrule.kernel.protocol.InputChannel;
import org.chainrule.kernel.protocol.Publisher;
import org.chainrule.kernel.protocol.RequestDispatcher;
import org.chainrule.kernel.protocol.RequestLoop;
import org.chainrule.kernel.protocol.SocketThreads;
import org.chainrule.kernel.protocol.Wire;
import org.chainrule.kernel.protocol.WorkQueue;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;
import org.dflib.jjava.jupyter.messages.HMACGenerator;
import org.dflib.jjava.jupyter.messages.MessageType;
import org.dflib.jjava.jupyter.messages.publish.PublishStatus;
import org.zeromq.ZMQ;
import org.zeromq.ZMQException;

/**
 * Chainrule's Jupyter kernel: Java cells evaluated by JShell in this process.
 *
 * <p>Started as {@code java -jar chainrule-kernel.jar CONNECTION_FILE}; the file, which Jupyter writes, names the ports
 * and the key.
 */
public final class ChainruleKernel implements AutoCloseable {
    private static final long LAST_WORDS_MILLIS = 500;
    private static final long EXIT_SECONDS = 2;
    /** The compiler goes down a chain of calls by recursion; only what it uses takes memory. */
    private static final long COMPILER_STACK = 8L << 20;

    private final CountDownLatch shutdown = new CountDownLatch(1);
    private final StoppableCode code = new StoppableCode();
    private final Interrupter interrupter = new Interrupter(code);
    private final CompletableFuture<Engine> engine = new CompletableFuture<>();
    private final ZMQ.Context context = ZMQ.context(1);
    private final Publisher publisher;
    private final InputChannel input;
    private final StandardStreams streams;
    private final CellHistory history;
    private final Callbacks callbacks;
    private final Thread publishing;

    private ChainruleKernel(KernelConnectionProperties connection, SessionFiles earlier, Runnable preparation)
            throws GeneralSecurityException {
        HMACGenerator signer = connection.createHMACGenerator();
        publisher = new Publisher(context, signer);
        input = new InputChannel(context, signer);
        streams = new StandardStreams(publisher.streams());
        history = new CellHistory(earlier);
        Session session = new Session(publisher, input, streams, history);
        WorkQueue cells = new WorkQueue();
        WorkQueue beside = new WorkQueue();
        RequestDispatcher dispatcher = new RequestDispatcher(publisher, cells);
        Answers answers = new Answers(engine, interrupter, publisher, session);
        answers.register(dispatcher);
        dispatcher.on(MessageType.INTERRUPT_REQUEST, MessageType.INTERRUPT_REPLY, request -> interrupt());
        dispatcher.onShutdown(shutdown::countDown);
        callbacks = new Callbacks(engine, publisher, session, cells, beside);
        CommHandler comms = new CommHandler(session.comms(), publisher, callbacks);
        RequestLoop shell = new RequestLoop(context, signer, RequestLoop.Channel.SHELL, (request, channel) -> {
            if (!comms.handle(request, channel)) {
                dispatcher.enqueue(request, channel);
            }
        });
        RequestLoop control = new RequestLoop(context, signer, RequestLoop.Channel.CONTROL, dispatcher::answer);
        List.of(publisher, input, shell, control).forEach(socket -> {
            socket.setLinger((int) LAST_WORDS_MILLIS);
            socket.bind(connection);
        });
        startThread("heartbeat", new Heartbeat(context, connection));
        publishing = startThread("iopub", publisher);
        startThread("stdin", input);
        startThread("control", control);
        startThread("shell", shell);
        startThread("cells", COMPILER_STACK, () -> {
            Notebook.attach(session);
            cells.run();
        });
        startThread("callbacks", () -> {
            Notebook.attach(session);
            beside.run();
        });
        publisher.status(null, PublishStatus.STARTING);
        startThread("engine", () -> startEngine(preparation, cells, () -> !answers.cellsHaveCome()));
    }

    /**
     * Comes last, since a front end asks for the kernel's name at once and for the first cell a little later. What fails while it
     * warms up will say so in the cell that needs it.
     */
    private void startEngine(Runnable preparation, WorkQueue cells, BooleanSupplier isIdle) {
        Executor beside = work -> startThread("warm-up", work);
        CompletableFuture<Void> prepared = CompletableFuture.runAsync(preparation, beside);
        prepared.thenRunAsync(() -> WarmUp.ofPictures(isIdle), beside);
        engine.completeAsync(() -> preparedEngine(prepared), Runnable::run);
        engine.thenAccept(started -> {
            cells.add(WarmUp.ofCompiler(started.evaluator(), cells, isIdle));
            WarmUp.ofTables(isIdle);
        });
    }

    /** No cell runs before all is prepared. */
    private Engine preparedEngine(CompletableFuture<Void> prepared) {
        Engine started = new Engine(new CapturingExecutionControl(code), interrupter);
        prepared.join();
        return started;
    }

    /**
     * Runs a kernel until the front end ends it.
     *
     * @param args the path of the connection file
     * @throws IOException if the file cannot be read
     * @throws GeneralSecurityException if the file names a signature that this Java does not know
     * @throws InterruptedException if the main thread is interrupted
     */
    public static void main(String[] args) throws IOException, GeneralSecurityException, InterruptedException {
        SocketThreads.protect();
        String connection = Files.readString(Path.of(args[0]));
        Path home = Path.of(System.getProperty("user.home"));
        PrintStream terminal = System.err; // a kernel that has begun to start gives it to the cells
        ChainruleKernel kernel;
        try {
            kernel = start(
                    connection,
                    SessionFiles.ofUser(System.getProperty("os.name"), System.getenv(), home),
                    VectorModule::load);
        } catch (ZMQException portTaken) {
            terminal.println("The kernel cannot listen on the ports that " + args[0] + " names ("
                    + portTaken.getMessage() + "): start it again, with others.");
            Runtime.getRuntime().halt(1);
            return;
        }
        kernel.endWithParent();
        startThread("archive", new ArchiveKeeper());
        kernel.awaitShutdown();
        kernel.exit();
    }

    /**
     * Starts a kernel in this process, which remembers nothing of other sessions.
     *
     * @param connection the contents of a connection file
     * @return the running kernel
     * @throws GeneralSecurityException if it names a signature that this Java does not know
     * @throws IllegalArgumentException if it has no key, or one for signatures other than hmac-sha256
     */
    public static ChainruleKernel start(String connection) throws GeneralSecurityException {
        return start(connection, SessionFiles.none());
    }

    static ChainruleKernel start(String connection, SessionFiles earlier) throws GeneralSecurityException {
        return start(connection, earlier, () -> {});
    }

    private static ChainruleKernel start(String connection, SessionFiles earlier, Runnable preparation)
            throws GeneralSecurityException {
        return new ChainruleKernel(ConnectionFile.parse(connection), earlier, preparation);
    }

    /**
     * Waits until the front end asks the kernel to shut down.
     *
     * @throws InterruptedException if the waiting thread is interrupted
     */
    public void awaitShutdown() throws InterruptedException {
        shutdown.await();
    }

    /** Stops the running cell, sends what is still to be sent and releases the ports. */
    @Override
    public void close() {
        interrupt();
        streams.restore();
        input.finish();
        publisher.finish();
        history.close();
        try {
            publishing.join(LAST_WORDS_MILLIS); // a closed context sends nothing any more
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
        context.term();
        engine.thenAccept(Engine::close);
    }

    /** Stops the running cell, and the callback that runs beside it. */
    private JsonObject interrupt() {
        interrupter.interrupt();
        callbacks.interrupt();
        return Wire.ok(Map.of());
    }

    /** Ends the process, also if a cell or a library does not end its threads. */
    private void exit() throws InterruptedException {
        Thread closing = startThread("close", this::close);
        closing.join(TimeUnit.SECONDS.toMillis(EXIT_SECONDS));
        Runtime.getRuntime().halt(0);
    }

    /** A Jupyter that was killed does not leave its kernels behind. */
    private void endWithParent() {
        Optional.ofNullable(System.getenv("JPY_PARENT_PID"))
                .map(Long::parseLong)
                .flatMap(ProcessHandle::of)
                .ifPresent(parent -> parent.onExit().thenRun(shutdown::countDown));
    }

    private static Thread startThread(String name, Runnable work) {
        return startThread(name, 0, work);
    }

    private static Thread startThread(String name, long stackBytes, Runnable work) {
        Thread thread = new Thread(null, work, "chainrule-" + name, stackBytes);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
