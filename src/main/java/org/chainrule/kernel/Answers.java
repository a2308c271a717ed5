package org.chainrule.kernel;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.chainrule.kernel.completion.Candidate;
import org.chainrule.kernel.completion.Completions;
import org.chainrule.kernel.evaluation.Interrupter;
import org.chainrule.kernel.protocol.Publisher;
import org.chainrule.kernel.protocol.RequestDispatcher;
import org.chainrule.kernel.protocol.Wire;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.MessageType;
import org.dflib.jjava.jupyter.messages.request.CompleteRequest;
import org.dflib.jjava.jupyter.messages.request.ExecuteRequest;
import org.dflib.jjava.jupyter.messages.request.InspectRequest;

/** The kernel's answer to each kind of request. */
final class Answers {
    private final CompletableFuture<Engine> engine;
    private final Publisher publisher;
    private final Session session;
    private final Interrupter interrupter;
    private ExecuteHandler executor;
    private volatile boolean cellsHaveCome;

    Answers(CompletableFuture<Engine> engine, Interrupter interrupter, Publisher publisher, Session session) {
        this.engine = engine;
        this.interrupter = interrupter;
        this.publisher = publisher;
        this.session = session;
    }

    void register(RequestDispatcher on) {
        on.on(MessageType.KERNEL_INFO_REQUEST, MessageType.KERNEL_INFO_REPLY, request -> KernelInfo.reply());
        on.on(MessageType.EXECUTE_REQUEST, MessageType.EXECUTE_REPLY, this::execute);
        on.on(MessageType.COMPLETE_REQUEST, MessageType.COMPLETE_REPLY, this::complete);
        on.on(MessageType.INSPECT_REQUEST, MessageType.INSPECT_REPLY, this::inspect);
        on.on(
                MessageType.IS_COMPLETE_REQUEST,
                MessageType.IS_COMPLETE_REPLY,
                request -> Wire.json(engine.join()
                        .completion()
                        .completeness(request.getContent().getCode())));
        on.on(
                MessageType.HISTORY_REQUEST,
                MessageType.HISTORY_REPLY,
                request -> Wire.ok(Map.of("history", session.history().find(request.getContent()))));
        on.on(
                MessageType.SHUTDOWN_REQUEST,
                MessageType.SHUTDOWN_REPLY,
                request -> Wire.ok(Map.of("restart", request.getContent().isRestart())));
    }

    /** Whether a cell was run, or is. */
    boolean cellsHaveCome() {
        return cellsHaveCome;
    }

    private JsonObject execute(Message<ExecuteRequest> request) {
        cellsHaveCome = true;
        interrupter.begin(); // also a cell that waits for the engine to start can be interrupted
        try {
            if (executor == null) {
                executor = new ExecuteHandler(publisher, session, engine.join());
            }
            return executor.execute(request);
        } finally {
            interrupter.end();
        }
    }

    private JsonObject complete(Message<CompleteRequest> request) {
        String code = request.getContent().getCode();
        engine.join().evaluator().wantIndex();
        int end = request.getContent().getCursorPos();
        Completions found = engine.join().completion().at(code, utf16(code, end));
        int start = code.codePointCount(0, found.start());
        JsonArray matches = new JsonArray();
        JsonArray types = new JsonArray();
        for (Candidate candidate : found.candidates()) {
            matches.add(candidate.text());
            types.add(candidate.toJson(start, end));
        }
        return Wire.ok(Map.of(
                "matches", matches,
                "cursor_start", start,
                "cursor_end", end,
                "metadata", Map.of("_jupyter_types_experimental", types)));
    }

    private JsonObject inspect(Message<InspectRequest> request) {
        InspectRequest asked = request.getContent();
        Optional<DisplayData> found = engine.join()
                .inspection()
                .at(asked.getCode(), utf16(asked.getCode(), asked.getCursorPos()), asked.getDetailLevel() > 0);
        JsonObject reply = Wire.display(found.orElseGet(DisplayData::new));
        reply.addProperty("status", "ok");
        reply.addProperty("found", found.isPresent());
        return reply;
    }

    /** The protocol counts characters, Java counts UTF-16 units. */
    private static int utf16(String code, int cursor) {
        return code.offsetByCodePoints(0, Math.min(cursor, code.codePointCount(0, code.length())));
    }
}
