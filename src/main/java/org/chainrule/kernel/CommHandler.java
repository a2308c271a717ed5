package org.chainrule.kernel;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chainrule.kernel.comm.CommMessage;
import org.chainrule.kernel.comm.Comms;
import org.chainrule.kernel.protocol.Publisher;
import org.chainrule.kernel.protocol.RequestLoop;
import org.chainrule.kernel.protocol.Wire;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.MessageType;
import org.dflib.jjava.jupyter.messages.comm.CommCloseCommand;
import org.dflib.jjava.jupyter.messages.comm.CommMsgCommand;
import org.dflib.jjava.jupyter.messages.comm.CommOpenCommand;
import org.dflib.jjava.jupyter.messages.publish.PublishStatus;
import org.dflib.jjava.jupyter.messages.request.CommInfoRequest;

/**
 * Takes what front ends say over comms as soon as it arrives, also while a cell runs. Between busy and idle stands all that a
 * message causes, the user's callbacks included: a front end sends the next position of a slider only when it is idle.
 */
final class CommHandler {
    private final Comms comms;
    private final Publisher publisher;
    private final Callbacks callbacks;

    CommHandler(Comms comms, Publisher publisher, Callbacks callbacks) {
        this.comms = comms;
        this.publisher = publisher;
        this.callbacks = callbacks;
    }

    /** Takes a message; says whether it was one for comms. */
    boolean handle(Message<?> request, RequestLoop channel) {
        Object content = request.getContent();
        boolean forComms = content instanceof CommOpenCommand
                || content instanceof CommMsgCommand
                || content instanceof CommCloseCommand
                || content instanceof CommInfoRequest;
        if (forComms) {
            publisher.status(request, PublishStatus.BUSY);
            Runnable afterwards = () -> publisher.status(request, PublishStatus.IDLE);
            react(request, channel).ifPresentOrElse(code -> callbacks.run(code, afterwards), afterwards);
        }
        return forComms;
    }

    private Optional<Comms.Reaction> react(Message<?> request, RequestLoop channel) {
        try {
            return publisher.inReplyTo(request, () -> take(request, channel));
        } catch (RuntimeException malformed) { // a message that is none of ours, or not as the protocol has it
            return Optional.empty();
        }
    }

    private Optional<Comms.Reaction> take(Message<?> request, RequestLoop channel) {
        Object content = request.getContent();
        if (content instanceof CommMsgCommand said) {
            return comms.received(said.getCommID(), message(request, said.getData()));
        }
        if (content instanceof CommOpenCommand opening) {
            comms.opened(opening, request, message(request, opening.getData()));
        } else if (content instanceof CommCloseCommand closing) {
            comms.closed(closing.getCommID());
        } else if (content instanceof CommInfoRequest asked) {
            JsonObject open = Wire.ok(Map.of("comms", comms.info(asked.getTargetName())));
            channel.sendMessage(Wire.message(request, MessageType.COMM_INFO_REPLY, open));
        }
        return Optional.empty();
    }

    private static CommMessage message(Message<?> request, JsonObject data) {
        List<byte[]> buffers = request.getBlobs() == null ? List.of() : request.getBlobs();
        return new CommMessage(data == null ? new JsonObject() : data, request.getNonNullMetadata(), buffers);
    }
}
