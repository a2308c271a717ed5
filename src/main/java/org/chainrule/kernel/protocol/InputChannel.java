package org.chainrule.kernel.protocol;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedTransferQueue;
import org.dflib.jjava.jupyter.channels.JupyterSocket;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;
import org.dflib.jjava.jupyter.messages.HMACGenerator;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.MessageContext;
import org.dflib.jjava.jupyter.messages.reply.InputReply;
import org.dflib.jjava.jupyter.messages.request.InputRequest;
import org.slf4j.helpers.NOPLogger;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import org.zeromq.ZMQException;

/** Asks the user for a line of text; the thread of the cell only waits, so that it can be stopped meanwhile. */
public final class InputChannel extends JupyterSocket implements Runnable {
    private static final long CANCEL_CHECK_MILLIS = 50;

    private record Prompt(MessageContext parent, String text, boolean password, CompletableFuture<String> answer) {}

    private static final Prompt END = new Prompt(null, "", false, CompletableFuture.completedFuture(""));

    private final LinkedTransferQueue<Prompt> prompts = new LinkedTransferQueue<>();

    /**
     * A channel that is not bound yet.
     *
     * @param context whose threads serve it
     * @param signer of the messages
     */
    public InputChannel(ZMQ.Context context, HMACGenerator signer) {
        super(context, SocketType.ROUTER, signer, NOPLogger.NOP_LOGGER);
    }

    @Override
    public void bind(KernelConnectionProperties connection) {
        bind(formatAddress(connection.getTransport(), connection.getIp(), connection.getStdinPort()));
    }

    /** Shows the prompt and waits for the answer. */
    public String ask(MessageContext parent, String prompt, boolean password) throws InterruptedException {
        CompletableFuture<String> answer = new CompletableFuture<>();
        prompts.put(new Prompt(parent, prompt, password, answer));
        try {
            return answer.get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("The front end gave no answer.", failed.getCause());
        } finally {
            answer.cancel(false);
        }
    }

    /** Ends the thread. */
    public void finish() {
        prompts.put(END);
    }

    @Override
    public void run() {
        try (ZMQ.Poller poller = ctx.poller(1)) {
            poller.register(this, ZMQ.Poller.POLLIN);
            for (Prompt next = prompts.take(); next != END; next = prompts.take()) {
                answer(next, poller);
            }
        } catch (InterruptedException | ZMQException closed) {
            Thread.currentThread().interrupt();
        } finally {
            close();
        }
    }

    private void answer(Prompt prompt, ZMQ.Poller poller) {
        while (poller.poll(0) > 0) {
            read(); // the answer to a prompt that was cancelled
        }
        InputRequest request = new InputRequest(prompt.text, prompt.password);
        sendMessage(new Message<>(prompt.parent, InputRequest.MESSAGE_TYPE, request));
        while (!prompt.answer.isDone()) {
            if (poller.poll(CANCEL_CHECK_MILLIS) > 0 && read() instanceof InputReply reply) {
                prompt.answer.complete(reply.getValue());
            }
        }
    }

    /** The content of the next message; {@code null} if it was not signed with our key or is no JSON. */
    private Object read() {
        try {
            return readMessage().getContent();
        } catch (ZMQException contextClosed) {
            throw contextClosed;
        } catch (RuntimeException | Error malformed) {
            while (hasReceiveMore()) {
                recv();
            }
            return null;
        }
    }
}
