package org.chainrule.kernel.comm;

import com.google.gson.JsonObject;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.dflib.jjava.jupyter.messages.MessageContext;
import org.dflib.jjava.jupyter.messages.MessageType;
import org.dflib.jjava.jupyter.messages.comm.CommOpenCommand;

/** The comms that are open, whichever side opened them. */
public final class Comms {
    /** Publishes for whom the calling thread works. */
    public interface Sender {
        /**
         * Publishes a message.
         *
         * @param type what kind
         * @param content with the data already in it
         * @param message the metadata and buffers that go with it
         */
        void send(MessageType<?> type, JsonObject content, CommMessage message);
    }

    /** What the front end may open. */
    public interface Target {
        /**
         * The front end opened a comm.
         *
         * @param comm the new comm
         * @param message what it said first
         * @return who takes what it says next
         */
        Comm.Listener opened(Comm comm, CommMessage message);
    }

    /** User's code that a message causes, and the comm on whose behalf it runs. */
    public record Reaction(Comm comm, Runnable code) {}

    private record Line(Comm comm, Comm.Listener listener) {}

    private final Sender sender;
    private final Supplier<MessageContext> current;
    private final Map<String, Target> targets = new ConcurrentHashMap<>();
    private final Map<String, Line> open = new ConcurrentHashMap<>();

    /**
     * No comms yet.
     *
     * @param sender publishes
     * @param current the request for which the calling thread works
     */
    public Comms(Sender sender, Supplier<MessageContext> current) {
        this.sender = sender;
        this.current = current;
    }

    /**
     * Lets the front end open comms.
     *
     * @param name how the front end names what it opens
     * @param target what takes them
     */
    public void register(String name, Target target) {
        targets.put(name, target);
    }

    /**
     * Opens a comm in every front end.
     *
     * @param target what kind of object is to be made there
     * @param first what it is made from
     * @param listener who takes what the front ends say
     * @return the open comm
     */
    public Comm open(String target, CommMessage first, Comm.Listener listener) {
        Comm comm = new Comm(UUID.randomUUID().toString(), target, current.get(), this);
        open.put(comm.id(), new Line(comm, listener));
        JsonObject content = new JsonObject();
        content.addProperty("target_name", target);
        send(MessageType.COMM_OPEN_COMMAND, comm, content, first);
        return comm;
    }

    /**
     * The front end opens a comm; of a target that nobody registered it is closed at once.
     *
     * @param opening names the comm and its target
     * @param request the message that brought it
     * @param message what it said first
     */
    public void opened(CommOpenCommand opening, MessageContext request, CommMessage message) {
        Comm comm = new Comm(opening.getCommID(), opening.getTargetName(), request, this);
        Target target = targets.get(opening.getTargetName());
        if (target == null) {
            send(MessageType.COMM_CLOSE_COMMAND, comm, new JsonObject(), new CommMessage(new JsonObject()));
        } else {
            open.put(comm.id(), new Line(comm, target.opened(comm, message)));
        }
    }

    /**
     * The front end says something; what belongs to no open comm is passed over.
     *
     * @param id of the comm
     * @param message what it said
     * @return what users' code has to do because of it
     */
    public Optional<Reaction> received(String id, CommMessage message) {
        return Optional.ofNullable(open.get(id))
                .flatMap(line -> line.listener.received(message).map(code -> new Reaction(line.comm, code)));
    }

    /**
     * The front end hangs up.
     *
     * @param id of the comm
     */
    public void closed(String id) {
        Optional.ofNullable(open.remove(id)).ifPresent(line -> line.listener.closed());
    }

    /**
     * Which comms are open, for {@code comm_info_request}.
     *
     * @param target only those of this target, or {@code null} for all
     * @return the targets by comm
     */
    public Map<String, Map<String, String>> info(String target) {
        Map<String, Map<String, String>> found = new TreeMap<>();
        open.values().stream()
                .map(Line::comm)
                .filter(comm -> target == null || target.equals(comm.target()))
                .forEach(comm -> found.put(comm.id(), Map.of("target_name", comm.target())));
        return found;
    }

    void close(Comm comm) {
        if (open.remove(comm.id()) != null) {
            send(MessageType.COMM_CLOSE_COMMAND, comm, new JsonObject(), new CommMessage(new JsonObject()));
        }
    }

    void send(MessageType<?> type, Comm comm, JsonObject content, CommMessage message) {
        content.addProperty("comm_id", comm.id());
        content.add("data", message.data());
        sender.send(type, content, message);
    }
}
