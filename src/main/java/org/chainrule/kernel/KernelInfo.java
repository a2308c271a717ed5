package org.chainrule.kernel;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.chainrule.kernel.install.JupyterFolders;
import org.chainrule.kernel.protocol.Wire;

/** What the kernel says about itself. */
final class KernelInfo {
    private static final String PROTOCOL_VERSION = "5.3";
    private static final String VERSION = version();

    /** Jupyter serves the folder of the kernelspec. */
    private static final String HELP_PAGE = "kernelspecs/chainrule/help.html";

    private KernelInfo() {}

    /** The content of the reply to {@code kernel_info_request}. */
    static JsonObject reply() {
        JsonObject reply = Wire.ok(Map.of(
                "protocol_version",
                PROTOCOL_VERSION,
                "implementation",
                "chainrule",
                "implementation_version",
                VERSION,
                "language_info",
                language(),
                "banner",
                banner(),
                "debugger",
                false,
                "help_links",
                helpLinks()));
        return reply;
    }

    private static Map<String, String> language() {
        return Map.of(
                "name", "java",
                "version", Runtime.version().toString(),
                "mimetype", "text/x-java",
                "file_extension", ".jshell",
                "pygments_lexer", "java",
                "codemirror_mode", "text/x-java",
                "nbconvert_exporter", "script");
    }

    private static String banner() {
        return "Chainrule " + VERSION + " on Java " + Runtime.version().feature()
                + ": a network that shows its working.\n"
                + "Start with network(), press Tab for what comes next and Shift-Tab for what it means.";
    }

    private static List<Map<String, String>> helpLinks() {
        return List.of(
                Map.of("text", "Chainrule", "url", serverPath() + HELP_PAGE),
                Map.of("text", "XChart", "url", "https://knowm.org/open-source/xchart/"),
                Map.of("text", "Tablesaw", "url", "https://jtablesaw.github.io/tablesaw/userguide/toc"),
                Map.of("text", "Java API", "url", "https://docs.oracle.com/en/java/javase/17/docs/api/"));
    }

    private static String serverPath() {
        Map<String, String> environment = System.getenv();
        Path home = Path.of(System.getProperty("user.home"));
        return ServerPath.of(
                environment, JupyterFolders.runtimeOfUser(System.getProperty("os.name"), environment, home));
    }

    private static String version() {
        String version = KernelInfo.class.getPackage().getImplementationVersion();
        return version == null ? "0.1.0" : version;
    }
}
