package org.chainrule.kernel.install;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Where Jupyter looks for kernels, as Jupyter's own documentation lists it per operating system. */
public final class JupyterFolders {
    private JupyterFolders() {}

    /**
     * The folder of one user's kernels.
     *
     * @param os the name of the operating system, as in the system property {@code os.name}
     * @param environment the environment variables; {@code JUPYTER_DATA_DIR}, {@code APPDATA} and {@code XDG_DATA_HOME} count
     * @param home the user's home folder
     * @return such as {@code ~/.local/share/jupyter/kernels}
     */
    static Path ofUser(String os, Map<String, String> environment, Path home) {
        return dataOfUser(os, environment, home).resolve("kernels");
    }

    /**
     * The folder of what belongs to one user, apart from settings and what is forgotten at logout.
     *
     * @param os the name of the operating system, as in the system property {@code os.name}
     * @param environment the environment variables; {@code JUPYTER_DATA_DIR}, {@code APPDATA} and {@code XDG_DATA_HOME} count
     * @param home the user's home folder
     * @return such as {@code ~/.local/share/jupyter}
     */
    public static Path dataOfUser(String os, Map<String, String> environment, Path home) {
        String own = environment.getOrDefault("JUPYTER_DATA_DIR", "");
        return own.isBlank() ? dataFolder(os.toLowerCase(Locale.ROOT), environment, home) : Path.of(own);
    }

    /**
     * The folder of what is forgotten when a server or a kernel ends, such as where it listens.
     *
     * @param os the name of the operating system, as in the system property {@code os.name}
     * @param environment the environment variables; {@code JUPYTER_RUNTIME_DIR} and those of the data count
     * @param home the user's home folder
     * @return such as {@code ~/.local/share/jupyter/runtime}
     */
    public static Path runtimeOfUser(String os, Map<String, String> environment, Path home) {
        String own = environment.getOrDefault("JUPYTER_RUNTIME_DIR", "");
        return own.isBlank() ? dataOfUser(os, environment, home).resolve("runtime") : Path.of(own);
    }

    /**
     * The folder of the kernels of one Python environment or one system.
     *
     * @param prefix where the environment is, such as {@code /usr/local}
     * @return {@code PREFIX/share/jupyter/kernels}
     */
    static Path ofPrefix(Path prefix) {
        return prefix.resolve("share").resolve("jupyter").resolve("kernels");
    }

    private static Path dataFolder(String os, Map<String, String> environment, Path home) {
        if (os.startsWith("mac")) {
            return home.resolve("Library").resolve("Jupyter");
        }
        if (os.startsWith("windows")) {
            String roaming = environment.getOrDefault("APPDATA", "");
            return roaming.isBlank()
                    ? home.resolve(".jupyter").resolve("data")
                    : Path.of(roaming).resolve("jupyter");
        }
        String data = environment.getOrDefault("XDG_DATA_HOME", "");
        return (data.isBlank() ? home.resolve(".local").resolve("share") : Path.of(data)).resolve("jupyter");
    }
}
