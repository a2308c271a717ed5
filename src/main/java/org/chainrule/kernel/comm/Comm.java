package org.chainrule.kernel.comm;

import com.google.gson.JsonObject;
import java.util.Optional;
import org.dflib.jjava.jupyter.messages.MessageContext;
import org.dflib.jjava.jupyter.messages.MessageType;

/** A line between an object of the kernel and its likeness in the front end, open until one of the two hangs up. */
public final class Comm {
    /** Takes what the front end says. */
    public interface Listener {
        /**
         * Takes a message, without delay: cells may be running meanwhile.
         *
         * @param message what the front end said
         * @return code of the user's that is to run because of it
         */
        Optional<Runnable> received(CommMessage message);

        /** The front end hung up. */
        default void closed() {
            // nothing to let go of
        }
    }

    private final String id;
    private final String target;
    private final MessageContext origin;
    private final Comms comms;

    Comm(String id, String target, MessageContext origin, Comms comms) {
        this.id = id;
        this.target = target;
        this.origin = origin;
        this.comms = comms;
    }

    /**
     * What both sides call this comm.
     *
     * @return unique
     */
    public String id() {
        return id;
    }

    /**
     * What kind of object the other side is to be.
     *
     * @return such as {@code jupyter.widget}
     */
    public String target() {
        return target;
    }

    /**
     * Below which cell it is shown what users' code does because of this comm.
     *
     * @return the request that opened the comm
     */
    public MessageContext origin() {
        return origin;
    }

    /**
     * Says something to all front ends.
     *
     * @param message what is said
     */
    public void send(CommMessage message) {
        comms.send(MessageType.COMM_MSG_COMMAND, this, new JsonObject(), message);
    }

    /** Hangs up. */
    public void close() {
        comms.close(this);
    }
}
