package org.chainrule.kernel.comm;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;

/**
 * What is said over a comm: JSON, and beside it what JSON cannot hold.
 *
 * @param data the JSON
 * @param metadata such as the version of the protocol that {@code data} follows; mostly empty
 * @param buffers binary data
 */
public record CommMessage(JsonObject data, Map<String, Object> metadata, List<byte[]> buffers) {
    /**
     * A message of JSON only.
     *
     * @param data the JSON
     */
    public CommMessage(JsonObject data) {
        this(data, Map.of(), List.of());
    }
}
