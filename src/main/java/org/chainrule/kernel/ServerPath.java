package org.chainrule.kernel;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Below which path the Jupyter server that has started the kernel answers; only with it a link leads to one of its files. */
final class ServerPath {
    private static final String TOP = "/";

    private ServerPath() {}

    /**
     * The path of a server: what a hub gives to each of its users, or what its {@code base_url} says.
     *
     * @param environment the environment variables; {@code JUPYTERHUB_SERVICE_PREFIX} and {@code JPY_PARENT_PID} count
     * @param runtime the folder in which servers write down, in a file named after their process, where they are
     * @return such as {@code /} or {@code /user/ann/}
     */
    static String of(Map<String, String> environment, Path runtime) {
        String hub = environment.get("JUPYTERHUB_SERVICE_PREFIX");
        return hub != null
                ? hub
                : Optional.ofNullable(environment.get("JPY_PARENT_PID"))
                        .map(pid -> runtime.resolve("jpserver-" + pid + ".json"))
                        .filter(Files::isReadable)
                        .flatMap(ServerPath::read)
                        .orElse(TOP);
    }

    private static Optional<String> read(Path file) {
        try {
            JsonObject server = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
            return Optional.ofNullable(server.get("base_url")).map(JsonElement::getAsString);
        } catch (IOException | RuntimeException notOurs) { // a link is not worth an error
            return Optional.empty();
        }
    }
}
