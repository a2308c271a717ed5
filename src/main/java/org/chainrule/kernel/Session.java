package org.chainrule.kernel;

import com.google.gson.JsonObject;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.chainrule.kernel.cell.CellException;
import org.chainrule.kernel.comm.Comms;
import org.chainrule.kernel.protocol.InputChannel;
import org.chainrule.kernel.protocol.Publisher;
import org.chainrule.kernel.protocol.Wire;
import org.chainrule.kernel.value.Values;
import org.chainrule.kernel.widget.Widgets;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.MessageType;
import org.dflib.jjava.jupyter.messages.request.ExecuteRequest;

/** The front end as a running cell sees it: what it shows and what it asks for. */
final class Session {
    private final Publisher publisher;
    private final InputChannel input;
    private final StandardStreams streams;
    private final Comms comms;
    private final Values values;
    private final CellHistory history;
    private final Set<Object> displayed = ConcurrentHashMap.newKeySet();
    private volatile Message<ExecuteRequest> request;

    Session(Publisher publisher, InputChannel input, StandardStreams streams, CellHistory history) {
        this.publisher = publisher;
        this.input = input;
        this.streams = streams;
        this.history = history;
        comms = new Comms(publisher::publishComm, publisher::parent);
        values = new Values(new Widgets(comms));
        streams.redirect(new LineInput(() -> ask("", false)));
    }

    /** Output belongs to this request from now on. */
    void answerTo(Message<ExecuteRequest> execute) {
        request = execute;
        displayed.clear();
        streams.renew();
        publisher.answerTo(execute);
    }

    /** The lines between widgets here and in the front end. */
    Comms comms() {
        return comms;
    }

    CellHistory history() {
        return history;
    }

    Values values() {
        return values;
    }

    /** Whether the value is what display() returned in this cell, which nobody needs to see below what it showed. */
    boolean hasDisplayed(Object value) {
        return value instanceof String && displayed.contains(value);
    }

    void display(DisplayData shown) {
        displayed.add(shown.getDisplayId());
        publisher.publish(MessageType.PUBLISH_DISPLAY_DATA, Wire.display(shown));
        publisher.slowDown();
    }

    void updateDisplay(DisplayData shown) {
        publisher.publish(MessageType.PUBLISH_UPDATE_DISPLAY_DATA, Wire.display(shown));
        publisher.slowDown();
    }

    /** Shows an error below the cell to which the calling thread belongs. */
    void showError(CellException error) {
        JsonObject content = Wire.error(error);
        content.remove("status");
        publisher.publish(MessageType.PUBLISH_ERROR, content);
    }

    /** The cell is over; its threads may still show something. */
    void finish() {
        publisher.streams().finish(request);
    }

    void clearOutput(boolean wait) {
        publisher.streams().clear(publisher.parent());
        publisher.publish(MessageType.PUBLISH_CLEAR_OUTPUT, Wire.json(Map.of("wait", wait)));
    }

    /** A line typed by the user. */
    String ask(String prompt, boolean password) throws InterruptedException {
        if (request == null || !request.getContent().isStdinEnabled()) {
            throw new IllegalStateException(
                    "input() was called, but this front end cannot ask for input; assign the value in the cell instead.");
        }
        publisher.streams().flush();
        return input.ask(request, prompt, password);
    }
}
