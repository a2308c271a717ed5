package org.chainrule.kernel;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.dflib.jjava.jupyter.channels.JupyterSocket;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;
import org.dflib.jjava.jupyter.messages.Header;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.MessageType;
import org.dflib.jjava.jupyter.messages.request.CompleteRequest;
import org.dflib.jjava.jupyter.messages.request.ExecuteRequest;
import org.dflib.jjava.jupyter.messages.request.InspectRequest;
import org.dflib.jjava.jupyter.messages.request.KernelInfoRequest;
import org.slf4j.helpers.NOPLogger;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import picocli.CommandLine.Command;

/**
 * A short session of the kernel with itself, from the first message to the drawn network and a loss curve. Java writes the
 * classes it has loaded meanwhile into an archive, from which every later kernel starts faster.
 */
@Command(name = "rehearse", hidden = true)
public final class Rehearsal implements Runnable {
    private static final List<String> CELLS = List.of(
            WorkedExample.DECLARATION + "net",
            "var pass = net.forward(1, 2);\npass",
            "var deltas = pass.deltas(y(3));\ndeltas",
            """
            explain(deltas, "w3")""",
            "deltas.update(sgd(0.5))",
            """
            var run = training(net).sample(x(1, 2), y(3)).optimizer(sgd(0.5)).epochs(10).run();
            lossCurve(run)""",
            "System.out.println(pass.at(\"ON\"));",
            "nett",
            "table(pass).at(-1)");

    private static final String BEGUN = "net.for";

    @Override
    public void run() {
        try {
            rehearse();
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("rehearse failed: " + e.getMessage(), e);
        }
    }

    private static void rehearse() throws IOException, GeneralSecurityException {
        KernelConnectionProperties connection = connection();
        Path data = Files.createTempDirectory("chainrule-rehearsal");
        SessionFiles history = SessionFiles.ofUser("", Map.of("JUPYTER_DATA_DIR", data.toString()), data);
        ChainruleKernel kernel = ChainruleKernel.start(connection.toJsonString(), history);
        ZMQ.Context context = ZMQ.context(1);
        try (FrontEnd front = new FrontEnd(context, connection)) {
            front.ask(KernelInfoRequest.MESSAGE_TYPE, new KernelInfoRequest());
            CELLS.forEach(front::execute);
            front.ask(CompleteRequest.MESSAGE_TYPE, new CompleteRequest(BEGUN, BEGUN.length()));
            front.ask(InspectRequest.MESSAGE_TYPE, new InspectRequest(BEGUN + "ward", BEGUN.length(), 0));
        }
        context.term();
        kernel.close();
        delete(data);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> found = Files.walk(folder)) {
            for (Path path : found.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static KernelConnectionProperties connection() throws IOException {
        return new KernelConnectionProperties(
                InetAddress.getLoopbackAddress().getHostAddress(),
                freePort(),
                freePort(),
                freePort(),
                freePort(),
                freePort(),
                "tcp",
                "hmac-sha256",
                UUID.randomUUID().toString());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** As much of a front end as it takes to ask and to wait for the reply. */
    private static final class FrontEnd extends JupyterSocket {
        private static final String SESSION = "rehearsal";

        FrontEnd(ZMQ.Context context, KernelConnectionProperties connection) throws GeneralSecurityException {
            super(context, SocketType.DEALER, connection.createHMACGenerator(), NOPLogger.NOP_LOGGER);
            bind(connection);
        }

        @Override
        public void bind(KernelConnectionProperties connection) {
            connect(formatAddress(connection.getTransport(), connection.getIp(), connection.getShellPort()));
        }

        void execute(String code) {
            ask(ExecuteRequest.MESSAGE_TYPE, new ExecuteRequest(code, false, true, Map.of(), true, false));
        }

        <T> void ask(MessageType<T> type, T content) {
            sendMessage(new Message<>(new Header<>(SESSION, type), content));
            do {
                recv();
            } while (hasReceiveMore());
        }
    }
}
