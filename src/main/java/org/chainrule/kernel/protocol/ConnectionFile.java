package org.chainrule.kernel.protocol;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;

/** What Jupyter writes for a kernel: the ports, and the key with which messages are signed. */
public final class ConnectionFile {
    private static final String SCHEME = "hmac-sha256";

    private ConnectionFile() {}

    /**
     * Reads a connection file, unless cells of anybody on the machine could be run with it.
     *
     * @param json its contents
     * @throws IllegalArgumentException if it has no key, or one for signatures other than hmac-sha256. An empty key, by
     *     which Jupyter asks for no signatures, is taken
     */
    public static KernelConnectionProperties parse(String json) {
        JsonObject file = JsonParser.parseString(json).getAsJsonObject();
        if (!file.has("key") || file.get("key").isJsonNull()) {
            throw new IllegalArgumentException(
                    "The kernel got a connection file without a key, but needs one to know whose"
                            + " cells it runs: let Jupyter write the file, or write \"key\": \"\" to run everybody's.");
        }
        String scheme =
                file.has("signature_scheme") ? file.get("signature_scheme").getAsString() : "";
        if (!file.get("key").getAsString().isEmpty() && !scheme.equals(SCHEME)) {
            throw new IllegalArgumentException("The kernel got a connection file with the signature scheme '" + scheme
                    + "', but knows " + SCHEME + " only: set it in Jupyter's configuration.");
        }
        return new KernelConnectionProperties(
                entry(file, "ip").getAsString(),
                entry(file, "control_port").getAsInt(),
                entry(file, "shell_port").getAsInt(),
                entry(file, "stdin_port").getAsInt(),
                entry(file, "hb_port").getAsInt(),
                entry(file, "iopub_port").getAsInt(),
                entry(file, "transport").getAsString(),
                scheme,
                entry(file, "key").getAsString());
    }

    private static JsonElement entry(JsonObject file, String name) {
        if (!file.has(name)) {
            throw new IllegalArgumentException(
                    "The kernel got a connection file without " + name + ": let Jupyter write the file.");
        }
        return file.get(name);
    }
}
