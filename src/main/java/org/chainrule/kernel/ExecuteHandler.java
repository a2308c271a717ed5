package org.chainrule.kernel;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Map;
import java.util.Optional;
import org.chainrule.kernel.cell.Cell;
import org.chainrule.kernel.cell.CellException;
import org.chainrule.kernel.completion.Introspection;
import org.chainrule.kernel.evaluation.CellEvaluator;
import org.chainrule.kernel.inspection.CellInspection;
import org.chainrule.kernel.magic.CellRunner;
import org.chainrule.kernel.memory.MemoryReserve;
import org.chainrule.kernel.protocol.Publisher;
import org.chainrule.kernel.protocol.Wire;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.MessageType;
import org.dflib.jjava.jupyter.messages.request.ExecuteRequest;

/** Runs cells and tells the front end what came of them. */
final class ExecuteHandler {
    private final Publisher publisher;
    private final Session session;
    private final CellEvaluator evaluator;
    private final CellRunner runner;
    private final Startup startup;
    private final MemoryAdvice advice;
    private final CellInspection inspection;
    private int executionCount;

    ExecuteHandler(Publisher publisher, Session session, Engine engine) {
        this.publisher = publisher;
        this.session = session;
        this.evaluator = engine.evaluator();
        this.runner = engine.runner();
        this.startup = engine.startup();
        this.inspection = engine.inspection();
        this.advice = new MemoryAdvice(evaluator.variables());
    }

    /**
     * Runs the code of a request.
     *
     * @return the content of the reply
     */
    JsonObject execute(Message<ExecuteRequest> message) {
        ExecuteRequest request = message.getContent();
        boolean stored = request.shouldStoreHistory() && !request.isSilent();
        if (stored) {
            session.history().add(++executionCount, request.getCode(), request.isStdinEnabled());
        }
        session.answerTo(message);
        Cell cell = Cell.numbered(executionCount, request.getCode());
        evaluator.begin(cell, this::threadFailed);
        if (!request.isSilent()) {
            Map<String, ?> input = Map.of("code", request.getCode(), "execution_count", executionCount);
            publisher.publish(MessageType.PUBLISH_EXECUTE_INPUT, Wire.json(input));
        }
        JsonObject reply = run(cell, request);
        reply.addProperty("execution_count", executionCount);
        session.finish();
        return reply;
    }

    private JsonObject run(Cell cell, ExecuteRequest request) {
        try {
            prepare(cell);
            Optional<Introspection> introspection = Introspection.in(cell.code());
            if (introspection.isPresent()) {
                return answer(introspection.get());
            }
            Optional<DisplayData> shown = shown(cell);
            if (!request.isSilent()) {
                shown.ifPresent(this::publishResult);
            }
            return success(request);
        } catch (CellException error) {
            return failure(error);
        } catch (RuntimeException | Error failed) { // the notebook must not stay silent about it
            return failure(CellException.kernelFailed(failed));
        }
    }

    private void prepare(Cell cell) throws CellException {
        for (String failure : startup.run()) {
            evaluator.call(
                    cell,
                    () -> { // what this thread itself prints there comes from the compiler
                        System.err.println(failure);
                        return null;
                    });
        }
    }

    /** What is known of a name, in the front end's pager. */
    private JsonObject answer(Introspection asked) throws CellException {
        DisplayData found = inspection.page(asked.name(), asked.whole()).orElseThrow(asked::unknown);
        JsonObject page = Wire.display(found);
        page.addProperty("source", "page");
        page.addProperty("start", 0);
        JsonArray payload = new JsonArray();
        payload.add(page);
        JsonObject reply = Wire.ok(Map.of("user_expressions", Map.of()));
        reply.add("payload", payload);
        return reply;
    }

    private JsonObject failure(CellException error) {
        CellException advised = advice.addTo(error);
        MemoryReserve.insist(() -> session.showError(advised));
        return Wire.error(advised);
    }

    /** A thread that a cell has started ended in an exception, perhaps long after the cell. */
    private void threadFailed(CellException error) {
        session.showError(error);
        publisher.streams().flush();
    }

    private Optional<DisplayData> shown(Cell cell) throws CellException {
        Optional<Object> value = runner.run(cell);
        if (value.isEmpty() || session.hasDisplayed(value.get())) {
            return Optional.empty();
        }
        return Optional.of(
                (DisplayData) evaluator.call(cell, () -> session.values().render(value.get())));
    }

    private void publishResult(DisplayData shown) {
        session.history().addOutput(executionCount, String.valueOf(shown.getData(MIMEType.TEXT_PLAIN)));
        JsonObject content = Wire.display(shown);
        content.addProperty("execution_count", executionCount);
        publisher.publish(MessageType.PUBLISH_EXECUTION_RESULT, content);
    }

    private JsonObject success(ExecuteRequest request) {
        JsonObject expressions = new JsonObject();
        if (request.getUserExpr() != null) {
            request.getUserExpr().forEach((name, code) -> expressions.add(name, expression(name, code)));
        }
        JsonObject reply = Wire.ok(Map.of());
        reply.add("user_expressions", expressions);
        reply.add("payload", new JsonArray());
        return reply;
    }

    private JsonObject expression(String name, String code) {
        try {
            JsonObject shown = shown(new Cell("expression " + name, code))
                    .map(Wire::display)
                    .orElseGet(JsonObject::new);
            shown.addProperty("status", "ok");
            return shown;
        } catch (CellException error) {
            return Wire.error(error);
        }
    }
}
