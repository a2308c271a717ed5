package org.chainrule.kernel.protocol;

import com.google.gson.JsonObject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.chainrule.kernel.cell.CellException;
import org.chainrule.kernel.memory.MemoryReserve;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.MessageType;
import org.dflib.jjava.jupyter.messages.publish.PublishStatus;
import org.dflib.jjava.jupyter.messages.request.ExecuteRequest;

/** Answers every request between a busy and an idle status, whatever goes wrong on the way. */
public final class RequestDispatcher {
    private record Answer(MessageType<?> type, Function<Message<?>, JsonObject> content) {}

    private static final Logger LOG = System.getLogger(RequestDispatcher.class.getName());

    private final Publisher publisher;
    private final WorkQueue queue;
    private final Map<MessageType<?>, Answer> answers = new HashMap<>();
    private Runnable onShutdown = () -> {};

    /**
     * @param queue where the requests of the shell channel wait for their turn
     */
    public RequestDispatcher(Publisher publisher, WorkQueue queue) {
        this.publisher = publisher;
        this.queue = queue;
    }

    /** Answers requests of a type with a reply. */
    @SuppressWarnings("unchecked") // the type of a message is that of its content
    public <T> void on(MessageType<T> request, MessageType<?> reply, Function<Message<T>, JsonObject> content) {
        answers.put(request, new Answer(reply, message -> content.apply((Message<T>) message)));
    }

    /** What happens once the reply to a shutdown is sent. */
    public void onShutdown(Runnable action) {
        onShutdown = action;
    }

    /** Answers a request when its turn comes. */
    public void enqueue(Message<?> request, RequestLoop channel) {
        queue.add(new WorkQueue.Work() {
            @Override
            public void run() {
                answer(request, channel);
            }

            @Override
            public void skip() {
                abort(request, channel);
            }
        });
    }

    /** Answers a request at once; one that is no request at all is left alone. */
    public void answer(Message<?> request, RequestLoop channel) {
        try {
            answerRequest(request, channel);
        } catch (RuntimeException | Error malformed) {
            LOG.log(Level.DEBUG, "Ignored a request.", malformed);
        }
    }

    private void answerRequest(Message<?> request, RequestLoop channel) {
        MessageType<?> type = request.getHeader().getType();
        Answer answer = answers.get(type);
        if (answer == null) {
            return;
        }
        MemoryReserve.insist(() -> publisher.status(request, PublishStatus.BUSY));
        JsonObject reply = content(answer, request);
        // only what waited before the front end could know of the failure
        List<WorkQueue.Work> overtaken = stopsQueue(request, reply) ? queue.takeWaiting() : List.of();
        MemoryReserve.insist(() -> channel.sendMessage(Wire.message(request, answer.type, reply)));
        MemoryReserve.insist(() -> publisher.status(request, PublishStatus.IDLE));
        overtaken.forEach(WorkQueue.Work::skip);
        if (type == MessageType.SHUTDOWN_REQUEST) {
            MemoryReserve.insist(() -> channel.afterReplies(onShutdown));
        }
    }

    private static JsonObject content(Answer answer, Message<?> request) {
        try {
            return answer.content.apply(request);
        } catch (Throwable failed) { // also an Error must not leave the front end without an answer
            return Wire.error(CellException.kernelFailed(failed));
        }
    }

    private static boolean stopsQueue(Message<?> request, JsonObject reply) {
        return request.getContent() instanceof ExecuteRequest execute
                && execute.shouldStopOnError()
                && reply.get("status").getAsString().equals("error");
    }

    /** A cell that waited behind a failed one is not run. */
    private void abort(Message<?> request, RequestLoop channel) {
        if (!(request.getContent() instanceof ExecuteRequest)) {
            answer(request, channel);
            return;
        }
        publisher.status(request, PublishStatus.BUSY);
        JsonObject aborted = Wire.json(Map.of("status", "aborted"));
        channel.sendMessage(Wire.message(request, MessageType.EXECUTE_REPLY, aborted));
        publisher.status(request, PublishStatus.IDLE);
    }
}
